//! What a user of kmd-events builds.

#[path = "support/cargo.rs"]
#[allow(dead_code)]
mod support;

use std::collections::BTreeSet;

use support::{cargo, root};

#[test]
fn a_default_build_is_at_most_twelve_crates() {
    let tree = tree();
    let crates: BTreeSet<&str> = tree.iter().map(|line| &**line).collect();
    assert!(crates.len() <= 12, "{crates:#?}");
    let text = std::fs::read_to_string(root().join("README.md")).expect("the README");
    let said = ["Nine", "Ten", "Eleven", "Twelve"];
    let word = said
        .get(crates.len().saturating_sub(9))
        .expect("a number word");
    assert!(
        text.contains(&format!("{word} crates are built in all")),
        "it is {}",
        crates.len()
    );
}

#[test]
fn syn_is_built_with_what_is_used_of_it() {
    let tree = tree();
    let syn = tree
        .iter()
        .find(|line| line.starts_with("syn "))
        .expect("syn");
    assert_eq!(syn.rsplit('|').next(), Some("parsing"), "{syn}");
}

/// Every crate of a default build with its features.
fn tree() -> BTreeSet<String> {
    let arguments = [
        "tree",
        "-p",
        "kmd-events",
        "-e",
        "no-dev",
        "--prefix",
        "none",
        "--no-dedupe",
        "--format",
        "{p}|{f}",
    ];
    let output = cargo(root(), &arguments, &[]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(str::to_owned).collect()
}
