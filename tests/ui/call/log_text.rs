use kmd_events::kmd_log;

fn main() {
    let peer = "hq";
    let _ = kmd_log!("the peer {} is up", peer);
}
