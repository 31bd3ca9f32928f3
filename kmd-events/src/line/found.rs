//! What is found in a line whose header is known. This is the same for every catalog; the caller builds the event from
//! the values.

use alloc::borrow::{Cow, ToOwned as _};

use arrayvec::ArrayVec;

use super::header::Header;
use super::structured_data;
use crate::metadata::{MAX_PLACEHOLDERS, MessageSet};
use crate::parse::{self, Anchor, Input, ParsedValue, ParsedValues, StripPrefix, lossy};
use crate::write_value::write_values;
use crate::{FormatSpec, Message, ParseEventError, RecognizeError};

/// What is found in a line, like [`Outcome`](super::Outcome). The values of an event are apart.
pub(crate) enum Found<'a> {
    Event {
        index: usize,
        rest: Cow<'a, str>,
    },
    Mismatch {
        index: usize,
        reason: ParseEventError<'a>,
    },
    UnknownTag,
    /// A text without a tag that no message has.
    Untagged,
    /// A text without a tag that several messages have.
    Ambiguous,
    Other,
}

/// The text of a line.
struct Text<'a> {
    text: Input<'a>,
    /// The text with what ends the line.
    to_end: Input<'a>,
}

impl<'a> Found<'a> {
    /// Parses the event of a line whose header is known.
    #[inline]
    pub(super) fn new(set: &MessageSet, line: Input<'a>, header: &Header, values: &mut ParsedValues<'a>) -> Self {
        if !header.is_own {
            return Self::Other;
        }
        let text = line.part(header.text.range());
        if header.tag.is_empty() {
            return if set.catalog.has_untagged() { Self::from_untagged(set, text, values) } else { Self::Untagged };
        }
        let message = header.message.and_then(|index| Some((index, *set.messages.get(index)?)));
        match message {
            None => Self::UnknownTag,
            Some((index, message)) if header.structured_data.is_empty() && !header.is_brief => {
                Self::from_text(index, message, text, values)
            }
            Some((index, message)) => {
                let data = header.structured_data.of(line.bytes);
                let to_end = line.part(header.text.range().start..line.bytes.len());
                Self::from_structured_data(index, message, (data, header.is_brief), Text { text, to_end }, values)
            }
        }
    }

    /// Finds the message of a text without a tag, among the messages that have no tag in their lines.
    #[inline(never)]
    fn from_untagged(set: &MessageSet, text: Input<'a>, values: &mut ParsedValues<'a>) -> Self {
        match parse::recognize(set.messages, &|message| !message.is_tagged(), text, Anchor::Prefix, values) {
            Ok((index, rest)) => Self::Event { index, rest },
            Err(RecognizeError::NoMatch) => Self::Untagged,
            Err(RecognizeError::Ambiguous(_)) => Self::Ambiguous,
        }
    }

    /// Parses an event from the text alone.
    #[inline]
    fn from_text(index: usize, message: &'static Message, text: Input<'a>, values: &mut ParsedValues<'a>) -> Self {
        match parse::parse_message(message, text, Anchor::Prefix, values) {
            Ok(rest) => Self::Event { index, rest },
            Err(reason) => Self::Mismatch { index, reason },
        }
    }

    /// Parses an event whose values are in the structured data too. The structured data decides if the text agrees with
    /// it, if there is no text, and if the text does not match the message.
    ///
    /// This is not inlined, because few lines have structured data.
    #[inline(never)]
    fn from_structured_data(
        index: usize,
        message: &'static Message,
        (data, is_brief): (&'a [u8], bool),
        Text { text, to_end }: Text<'a>,
        values: &mut ParsedValues<'a>,
    ) -> Self {
        let own_elements = || {
            structured_data::elements(data).filter(|element| {
                let id = message.catalog().sd_id();
                id.is_none_or(|id| sd_id_matches(element.id, id))
            })
        };
        // A message without placeholders has no element, so a line without a text is its event.
        if !is_brief && own_elements().next().is_none() {
            return Self::from_text(index, message, text, values);
        }
        if let Err(reason) = values_from_parameters(message, |name| own_elements().find_map(|it| it.raw(name)), values)
        {
            values.clear();
            return match Self::from_text(index, message, text, values) {
                Self::Mismatch { index, .. } if is_brief => Self::Mismatch { index, reason },
                found => found,
            };
        }
        // What ends the line can be a part of the last value.
        if trailing_text(message, values, to_end.into_text()).is_some_and(|rest| rest.is_empty()) {
            return Self::Event { index, rest: Cow::Borrowed("") };
        }
        if let Some(rest) = trailing_text(message, values, text.into_text()) {
            return Self::Event { index, rest };
        }
        // The text of an event can be empty, but here all its values would be.
        if text.bytes.is_empty() {
            return Self::Event { index, rest: Cow::Borrowed("") };
        }
        let mut of_text = ParsedValues::new();
        match Self::from_text(index, message, text, &mut of_text) {
            Self::Mismatch { .. } => Self::Event { index, rest: Cow::Borrowed("") },
            found => {
                *values = of_text;
                found
            }
        }
    }
}

/// Returns the rest of `text` after the text of an event, or `None` if `text` does not begin with it.
fn trailing_text<'a>(message: &Message, values: &ParsedValues<'_>, text: Cow<'a, str>) -> Option<Cow<'a, str>> {
    let mut writer = StripPrefix(text.as_bytes());
    let values = values.iter().zip(message.placeholders()).map(|(value, placeholder)| value.value(placeholder));
    let values: ArrayVec<_, MAX_PLACEHOLDERS> = values.collect();
    write_values(&mut writer, message, &values).ok()?;
    let start = text.len() - writer.0.len();
    let (before, after) = text.split_at_checked(start)?;
    // The rest could be a part of the last value. After a text, it always is. It could also be a tail of which the
    // structured data does not have the values.
    let last = message.pieces().last().and_then(|piece| piece.placeholder());
    let continues_value = match last.and_then(|(last, _)| message.placeholders().get(last)) {
        _ if !message.tails().is_empty() => !after.is_empty(),
        Some(last) if last.takes_any_text() => !after.is_empty(),
        Some(last) => parse::splits_token(last.field_type(), before.as_bytes(), after.as_bytes()),
        None => false,
    };
    if continues_value {
        return None;
    }
    Some(match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(start..)?),
        Cow::Owned(text) => Cow::Owned(text.get(start..)?.to_owned()),
    })
}

/// Returns whether an SD-ID is that of the catalog. Devices append the number of the product: `junos@2636.1.1.1.2.129`.
fn sd_id_matches(found: &[u8], id: &str) -> bool {
    matches!(found.strip_prefix(id.as_bytes()), Some([] | [b'.', ..]))
}

/// Collects the values from the parameters with the names of the placeholders. `parameter` returns an escaped value.
fn values_from_parameters<'a>(
    message: &'static Message,
    parameter: impl Fn(&str) -> Option<&'a [u8]>,
    values: &mut ParsedValues<'a>,
) -> Result<(), ParseEventError<'a>> {
    for placeholder in message.placeholders() {
        let Some(escaped) = parameter(placeholder.name()) else {
            if placeholder.is_optional() {
                values.push(ParsedValue::Absent);
                continue;
            }
            return Err(ParseEventError::Missing { placeholder });
        };
        let text = structured_data::unescape(escaped);
        // The values of structured data have no format.
        let plain = placeholder.with_brackets();
        values.push(match parse::read_value(&plain, FormatSpec::PLAIN, text.as_bytes()) {
            _ if placeholder.absent() == Some(&*text) => ParsedValue::Absent,
            Some(value) => value.into(),
            None if placeholder.takes_any_text() => ParsedValue::Text(text),
            None => {
                return Err(ParseEventError::Value { placeholder, format: FormatSpec::PLAIN, value: lossy(escaped) });
            }
        });
    }
    Ok(())
}
