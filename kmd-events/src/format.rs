//! Formatters that render events as syslog messages: one line each, in a format of syslog or of Junos.
//!
//! | format | a syslog message |
//! |---|---|
//! | [`Rfc3164`](Format::Rfc3164) | `<35>Aug  3 10:18:44 kmd[14162]: KMD_X: text` |
//! | [`Rfc5424`](Format::Rfc5424) | `<35>1 2023-08-03T10:18:44.846201+10:00 gw kmd 14162 KMD_X [junos@2636 sa-name="a"] text` |
//! | [`Junos`](Format::Junos) | `Aug  3 10:18:44  gw kmd[14162]: KMD_X: text` |
//! | [`JunosPriority`](Format::JunosPriority) | `Aug  3 10:18:44  gw kmd[14162]: %AUTH-3-KMD_X: text` |
//! | [`JunosStructured`](Format::JunosStructured) | `<35>1 2023-08-03T10:18:44.846+10:00 gw kmd 14162 KMD_X [junos@2636 sa-name="a"] text` |
//! | [`JunosBrief`](Format::JunosBrief) | `<35>1 2023-08-03T10:18:44.846+10:00 gw kmd 14162 KMD_X [junos@2636 sa-name="a"]` |
//!
//! A message that the catalog declares as `tagged: false` has no `KMD_X: ` and no `%AUTH-3-KMD_X: `. In the formats of RFC
//! 5424, it has its tag as the MSGID.
//!
//! A tag of more than 32 characters is too long for the MSGID (RFC 5424 section 6). In the formats of RFC 5424, the MSGID
//! is then `-`, and the text follows the tag: `… kmd 14162 - [junos@2636 sa-name="a"] KMD_X: text`. This applies to
//! messages with `tagged: false` and to [`JunosBrief`](Format::JunosBrief), too.
//!
//! The structured data is `-` for a message without placeholders, and for every message if there is no SD-ID. The SD-ID
//! is set in the catalog (`sd-id`) or with [`Formatter::with_sd_id`]. Without an SD-ID,
//! [`JunosBrief`](Format::JunosBrief) includes the text, because the values would be missing otherwise.
//!
//! # Escapes
//!
//! Values are escaped so that they cannot start a second line or change another field:
//!
//! - Each byte of a control character becomes `#` and three octal digits, as in rsyslog: a line feed is `#012`. Control
//!   characters are C0, DEL, C1 (U+0080 to U+009F), U+2028 and U+2029; the ones above ASCII are escaped byte by byte in
//!   UTF-8. A `#012` that is in the value itself is not changed, so it looks the same.
//! - In the values of structured data, `"`, `\` and `]` are escaped with a backslash, and no other characters are (RFC
//!   5424 section 6.3.3).
//!
//! The text is UTF-8 without a byte order mark, which RFC 5424 section 6.4 allows as MSG-ANY.
//!
//! The host name, the process name and the SD-ID are not escaped. A [`Formatter`] validates them when they are set, and
//! [`catalog!`](crate::catalog!) validates the names in a catalog.
//!
//! # Maximum length
//!
//! A syslog message has at most [`Format::default_max_len`] bytes, or the number that is set with
//! [`Formatter::with_max_len`]. If a message is too long, the structured data gets at most half of the bytes after the
//! header, or all of them in a format without the text. A value that does not fit is left out, and the text is
//! truncated between two characters and ends with `...`. A whole text does not end with `...`, even if the structured data
//! lacks a value. In a format without the text, `...` takes its place if a value is left out.

mod escape;
mod format_error;
mod formatter;
mod syslog_format;
mod syslog_message;
mod timestamp;
#[cfg(feature = "std")]
mod utc;
mod validate_header;

pub(crate) use self::escape::escape_control;
#[cfg(all(feature = "journald", target_os = "linux"))]
pub(crate) use self::validate_header::validate_process;

pub use self::format_error::FormatError;
pub use self::formatter::Formatter;
pub use self::syslog_format::{Format, ParseFormatError};
pub use self::timestamp::Timestamp;
