//! The public API, item by item, beside the list of it in `data/public-api.txt`, so that a diff shows what a release
//! changes: all but traits that are derived or that the compiler implements, which `cargo semver-checks` sees.
//!
//! After a change that is meant: `UPDATE=1 cargo test -p kmd-tests --test public_api`.

#[path = "support/cargo.rs"]
#[allow(dead_code)]
mod support;

use std::fs;
use std::path::Path;

use support::{cargo, compiler, root};

/// The compiler whose list it is: another spells paths of the standard library differently.
const COMPILER: &str = "rustc 1.95.";

#[test]
fn the_public_api_is_the_listed_one() {
    if !compiler().starts_with(COMPILER) {
        assert!(
            std::env::var_os("UPDATE").is_none(),
            "the list is that of {COMPILER}"
        );
        println!("left out: the list is that of {COMPILER}");
        return;
    }
    let listed = root().join("tests/data/public-api.txt");
    let found = api();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&listed, &found).expect("written");
    }
    let known = fs::read_to_string(&listed).expect("the list");
    let lines = |one: &str, other: &str| -> Vec<String> {
        let missing = one
            .lines()
            .filter(|line| !other.lines().any(|known| known == *line));
        missing.map(str::to_owned).collect()
    };
    assert_eq!(
        lines(&known, &found),
        [""; 0],
        "listed, but gone; if that is meant, `UPDATE=1 cargo test -p kmd-tests --test public_api`"
    );
    assert_eq!(
        lines(&found, &known),
        [""; 0],
        "new, and not listed; write `UPDATE=1 cargo test -p kmd-tests --test public_api`"
    );
    assert_eq!(known, found, "in another order");
}

/// All that users can name, without the impls that every type has or that are derived.
fn api() -> String {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("public-api");
    let rustdoc = [
        "rustdoc",
        "-p",
        "kmd-events",
        "--lib",
        "--all-features",
        "--locked",
    ];
    cargo(
        root(),
        &rustdoc,
        &[
            ("RUSTC_BOOTSTRAP", "1".as_ref()),
            (
                "RUSTDOCFLAGS",
                "-Zunstable-options --output-format=json".as_ref(),
            ),
            ("CARGO_TARGET_DIR", target.as_os_str()),
        ],
    );
    public_api::Builder::from_rustdoc_json(target.join("doc/kmd_events.json"))
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()
        .expect("a list")
        .to_string()
}
