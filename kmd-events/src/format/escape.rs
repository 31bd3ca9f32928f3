use core::fmt::{self, Write};

use alloc::string::String;

/// What a record ends in that something was left out of.
pub(super) const MARK: &str = "...";

/// Text on its way into a record, made harmless: control characters become `#` and three octal digits a
/// byte, as rsyslog writes them, so that what comes out is one line whatever goes in.
///
/// It takes no more than fits. Of what does not fit it keeps the longest beginning that leaves room for
/// [`MARK`], ending between two characters, and never within what one character became.
pub(super) struct Text<'a> {
    out: &'a mut String,
    /// Bytes that `out` may have.
    limit: usize,
    /// The longest `out` so far with room for the mark behind it.
    fits: usize,
    /// In PARAM-VALUE three characters are escaped (RFC 5424 section 6.3.3).
    in_value: bool,
    full: bool,
}

impl<'a> Text<'a> {
    /// The text of the message, MSG.
    pub(super) fn message(out: &'a mut String, limit: usize) -> Self {
        let fits = out.len();
        Self {
            out,
            limit,
            fits,
            in_value: false,
            full: false,
        }
    }

    /// The value of a parameter in structured data.
    pub(super) fn value(out: &'a mut String, limit: usize) -> Self {
        Self {
            in_value: true,
            ..Self::message(out, limit)
        }
    }

    /// Whether something did not fit.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// Replaces what does not fit by the mark.
    pub(super) fn mark(&mut self) {
        self.out.truncate(self.fits);
        self.out.push_str(MARK);
        self.full = true;
    }

    fn push(&mut self, piece: &str) -> fmt::Result {
        if self.out.len() + piece.len() > self.limit {
            self.full = true;
            return Err(fmt::Error);
        }
        self.out.push_str(piece);
        Ok(())
    }

    fn push_octal(&mut self, character: char) -> fmt::Result {
        let mut bytes = [0; 4];
        let bytes = character.encode_utf8(&mut bytes).as_bytes();
        // All or nothing: the bytes of one character stay together.
        if self.out.len() + bytes.len() * 4 > self.limit {
            self.full = true;
            return Err(fmt::Error);
        }
        for byte in bytes {
            write!(self.out, "#{byte:03o}")?;
        }
        Ok(())
    }
}

impl Write for Text<'_> {
    /// An error once the text is full, which ends the printing of whatever is printed.
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.full {
            return Err(fmt::Error);
        }
        let mut bytes = [0; 4];
        for character in text.chars() {
            if is_control(character) {
                self.push_octal(character)?;
            } else {
                match character {
                    '"' if self.in_value => self.push("\\\"")?,
                    '\\' if self.in_value => self.push("\\\\")?,
                    ']' if self.in_value => self.push("\\]")?,
                    _ => self.push(character.encode_utf8(&mut bytes))?,
                }
            }
            if self.out.len() + MARK.len() <= self.limit {
                self.fits = self.out.len();
            }
        }
        Ok(())
    }
}

/// All of a text, made harmless.
#[cfg(any(
    feature = "log",
    feature = "tracing",
    all(feature = "journald", target_os = "linux")
))]
pub(crate) fn harmless(text: &dyn fmt::Display) -> String {
    let mut out = String::new();
    // Without a limit it is never full.
    let _ = write!(Text::message(&mut out, usize::MAX), "{text}");
    out
}

/// C0, DEL and C1, and the two other characters that some readers end a line at.
fn is_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str, limit: usize) -> String {
        let mut out = String::new();
        let mut to = Text::message(&mut out, limit);
        if to.write_str(text).is_err() {
            to.mark();
        }
        out
    }

    #[test]
    fn control_characters_are_octal_bytes() {
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
    fn a_cut_is_between_characters() {
        assert_eq!(message("abcdef", 6), "abcdef");
        assert_eq!(message("abcdefg", 6), "abc...");
        // Two bytes a character, and one of them would not fit.
        assert_eq!(message("éééé", 6), "é...");
        assert_eq!(message("a\u{2028}bcd", 12), "a...");
        // To the last byte.
        assert_eq!(message("ab\n", 6), "ab#012");
        assert_eq!(message("ab\n", 5), "ab...");
        assert_eq!(message("a\u{2028}", 13), "a#342#200#250");
        assert_eq!(message("a\u{2028}bcde", 16), "a#342#200#250...");
    }

    #[test]
    fn nothing_follows_a_cut() {
        let mut out = String::new();
        let mut to = Text::message(&mut out, 5);
        let tail = "345678";
        assert!(write!(to, "12{tail}").is_err());
        assert!(to.write_str("x").is_err());
        assert!(to.is_full());
        to.mark();
        assert_eq!(out, "12...");
    }

    #[test]
    fn three_characters_are_escaped_in_a_value() {
        let mut out = String::new();
        let mut to = Text::value(&mut out, 100);
        assert!(to.write_str("a\"b\\c]d[e=f'\n").is_ok());
        assert_eq!(out, "a\\\"b\\\\c\\]d[e=f'#012");
    }
}
