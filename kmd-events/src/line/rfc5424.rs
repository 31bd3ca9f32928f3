//! The parser for the header of RFC 5424 section 6: `1 TIME HOST PROCESS PID TAG DATA TEXT`.

use super::cursor::{Cursor, Span};
use super::header::Header;
use super::{line_time, structured_data, text_prefix};

/// Parses the header after PRI.
///
/// Files often lack PRI, or PRI and the version. Then all parts up to the structured data must be there, and the line
/// must not look like a header of RFC 3164.
pub(super) fn parse(start: Cursor<'_>, has_priority: bool, prefix: &str) -> Option<Header> {
    if !matches!(start.rest().first(), Some(b'0'..=b'9')) {
        return None;
    }
    let (version, after) = start.word();
    let has_version = number(version).is_some();
    let time_at = if has_version { after } else { start };
    let (time, host_at) = time_at.word();
    if line_time::iso(time) != Some(time.len()) && !(has_version && time == b"-") {
        return None;
    }
    let (host, process_at) = host_at.word();
    let (process, pid_at) = process_at.word();
    let (pid, tag_at) = pid_at.word();
    let (tag, data_at) = tag_at.word();
    let has_nil_data = matches!(data_at.rest(), [b'-'] | [b'-', b' ', ..]);
    if !(has_priority && has_version) {
        let has_data = has_nil_data || data_at.rest().starts_with(b"[");
        let is_rfc3164 = [host, process, pid].iter().any(|word| word.ends_with(b":"))
            || text_prefix::tag(host_at, prefix).is_some()
            || matches!(process, b"re0" | b"re1" | b"(FPC");
        if !has_data || is_rfc3164 {
            return None;
        }
    }
    let is_tag = text_prefix::tag_len(tag_at, prefix) == Some(tag.len());
    let data_len = structured_data::length(data_at.rest());
    let text_at = data_at.skip(if has_nil_data { 1 } else { data_len });
    Some(Header {
        time: non_nil(time_at, time),
        host: non_nil(host_at, host),
        process: non_nil(process_at, process),
        pid: non_nil(pid_at, pid),
        tag: tag_at.span(if is_tag { tag.len() } else { 0 }),
        structured_data: data_at.span(data_len),
        text: text_at.eat_optional(b" ").span_to_end(),
        ..Header::default()
    })
}

/// Returns the span of the word at `start`, or an empty span if the word is `-` (NILVALUE, RFC 5424 section 6).
fn non_nil(start: Cursor<'_>, word: &[u8]) -> Span {
    match word {
        b"-" => Span::default(),
        word => start.span(word.len()),
    }
}

/// Returns the value of one to three digits.
pub(super) fn number(digits: &[u8]) -> Option<u16> {
    let is_number = (1..=3).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    is_number.then(|| {
        let digits = digits.iter().map(|digit| u16::from(digit - b'0'));
        digits.fold(0, |number, digit| number * 10 + digit)
    })
}
