use foreign::lab::{lab_event, values};

fn main() {
    let _ = lab_event!(LAB_OPERATOR { operator: Some(7), phase: values::Phase::Idle });
}
