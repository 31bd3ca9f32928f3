kmd_events::catalog!("bad.yaml");

fn main() {
    let _ = app_event!(APP_STOPPED);
    // Its error is the file's.
    let _ = app_event!(APP_STARTED);
}
