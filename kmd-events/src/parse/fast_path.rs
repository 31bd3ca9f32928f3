//! A text against the pieces of a template, without looking back.
//!
//! Nearly every text of a log is read so: every value ends at the first place where it can, and the rest matches.
//! Then it is what the search of `matcher` would find first, in three quarters of the instructions. Where the rest
//! does not match, nothing is said; the search has to tell.

use crate::parse::Raw;
use crate::{FieldType, Piece, Placeholder, Tag};

use super::backtrack::{last_place, place};
use super::{Input, typed_value};

/// The event, if all of `text` matches at the first try.
#[inline]
pub(super) fn event<'a, T: Tag>(
    tag: T,
    pieces: &'static [Piece],
    text: Input<'a>,
) -> Option<T::Event<'a>> {
    let mut values = Straight {
        placeholders: tag.message().placeholders().iter().enumerate(),
        pieces,
        text,
        at: 0,
    };
    let event = tag.build(&mut values)?;
    values.literal();
    let all = values.pieces.is_empty() && values.at == text.bytes.len();
    all.then_some(event)
}

/// The values of the placeholders, each of which is read when it is asked for.
struct Straight<'a> {
    /// Those that are still to be read.
    placeholders: core::iter::Enumerate<core::slice::Iter<'static, Placeholder>>,
    pieces: &'static [Piece],
    text: Input<'a>,
    at: usize,
}

impl<'a> Iterator for Straight<'a> {
    type Item = Raw<'a>;

    fn next(&mut self) -> Option<Raw<'a>> {
        self.literal();
        let (index, placeholder) = self.placeholders.next()?;
        // A placeholder that is here twice, not at all or in another order is left to the search.
        let (Piece::Placeholder(found), behind) = self.pieces.split_first()? else {
            return None;
        };
        if *found != index {
            return None;
        }
        self.pieces = behind;
        let start = self.at;
        let rest = self.text.bytes.get(start..)?;
        let literal = match behind {
            [] => None,
            [Piece::Literal(literal), ..] => Some(literal.as_bytes()),
            [Piece::Placeholder(_), ..] => return None,
        };
        match placeholder.field_type() {
            FieldType::Text => {
                self.at = match literal {
                    None => self.text.bytes.len(),
                    Some(literal) if behind.len() == 1 => {
                        last_place(self.text.bytes, start, literal)?
                    }
                    Some(literal) => place(self.text.bytes, start, literal)?,
                };
                Some(Raw::Text(self.text.text(start, self.at)))
            }
            strict => {
                let may_end = |behind: &[u8]| match literal {
                    Some(literal) => behind.starts_with(literal),
                    None => behind.is_empty(),
                };
                let (value, length) = typed_value::shortest(strict, rest, may_end)?;
                self.at += length;
                Some(value.into())
            }
        }
    }
}

impl Straight<'_> {
    /// Goes on behind a literal, if the next piece is one and stands here.
    fn literal(&mut self) {
        if let [Piece::Literal(literal), behind @ ..] = self.pieces {
            let rest = self.text.bytes.get(self.at..).unwrap_or_default();
            if rest.starts_with(literal.as_bytes()) {
                self.at += literal.len();
                self.pieces = behind;
            }
        }
    }
}
