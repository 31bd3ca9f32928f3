use foreign::lab::lab_event;

fn main() {
    let error = "broken";
    let _ = lab_event!(LAB_LOST { reason: error. });
}
