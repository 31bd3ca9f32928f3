kmd_events::catalog!("good.yaml" "more.yaml");

fn main() {}
