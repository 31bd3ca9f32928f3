use kmd_events::kmd_log;
use kmd_events::sink::Fanout;

fn main() {
    let count = "5";
    let _ = kmd_log!(Fanout::new(), KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: count, tunnel_name: "hq" });
}
