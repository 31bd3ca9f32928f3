//! The front end of `kmd-events`, which parses and validates a YAML catalog of log messages.
//!
//! A catalog passes through the following steps. Each step is a file or a folder:
//!
//! ```text
//! source -> yaml -> parse -> validate -> resolve -> model
//! ```
//!
//! - `source` reads the files.
//! - `yaml` builds a tree for each file, in which every node has its position.
//! - `parse` builds an `ast` from the trees, guided by the tables of keys in [`schema`]. `parse/repair` corrects likely
//!   mistakes so that parsing can continue.
//! - `validate` applies the rules.
//! - `resolve` builds the `model` of the messages without mistakes, which is the input of the code generator.
//!
//! Each step reports [`Diagnostic`]s and continues with the parts that it understands, so that one build shows all
//! mistakes.

mod ast;
mod declarations;
mod diagnostics;
mod encoding;
mod field_type;
mod format_spec;
#[cfg(feature = "json-schema")]
mod json_schema;
pub mod keywords;
pub mod model;
pub mod names;
mod parse;
mod places;
mod resolve;
pub mod schema;
mod snippet;
mod source;
mod span;
pub mod suggest;
mod tail_wordings;
mod template;
mod texts;
mod unit;
mod validate;
mod yaml;

use std::io::Read;
use std::path::Path;

pub use self::diagnostics::Diagnostic;
pub use self::field_type::FieldType;
pub use self::format_spec::{FormatSpec, Radix};
#[cfg(feature = "json-schema")]
pub use self::json_schema::json_schema;
pub use self::model::Model;
pub use self::places::Places;
pub use self::snippet::{is_unprintable, printable};
pub use self::source::{Location, Source};
pub use self::span::{Position, Span};
pub use self::template::Piece;
pub use self::texts::Texts;
pub use self::unit::Unit;

use self::diagnostics::Diagnostics;
use self::source::Origin;

/// A catalog that was read from one or more files.
#[derive(Debug)]
#[non_exhaustive]
pub struct Loaded {
    /// The texts and their paths.
    pub source: Source,
    /// The messages without mistakes, or `None` if nothing can be generated.
    pub model: Option<Model>,
    /// The mistakes, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// Returns each diagnostic as rendered by [`Source::render`].
    pub fn errors(&self) -> impl Iterator<Item = String> {
        self.diagnostics.iter().map(|diagnostic| self.source.render(diagnostic))
    }
}

/// Reads the catalog in the files at `paths`, which are relative to `folder`.
///
/// The files share their placeholders and everything else, as if they were one file.
#[must_use]
pub fn load(folder: &Path, paths: &[&str]) -> Loaded {
    load_from(Origin::Folder(folder), paths)
}

/// Reads the catalog in the files at `paths`, as [`load`] does for a macro. Paths are absolute, or relative to the working
/// directory, and `-` is `stdin`.
///
/// ```
/// let mut stdin: &[u8] = b"prefix: app\nprocess: appd\nmessages: {}\n";
/// let loaded = kmd_catalog::load_files(&["-"], &mut stdin);
/// let errors: Vec<String> = loaded.errors().collect();
/// assert!(errors[0].starts_with("invalid prefix `app`\n --> -:1:9\n"));
/// ```
#[must_use]
pub fn load_files<P: AsRef<Path>>(paths: &[P], stdin: &mut dyn Read) -> Loaded {
    load_from(Origin::WorkingDirectory(stdin), paths)
}

fn load_from<P: AsRef<Path>>(origin: Origin<'_>, paths: &[P]) -> Loaded {
    load_read(Source::read(origin, &paths.iter().map(AsRef::as_ref).collect::<Vec<_>>()))
}

/// Parses and validates a catalog whose files are in memory as bytes, such as those of another revision. Each file has a path and
/// its contents.
///
/// ```
/// let files = [("messages.yaml", b"prefix: APP\nprocess: \xe9\n".to_vec())];
/// let errors: Vec<String> = kmd_catalog::load_bytes(files).errors().collect();
/// assert!(errors[0].starts_with("invalid UTF-8\n --> messages.yaml:2:10\n"));
/// ```
#[must_use]
pub fn load_bytes<P: Into<String>>(files: impl IntoIterator<Item = (P, Vec<u8>)>) -> Loaded {
    load_read(Source::from_bytes(files.into_iter().map(|(path, bytes)| (path.into(), bytes)).collect()))
}

fn load_read((source, errors): (Source, Vec<Diagnostic>)) -> Loaded {
    let mut diagnostics = Diagnostics::default();
    for error in errors {
        diagnostics.unreadable(error);
    }
    let (model, diagnostics) = analyze(&source, diagnostics);
    Loaded { source, model, diagnostics }
}

/// Parses and validates a catalog whose texts are in memory.
///
/// ```
/// use kmd_catalog::{Source, load_source};
///
/// let loaded = load_source(Source::new("old.yaml", "prefix: app\nprocess: appd\nmessages: {}\n"));
/// assert!(loaded.errors().next().is_some_and(|error| error.starts_with("invalid prefix `app`\n --> old.yaml:1:9")));
/// ```
#[must_use]
pub fn load_source(source: Source) -> Loaded {
    let (model, diagnostics) = analyze(&source, Diagnostics::default());
    Loaded { source, model, diagnostics }
}

/// Parses and validates the text of a catalog.
///
/// Returns a model of the messages without mistakes, or `None` if nothing can be generated, and a diagnostic for each
/// mistake. The model is [complete](Model::complete) if and only if there are no diagnostics.
///
/// ```
/// let (model, diagnostics) = kmd_catalog::parse("prefix: app\nprocess: appd\nmessages: {}\n");
/// assert!(model.is_none());
/// assert_eq!(diagnostics[0].message, "invalid prefix `app`");
/// assert_eq!(diagnostics[0].help, ["use `APP`"]);
/// ```
#[must_use]
pub fn parse(text: &str) -> (Option<Model>, Vec<Diagnostic>) {
    analyze(&Source::new("", text), Diagnostics::default())
}

fn analyze(source: &Source, mut diagnostics: Diagnostics) -> (Option<Model>, Vec<Diagnostic>) {
    let mut roots = Vec::new();
    for Span { start, end } in source.valid_files() {
        roots.extend(yaml::parse(&source.text[..end], start, &mut diagnostics));
    }
    if roots.is_empty() && diagnostics.is_empty() {
        diagnostics.report(Span::default(), || {
            Diagnostic::new("empty catalog").help("write `prefix`, `process` and `messages`")
        });
    }
    let catalog = parse::catalog(roots, source, &mut diagnostics);
    let model = catalog.and_then(|catalog| {
        let findings = validate::validate(&catalog, source, &mut diagnostics);
        resolve::resolve(catalog, &findings, diagnostics.is_empty())
    });
    (model, diagnostics.finish())
}
