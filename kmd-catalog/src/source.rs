//! The text of a catalog and the path of its file.

use std::path::Path;

use crate::diagnostics::Diagnostic;
use crate::snippet;
use crate::span::Span;

/// The maximum size of a file, in bytes. A catalog of 10,000 messages has about a tenth of this size.
const MAX_FILE_SIZE: u64 = 16 << 20;

/// The text of a catalog and the path of its file.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The path that was passed by the caller.
    pub path: String,
    /// The text. Invalid UTF-8 is replaced by U+FFFD.
    pub text: String,
    /// Whether the path is that of an existing file.
    pub exists: bool,
}

impl Source {
    /// Creates a source from a text in memory.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), exists: true }
    }

    /// Renders a diagnostic of this source in the layout of rustc, with the line of the text and without the leading
    /// `error:`.
    #[must_use]
    pub fn render(&self, diagnostic: &Diagnostic) -> String {
        snippet::render(&self.path, &self.text, diagnostic)
    }

    /// Reads the file at `path` in `folder`.
    pub(crate) fn read(folder: &Path, path: &str) -> (Self, Option<Diagnostic>) {
        let mut source = Self { path: path.to_owned(), ..Self::default() };
        let error = source.load(folder).err();
        (source, error)
    }

    fn load(&mut self, folder: &Path) -> Result<(), Diagnostic> {
        let relative = "the path is relative to Cargo.toml";
        if Path::new(&self.path).is_absolute() {
            return Err(Diagnostic::new("expected a relative path, found an absolute path").note(relative));
        }
        let cannot_read =
            |error: std::io::Error| Diagnostic::new(format!("cannot read the file: {error}")).note(relative);
        let file = folder.join(&self.path);
        let metadata = std::fs::metadata(&file).map_err(cannot_read)?;
        if metadata.is_dir() {
            return Err(Diagnostic::new("expected a file, found a directory"));
        }
        self.exists = true;
        let size = metadata.len();
        if size > MAX_FILE_SIZE {
            let message = format!("file too large: {size} bytes (maximum {MAX_FILE_SIZE})");
            return Err(Diagnostic::new(message));
        }
        let bytes = std::fs::read(&file).map_err(cannot_read)?;
        self.text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let start = error.utf8_error().valid_up_to();
                self.text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let end = start + char::REPLACEMENT_CHARACTER.len_utf8();
                let diagnostic = Diagnostic::new("invalid UTF-8").help("save the file as UTF-8");
                return Err(Diagnostic { span: Some(Span { start, end }), ..diagnostic });
            }
        };
        if is_path_to(&self.text, &self.path) {
            let message = format!("expected YAML, found the path `{}`", self.text.trim());
            return Err(Diagnostic::new(message)
                .help("enable symbolic links (`git config core.symlinks true`) and check the file out again")
                .note("the file is a symbolic link that was checked out as text"));
        }
        Ok(())
    }
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
