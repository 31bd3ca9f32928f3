//! The fast path, which matches a text against the pieces of a template without backtracking.
//!
//! Nearly every text in a log is parsed this way: each value ends at the first possible position, and the rest matches.
//! The values are then the ones that backtracking would find first. If the rest does not match, backtracking decides.

use super::candidates::Candidates;
use super::find::{find, find_suffix};
use super::input::Input;
use super::leading_value::leading_value;

use super::values::{ParsedValue, ParsedValues};
use crate::{FieldType, FormatSpec, Piece, Placeholder};

/// Parses the whole text, or returns `None` if only backtracking can tell whether it matches. The caller has compared
/// the literal at the beginning of the pieces, if there is one.
#[inline]
pub(super) fn parse<'a>(
    placeholders: &'static [Placeholder],
    pieces: &'static [Piece],
    text: Input<'a>,
    values: &mut ParsedValues<'a>,
) -> Option<()> {
    let (mut pieces, mut at) = match *pieces {
        [Piece::Literal(literal), ref rest @ ..] => (rest, literal.len()),
        _ => (pieces, 0),
    };
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
        let ends_before = |rest: &[u8]| match literal {
            b"" => rest.is_empty(),
            literal => rest.starts_with(literal),
        };
        let is_plain = format.is_none() && placeholder.absent().is_none();
        let (value, end) = match placeholder.field_type() {
            FieldType::Text if is_plain => {
                let end = text_end(text, at, literal, rest)?;
                (ParsedValue::Text(text.text(at, end)), end)
            }
            field_type => {
                let leading = if is_plain { leading_value(field_type, bytes, ends_before) } else { None };
                // A format, an absent value and the other types are less common.
                let format = format.unwrap_or(FormatSpec::PLAIN);
                let others = || {
                    let first = Candidates::new(placeholder, format, bytes, false).first(ends_before);
                    first.map(|(value, length)| (value.into(), length))
                };
                match leading.or_else(others) {
                    Some((value, length)) => (value, at + length),
                    None if placeholder.takes_any_text() => {
                        let end = text_end(text, at, literal, rest)?;
                        (ParsedValue::Text(text.text(at, end)), end)
                    }
                    None => return None,
                }
            }
        };
        at = end + literal.len();
        values.try_push(value).ok()?;
    }
    (pieces.is_empty() && at == text.bytes.len()).then_some(())
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
