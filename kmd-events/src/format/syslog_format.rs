use core::error::Error;
use core::fmt;
use core::str::FromStr;

use alloc::boxed::Box;

/// A format of syslog messages; see the [table of formats](super).
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
    /// The format of RFC 3164 section 4, in the form that daemons use.
    Rfc3164,
    /// The format of RFC 5424 section 6. The tag is the MSGID, and the values are in the structured data and in the
    /// text.
    Rfc5424,
    /// The format of a Junos log file.
    Junos,
    /// The format of a Junos log file with the statement `explicit-priority`: facility and severity precede the tag.
    JunosPriority,
    /// The format of a Junos log file with the statement `structured-data`: RFC 5424 with milliseconds.
    JunosStructured,
    /// The format of a Junos log file with the statement `structured-data brief`: RFC 5424 without the text.
    JunosBrief,
}

impl Format {
    /// All formats.
    pub const ALL: &'static [Self] =
        &[Self::Rfc3164, Self::Rfc5424, Self::Junos, Self::JunosPriority, Self::JunosStructured, Self::JunosBrief];

    /// Returns the name for options and configuration files: `rfc3164` … `junos-brief`.
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

    /// Returns whether the format is based on RFC 5424 and has structured data.
    #[must_use]
    pub const fn is_structured(self) -> bool {
        matches!(self, Self::Rfc5424 | Self::JunosStructured | Self::JunosBrief)
    }

    /// Returns the default maximum length of a syslog message in bytes. It is 2,048 for the structured formats, which
    /// receivers should accept (RFC 5424 section 6.1), and 1,024 for the others (RFC 3164 section 4.1).
    #[must_use]
    pub const fn default_max_len(self) -> usize {
        if self.is_structured() { 2_048 } else { 1_024 }
    }
}

/// Writes the name, like `rfc5424`.
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

/// The error returned when a string is not the name of a format.
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
    /// Returns the string that is not the name of a format.
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
