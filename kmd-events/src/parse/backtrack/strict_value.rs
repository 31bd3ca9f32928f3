//! Values of the other types, which have few possible ends.

use super::Matcher;
use crate::parse::anchor::Anchor;
use crate::parse::candidates::Candidates;
use crate::parse::failure::Failure;
use crate::parse::splits_token::splits_token;
use crate::{FieldType, FormatSpec, Piece, Placeholder};

impl Matcher<'_> {
    /// Matches a value of any other type, the first one with which the rest matches.
    pub(super) fn strict(&mut self, piece: usize, index: usize, format: FormatSpec, start: usize) -> Option<usize> {
        let placeholder = self.placeholders.get(index)?;
        let rest = self.text.get(start..)?;
        let next = piece + 1;
        // At an open end, the longest value is the right one, because the rest must not continue it.
        let is_open_end = next == self.pieces.len() && self.anchor == Anchor::Prefix;
        let is_before_open_end = self.anchor == Anchor::Prefix
            && self.pieces.get(next..).is_some_and(|rest| rest.iter().all(|piece| self.may_be_empty(*piece)));
        let longest_first = is_before_open_end || self.is_before_last_port(piece, placeholder);
        let all = Candidates::new(placeholder, format, rest, longest_first);
        let mut candidates = all.clone();
        let (mut begins, mut fits) = (false, false);
        while let Some(candidate) = candidates.next() {
            begins = true;
            let Some((value, after)) = rest.split_at_checked(candidate.length) else {
                continue;
            };
            let end = start + value.len();
            let ends_here = if is_open_end {
                !splits_token(placeholder.field_type(), value, after) && !self.splits_before(piece, value, after)
            } else {
                self.continues(next, end)
            };
            if !ends_here {
                continue;
            }
            self.consume(value.len());
            let Some(read) = candidates.read(candidate) else {
                continue;
            };
            fits = true;
            if let Some(end) = self.attempt(index, start..end, Some(read), next) {
                return Some(end);
            }
            if self.budget == 0 {
                return None;
            }
        }
        // After a text, a value could begin anywhere, so the text has the better reason.
        let before = piece.checked_sub(1).and_then(|before| self.pieces.get(before)?.placeholder());
        let follows_text =
            before.is_some_and(|(before, _)| self.placeholders.get(before).is_some_and(Placeholder::takes_any_text));
        if fits || follows_text {
            return None;
        }
        if !begins {
            return self.fail(piece, Failure::Value { piece, start });
        }
        self.strict_failure(piece, placeholder, all.longest_first(), start)
    }

    /// Returns whether a placeholder is an address before the number at the open end. A shorter address would leave
    /// over a part of the number, as in `2001:db8::1:500`.
    fn is_before_last_port(&self, piece: usize, placeholder: &Placeholder) -> bool {
        if self.anchor == Anchor::Full || placeholder.field_type() != FieldType::Ip {
            return false;
        }
        let Some([Piece::Literal(":"), port]) = self.pieces.get(piece + 1..) else { return false };
        let port = port.placeholder().and_then(|(index, _)| self.placeholders.get(index));
        port.is_some_and(|port| port.field_type().range().is_some())
    }

    /// Returns whether a piece is a closed enum with an empty word.
    fn may_be_empty(&self, piece: Piece) -> bool {
        let placeholder = piece.placeholder().and_then(|(index, _)| self.placeholders.get(index));
        placeholder.is_some_and(|placeholder| placeholder.is_closed_enum() && placeholder.words().contains(&""))
    }

    /// Returns whether an empty word at the open end splits the value before it.
    fn splits_before(&self, piece: usize, value: &[u8], after: &[u8]) -> bool {
        if !value.is_empty() {
            return false;
        }
        for before in self.pieces.get(..piece).unwrap_or_default().iter().rev() {
            let Some((index, _)) = before.placeholder() else { return false };
            let (Some(placeholder), Some(capture)) = (self.placeholders.get(index), self.captures.get(index)) else {
                return false;
            };
            let value = capture.range.clone().and_then(|range| self.text.get(range)).unwrap_or_default();
            if !value.is_empty() {
                return !placeholder.takes_any_text() && splits_token(placeholder.field_type(), value, after);
            }
        }
        false
    }

    /// Records that a value is not of its type, or that the next literal does not follow it.
    #[cold]
    fn strict_failure(
        &mut self,
        piece: usize,
        placeholder: &Placeholder,
        mut candidates: Candidates<'_>,
        start: usize,
    ) -> Option<usize> {
        /// The number of candidates that are read for the reason. A number has one for each digit.
        const MAX_CANDIDATES: usize = 32;

        // Only the furthest failure is reported.
        if piece < self.furthest_failure.0 {
            return None;
        }
        let rest = self.text.get(start..)?;
        let mut good = None;
        for _ in 0..MAX_CANDIDATES {
            let Some(candidate) = candidates.next() else {
                break;
            };
            let Some((value, after)) = rest.split_at_checked(candidate.length) else {
                continue;
            };
            self.consume(value.len());
            let is_token = !value.is_empty() && !splits_token(placeholder.field_type(), value, after);
            if is_token && candidates.read(candidate).is_some() {
                good = Some(start + value.len());
                break;
            }
        }
        let (reached, failure) = match (good, self.pieces.get(piece + 1)) {
            (Some(start), Some(Piece::Literal(_))) => {
                let piece = piece + 1;
                (piece, Failure::Literal { piece, start })
            }
            (Some(start), None) => (piece + 1, Failure::TrailingText { start }),
            _ => (piece, Failure::Value { piece, start }),
        };
        self.fail(reached, failure)
    }
}
