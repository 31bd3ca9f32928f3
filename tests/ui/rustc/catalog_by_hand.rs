use kmd_events::Catalog;

static CATALOG: Catalog = Catalog { prefix: "APP", process: "appd", sd_id: None, has_untagged: false };

fn main() {
    let _ = CATALOG.prefix();
}
