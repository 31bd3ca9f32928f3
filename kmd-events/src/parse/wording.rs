use alloc::borrow::Cow;

use super::anchor::Anchor;
use super::backtrack::{self, Capture};
use super::failure::Failure;
use super::fast_path;
use super::find::find;
use super::input::Input;
use super::values::{ParsedValue, ParsedValues};
use crate::metadata::MAX_PLACEHOLDERS;
use crate::{Message, Piece};

/// Parses a text with one wording of a message, and returns the rest of the text. If it does not match, `values` is
/// empty.
pub(super) fn parse_wording<'a>(
    message: &'static Message,
    pieces: &'static [Piece],
    text: Input<'a>,
    anchor: Anchor,
    values: &mut ParsedValues<'a>,
) -> Result<Cow<'a, str>, Failure> {
    if anchor == Anchor::Full && fast_path::parse(message, pieces, text, values) {
        return Ok(Cow::Borrowed(""));
    }
    search_wording(message, pieces, text, anchor, values)
}

/// Does the same as [`parse_wording`] for a text that the fast path does not match.
pub(super) fn search_wording<'a>(
    message: &'static Message,
    pieces: &'static [Piece],
    text: Input<'a>,
    anchor: Anchor,
    values: &mut ParsedValues<'a>,
) -> Result<Cow<'a, str>, Failure> {
    // Most texts of other messages fail here, before anything is prepared for the search.
    if !may_begin_with(pieces, text.bytes) {
        return Err(Failure::Literal { piece: 0, start: 0 });
    }
    search(message, pieces, text, anchor, values)
}

/// Returns whether a text begins with the literal at the beginning of a wording, if there is one.
pub(super) fn may_begin_with(pieces: &[Piece], text: &[u8]) -> bool {
    match pieces.first() {
        Some(Piece::Literal(literal)) => text.starts_with(literal.as_bytes()),
        _ => true,
    }
}

/// Parses a text with the template and some of the tails of a message. Returns `None` if a literal is missing, as for
/// nearly all texts without these tails, or is not at the beginning.
pub(super) fn parse_tail_wording<'a>(
    message: &'static Message,
    pieces: &'static [Piece],
    text: Input<'a>,
    anchor: Anchor,
    values: &mut ParsedValues<'a>,
) -> Option<Result<Cow<'a, str>, Failure>> {
    // Without this, a line without a tag is searched for the literals of each message, which takes half of its time.
    if !may_begin_with(pieces, text.bytes) || !contains_literals(pieces, text) {
        return None;
    }
    Some(parse_wording(message, pieces, text, anchor, values))
}

/// Returns whether a text contains the literals of a wording one after the other.
pub(super) fn contains_literals(pieces: &[Piece], text: Input<'_>) -> bool {
    let literals = pieces.iter().filter_map(|piece| match piece {
        Piece::Literal(literal) => Some(literal.as_bytes()),
        _ => None,
    });
    let end = |start, literal: &[u8]| Some(find(text.bytes, start, literal)? + literal.len());
    literals.into_iter().try_fold(0, end).is_some()
}

/// The maximum numbers of placeholders for the smaller arrays, which are initialized faster. Most messages have few
/// placeholders, and those with tails have some.
const FEW: usize = 8;
const SOME: usize = 20;

/// Tries all ways to split the text. This is a separate function, so that other texts do not pay for its stack space.
#[inline(never)]
fn search<'a>(
    message: &'static Message,
    pieces: &'static [Piece],
    text: Input<'a>,
    anchor: Anchor,
    values: &mut ParsedValues<'a>,
) -> Result<Cow<'a, str>, Failure> {
    let placeholders = message.placeholders();
    let (mut few, mut some, mut most);
    let captures = if placeholders.len() <= FEW {
        few = [Capture::EMPTY; FEW];
        &mut few[..]
    } else if placeholders.len() <= SOME {
        some = [Capture::EMPTY; SOME];
        &mut some[..]
    } else {
        most = [Capture::EMPTY; MAX_PLACEHOLDERS];
        &mut most[..]
    };
    let end = backtrack::find_match(captures, placeholders, pieces, text.bytes, anchor)?;
    for (placeholder, capture) in placeholders.iter().zip(&*captures) {
        values.push(match (capture.value, &capture.range) {
            (Some(value), _) => value.into(),
            (None, Some(range)) => ParsedValue::Text(text.text(range.start, range.end)),
            // The wording does not contain the placeholder.
            (None, None) if placeholder.is_optional() => ParsedValue::Absent,
            (None, None) if placeholder.takes_any_text() => ParsedValue::Text(Cow::Borrowed("")),
            (None, None) => {
                values.clear();
                return Err(Failure::BudgetExceeded);
            }
        });
    }
    Ok(text.text(end, text.bytes.len()))
}
