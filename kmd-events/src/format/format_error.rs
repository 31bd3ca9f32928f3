use core::error::Error;
use core::fmt;

use alloc::string::String;

use super::formatter::LEAST_LIMIT;

/// What a record's header cannot say.
///
/// ```
/// use kmd_events::format::{Format, Formatter, FormatError};
///
/// let error = Formatter::new(Format::Rfc5424).with_hostname("my host").unwrap_err();
/// assert!(matches!(&error, FormatError::Hostname(name) if name == "my host"));
/// assert_eq!(
///     error.to_string(),
///     "`my host` is no host name for this format; write 1 to 255 printable ASCII characters without blanks"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FormatError {
    /// A name that HOSTNAME cannot hold (RFC 5424 section 6.2.4).
    Hostname(String),
    /// The same in a format without delimiters (RFC 3164 section 4.1.2), where only some characters cannot be misread.
    PlainHostname(String),
    /// A name that APP-NAME cannot hold (RFC 5424 section 6.2.5).
    Process(String),
    /// A name that TAG cannot hold (RFC 3164 section 4.1.3).
    PlainProcess(String),
    /// A name that is no SD-ID (RFC 5424 section 6.3.2).
    SdId(String),
    /// A limit that a header might not fit into.
    Limit(usize),
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hostname(name) => write!(
                f,
                "`{}` is no host name for this format; write 1 to 255 printable ASCII characters \
                 without blanks",
                name.escape_debug()
            ),
            Self::PlainHostname(name) => write!(
                f,
                "`{}` is no host name for this format; write 1 to 255 ASCII letters, digits, `.`, `-` or \
                 `_`, the last of them a letter or a digit",
                name.escape_debug()
            ),
            Self::Process(name) => write!(
                f,
                "`{}` is no process name; write 1 to 48 printable ASCII characters without blanks",
                name.escape_debug()
            ),
            Self::PlainProcess(name) => write!(
                f,
                "`{}` is no process name for this format; write 1 to 32 printable ASCII characters \
                 without blanks, `:`, `[` and `]`",
                name.escape_debug()
            ),
            Self::SdId(name) => write!(
                f,
                "`{}` is no SD-ID; write 1 to 32 printable ASCII characters without blanks, `=`, `]` \
                 and `\"`, like `junos@2636`",
                name.escape_debug()
            ),
            Self::Limit(limit) => write!(
                f,
                "a record of {limit} bytes may not hold its header; write {LEAST_LIMIT} or more"
            ),
        }
    }
}

impl Error for FormatError {}
