use kmd_events::sink::Recorder;

fn main() {
    let log = Recorder::new();
    kmd_events::assert_logged!(log, kmd_events::events::KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 3, .. } KMD_PM_PROPOSAL_NULL_ESP);
}
