//! The header of RFC 3164 section 4.1 as devices and relays write it: a time, a host, and a location on the host, each
//! of which may be missing; the process and a colon.

use super::cursor::{ByteClass, Cursor, Span};
use super::header::Header;
use super::{line_time, text_prefix};
use crate::Catalog;

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
        // Most words of a header end at a blank, without a colon or a bracket in them.
        let stop = cursor.find(|class| matches!(class, ByteClass::Blank | ByteClass::Delimiter));
        let after = cursor.skip(stop);
        let is_plain = !matches!(after.rest(), [b':' | b'[', ..]);
        let (word, after) = if is_plain {
            (&cursor.rest()[..stop], after.skip_blanks())
        } else if let Some(process) = Process::parse(cursor, stop, has_time, catalog) {
            header.process = process.name;
            header.pid = process.pid;
            header.text = process.text.span_to_end();
            return header;
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
    Header {
        location: Span::default(),
        text: location_at.span_to_end(),
        ..header
    }
}

/// Returns the span from `start` to `end` without the blanks at its end.
fn trimmed(start: Cursor<'_>, end: Cursor<'_>) -> Span {
    let bytes = &start.rest()[..start.rest().len() - end.rest().len()];
    start.span(bytes.trim_ascii_end().len())
}

/// The end of a header: the process and its PID, if it names them, and the text that follows.
struct Process<'a> {
    name: Span,
    pid: Span,
    text: Cursor<'a>,
}

impl<'a> Process<'a> {
    /// Parses `kmd[14162]: `, `kmd: `, a colon, or nothing before a tag. The first colon or bracket is at `stop`.
    fn parse(start: Cursor<'a>, stop: usize, has_time: bool, catalog: &Catalog) -> Option<Self> {
        let is_text = |cursor| {
            text_prefix::tag(cursor, catalog.prefix()).is_some()
                || text_prefix::explicit_priority(cursor).is_some()
        };
        if is_text(start) {
            return Some(Self::unnamed(start));
        }
        if stop == 0 && start.rest().starts_with(b":") {
            return start.eat(b": ").filter(|_| has_time).map(Self::unnamed);
        }
        let process = Self::named(start, stop, catalog)?;
        // Without a time, any word with a colon could be one of the text.
        let is_process = has_time
            || !process.pid.is_empty()
            || &start.rest()[..stop] == catalog.process().as_bytes()
            || is_text(process.text.skip_blanks());
        is_process.then(|| Self {
            text: process.text.eat_optional(b" "),
            ..process
        })
    }

    fn unnamed(text: Cursor<'a>) -> Self {
        Self {
            name: Span::default(),
            pid: Span::default(),
            text,
        }
    }

    fn named(start: Cursor<'a>, stop: usize, catalog: &Catalog) -> Option<Self> {
        let name = start.span(stop);
        let after = start.skip(stop);
        match after.rest() {
            [b':'] | [b':', b' ' | b'\t', ..] => {}
            // An IPv6 address has colons too.
            [b':', ..] if &start.rest()[..stop] == catalog.process().as_bytes() => {}
            [b'[', inner @ ..] if stop > 0 => {
                let len = inner
                    .iter()
                    .position(|byte| matches!(byte, b']' | b' ' | b'\t'))?;
                let inner = after.at(inner);
                return Some(Self {
                    name,
                    pid: inner.span(len),
                    text: inner.skip(len).eat(b"]:")?,
                });
            }
            _ => return None,
        }
        Some(Self {
            name,
            pid: Span::default(),
            text: after.skip(1),
        })
    }
}

/// Returns whether a word can be a host: a name or an address, and not a process. A plain one holds no colon or bracket.
fn is_host(word: &[u8], is_plain: bool) -> bool {
    let is_address = word.ends_with(b"::") || word.starts_with(b"[");
    !word.is_empty() && (is_plain || is_address || !word.ends_with(b":") && !word.contains(&b'['))
}

/// Parses `(FPC Slot 4, PIC Slot 0)`, which the cards of a chassis put into a header.
fn fpc_slot(start: Cursor<'_>) -> Option<Cursor<'_>> {
    let inner = start.eat(b"(FPC ")?;
    let len = inner.rest().iter().position(|&byte| byte == b')')?;
    Some(inner.skip(len + 1).skip_blanks())
}
