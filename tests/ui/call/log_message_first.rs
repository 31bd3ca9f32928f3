use kmd_events::kmd_log;
use kmd_events::sink::Fanout;

fn main() {
    let sink = Fanout::new();
    let _ = kmd_log!(KMD_PM_UNSUPPORTED_MODE, &sink);
}
