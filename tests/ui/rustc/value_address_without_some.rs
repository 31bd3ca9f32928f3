use foreign::lab::lab_event;

fn main() {
    let _ = lab_event!(LAB_ROUTE { size: 7, gateway: "192.0.2.1", domain: Some(9) });
}
