//! The parser for the header of RFC 3164 section 4.1 as devices and relays write it. A time, a host and a location on
//! the host, each of which may be missing, precede the process and a colon.

use super::cursor::{ByteClass, Cursor, Span};
use super::header::Header;
use super::{line_time, text_prefix};
use crate::Catalog;

/// Parses the header after PRI.
pub(super) fn parse(start: Cursor<'_>, catalog: &Catalog) -> Header {
    let mut header = Header::default();
    let mut cursor = start.skip_blanks();
    if let Some(len) = line_time::bsd(cursor.rest()).or_else(|| line_time::iso(cursor.rest())) {
        header.time = cursor.span(len);
        cursor = cursor.skip(len).skip_blanks();
    }
    let has_time = !header.time.is_empty();
    let mut location_at = cursor;
    // The name of a card may follow its slot.
    let mut is_after_slot = false;
    loop {
        // Most words of a header end at a space and contain neither a colon nor a bracket.
        let stop = cursor.find(|class| matches!(class, ByteClass::Blank | ByteClass::Delimiter));
        let after = cursor.skip(stop);
        let is_plain = !matches!(after.rest(), [b':' | b'[', ..]);
        let (word, after) = if is_plain {
            (&cursor.rest()[..stop], after.skip_blanks())
        } else if let Some(end) = end_of_header(cursor, stop, has_time, catalog) {
            let Header { time, host, location, .. } = header;
            return Header { time, host, location, ..end };
        } else {
            cursor.word()
        };
        if let Some(after) = fpc_slot(cursor) {
            (is_after_slot, cursor) = (true, after);
        } else if header.host.is_empty() && !is_after_slot && is_host(word, is_plain) {
            header.host = cursor.span(word.len());
            (cursor, location_at) = (after, after);
            continue;
        } else if is_after_slot && !word.is_empty() || matches!(word, b"re0" | b"re1") {
            (is_after_slot, cursor) = (false, after);
        } else {
            break;
        }
        header.location = trimmed(location_at, cursor);
    }
    // Without a time, no part of an unknown header is certain.
    if !has_time {
        header = Header::default();
        location_at = start;
    }
    Header { location: Span::default(), text: location_at.span_to_end(), ..header }
}

/// Returns the span from `start` to `end` without the whitespace at its end.
fn trimmed(start: Cursor<'_>, end: Cursor<'_>) -> Span {
    let bytes = &start.rest()[..start.rest().len() - end.rest().len()];
    start.span(bytes.trim_ascii_end().len())
}

/// Parses the end of a header: `kmd[14162]: `, `kmd: `, a colon, or nothing before a tag. The first colon or bracket is
/// at `stop`.
fn end_of_header(start: Cursor<'_>, stop: usize, has_time: bool, catalog: &Catalog) -> Option<Header> {
    let is_text = |cursor| {
        text_prefix::tag(cursor, catalog.prefix()).is_some() || text_prefix::explicit_priority(cursor).is_some()
    };
    let without_process = |text: Cursor<'_>| Header { text: text.span_to_end(), ..Header::default() };
    let is_own = &start.rest()[..stop] == catalog.process().as_bytes();
    // The process of the catalog can have the form of a tag, like `RT_FLOW` with the prefix `RT`.
    if !is_own && is_text(start) {
        return Some(without_process(start));
    }
    if start.rest().starts_with(b":") {
        return start.eat(b": ").filter(|_| has_time).map(without_process);
    }
    let after = start.skip(stop);
    let (pid, text) = match after.rest() {
        [b':'] | [b':', b' ' | b'\t', ..] => (Span::default(), after.skip(1)),
        // An IPv6 address has colons too.
        [b':', ..] if is_own => (Span::default(), after.skip(1)),
        [b'[', pid @ ..] if stop > 0 => {
            let ends_pid = |byte| matches!(byte, b']' | b' ' | b'\t');
            let len = pid.iter().position(|&byte| ends_pid(byte))?;
            let pid_at = after.skip(1);
            (pid_at.span(len), pid_at.skip(len).eat(b"]:")?)
        }
        _ => return None,
    };
    // Without a time, any word with a colon could be a part of the text.
    let is_process = has_time || is_own || !pid.is_empty() || is_text(text.skip_blanks());
    is_process.then(|| Header { process: start.span(stop), pid, ..without_process(text.eat_optional(b" ")) })
}

/// Returns whether a word can be a host: a name or an address, but not a process. A plain word contains neither a colon
/// nor a bracket.
fn is_host(word: &[u8], is_plain: bool) -> bool {
    let is_address = word.ends_with(b"::") || word.starts_with(b"[");
    !word.is_empty() && (is_plain || is_address || !word.ends_with(b":") && !word.contains(&b'['))
}

/// Parses `(FPC Slot 4, PIC Slot 0)`, which the cards of a chassis add to a header.
fn fpc_slot(start: Cursor<'_>) -> Option<Cursor<'_>> {
    let inner = start.eat(b"(FPC ")?;
    let len = inner.rest().iter().position(|&byte| byte == b')')?;
    Some(inner.skip(len + 1).skip_blanks())
}
