//! Literals and paths in VRL, without `$`.

use crate::quoted::quoted;
use crate::yaml::is_printable;

/// The words that cannot be a name.
const KEYWORDS: [&str; 8] = ["abort", "break", "else", "false", "if", "null", "return", "true"];

/// Returns a literal for a string.
pub(super) fn string(text: &str) -> String {
    quoted("\"", text, "\"", |char| match char {
        // Two braces begin a template.
        '"' | '\\' | '{' => Some(format!("\\{char}")),
        '$' => Some(r"\u{24}".to_owned()),
        _ => (!is_printable(char)).then(|| format!("\\u{{{:x}}}", u32::from(char))),
    })
}

/// Returns a literal for a regular expression, in which each `$` has a backslash.
pub(super) fn regex(text: &str) -> String {
    quoted("r'", &text.replace(r"\$", r"\x24"), "'", |char| match char {
        '\'' => Some(r"\x27".to_owned()),
        _ => (!is_printable(char)).then(|| format!("\\x{{{:x}}}", u32::from(char))),
    })
}

/// Returns the name of a field in a path.
pub(super) fn segment(name: &str) -> String {
    let is_plain = name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_');
    let is_number = name.starts_with(|char: char| char.is_ascii_digit());
    if is_plain && !is_number && !KEYWORDS.contains(&name) { name.to_owned() } else { string(name) }
}

/// Returns the lines of a comment with a text.
pub(super) fn comment(text: &str) -> String {
    let text: String =
        text.chars().map(|char| if is_printable(char) && char != '$' { char } else { '\u{fffd}' }).collect();
    format!("# {text}\n")
}
