//! From the path of a file to its text.

use std::path::Path;

use crate::diagnostics::Diagnostic;
use crate::snippet;
use crate::span::Span;

/// Bytes of a file; a catalog of 10,000 messages has a tenth.
const MAX_FILE_SIZE: u64 = 16 << 20;

/// The text of a catalog and where it comes from.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The path as it was given.
    pub path: String,
    /// The text; bytes that are not UTF-8 are U+FFFD.
    pub text: String,
    /// Whether there is such a file.
    pub exists: bool,
}

impl Source {
    /// Creates a source from a text that is at hand.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), exists: true }
    }

    /// Renders one of the diagnostics of this source with its line of the text, in the layout of rustc and without
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

/// Returns whether `text` is a relative path to a file of the same name.
fn is_path_to(text: &str, path: &str) -> bool {
    let text = text.trim();
    let name = |path: &str| path.rsplit('/').next().map(str::to_owned);
    text.lines().count() == 1 && !text.contains(": ") && text.contains('/') && name(text) == name(path)
}

#[cfg(test)]
mod tests {
    use super::is_path_to;

    /// Only where all of a file is the path of a file of the same name.
    #[test]
    fn a_link_that_was_checked_out_as_text_is_known() {
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
