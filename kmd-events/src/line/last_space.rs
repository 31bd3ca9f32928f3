//! The space at the end of a line, which can be the end of a literal before an empty value.

use super::found::Found;
use crate::metadata::MessageSet;
use crate::parse;
use crate::{FieldType, FormatSpec, Message, ParseEventError, Piece};

/// Returns whether a line without an event could have one if its text ended with the space after it. `text` is the text
/// with the space.
///
/// Parsing every line twice that does not match and ends with a space would take twice as long.
pub(super) fn may_be_part(set: &MessageSet, found: &Found<'_>, text: &[u8]) -> bool {
    let can_end = |message: &Message| {
        let mut wordings = message.tail_wordings().iter().chain(message.alternative_pieces());
        can_end(message, message.pieces(), text) || wordings.any(|wording| can_end(message, wording, text))
    };
    match found {
        Found::Event { .. } | Found::UnknownTag | Found::Other => false,
        // With another text, the search or the choice can have another result.
        Found::Mismatch { reason: ParseEventError::TooAmbiguous, .. } | Found::Ambiguous => true,
        Found::Mismatch { index, .. } => set.messages.get(*index).is_some_and(|message| can_end(message)),
        Found::Untagged => {
            let mut untagged = set.messages.iter().filter(|message| !message.is_tagged());
            untagged.any(|message| parse::may_begin(message, text) && can_end(message))
        }
    }
}

/// Returns whether a wording can match a text that ends with a space, but not the text without the space.
fn can_end(message: &Message, pieces: &[Piece], text: &[u8]) -> bool {
    for (place, piece) in pieces.iter().enumerate().rev() {
        let (index, format) = match *piece {
            Piece::Literal(literal) => return text.ends_with(literal.as_bytes()),
            Piece::Placeholder(index) => (index, FormatSpec::PLAIN),
            Piece::Formatted(index, format) => (index, format),
        };
        let Some(placeholder) = message.placeholders().get(index) else { return true };
        let is_used_before = || {
            let mut before = pieces[..place].iter().filter_map(|piece| piece.placeholder());
            before.any(|(before, _)| before == index)
        };
        let field_type = placeholder.field_type();
        let is_number = field_type == FieldType::Ip || field_type.range().is_some();
        if is_number && format == FormatSpec::PLAIN && placeholder.absent().is_none() {
            return false;
        }
        // A text that contains the space could end before it, unless it has to be the same as the first value.
        if field_type != FieldType::Text || is_used_before() {
            return true;
        }
    }
    true
}
