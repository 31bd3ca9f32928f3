kmd_events::catalog!("good.yaml", "more.yaml", crate::log);

fn main() {}
