use core::error::Error;
use core::fmt;
use core::str::FromStr;

use alloc::boxed::Box;

/// A format of syslog messages; see the [table](super).
///
/// ```
/// use kmd_events::format::Format;
///
/// assert_eq!("junos-brief".parse(), Ok(Format::JunosBrief));
/// assert_eq!(Format::Rfc5424.to_string(), "rfc5424");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// RFC 3164 section 4, as daemons write it.
    Rfc3164,
    /// RFC 5424 section 6: the tag as MSGID, the values as structured data, and the text.
    Rfc5424,
    /// A line of a log file of Junos.
    Junos,
    /// The same with the statement `explicit-priority`: facility and severity before the tag.
    JunosPriority,
    /// The same with the statement `structured-data`: RFC 5424, with milliseconds.
    JunosStructured,
    /// The same with the statement `structured-data brief`: without the text.
    JunosBrief,
}

impl Format {
    /// All formats.
    pub const ALL: &'static [Self] =
        &[Self::Rfc3164, Self::Rfc5424, Self::Junos, Self::JunosPriority, Self::JunosStructured, Self::JunosBrief];

    /// Returns the name for options and configurations: `rfc3164` … `junos-brief`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rfc3164 => "rfc3164",
            Self::Rfc5424 => "rfc5424",
            Self::Junos => "junos",
            Self::JunosPriority => "junos-priority",
            Self::JunosStructured => "junos-structured",
            Self::JunosBrief => "junos-brief",
        }
    }

    /// Returns whether the format is that of RFC 5424, with structured data.
    #[must_use]
    pub const fn is_structured(self) -> bool {
        matches!(self, Self::Rfc5424 | Self::JunosStructured | Self::JunosBrief)
    }

    /// Returns the default maximum length of a syslog message: the 1,024 bytes of RFC 3164 section 4.1, and the 2,048
    /// bytes that receivers should take by RFC 5424 section 6.1.
    #[must_use]
    pub const fn default_max_len(self) -> usize {
        if self.is_structured() { 2_048 } else { 1_024 }
    }
}

/// Prints the name.
impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Format {
    type Err = ParseFormatError;

    fn from_str(text: &str) -> Result<Self, ParseFormatError> {
        Self::ALL
            .iter()
            .copied()
            .find(|format| format.as_str() == text)
            .ok_or_else(|| ParseFormatError { text: text.into() })
    }
}

/// The error returned when a text is not the name of a format.
///
/// ```
/// use kmd_events::format::Format;
///
/// let error = "rfc5242".parse::<Format>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown format `rfc5242`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ParseFormatError {
    text: Box<str>,
}

impl ParseFormatError {
    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for ParseFormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown format `{}`", self.text.escape_debug())
    }
}

impl Error for ParseFormatError {}
