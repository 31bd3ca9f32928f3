use core::fmt::{self, Write};

use alloc::string::String;

/// The end of a syslog message that does not contain the whole event.
pub(super) const ELLIPSIS: &str = "...";

/// A writer that escapes text for a syslog message. Each byte of a control character becomes `#` and three octal
/// digits, as in rsyslog, so that no text can start a new line.
///
/// It writes only what fits. If the text is too long, [`push_ellipsis`](Self::push_ellipsis) keeps the longest
/// beginning that leaves room for [`ELLIPSIS`]. The beginning ends between two characters and never within an escape.
pub(super) struct Escaper<'a> {
    out: &'a mut String,
    max_len: usize,
    /// The largest length of `out` so far that leaves room for the ellipsis.
    last_fit: usize,
    /// Whether to escape `"`, `\` and `]`, as PARAM-VALUE requires (RFC 5424 section 6.3.3).
    escape_sd: bool,
    is_full: bool,
}

impl<'a> Escaper<'a> {
    /// Creates a writer for the text of a message (MSG), which keeps `out` within `max_len` bytes.
    pub(super) fn message(out: &'a mut String, max_len: usize) -> Self {
        let last_fit = out.len();
        Self { out, max_len, last_fit, escape_sd: false, is_full: false }
    }

    /// Creates a writer for the value of a parameter in structured data (PARAM-VALUE).
    pub(super) fn sd_value(out: &'a mut String, max_len: usize) -> Self {
        Self { escape_sd: true, ..Self::message(out, max_len) }
    }

    /// Returns whether a part of the text did not fit.
    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    /// Truncates the text to make room for the ellipsis, and appends it.
    pub(super) fn push_ellipsis(&mut self) {
        self.out.truncate(self.last_fit);
        self.out.push_str(ELLIPSIS);
        self.is_full = true;
    }

    /// Returns whether a byte is an ASCII character that is not escaped.
    fn is_plain(&self, byte: u8) -> bool {
        matches!(byte, b' '..=b'~') && !(self.escape_sd && matches!(byte, b'"' | b'\\' | b']'))
    }

    /// Appends a piece if it fits.
    fn push(&mut self, piece: &str) -> fmt::Result {
        if self.out.len() + piece.len() > self.max_len {
            self.is_full = true;
            return Err(fmt::Error);
        }
        self.out.push_str(piece);
        Ok(())
    }

    /// Appends the escape of a control character if it fits.
    fn push_octal(&mut self, character: char) -> fmt::Result {
        let mut bytes = [0; 4];
        let bytes = character.encode_utf8(&mut bytes).as_bytes();
        // The bytes of one character stay together.
        if self.out.len() + bytes.len() * 4 > self.max_len {
            self.is_full = true;
            return Err(fmt::Error);
        }
        for byte in bytes {
            write!(self.out, "#{byte:03o}")?;
        }
        Ok(())
    }
}

impl Write for Escaper<'_> {
    /// Escapes and appends text. Returns an error if the text does not fit, which ends the formatting of a value.
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.is_full {
            return Err(fmt::Error);
        }
        // Most texts have nothing to escape and leave room for the ellipsis. Copying them at once is much faster.
        let has_room = self.out.len() + text.len() + ELLIPSIS.len() <= self.max_len;
        if has_room && text.bytes().all(|byte| self.is_plain(byte)) {
            self.out.push_str(text);
            self.last_fit = self.out.len();
            return Ok(());
        }
        let mut bytes = [0; 4];
        for character in text.chars() {
            if is_control(character) {
                self.push_octal(character)?;
            } else {
                match character {
                    '"' if self.escape_sd => self.push("\\\"")?,
                    '\\' if self.escape_sd => self.push("\\\\")?,
                    ']' if self.escape_sd => self.push("\\]")?,
                    _ => self.push(character.encode_utf8(&mut bytes))?,
                }
            }
            if self.out.len() + ELLIPSIS.len() <= self.max_len {
                self.last_fit = self.out.len();
            }
        }
        Ok(())
    }
}

/// Returns the text of a value with its control characters escaped.
pub(crate) fn escape_control(text: &dyn fmt::Display) -> String {
    let mut out = String::new();
    // Without a limit, the text always fits.
    let _ = write!(Escaper::message(&mut out, usize::MAX), "{text}");
    out
}

/// Returns whether a character is in C0, DEL or C1, or is one of the two other characters that some readers treat as a
/// line break.
fn is_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str, max_len: usize) -> String {
        let mut out = String::new();
        let mut to = Escaper::message(&mut out, max_len);
        if to.write_str(text).is_err() {
            to.push_ellipsis();
        }
        out
    }

    #[test]
    fn writes_control_characters_as_octal_bytes() {
        // Octal by hand: U+0085 is C2 85, U+2028 is E2 80 A8.
        for (character, octal) in [
            ("\0", "#000"),
            ("\t", "#011"),
            ("\n", "#012"),
            ("\r", "#015"),
            ("\u{1b}", "#033"),
            ("\u{7f}", "#177"),
            ("\u{80}", "#302#200"),
            ("\u{85}", "#302#205"),
            ("\u{9f}", "#302#237"),
            ("\u{2028}", "#342#200#250"),
            ("\u{2029}", "#342#200#251"),
        ] {
            assert_eq!(message(character, 100), octal);
        }
        let others = " ~\u{a0}é\u{2027}\u{202a}\u{fffd}😀#\"\\]";
        assert_eq!(message(others, 100), others);
    }

    #[test]
    fn truncates_between_characters() {
        assert_eq!(message("abcdef", 6), "abcdef");
        assert_eq!(message("abcdefg", 6), "abc...");
        // Each character has two bytes, and a half character does not fit.
        assert_eq!(message("éééé", 6), "é...");
        assert_eq!(message("a\u{2028}bcd", 12), "a...");
        // The escape fits exactly, or is one byte too long.
        assert_eq!(message("ab\n", 6), "ab#012");
        assert_eq!(message("ab\n", 5), "ab...");
        assert_eq!(message("a\u{2028}", 13), "a#342#200#250");
        assert_eq!(message("a\u{2028}bcde", 16), "a#342#200#250...");
    }

    #[test]
    fn writes_nothing_after_the_ellipsis() {
        let mut out = String::new();
        let mut to = Escaper::message(&mut out, 5);
        let tail = "345678";
        assert!(write!(to, "12{tail}").is_err());
        assert!(to.write_str("x").is_err());
        assert!(to.is_full());
        to.push_ellipsis();
        assert_eq!(out, "12...");
    }

    /// The first piece fits, but the ellipsis does not fit after it.
    #[test]
    fn makes_room_for_the_ellipsis_in_earlier_pieces() {
        let mut out = String::new();
        let mut to = Escaper::message(&mut out, 5);
        assert!(to.write_str("1234").is_ok());
        assert!(to.write_str("56").is_err());
        to.push_ellipsis();
        assert_eq!(out, "12...");
    }

    #[test]
    fn escapes_three_characters_in_structured_data() {
        let mut out = String::new();
        let mut to = Escaper::sd_value(&mut out, 100);
        assert!(to.write_str("a\"b\\c]d[e=f'\n").is_ok());
        assert_eq!(out, "a\\\"b\\\\c\\]d[e=f'#012");
    }
}
