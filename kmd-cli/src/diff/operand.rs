//! The operands: files, or files of a git revision, to a catalog.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail};
use kmd_catalog::{Model, Places, Source};
use kmd_events::LoadedCatalog;

use super::change::Place;
use crate::catalog;

/// A version of a catalog.
pub(crate) struct Version {
    pub(crate) source: Source,
    places: Places,
    pub(crate) model: Model,
    pub(crate) catalog: LoadedCatalog,
}

impl Version {
    /// Reads the catalog of an operand: a file, several files with commas between them, or files of git revisions. `-` is
    /// standard input.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read, or if the catalog has mistakes.
    pub(crate) fn open(operand: &str) -> anyhow::Result<Self> {
        let mut source: Option<Source> = None;
        let operands = if Path::new(operand).is_file() { vec![operand] } else { operand.split(',').collect() };
        for operand in operands {
            let text = read(operand)?;
            source = Some(match source {
                None => Source::new(operand, text),
                Some(source) => source.with(operand, &text),
            });
        }
        Self::new(source.unwrap_or_default())
    }

    /// Creates a version from its text.
    fn new(source: Source) -> anyhow::Result<Self> {
        let (source, model) = catalog::without_mistakes(kmd_catalog::load_source(source))?;
        Ok(Self { places: Places::new(&source), catalog: catalog::loaded(&model), source, model })
    }

    /// Returns the place of the first path that exists, or the beginning of the catalog.
    pub(crate) fn place(&self, paths: &[&[&str]]) -> Place {
        let span = paths.iter().find_map(|path| self.places.find(path)).unwrap_or_default();
        self.place_of(span.start)
    }

    /// Returns the place of `{name}` in the string at one of the paths, or of the first string.
    pub(crate) fn place_in(&self, name: &str, paths: &[&[&str]]) -> Place {
        let begin = format!("{{{name}");
        for path in paths {
            let Some(span) = self.places.find(path) else { continue };
            let text = span.slice(&self.source.text);
            let mut found = text.match_indices(&begin).map(|(at, _)| at);
            if let Some(at) = found.find(|at| text[at + begin.len()..].starts_with([':', '}'])) {
                return self.place_of(span.start + at);
            }
        }
        self.place(paths)
    }

    fn place_of(&self, start: usize) -> Place {
        let place = self.source.locate(kmd_catalog::Span { start, end: start });
        match place {
            Some((path, position)) => Place { path: path.to_owned(), line: position.line, column: position.column },
            None => Place { path: self.source.path.clone(), line: 1, column: 1 },
        }
    }
}

/// Returns the text of a file, of standard input, or of a file in a git revision.
fn read(operand: &str) -> anyhow::Result<String> {
    if operand == "-" {
        return std::io::read_to_string(std::io::stdin()).context("standard input");
    }
    let is_file = Path::new(operand).exists();
    match operand.split_once(':') {
        Some((revision, path)) if !is_file && !revision.is_empty() && !path.is_empty() => {
            of_revision(operand, revision)
        }
        _ => std::fs::read_to_string(operand).with_context(|| format!("cannot read `{operand}`")),
    }
}

/// Returns the text of a file in a git revision.
fn of_revision(operand: &str, revision: &str) -> anyhow::Result<String> {
    // A path is that from the folder of the program, as everywhere else on the command line.
    let (_, path) = operand.split_once(':').unwrap_or_default();
    let object = if path.starts_with(['.', '/']) { operand.to_owned() } else { format!("{revision}:./{path}") };
    let output = Command::new("git")
        .args(["cat-file", "blob", &object])
        .output()
        .with_context(|| format!("cannot run git to read `{operand}`"))?;
    if !output.status.success() {
        let reason = String::from_utf8_lossy(&output.stderr);
        bail!("cannot read `{operand}` from git: {}", reason.trim().trim_start_matches("fatal: "));
    }
    String::from_utf8(output.stdout).with_context(|| format!("cannot read `{operand}`"))
}
