use core::ops::Range;

use super::find::find;
use super::input::Input;
use super::parse_error::ParseEventError;
use crate::{Message, Piece, Placeholder};

/// The reason why a text does not match, at the furthest position that was reached.
#[derive(Clone, Debug)]
pub(super) enum Failure {
    /// The text at `start` is not a value of the type of the placeholder, which has the index `piece` among the pieces.
    Value { piece: usize, start: usize },
    /// The placeholder is used twice, and the text at `start` is not its first value.
    Conflict { piece: usize, start: usize, first: Range<usize> },
    /// The literal is not at `start` or, after a `text` placeholder, not at any later position.
    Literal { piece: usize, start: usize },
    /// The text continues after the template.
    TrailingText { start: usize },
    /// The match would exceed the budget.
    BudgetExceeded,
}

impl Failure {
    /// Returns the position in bytes. An exceeded budget is further than any other failure.
    pub(super) fn start(&self) -> usize {
        match *self {
            Self::Value { start, .. }
            | Self::Conflict { start, .. }
            | Self::Literal { start, .. }
            | Self::TrailingText { start } => start,
            Self::BudgetExceeded => usize::MAX,
        }
    }

    /// Returns whether pieces that fail to match the whole text could match its beginning, or fail there in another
    /// way.
    ///
    /// Only the end of the pieces and a text before their last literal depend on where the match has to end. If neither
    /// was reached, a second search would do the same as the first. Without it, a hostile text takes half of the time.
    /// A search that exceeds the budget may have reached the end before.
    pub(super) fn may_match_beginning(&self, message: &Message, pieces: &[Piece], text: &[u8]) -> bool {
        let takes_any_text = |piece: &Piece| {
            let placeholder = piece.placeholder().and_then(|(index, _)| message.placeholders().get(index));
            placeholder.is_some_and(Placeholder::takes_any_text)
        };
        let index = |piece: &Piece| piece.placeholder().map(|(index, _)| index);
        let reached = match *self {
            Self::Value { piece, .. } | Self::Conflict { piece, .. } | Self::Literal { piece, .. } => piece,
            Self::TrailingText { .. } | Self::BudgetExceeded => return true,
        };
        match pieces {
            // A text that is reached fails at the literal after it, or later.
            [.., value, Piece::Literal(literal)] if takes_any_text(value) => {
                reached + 1 >= pieces.len() && find(text, 0, literal.as_bytes()).is_some()
            }
            [.., _, Piece::Literal(_)] => false,
            // A last text that is reached takes the rest, unless it has to be the same as the first value.
            [before @ .., value] if takes_any_text(value) => before.iter().any(|piece| index(piece) == index(value)),
            _ => true,
        }
    }

    /// Converts the failure into an error in terms of the message.
    #[cold]
    pub(super) fn into_error<'a>(
        self,
        message: &'static Message,
        pieces: &'static [Piece],
        text: Input<'a>,
    ) -> ParseEventError<'a> {
        let placeholder = |piece: usize| {
            let (index, format) = pieces.get(piece)?.placeholder()?;
            Some((message.placeholders().get(index)?, format))
        };
        let length = text.bytes.len();
        let known = match self {
            Self::Value { piece, start } => placeholder(piece).map(|(placeholder, format)| {
                let end = match pieces.get(piece + 1) {
                    Some(Piece::Literal(literal)) => find(text.bytes, start, literal.as_bytes()),
                    _ => None,
                };
                ParseEventError::Value { placeholder, format, value: text.text(start, end.unwrap_or(length)) }
            }),
            Self::Conflict { piece, start, first } => placeholder(piece).map(|(placeholder, _)| {
                let second = text.text(start, length.min(start + first.len()));
                ParseEventError::Conflict { placeholder, second, first: text.text(first.start, first.end) }
            }),
            Self::Literal { piece, start } => match pieces.get(piece) {
                Some(Piece::Literal(literal)) => Some(ParseEventError::Literal { literal, at: start }),
                _ => None,
            },
            Self::TrailingText { start } => {
                Some(ParseEventError::TrailingText { at: start, rest: text.text(start, length) })
            }
            Self::BudgetExceeded => None,
        };
        known.unwrap_or(ParseEventError::TooAmbiguous)
    }
}
