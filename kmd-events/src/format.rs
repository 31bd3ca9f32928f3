//! Events as syslog messages: one line each, in the formats of syslog and of Junos.
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
//! A message without placeholders has `-` in place of an element; so has every message of a catalog that has
//! no `sd-id`, unless [`Formatter::with_sd_id`] gives one. [`JunosBrief`](Format::JunosBrief) has the text then: its
//! values would be nowhere else.
//!
//! # Escapes
//!
//! A value cannot start a second message, or change another field. Text is escaped first and framed then:
//!
//! - Control characters become `#` and three octal digits, as rsyslog writes them: a line feed is `#012`. They
//!   are C0, DEL, C1 (U+0080 to U+009F), U+2028 and U+2029; those above ASCII a byte of their UTF-8 at a time.
//!   Nothing else is touched, so `#012` that was there before looks the same.
//! - In the values of structured data `"`, `\` and `]` have a `\` before them, and nothing else has (RFC 5424
//!   section 6.3.3).
//! - There is no byte order mark before the text: it is UTF-8 all the same (RFC 5424 section 6.4 allows MSG-ANY).
//! - Names of host, process and SD-ID are the daemon's own. They are validated when the [`Formatter`] is made.
//!
//! # Maximum length
//!
//! A syslog message has at most [`Format::default_max_len`] bytes, or [`Formatter::with_max_len`]. Of a longer one, the text
//! is truncated between two characters, and the structured data has half of the bytes after the header, so that the text
//! has the other half. A value that does not fit is left out. A syslog message that does not hold all of its event ends
//! in `...`.

mod escape;
mod format_error;
mod formatter;
mod syslog_format;
mod syslog_message;
mod timestamp;
mod validate_header;

#[cfg(any(feature = "log", feature = "tracing", all(feature = "journald", target_os = "linux")))]
pub(crate) use self::escape::escape_control;
#[cfg(all(feature = "journald", target_os = "linux"))]
pub(crate) use self::validate_header::validate_process;

pub use self::format_error::FormatError;
pub use self::formatter::Formatter;
pub use self::syslog_format::{Format, ParseFormatError};
pub use self::timestamp::Timestamp;
