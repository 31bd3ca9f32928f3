//! The source files of the published crates.

mod modules;
mod uses;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use kmd_tests::cargo::root;
use modules::Modules;
use uses::{Edges, edges};

use crate::files;

#[test]
fn macros_do_not_mention_kmd() {
    // The macros serve every catalog alike; only tests and documentation may mention one.
    let folders = ["kmd-catalog/src", "kmd-macros/src"];
    for entry in folders.iter().flat_map(|folder| files(&root().join(folder))) {
        let text = fs::read_to_string(&entry).expect("a source");
        let code = text.split("#[cfg(test)]").next().expect("code");
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let line = line.replace('-', "_");
            let line = line.replace("kmd_events", "").replace("kmd_catalog", "");
            assert!(!line.to_lowercase().contains("kmd"), "{}: {line}", entry.display());
        }
    }
}

/// The published crates.
const CRATES: [&str; 7] = ["kmd-catalog", "kmd-macros", "kmd-events", "kmd-loader", "kmd-diff", "kmd-rules", "kmd-cli"];

fn sources(name: &str) -> PathBuf {
    root().join(name).join("src")
}

#[test]
fn file_names_are_unique_within_a_crate() {
    for name in CRATES {
        let mut known = BTreeMap::new();
        for file in files(&sources(name)) {
            let base = file.file_name().expect("a name").to_owned();
            let other = known.insert(base, file.clone());
            assert!(other.is_none(), "{} and {other:?}", file.display());
        }
    }
}

/// The longest file that is easy to find one's way in, without its unit tests.
const MAX_LINES: usize = 300;

#[test]
fn files_are_short() {
    let mut long = Vec::new();
    for name in CRATES {
        for (file, ..) in Modules::read(&sources(name)).files {
            let text = fs::read_to_string(sources(name).join(&file)).expect("a source");
            let code = text.split("\n#[cfg(test)]\nmod tests {").next().expect("code");
            let lines = code.lines().count();
            if lines > MAX_LINES {
                long.push(format!("{name}/src/{file}: {lines}"));
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn files_use_each_other_without_cycles() {
    let mut cycles = Vec::new();
    for name in CRATES {
        let edges = edges(&Modules::read(&sources(name)));
        assert!(edges.values().any(|used| !used.is_empty()), "{name}");
        for (file, used) in &edges {
            for (other, path) in used {
                if reaches(&edges, other, file) {
                    cycles.push(format!("{name}: {file} uses {other}: {path}"));
                }
            }
        }
    }
    assert!(cycles.is_empty(), "{cycles:#?}");
}

/// Returns whether a file uses another, directly or through others.
fn reaches(edges: &Edges, file: &str, other: &str) -> bool {
    let mut reached = BTreeSet::from([file]);
    let mut next = vec![file];
    while let Some(file) = next.pop() {
        let used = edges[file].keys().map(String::as_str);
        next.extend(used.filter(|used| reached.insert(used)));
    }
    reached.contains(other)
}

#[test]
fn exports_lead_to_the_file_that_defines() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("written");
    fs::create_dir(folder.path().join("parent")).expect("a folder");
    write(
        "lib.rs",
        "mod free; mod parent; pub use parent::Child; use std::fmt;\n\
         #[cfg(test)] mod tests { use crate::free::Free; }",
    );
    write("free.rs", "pub struct Free; fn f() { format!(\"{}\", crate::Child::new(free.parent)) }");
    write(
        "parent.rs",
        "mod child; mod other; pub use self::child::Child; pub(crate) struct Parent; fn f(_: other::Other) {}",
    );
    write("parent/child.rs", "use super::*; pub struct Child(Parent);");
    write("parent/other.rs", "mod inner { use crate::free; fn f(_: free::Free) {} } pub struct Other;");
    let edges = edges(&Modules::read(folder.path()));
    let found: Vec<(&str, Vec<&str>)> =
        edges.iter().map(|(file, used)| (&**file, used.keys().map(String::as_str).collect())).collect();
    assert_eq!(
        found,
        [
            ("free.rs", vec!["parent/child.rs"]),
            ("lib.rs", vec![]),
            ("parent.rs", vec!["parent/other.rs"]),
            ("parent/child.rs", vec!["parent.rs"]),
            ("parent/other.rs", vec!["free.rs"]),
        ]
    );
    assert!(reaches(&edges, "free.rs", "free.rs"));
    assert!(!reaches(&edges, "free.rs", "lib.rs"));
}
