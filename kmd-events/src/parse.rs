//! From text back to events: the same tables that print a message read it.

mod backtrack;
mod fast_path;
mod input;
mod parse_error;
mod typed_value;
mod values;

use alloc::borrow::Cow;
use core::error::Error;
use core::fmt;

use self::backtrack::{End, Failure, Slot, Span};
pub(crate) use self::input::{Input, lossy, owned};
pub use self::parse_error::ParseEventError;
pub(crate) use self::typed_value::{is_cut, value};
pub use self::values::{Raw, Values, address, integer, text};
use crate::{FieldType, Message, Piece, Tag};

/// An event that was read from a text, and what follows it.
///
/// ```
/// use kmd_events::KmdTag;
///
/// let text = "VPN hq from 203.0.113.77 is up. Local-ip: 198.51.100.4";
/// let reading = KmdTag::VpnUpAlarmUser.parse(text)?;
/// assert_eq!(reading.event.to_string(), "VPN hq from 203.0.113.77 is up.");
/// assert_eq!(reading.rest, " Local-ip: 198.51.100.4");
/// # Ok::<(), kmd_events::ParseEventError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Parsed<'a, E> {
    /// The event; it borrows from the text.
    pub event: E,
    /// What the text has behind the message: newer releases of a daemon continue a documented text. Empty if
    /// the text is that of the message.
    pub rest: Cow<'a, str>,
}

/// Why a text is not recognized.
///
/// ```
/// use kmd_events::{KmdEvent, KmdTag, RecognizeError};
///
/// let error = KmdEvent::recognize("IKE negotiation failed").unwrap_err();
/// assert_eq!(error, RecognizeError::NoMatch);
/// assert_eq!(error.to_string(), "no message has this text");
///
/// // The type `dsa`, or the type `= dsa,`?
/// let error = KmdEvent::recognize("Key type = dsa, not supported").unwrap_err();
/// assert_eq!(error, RecognizeError::Ambiguous([KmdTag::PmKeyNotSupported, KmdTag::PmUnsupportedKey]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RecognizeError<T> {
    /// It is the text of no message.
    NoMatch,
    /// It is the text of several messages; these are the first two.
    Ambiguous([T; 2]),
}

impl<T: fmt::Display> fmt::Display for RecognizeError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoMatch => f.write_str("no message has this text"),
            Self::Ambiguous([one, two]) => write!(f, "`{one}` and `{two}` both have this text"),
        }
    }
}

impl<T: fmt::Debug + fmt::Display> Error for RecognizeError<T> {}

/// Whether a text may go on behind its message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Lenient,
    Exact,
}

/// Reads the text of a message whose tag is known.
///
/// # Errors
///
/// The reason why no wording matches: that of the wording which came furthest.
#[inline]
pub(crate) fn parse<T: Tag>(
    tag: T,
    text: Input<'_>,
    mode: Mode,
) -> Result<Parsed<'_, T::Event<'_>>, ParseEventError<'_>> {
    let message = tag.message();
    let pieces = message.pieces();
    let whole = match read(tag, pieces, text, End::Whole) {
        Ok(reading) => return Ok(reading),
        Err(failure) => failure,
    };
    let mut furthest = (pieces, whole);
    for wording in message.alternative_pieces() {
        match read(tag, wording, text, End::Whole) {
            Ok(reading) => return Ok(reading),
            Err(failure) if failure.start() > furthest.1.start() => furthest = (wording, failure),
            Err(_) => {}
        }
    }
    if mode == Mode::Lenient {
        match read(tag, pieces, text, End::Open) {
            Ok(reading) => return Ok(reading),
            // A rest is none of its failures.
            Err(failure) if failure.start() >= furthest.1.start() => furthest = (pieces, failure),
            Err(_) => {}
        }
    }
    Err(reason(furthest.1, message, furthest.0, text))
}

/// Finds the message by its text: of all templates, or else of all other wordings, or else of all
/// templates as beginnings.
///
/// # Errors
///
/// If there is none, or more than one.
pub(crate) fn recognize<T: Tag>(
    text: Input<'_>,
    mode: Mode,
) -> Result<Parsed<'_, T::Event<'_>>, RecognizeError<T>> {
    let whole = |tag: T| read(tag, tag.message().pieces(), text, End::Whole).ok();
    let also = |tag: T| {
        let mut wordings = tag.message().alternative_pieces().iter();
        wordings.find_map(|wording| read(tag, wording, text, End::Whole).ok())
    };
    let open = |tag: T| read(tag, tag.message().pieces(), text, End::Open).ok();
    let found = only(whole).or_else(|| only(also));
    let found = match mode {
        Mode::Exact => found,
        Mode::Lenient => found.or_else(|| only(open)),
    };
    found.unwrap_or(Err(RecognizeError::NoMatch))
}

/// The one tag that reads; an error if there are two.
fn only<'a, T: Tag>(
    read: impl Fn(T) -> Option<Parsed<'a, T::Event<'a>>>,
) -> Option<Result<Parsed<'a, T::Event<'a>>, RecognizeError<T>>> {
    let mut readings = T::ALL.iter().filter_map(|&tag| Some((tag, read(tag)?)));
    let (one, reading) = readings.next()?;
    Some(match readings.next() {
        None => Ok(reading),
        Some((two, _)) => Err(RecognizeError::Ambiguous([one, two])),
    })
}

/// Most messages have no more placeholders, and the smaller array is made faster.
const FEW: usize = 8;

/// As many as a catalogue's message can have.
const MOST: usize = 64;

#[inline]
fn read<'a, T: Tag>(
    tag: T,
    pieces: &'static [Piece],
    text: Input<'a>,
    end: End,
) -> Result<Parsed<'a, T::Event<'a>>, Failure> {
    // Most texts that are none of this message differ here: nothing has to be made ready for them.
    if let Some(Piece::Literal(literal)) = pieces.first() {
        if !text.bytes.starts_with(literal.as_bytes()) {
            return Err(Failure::Literal { piece: 0, start: 0 });
        }
    }
    if end == End::Whole {
        if let Some(event) = fast_path::event(tag, pieces, text) {
            let rest = Cow::Borrowed("");
            return Ok(Parsed { event, rest });
        }
    }
    search(tag, pieces, text, end)
}

/// By the search for all ways to split the text. Apart, so that its room on the stack costs other texts nothing.
#[inline(never)]
fn search<'a, T: Tag>(
    tag: T,
    pieces: &'static [Piece],
    text: Input<'a>,
    end: End,
) -> Result<Parsed<'a, T::Event<'a>>, Failure> {
    let placeholders = tag.message().placeholders();
    let (mut few, mut most);
    let slots = if placeholders.len() <= FEW {
        few = [Slot::EMPTY; FEW];
        &mut few[..]
    } else {
        most = [Slot::EMPTY; MOST];
        &mut most[..]
    };
    let end = backtrack::find(slots, placeholders, pieces, text.bytes, end)?;
    let slots = placeholders.iter().zip(&*slots);
    let mut values = slots.map_while(|(placeholder, slot)| {
        match (slot.value, slot.span) {
            (Some(value), _) => Some(value.into()),
            (None, Some(Span { start, end })) => Some(Raw::Text(text.text(start, end))),
            // A wording without it.
            (None, None) => {
                let is_text = placeholder.field_type() == FieldType::Text;
                is_text.then_some(Raw::Text(Cow::Borrowed("")))
            }
        }
    });
    let event = tag.build(&mut values).ok_or(Failure::Bound)?;
    Ok(Parsed {
        event,
        rest: text.text(end, text.bytes.len()),
    })
}

/// What went wrong, in terms of the message.
#[cold]
fn reason<'a>(
    failure: Failure,
    message: &'static Message,
    pieces: &'static [Piece],
    text: Input<'a>,
) -> ParseEventError<'a> {
    let placeholder = |piece: usize| match pieces.get(piece) {
        Some(&Piece::Placeholder(index)) => message.placeholders().get(index).copied(),
        _ => None,
    };
    let length = text.bytes.len();
    let known = match failure {
        Failure::Value { piece, start } => placeholder(piece).map(|placeholder| {
            let end = match pieces.get(piece + 1) {
                Some(Piece::Literal(literal)) => {
                    backtrack::place(text.bytes, start, literal.as_bytes())
                }
                _ => None,
            };
            ParseEventError::Value {
                placeholder,
                value: text.text(start, end.unwrap_or(length)),
            }
        }),
        Failure::Differs {
            piece,
            start,
            first,
        } => placeholder(piece).map(|placeholder| ParseEventError::Conflict {
            placeholder,
            first: text.text(first.start, first.end),
            second: text.text(start, length.min(start + (first.end - first.start))),
        }),
        Failure::Literal { piece, start } => match pieces.get(piece) {
            Some(Piece::Literal(literal)) => Some(ParseEventError::Literal { literal, at: start }),
            _ => None,
        },
        Failure::Rest { start } => Some(ParseEventError::TrailingText {
            at: start,
            rest: text.text(start, length),
        }),
        Failure::Bound => None,
    };
    known.unwrap_or(ParseEventError::TooAmbiguous)
}
