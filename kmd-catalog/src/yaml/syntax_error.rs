//! Explanations of the errors of the YAML parser.

use granit_parser::ErrorKind;

use crate::diagnostics::Diagnostic;
use crate::span::{Span, line_end, line_start};

const INDENT: &str = "indent the entries of a mapping by the same number of spaces";
const QUOTE: &str = "quote a string that begins with a special character or contains `: ` or ` #`";

/// Returns the position and the diagnostic of a syntax error that the parser found at `offset`.
pub(super) fn explain(text: &str, offset: usize, error: &ErrorKind) -> (Span, Diagnostic) {
    let here = one_char(text, offset);
    let invalid = |help: &str| Diagnostic::new(format!("invalid YAML: {error}")).help(help);
    match error {
        ErrorKind::MappingValueNotAllowed => match line_without_colon(text, offset) {
            Some(line) => (line, Diagnostic::new("expected `:`").help("write `key: value`")),
            None => (here, invalid(help(error))),
        },
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar => (indenting_tab(text, offset).unwrap_or(here), invalid(help(error))),
        // The parser expects an entry, and describes the end of the text.
        ErrorKind::UnexpectedEofImplicitFlowMapping if text[offset..].starts_with(',') => {
            let diagnostic = Diagnostic::new("expected a value, found `,`").help("remove the comma");
            (here, diagnostic)
        }
        ErrorKind::ExpectedBlockMappingKey if indentation(text, offset) == offset => (here, invalid(INDENT)),
        _ => (here, invalid(help(error))),
    }
}

/// Returns the help for a syntax error.
fn help(error: &ErrorKind) -> &'static str {
    use ErrorKind as E;
    match error {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => "indent with spaces",
        E::InvalidIndentation
        | E::InvalidBlockScalarIndent
        | E::InvalidQuotedScalarIndent
        | E::InvalidFlowScalarIndent => INDENT,
        E::UnclosedQuotedScalar | E::InvalidTrailingSingleQuotedScalar => {
            "close the string with the quote that it begins with; between single quotes, write `''` for a quote"
        }
        E::InvalidTrailingDoubleQuotedScalar | E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape => {
            "between double quotes, write `\\\"` for a quote and `\\\\` for a backslash"
        }
        E::UnclosedFlowCollection { .. } | E::MismatchedFlowCollectionEnd { .. } => {
            "close the bracket, or quote a string that begins with one"
        }
        E::MisplacedFlowCollectionEnd => "remove the bracket, or quote the string that contains it",
        E::ExpectedFlowSequenceSeparator | E::ExpectedFlowMappingSeparator => {
            "write a comma between two entries; quote a string that contains a comma or a bracket"
        }
        E::ExpectedBlockSequenceEntry => "begin each item of the list with `- ` at the same number of spaces",
        E::BlockSequenceEntryNotAllowed => "begin the list on a line of its own",
        E::CommentNotSeparated => "write a space before `#`, or quote the string",
        E::CommentInterceptedScalar => "quote a string of several lines, or move the comment out of it",
        E::SimpleKeyExpected | E::InvalidSimpleKey => "write `key: value` with a space after the colon",
        E::MappingValueNotAllowed => "quote a string that contains `: `; write each entry on a line of its own",
        E::DirectiveDisallowed => "remove the directive",
        E::RecursionLimitExceeded => "a catalog needs no such depth",
        _ => QUOTE,
    }
}

/// Returns the line before the one with the unexpected colon at `offset`, if it was probably meant to be an entry. Such
/// a line has no colon and does not continue a string that begins at a smaller indentation.
fn line_without_colon(text: &str, offset: usize) -> Option<Span> {
    let has_colon = |text: &str| text.contains(": ") || text.contains(":\t") || text.trim_end().ends_with(':');
    let start = line_start(text, offset);
    // The colon is the second one of its own line.
    if has_colon(&text[start..offset]) {
        return None;
    }
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let is_content = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let mut before = lines_before(text, start).filter(|(_, line)| is_content(line));
    let (start, line) = before.next()?;
    let is_continued = before
        .find(|(_, outer)| indent(outer) < indent(line))
        .is_some_and(|(_, outer)| !outer.trim_end().ends_with(':'));
    (!has_colon(line) && !is_continued)
        .then(|| Span { start: start + indent(line), end: start + line.trim_end().len() })
}

/// Returns the lines before the one that starts at `end`, in reverse order, each with its start.
fn lines_before(text: &str, mut end: usize) -> impl Iterator<Item = (usize, &str)> {
    std::iter::from_fn(move || {
        let line_break = end.checked_sub(1)?;
        end = line_start(text, line_break);
        Some((end, &text[end..line_break]))
    })
}

/// Returns the first tab that indents the line of `offset` or the next one.
fn indenting_tab(text: &str, offset: usize) -> Option<Span> {
    let next = (line_end(text, offset) + 1).min(text.len());
    [offset, next].into_iter().find_map(|offset| {
        let tab = indentation(text, offset);
        text[tab..].starts_with('\t').then(|| one_char(text, tab))
    })
}

/// Returns the offset after the spaces that indent the line of `offset`.
fn indentation(text: &str, offset: usize) -> usize {
    let start = line_start(text, offset);
    let line = &text[start..];
    start + (line.len() - line.trim_start_matches(' ').len())
}

/// Returns the span of the character at `offset`, which is empty at the end of a line.
fn one_char(text: &str, offset: usize) -> Span {
    let next = text[offset..].chars().next().filter(|char| !matches!(char, '\n' | '\r'));
    Span { start: offset, end: offset + next.map_or(0, char::len_utf8) }
}
