kmd_events::catalog!("good.yaml", "another_catalog.yaml");

fn main() {
    println!("{}", app_event!(APP_STARTED));
}
