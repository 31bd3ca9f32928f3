use foreign::lab::lab_event;

struct Reason;

fn main() {
    let reason = Reason;
    let _ = lab_event!(LAB_LOST { ?reason });
}
