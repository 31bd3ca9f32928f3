//! The parser for the header that nearly all lines have after PRI: `Aug  3 10:18:44  srx1 kmd[14162]: KMD_X: text`,
//! with or without the PID.
//!
//! The general parser finds the same parts, but takes twice as many instructions, because it tries more formats.

use super::cursor::{ByteClass, Cursor, Span};
use super::header::Header;
use super::{line_time, text_prefix, zone};
use crate::{Catalog, Priority};

/// Parses the usual header after PRI. Returns `None` for any other header.
#[inline]
pub(super) fn parse(start: Cursor<'_>, priority: Option<Priority>, catalog: &Catalog) -> Option<Header> {
    let time = start.rest().first_chunk()?;
    if !line_time::is_usual(time) {
        return None;
    }
    let host_at = start.skip(time.len()).skip_blanks();
    let (host, after_host) = name(host_at);
    if !matches!(after_host.rest(), [b' ' | b'\t', ..]) || !is_host(host) {
        return None;
    }
    let process_at = after_host.skip_blanks();
    let (process, after_process) = name(process_at);
    if matches!(process, [] | [b'(' | b'%', ..]) {
        return None;
    }
    let is_own = process == catalog.process().as_bytes();
    let (pid, text_at) = match after_process.rest() {
        [b'[', ..] => {
            let pid_at = after_process.skip(1);
            let (pid, after_pid) = name(pid_at);
            (pid_at.span(pid.len()), after_pid.eat(b"]: ")?)
        }
        [b':', b' ', ..] if is_own || text_prefix::tag_len(process_at, catalog.prefix()).is_none() => {
            (Span::default(), after_process.skip(2))
        }
        _ => return None,
    };
    // The general parser handles an explicit priority, a byte order mark, and spaces before them.
    if matches!(text_at.rest(), [b'%' | b' ' | b'\t' | 0xef, ..]) {
        return None;
    }
    let mut header = Header {
        priority,
        time: start.span(time.len() - 1),
        host: host_at.span(host.len()),
        process: process_at.span(process.len()),
        pid,
        text: text_at.span_to_end(),
        is_own,
        ..Header::default()
    };
    if let Some((tag, after)) = text_prefix::tag(text_at, catalog.prefix()) {
        header.text = after.span_to_end();
        if is_own {
            header.tag = text_at.span(tag.len());
        }
    }
    Some(header)
}

/// Returns whether a word is a host, and not a slot, a year, a time zone or a word in place of a host. Most begin with a small
/// letter.
#[inline]
fn is_host(word: &[u8]) -> bool {
    match word {
        [b'a'..=b'z', ..] => true,
        [] | [b'(' | b'-' | b'+' | b'<', ..] | [b'1' | b'2', _, _, _] => false,
        word => !zone::is_zone(word),
    }
}

/// Returns the bytes up to a space, a tab, a colon or a bracket, and the cursor after them.
#[inline]
fn name(start: Cursor<'_>) -> (&[u8], Cursor<'_>) {
    let len = start.find(|class| matches!(class, ByteClass::Blank | ByteClass::Delimiter | ByteClass::CloseBracket));
    (&start.rest()[..len], start.skip(len))
}
