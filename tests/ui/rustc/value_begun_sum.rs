use foreign::lab::lab_event;

fn main() {
    let _ = lab_event!(LAB_SIZE { size: 7 + , offset: 5 });
}
