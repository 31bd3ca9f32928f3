use foreign::lab::{lab_event, values};

fn main() {
    let _ = lab_event!(LAB_PHASES { mode: "slow".into(), old_phase: values::Phase::Idle, phase: values::Phase:: });
}
