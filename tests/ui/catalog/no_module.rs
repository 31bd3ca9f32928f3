kmd_events::catalog!("messages.yaml", crate::inner);

fn main() {}
