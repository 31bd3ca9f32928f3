//! From the path of a file to its text.

use std::path::Path;

use crate::ast::Position;
use crate::model::Model;
use crate::understand;

/// A larger file is no catalogue.
const LARGEST_FILE: u64 = 16 << 20;

/// What a file holds.
pub struct Found {
    /// Whether there is such a file at all.
    pub readable: bool,
    /// As far as it makes sense.
    pub model: Option<Model>,
}

/// Reads a file below `folder` and understands it; gives what is wrong too, a line each.
pub fn open(folder: &Path, path: &str) -> (Found, Vec<String>) {
    match load(folder, path) {
        Ok(text) => {
            let (model, problems) = understand(&text);
            (
                Found {
                    readable: true,
                    model,
                },
                problems.in_file(path),
            )
        }
        Err(Unreadable { exists, at, why }) => {
            let place = at.map_or_else(String::new, |at| format!(":{}:{}", at.line, at.column));
            (
                Found {
                    readable: exists,
                    model: None,
                },
                vec![format!("{path}{place}: {why}")],
            )
        }
    }
}

/// Why a file cannot be understood as a whole.
struct Unreadable {
    exists: bool,
    at: Option<Position>,
    why: String,
}

/// The text of a file below `folder`.
fn load(folder: &Path, path: &str) -> Result<String, Unreadable> {
    let absent = |why| Unreadable {
        exists: false,
        at: None,
        why,
    };
    let unusable = |why| Unreadable {
        exists: true,
        at: None,
        why,
    };
    if Path::new(path).is_absolute() {
        return Err(absent(
            "an absolute path; write it relative to Cargo.toml".to_owned(),
        ));
    }
    let cannot = |error: std::io::Error| {
        absent(format!(
            "cannot be read: {error}; write the path of the file, relative to Cargo.toml"
        ))
    };
    let file = folder.join(path);
    let metadata = std::fs::metadata(&file).map_err(cannot)?;
    if metadata.is_dir() {
        return Err(absent(
            "a folder; write the path of the file, relative to Cargo.toml".to_owned(),
        ));
    }
    let length = metadata.len();
    if length > LARGEST_FILE {
        return Err(unusable(format!(
            "has {length} bytes; write at most {LARGEST_FILE}"
        )));
    }
    let bytes = std::fs::read(&file).map_err(cannot)?;
    let text = String::from_utf8(bytes).map_err(|error| Unreadable {
        at: Some(end_of(error.as_bytes(), error.utf8_error().valid_up_to())),
        ..unusable("is not UTF-8 from here on; save it as UTF-8".to_owned())
    })?;
    if is_path_to(&text, path) {
        return Err(unusable(format!(
            "holds the path `{}` instead of YAML: a symbolic link that was checked out as a text; \
             enable symbolic links (git config core.symlinks true) and check it out again",
            text.trim()
        )));
    }
    Ok(text)
}

/// The place behind the first `length` bytes, which are UTF-8.
fn end_of(bytes: &[u8], length: usize) -> Position {
    let text = String::from_utf8_lossy(bytes.get(..length).unwrap_or(bytes));
    let last = text.rsplit('\n').next().unwrap_or_default();
    Position {
        line: text.matches('\n').count() + 1,
        column: last.chars().count() + 1,
    }
}

/// Whether `text` is a relative path to a file of the same name.
fn is_path_to(text: &str, path: &str) -> bool {
    let text = text.trim();
    let name = |path: &str| path.rsplit('/').next().map(str::to_owned);
    text.lines().count() == 1
        && !text.contains(": ")
        && text.contains('/')
        && name(text) == name(path)
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
