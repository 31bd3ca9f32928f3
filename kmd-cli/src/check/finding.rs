//! A mistake with the file and the lines in which it is.

use kmd_catalog::{Diagnostic, Location, Position, Source, Span, printable};
use serde_json::{Value, json};

/// A mistake with the file and the lines in which it is.
pub(super) struct Finding<'a> {
    /// The path of the file, or `<stdin>`.
    pub(super) file: &'a str,
    /// The wrong part, or `None` if the mistake concerns the whole file.
    pub(super) place: Option<Place<'a>>,
    pub(super) message: String,
    pub(super) help: Vec<String>,
    pub(super) notes: Vec<String>,
}

/// The wrong part of a file.
pub(super) struct Place<'a> {
    pub(super) start: Position,
    /// The position after the last character.
    pub(super) end: Position,
    /// The first line, without its line break, and cut if it is very long.
    pub(super) line: &'a str,
    /// The wrong part of that line.
    pub(super) span: Span,
}

impl<'a> Finding<'a> {
    /// Returns a diagnostic with its place in a source.
    pub(super) fn new(source: &'a Source, diagnostic: &'a Diagnostic) -> Self {
        let Location { path, text, span } = source.location(diagnostic);
        let all = |texts: &[String]| texts.iter().map(|text| printable(text)).collect();
        Self {
            file: if path == "-" { "<stdin>" } else { path },
            place: span.map(|span| Place::new(text, span)),
            message: printable(&diagnostic.message),
            help: all(&diagnostic.help),
            notes: all(&diagnostic.notes),
        }
    }

    /// Returns the message, the help and the notes, each on a line of its own.
    pub(super) fn text(&self) -> String {
        let help = self.help.iter().map(|help| format!("\nhelp: {help}"));
        let notes = self.notes.iter().map(|note| format!("\nnote: {note}"));
        [self.message.clone()].into_iter().chain(help).chain(notes).collect()
    }

    /// Returns the object of the format `json`.
    pub(super) fn json(&self) -> Value {
        let start = self.place.as_ref().map(|place| place.start);
        json!({
            "file": self.file,
            "line": start.map(|start| start.line),
            "column": start.map(|start| start.column),
            "end": self.place.as_ref().map(|place| json!({ "line": place.end.line, "column": place.end.column })),
            "message": self.message,
            "help": self.help,
            "notes": self.notes,
        })
    }
}

/// The most bytes of a line from the beginning of the wrong part on, far more than are shown.
const MAX_REST: usize = 4096;

impl<'a> Place<'a> {
    fn new(text: &'a str, span: Span) -> Self {
        let begin = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
        let line = text[begin..].split('\n').next().unwrap_or_default().trim_end_matches('\r');
        // A byte order mark does not count as a column.
        let shown = line.trim_start_matches('\u{feff}');
        let begin = begin + (line.len() - shown.len());
        let rest = span.start.saturating_sub(begin).saturating_add(MAX_REST);
        let cut = (rest..shown.len()).find(|&at| shown.is_char_boundary(at));
        let shown = &shown[..cut.unwrap_or(shown.len())];
        // The wrong part can begin at the line break, and end on another line.
        let local = |offset: usize| offset.saturating_sub(begin).min(shown.len());
        Self {
            start: Position::of(text, span.start),
            end: Position::of(text, span.end),
            line: shown,
            span: Span { start: local(span.start), end: local(span.end) },
        }
    }
}
