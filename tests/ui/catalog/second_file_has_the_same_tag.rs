kmd_events::catalog!("good.yaml", "started_again.yaml");

fn main() {}
