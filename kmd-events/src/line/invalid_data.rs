//! The search for the text after structured data that is not valid, such as `[foo bar=baz]`.

use super::cursor::Cursor;
use super::header::Header;
use super::text_prefix;
use crate::metadata::MessageSet;
use crate::parse::{self, Anchor, Input, ParsedValues};

/// The maximum number of places that are tried, for each kind of place.
const MAX_PLACES: usize = 8;

/// Moves the text of a header to the first place where the text of its message is. The tag of the header, or one at the
/// place, names the message.
///
/// The quotation marks cannot tell where the data ends, because one that is missing inverts all others. So the places
/// are those after a bracket and a space, and then those after a quotation mark and a space.
#[cold]
pub(super) fn find_text(set: &MessageSet, line: Input<'_>, header: &mut Header) {
    let start = Cursor::new(line.bytes).skip(header.text.range().start);
    let bytes = &line.bytes[header.text.range()];
    let places = |ends: fn(&[u8]) -> bool| {
        let places = (2..bytes.len()).filter(move |&at| matches!(bytes[at], b' ' | b'\t') && ends(&bytes[..at]));
        places.take(MAX_PLACES)
    };
    let after_bracket = places(|before| before.ends_with(b"]") && !before.ends_with(b"\\]"));
    let after_quote = places(|before| before.ends_with(b"\""));
    for place in after_bracket.chain(after_quote) {
        let text = start.skip(place).skip_blanks();
        let explicit = text_prefix::explicit_priority(text);
        let tag_at = explicit.as_ref().map_or(text, |(_, after)| after.skip_blanks());
        let (tag_span, text) = match text_prefix::tag(tag_at, set.catalog.prefix()) {
            Some((tag, after)) => (tag_at.span(tag.len()), after),
            None => (header.tag, text),
        };
        let Some((index, message)) = set.find(tag_span.of(line.bytes)) else { continue };
        let len = header.text.range().end - text.span_to_end().range().start.min(header.text.range().end);
        let span = text.span(len);
        let part = line.part(span.range());
        // Most places are within a value, where no text begins. This saves a quarter of the time of a hostile line.
        if !parse::may_begin(message, part.bytes) {
            continue;
        }
        if parse::parse_message(message, part, Anchor::Prefix, &mut ParsedValues::new()).is_ok() {
            header.explicit_priority = explicit.map(|(explicit, _)| explicit).or(header.explicit_priority);
            (header.tag, header.message, header.text) = (tag_span, Some(index), span);
            return;
        }
    }
}
