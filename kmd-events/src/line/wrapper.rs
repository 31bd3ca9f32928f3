//! What programs write before the header of a line when they store or forward it. A wrapper names no process.

use super::cursor::{Cursor, Span};
use super::header::Header;
use super::line_time::{self, TimeKind};
use super::{priority_word, rfc5424};

/// Parses a wrapper that its form alone identifies: an octet count, the columns of a container log, or those of Kiwi
/// Syslog Server. Returns what it says, and where the line begins.
pub(super) fn certain(start: Cursor<'_>) -> Option<(Header, Cursor<'_>)> {
    // No other line begins with a digit and is that common.
    if !matches!(start.rest().first(), Some(b'0'..=b'9')) {
        return None;
    }
    octet_count(start).or_else(|| container(start)).or_else(|| kiwi(start))
}

/// Parses the octet count of a stream (RFC 6587 section 3.4.1). PRI has to follow.
fn octet_count(start: Cursor<'_>) -> Option<(Header, Cursor<'_>)> {
    let digits = start.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
    let inner = start.skip(digits).eat(b" ")?;
    let is_count = !start.rest().starts_with(b"0") && rfc5424::priority(inner).is_some();
    is_count.then(|| (Header::default(), inner))
}

/// Parses `2026-08-03T10:18:44.123456789Z stdout F `, which container runtimes write (CRI). `P` marks a part of a line.
fn container(start: Cursor<'_>) -> Option<(Header, Cursor<'_>)> {
    let len = line_time::iso(start.rest())?;
    let after = start.skip(len).eat(b" ")?;
    let inner = after.eat(b"stdout F ").or_else(|| after.eat(b"stderr F "))?;
    Some((Header { time: start.span(len), ..Header::default() }, inner))
}

/// Parses the date, the time, the priority and the host of Kiwi Syslog Server, with a tab after each.
fn kiwi(start: Cursor<'_>) -> Option<(Header, Cursor<'_>)> {
    let len = kiwi_date(start.rest())?;
    let clock_at = start.skip(len).eat(b" ").or_else(|| start.skip(len).eat(b"\t"))?;
    let after = clock_at.at(line_time::clock(clock_at.rest())?);
    let time = start.span(start.rest().len() - after.rest().len());
    let (priority, after) = column(after.eat(b"\t")?)?;
    let priority = priority_word::priority_word(priority)?;
    let (host, inner) = column(after)?;
    let host = after.span(host.len());
    Some((Header { time, host, priority: Some(priority), ..Header::default() }, inner))
}

/// Returns the length of a date like `2024-08-03` or `03-08-2024`.
fn kiwi_date(bytes: &[u8]) -> Option<usize> {
    let date = bytes.get(..10)?;
    let is_date = |form: &[u8; 10]| {
        date.iter().zip(form).all(|(byte, form)| if *form == b'0' { byte.is_ascii_digit() } else { byte == form })
    };
    (is_date(b"0000-00-00") || is_date(b"00-00-0000")).then_some(date.len())
}

/// Parses a column that is not empty, and the tab after it.
fn column(start: Cursor<'_>) -> Option<(&[u8], Cursor<'_>)> {
    let len = start.rest().iter().position(|&byte| byte == b'\t').filter(|len| *len > 0)?;
    Some((&start.rest()[..len], start.skip(len + 1)))
}

/// Parses the name of a file, the number of a line, or both, each with a colon, as `grep` and `zgrep` write them. PRI
/// or a time has to follow directly, and the name contains neither a space nor a bracket.
pub(super) fn file_name(start: Cursor<'_>) -> Option<Cursor<'_>> {
    // A time has colons, too.
    if line_time::any(start.rest()).is_some() {
        return None;
    }
    let bytes = start.rest().iter();
    let mut bytes = bytes.take_while(|byte| !matches!(byte, b' ' | b'\t' | b'[' | b'<')).enumerate();
    bytes.find_map(|(at, byte)| Some(start.skip(at + 1)).filter(|inner| *byte == b':' && begins_header(*inner)))
}

/// Returns the possible beginnings of the header of a device after the header of a relay, which has a time and may have
/// a host, but no process. The start is that of the line.
pub(super) fn after_relay<'a>(line: Cursor<'a>, relay: &Header) -> impl Iterator<Item = Cursor<'a>> + use<'a> {
    let after = |span: Span| (!span.is_empty()).then(|| line.skip(span.range().end).skip_blanks());
    let starts = [after(relay.time), after(relay.host)];
    starts.into_iter().flatten().filter(|inner| begins_header(*inner))
}

/// Returns whether a header with PRI, a version or a time begins here.
fn begins_header(start: Cursor<'_>) -> bool {
    let is_time =
        |start: Cursor<'_>| matches!(line_time::any(start.rest()), Some((kind, _)) if kind != TimeKind::Clock);
    // Looking at two bytes saves a third of the time of a line with many colons, each of which could end the name of a
    // file.
    matches!(start.rest(), [b'0'..=b'9', b'0'..=b'9' | b' ', ..] | [b'A'..=b'Z' | b'<', ..])
        && (is_time(start) || rfc5424::priority(start).is_some() || start.eat(b"1 ").is_some_and(is_time))
}
