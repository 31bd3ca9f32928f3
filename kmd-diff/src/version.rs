//! Versions of a catalog, in files or in files of a git revision.

use std::io::{self, Read as _};
use std::path::Path;
use std::process::Command;

use kmd_catalog::{Loaded, Model, Places, Source};
use kmd_events::LoadedCatalog;

use crate::change::Place;
use crate::error::{Error, Kind};

/// A version of a catalog.
#[derive(Debug)]
pub struct Version {
    source: Source,
    places: Places,
    pub(crate) model: Model,
    pub(crate) catalog: LoadedCatalog,
}

impl Version {
    /// Reads the catalog of an operand of `kmd diff`: a file, several files of one catalog with commas between them, or
    /// `REV:PATH` for a file of a git revision, such as `v1.4.0:messages.yaml`. `-` is standard input.
    ///
    /// Relative paths start at the working directory, including those of a git revision.
    ///
    /// ```no_run
    /// let version = kmd_diff::Version::open("messages.yaml")?;
    /// assert!(kmd_diff::compare(&version, &version).is_empty());
    /// # Ok::<(), kmd_diff::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read, or if the catalog has mistakes.
    pub fn open(operand: &str) -> Result<Self, Error> {
        let mut files = Vec::new();
        let operands = if Path::new(operand).exists() { vec![operand] } else { operand.split(',').collect() };
        if operands.contains(&"") {
            return Err(Kind::MissingName(operand.to_owned()).into());
        }
        for operand in operands {
            files.push((operand, read(operand)?));
        }
        Self::new(kmd_catalog::load_bytes(files))
    }

    /// Parses a version from its text. The path is only for the places of changes and mistakes.
    ///
    /// # Errors
    ///
    /// Returns an error if the catalog has mistakes.
    pub fn parse(path: &str, text: &str) -> Result<Self, Error> {
        Self::new(kmd_catalog::load_source(Source::new(path, text)))
    }

    fn new(catalog: Loaded) -> Result<Self, Error> {
        let (source, model) = kmd_loader::check(catalog)?;
        Ok(Self { places: Places::new(&source), catalog: kmd_loader::load(&model), source, model })
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

/// Returns the contents of a file, of standard input, or of a file in a git revision.
fn read(operand: &str) -> Result<Vec<u8>, Error> {
    if operand == "-" {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().read_to_end(&mut bytes);
        return Ok(read.map(|_| bytes).map_err(|error| Kind::Io(String::from("standard input"), error))?);
    }
    let is_file = Path::new(operand).exists();
    match operand.split_once(':') {
        Some((revision, path)) if !is_file && !revision.is_empty() && !path.is_empty() => {
            of_revision(operand, revision, path)
        }
        _ => Ok(std::fs::read(operand).map_err(|error| Kind::Io(format!("cannot read `{operand}`"), error))?),
    }
}

/// Returns the contents of a file in a git revision.
fn of_revision(operand: &str, revision: &str, path: &str) -> Result<Vec<u8>, Error> {
    // A path is that from the folder of the program, as everywhere else on the command line.
    let object = if path.starts_with(['.', '/']) { operand.to_owned() } else { format!("{revision}:./{path}") };
    let output = Command::new("git").args(["cat-file", "blob", "--end-of-options", &object]).output();
    let output = output.map_err(|error| Kind::Io(format!("cannot run git to read `{operand}`"), error))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let reason = String::from_utf8_lossy(&output.stderr);
    let reason = reason.trim().trim_start_matches("fatal: ");
    Err(Kind::Git(operand.to_owned(), reason.to_owned()).into())
}
