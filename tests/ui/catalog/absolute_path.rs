kmd_events::catalog!("/etc/messages.yaml");

fn main() {}
