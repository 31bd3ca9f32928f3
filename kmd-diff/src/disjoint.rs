//! Whether two wordings can match the same text.

use kmd_events::{FieldType, FormatSpec, Message, Piece, Placeholder, Radix};

/// Returns whether any string is a value.
pub(crate) fn takes_any_text(placeholder: &Placeholder) -> bool {
    placeholder.field_type() == FieldType::Text || placeholder.is_open()
}

/// Returns whether the text of a value can contain a byte. If it is not certain, it can.
pub(crate) fn can_contain(placeholder: &Placeholder, format: FormatSpec, byte: u8) -> bool {
    if placeholder.absent().is_some_and(|word| word.as_bytes().contains(&byte)) {
        return true;
    }
    match placeholder.field_type() {
        _ if takes_any_text(placeholder) => true,
        FieldType::Enum => placeholder.words().iter().any(|word| word.as_bytes().contains(&byte)),
        FieldType::Bool => byte.is_ascii_lowercase(),
        FieldType::Duration => byte.is_ascii_digit() || byte == b'.',
        field_type if field_type.range().is_some() && format.radix == Radix::Decimal => {
            byte.is_ascii_digit() || byte == b'-'
        }
        field_type if field_type.range().is_some() => byte.is_ascii_alphanumeric() || byte == b'-',
        _ => byte.is_ascii_alphanumeric() || b".:%[]/+-".contains(&byte),
    }
}

/// Returns whether the text of a value can be empty.
pub(crate) fn can_be_empty(placeholder: &Placeholder) -> bool {
    takes_any_text(placeholder) || placeholder.words().contains(&"") || placeholder.absent() == Some("")
}

/// A part of a wording, in one of the two directions.
enum Part<'m> {
    Literal(Vec<u8>),
    Value(&'m Placeholder, FormatSpec),
}

/// A wording and its message.
type Wording<'w> = (&'w [Piece], &'w Message);

/// Returns whether two wordings cannot match the same text. If it is not certain, they can.
pub(crate) fn are_disjoint(one: Wording<'_>, other: Wording<'_>) -> bool {
    if lacks(one, other) || lacks(other, one) {
        return true;
    }
    [false, true].into_iter().any(|is_reversed| match (parts(one, is_reversed), parts(other, is_reversed)) {
        (Some(one), Some(other)) => differ(&one, &other, true),
        _ => false,
    })
}

/// Returns whether no text of a wording can begin with a text of the other one. If it is not certain, it can.
pub(crate) fn begins_apart(one: Wording<'_>, other: Wording<'_>) -> bool {
    if lacks(one, other) {
        return true;
    }
    match (parts(one, false), parts(other, false)) {
        (Some(one), Some(other)) => differ(&one, &other, false),
        _ => false,
    }
}

/// Returns whether no text of a wording contains some literal of the other one.
fn lacks(one: Wording<'_>, other: Wording<'_>) -> bool {
    let Some(parts) = parts(one, false) else { return false };
    other.0.iter().any(|piece| match piece {
        Piece::Literal(text) => !may_occur(text.as_bytes(), &parts),
        _ => false,
    })
}

/// Returns whether a literal may occur in a text of a wording.
fn may_occur(literal: &[u8], parts: &[Part<'_>]) -> bool {
    let first = literal.first().copied().unwrap_or_default();
    parts.iter().enumerate().any(|(at, part)| match part {
        Part::Value(placeholder, format) => can_contain(placeholder, *format, first),
        Part::Literal(text) => (0..text.len()).any(|start| {
            let rest = text.get(start..).unwrap_or_default();
            let is_same = literal.iter().zip(rest).all(|(byte, other)| byte == other);
            // A value may continue it.
            is_same && (rest.len() >= literal.len() || at + 1 < parts.len())
        }),
    })
}

/// Returns the parts of a wording.
fn parts((pieces, message): Wording<'_>, is_reversed: bool) -> Option<Vec<Part<'_>>> {
    let part = |piece: &Piece| match (*piece, piece.placeholder()) {
        (Piece::Literal(text), _) if is_reversed => Some(Part::Literal(text.bytes().rev().collect())),
        (Piece::Literal(text), _) => Some(Part::Literal(text.into())),
        (_, Some((index, format))) => Some(Part::Value(message.placeholders().get(index)?, format)),
        _ => None,
    };
    if is_reversed { pieces.iter().rev().map(part).collect() } else { pieces.iter().map(part).collect() }
}

/// Returns whether two wordings differ where the places of their parts are certain. If not `is_whole`, the text may continue
/// after the other wording.
fn differ(one: &[Part<'_>], other: &[Part<'_>], is_whole: bool) -> bool {
    let has_text =
        |parts: Option<&[Part<'_>]>| parts.unwrap_or_default().iter().any(|part| matches!(part, Part::Literal(_)));
    for (at, pair) in one.iter().zip(other).enumerate() {
        match pair {
            (Part::Literal(text), Part::Literal(other_text)) => {
                if text.iter().zip(other_text).any(|(byte, other)| byte != other) {
                    return true;
                }
                if text.len() < other_text.len() {
                    return one.len() == at + 1;
                }
                if text.len() > other_text.len() {
                    return other.len() == at + 1 && is_whole;
                }
            }
            (Part::Literal(text), Part::Value(placeholder, format))
            | (Part::Value(placeholder, format), Part::Literal(text)) => {
                let first = text.first().copied().unwrap_or_default();
                return !can_be_empty(placeholder) && !can_contain(placeholder, *format, first);
            }
            (Part::Value(value, format), Part::Value(other_value, other_format)) => {
                let (Some(Part::Literal(text)), Some(Part::Literal(other_text))) = (one.get(at + 1), other.get(at + 1))
                else {
                    return false;
                };
                let first = text.first().copied().unwrap_or_default();
                let is_end = Some(&first) == other_text.first()
                    && !can_contain(value, *format, first)
                    && !can_contain(other_value, *other_format, first);
                if !is_end {
                    return false;
                }
            }
        }
    }
    // One of them ends here, after a text.
    has_text(other.get(one.len()..)) || is_whole && has_text(one.get(other.len()..))
}
