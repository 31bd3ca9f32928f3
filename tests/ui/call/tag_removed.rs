use foreign::lab::lab_event;

fn main() {
    let _ = lab_event!(LAB_STARTED { serial: 7 });
}
