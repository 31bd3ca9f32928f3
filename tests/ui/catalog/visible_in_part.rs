kmd_events::catalog!(pub(crate) "good.yaml");

fn main() {}
