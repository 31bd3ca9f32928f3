kmd_events::catalog!("good.yaml", in crate::log, "more.yaml");

fn main() {}
