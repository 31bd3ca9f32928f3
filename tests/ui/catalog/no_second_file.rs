kmd_events::catalog!("good.yaml", "none.yaml");

fn main() {
    println!("{}", app_event!(APP_STARTED));
}
