//! A line to a record.
//!
//! A record is large: each copy takes 3% of the instructions for a line. Which functions are inlined, and which are
//! not, decides whether the compiler builds it in place. This makes reading a line 9% faster.

use alloc::borrow::Cow;
use alloc::string::String;

use super::Record;
use crate::Outcome;
use crate::line::event_builder::EventBuilder;
use crate::line::found::Found;
use crate::line::header::Header;
use crate::line::invalid_data::find_text;
use crate::line::{header_parser, last_space};
use crate::metadata::MessageSet;
use crate::parse::{Input, ParsedValues};

/// A line whose header is parsed.
struct Line<'h, S> {
    /// The line as UTF-8.
    text: S,
    header: &'h Header,
    is_truncated: bool,
}

impl<'a, E, T> Record<'a, E, T> {
    /// Parses a line that may not be UTF-8. Calls `count` with what is found.
    #[inline(never)]
    pub(crate) fn from_bytes(
        line: &'a [u8],
        is_truncated: bool,
        builder: &impl EventBuilder<'a, Event = E, Tag = T>,
        count: impl FnOnce(&Found<'a>),
    ) -> Self {
        match core::str::from_utf8(line) {
            Ok(line) => Self::from_str(line, is_truncated, builder, count),
            Err(_) => Self::lossy(line, is_truncated, builder, count),
        }
    }

    /// Parses a line. Calls `count` with what is found.
    #[inline]
    pub(crate) fn from_str(
        line: &'a str,
        is_truncated: bool,
        builder: &impl EventBuilder<'a, Event = E, Tag = T>,
        count: impl FnOnce(&Found<'a>),
    ) -> Self {
        let set = builder.set();
        let header = header_parser::parse(line.as_bytes(), set);
        // Few lines have invalid data or a space at their end.
        if header.is_data_invalid || line.as_bytes().get(header.text.range().end) == Some(&b' ') {
            let text = Line { text: Cow::Borrowed(line), header: &header, is_truncated };
            return Self::unusual(line.into(), text, builder, count);
        }
        let mut values = ParsedValues::new();
        let found = if header.is_own { Found::new(set, line.into(), &header, &mut values) } else { Found::Other };
        count(&found);
        let line = Line { text: Cow::Borrowed(line), header: &header, is_truncated };
        Self::new(line, found, &mut values, builder)
    }

    /// Parses a line that is not UTF-8. The event borrows from the bytes. The other parts belong to the line as UTF-8,
    /// where they have other positions.
    #[cold]
    fn lossy(
        line: &'a [u8],
        is_truncated: bool,
        builder: &impl EventBuilder<'a, Event = E, Tag = T>,
        count: impl FnOnce(&Found<'a>),
    ) -> Self {
        let header = header_parser::parse(line, builder.set());
        let text = Line { text: String::from_utf8_lossy(line).into_owned().into(), header: &header, is_truncated };
        Self::unusual(Input::new(line), text, builder, count)
    }

    /// Parses any line. `text` is the line as UTF-8, with the header of `line`.
    #[cold]
    fn unusual(
        line: Input<'a>,
        text: Line<'_, Cow<'a, str>>,
        builder: &impl EventBuilder<'a, Event = E, Tag = T>,
        count: impl FnOnce(&Found<'a>),
    ) -> Self {
        let set = builder.set();
        let Line { text, header, is_truncated } = text;
        let mut header = *header;
        find_text_after_data(set, line, &mut header);
        let mut values = ParsedValues::new();
        let mut found = Found::new(set, line, &header, &mut values);
        let end = header.text.range().end;
        // The template can have a space before its last value, which is empty.
        let longer = Header { text: header.text.with_end(end + 1), ..header };
        let ends_with_space = line.bytes.get(end) == Some(&b' ');
        if ends_with_space && last_space::may_be_part(set, &found, longer.text.of(line.bytes)) {
            values.clear();
            if let event @ Found::Event { .. } = Found::new(set, line, &longer, &mut values) {
                found = event;
            }
        }
        count(&found);
        if let Cow::Owned(text) = &text {
            header = header_parser::parse(text.as_bytes(), set);
            find_text_after_data(set, (&**text).into(), &mut header);
        }
        Self::new(Line { text, header: &header, is_truncated }, found, &mut values, builder)
    }

    /// Builds the record of a line.
    #[expect(clippy::inline_always, reason = "without it, reading a line takes 2% longer")]
    #[inline(always)]
    fn new(
        line: Line<'_, Cow<'a, str>>,
        found: Found<'a>,
        values: &mut ParsedValues<'a>,
        builder: &impl EventBuilder<'a, Event = E, Tag = T>,
    ) -> Self {
        let Line { text: line, header, is_truncated } = line;
        let record = |line, outcome| Self { line, header: *header, is_truncated, outcome };
        match found {
            Found::Event { index, rest } => match (builder.tag(index), line, rest) {
                (Some(tag), Cow::Borrowed(text), Cow::Borrowed(rest)) => {
                    Self::of_event(&Line { text, header, is_truncated }, rest, || builder.event(tag, values))
                }
                (Some(tag), line, rest) => record(line, Outcome::Event { event: builder.event(tag, values), rest }),
                (None, line, _) => record(line, Outcome::UnknownTag),
            },
            Found::Mismatch { index, reason } => match builder.tag(index) {
                Some(tag) => record(line, Outcome::Mismatch { tag, reason }),
                None => record(line, Outcome::UnknownTag),
            },
            Found::UnknownTag => record(line, Outcome::UnknownTag),
            Found::Untagged | Found::Ambiguous => record(line, Outcome::Untagged),
            Found::Other => record(line, Outcome::Other),
        }
    }

    /// Builds the record of an event that borrows from the line.
    ///
    /// Here, nothing has to be dropped if building the event panics. Otherwise the compiler would not build it in
    /// place.
    #[inline(never)]
    fn of_event(line: &Line<'_, &'a str>, rest: &'a str, event: impl FnOnce() -> E) -> Self {
        let outcome = Outcome::Event { event: event(), rest: Cow::Borrowed(rest) };
        Self { line: Cow::Borrowed(line.text), header: *line.header, is_truncated: line.is_truncated, outcome }
    }
}

/// Moves the text of the header of any line after structured data that is not valid.
fn find_text_after_data(set: &MessageSet, line: Input<'_>, header: &mut Header) {
    if header.is_data_invalid && header.is_own {
        find_text(set, line, header);
    }
}
