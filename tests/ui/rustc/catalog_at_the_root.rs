kmd_events::catalog!("good.yaml", in crate::messages);

fn main() {}
