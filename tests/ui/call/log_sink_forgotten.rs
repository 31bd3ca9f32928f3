use kmd_events::kmd_log;

fn main() {
    let key = String::from("dsa");
    let _ = kmd_log!(KMD_PM_UNSUPPORTED_KEY { type: &key });
}
