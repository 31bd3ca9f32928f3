//! The peers are what the catalogue says.

#[path = "support/generate.rs"]
mod generate;

use std::path::Path;

#[test]
fn peers_are_made_from_the_catalogue() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("support/peers.rs");
    let made = generate::peers();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &made).expect("written");
    }
    let kept = std::fs::read_to_string(&file).expect("the peers");
    assert!(
        kept == made,
        "the catalogue has changed; UPDATE=1 cargo test -p kmd-benches --test peers"
    );
}
