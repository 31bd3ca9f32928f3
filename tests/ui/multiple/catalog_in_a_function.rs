fn main() {
    kmd_events::catalog!("good.yaml");
    let _ = app_event!(APP_STARTED);
}
