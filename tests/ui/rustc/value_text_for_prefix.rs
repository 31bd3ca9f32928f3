use foreign::lab::lab_event;

fn main() {
    let _ = lab_event!(LAB_NET { net: "10.0.0.0/8" });
}
