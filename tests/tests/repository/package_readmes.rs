//! The READMEs of the packages. A package contains no other file of the repository that a link could lead to.

use std::fs;

use kmd_tests::cargo::root;

use crate::links::{has_anchor, targets};
use crate::read;

const PACKAGES: [&str; 7] =
    ["kmd-catalog", "kmd-macros", "kmd-events", "kmd-loader", "kmd-diff", "kmd-rules", "kmd-cli"];

/// Returns the README of the root with the pages of the guides on docs.rs in place of their files.
fn package_readme() -> String {
    let line = |line: &str| match line.split_once("]: kmd-events/src/guide/") {
        Some((name, file)) => {
            let guide = file.strip_suffix(".md").expect("a guide");
            format!("{name}]: https://docs.rs/kmd-events/latest/kmd_events/guide/{guide}/index.html\n")
        }
        None => format!("{line}\n"),
    };
    read("README.md").lines().map(line).collect()
}

/// `UPDATE=1 cargo test -p kmd-tests --test repository` writes the README of the package.
#[test]
fn the_readme_of_the_package_is_that_of_the_root_with_links_to_docs_rs() {
    let file = root().join("kmd-events/README.md");
    let expected = package_readme();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &expected).expect("written");
    }
    assert!(!file.is_symlink(), "the links to the guides differ");
    let is_expected = fs::read_to_string(&file).expect("the README") == expected;
    assert!(is_expected, "write kmd-events/README.md with `UPDATE=1 cargo test -p kmd-tests --test repository`");
    let guides = fs::read_dir(root().join("kmd-events/src/guide")).expect("the guides").count();
    assert_eq!(expected.matches("]: https://docs.rs/").count(), guides);
}

#[test]
fn no_link_leads_out_of_a_package() {
    for package in PACKAGES {
        let page = format!("{package}/README.md");
        let text = read(&page);
        for target in targets(&text) {
            match target.strip_prefix('#') {
                Some(anchor) => assert!(has_anchor(&text, anchor), "{page}: {target}"),
                None => assert!(target.starts_with("https://"), "{page}: {target}"),
            }
        }
    }
}
