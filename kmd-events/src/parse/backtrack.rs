//! The backtracking matcher, which matches a text against the pieces of a template.
//!
//! Each value is the shortest one with which the whole text matches. A value of type `text` ends at an occurrence of
//! the literal after it. If the rest does not match there, the next occurrence is tried. Once all occurrences have
//! failed, they fail for every later start of the value too. So no position is tried twice for one placeholder, which
//! keeps the work linear. An address or an integer has few possible ends.
//!
//! Two cases could take longer: a placeholder that is used twice, because its first value decides what matches later,
//! and many addresses in a row. A budget keeps the work linear in these cases, and a text that exceeds it is rejected.

use core::ops::Range;

use super::anchor::Anchor;
use super::failure::Failure;
use super::find::{find, find_suffix};
use super::typed_value::{self, TypedValue};
use crate::{FieldType, Piece, Placeholder};

/// The value of a placeholder, as far as it is known.
#[derive(Clone, Debug)]
pub(super) struct Capture {
    /// The range of the value in bytes.
    pub(super) range: Option<Range<usize>>,
    /// The value, unless it is of type `text`.
    pub(super) value: Option<TypedValue>,
    /// If a value of type `text` starts here or later, nothing matches.
    no_match_from: usize,
}

impl Capture {
    pub(super) const EMPTY: Self = Self { range: None, value: None, no_match_from: usize::MAX };
}

/// The minimum budget in bytes. Reading them takes a few milliseconds.
const MIN_BUDGET: usize = 1 << 18;

/// Finds the first match of `text`, stores its values in `captures`, one per placeholder, and returns its end.
pub(super) fn find_match(
    captures: &mut [Capture],
    placeholders: &[Placeholder],
    pieces: &[Piece],
    text: &[u8],
    anchor: Anchor,
) -> Result<usize, Failure> {
    let mut matcher = Matcher {
        captures,
        placeholders,
        pieces,
        text,
        anchor,
        budget: text.len().saturating_mul(4 * (pieces.len() + 1)).max(MIN_BUDGET),
        furthest_failure: (0, Failure::TrailingText { start: 0 }),
    };
    let all = matcher.from(0, 0);
    all.ok_or(match matcher.budget {
        0 => Failure::BudgetExceeded,
        _ => matcher.furthest_failure.1,
    })
}

/// A match in progress.
struct Matcher<'s> {
    captures: &'s mut [Capture],
    placeholders: &'s [Placeholder],
    pieces: &'s [Piece],
    text: &'s [u8],
    anchor: Anchor,
    /// The number of bytes that may still be read.
    budget: usize,
    /// The index of the last piece that was reached, and the last failure there.
    furthest_failure: (usize, Failure),
}

impl Matcher<'_> {
    /// Matches all pieces from `piece` on against the text from `at` on, and returns the end of the match.
    fn from(&mut self, mut piece: usize, mut at: usize) -> Option<usize> {
        loop {
            match self.pieces.get(piece) {
                None => return self.finish(piece, at),
                Some(Piece::Literal(literal)) => {
                    if !self.text.get(at..)?.starts_with(literal.as_bytes()) {
                        return self.fail(piece, Failure::Literal { piece, start: at });
                    }
                    at += literal.len();
                }
                Some(&(Piece::Placeholder(index) | Piece::Formatted(index, _))) => {
                    let Some(first) = self.captures.get(index)?.range.clone() else {
                        return match self.placeholders.get(index)?.field_type() {
                            FieldType::Text => self.text(piece, index, at),
                            strict => self.strict(piece, index, strict, at),
                        };
                    };
                    let value = self.text.get(first.start..first.end)?;
                    // The comparison reads at least sixteen bytes at a time.
                    self.consume(value.len() / 16);
                    if !self.text.get(at..)?.starts_with(value) {
                        let start = at;
                        return self.fail(piece, Failure::Conflict { piece, start, first });
                    }
                    at += value.len();
                }
            }
            piece += 1;
        }
    }

    /// Returns the end of the match if the text ends there or may continue.
    fn finish(&mut self, piece: usize, at: usize) -> Option<usize> {
        if self.anchor == Anchor::Prefix || at == self.text.len() {
            return Some(at);
        }
        self.fail(piece, Failure::TrailingText { start: at })
    }

    /// Matches a value of type `text`, which ends at the first occurrence of the next literal with which the rest
    /// matches.
    fn text(&mut self, piece: usize, index: usize, start: usize) -> Option<usize> {
        let next = piece + 1;
        let Some(Piece::Literal(literal)) = self.pieces.get(next) else {
            // The last piece takes everything. Two placeholders are never adjacent.
            let end = self.text.len();
            return self.attempt(index, start..end, None, next);
        };
        let literal = literal.as_bytes();
        let no_match_from = self.captures.get(index)?.no_match_from;
        if start >= no_match_from {
            return None;
        }
        let last = self.anchor == Anchor::Full && next + 1 == self.pieces.len();
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
            if let Some(all) = self.attempt(index, start..end, None, next) {
                return Some(all);
            }
            if self.budget == 0 {
                return None;
            }
            from = end + 1;
        }
        if from == start && no_match_from == usize::MAX {
            self.literal_not_found(next, start, literal);
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

    /// Matches a value of any other type, with the first length with which the rest matches.
    fn strict(&mut self, piece: usize, index: usize, field_type: FieldType, start: usize) -> Option<usize> {
        let rest = self.text.get(start..)?;
        let next = piece + 1;
        let literal = match self.pieces.get(next) {
            Some(Piece::Literal(literal)) => Some(literal.as_bytes()),
            _ => None,
        };
        let open = literal.is_none() && self.anchor == Anchor::Prefix;
        let mut lengths = typed_value::lengths(field_type, rest);
        let mut fits = false;
        while lengths != 0 {
            // At an open end, the longest value is the right one, because the rest must not continue it.
            let length = if open { lengths.ilog2() } else { lengths.trailing_zeros() };
            lengths &= !(1 << length);
            let (value, after) = rest.split_at_checked(length as usize)?;
            let ends_here = match literal {
                Some(literal) => after.starts_with(literal),
                None if open => !typed_value::splits_token(field_type, value, after),
                None => after.is_empty(),
            };
            if !ends_here {
                continue;
            }
            self.consume(value.len());
            let Some(read) = typed_value::value(field_type, value) else {
                continue;
            };
            fits = true;
            let end = start + value.len();
            if let Some(all) = self.attempt(index, start..end, Some(read), next) {
                return Some(all);
            }
            if self.budget == 0 {
                return None;
            }
        }
        if fits {
            return None;
        }
        self.strict_failure(piece, field_type, start)
    }

    /// Records that a value is not of its type, or that the next literal does not follow it.
    #[cold]
    fn strict_failure(&mut self, piece: usize, field_type: FieldType, start: usize) -> Option<usize> {
        // Only the furthest failure is reported.
        if piece < self.furthest_failure.0 {
            return None;
        }
        let rest = self.text.get(start..)?;
        let mut lengths = typed_value::lengths(field_type, rest);
        let mut good = None;
        while lengths != 0 && good.is_none() {
            let (value, after) = rest.split_at_checked(lengths.ilog2() as usize)?;
            lengths &= !(1 << lengths.ilog2());
            self.consume(value.len());
            if !typed_value::splits_token(field_type, value, after) && typed_value::value(field_type, value).is_some() {
                good = Some(start + value.len());
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

    /// Matches the pieces from `next` on, given the value of a placeholder.
    fn attempt(&mut self, index: usize, range: Range<usize>, value: Option<TypedValue>, next: usize) -> Option<usize> {
        self.consume(1);
        let end = range.end;
        let capture = self.captures.get_mut(index)?;
        (capture.range, capture.value) = (Some(range), value);
        let all = self.from(next, end);
        if all.is_none() {
            self.captures.get_mut(index)?.range = None;
        }
        all
    }

    /// Subtracts bytes that were read from the budget.
    fn consume(&mut self, bytes: usize) {
        self.budget = self.budget.saturating_sub(bytes);
    }

    /// Records a failure if no other one is further, and returns `None`.
    fn fail(&mut self, piece: usize, failure: Failure) -> Option<usize> {
        if piece >= self.furthest_failure.0 {
            self.furthest_failure = (piece, failure);
        }
        None
    }
}
