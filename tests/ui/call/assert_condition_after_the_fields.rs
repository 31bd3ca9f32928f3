use kmd_events::sink::Recorder;

fn main() {
    let log = Recorder::new();
    kmd_events::assert_not_logged!(log, kmd_events::events::KMD_DPD_FAILOVER_MAX_ATTEMPTS { count, .. } if count > 3);
}
