//! Whether two wordings can match the same text.

use kmd_catalog::Texts;
use kmd_events::{FieldType, FormatSpec, Message, Piece, Placeholder, Radix};

/// Returns whether any string is a value.
pub(crate) fn takes_any_text(placeholder: &Placeholder) -> bool {
    placeholder.field_type() == FieldType::Text || placeholder.is_open()
}

/// Returns whether the text of a value can contain a byte. If it is not certain, it can.
pub(crate) fn can_contain(placeholder: &Placeholder, format: FormatSpec, byte: u8) -> bool {
    let mut words = placeholder.words().iter().copied().chain(placeholder.absent());
    words.any(|word| word.as_bytes().contains(&byte)) || can_contain_unless_word(placeholder, format, byte)
}

/// Returns whether the text of a value that is not a word can contain a byte. If it is not certain, it can.
fn can_contain_unless_word(placeholder: &Placeholder, format: FormatSpec, byte: u8) -> bool {
    match placeholder.field_type() {
        _ if takes_any_text(placeholder) => true,
        FieldType::Enum => false,
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
    takes_any_text(placeholder) || placeholder.words().contains(&"")
}

/// A wording and its message.
type Wording<'w> = (&'w [Piece], &'w Message);

/// Returns whether two wordings cannot match the same text. If it is not certain, they can.
pub(crate) fn are_disjoint(one: Wording<'_>, other: Wording<'_>) -> bool {
    !texts(one).can_have_one_of(&texts(other))
}

/// Returns whether no text of a wording can begin with a text of the other one. If it is not certain, it can.
pub(crate) fn begins_apart(one: Wording<'_>, other: Wording<'_>) -> bool {
    let mut beginnings = texts(other);
    beginnings.add_any();
    !texts(one).can_have_one_of(&beginnings)
}

/// Returns the texts of a wording.
fn texts((pieces, message): Wording<'_>) -> Texts {
    let mut texts = Texts::default();
    for piece in pieces {
        let value = piece.placeholder().map(|(index, format)| (message.placeholders().get(index), format));
        match (*piece, value) {
            (Piece::Literal(text), _) => texts.add_literal(text),
            (_, Some((Some(placeholder), format))) if !takes_any_text(placeholder) => {
                let words = placeholder.words().iter().copied().chain(placeholder.absent());
                texts.add_value(|byte| can_contain_unless_word(placeholder, format, byte), words);
            }
            _ => texts.add_any(),
        }
    }
    texts
}
