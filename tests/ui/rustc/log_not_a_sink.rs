use kmd_events::kmd_log;

struct Daemon {
    log: Vec<String>,
}

fn main() {
    let daemon = Daemon { log: Vec::new() };
    let _ = kmd_log!(daemon.log, KMD_PM_UNSUPPORTED_KEY { type: "dsa" });
}
