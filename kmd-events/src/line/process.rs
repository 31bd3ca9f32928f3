//! The parser for the end of a header of RFC 3164: the process with its PID, or nothing before a tag.

use super::cursor::{ByteClass, Cursor, Span};
use super::text_prefix;
use crate::Catalog;

/// The end of a header.
#[derive(Clone, Copy)]
pub(super) struct End<'a> {
    /// The logical system before the process, like `LSYS1` in `LSYS1:kmd[7]: `.
    pub(super) system: Span,
    pub(super) process: Span,
    pub(super) pid: Span,
    pub(super) text: Cursor<'a>,
    /// Whether the process is that of the catalog, or a tag follows that no process precedes.
    pub(super) is_own: bool,
}

/// Where a word is in the header.
#[derive(Clone, Copy)]
pub(super) struct Place<'c> {
    pub(super) has_time: bool,
    /// Whether no host precedes the word.
    pub(super) is_first: bool,
    pub(super) catalog: &'c Catalog,
}

/// Parses `kmd[14162]: `, `kmd: `, a colon, or nothing before a tag. If the process is that of the catalog, the colon may
/// be missing, because the name ends before `[` or a space (RFC 3164 section 4.1.3).
pub(super) fn parse<'a>(start: Cursor<'a>, place: Place<'_>) -> Option<End<'a>> {
    // Most words of a header end at a space and contain neither a colon nor a bracket.
    let stop = start.find(|class| matches!(class, ByteClass::Blank | ByteClass::Delimiter));
    match start.rest().get(stop) {
        Some(b':' | b'[') => with_delimiter(start, stop, place),
        _ => without_delimiter(start, stop, place),
    }
}

/// Parses a name before a colon or a bracket, which is at `stop`.
fn with_delimiter<'a>(start: Cursor<'a>, stop: usize, place: Place<'_>) -> Option<End<'a>> {
    let Place { has_time, is_first, catalog } = place;
    let own_name = catalog.process().as_bytes();
    let is_text = |cursor| {
        text_prefix::tag(cursor, catalog.prefix()).is_some() || text_prefix::explicit_priority(cursor).is_some()
    };
    let (system, name_at) = logical_system(start, stop, own_name).unwrap_or((Span::default(), start));
    let is_own = !system.is_empty() || &start.rest()[..stop] == own_name;
    let stop = if system.is_empty() { stop } else { own_name.len() };
    // The process of the catalog can have the form of a tag, like `RT_FLOW` with the prefix `RT`.
    if !is_own && is_text(start) {
        return Some(without_process(start, catalog));
    }
    if start.rest().starts_with(b":") {
        return start.eat(b": ").filter(|_| has_time).map(|text| without_process(text, catalog));
    }
    let after = name_at.skip(stop);
    let (pid, text) = match after.rest() {
        [b':'] | [b':', b' ' | b'\t', ..] => (Span::default(), after.skip(1)),
        // An IPv6 address has colons too.
        [b':', ..] if is_own => (Span::default(), after.skip(1)),
        [b'[', pid @ ..] if stop > 0 => {
            let ends_pid = |byte| matches!(byte, b']' | b' ' | b'\t');
            let len = pid.iter().position(|&byte| ends_pid(byte))?;
            let pid_at = after.skip(1);
            let after = pid_at.skip(len).eat(b"]")?;
            let may_lack_colon = is_own && (has_time || is_first);
            let text = match after.rest() {
                [b':', ..] => after.skip(1),
                [] | [b' ' | b'\t', ..] if may_lack_colon => after,
                _ => return None,
            };
            (pid_at.span(len), text)
        }
        [] | [b' ' | b'\t', ..] if is_own && has_time => (Span::default(), after),
        _ => return None,
    };
    // Without a time, any word with a colon could be a part of the text.
    let is_process = has_time || is_own || !pid.is_empty() || is_text(text.skip_blanks());
    let process = name_at.span(stop);
    is_process.then(|| End { system, process, pid, text: text.eat_optional(b" "), is_own })
}

/// Parses `kmd ` after a time.
fn without_delimiter<'a>(start: Cursor<'a>, stop: usize, place: Place<'_>) -> Option<End<'a>> {
    if !place.has_time || &start.rest()[..stop] != place.catalog.process().as_bytes() {
        return None;
    }
    let text = start.skip(stop);
    if place.is_first {
        // A host can have the name of the process.
        let next = parse(text.skip_blanks(), Place { is_first: false, ..place });
        if text.rest().is_empty() || next.is_some_and(|next| !next.process.is_empty()) {
            return None;
        }
    }
    let (system, pid) = (Span::default(), Span::default());
    Some(End { system, process: start.span(stop), pid, text: text.eat_optional(b" "), is_own: true })
}

/// Parses `LSYS1:` before the process of the catalog, which a logical system or a tenant system adds.
fn logical_system<'a>(start: Cursor<'a>, stop: usize, own_name: &[u8]) -> Option<(Span, Cursor<'a>)> {
    let is_name = |name: &[u8]| name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte));
    let name_at = start.skip(stop).eat(b":")?;
    let after = name_at.eat(own_name)?;
    let ends = matches!(after.rest(), [] | [b':' | b'[' | b' ' | b'\t', ..]);
    (stop > 0 && ends && is_name(&start.rest()[..stop])).then(|| (start.span(stop), name_at))
}

/// Returns the end of a header without a process.
fn without_process<'a>(text: Cursor<'a>, catalog: &Catalog) -> End<'a> {
    let tag_at = text_prefix::explicit_priority(text).map_or(text, |(_, after)| after.eat_optional(b" "));
    let is_own = text_prefix::tag(tag_at.skip_blanks(), catalog.prefix()).is_some();
    let (system, process, pid) = (Span::default(), Span::default(), Span::default());
    End { system, process, pid, text, is_own }
}
