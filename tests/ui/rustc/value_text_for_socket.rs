use foreign::lab::lab_event;

fn main() {
    let _ = lab_event!(LAB_BENCH { mac: [0; 6], bench: "192.0.2.9:80" });
}
