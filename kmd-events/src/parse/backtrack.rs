//! A text against the pieces of a template.
//!
//! Every placeholder takes as little as lets the whole match. A value of type `text` ends where the literal
//! behind it stands, and if what follows does not match, at the next place where it stands. Once all of
//! these have failed, they fail for every later start of the value too, so no place is tried twice for one
//! placeholder: that keeps the work linear. An address or integer has few places to end at.
//!
//! Two things could need more: a placeholder that is used twice, whose first value decides what matches
//! later, so that places are tried again; and many addresses in a row. There a bound on the number of tries
//! keeps the work linear, and a text that needs more is refused.

use crate::{FieldType, Piece, Placeholder};

use super::typed_value::{self, Strict};

/// How a text may end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// With the template.
    Whole,
    /// Anyhow: the rest is handed out.
    Open,
}

/// Where a value stands, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Why nothing matches, at the place that came furthest.
#[derive(Clone, Copy, Debug)]
pub(super) enum Failure {
    /// The type of the placeholder refuses what starts here; `piece` is its index among the pieces.
    Value { piece: usize, start: usize },
    /// Something else than the placeholder's first value.
    Differs {
        piece: usize,
        start: usize,
        first: Span,
    },
    /// The literal does not stand here or, behind a text, nowhere from here on.
    Literal { piece: usize, start: usize },
    /// The text goes on behind the template.
    Rest { start: usize },
    /// More tries than are made.
    Bound,
}

impl Failure {
    /// Where it is, in bytes; of what was given up, further than anything.
    pub(super) fn start(self) -> usize {
        match self {
            Self::Value { start, .. }
            | Self::Differs { start, .. }
            | Self::Literal { start, .. }
            | Self::Rest { start } => start,
            Self::Bound => usize::MAX,
        }
    }
}

/// What is known of a placeholder.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// Where its value stands.
    pub(super) span: Option<Span>,
    /// The value, unless it is a text.
    pub(super) value: Option<Strict>,
    /// A text that starts here or later lets nothing match.
    dead: usize,
}

impl Slot {
    pub(super) const EMPTY: Self = Self {
        span: None,
        value: None,
        dead: usize::MAX,
    };
}

/// How many bytes are looked at before a short text is refused: a few milliseconds.
const LEAST_WORK: usize = 1 << 18;

/// Fills `slots`, one a placeholder, with the values of the first match of `text`, and says where it ends.
pub(super) fn find(
    slots: &mut [Slot],
    placeholders: &[Placeholder],
    pieces: &[Piece],
    text: &[u8],
    end: End,
) -> Result<usize, Failure> {
    let mut search = Search {
        slots,
        placeholders,
        pieces,
        text,
        end,
        work: text
            .len()
            .saturating_mul(4 * (pieces.len() + 1))
            .max(LEAST_WORK),
        furthest: (0, Failure::Rest { start: 0 }),
    };
    let all = search.from(0, 0);
    all.ok_or(match search.work {
        0 => Failure::Bound,
        _ => search.furthest.1,
    })
}

struct Search<'s> {
    slots: &'s mut [Slot],
    placeholders: &'s [Placeholder],
    pieces: &'s [Piece],
    text: &'s [u8],
    end: End,
    /// How many more bytes are looked at.
    work: usize,
    /// The index of the last piece that was reached, and what happened there last.
    furthest: (usize, Failure),
}

impl Search<'_> {
    /// Where the match of all pieces from `piece` on ends, if they match from `at` on.
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
                Some(&Piece::Placeholder(index)) => {
                    let Some(first) = self.slots.get(index)?.span else {
                        return match self.placeholders.get(index)?.field_type() {
                            FieldType::Text => self.text(piece, index, at),
                            strict => self.strict(piece, index, strict, at),
                        };
                    };
                    let value = self.text.get(first.start..first.end)?;
                    // A comparison takes sixteen bytes at a time or more.
                    self.spend(value.len() / 16);
                    if !self.text.get(at..)?.starts_with(value) {
                        let start = at;
                        return self.fail(
                            piece,
                            Failure::Differs {
                                piece,
                                start,
                                first,
                            },
                        );
                    }
                    at += value.len();
                }
            }
            piece += 1;
        }
    }

    /// The text ends with the template, or may go on.
    fn finish(&mut self, piece: usize, at: usize) -> Option<usize> {
        if self.end == End::Open || at == self.text.len() {
            return Some(at);
        }
        self.fail(piece, Failure::Rest { start: at })
    }

    /// A value of type `text`, up to the first of the places where the next literal stands that lets the
    /// whole match.
    fn text(&mut self, piece: usize, index: usize, start: usize) -> Option<usize> {
        let next = piece + 1;
        let Some(Piece::Literal(literal)) = self.pieces.get(next) else {
            // The last piece takes everything. No catalogue has a placeholder beside another.
            let end = self.text.len();
            return self.attempt(index, Span { start, end }, None, next);
        };
        let literal = literal.as_bytes();
        let dead = self.slots.get(index)?.dead;
        if start >= dead {
            return None;
        }
        let last = self.end == End::Whole && next + 1 == self.pieces.len();
        let until = self.text.len().min(dead.saturating_add(literal.len()));
        let mut from = start;
        loop {
            let found = if last {
                last_place(self.text, from, literal)
            } else {
                place(&self.text[..until], from, literal)
            };
            let Some(end) = found else {
                self.spend(until.saturating_sub(from));
                break;
            };
            self.spend(end - from);
            if end >= dead {
                break;
            }
            if let Some(all) = self.attempt(index, Span { start, end }, None, next) {
                return Some(all);
            }
            if self.work == 0 {
                return None;
            }
            from = end + 1;
        }
        if from == start && dead == usize::MAX {
            self.absent(next, start, literal);
        }
        if !self.repeats() {
            self.slots.get_mut(index)?.dead = start;
        }
        None
    }

    /// Whether a placeholder is used twice: then what failed behind one value need not fail behind another.
    #[cold]
    fn repeats(&self) -> bool {
        let mut seen = 0_u64;
        self.pieces.iter().any(|piece| {
            // A catalogue's messages have at most 64 placeholders; two of more could share a bit, which
            // costs time and nothing else.
            let bit = match piece {
                Piece::Literal(_) => 0,
                Piece::Placeholder(index) => 1 << (index % 64),
            };
            let again = seen & bit != 0;
            seen |= bit;
            again
        })
    }

    /// A literal that is nowhere behind a text; or, as the last piece of the whole, not at the end.
    #[cold]
    fn absent(&mut self, piece: usize, start: usize, literal: &[u8]) {
        self.spend(self.text.len() - start);
        let failure = match place(self.text, start, literal) {
            Some(found) => Failure::Rest {
                start: found + literal.len(),
            },
            None => Failure::Literal { piece, start },
        };
        self.fail(piece, failure);
    }

    /// A value of any other type, up to the first place that lets the whole match.
    fn strict(
        &mut self,
        piece: usize,
        index: usize,
        field_type: FieldType,
        start: usize,
    ) -> Option<usize> {
        let rest = self.text.get(start..)?;
        let next = piece + 1;
        let literal = match self.pieces.get(next) {
            Some(Piece::Literal(literal)) => Some(literal.as_bytes()),
            _ => None,
        };
        let open = literal.is_none() && self.end == End::Open;
        let mut lengths = typed_value::lengths(field_type, rest);
        let mut fits = false;
        while lengths != 0 {
            // What an open end leaves is no part of the value, so there the longest is the one.
            let length = if open {
                lengths.ilog2()
            } else {
                lengths.trailing_zeros()
            };
            lengths &= !(1 << length);
            let (value, behind) = rest.split_at_checked(length as usize)?;
            let ends_here = match literal {
                Some(literal) => behind.starts_with(literal),
                None if open => !typed_value::is_cut(field_type, value, behind),
                None => behind.is_empty(),
            };
            if !ends_here {
                continue;
            }
            self.spend(value.len());
            let Some(read) = typed_value::value(field_type, value) else {
                continue;
            };
            fits = true;
            let end = start + value.len();
            if let Some(all) = self.attempt(index, Span { start, end }, Some(read), next) {
                return Some(all);
            }
            if self.work == 0 {
                return None;
            }
        }
        if fits {
            return None;
        }
        self.strict_failure(piece, field_type, start)
    }

    /// Either the value is none of the type, or it is, and something else than the next literal follows.
    #[cold]
    fn strict_failure(
        &mut self,
        piece: usize,
        field_type: FieldType,
        start: usize,
    ) -> Option<usize> {
        // Only the place that came furthest is reported.
        if piece < self.furthest.0 {
            return None;
        }
        let rest = self.text.get(start..)?;
        let mut lengths = typed_value::lengths(field_type, rest);
        let mut good = None;
        while lengths != 0 && good.is_none() {
            let (value, behind) = rest.split_at_checked(lengths.ilog2() as usize)?;
            lengths &= !(1 << lengths.ilog2());
            self.spend(value.len());
            if !typed_value::is_cut(field_type, value, behind)
                && typed_value::value(field_type, value).is_some()
            {
                good = Some(start + value.len());
            }
        }
        let (reached, failure) = match (good, self.pieces.get(piece + 1)) {
            (Some(start), Some(Piece::Literal(_))) => {
                let piece = piece + 1;
                (piece, Failure::Literal { piece, start })
            }
            (Some(start), None) => (piece + 1, Failure::Rest { start }),
            _ => (piece, Failure::Value { piece, start }),
        };
        self.fail(reached, failure)
    }

    /// The pieces from `next` on, with this value.
    fn attempt(
        &mut self,
        index: usize,
        span: Span,
        value: Option<Strict>,
        next: usize,
    ) -> Option<usize> {
        self.spend(1);
        let slot = self.slots.get_mut(index)?;
        (slot.span, slot.value) = (Some(span), value);
        let all = self.from(next, span.end);
        if all.is_none() {
            self.slots.get_mut(index)?.span = None;
        }
        all
    }

    fn spend(&mut self, bytes: usize) {
        self.work = self.work.saturating_sub(bytes);
    }

    fn fail(&mut self, piece: usize, failure: Failure) -> Option<usize> {
        if piece >= self.furthest.0 {
            self.furthest = (piece, failure);
        }
        None
    }
}

/// Where `literal` stands in `text` first, from `start` on.
pub(super) fn place(text: &[u8], start: usize, literal: &[u8]) -> Option<usize> {
    let (&first, _) = literal.split_first()?;
    let last = *literal.last()?;
    // Where it can begin; the byte where it would end rules most of these places out.
    let begins = text.len().checked_sub(literal.len() - 1)?;
    let begins = text.get(start..begins)?;
    let ends = text.get(start + literal.len() - 1..)?;
    let mut places = begins.iter().zip(ends).enumerate();
    places
        .find(|&(at, (begin, end))| {
            *begin == first && *end == last && text[start + at..].starts_with(literal)
        })
        .map(|(at, _)| start + at)
}

/// Where `literal` stands if it ends `text`, at `start` or later.
pub(super) fn last_place(text: &[u8], start: usize, literal: &[u8]) -> Option<usize> {
    let at = text.len().checked_sub(literal.len())?;
    (at >= start && text.ends_with(literal)).then_some(at)
}
