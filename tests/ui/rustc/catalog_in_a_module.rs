mod inner {
    kmd_events::catalog!("good.yaml");
}

fn main() {}
