kmd_events::catalog!("good.yaml", in crate::log::);

fn main() {}
