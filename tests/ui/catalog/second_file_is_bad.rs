kmd_events::catalog!("good.yaml", "unknown_severity.yaml");

fn main() {
    println!("{}", app_event!(APP_STARTED));
}
