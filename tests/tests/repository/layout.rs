//! The layout in ARCHITECTURE.md equals the disk.

use std::collections::BTreeSet;
use std::fs;

use kmd_tests::cargo::root;

use crate::{files, read, relative};

/// The folders of which the layout names every file.
const SOURCES: [&str; 7] = [
    "kmd-catalog/src",
    "kmd-macros/src",
    "kmd-events/src",
    "kmd-loader/src",
    "kmd-diff/src",
    "kmd-rules/src",
    "kmd-cli/src",
];

#[test]
fn layout_names_what_exists() {
    for path in layout() {
        assert!(root().join(&path).exists(), "{path}");
    }
}

#[test]
fn layout_names_every_source_file() {
    let sources: BTreeSet<String> =
        SOURCES.iter().flat_map(|folder| files(&root().join(folder))).map(|file| relative(&file)).collect();
    assert!(!sources.is_empty());
    let unnamed: Vec<String> = sources.difference(&layout()).cloned().collect();
    assert!(unnamed.is_empty(), "{unnamed:#?}");
}

#[test]
fn layout_names_every_entry_of_the_root() {
    let layout = layout();
    let ignored = read(".gitignore");
    let is_ignored = |name: &str| {
        let mut patterns = ignored.lines().map(|line| line.trim_start_matches('/'));
        patterns.any(|pattern| match pattern.strip_suffix('*') {
            Some(beginning) => name.starts_with(beginning),
            None => name == pattern,
        })
    };
    for entry in fs::read_dir(root()).expect("the root") {
        let name = entry.expect("an entry").file_name();
        let name = name.to_string_lossy();
        // The files that every Rust repository has need no explanation.
        let is_known = [".git", ".gitignore", "Cargo.lock", "LICENSE-APACHE", "LICENSE-MIT"].contains(&&*name);
        let is_named = layout.iter().any(|path| path.split('/').next() == Some(&*name));
        assert!(is_known || is_ignored(&name) || is_named, "{name}");
    }
}

/// Returns the paths of the layout. Each line has the names of one or more files, separated by one space, and after two
/// or more spaces what they hold. The lines of a folder are indented below its name, which ends in `/`.
fn layout() -> BTreeSet<String> {
    let text = read("ARCHITECTURE.md");
    let block = text.split("```text\n").nth(1).expect("the layout");
    let block = block.split("```").next().expect("its end");
    let mut folders: Vec<(usize, String)> = Vec::new();
    let mut paths = BTreeSet::new();
    for line in block.lines() {
        let entry = line.trim_start();
        let indentation = line.len() - entry.len();
        folders.retain(|&(outer, _)| outer < indentation);
        let folder = folders.last().map_or("", |(_, folder)| folder).to_owned();
        let names = entry.split("  ").next().expect("names");
        for name in names.split(' ') {
            let path = format!("{folder}{name}");
            if name.ends_with('/') {
                folders.push((indentation, path.clone()));
            }
            paths.insert(path.trim_end_matches('/').to_owned());
        }
    }
    assert!(paths.len() > 20);
    paths
}
