//! What a user of kmd-events builds.

use std::collections::BTreeSet;

use kmd_tests::cargo::{cargo, root};

/// Users pay for every crate in build time, so a new one is a decision.
#[test]
fn a_default_build_is_these_crates() {
    let tree = tree();
    let names: BTreeSet<&str> = tree.iter().filter_map(|line| line.split(' ').next()).collect();
    let known = [
        "arraydeque",
        "arrayvec",
        "granit-parser",
        "heck",
        "itoa",
        "kmd-catalog",
        "kmd-events",
        "kmd-macros",
        "proc-macro2",
        "quote",
        "smallvec",
        "strsim",
        "syn",
        "unicode-ident",
    ];
    assert_eq!(names.into_iter().collect::<Vec<_>>(), known);
    let text = std::fs::read_to_string(root().join("README.md")).expect("the README");
    let text = text.replace('\n', " ");
    let own = known.iter().filter(|name| name.starts_with("kmd-")).count();
    let sentence = format!("A build with the default features compiles {} crates, three of which", known.len());
    assert!(text.contains(&sentence) && own == 3);
}

#[test]
fn syn_is_built_with_what_is_used_of_it() {
    let tree = tree();
    let syn = tree.iter().find(|line| line.starts_with("syn ")).expect("syn");
    assert_eq!(syn.rsplit('|').next(), Some("parsing"), "{syn}");
}

/// Every crate of a default build with its features.
fn tree() -> BTreeSet<String> {
    let arguments =
        ["tree", "-p", "kmd-events", "-e", "no-dev", "--prefix", "none", "--no-dedupe", "--format", "{p}|{f}"];
    let output = cargo(root(), &arguments, &[]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(str::to_owned).collect()
}
