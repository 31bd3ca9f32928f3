//! The text of a catalog and the paths of its files.

use std::collections::HashSet;
use std::io::Read;
use std::path::Path;

use crate::diagnostics::Diagnostic;
use crate::encoding::other_encoding;
use crate::snippet;
use crate::span::{Position, Span};

/// The maximum size of a file, in bytes. A catalog of 10,000 messages has about a tenth of this size.
const MAX_FILE_SIZE: u64 = 16 << 20;

/// The text of a catalog and the paths of its files.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The path of the first file, as passed by the caller.
    pub path: String,
    /// The texts of all files, one after another. Invalid UTF-8 is replaced by U+FFFD.
    pub text: String,
    /// Whether each path is that of an existing file.
    pub exists: bool,
    files: Vec<File>,
}

/// The place of a diagnostic: a file, and the wrong part of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location<'a> {
    /// The path of the file, as passed by the caller.
    pub path: &'a str,
    /// The text of the file. It is empty if the file cannot be read.
    pub text: &'a str,
    /// The wrong part of `text`, or `None` if the mistake concerns the whole file.
    pub span: Option<Span>,
}

/// The files that paths name.
pub(crate) enum Origin<'a> {
    /// Relative paths are below a folder, and others are a mistake.
    Folder(&'a Path),
    /// Paths are those of the working directory, and `-` is this input.
    WorkingDirectory(&'a mut dyn Read),
}

/// The path of standard input.
const STDIN: &str = "-";

/// A file of a catalog.
#[derive(Clone, Debug)]
struct File {
    path: String,
    /// The part of [`Source::text`] that the file contains.
    span: Span,
    exists: bool,
    is_valid: bool,
}

impl Source {
    /// Creates a source from a text in memory.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let (path, text) = (path.into(), text.into());
        let span = Span { start: 0, end: text.len() };
        let files = vec![File { path: path.clone(), span, exists: true, is_valid: true }];
        Self { path, text, exists: true, files }
    }

    /// Adds the text of another file of the catalog, which is in memory too.
    ///
    /// ```
    /// use kmd_catalog::{Position, Source, Span};
    ///
    /// let source = Source::new("head.yaml", "prefix: APP\n").with("messages.yaml", "messages:\n  APP_UP:\n");
    /// let start = source.text.find("APP_UP").ok_or("a tag")?;
    /// let place = Position { line: 2, column: 3 };
    /// assert_eq!(source.locate(Span { start, end: start }), Some(("messages.yaml", place)));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn with(mut self, path: impl Into<String>, text: &str) -> Self {
        // A line never extends over two files.
        self.text.push('\n');
        let start = self.text.len();
        self.text.push_str(text);
        let span = Span { start, end: self.text.len() };
        self.files.push(File { path: path.into(), span, exists: true, is_valid: true });
        self
    }

    /// Returns the path of the file in which a span begins, and the position there.
    #[must_use]
    pub fn locate(&self, span: Span) -> Option<(&str, Position)> {
        let file = self.file(span.start)?;
        let offset = span.start.checked_sub(file.span.start)?;
        Some((&file.path, Position::of(file.span.slice(&self.text), offset)))
    }

    /// Renders a diagnostic of this source in the layout of rustc, with the line of the text and without the leading
    /// `error:`.
    #[must_use]
    pub fn render(&self, diagnostic: &Diagnostic) -> String {
        let Location { path, text, span } = self.location(diagnostic);
        snippet::render(path, text, span, diagnostic)
    }

    /// Returns the file of a diagnostic, and its place in the text of that file.
    ///
    /// ```
    /// let text = "prefix: app\nprocess: appd\nmessages: {}\n";
    /// let source = kmd_catalog::Source::new("messages.yaml", text);
    /// let (_, diagnostics) = kmd_catalog::parse(text);
    /// let location = source.location(&diagnostics[0]);
    /// assert_eq!(location.path, "messages.yaml");
    /// assert_eq!(location.span.map(|span| span.slice(location.text)), Some("app"));
    /// ```
    #[must_use]
    pub fn location<'a>(&'a self, diagnostic: &'a Diagnostic) -> Location<'a> {
        let file = self.file(diagnostic.span.unwrap_or_default().start);
        let (text, start) = file.map_or(("", 0), |file| (file.span.slice(&self.text), file.span.start));
        let local = |offset: usize| offset.checked_sub(start).filter(|&offset| text.is_char_boundary(offset));
        Location {
            path: diagnostic.path.as_ref().or(file.map(|file| &file.path)).unwrap_or(&self.path),
            text,
            span: diagnostic.span.and_then(|span| Some(Span { start: local(span.start)?, end: local(span.end)? })),
        }
    }

    /// Returns the paths of the files that exist, as passed by the caller and each once.
    pub fn existing_paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().filter(|file| file.exists).map(|file| &*file.path)
    }

    /// Reads the files at `paths`. Returns a diagnostic for each file that cannot be read.
    pub(crate) fn read(mut origin: Origin<'_>, paths: &[&Path]) -> (Self, Vec<Diagnostic>) {
        let shown = |path: &Path| path.to_string_lossy().into_owned();
        let mut source = Self { path: paths.first().map_or_else(String::new, |path| shown(path)), ..Self::default() };
        let mut errors = Vec::new();
        let mut known = HashSet::new();
        for &path in paths {
            let file = match origin {
                Origin::Folder(folder) => folder.join(path),
                Origin::WorkingDirectory(_) => path.to_owned(),
            };
            let name = shown(path);
            let error = if known.insert(std::fs::canonicalize(&file).unwrap_or(file)) {
                source.add(&name, |file| load(&mut origin, path, file)).err()
            } else {
                Some(Diagnostic::new(format!("file `{name}` is listed twice")).help("remove one"))
            };
            errors.extend(error.map(|error| Diagnostic { path: Some(name), ..error }));
        }
        source.exists = source.files.iter().all(|file| file.exists);
        (source, errors)
    }

    /// Creates a source from the bytes of its files. Returns a diagnostic for each file that is not a text.
    pub(crate) fn from_bytes(files: Vec<(String, Vec<u8>)>) -> (Self, Vec<Diagnostic>) {
        let path = files.first().map(|(path, _)| path.clone()).unwrap_or_default();
        let mut source = Self { path, exists: true, ..Self::default() };
        let mut errors = Vec::new();
        for (path, bytes) in files {
            let in_memory = |file: &mut File| {
                file.exists = true;
                Ok(bytes)
            };
            let error = source.add(&path, in_memory).err();
            errors.extend(error.map(|error| Diagnostic { path: Some(path), ..error }));
        }
        (source, errors)
    }

    /// Returns the spans of the files that contain valid UTF-8.
    pub(crate) fn valid_files(&self) -> impl Iterator<Item = Span> {
        self.files.iter().filter(|file| file.is_valid).map(|file| file.span)
    }

    /// Returns the span of the file that contains `offset`.
    pub(crate) fn file_span(&self, offset: usize) -> Option<Span> {
        self.file(offset).map(|file| file.span)
    }

    /// Returns whether the catalog has more than one file.
    pub(crate) fn has_several_files(&self) -> bool {
        self.files.len() > 1
    }

    /// Returns the file and the line of `offset` in a sentence.
    pub(crate) fn place(&self, offset: usize) -> String {
        self.file(offset).map_or_else(String::new, |file| {
            let line = Position::of(file.span.slice(&self.text), offset - file.span.start).line;
            format!("`{}`, line {line}", file.path)
        })
    }

    fn file(&self, offset: usize) -> Option<&File> {
        let after = self.files.partition_point(|file| file.span.start <= offset);
        self.files.get(after.saturating_sub(1))
    }

    /// Adds the file at `path`, and its text if it can be read.
    fn add(
        &mut self,
        path: &str,
        load: impl FnOnce(&mut File) -> Result<Vec<u8>, Diagnostic>,
    ) -> Result<(), Diagnostic> {
        // A line never extends over two files.
        if !self.files.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        let mut file = File { path: path.to_owned(), span: Span { start, end: start }, exists: false, is_valid: false };
        let loaded = load(&mut file).and_then(|bytes| self.decode(bytes, path));
        file.span.end = self.text.len();
        file.is_valid = loaded.is_ok();
        self.files.push(file);
        loaded
    }

    /// Adds the text of a file.
    fn decode(&mut self, bytes: Vec<u8>, path: &str) -> Result<(), Diagnostic> {
        if let Some(encoding) = other_encoding(&bytes) {
            return Err(Diagnostic::new(format!("expected UTF-8, found {encoding}")).help("save the file as UTF-8"));
        }
        let start = self.text.len();
        match String::from_utf8(bytes) {
            Ok(text) => self.text.push_str(&text),
            Err(error) => {
                self.text.push_str(&String::from_utf8_lossy(error.as_bytes()));
                let start = start + error.utf8_error().valid_up_to();
                let end = start + char::REPLACEMENT_CHARACTER.len_utf8();
                let diagnostic = Diagnostic::new("invalid UTF-8").help("save the file as UTF-8");
                return Err(Diagnostic { span: Some(Span { start, end }), ..diagnostic });
            }
        }
        let text = &self.text[start..];
        if is_path_to(text, path) {
            let message = format!("expected YAML, found the path `{}`", text.trim());
            return Err(Diagnostic::new(message)
                .help("enable symbolic links (`git config core.symlinks true`) and check the file out again")
                .note("the file is a symbolic link that was checked out as text"));
        }
        Ok(())
    }
}

/// Reads the bytes of the file at `path`. Bytes that are not UTF-8 are U+FFFD in the path of `file`, which errors show.
fn load(origin: &mut Origin<'_>, path: &Path, file: &mut File) -> Result<Vec<u8>, Diagnostic> {
    let is_relative_to = match origin {
        Origin::Folder(_) => Some("the path is relative to Cargo.toml"),
        Origin::WorkingDirectory(_) => None,
    };
    let with_note = |error: Diagnostic| match is_relative_to {
        Some(note) => error.note(note),
        None => error,
    };
    let name = if path.as_os_str() == STDIN { "standard input".to_owned() } else { format!("`{}`", file.path) };
    let cannot_read = |error: std::io::Error| with_note(Diagnostic::new(format!("cannot read {name}: {error}")));
    let path = match origin {
        Origin::Folder(_) if path.is_absolute() => {
            return Err(with_note(Diagnostic::new("expected a relative path, found an absolute path")));
        }
        Origin::Folder(folder) => folder.join(path),
        Origin::WorkingDirectory(input) if path.as_os_str() == STDIN => {
            file.exists = true;
            return read(&mut **input)
                .map_err(cannot_read)?
                .ok_or_else(|| too_large(format_args!("more than {MAX_FILE_SIZE}")));
        }
        Origin::WorkingDirectory(_) => path.to_owned(),
    };
    let metadata = std::fs::metadata(&path).map_err(cannot_read)?;
    if metadata.is_dir() {
        return Err(Diagnostic::new("expected a file, found a directory"));
    }
    file.exists = true;
    let bytes = std::fs::File::open(&path).and_then(read).map_err(cannot_read)?;
    // A device has no size.
    bytes.ok_or_else(|| too_large(metadata.len().max(MAX_FILE_SIZE + 1)))
}

/// Reads a file, unless it is too large.
fn read(file: impl Read) -> std::io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let size = file.take(MAX_FILE_SIZE + 1).read_to_end(&mut bytes)?;
    Ok((size as u64 <= MAX_FILE_SIZE).then_some(bytes))
}

fn too_large(size: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::new(format!("file too large: {size} bytes (maximum {MAX_FILE_SIZE})"))
}

/// Returns whether `text` is only a relative path to a file with the same name as `path`.
fn is_path_to(text: &str, path: &str) -> bool {
    let text = text.trim();
    let name = |path: &str| path.rsplit('/').next().map(str::to_owned);
    text.lines().count() == 1 && !text.contains(": ") && text.contains('/') && name(text) == name(path)
}

#[cfg(test)]
mod tests {
    use super::is_path_to;

    /// The whole text must be the path of a file with the same name.
    #[test]
    fn a_link_checked_out_as_text_is_recognized() {
        assert!(is_path_to("../catalog.yaml", "log/catalog.yaml"));
        assert!(is_path_to("../catalog.yaml\n", "catalog.yaml"));
        for text in [
            "../other.yaml",
            "catalog.yaml",
            "file: ../catalog.yaml",
            "prefix: APP\n# as in ../catalog.yaml",
            "a\n../catalog.yaml",
        ] {
            assert!(!is_path_to(text, "catalog.yaml"), "{text}");
        }
    }
}
