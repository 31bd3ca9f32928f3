use alloc::boxed::Box;
use core::error::Error;
use core::fmt;

/// The error returned when a string is not a word of an enum of a catalog.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ParseWordError {
    text: Box<str>,
    words: &'static [&'static str],
}

impl ParseWordError {
    /// Creates an error. Generated code calls this.
    #[doc(hidden)]
    #[must_use]
    pub fn new(text: &str, words: &'static [&'static str]) -> Self {
        Self { text: text.into(), words }
    }

    /// Returns the string that is not a word of the enum.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the words of the enum in the order of the catalog.
    #[must_use]
    pub const fn words(&self) -> &'static [&'static str] {
        self.words
    }
}

impl fmt::Display for ParseWordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown word `{}`, expected ", self.text.escape_debug())?;
        if self.words.len() > 1 {
            f.write_str("one of ")?;
        }
        for (index, word) in self.words.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { ", " })?;
            write!(f, "`{}`", word.escape_debug())?;
        }
        Ok(())
    }
}

impl Error for ParseWordError {}
