//! The parser for the header of a line. Bytes that do not belong to another part are the text.

use super::cursor::{Cursor, Span};
use super::header::Header;
use super::{rfc3164, rfc5424, text_prefix, usual_header};
use crate::{Catalog, Facility, Priority, Severity};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Parses a line with or without its line break.
pub(super) fn parse(line: &[u8], catalog: &Catalog) -> Header {
    let line = without_line_break(line);
    let start = Cursor::new(line);
    let (priority, start) = match priority(start.eat_optional(BYTE_ORDER_MARK)) {
        Some((priority, after)) => (Some(priority), after),
        None => (None, start.eat_optional(BYTE_ORDER_MARK)),
    };
    let header = usual_header::parse(start, catalog);
    Header { priority, ..header.unwrap_or_else(|| any(line, start, priority.is_some(), catalog)) }
}

/// Parses a header of any format, which begins at `start` in `line`.
fn any(line: &[u8], start: Cursor<'_>, has_priority: bool, catalog: &Catalog) -> Header {
    let prefix = catalog.prefix();
    let structured = rfc5424::parse(start.skip_blanks(), has_priority, prefix);
    let is_structured = structured.is_some();
    let mut header = structured.unwrap_or_else(|| rfc3164::parse(start, catalog));
    let text = Cursor::new(line).skip(header.text.range().start);
    let mut text = text.eat_optional(BYTE_ORDER_MARK);
    header.is_brief = is_structured && text.rest().trim_ascii().is_empty();
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
    let len = digits.rest().iter().take(4).position(|&byte| byte == b'>')?;
    let number = rfc5424::number(&digits.rest()[..len])?;
    let priority = Priority {
        facility: Facility::from_code(u8::try_from(number / 8).ok()?)?,
        severity: Severity::from_code((number % 8) as u8)?,
    };
    Some((priority, digits.skip(len + 1)))
}

#[cfg(test)]
mod tests {
    use std::format;

    use super::{any, usual_header};
    use crate::KmdTag;
    use crate::line::cursor::Cursor;

    /// Checks that the general parser finds the same header as `usual_header`, and returns whether the line has a usual
    /// header.
    fn check(line: &str) -> bool {
        let (line, catalog) = (line.as_bytes(), KmdTag::CATALOG);
        let start = Cursor::new(line);
        let Some(usual) = usual_header::parse(start, catalog) else {
            return false;
        };
        let any = any(line, start, false, catalog);
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
            "2024-03-04T08:15:01Z srx1 kmd[1]: text",
        ] {
            assert!(!check(line), "{line}");
        }
    }
}
