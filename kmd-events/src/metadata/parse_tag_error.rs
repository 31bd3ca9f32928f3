use alloc::boxed::Box;
use core::error::Error;
use core::fmt;

/// The error returned when a string is not a tag of the catalog.
///
/// ```
/// use kmd_events::KmdTag;
///
/// let error = "KMD_NEW_MESSAGE".parse::<KmdTag>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown tag `KMD_NEW_MESSAGE`");
/// assert_eq!(error.text(), "KMD_NEW_MESSAGE");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ParseTagError {
    text: Box<str>,
}

impl ParseTagError {
    pub(crate) fn new(text: &str) -> Self {
        Self { text: text.into() }
    }

    /// Returns the string that is not a tag.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for ParseTagError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown tag `{}`", self.text.escape_debug())
    }
}

impl Error for ParseTagError {}
