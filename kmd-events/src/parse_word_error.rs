use alloc::boxed::Box;
use core::error::Error;
use core::fmt;

/// The error returned when a string is not a word of an enum of a catalog, or not the name of a severity or a facility.
///
/// `Display` names the string and the first words.
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
        write!(f, "unknown word `{}`, expected {}", self.text.escape_debug(), Words(self.words))
    }
}

/// The first words of an enum, for an error.
pub(crate) struct Words<'w>(pub(crate) &'w [&'w str]);

impl fmt::Display for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MAX_WORDS: usize = 12;
        f.write_str(if self.0.len() == 1 { "" } else { "one of " })?;
        for (index, word) in self.0.iter().take(MAX_WORDS).enumerate() {
            f.write_str(if index == 0 { "" } else { ", " })?;
            write!(f, "`{}`", word.escape_debug())?;
        }
        f.write_str(if self.0.len() > MAX_WORDS { ", …" } else { "" })
    }
}

impl Error for ParseWordError {}
