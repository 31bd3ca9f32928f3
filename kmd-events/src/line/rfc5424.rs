//! The parser for the header of RFC 5424 section 6: `1 TIME HOST PROCESS PID TAG DATA TEXT`.

use super::cursor::{Cursor, Span};
use super::header::Header;
use super::host_words::is_location;
use super::line_time::{self, TimeKind};
use super::{structured_data, text_prefix};
use crate::{Catalog, Facility, Priority, Severity};

/// Parses the header after PRI. Also tells whether the header names neither a process nor a tag, so that it may be that of a
/// relay.
///
/// Files often lack PRI, or PRI and the version. Then all parts up to the structured data must be there, and the line
/// must not look like a header of RFC 3164.
pub(super) fn parse(start: Cursor<'_>, has_priority: bool, catalog: &Catalog) -> Option<(Header, bool)> {
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
    if ends_rfc3164(host, process, pid, catalog) {
        return None;
    }
    if !(has_priority && has_version) {
        let has_data = has_nil_data || data_at.rest().starts_with(b"[");
        let is_rfc3164 = text_prefix::tag(host_at, catalog.prefix()).is_some()
            || is_location(process) && pid != b"-"
            || process == b"(FPC";
        if !has_data || is_rfc3164 {
            return None;
        }
    }
    let is_tag = text_prefix::tag_len(tag_at, catalog.prefix()) == Some(tag.len());
    let data_len = structured_data::length(data_at.rest());
    let is_data_invalid = !has_nil_data && data_at.skip(data_len).rest().starts_with(b"[");
    let data_len = if is_data_invalid { 0 } else { data_len };
    let text_at = data_at.skip(if has_nil_data { 1 } else { data_len });
    let (system, process) = split_system(process_at, process, catalog);
    let header = Header {
        time: non_nil(time_at, time),
        host: non_nil(host_at, host),
        location: system,
        process,
        pid: non_nil(pid_at, pid),
        tag: tag_at.span(if is_tag { tag.len() } else { 0 }),
        structured_data: data_at.span(data_len),
        is_data_invalid,
        text: text_at.eat_optional(b" ").span_to_end(),
        is_brief: true,
        ..Header::default()
    };
    let names_no_process = process.is_empty() || is_location(process_at.bytes_of(process));
    let is_relay = names_no_process && header.pid.is_empty() && tag == b"-" && !is_data_invalid;
    Some((header, is_relay))
}

/// Returns whether one of the first words ends the header of RFC 3164, so that the line has no header of RFC 5424.
fn ends_rfc3164(host: &[u8], process: &[u8], pid: &[u8], catalog: &Catalog) -> bool {
    let is_own = |word: &[u8]| {
        let pid = word.strip_prefix(catalog.process().as_bytes()).and_then(|word| word.strip_prefix(b"["));
        pid.is_some_and(|pid| pid.ends_with(b"]"))
    };
    let has_colon = |word: &[u8]| word.ends_with(b":") && !word.ends_with(b"::");
    [host, process, pid].into_iter().any(has_colon) || is_own(host) || is_own(process)
}

/// Returns the logical system and the process of a word like `LSYS1:kmd`. The name of another process is not split.
fn split_system(start: Cursor<'_>, word: &[u8], catalog: &Catalog) -> (Span, Span) {
    match word.strip_suffix(catalog.process().as_bytes()).and_then(|name| name.strip_suffix(b":")) {
        Some(name) if !name.is_empty() => {
            (start.span(name.len()), start.skip(name.len() + 1).span(catalog.process().len()))
        }
        _ => (Span::default(), non_nil(start, word)),
    }
}

/// Parses the version 1 and, if it is `-`, the time before a header of RFC 3164. Tells whether a time follows.
pub(super) fn version_before_rfc3164(start: Cursor<'_>) -> Option<(Cursor<'_>, bool)> {
    let after = start.skip_blanks().eat(b"1 ")?.skip_blanks();
    if let Some(after) = after.eat(b"- ") {
        return Some((after, false));
    }
    matches!(line_time::any(after.rest()), Some((kind, _)) if kind != TimeKind::Clock).then_some((after, true))
}

/// Returns the span of the word at `start`, or an empty span if the word is `-` (NILVALUE, RFC 5424 section 6).
fn non_nil(start: Cursor<'_>, word: &[u8]) -> Span {
    match word {
        b"-" => Span::default(),
        word => start.span(word.len()),
    }
}

/// Parses `<30>`, PRI of RFC 5424 section 6.2.1.
pub(super) fn priority(start: Cursor<'_>) -> Option<(Priority, Cursor<'_>)> {
    let digits = start.eat(b"<")?;
    let len = digits.rest().iter().take(4).position(|&byte| byte == b'>')?;
    let number = number(&digits.rest()[..len])?;
    let priority = Priority {
        facility: Facility::from_code(u8::try_from(number / 8).ok()?)?,
        severity: Severity::from_code((number % 8) as u8)?,
    };
    Some((priority, digits.skip(len + 1)))
}

/// Returns the value of one to three digits.
pub(super) fn number(digits: &[u8]) -> Option<u16> {
    let is_number = (1..=3).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    is_number.then(|| {
        let digits = digits.iter().map(|digit| u16::from(digit - b'0'));
        digits.fold(0, |number, digit| number * 10 + digit)
    })
}
