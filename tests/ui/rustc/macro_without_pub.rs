use foreign::words::word_event;

fn main() {
    let _ = word_event!(WORD_KERN);
}
