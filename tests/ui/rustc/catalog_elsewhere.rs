mod inner {
    kmd_events::catalog!("good.yaml", in crate::outer);
}

fn main() {}
