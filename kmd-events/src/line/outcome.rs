use alloc::borrow::{Cow, ToOwned as _};
use core::fmt::{self, Write};

use super::header::Header;
use super::structured_data;
use crate::parse::{self, Anchor, Input, ParsedValue, ParsedValues, lossy, owned};
use crate::{Event, FieldType, ParseEventError, Parsed, Piece, Tag};

/// The meaning of a line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome<'a, E, T> {
    /// An event.
    #[non_exhaustive]
    Event {
        /// The event: from the structured data if the text says the same, else from the text, else from the structured data
        /// alone.
        event: E,
        /// What follows the message in the text, see [`Parsed`].
        rest: Cow<'a, str>,
    },
    /// A tag of the catalog with a text that is not the text of its message.
    #[non_exhaustive]
    Mismatch {
        /// The tag.
        tag: T,
        /// Why the text differs or, without a text, why the structured data gives no event.
        reason: ParseEventError<'a>,
    },
    /// A tag with the prefix of the catalog that the catalog does not have.
    UnknownTag,
    /// A text of the catalog's process without a tag. The message is not guessed; the event's `recognize` finds it.
    Untagged,
    /// A line of another process, or of none.
    Other,
}

impl<'a, T: Tag> Outcome<'a, T::Event<'a>, T> {
    #[inline]
    pub(super) fn parse(line: Input<'a>, header: &Header) -> Self {
        if !header.is_own {
            return Self::Other;
        }
        if header.tag.is_empty() {
            return Self::Untagged;
        }
        let text = line.part(header.text.range());
        match T::find_bytes(header.tag.of(line.bytes)) {
            None => Self::UnknownTag,
            Some(tag) if header.structured_data.is_empty() && !header.is_brief => Self::from_text(tag, text),
            Some(tag) => {
                let data = header.structured_data.of(line.bytes);
                Self::from_structured_data(tag, data, header.is_brief, text)
            }
        }
    }

    fn from_text(tag: T, text: Input<'a>) -> Self {
        match parse::parse_event(tag, text, Anchor::Prefix) {
            Ok(Parsed { event, rest }) => Self::Event { event, rest },
            Err(reason) => Self::Mismatch { tag, reason },
        }
    }

    /// Parses an event whose values the structured data has, too. They decide where the text says the same, where there
    /// is no text, and where the text is not that of the message.
    ///
    /// Not inlined: few lines have structured data.
    #[inline(never)]
    fn from_structured_data(tag: T, data: &'a [u8], is_brief: bool, text: Input<'a>) -> Self {
        let own_elements = || {
            structured_data::elements(data).filter(|element| {
                let id = T::CATALOG.sd_id();
                id.is_none_or(|id| sd_id_matches(element.id, id))
            })
        };
        // Without a text, a message without placeholders has nothing more to say.
        if !is_brief && own_elements().next().is_none() {
            return Self::from_text(tag, text);
        }
        let from_data = event_from_parameters(tag, |name| own_elements().find_map(|element| element.raw(name)));
        let event = match from_data {
            Ok(event) => event,
            Err(reason) => {
                return match Self::from_text(tag, text) {
                    Self::Mismatch { tag, .. } if is_brief => Self::Mismatch { tag, reason },
                    outcome => outcome,
                };
            }
        };
        if let Some(rest) = trailing_text(&event, text.into_text()) {
            return Self::Event { event, rest };
        }
        match Self::from_text(tag, text) {
            Self::Mismatch { .. } => Self::Event { event, rest: Cow::Borrowed("") },
            outcome => outcome,
        }
    }

    /// Returns the same outcome with strings of its own.
    pub(super) fn into_owned(self) -> Outcome<'static, T::Event<'static>, T> {
        match self {
            Self::Event { event, rest } => Outcome::Event { event: T::into_owned(event), rest: owned(rest) },
            Self::Mismatch { tag, reason } => Outcome::Mismatch { tag, reason: reason.into_owned() },
            Self::UnknownTag => Outcome::UnknownTag,
            Self::Untagged => Outcome::Untagged,
            Self::Other => Outcome::Other,
        }
    }
}

/// Returns what follows the text of the event in `text`, if `text` begins with it.
fn trailing_text<'a>(event: &dyn Event, text: Cow<'a, str>) -> Option<Cow<'a, str>> {
    let mut writer = StripPrefixWriter(&text);
    write!(writer, "{event}").ok()?;
    let start = text.len() - writer.0.len();
    let (before, after) = text.split_at_checked(start)?;
    let message = event.message();
    // What follows a value could be a part of it. After a text, everything is.
    let continues_value = match message.pieces().last() {
        Some(&Piece::Placeholder(last)) => match message.placeholders().get(last)?.field_type() {
            FieldType::Text => !after.is_empty(),
            strict => parse::splits_token(strict, before.as_bytes(), after.as_bytes()),
        },
        _ => false,
    };
    if continues_value {
        return None;
    }
    Some(match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(start..)?),
        Cow::Owned(text) => Cow::Owned(text.get(start..)?.to_owned()),
    })
}

/// The rest of a text that begins with everything that was written; other writes fail.
struct StripPrefixWriter<'t>(&'t str);

impl Write for StripPrefixWriter<'_> {
    fn write_str(&mut self, printed: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(printed).ok_or(fmt::Error)?;
        Ok(())
    }
}

/// Returns whether an SD-ID is the catalog's. Devices append the number of the product: `junos@2636.1.1.1.2.129`.
fn sd_id_matches(found: &[u8], id: &str) -> bool {
    matches!(found.strip_prefix(id.as_bytes()), Some([] | [b'.', ..]))
}

/// Builds an event of which each value is the parameter with the name of the placeholder, in its escaped form.
fn event_from_parameters<'a, T: Tag>(
    tag: T,
    parameter: impl Fn(&str) -> Option<&'a [u8]>,
) -> Result<T::Event<'a>, ParseEventError<'a>> {
    let mut values = ParsedValues::new();
    for &placeholder in tag.message().placeholders() {
        let Some(escaped) = parameter(placeholder.name()) else {
            return Err(ParseEventError::Missing { placeholder });
        };
        let text = structured_data::unescape(escaped);
        let value = match placeholder.field_type() {
            FieldType::Text => Some(ParsedValue::Text(text)),
            field_type => parse::value(field_type, text.as_bytes()).map(ParsedValue::from),
        };
        let Some(value) = value else {
            let value = lossy(escaped);
            return Err(ParseEventError::Value { placeholder, value });
        };
        values.push(value);
    }
    Ok(tag.build(&mut values))
}
