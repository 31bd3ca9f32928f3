use foreign::lab::{lab_event, values};

fn main() {
    let _ = lab_event!(LAB_OPERATOR { operator: "eve", phase: values::Phase::Idle });
}
