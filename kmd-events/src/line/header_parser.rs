//! The parser for the header of a line. Bytes that do not belong to another part are the text.

use super::cursor::{Cursor, Span};
use super::header::Header;
use super::line_end::without_end;
use super::{rfc3164, rfc5424, text_prefix, usual_header, wrapper};
use crate::Priority;
use crate::metadata::MessageSet;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The maximum number of headers and other wrappers before the header of the device.
const MAX_WRAPPERS: usize = 3;

/// Parses a line with or without what ends it. A byte order mark is left to the general parser.
pub(super) fn parse(line: &[u8], set: &MessageSet) -> Header {
    let line = without_end(line);
    let priority = if line.first() == Some(&b'<') { rfc5424::priority(Cursor::new(line)) } else { None };
    let (priority, after) = priority.map_or((None, line), |(priority, after)| (Some(priority), after.rest()));
    let usual = usual_header::parse(line, line.len() - after.len(), priority, set);
    usual.unwrap_or_else(|| other(line, set))
}

/// Parses a line whose header is not the usual one.
#[inline(never)]
fn other(line: &[u8], set: &MessageSet) -> Header {
    let start = Cursor::new(line).eat_optional(BYTE_ORDER_MARK);
    wrapped(line, start, false, MAX_WRAPPERS, set)
}

/// Parses a header that may be after wrappers. What a wrapper says counts only if the header after it names the process
/// of the catalog, or no process and a tag. If `is_inner`, a header with a time precedes this one.
fn wrapped(line: &[u8], start: Cursor<'_>, is_inner: bool, wrappers: usize, set: &MessageSet) -> Header {
    let inner = |outer: &Header, start, is_inner| {
        let inner = wrapped(line, start, is_inner, wrappers.checked_sub(1)?, set);
        inner.is_own.then(|| inner.or(outer))
    };
    let is_whole = wrappers == MAX_WRAPPERS;
    let file_name = || wrapper::file_name(start).filter(|_| is_whole).map(|start| (Header::default(), start));
    let certain = wrapper::certain(start).or_else(file_name);
    if let Some(header) = certain.and_then(|(outer, start)| inner(&outer, start, !outer.time.is_empty())) {
        return header;
    }
    let (priority, after) = optional_priority(start);
    let (header, is_relay) = any(line, after, priority.is_some(), is_inner, set);
    let header = Header { priority: priority.or(header.priority), ..header };
    if header.is_own {
        return header;
    }
    let found = if is_relay {
        inner(&header, Cursor::new(line).skip(header.text.range().start), true)
    } else if !header.time.is_empty() {
        wrapper::after_relay(Cursor::new(line), &header).find_map(|start| inner(&header, start, false))
    } else {
        None
    };
    found.unwrap_or(header)
}

/// Parses a header of any format, which begins at `start` in `line`. Tells whether it is one of RFC 5424 whose text may
/// begin with another header.
fn any(line: &[u8], start: Cursor<'_>, has_priority: bool, is_inner: bool, set: &MessageSet) -> (Header, bool) {
    let catalog = set.catalog;
    let prefix = catalog.prefix();
    let structured = rfc5424::parse(start.skip_blanks(), has_priority, catalog);
    let (mut header, is_relay) = structured.unwrap_or_else(|| {
        let after_version = rfc5424::version_before_rfc3164(start);
        let is_inner = is_inner || after_version.is_some_and(|(_, is_time)| !is_time);
        let start = after_version.map_or(start, |(start, _)| start);
        (rfc3164::parse(start, is_inner, catalog), false)
    });
    let text = Cursor::new(line).skip(header.text.range().start);
    let mut text = text.eat_optional(BYTE_ORDER_MARK);
    header.is_brief &= text.rest().trim_ascii().is_empty();
    let header_tag = header.tag.of(line);
    if let Some((explicit, after)) = text_prefix::explicit_priority(text) {
        // After the tag of an RFC 5424 header, this can be the beginning of the text. It is an explicit priority only
        // if the same tag follows.
        let is_again = || text_prefix::tag(after, prefix).is_some_and(|(tag, _)| tag == header_tag);
        if header_tag.is_empty() || is_again() {
            header.explicit_priority = Some(explicit);
            text = after.eat_optional(b" ");
        }
    }
    let tag_at = text.skip_blanks();
    if let Some((tag, after)) = text_prefix::tag(tag_at, prefix) {
        if header_tag.is_empty() || header_tag == tag {
            header.tag = tag_at.span(tag.len());
            text = after;
        }
    }
    header.text = text.span_to_end();
    header.is_own = match header.process.of(line) {
        b"" => !header.tag.is_empty(),
        process => process == catalog.process().as_bytes(),
    };
    if !header.is_own {
        header.tag = Span::default();
    }
    header.message = set.tags.find(header.tag.of(line));
    (header, is_relay)
}

/// Parses PRI, if the line has it.
fn optional_priority(start: Cursor<'_>) -> (Option<Priority>, Cursor<'_>) {
    match rfc5424::priority(start) {
        Some((priority, after)) => (Some(priority), after),
        None => (None, start),
    }
}

#[cfg(test)]
mod tests {
    use std::format;

    use super::{any, usual_header};
    use crate::line::cursor::Cursor;
    use crate::{KmdTag, Tag as _};

    /// Checks that the general parser finds the same header as `usual_header`, and returns whether the line has a usual
    /// header.
    fn check(line: &str) -> bool {
        let (line, set) = (line.as_bytes(), KmdTag::set());
        let start = Cursor::new(line);
        let Some(usual) = usual_header::parse(line, 0, None, set) else {
            return false;
        };
        let (any, _) = any(line, start, false, false, set);
        assert_eq!(format!("{usual:?}"), format!("{any:?}"), "{line:?}");
        true
    }

    #[test]
    fn parses_usual_headers_alike() {
        for line in [
            "Aug  3 10:18:44  srx1 kmd[14162]: KMD_X: text",
            "Aug 13 10:18:44 srx1 kmd: KMD_X:text",
            "Aug 13 10:18:44 10.0.0.1\tkmd[]: KMD_: text",
            "Aug  3 10:18:44 srx1 kmd[7]: ",
            "Aug  3 10:18:44 srx1 rpd[7]: KMD_X: text",
            "Aug  3 10:18:44 srx1 /kernel: tcp_auth_ok: wrong digest",
            "Aug  3 10:18:44 re0 last[-]: message",
        ] {
            assert!(check(line), "{line}");
        }
    }

    #[test]
    fn leaves_other_headers_to_the_general_parser() {
        for line in [
            "",
            "Aug  3 10:18:44",
            "Aug  3 10:18:44 ",
            "Aug  3 10:18:44 srx1",
            "Aug  3 10:18:44 kmd[1]: text",
            "Aug  3 10:18:44 2023 kmd[1]: text",
            "Aug  3 10:18:44 srx1 re0 kmd[1]: text",
            "Aug  3 10:18:44 (FPC Slot 4) srx1 kmd[1]: text",
            "Aug  3 10:18:44 srx1 (FPC Slot 4) srx1 kmd[1]: text",
            "Aug  3 10:18:44.123 srx1 kmd[1]: text",
            "Aug 3 10:18:44 srx1 kmd[1]: text",
            "Aug  3 10:18-44 srx1 kmd[1]: text",
            "Aux  3 10:18:44 srx1 kmd[1]: text",
            "Aug  3 10:18:44 srx1 kmd[1]:text",
            "Aug  3 10:18:44 srx1 kmd[1 ]: text",
            "Aug  3 10:18:44 srx1 kmd: %AUTH-3-KMD_X: text",
            "Aug  3 10:18:44 srx1 kmd:  KMD_X: text",
            "Aug  3 10:18:44 srx1 kmd: \u{feff}KMD_X: text",
            "Aug  3 10:18:44 srx1 KMD_X: text",
            "Aug  3 10:18:44 srx1 %AUTH-3-KMD_X: text",
            "Aug  3 10:18:44 srx1 : text",
            "Aug  3 10:18:44 srx]1 kmd: text",
            "Aug  3 10:18:44 - kmd[1]: text",
            "Aug  3 10:18:44 UTC kmd[1]: text",
            "Aug  3 10:18:44 10.0.0.1  srx1 kmd[1]: text",
            "Aug  3 10:18:44 srx1 LSYS1:kmd[1]: text",
            "Aug  3 10:18:44 srx1 kmd[1] text",
            "2024-03-04T08:15:01Z srx1 kmd[1]: text",
        ] {
            assert!(!check(line), "{line}");
        }
    }
}
