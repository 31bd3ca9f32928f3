//! The fast path, which matches a text against the pieces of a template without backtracking.
//!
//! Nearly every text in a log is parsed this way: each value ends at the first possible position, and the rest matches.
//! The values are then the ones that backtracking would find first. If the rest does not match, backtracking decides.

use super::candidates::Candidates;
use super::find::{find, find_suffix};
use super::input::Input;
use super::leading_value::leading_value;
use super::values::{ParsedValue, ParsedValues};
use crate::{FieldType, FormatSpec, Message, Piece, Placeholder};

/// Parses the whole text, or returns `false` if only backtracking can tell whether it matches. In that case, `values`
/// is empty.
pub(super) fn parse<'a>(
    message: &'static Message,
    pieces: &'static [Piece],
    text: Input<'a>,
    values: &mut ParsedValues<'a>,
) -> bool {
    let matches = values_of(message.placeholders(), pieces, text, values).is_some();
    if !matches {
        values.clear();
    }
    matches
}

/// Appends the values of the whole text, or returns `None`.
#[inline]
fn values_of<'a>(
    placeholders: &'static [Placeholder],
    mut pieces: &'static [Piece],
    text: Input<'a>,
    values: &mut ParsedValues<'a>,
) -> Option<()> {
    let mut at = 0;
    if let [Piece::Literal(literal), ref rest @ ..] = *pieces {
        if !text.bytes.starts_with(literal.as_bytes()) {
            return None;
        }
        (pieces, at) = (rest, literal.len());
    }
    for (index, placeholder) in placeholders.iter().enumerate() {
        let (piece, literal, rest) = match *pieces {
            [piece, Piece::Literal(literal), ref rest @ ..] => (piece, literal.as_bytes(), rest),
            [piece] => (piece, &b""[..], &[][..]),
            [] if placeholder.is_optional() => (Piece::Placeholder(usize::MAX), &b""[..], &[][..]),
            // Left to backtracking: a placeholder that is not used, or is next to another.
            _ => return None,
        };
        let format = match piece {
            Piece::Placeholder(found) if found == index => None,
            Piece::Formatted(found, format) if found == index => Some(format),
            // The tail of the placeholder is not in this wording.
            Piece::Placeholder(found) | Piece::Formatted(found, _) if found > index && placeholder.is_optional() => {
                values.try_push(ParsedValue::Absent).ok()?;
                continue;
            }
            // Left to backtracking: a placeholder that is used twice, or is in another order.
            _ => return None,
        };
        pieces = rest;
        let bytes = text.bytes.get(at..)?;
        let is_plain = format.is_none() && placeholder.absent().is_none();
        let end = match placeholder.field_type() {
            FieldType::Text if is_plain => {
                let end = text_end(text, at, literal, rest)?;
                values.try_push(ParsedValue::Text(text.text(at, end))).ok()?;
                end
            }
            field_type => {
                let leading = if is_plain {
                    leading_value(field_type, bytes, |rest| ends_before(literal, rest), values)
                } else {
                    None
                };
                if let Some(length) = leading {
                    at + length
                } else {
                    let format = format.unwrap_or(FormatSpec::PLAIN);
                    let (value, end) = other_value((placeholder, format), text, at, literal, rest)?;
                    values.try_push(value).ok()?;
                    end
                }
            }
        };
        at = end + literal.len();
    }
    (pieces.is_empty() && at == text.bytes.len()).then_some(())
}

/// Returns a value with a format, an absent value or a value of one of the other types, and its end. This is a separate
/// function, because few messages have such values.
#[inline(never)]
fn other_value<'a>(
    (placeholder, format): (&Placeholder, FormatSpec),
    text: Input<'a>,
    at: usize,
    literal: &[u8],
    rest: &[Piece],
) -> Option<(ParsedValue<'a>, usize)> {
    let candidates = Candidates::new(placeholder, format, text.bytes.get(at..)?, false);
    match candidates.first(|rest| ends_before(literal, rest)) {
        Some((value, length)) => Some((value.into(), at + length)),
        None if placeholder.takes_any_text() => {
            let end = text_end(text, at, literal, rest)?;
            Some((ParsedValue::Text(text.text(at, end)), end))
        }
        None => None,
    }
}

/// Returns whether a value may end before `rest`, which the literal must begin or, without a literal, which must be
/// empty.
#[inline]
fn ends_before(literal: &[u8], rest: &[u8]) -> bool {
    if literal.is_empty() { rest.is_empty() } else { rest.starts_with(literal) }
}

/// Returns the end of a text before a literal, which is the last one if `rest` is empty.
#[inline]
fn text_end(text: Input<'_>, start: usize, literal: &[u8], rest: &[Piece]) -> Option<usize> {
    if literal.is_empty() {
        Some(text.bytes.len())
    } else if rest.is_empty() {
        find_suffix(text.bytes, start, literal)
    } else {
        find(text.bytes, start, literal)
    }
}
