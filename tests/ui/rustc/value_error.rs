use foreign::lab::lab_event;

fn main() {
    let error = std::io::Error::other("timeout");
    let _ = lab_event!(LAB_LOST { reason: error });
}
