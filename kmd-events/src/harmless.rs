use alloc::string::String;
use core::fmt::{self, Write};

/// A text that is one line whatever it holds: control characters become `#` and three octal digits a byte, as
/// rsyslog writes them.
pub(crate) fn harmless(text: &dyn fmt::Display) -> String {
    let mut harmless = Harmless(String::new());
    // Writing to a string cannot fail.
    let _ = write!(harmless, "{text}");
    harmless.0
}

struct Harmless(String);

impl Write for Harmless {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            if !is_control(character) {
                self.0.push(character);
                continue;
            }
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                write!(self.0, "#{byte:03o}")?;
            }
        }
        Ok(())
    }
}

/// C0, DEL and C1, and the two other characters that some readers end a line at.
fn is_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn control_characters_are_octal_bytes() {
        for (text, expected) in [
            ("", ""),
            ("Zürich, #1", "Zürich, #1"),
            ("a\nb\r\0", "a#012b#015#000"),
            ("\u{1b}[31m\u{7f}", "#033[31m#177"),
            ("\u{85}\u{2028}", "#302#205#342#200#250"),
        ] {
            assert_eq!(harmless(&text), expected);
        }
    }
}
