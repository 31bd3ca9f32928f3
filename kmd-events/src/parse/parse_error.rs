use alloc::borrow::Cow;
use core::error::Error;
use core::fmt;

use super::owned;
use crate::parse_word_error::Words;
use crate::{FieldType, FormatSpec, Placeholder, Radix};

/// The error returned when a text does not match its message.
///
/// If the text can be split in several ways, the error describes the attempt that got furthest.
///
/// ```
/// use kmd_events::{KmdTag, ParseEventError};
///
/// let mismatch = KmdTag::VpnUpAlarmUser.parse("VPN hq from gw.example.net is up.").unwrap_err();
/// assert_eq!(
///     mismatch.to_string(),
///     "invalid value for placeholder `remote-address`: expected an IP address, found `gw.example.net`"
/// );
/// let ParseEventError::Value { placeholder, value, .. } = mismatch else { panic!() };
/// assert_eq!(placeholder.name(), "remote-address");
/// assert_eq!(value, "gw.example.net");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParseEventError<'a> {
    /// The value of a placeholder is not of its type.
    #[non_exhaustive]
    Value {
        /// The placeholder.
        placeholder: &'static Placeholder,
        /// The format of the value. In structured data, a value has no format.
        format: FormatSpec,
        /// The text in the place of the value, up to the next literal or to the end. In structured data, the escaped
        /// value.
        value: Cow<'a, str>,
    },
    /// A placeholder that is used twice has two different values.
    #[non_exhaustive]
    Conflict {
        /// The placeholder.
        placeholder: &'static Placeholder,
        /// The first value.
        first: Cow<'a, str>,
        /// The text in the second place, with the length of the first value.
        second: Cow<'a, str>,
    },
    /// A literal of the template is missing.
    #[non_exhaustive]
    Literal {
        /// The literal.
        literal: &'static str,
        /// The position where the literal was expected, in bytes. After a `text` placeholder, the literal does not
        /// occur at any later position either.
        at: usize,
    },
    /// The text continues after the message, although the whole text had to match.
    #[non_exhaustive]
    TrailingText {
        /// The end of the message, in bytes.
        at: usize,
        /// The text after the message.
        rest: Cow<'a, str>,
    },
    /// The structured data of a line does not contain a value for a placeholder.
    #[non_exhaustive]
    Missing {
        /// The placeholder.
        placeholder: &'static Placeholder,
    },
    /// The text can be split in so many ways that not all of them were tried.
    TooAmbiguous,
}

impl ParseEventError<'_> {
    /// Returns the same error with owned strings, so that it does not borrow from the text.
    #[must_use]
    pub fn into_owned(self) -> ParseEventError<'static> {
        match self {
            Self::Value { placeholder, format, value } => {
                ParseEventError::Value { placeholder, format, value: owned(value) }
            }
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

/// Writes one line. Values are escaped, and truncated after 80 characters.
impl fmt::Display for ParseEventError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value { placeholder, format, value } => write!(
                f,
                "invalid value for placeholder `{}`: expected {}, found {}",
                placeholder.name(),
                Expected(placeholder, *format),
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
                write!(f, "expected {} at byte {at} or later", Quoted(literal))
            }
            Self::TrailingText { at, rest } => {
                write!(f, "unexpected text at byte {at}: {}", Quoted(rest))
            }
            Self::Missing { placeholder } => {
                write!(f, "missing value for placeholder `{}`", placeholder.name())
            }
            Self::TooAmbiguous => f.write_str("the text can be split in too many ways"),
        }
    }
}

impl Error for ParseEventError<'_> {}

/// The values that a placeholder accepts in a format.
pub(crate) struct Expected<'p>(pub(crate) &'p Placeholder, pub(crate) FormatSpec);

impl fmt::Display for Expected<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(placeholder, format) = self;
        match (placeholder.field_type(), placeholder.field_type().range()) {
            (FieldType::Ip, _) => f.write_str("an IP address")?,
            (FieldType::Socket, _) => f.write_str("an IP address with a port")?,
            (FieldType::Prefix, _) => f.write_str("an IP prefix")?,
            (FieldType::Mac, _) if format.radix == Radix::UpperHex => {
                f.write_str("a MAC address in capital letters")?;
            }
            (FieldType::Mac, _) => f.write_str("a MAC address in small letters")?,
            (FieldType::Bool, _) => f.write_str("`true` or `false`")?,
            (FieldType::Enum, _) => write!(f, "{}", Words(placeholder.words()))?,
            (_, Some((least, greatest))) if *format == FormatSpec::PLAIN => {
                write!(f, "an integer from {least} to {greatest} without `+` or leading zeros")?;
            }
            (_, Some((least, greatest))) => {
                write!(f, "an integer from {least} to {greatest} in the format `{format}`")?;
            }
            (FieldType::F64 | FieldType::Duration, _) => {
                match placeholder.unit() {
                    Some(unit) => write!(f, "a duration in `{unit}`")?,
                    None => f.write_str("a number")?,
                }
                if *format == FormatSpec::PLAIN {
                    f.write_str(" without trailing zeros")?;
                } else {
                    write!(f, " in the format `{format}`")?;
                }
            }
            (_, None) => f.write_str("a string")?,
        }
        match placeholder.absent() {
            Some(word) => write!(f, ", or {}", Quoted(word)),
            None => Ok(()),
        }
    }
}

/// A string in backticks, escaped and truncated.
struct Quoted<'t>(&'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MAX_CHARS: usize = 80;
        let cut = self.0.char_indices().nth(MAX_CHARS);
        let shown = cut.map_or(self.0, |(at, _)| &self.0[..at]);
        let more = if cut.is_some() { "…" } else { "" };
        write!(f, "`{}{more}`", shown.escape_debug())
    }
}
