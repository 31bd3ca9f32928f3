use alloc::borrow::Cow;
use core::error::Error;
use core::fmt;

use super::owned;
use crate::{FieldType, Placeholder};

/// Why a text is not that of a message.
///
/// Where there are several ways to split the text, it is the reason of the one that came furthest.
///
/// ```
/// use kmd_events::{KmdTag, ParseEventError};
///
/// let mismatch = KmdTag::VpnUpAlarmUser.parse("VPN hq from gw.example.net is up.").unwrap_err();
/// assert_eq!(
///     mismatch.to_string(),
///     "placeholder `remote-address` takes an IP address, but the text has `gw.example.net`"
/// );
/// let ParseEventError::Value { placeholder, value, .. } = mismatch else { panic!() };
/// assert_eq!(placeholder.name(), "remote-address");
/// assert_eq!(value, "gw.example.net");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParseEventError<'a> {
    /// The type of a placeholder refuses its value.
    #[non_exhaustive]
    Value {
        /// The placeholder.
        placeholder: Placeholder,
        /// What is in its place: the text up to the next literal, or all of the rest.
        value: Cow<'a, str>,
    },
    /// A placeholder that is used twice has two values.
    #[non_exhaustive]
    Conflict {
        /// The placeholder.
        placeholder: Placeholder,
        /// Its first value.
        first: Cow<'a, str>,
        /// What is at its second place, as long as its first value.
        second: Cow<'a, str>,
    },
    /// Literal text of the message is missing.
    #[non_exhaustive]
    Literal {
        /// What is missing.
        literal: &'static str,
        /// Where it was expected, in bytes. After a `text` placeholder, it is nowhere from there on.
        at: usize,
    },
    /// The text goes on where the message ends, and was asked to be exact.
    #[non_exhaustive]
    TrailingText {
        /// Where the message ends, in bytes.
        at: usize,
        /// What follows.
        rest: Cow<'a, str>,
    },
    /// There is no value for a placeholder: the structured data of a line does not have it.
    #[non_exhaustive]
    Missing {
        /// The placeholder.
        placeholder: Placeholder,
    },
    /// The text could be split in so many ways that not all were tried.
    TooAmbiguous,
}

impl ParseEventError<'_> {
    /// The same with texts of its own, so that it can outlive what was read.
    #[must_use]
    pub fn into_owned(self) -> ParseEventError<'static> {
        match self {
            Self::Value { placeholder, value } => ParseEventError::Value { placeholder, value: owned(value) },
            Self::Conflict { placeholder, first, second } => {
                ParseEventError::Conflict { placeholder, first: owned(first), second: owned(second) }
            }
            Self::Literal { literal, at } => ParseEventError::Literal { literal, at },
            Self::TrailingText { at, rest } => ParseEventError::TrailingText { at, rest: owned(rest) },
            Self::Missing { placeholder } => ParseEventError::Missing { placeholder },
            Self::TooAmbiguous => ParseEventError::TooAmbiguous,
        }
    }
}

/// One line, whatever the text holds, and of each value at most its first 80 characters.
impl fmt::Display for ParseEventError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value { placeholder, value } => write!(
                f,
                "placeholder `{}` takes {}, but the text has {}",
                placeholder.name(),
                Takes(placeholder.field_type()),
                Quoted(value)
            ),
            Self::Conflict { placeholder, first, second } => write!(
                f,
                "conflicting values for placeholder `{}`: {} and {}",
                placeholder.name(),
                Quoted(first),
                Quoted(second)
            ),
            Self::Literal { literal, at } => {
                write!(f, "{} is missing from byte {at} on", Quoted(literal))
            }
            Self::TrailingText { at, rest } => {
                write!(f, "the text goes on at byte {at}: {}", Quoted(rest))
            }
            Self::Missing { placeholder } => {
                write!(f, "there is no value for placeholder `{}`", placeholder.name())
            }
            Self::TooAmbiguous => f.write_str("the text can be split in too many ways"),
        }
    }
}

impl Error for ParseEventError<'_> {}

/// What a type takes.
struct Takes(FieldType);

impl fmt::Display for Takes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.0.range()) {
            (FieldType::Ip, _) => f.write_str("an IP address"),
            (_, Some((least, greatest))) => {
                write!(f, "an integer from {least} to {greatest} without `+` or leading zeros")
            }
            (_, None) => f.write_str("a text"),
        }
    }
}

/// A text in backticks.
struct Quoted<'t>(&'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 80;
        let cut = self.0.char_indices().nth(MOST);
        let shown = cut.map_or(self.0, |(at, _)| &self.0[..at]);
        let more = if cut.is_some() { "…" } else { "" };
        write!(f, "`{}{more}`", shown.escape_debug())
    }
}
