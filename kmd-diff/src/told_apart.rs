//! Whether two messages without a tag are told apart as before.
//!
//! That is certain if nothing of them changed. It is also certain if only the types of values at their beginning changed, such
//! as the number of a thread that all messages have: the place of such a value is certain, so a line of the old message has a
//! text there that both old types read.

use kmd_events::{Message, Piece};

use crate::pairing::{Pairing, wordings};
use crate::proof::{is_certain_at_beginning, is_identical, is_read_alike};

/// Two versions of a message.
#[derive(Clone, Copy)]
pub(crate) struct Versions<'m> {
    pub(crate) old: &'m Message,
    pub(crate) new: &'m Message,
    pub(crate) pairing: &'m Pairing,
}

/// Returns whether each line of a message is one of the new version of another message if it is one of the old version. If it
/// is not certain, it is not.
pub(crate) fn is_told_apart_as_before(message: Versions<'_>, rival: Versions<'_>) -> bool {
    let (Some(changed), Some(rival_changed)) = (message.changed(), rival.changed()) else { return false };
    // The pieces to the last value that changed, and the one after it.
    let count = changed.max(rival_changed);
    let pieces = message.old.pieces().iter().zip(rival.old.pieces()).take(count + 1);
    let has_all = message.old.pieces().len().min(rival.old.pieces().len()) > count;
    count == 0
        || has_all && pieces.enumerate().all(|(at, (one, other))| message.is_same(one, rival, other, at == count))
}

impl Versions<'_> {
    /// Returns the number of pieces at the beginning of the message that have all changes, or `None` if others may have some.
    pub(crate) fn changed(self) -> Option<usize> {
        let Self { old, new, pairing } = self;
        if old.is_tagged() || new.is_tagged() {
            return None;
        }
        if is_identical(old, new, pairing) {
            return Some(0);
        }
        let (olds, news) = (wordings(old), wordings(new));
        let has_same_wordings = olds.len() == news.len()
            && old.tail_wordings().len() == new.tail_wordings().len()
            && old.placeholders().len() == new.placeholders().len()
            && old.alternative_pieces().is_empty()
            && olds.iter().zip(&news).all(|(one, other)| pairing.is_same(one, other))
            && olds.iter().all(|wording| is_certain_at_beginning(old, new, pairing, wording));
        let is_alike = |index: usize| self.pair(index).is_some_and(|(one, other)| is_read_alike(one, other));
        let is_changed = |piece: &Piece| piece.placeholder().is_some_and(|(index, _)| !is_alike(index));
        let last = old.pieces().iter().rposition(is_changed)?;
        // A value that changed may be in a tail.
        let in_template = old.pieces().iter().filter(|piece| is_changed(piece)).count();
        let all = (0..old.placeholders().len()).filter(|&index| !is_alike(index)).count();
        (has_same_wordings && in_template == all).then_some(last + 1)
    }

    /// Returns both versions of a placeholder.
    fn pair(self, index: usize) -> Option<(&'static kmd_events::Placeholder, &'static kmd_events::Placeholder)> {
        let new = self.pairing.to_new(index)?;
        self.old.placeholders().get(index).zip(self.new.placeholders().get(new))
    }

    /// Returns whether two pieces of messages are the same in both versions. Of the last one, the first character counts.
    fn is_same(self, piece: &Piece, rival: Self, other: &Piece, is_last: bool) -> bool {
        match (piece, other) {
            (Piece::Literal(text), Piece::Literal(other)) if is_last => text.chars().next() == other.chars().next(),
            (Piece::Literal(text), Piece::Literal(other)) => text == other,
            _ => {
                piece.placeholder().zip(other.placeholder()).is_some_and(|((index, format), (other, other_format))| {
                    let pairs = self.pair(index).zip(rival.pair(other));
                    let is_alike = pairs.is_some_and(|((old, new), (other_old, other_new))| {
                        is_read_alike(old, other_old) && is_read_alike(new, other_new)
                    });
                    is_alike && format == other_format
                })
            }
        }
    }
}
