use kmd_events::kmd_event;

fn main() {
    let key = String::from("dsa");
    let event = kmd_event!(KMD_PM_UNSUPPORTED_KEY { type: key });
    println!("{event}: {key}");
}
