//! The parser for the header of RFC 3164 section 4.1 as devices and relays write it: a time, a host and a location on the
//! host, each of which may be missing, and the process.

use super::cursor::{Cursor, Span};
use super::header::Header;
use super::host_words::{fpc_slot, host, is_location, is_no_host, is_second_host};
use super::line_time::{self, TimeKind};
use super::process::{self, Place};
use super::{priority_word, zone};
use crate::Catalog;

/// Parses the header after PRI. If `is_inner`, a header with a time precedes this one.
pub(super) fn parse(start: Cursor<'_>, is_inner: bool, catalog: &Catalog) -> Header {
    let mut header = Header::default();
    let (kind, time_end) = time(start.skip_blanks(), &mut header);
    // A time of day alone does not make a word with a colon a process.
    let has_time = is_inner || !matches!(kind, None | Some(TimeKind::Clock));
    let skipped = skipped_word(time_end, kind, &mut header);
    let mut cursor = skipped.unwrap_or(time_end);
    let process = |cursor, is_first| process::parse(cursor, Place { has_time, is_first, catalog });

    let mut end = process(cursor, true);
    // The number of spaces after the host. Columns with tabs are those of other programs.
    let mut spaces = 0;
    if end.is_none() {
        // The host can have the name of a routing engine, but not if another word was in its place.
        let can_be_location = is_inner || skipped.is_some();
        if let Some((name, after)) = host(cursor).filter(|(name, _)| !(can_be_location && is_location(name))) {
            header.host = cursor.span(name.len());
            let gap = cursor.rest().len() - after.rest().len();
            let gap = &cursor.rest()[name.len()..gap];
            spaces = if gap.contains(&b'\t') { 0 } else { gap.len() };
            cursor = after;
            end = process(cursor, false);
        }
    }
    let certain = Header { text: cursor.span_to_end(), ..header };
    let mut is_certain = true;
    if end.is_none() && has_time && spaces > 0 {
        if let Some(after) = uncertain_word(cursor, start, spaces, &mut header) {
            (is_certain, cursor) = (false, after);
            end = process(cursor, false);
        }
    }
    let location_at = cursor;
    while end.is_none() {
        let Some((after, is_slot)) = location(cursor) else { break };
        cursor = after;
        end = process(cursor, false);
        // The name of a card may follow its slot.
        if end.is_none() && is_slot {
            let (card, after) = cursor.word();
            if card.is_empty() || card.iter().any(|byte| matches!(byte, b':' | b'[')) {
                break;
            }
            cursor = after;
            end = process(cursor, false);
        }
    }
    match end {
        Some(end) if is_certain || end.is_own => {
            let system_end = if end.system.is_empty() { cursor } else { cursor.skip(end.system.range().len()) };
            header.location = between(location_at, system_end);
            Header { process: end.process, pid: end.pid, text: end.text.span_to_end(), ..header }
        }
        // Without a time, no part of an unknown header is certain.
        _ if !has_time => Header { text: start.span_to_end(), ..Header::default() },
        _ => certain,
    }
}

/// Parses the time, with the zone or the colon after it.
fn time<'a>(start: Cursor<'a>, header: &mut Header) -> (Option<TimeKind>, Cursor<'a>) {
    let Some((kind, len)) = line_time::any(start.rest()) else {
        return (None, start);
    };
    header.time = start.span(len);
    let after = start.skip(len);
    let after = after.eat(b": ").unwrap_or(after).skip_blanks();
    match zone::zone(after) {
        Some((zone_len, after_zone)) => {
            let to_zone = start.rest().len() - after.rest().len();
            header.time = start.span(to_zone + zone_len);
            (Some(kind), after_zone)
        }
        None => (Some(kind), after),
    }
}

/// Parses a word in the place of the host that cannot be one: `-`, a time of day, a word in brackets, a priority, or the year
/// that a relay left there.
fn skipped_word<'a>(start: Cursor<'a>, kind: Option<TimeKind>, header: &mut Header) -> Option<Cursor<'a>> {
    let (word, after) = start.word();
    let is_year = matches!(word, [b'1', b'9', b'0'..=b'9', b'0'..=b'9'] | [b'2', b'0', b'0'..=b'9', b'0'..=b'9']);
    if is_no_host(word) || is_year && kind == Some(TimeKind::Iso) {
        return Some(after);
    }
    header.priority = priority_word::bracketed(word).filter(|_| kind.is_some());
    header.priority.map(|_| after)
}

/// Parses a word after the host that is a second host or a priority if the process of the catalog follows, and otherwise the
/// beginning of a text.
fn uncertain_word<'a>(start: Cursor<'a>, line: Cursor<'a>, spaces: usize, header: &mut Header) -> Option<Cursor<'a>> {
    let (word, after) = start.word();
    if let Some(priority) = priority_word::priority_word(word) {
        header.priority = Some(priority);
        return Some(after);
    }
    let (name, after) = host(start)?;
    if is_location(name) || !is_second_host(line.bytes_of(header.host), name, spaces) {
        return None;
    }
    header.host = start.span(name.len());
    Some(after)
}

/// Parses a routing engine or the slot of a card, and tells which.
fn location(start: Cursor<'_>) -> Option<(Cursor<'_>, bool)> {
    if let Some(after) = fpc_slot(start) {
        return Some((after, true));
    }
    let (word, after) = start.word();
    is_location(word).then_some((after, false))
}

/// Returns the span from `start` to `end` without the whitespace at its end. It is the default if nothing is between.
fn between(start: Cursor<'_>, end: Cursor<'_>) -> Span {
    let bytes = &start.rest()[..start.rest().len() - end.rest().len()];
    if bytes.is_empty() { Span::default() } else { start.span(bytes.trim_ascii_end().len()) }
}
