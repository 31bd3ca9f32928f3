use kmd_events::sink::Recorder;

fn main() {
    let log = Recorder::new();
    kmd_events::assert_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 3, .. });
}
