use foreign::lab::lab_event;

fn main() {
    let x = 7_usize;
    let _ = lab_event!(LAB_SIZE { offset: 5, size: x. });
}
