use core::error::Error;
use core::fmt;

use alloc::string::String;

/// The smallest allowed maximum length of a syslog message. The longest header of any format, with an SD-ID and an
/// ellipsis, is shorter. All receivers have to accept messages of this length (RFC 5424 section 6.1).
pub(super) const MIN_MAX_LEN: usize = 480;

/// The error returned when a setting of a [`Formatter`](super::Formatter) is invalid.
///
/// ```
/// use kmd_events::format::{Format, Formatter, FormatError};
///
/// let error = Formatter::new(Format::Rfc5424).with_hostname("my host").unwrap_err();
/// assert!(matches!(&error, FormatError::Hostname(name) if name == "my host"));
/// assert_eq!(
///     error.to_string(),
///     "invalid host name `my host`: expected 1 to 255 printable ASCII characters without spaces"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FormatError {
    /// The host name is not valid in RFC 5424 (HOSTNAME, section 6.2.4).
    Hostname(String),
    /// The host name is not valid in a format that is not structured (RFC 3164 section 4.1.2). These formats have no
    /// delimiter after the host name, so only characters that cannot be misread are allowed.
    PlainHostname(String),
    /// The process name is not valid in RFC 5424 (APP-NAME, section 6.2.5).
    Process(String),
    /// The process name is not valid in a format that is not structured (TAG, RFC 3164 section 4.1.3).
    PlainProcess(String),
    /// The SD-ID is not valid (RFC 5424 section 6.3.2).
    SdId(String),
    /// The maximum length is less than 480 bytes, so the header might not fit.
    MaxLen(usize),
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, name, expected) = match self {
            Self::Hostname(name) => ("host name", name, "1 to 255 printable ASCII characters without spaces"),
            Self::PlainHostname(name) => (
                "host name",
                name,
                "1 to 255 ASCII letters, digits, `.`, `-` or `_`, the last of them a letter or a digit",
            ),
            Self::Process(name) => ("process name", name, "1 to 48 printable ASCII characters without spaces"),
            Self::PlainProcess(name) => {
                ("process name", name, "1 to 32 printable ASCII characters without spaces, `:`, `[` and `]`")
            }
            Self::SdId(name) => ("SD-ID", name, "1 to 32 printable ASCII characters without spaces, `=`, `]` and `\"`"),
            Self::MaxLen(max_len) => {
                return write!(f, "invalid maximum length {max_len}: expected at least {MIN_MAX_LEN} bytes");
            }
        };
        let name = name.escape_debug();
        write!(f, "invalid {what} `{name}`: expected {expected}")
    }
}

impl Error for FormatError {}
