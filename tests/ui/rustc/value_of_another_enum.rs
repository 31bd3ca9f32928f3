use foreign::lab::{lab_event, values};

fn main() {
    let _ = lab_event!(LAB_PHASE { phase: values::Mode::Fast });
}
