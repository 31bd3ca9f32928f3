use kmd_events::kmd_log;

fn main() {
    let _ = kmd_log!();
}
