//! The backtracking matcher, which matches a text against the pieces of a template.
//!
//! Each value is the shortest one with which the whole text matches. A value of type `text` ends at an occurrence of
//! the literal after it, or where a word begins if a closed enum is next to it. If the rest does not match there, the
//! next place is tried. Once all places have failed, they fail for every later start of the value too. So no position
//! is tried twice for one placeholder, which keeps the work linear. A value of any other type has few possible ends.
//!
//! Two cases could take longer: a placeholder that is used twice, because its first value decides what matches later,
//! and many addresses in a row. A budget keeps the work linear in these cases, and a text that exceeds it is rejected.

#[cfg(all(test, feature = "kmd"))]
mod steps;
mod strict_value;
mod text_value;

use core::ops::Range;

use super::anchor::Anchor;
use super::candidates::can_begin;
use super::failure::Failure;
use super::simple_value::can_begin_with;
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
    let budget = text.len().saturating_mul(4 * (pieces.len() + 1)).max(MIN_BUDGET);
    let furthest_failure = (0, Failure::TrailingText { start: 0 });
    let mut matcher = Matcher { captures, placeholders, pieces, text, anchor, budget, furthest_failure };
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

    /// Returns the end of a value that was used before, or `None` if it is not at `at`. In another format, it has
    /// another text.
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

    /// Returns whether the pieces from `piece` on can match at `at`, as far as that is known at once.
    fn continues(&self, piece: usize, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        match self.pieces.get(piece) {
            None => rest.is_empty(),
            Some(Piece::Literal(literal)) => rest.starts_with(literal.as_bytes()),
            Some(next) => next.placeholder().is_some_and(|(index, _)| {
                let is_known = self.captures.get(index).is_some_and(|capture| capture.range.is_some());
                is_known || self.placeholders.get(index).is_some_and(|placeholder| can_begin(placeholder, rest))
            }),
        }
    }

    /// Returns whether a plain value after a literal can begin at `at`, as far as its first byte tells. This saves 40
    /// percent of the time of a hostile text in which the literal occurs in many places.
    #[inline]
    fn may_begin(&self, piece: usize, at: usize) -> bool {
        let before = piece.checked_sub(1).and_then(|before| self.pieces.get(before));
        let (Some(Piece::Literal(_)), Some(Piece::Placeholder(index))) = (before, self.pieces.get(piece)) else {
            return true;
        };
        let Some(placeholder) = self.placeholders.get(*index) else { return true };
        let first = self.text.get(at).copied();
        let is_known = || self.captures.get(*index).is_some_and(|capture| capture.range.is_some());
        can_begin_with(placeholder.field_type(), first) || placeholder.absent().is_some() || is_known()
    }

    /// Returns whether the placeholder of a piece was not used before, or has its first value at `at` too.
    fn agrees(&self, piece: usize, at: usize) -> bool {
        let placeholder = self.pieces.get(piece).and_then(|piece| piece.placeholder());
        placeholder.is_some_and(|(index, format)| {
            let is_known = self.captures.get(index).is_some_and(|capture| capture.range.is_some());
            !is_known || self.again(index, format, at).is_some()
        })
    }

    /// Matches the pieces from `next` on, given the value of a placeholder. The caller has compared a literal at
    /// `next`.
    fn attempt(&mut self, index: usize, range: Range<usize>, value: Option<TypedValue>, next: usize) -> Option<usize> {
        self.consume(1);
        let (next, end) = match self.pieces.get(next) {
            Some(Piece::Literal(literal)) => (next + 1, range.end + literal.len()),
            _ => (next, range.end),
        };
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
