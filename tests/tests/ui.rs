//! Tests of the compiler output for wrong calls. Each case in `ui/` has one mistake.
//!
//! After a change, run `UPDATE=1 cargo test -p kmd-tests --test ui` and review every changed line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use kmd_tests::cargo::compiler;

/// The compiler version of the expected output in `ui/rustc`.
const COMPILER: &str = "rustc 1.95.";

#[test]
fn mistakes_are_explained() {
    copy_fixtures();
    if env::var_os("UPDATE").is_some() && env::var_os("TRYBUILD").is_none() {
        overwrite();
        return;
    }
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/call/*.rs");
    cases.compile_fail("ui/catalog/*.rs");
    // Other compilers word their own errors differently, but the errors of the macros are the same.
    if compiler().starts_with(COMPILER) {
        cases.compile_fail("ui/rustc/*.rs");
        cases.compile_fail("ui/multiple/*.rs");
    }
}

/// Runs `mistakes_are_explained` in a process with the environment variable that makes trybuild write the expected
/// output.
fn overwrite() {
    let status = Command::new(env::current_exe().expect("this test"))
        .args(["--exact", "mistakes_are_explained", "--nocapture"])
        .env("TRYBUILD", "overwrite")
        .status()
        .expect("this test runs");
    assert!(status.success(), "a case compiles, or has an error that cannot be written");
}

/// Copies the fixtures. The path of a catalog is relative to the `Cargo.toml` of its crate, and trybuild generates the
/// crate of the cases.
fn copy_fixtures() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder");
    let project = target.join("tests/trybuild").join(env!("CARGO_PKG_NAME"));
    fs::create_dir_all(&project).expect("a folder");
    for path in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")) {
        let name = path.file_name().expect("a name");
        fs::copy(&path, project.join(name)).expect("a copy");
    }
}

/// Returns the expected output of each case in a folder in `ui`, by the name of the case.
fn said(folder: &str) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for path in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ui").join(folder)) {
        if path.extension().is_some_and(|extension| extension == "stderr") {
            let text = fs::read_to_string(&path).expect("readable");
            said.insert(path.file_stem().expect("a name").to_string_lossy().into_owned(), text);
        }
    }
    said
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

/// `mistakes_are_explained` checks that these files are the complete output of the compiler.
#[test]
fn one_mistake_is_one_error_and_nothing_else() {
    for folder in ["call", "rustc", "catalog", "multiple"] {
        for (case, text) in said(folder) {
            let starts = |word: &str| text.lines().filter(|line| line.starts_with(word)).count();
            assert_eq!(starts("warning"), 0, "{folder}/{case}:\n{text}");
            if matches!(folder, "call" | "rustc") {
                assert_eq!(starts("error"), 1, "{folder}/{case}:\n{text}");
            }
        }
    }
}

#[test]
fn every_case_has_a_stderr_file() {
    for folder in ["call", "rustc", "multiple", "catalog"] {
        let mut kinds: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
        for path in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ui").join(folder)) {
            let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
            kinds.entry(path.with_extension("")).or_default().push(extension);
        }
        assert!(!kinds.is_empty(), "{folder}");
        for (case, mut extensions) in kinds {
            extensions.sort();
            assert_eq!(extensions, ["rs", "stderr"], "{}", case.display());
        }
    }
}
