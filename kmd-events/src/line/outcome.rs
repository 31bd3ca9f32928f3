use alloc::borrow::{Cow, ToOwned as _};
use core::fmt::Write as _;

use super::header::Header;
use super::structured_data;
use crate::parse::{self, Anchor, Input, ParsedValue, ParsedValues, StripPrefix, lossy, owned};
use crate::{Event, FormatSpec, ParseEventError, Parsed, Placeholder, Tag};

/// The outcome of parsing a line: an event, or the reason why the line has no event.
///
/// ```
/// use kmd_events::{KmdRecord, Outcome};
///
/// let line = "kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up. Local-ip: 198.51.100.4";
/// let record = KmdRecord::parse(line);
/// match record.outcome() {
///     Outcome::Event { event, rest, .. } => {
///         assert_eq!(event.to_string(), "VPN hq from 203.0.113.77 is up.");
///         assert_eq!(rest, " Local-ip: 198.51.100.4");
///     }
///     other => panic!("{other:?}"),
/// }
///
/// assert_eq!(KmdRecord::parse("kmd[7]: KMD_X: text").outcome(), &Outcome::UnknownTag);
/// assert_eq!(KmdRecord::parse("kmd[7]: text").outcome(), &Outcome::Untagged);
/// assert_eq!(KmdRecord::parse("sshd[7]: text").outcome(), &Outcome::Other);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome<'a, E, T> {
    /// An event of the catalog.
    #[non_exhaustive]
    Event {
        /// The event. Its values are those of the structured data if the text agrees with them. Otherwise they are
        /// those of the text or, if the text does not match the message, those of the structured data.
        event: E,
        /// The rest of the text after the message, see [`Parsed`].
        rest: Cow<'a, str>,
    },
    /// A tag of the catalog with a text that does not match its message.
    #[non_exhaustive]
    Mismatch {
        /// The tag.
        tag: T,
        /// The reason why the text or, without a text, the structured data does not match.
        reason: ParseEventError<'a>,
    },
    /// A tag that has the prefix of the catalog but is not in the catalog.
    UnknownTag,
    /// A text of the process of the catalog without a tag. Only messages that the catalog declares as `tagged: false` are
    /// found by their text, if exactly one matches. The method `recognize` of the event enum, like
    /// [`KmdEvent::recognize`](crate::KmdEvent::recognize), finds any message by its text.
    Untagged,
    /// A line of another process, or a line with neither a process nor a tag.
    Other,
}

impl<'a, T: Tag> Outcome<'a, T::Event<'a>, T> {
    /// Parses the event of a line whose header is known.
    #[inline]
    pub(super) fn parse(line: Input<'a>, header: &Header) -> Self {
        if !header.is_own {
            return Self::Other;
        }
        let text = line.part(header.text.range());
        if header.tag.is_empty() {
            return if T::CATALOG.has_untagged { Self::from_untagged(text) } else { Self::Untagged };
        }
        match T::find_bytes(header.tag.of(line.bytes)) {
            None => Self::UnknownTag,
            Some(tag) if header.structured_data.is_empty() && !header.is_brief => Self::from_text(tag, text),
            Some(tag) => {
                let data = header.structured_data.of(line.bytes);
                let to_end = line.part(header.text.range().start..line.bytes.len());
                Self::from_structured_data(tag, data, header.is_brief, text, to_end)
            }
        }
    }

    /// Finds the message of a text without a tag, among the messages that have no tag in their lines.
    #[inline(never)]
    fn from_untagged(text: Input<'a>) -> Self {
        match parse::recognize_event::<T>(&|message| !message.is_tagged(), text, Anchor::Prefix) {
            Ok(Parsed { event, rest }) => Self::Event { event, rest },
            Err(_) => Self::Untagged,
        }
    }

    /// Parses an event from the text alone.
    fn from_text(tag: T, text: Input<'a>) -> Self {
        match parse::parse_event(tag, text, Anchor::Prefix) {
            Ok(Parsed { event, rest }) => Self::Event { event, rest },
            Err(reason) => Self::Mismatch { tag, reason },
        }
    }

    /// Parses an event whose values are in the structured data too. The structured data decides if the text agrees with
    /// it, if there is no text, and if the text does not match the message.
    ///
    /// `to_end` is the text with what ends the line. This is not inlined, because few lines have structured data.
    #[inline(never)]
    fn from_structured_data(tag: T, data: &'a [u8], is_brief: bool, text: Input<'a>, to_end: Input<'a>) -> Self {
        let own_elements = || {
            structured_data::elements(data).filter(|element| {
                let id = T::CATALOG.sd_id();
                id.is_none_or(|id| sd_id_matches(element.id, id))
            })
        };
        // A message without placeholders has no element, so a line without a text is its event.
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
        // What ends the line can be a part of the last value.
        if trailing_text(&event, to_end.into_text()).is_some_and(|rest| rest.is_empty()) {
            return Self::Event { event, rest: Cow::Borrowed("") };
        }
        if let Some(rest) = trailing_text(&event, text.into_text()) {
            return Self::Event { event, rest };
        }
        match Self::from_text(tag, text) {
            Self::Mismatch { .. } => Self::Event { event, rest: Cow::Borrowed("") },
            outcome => outcome,
        }
    }

    /// Returns the same outcome with owned strings.
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

/// Returns the rest of `text` after the text of the event, or `None` if `text` does not begin with it.
fn trailing_text<'a>(event: &dyn Event, text: Cow<'a, str>) -> Option<Cow<'a, str>> {
    let mut writer = StripPrefix(text.as_bytes());
    write!(writer, "{event}").ok()?;
    let start = text.len() - writer.0.len();
    let (before, after) = text.split_at_checked(start)?;
    let message = event.message();
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

/// Builds an event from the parameters with the names of its placeholders. `parameter` returns an escaped value.
fn event_from_parameters<'a, T: Tag>(
    tag: T,
    parameter: impl Fn(&str) -> Option<&'a [u8]>,
) -> Result<T::Event<'a>, ParseEventError<'a>> {
    let mut values = ParsedValues::new();
    for placeholder in tag.message().placeholders() {
        let Some(escaped) = parameter(placeholder.name()) else {
            if placeholder.is_optional() {
                values.push(ParsedValue::Absent);
                continue;
            }
            return Err(ParseEventError::Missing { placeholder });
        };
        let text = structured_data::unescape(escaped);
        // The values of structured data have no format.
        let plain = Placeholder { brackets: true, ..*placeholder };
        values.push(match parse::read_value(&plain, FormatSpec::PLAIN, text.as_bytes()) {
            _ if placeholder.absent() == Some(&*text) => ParsedValue::Absent,
            Some(value) => value.into(),
            None if placeholder.takes_any_text() => ParsedValue::Text(text),
            None => {
                return Err(ParseEventError::Value { placeholder, format: FormatSpec::PLAIN, value: lossy(escaped) });
            }
        });
    }
    Ok(tag.build(&mut values))
}
