//! What the compiler says of a mistaken call, each case under `ui/` one mistake.
//!
//! After a change of wording: `TRYBUILD=overwrite cargo test -p kmd-tests --test ui`, and read every
//! line of what changed.

#[path = "support/cargo.rs"]
#[allow(dead_code)]
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use support::compiler;

/// The compiler whose words stand in `ui/rustc`.
const COMPILER: &str = "rustc 1.95.";

#[test]
fn mistakes_are_explained() {
    place_catalogues();
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/macro/*.rs");
    cases.compile_fail("ui/catalog/*.rs");
    // Other compilers word their own errors differently; the macros' words are the same everywhere.
    if compiler().starts_with(COMPILER) {
        cases.compile_fail("ui/rustc/*.rs");
        cases.compile_fail("ui/several/*.rs");
    }
}

/// A catalogue's path begins at the `Cargo.toml` of its crate, and the crate of the cases is one that
/// trybuild writes.
fn place_catalogues() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .expect("the target folder");
    let project = target.join("tests/trybuild").join(env!("CARGO_PKG_NAME"));
    fs::create_dir_all(&project).expect("a folder");
    for path in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/catalogues")) {
        let name = path.file_name().expect("a name");
        fs::copy(&path, project.join(name)).expect("a copy");
    }
}

/// What was said of each case in a folder under `ui`, by the name of the case.
fn said(folder: &str) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for path in files(
        &Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("ui")
            .join(folder),
    ) {
        if path
            .extension()
            .is_some_and(|extension| extension == "stderr")
        {
            let text = fs::read_to_string(&path).expect("readable");
            said.insert(
                path.file_stem()
                    .expect("a name")
                    .to_string_lossy()
                    .into_owned(),
                text,
            );
        }
    }
    said
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries
        .map(|entry| entry.expect("an entry").path())
        .collect()
}

/// `mistakes_are_explained` proves that these files are what the compiler says, all of it.
#[test]
fn one_mistake_is_one_error_and_nothing_else() {
    for folder in ["macro", "rustc", "catalog", "several"] {
        for (case, text) in said(folder) {
            let starts = |word: &str| text.lines().filter(|line| line.starts_with(word)).count();
            assert_eq!(starts("warning"), 0, "{folder}/{case}:\n{text}");
            if matches!(folder, "macro" | "rustc") {
                assert_eq!(starts("error"), 1, "{folder}/{case}:\n{text}");
            }
        }
    }
}

#[test]
fn every_case_has_its_answer_and_every_answer_its_case() {
    for folder in ["macro", "rustc", "several", "catalog"] {
        let mut kinds: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
        for path in files(
            &Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("ui")
                .join(folder),
        ) {
            let extension = path
                .extension()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            kinds
                .entry(path.with_extension(""))
                .or_default()
                .push(extension);
        }
        assert!(!kinds.is_empty(), "{folder}");
        for (case, mut extensions) in kinds {
            extensions.sort();
            assert_eq!(extensions, ["rs", "stderr"], "{}", case.display());
        }
    }
}
