//! The backtracking matcher, which matches a text against the pieces of a template.
//!
//! Each value is the shortest one with which the whole text matches. A value of type `text` ends at an occurrence of
//! the literal after it, or where a word begins if a closed enum is next to it. If the rest does not match there, the next
//! place is tried. Once all places have failed, they fail for every later start of the value too. So no position is tried
//! twice for one placeholder, which keeps the work linear. A value of any other type has few possible ends.
//!
//! Two cases could take longer: a placeholder that is used twice, because its first value decides what matches later,
//! and many addresses in a row. A budget keeps the work linear in these cases, and a text that exceeds it is rejected.

use core::ops::Range;

use super::anchor::Anchor;
use super::candidates::{Candidates, can_begin};
use super::failure::Failure;
use super::find::{find, find_suffix};
use super::splits_token::splits_token;
use super::strip_prefix::strip_value;
use super::typed_value::TypedValue;
use crate::{FormatSpec, Piece, Placeholder};

/// The value of a placeholder, as far as it is known.
#[derive(Clone, Debug)]
pub(super) struct Capture {
    /// The range of the value in bytes.
    pub(super) range: Option<Range<usize>>,
    /// The value, unless it is a text.
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
            let Some(next) = self.pieces.get(piece) else {
                return self.finish(piece, at);
            };
            match (*next, next.placeholder()) {
                (Piece::Literal(literal), _) => {
                    if !self.text.get(at..)?.starts_with(literal.as_bytes()) {
                        return self.fail(piece, Failure::Literal { piece, start: at });
                    }
                    at += literal.len();
                }
                (_, Some((index, format))) => {
                    let Some(first) = self.captures.get(index)?.range.clone() else {
                        let placeholder = self.placeholders.get(index)?;
                        return if placeholder.takes_any_text() {
                            self.text(piece, index, at)
                        } else {
                            self.strict(piece, index, format, at)
                        };
                    };
                    // The comparison reads at least sixteen bytes at a time.
                    self.consume(first.len() / 16);
                    let Some(after) = self.again(index, format, at) else {
                        let start = at;
                        return self.fail(piece, Failure::Conflict { piece, start, first });
                    };
                    at = after;
                }
                (_, None) => return None,
            }
            piece += 1;
        }
    }

    /// Returns the end of a value that was used before, or `None` if it is not at `at`. In another format, it has another
    /// text.
    fn again(&self, index: usize, format: FormatSpec, at: usize) -> Option<usize> {
        let Capture { range: Some(first), value, .. } = self.captures.get(index)? else {
            return None;
        };
        let rest = self.text.get(at..)?;
        let mut uses = self.pieces.iter().filter_map(|piece| piece.placeholder());
        let first_format = uses.find(|(used, _)| *used == index).map(|(_, format)| format);
        let after = match *value {
            Some(value) if first_format != Some(format) => {
                strip_value(rest, value, self.placeholders.get(index)?, format)?
            }
            _ => rest.strip_prefix(self.text.get(first.start..first.end)?)?,
        };
        Some(self.text.len() - after.len())
    }

    /// Returns the end of the match if the text ends there or may continue.
    fn finish(&mut self, piece: usize, at: usize) -> Option<usize> {
        if self.anchor == Anchor::Prefix || at == self.text.len() {
            return Some(at);
        }
        self.fail(piece, Failure::TrailingText { start: at })
    }

    /// Matches a text, which ends at the first place with which the rest matches.
    fn text(&mut self, piece: usize, index: usize, start: usize) -> Option<usize> {
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

    /// Matches a text before another value, which is one of few words.
    fn text_before_value(&mut self, index: usize, start: usize, next: usize) -> Option<usize> {
        let no_match_from = self.captures.get(index)?.no_match_from;
        let mut fits = false;
        for end in start..self.text.len().saturating_add(1).min(no_match_from) {
            self.consume(1);
            // No word begins within a character.
            let is_within = self.text.get(end).is_some_and(|byte| (0x80..0xc0).contains(byte));
            if is_within || !self.continues(next, end) {
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

    /// Returns whether the pieces from `piece` on can match at `at`, as far as that is known at once.
    fn continues(&self, piece: usize, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        match self.pieces.get(piece) {
            None => rest.is_empty(),
            Some(Piece::Literal(literal)) => rest.starts_with(literal.as_bytes()),
            Some(next) => next.placeholder().is_some_and(|(index, format)| {
                match (self.captures.get(index), self.placeholders.get(index)) {
                    (Some(Capture { range: Some(_), .. }), _) => self.again(index, format, at).is_some(),
                    (_, Some(placeholder)) => can_begin(placeholder, rest),
                    _ => false,
                }
            }),
        }
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

    /// Matches a value of any other type, the first one with which the rest matches.
    fn strict(&mut self, piece: usize, index: usize, format: FormatSpec, start: usize) -> Option<usize> {
        let placeholder = self.placeholders.get(index)?;
        let rest = self.text.get(start..)?;
        let next = piece + 1;
        // At an open end, the longest value is the right one, because the rest must not continue it.
        let is_open_end = next == self.pieces.len() && self.anchor == Anchor::Prefix;
        let mut candidates = Candidates::new(placeholder, format, rest, is_open_end);
        let mut fits = false;
        while let Some(candidate) = candidates.next() {
            let Some((value, after)) = rest.split_at_checked(candidate.length) else {
                continue;
            };
            let end = start + value.len();
            let ends_here = if is_open_end {
                !splits_token(placeholder.field_type(), value, after)
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
            if let Some(all) = self.attempt(index, start..end, Some(read), next) {
                return Some(all);
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
        self.strict_failure(piece, placeholder, format, start)
    }

    /// Records that a value is not of its type, or that the next literal does not follow it.
    #[cold]
    fn strict_failure(
        &mut self,
        piece: usize,
        placeholder: &Placeholder,
        format: FormatSpec,
        start: usize,
    ) -> Option<usize> {
        /// The number of candidates that are read for the reason. A number has one for each digit.
        const MAX_CANDIDATES: usize = 32;

        // Only the furthest failure is reported.
        if piece < self.furthest_failure.0 {
            return None;
        }
        let rest = self.text.get(start..)?;
        let mut candidates = Candidates::new(placeholder, format, rest, true);
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
