//! Values that any string can be.

use super::Matcher;
use crate::parse::anchor::Anchor;
use crate::parse::failure::Failure;
use crate::parse::find::{find, find_suffix};
use crate::parse::typed_value::TypedValue;
use crate::{Piece, Placeholder};

impl Matcher<'_> {
    /// Matches a text, which ends at the first place with which the rest matches.
    pub(super) fn text(&mut self, piece: usize, index: usize, start: usize) -> Option<usize> {
        let next = piece + 1;
        let no_match_from = self.captures.get(index)?.no_match_from;
        if start >= no_match_from {
            return None;
        }
        if let Some(word) = self.placeholders.get(index)?.absent() {
            let end = start + word.len();
            if self.text.get(start..)?.starts_with(word.as_bytes()) && self.continues(next, end) {
                let absent = Some(TypedValue::Absent);
                if let Some(all) = self.attempt(index, start..end, absent, next) {
                    return Some(all);
                }
            }
        }
        match self.pieces.get(next) {
            None => self.attempt(index, start..self.text.len(), None, next),
            Some(Piece::Literal(literal)) => self.text_before_literal(index, start, next, literal.as_bytes()),
            Some(_) => self.text_before_value(index, start, next),
        }
    }

    /// Matches a text, which ends at the first occurrence of the next literal with which the rest matches.
    fn text_before_literal(&mut self, index: usize, start: usize, next: usize, literal: &[u8]) -> Option<usize> {
        let no_match_from = self.captures.get(index)?.no_match_from;
        let after = next + 1;
        let last = self.anchor == Anchor::Full && after == self.pieces.len();
        let text_ahead = self.text_ahead(after);
        let until = self.text.len().min(no_match_from.saturating_add(literal.len()));
        let mut from = start;
        loop {
            let found =
                if last { find_suffix(self.text, from, literal) } else { find(&self.text[..until], from, literal) };
            let Some(end) = found else {
                self.consume(until.saturating_sub(from));
                break;
            };
            self.consume(end - from);
            if end >= no_match_from {
                break;
            }
            let start_after = end + literal.len();
            if self.may_begin(after, start_after) {
                if let Some(all) = self.attempt(index, start..end, None, next) {
                    return Some(all);
                }
            } else {
                self.consume(1);
                self.fail(after, Failure::Value { piece: after, start: start_after });
            }
            if self.budget == 0 {
                return None;
            }
            from = end + 1;
            if self.fails_from(text_ahead, start_after) {
                self.consume(until.saturating_sub(from));
                break;
            }
        }
        if from == start && no_match_from == usize::MAX {
            self.literal_not_found(next, start, literal);
        }
        if !self.repeats() {
            self.captures.get_mut(index)?.no_match_from = start;
        }
        None
    }

    /// Returns the placeholder of the first text among the pieces from `piece` on.
    fn text_ahead(&self, piece: usize) -> Option<usize> {
        let mut ahead = self.pieces.get(piece..)?.iter().filter_map(|piece| piece.placeholder());
        let is_text = |index| self.placeholders.get(index).is_some_and(Placeholder::takes_any_text);
        ahead.find_map(|(index, _)| is_text(index).then_some(index))
    }

    /// Returns whether nothing matches if a text starts at `start` or later. Its failure is further than any before it,
    /// so the other ends of the texts before it need not be tried. This saves 85% of the time of a hostile text
    /// in which the literal before occurs in many places.
    fn fails_from(&self, text: Option<usize>, start: usize) -> bool {
        text.and_then(|index| self.captures.get(index)).is_some_and(|capture| start >= capture.no_match_from)
    }

    /// Matches a text before another value, which is one of few words.
    fn text_before_value(&mut self, index: usize, start: usize, next: usize) -> Option<usize> {
        let no_match_from = self.captures.get(index)?.no_match_from;
        let mut fits = false;
        for end in start..self.text.len().saturating_add(1).min(no_match_from) {
            self.consume(1);
            // No word begins within a character.
            let is_within = self.text.get(end).is_some_and(|byte| (0x80..0xc0).contains(byte));
            if is_within || !self.continues(next, end) || !self.agrees(next, end) {
                continue;
            }
            fits = true;
            if let Some(all) = self.attempt(index, start..end, None, next) {
                return Some(all);
            }
            if self.budget == 0 {
                return None;
            }
        }
        if no_match_from == usize::MAX {
            let after = next + 1;
            match self.pieces.get(after) {
                Some(Piece::Literal(_)) if fits => self.fail(after, Failure::Literal { piece: after, start }),
                _ => self.fail(next, Failure::Value { piece: next, start }),
            };
        }
        if !self.repeats() {
            self.captures.get_mut(index)?.no_match_from = start;
        }
        None
    }

    /// Returns whether a placeholder is used twice. In that case, a rest that fails after one value can match after
    /// another.
    #[cold]
    fn repeats(&self) -> bool {
        let mut seen = 0_u64;
        self.pieces.iter().any(|piece| {
            // Messages have at most 64 placeholders. Among more, two could share a bit, which would only cost time.
            let bit = match piece {
                Piece::Literal(_) => 0,
                Piece::Placeholder(index) | Piece::Formatted(index, _) => 1 << (index % 64),
            };
            let again = seen & bit != 0;
            seen |= bit;
            again
        })
    }

    /// Records that a literal does not occur after a value of type `text`, or is the last piece and not at the end.
    #[cold]
    fn literal_not_found(&mut self, piece: usize, start: usize, literal: &[u8]) {
        self.consume(self.text.len() - start);
        let failure = match find(self.text, start, literal) {
            Some(found) => Failure::TrailingText { start: found + literal.len() },
            None => Failure::Literal { piece, start },
        };
        self.fail(piece, failure);
    }
}
