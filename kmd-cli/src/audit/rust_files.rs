//! The Rust sources in folders, and the calls in them.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::bail;
use proc_macro2::TokenStream;
use walkdir::{DirEntry, WalkDir};

use super::calls::{Found, Macros};
use crate::output::quoted;

/// A call of a macro in a file, or a message in a catalog.
pub(super) struct Place {
    pub(super) tag: String,
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// What sources contain.
#[derive(Default)]
pub(super) struct Sources {
    /// The calls in the order of the paths.
    pub(super) calls: Vec<Place>,
    /// The files that cannot be read, each with the reason.
    pub(super) problems: Vec<String>,
}

/// Reads the Rust sources in folders, except in hidden folders, in the folder of build output, and in the folders of a package
/// for tests and benchmarks.
///
/// # Errors
///
/// Returns an error if a path does not exist.
pub(super) fn read(paths: &[PathBuf], mut macros: Macros<'_>) -> anyhow::Result<Sources> {
    let mut sources = Sources::default();
    let mut files = Vec::new();
    for path in paths {
        if let Err(error) = fs::metadata(path) {
            bail!("cannot read {}: {error}", quoted(path));
        }
        for entry in WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(is_source) {
            match entry {
                Ok(entry) if is_rust(&entry) => files.push(entry.into_path()),
                Ok(_) => {}
                Err(error) => sources.problems.push(error.to_string()),
            }
        }
    }
    if files.is_empty() && sources.problems.is_empty() {
        let names: Vec<String> = paths.iter().map(|path| quoted(path)).collect();
        bail!("no Rust file in {}", names.join(", "));
    }
    // A file may be in two of the folders.
    files.sort();
    files.dedup();
    // A name can be given to a name of an earlier or a later file.
    while add_names(&files, &mut macros) {}
    let mut test_modules = HashSet::new();
    let mut found = Vec::new();
    for file in files {
        match find(&file, &macros) {
            Ok(Found { calls, test_modules: names }) => {
                let folder = module_folder(&file);
                test_modules.extend(names.iter().map(|name| folder.join(name)));
                found.push((file, calls));
            }
            Err(problem) => sources.problems.push(problem),
        }
    }
    found.retain(|(file, _)| !is_in_module(file, &test_modules));
    for (file, calls) in found {
        sources.calls.extend(calls.into_iter().map(|call| Place {
            tag: call.tag,
            file: file.strip_prefix(".").unwrap_or(&file).display().to_string(),
            line: call.start.line,
            column: call.start.column + 1,
        }));
    }
    Ok(sources)
}

/// Adds the names that files give to the macros, and returns whether there are new ones.
fn add_names(files: &[PathBuf], macros: &mut Macros<'_>) -> bool {
    let mut has_new = false;
    for file in files {
        // A file that cannot be read is reported with its calls.
        let text = fs::read_to_string(file).unwrap_or_default();
        if macros.may_be_renamed_in(&text) {
            has_new |= macros.add_names(without_shebang(text).parse().unwrap_or_default());
            proc_macro2::extra::invalidate_current_thread_spans();
        }
    }
    has_new
}

/// Finds the calls in a file.
fn find(file: &Path, macros: &Macros<'_>) -> Result<Found, String> {
    let name = file.display();
    let text = fs::read_to_string(file).map_err(|error| format!("cannot read `{name}`: {error}"))?;
    let tokens: Result<TokenStream, _> = without_shebang(text).parse();
    let found = tokens
        .map(|tokens| macros.find(tokens))
        .map_err(|error| format!("{name}:{}: cannot parse the file: {error}", error.span().start().line));
    // Otherwise, the text of each file would be kept in memory.
    proc_macro2::extra::invalidate_current_thread_spans();
    found
}

/// Returns a text with `//` in place of the `#!` of a shebang, which is not an attribute.
fn without_shebang(text: String) -> String {
    match text.strip_prefix("#!") {
        Some(rest) if !rest.trim_start().starts_with('[') => format!("//{rest}"),
        _ => text,
    }
}

fn is_source(entry: &DirEntry) -> bool {
    let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
    let is_folder = entry.file_type().is_dir();
    let is_for_tests = || {
        let package = entry.path().parent().map(|parent| parent.join("Cargo.toml"));
        ["tests", "benches"].iter().any(|name| entry.file_name() == *name) && package.is_some_and(|file| file.exists())
    };
    // Cargo marks the folder of build output, whose name can be any.
    let is_output = || entry.path().join("CACHEDIR.TAG").exists();
    entry.depth() == 0 || !is_folder || !is_hidden && !is_for_tests() && !is_output()
}

fn is_rust(entry: &DirEntry) -> bool {
    entry.path().is_file()
        && (entry.depth() == 0 || entry.path().extension().is_some_and(|extension| extension == "rs"))
}

/// Returns the folder with the modules of a file: `src` for `src/lib.rs`, and `src/log` for `src/log.rs`.
fn module_folder(file: &Path) -> PathBuf {
    match file.file_stem().and_then(|stem| stem.to_str()) {
        Some("lib" | "main" | "mod") => file.parent().unwrap_or(file).to_owned(),
        _ => file.with_extension(""),
    }
}

/// Returns whether a file belongs to one of the modules, such as `src/tests.rs` and `src/tests/log.rs` to `src/tests`.
fn is_in_module(file: &Path, modules: &HashSet<PathBuf>) -> bool {
    modules.contains(&file.with_extension("")) || file.ancestors().any(|folder| modules.contains(folder))
}
