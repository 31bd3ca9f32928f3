kmd_events::catalog!("bad.yaml");

fn main() {
    let _ = app_event!(APP_STOPPED);
    // The error in the file explains the error of this call.
    let _ = app_event!(APP_STARTED);
}
