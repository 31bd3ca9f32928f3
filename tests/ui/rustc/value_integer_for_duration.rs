use foreign::lab::lab_event;

fn main() {
    let _ = lab_event!(LAB_ELAPSED { elapsed: 1500 });
}
