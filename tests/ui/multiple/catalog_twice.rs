// The second catalog needs a module of its own.
kmd_events::catalog!("good.yaml");
kmd_events::catalog!("name_clash.yaml");

fn main() {
    let _ = app_event!(APP_STARTED);
}
