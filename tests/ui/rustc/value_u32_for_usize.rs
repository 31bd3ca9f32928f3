use foreign::lab::lab_event;

fn main() {
    let size: u32 = 7;
    let _ = lab_event!(LAB_SIZE { size, offset: 0 });
}
