use foreign::lab::lab_event;

fn main() {
    let gateway = Some(std::net::Ipv4Addr::LOCALHOST);
    let _ = lab_event!(LAB_ROUTE { size: 7, gateway, domain: 9 });
}
