kmd_events::catalog!("good.yaml", "good.yaml");

fn main() {
    println!("{}", app_event!(APP_STARTED));
}
