use foreign::lab::lab_event;

fn main() {
    let size = 7;
    let _ = lab_event!(LAB_SIZE { size: %size, offset: 0 });
}
