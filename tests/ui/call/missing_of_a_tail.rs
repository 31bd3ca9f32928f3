use foreign::lab::lab_event;

fn main() {
    let gateway = std::net::IpAddr::from([192, 0, 2, 1]);
    let _ = lab_event!(LAB_ROUTE { size: 7, gateway: Some(gateway) });
}
