//! The fast path, which matches a text against the pieces of a template without backtracking.
//!
//! Nearly every text in a log is parsed this way: each value ends at the first possible position, and the rest matches.
//! The values are then the ones that backtracking would find first. If the rest does not match, backtracking decides.

use super::find::{find, find_suffix};
use super::input::Input;
use super::typed_value;
use super::values::{ParsedValue, ParsedValues};
use crate::{FieldType, Piece, Placeholder};

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
        let (literal, rest) = match *pieces {
            [Piece::Placeholder(found), Piece::Literal(literal), ref rest @ ..] if found == index => {
                (literal.as_bytes(), rest)
            }
            [Piece::Placeholder(found)] if found == index => (&b""[..], &[][..]),
            // Left to backtracking: a placeholder that is used twice, is not used, or is in another order.
            _ => return None,
        };
        pieces = rest;
        let start = at;
        let value = match placeholder.field_type() {
            FieldType::Text => {
                let end = if literal.is_empty() {
                    text.bytes.len()
                } else if rest.is_empty() {
                    find_suffix(text.bytes, start, literal)?
                } else {
                    find(text.bytes, start, literal)?
                };
                at = end;
                ParsedValue::Text(text.text(start, end))
            }
            field_type => {
                let ends_before = |rest: &[u8]| match literal {
                    b"" => rest.is_empty(),
                    literal => rest.starts_with(literal),
                };
                let bytes = text.bytes.get(start..)?;
                let (value, length) = typed_value::shortest(field_type, bytes, ends_before)?;
                at += length;
                value.into()
            }
        };
        at += literal.len();
        values.try_push(value).ok()?;
    }
    (pieces.is_empty() && at == text.bytes.len()).then_some(())
}
