//! The validation of the names in a header. They are set by the program and do not come from events, so they are
//! validated instead of escaped.

use alloc::borrow::ToOwned as _;

use super::format_error::FormatError;
use super::syslog_format::Format;

/// Validates a host name (HOSTNAME, RFC 5424 section 6.2.4).
///
/// The other formats have no delimiter between host and process. rsyslog takes the word there for the process, unless
/// it consists of ASCII letters, digits, `.`, `-` and `_`, and ends with a letter or a digit.
pub(super) fn validate_hostname(format: Format, name: &str) -> Result<(), FormatError> {
    if format.is_structured() {
        if is_printable(name, 255) {
            return Ok(());
        }
        return Err(FormatError::Hostname(name.to_owned()));
    }
    let is_known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let ends_well = name.ends_with(|last: char| last.is_ascii_alphanumeric());
    if ends_well && name.len() <= 255 && name.bytes().all(is_known) {
        return Ok(());
    }
    Err(FormatError::PlainHostname(name.to_owned()))
}

/// Validates a process name (APP-NAME, RFC 5424 section 6.2.5). In the other formats it is shorter (TAG, RFC 3164
/// section 4.1.3), and daemons read it up to the first `:` or `[`.
pub(crate) fn validate_process(format: Format, name: &str) -> Result<(), FormatError> {
    if format.is_structured() {
        if is_printable(name, 48) {
            return Ok(());
        }
        return Err(FormatError::Process(name.to_owned()));
    }
    if is_printable(name, 32) && !name.contains([':', '[', ']']) {
        return Ok(());
    }
    Err(FormatError::PlainProcess(name.to_owned()))
}

/// Validates an SD-ID (SD-NAME, RFC 5424 section 6).
pub(super) fn validate_sd_id(name: &str) -> Result<(), FormatError> {
    if is_printable(name, 32) && !name.contains(['=', ']', '"']) {
        return Ok(());
    }
    Err(FormatError::SdId(name.to_owned()))
}

/// Returns whether a name has 1 to `max_len` characters of PRINTUSASCII (RFC 5424 section 6).
fn is_printable(name: &str, max_len: usize) -> bool {
    !name.is_empty() && name.len() <= max_len && name.bytes().all(|byte| byte.is_ascii_graphic())
}
