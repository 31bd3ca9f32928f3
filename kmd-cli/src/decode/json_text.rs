//! JSON that a terminal shows as it is.

use std::io::{self, Write};

use kmd_catalog::is_unprintable;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// Writes a value as JSON in which all control characters are escaped, and the characters that change the direction of text. A
/// log could otherwise control the terminal that shows it.
pub(crate) fn write_json(out: &mut Vec<u8>, value: &impl Serialize) -> serde_json::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Printable))
}

/// A formatter that escapes what JSON allows and a terminal obeys.
struct Printable;

impl Formatter for Printable {
    /// Writes a part of a string, of which the control characters in ASCII are escaped.
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        // All other characters begin with one of these bytes in UTF-8.
        while let Some(start) = memchr::memchr3(0x7f, 0xc2, 0xe2, rest.as_bytes()) {
            let (before, after) = rest.split_at(start);
            let Some(char) = after.chars().next() else { break };
            out.write_all(before.as_bytes())?;
            let (text, left) = after.split_at(char.len_utf8());
            if is_unprintable(char) {
                write!(out, "\\u{:04x}", u32::from(char))?;
            } else {
                out.write_all(text.as_bytes())?;
            }
            rest = left;
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::write_json;

    #[test]
    fn only_control_characters_are_escaped() {
        let mut out = Vec::new();
        write_json(
            &mut out,
            &"a\u{1b}[2J\u{7f}\u{80}\u{9b}31m\u{a0}é→\u{2027}\u{2028}\u{202e}\u{2066}\u{2069}\u{206a}€🔒",
        )
        .expect("JSON");
        let expected = "\"a\\u001b[2J\\u007f\\u0080\\u009b31m\u{a0}é→\u{2027}\\u2028\\u202e\\u2066\\u2069\u{206a}€🔒\"";
        assert_eq!(String::from_utf8(out).expect("UTF-8"), expected);
    }
}
