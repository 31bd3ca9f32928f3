//! Lines in the language of liblognorm.

use serde_json::{Value, json};

use super::span::Span;

/// The lines for a message, and its spans.
pub(super) struct Lines {
    pub(super) lines: Vec<String>,
    pub(super) spans: Vec<Span>,
    /// Whether the configuration splits the text, so that no value ends at the first occurrence of what follows.
    pub(super) is_exact: bool,
}

/// Returns a parser for the rest of the text.
pub(super) fn rest(name: &str) -> String {
    parser(&json!({ "type": "rest", "name": name }))
}

/// Returns a parser for what one of several parsers reads.
pub(super) fn alternative(parsers: &[Value]) -> String {
    parser(&json!({ "type": "alternative", "parser": parsers }))
}

/// Returns a parser as a rule has it.
pub(super) fn parser(parser: &Value) -> String {
    // A `%` ends a parser, even in a string.
    format!("%{}%", parser.to_string().replace('%', r"\u0025"))
}

/// Returns a text as literal text of a rule.
pub(super) fn literal(text: &str) -> String {
    text.replace('\\', r"\\").replace('%', "%%")
}
