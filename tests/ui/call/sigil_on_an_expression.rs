use foreign::lab::lab_event;

fn main() {
    let seconds = 7;
    let _ = lab_event!(LAB_ELAPSED { elapsed: %(seconds * 1000) });
}
