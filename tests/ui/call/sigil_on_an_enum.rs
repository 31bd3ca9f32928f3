use foreign::lab::{lab_event, values};

fn main() {
    let phase = values::Phase::Idle;
    let _ = lab_event!(LAB_PHASE { phase: ?phase });
}
