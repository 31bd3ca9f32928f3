use kmd_events::events;
use kmd_events::sink::Recorder;

fn main() {
    let log = Recorder::new();
    kmd_events::assert_logged!(log, events::KMD_PM_REMOTE_PEER_INVALID { service_set: "ss" });
}
