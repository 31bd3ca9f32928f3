//! Strings in YAML.

use crate::quoted::quoted;

/// Returns a string as a scalar of YAML on one line: in single quotes, which have no escapes, if all of it is printable.
pub(crate) fn scalar(text: &str) -> String {
    if text.chars().all(is_printable) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    quoted("\"", text, "\"", |char| match char {
        '"' | '\\' => Some(format!("\\{char}")),
        _ => (!is_printable(char)).then(|| format!("\\U{:08x}", u32::from(char))),
    })
}

/// Returns lines with an indentation, for a block of YAML. Empty lines stay empty.
pub(crate) fn indented(text: &str, indentation: usize) -> String {
    let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("{:indentation$}{line}\n", "") };
    text.lines().map(line).collect()
}

/// Returns whether a character can be in a file of YAML as it is, and does not end a line.
pub(crate) fn is_printable(char: char) -> bool {
    let is_line_break = matches!(char, '\u{85}' | '\u{2028}' | '\u{2029}');
    let is_mark = matches!(char, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    !char.is_control() && !is_line_break && !is_mark
}
