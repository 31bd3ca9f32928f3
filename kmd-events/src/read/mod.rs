//! From text back to events: the same tables that print a message read it.

mod matcher;
mod mismatch;
mod scan;

use alloc::borrow::Cow;
use alloc::string::String;
use core::error::Error;
use core::fmt;

use self::matcher::{End, Failure, Slot, Span};
pub use self::mismatch::Mismatch;
pub(crate) use self::scan::value;
use crate::build::Raw;
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
/// # Ok::<(), kmd_events::Mismatch>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Reading<'a, E> {
    /// The event; it borrows from the text.
    pub event: E,
    /// What the text has behind the message: newer releases of a daemon continue a documented text. Empty if
    /// the text is that of the message.
    pub rest: Cow<'a, str>,
}

/// Why a text is not recognized.
///
/// ```
/// use kmd_events::{KmdEvent, KmdTag, Unrecognized};
///
/// let error = KmdEvent::recognize("IKE negotiation failed").unwrap_err();
/// assert_eq!(error, Unrecognized::None);
/// assert_eq!(error.to_string(), "no message has this text");
///
/// // The type `dsa`, or the type `= dsa,`?
/// let error = KmdEvent::recognize("Key type = dsa, not supported").unwrap_err();
/// assert_eq!(error, Unrecognized::Several([KmdTag::PmKeyNotSupported, KmdTag::PmUnsupportedKey]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unrecognized<T> {
    /// It is the text of no message.
    None,
    /// It is the text of several messages; these are the first two.
    Several([T; 2]),
}

impl<T: fmt::Display> fmt::Display for Unrecognized<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("no message has this text"),
            Self::Several([one, two]) => write!(f, "`{one}` and `{two}` both have this text"),
        }
    }
}

impl<T: fmt::Debug + fmt::Display> Error for Unrecognized<T> {}

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
/// The reason why no wording matches: that of the template.
pub(crate) fn parse<T: Tag>(
    tag: T,
    text: &[u8],
    mode: Mode,
) -> Result<Reading<'_, T::Event<'_>>, Mismatch<'_>> {
    let message = tag.message();
    let pieces = message.pieces();
    let whole = read(tag, pieces, text, End::Whole);
    let Err(mismatch) = whole else { return whole };
    let mut wordings = message.also_pieces().iter();
    if let Some(reading) = wordings.find_map(|wording| read(tag, wording, text, End::Whole).ok()) {
        return Ok(reading);
    }
    match mode {
        Mode::Exact => Err(mismatch),
        Mode::Lenient => read(tag, pieces, text, End::Open),
    }
}

/// Finds the message by its text: of all templates, or else of all other wordings, or else of all
/// templates as beginnings.
///
/// # Errors
///
/// If there is none, or more than one.
pub(crate) fn recognize<T: Tag>(
    text: &[u8],
    mode: Mode,
) -> Result<Reading<'_, T::Event<'_>>, Unrecognized<T>> {
    let whole = |tag: T| read(tag, tag.message().pieces(), text, End::Whole).ok();
    let also = |tag: T| {
        let mut wordings = tag.message().also_pieces().iter();
        wordings.find_map(|wording| read(tag, wording, text, End::Whole).ok())
    };
    let open = |tag: T| read(tag, tag.message().pieces(), text, End::Open).ok();
    let found = only(whole).or_else(|| only(also));
    let found = match mode {
        Mode::Exact => found,
        Mode::Lenient => found.or_else(|| only(open)),
    };
    found.unwrap_or(Err(Unrecognized::None))
}

/// The one tag that reads; an error if there are two.
fn only<'a, T: Tag>(
    read: impl Fn(T) -> Option<Reading<'a, T::Event<'a>>>,
) -> Option<Result<Reading<'a, T::Event<'a>>, Unrecognized<T>>> {
    let mut readings = T::ALL.iter().filter_map(|&tag| Some((tag, read(tag)?)));
    let (one, reading) = readings.next()?;
    Some(match readings.next() {
        None => Ok(reading),
        Some((two, _)) => Err(Unrecognized::Several([one, two])),
    })
}

/// Most messages have no more placeholders, and the smaller array is made faster.
const FEW: usize = 8;

/// As many as a catalogue's message can have.
const MOST: usize = 64;

fn read<'a, T: Tag>(
    tag: T,
    pieces: &'static [Piece],
    text: &'a [u8],
    end: End,
) -> Result<Reading<'a, T::Event<'a>>, Mismatch<'a>> {
    let message = tag.message();
    // Most texts that are none of this message differ here: nothing has to be made ready for them.
    if let Some(Piece::Literal(literal)) = pieces.first() {
        if !text.starts_with(literal.as_bytes()) {
            return Err(Mismatch::Literal { literal, at: 0 });
        }
    }
    let placeholders = message.placeholders();
    let (mut few, mut most);
    let slots = if placeholders.len() <= FEW {
        few = [Slot::EMPTY; FEW];
        &mut few[..]
    } else {
        most = [Slot::EMPTY; MOST];
        &mut most[..]
    };
    let end = matcher::find(slots, placeholders, pieces, text, end)
        .map_err(|failure| reason(failure, message, pieces, text))?;
    let mut missing = None;
    let mut values = placeholders
        .iter()
        .zip(&*slots)
        .map_while(|(placeholder, slot)| {
            let value = match (slot.span, placeholder.field_type()) {
                (Some(Span { start, end }), field_type) => value(field_type, text.get(start..end)?),
                (None, FieldType::Text) => Some(Raw::Text(Cow::Borrowed(""))),
                (None, _) => None,
            };
            if value.is_none() {
                missing = Some(*placeholder);
            }
            value
        });
    let event = tag.build(&mut values);
    drop(values);
    match (event, missing) {
        (Some(event), _) => Ok(Reading {
            event,
            rest: lossy(text.get(end..).unwrap_or_default()),
        }),
        (None, Some(placeholder)) => Err(Mismatch::Missing { placeholder }),
        (None, None) => Err(Mismatch::Bound),
    }
}

/// What went wrong, in terms of the message.
#[cold]
fn reason<'a>(
    failure: Failure,
    message: &'static Message,
    pieces: &'static [Piece],
    text: &'a [u8],
) -> Mismatch<'a> {
    let placeholder = |piece: usize| match pieces.get(piece) {
        Some(&Piece::Placeholder(index)) => message.placeholders().get(index).copied(),
        _ => None,
    };
    let part = |start: usize, end: usize| lossy(text.get(start..end).unwrap_or_default());
    let known = match failure {
        Failure::Value { piece, start } => placeholder(piece).map(|placeholder| {
            let end = match pieces.get(piece + 1) {
                Some(Piece::Literal(literal)) => matcher::place(text, start, literal.as_bytes()),
                _ => None,
            };
            Mismatch::Value {
                placeholder,
                value: part(start, end.unwrap_or(text.len())),
            }
        }),
        Failure::Differs {
            piece,
            start,
            first,
        } => placeholder(piece).map(|placeholder| Mismatch::Differs {
            placeholder,
            first: part(first.start, first.end),
            second: part(start, text.len().min(start + (first.end - first.start))),
        }),
        Failure::Literal { piece, start } => match pieces.get(piece) {
            Some(Piece::Literal(literal)) => Some(Mismatch::Literal { literal, at: start }),
            _ => None,
        },
        Failure::Rest { start } => Some(Mismatch::Rest {
            at: start,
            rest: part(start, text.len()),
        }),
        Failure::Bound => None,
    };
    known.unwrap_or(Mismatch::Bound)
}

/// Bytes as text; what is no UTF-8 becomes U+FFFD.
pub(crate) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    // Of text, checking alone is faster than looking for what to replace.
    match core::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(bytes),
    }
}
