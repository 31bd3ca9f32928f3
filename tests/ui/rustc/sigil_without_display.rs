use foreign::lab::lab_event;

struct Reason;

fn main() {
    let _ = lab_event!(LAB_LOST { reason: %Reason });
}
