//! Literals and paths in VRL, without `$`.

use std::fmt::Write as _;

use crate::yaml::is_printable;

/// The words that cannot be a name.
const KEYWORDS: [&str; 8] = ["abort", "break", "else", "false", "if", "null", "return", "true"];

/// Returns a literal for a string.
pub(super) fn string(text: &str) -> String {
    let mut literal = String::from('"');
    for char in text.chars() {
        match char {
            // Two braces begin a template.
            '"' | '\\' | '{' => {
                literal.push('\\');
                literal.push(char);
            }
            '$' => literal += r"\u{24}",
            _ if is_printable(char) => literal.push(char),
            _ => {
                let _ = write!(literal, "\\u{{{:x}}}", u32::from(char));
            }
        }
    }
    literal.push('"');
    literal
}

/// Returns a literal for a regular expression, in which each `$` has a backslash.
pub(super) fn regex(text: &str) -> String {
    let mut literal = String::from("r'");
    for char in text.replace(r"\$", r"\x24").chars() {
        match char {
            '\'' => literal += r"\x27",
            _ if is_printable(char) => literal.push(char),
            _ => {
                let _ = write!(literal, "\\x{{{:x}}}", u32::from(char));
            }
        }
    }
    literal.push('\'');
    literal
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
