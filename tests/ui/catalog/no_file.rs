kmd_events::catalog!("no/such/file.yaml");

fn main() {}
