//! Checks that the files of the repository agree with each other. These tests run no code of the crates.

use std::fs;
use std::path::{Path, PathBuf};

use kmd_tests::cargo::root;

mod benchmarks;
mod code_blocks;
mod dependencies;
mod guides;
mod layout;
mod links;
mod messages_md;
mod needs;
mod package_readmes;
mod readme;
mod scale;
mod security;
mod sources;
mod style;
mod versions;

/// Returns the text of a file, by its path from the root.
fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the files in a folder and in the folders below it, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Returns the path of a file from the root, with `/` between its parts.
fn relative(file: &Path) -> String {
    let path = file.strip_prefix(root()).expect("below the root");
    path.to_string_lossy().replace('\\', "/")
}
