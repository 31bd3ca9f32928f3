use foreign::lab::lab_event;

fn main() {
    let _ = lab_event!(LAB_LOST { reason: vec!["a", "b"] });
}
