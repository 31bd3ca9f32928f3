kmd_events::catalog!("");

fn main() {}
