//! Finds the parts of a line. The part that none of them takes is its text.

use super::cursor::{Cursor, Span};
use super::header::Header;
use super::{bsd, rfc5424, text_prefix};
use crate::{Catalog, Facility, Priority, Severity};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Parses a line, with its line break or without.
pub(super) fn parse(line: &[u8], catalog: &Catalog) -> Header {
    let line = without_line_break(line);
    let start = Cursor::new(line).eat_optional(BYTE_ORDER_MARK);
    let (priority, start) = match priority(start) {
        Some((priority, after)) => (Some(priority), after),
        None => (None, start),
    };
    let prefix = catalog.prefix();
    let structured = rfc5424::parse(start.skip_blanks(), priority.is_some(), prefix);
    let is_structured = structured.is_some();
    let mut header = structured.unwrap_or_else(|| bsd::parse(start, catalog));
    header.priority = priority;
    let mut text = Cursor::new(line).skip(header.text.range().start);
    text = text.eat_optional(BYTE_ORDER_MARK);
    header.is_brief = is_structured && text.rest().trim_ascii().is_empty();
    let header_tag = header.tag.of(line);
    if let Some((explicit, after)) = text_prefix::explicit_priority(text) {
        // After the tag of an RFC 5424 header, only the same tag shows that this is not the text of a value.
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
    header
}

/// Returns the line without a line feed and all carriage returns before it.
fn without_line_break(line: &[u8]) -> &[u8] {
    let mut line = line.strip_suffix(b"\n").unwrap_or(line);
    while let Some(shorter) = line.strip_suffix(b"\r") {
        line = shorter;
    }
    line
}

/// Parses `<30>`, PRI of RFC 5424 section 6.2.1.
fn priority(start: Cursor<'_>) -> Option<(Priority, Cursor<'_>)> {
    let digits = start.eat(b"<")?;
    let len = digits
        .rest()
        .iter()
        .take(4)
        .position(|&byte| byte == b'>')?;
    let number = rfc5424::number(&digits.rest()[..len])?;
    let priority = Priority {
        facility: Facility::from_code(u8::try_from(number / 8).ok()?)?,
        severity: Severity::from_code((number % 8) as u8)?,
    };
    Some((priority, digits.skip(len + 1)))
}
