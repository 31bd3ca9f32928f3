use kmd_events::kmd_event;

fn main() {
    let _ = kmd_event!("KMD_PM_NO_LIFETYPE");
}
