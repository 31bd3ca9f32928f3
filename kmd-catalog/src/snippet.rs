//! Rendering of diagnostics in the layout of rustc: the message, the line of the catalog with carets under the wrong
//! part, help and notes.

use std::fmt::Write as _;

use crate::diagnostics::Diagnostic;
use crate::span::{Position, Span, line_end, line_start};

/// The maximum width of a line of the catalog, in columns. A longer line is cut around the wrong part.
const MAX_WIDTH: usize = 120;

/// The maximum width of a message, a help or a note, in columns. A name that it quotes can be as long as the file.
const MAX_SENTENCE: usize = 800;

/// The spaces that replace a tab, as in the diagnostics of rustc.
const TAB: &str = "    ";

/// Renders a diagnostic of the file with this `text`, in which `span` is the wrong part. The result has no leading `error:`,
/// which the compiler or the calling program adds:
///
/// ```text
/// unknown type `txt` in placeholder `user`
///  --> messages.yaml:4:17
///   |
/// 4 |   user: { type: txt, description: Name of the user. }
///   |                 ^^^
/// help: use `text`
/// ```
pub(crate) fn render(path: &str, text: &str, span: Option<Span>, diagnostic: &Diagnostic) -> String {
    let (path, mut out) = (printable(path), printable(&diagnostic.message));
    // Writing to a string cannot fail.
    let _ = match span {
        Some(span) => write!(out, "\n{}", snippet(&path, text, span)),
        // The diagnostic concerns the whole file, or its span belongs to another text.
        None => write!(out, "\n --> {path}"),
    };
    for (label, lines) in [("help", &diagnostic.help), ("note", &diagnostic.notes)] {
        for line in lines {
            let _ = write!(out, "\n{label}: {}", printable(line));
        }
    }
    out
}

/// Returns a message, a help or a note as it is printed: with tabs as spaces and unprintable characters as escape
/// sequences, and cut after 800 columns, since a name that it quotes can be as long as the file.
///
/// ```
/// assert_eq!(kmd_catalog::printable("unknown key `a\u{7}`"), "unknown key `a\\u{7}`");
/// ```
#[must_use]
pub fn printable(text: &str) -> String {
    first_columns(&visible(text), MAX_SENTENCE)
}

fn snippet(path: &str, text: &str, span: Span) -> String {
    let start = span.start;
    let Position { line, column } = Position::of(text, start);
    let (begin, end) = (line_start(text, start), line_end(text, start));
    let gutter = " ".repeat(line.to_string().len());
    let place = format!(
        "{gutter}--> {path}:{line}:{column}
{gutter} |
"
    );
    // A span can begin at the line break, and end on another line.
    let start = start.min(end);
    let wrong_end = span.end.clamp(start, end);
    let before = visible(text[begin..start].trim_start_matches('\u{feff}'));
    let before = last_columns(&before, MAX_WIDTH / 2);
    let wrong_part = first_columns(&visible(&text[start..wrong_end]), MAX_WIDTH / 2);
    let room = MAX_WIDTH.saturating_sub(width(&before) + width(&wrong_part));
    let after = first_columns(&visible(&text[wrong_end..end]), room);
    let carets = "^".repeat(width(&wrong_part).max(1));
    let indent = " ".repeat(width(&before));
    format!("{place}{line} | {before}{wrong_part}{after}\n{gutter} | {indent}{carets}")
}

/// Returns `text` with tabs as spaces and unprintable characters as escape sequences, since those could change the
/// display of other text.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\t' => out.push_str(TAB),
            _ if is_unprintable(char) => out.extend(char.escape_default()),
            _ => out.push(char),
        }
    }
    out
}

/// Returns whether a character is a control character, breaks a line, or changes the direction of text. rustc rejects
/// changes of direction in source code.
#[must_use]
pub fn is_unprintable(char: char) -> bool {
    char.is_control() || matches!(char, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn first_columns(text: &str, columns: usize) -> String {
    let mut left = columns;
    let fits = |char: &char| {
        let fits = char_width(*char) <= left;
        left = left.saturating_sub(char_width(*char));
        fits
    };
    let shown: String = text.chars().take_while(fits).collect();
    let more = if shown.len() < text.len() { "…" } else { "" };
    shown + more
}

fn last_columns(text: &str, columns: usize) -> String {
    let backwards = |text: &str| text.chars().rev().collect::<String>();
    backwards(&first_columns(&backwards(text), columns))
}

fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// Returns the width of a character in columns. The table covers common characters. A crate with tables for all of
/// Unicode would add a tenth to the build time of the macro.
fn char_width(char: char) -> usize {
    match char {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}
