//! Proofs that each line of an old wording is parsed to the same values.
//!
//! A parser takes the first wording that matches the whole text. So the lines of an old wording keep their values if the
//! first new wording that can match any of them is the old one, and if its placeholders read the same values. There are two
//! reasons for the latter. Either nothing of them changed, so that the parser does the same. Or the place of each value is
//! certain, because no value can have the character of the text next to it, and the new type reads each value of the old one
//! as the same.
//!
//! A text that ends with a space is first parsed without it. Then it must match no other new wording, not even at its
//! beginning.

use kmd_events::{FieldType, FormatSpec, Message, Piece, Placeholder, Radix};

use crate::disjoint::{are_disjoint, begins_apart, can_be_empty, can_contain, takes_any_text};
use crate::pairing::{Pairing, wordings};

/// Returns whether each line of the old wording at `index` is parsed to the same values. `rivals` are the other new messages
/// for whose texts a line could be taken.
pub(crate) fn is_kept(
    old: &Message,
    new: &Message,
    pairing: &Pairing,
    index: usize,
    rivals: &[&'static Message],
) -> bool {
    let (olds, news) = (wordings(old), wordings(new));
    let Some(wording) = olds.get(index).copied() else { return false };
    let is_apart = |other: &[Piece], message: &Message| are_disjoint((wording, old), (other, message));
    let Ok(without_space) = without_space(old, wording) else {
        return is_identical(old, new, pairing) && rivals.is_empty();
    };
    if rivals.iter().any(|rival| may_take(rival, old, wording)) {
        return false;
    }
    if is_identical(old, new, pairing) {
        return true;
    }
    let pair = |one: usize| {
        let other = pairing.to_new(one).and_then(|other| new.placeholders().get(other));
        old.placeholders().get(one).zip(other)
    };
    let is_alike = |one: usize| pair(one).is_some_and(|(one, other)| is_read_alike(one, other));
    let are_alike = |pieces: &[Piece]| pieces.iter().filter_map(|it| it.placeholder()).all(|(one, _)| is_alike(one));
    // A placeholder that is not in the wording has no value, or an empty one.
    let is_used = |one: usize| wording.iter().any(|piece| piece.placeholder().is_some_and(|(used, _)| used == one));
    let mut unused = (0..old.placeholders().len()).filter(|&one| !is_used(one)).filter_map(pair);
    if unused.any(|(one, other)| one.is_optional() != other.is_optional()) {
        return false;
    }
    // The wordings that a text can begin with.
    let (tails, new_tails) = (old.tail_wordings().len(), new.tail_wordings().len());
    let is_known = |at: usize, other: &[Piece]| {
        let mut known = olds.iter().enumerate().filter(|(before, _)| at > new_tails || *before <= tails);
        let is_alike = |at: usize, known: &[Piece]| {
            are_alike(known) || at == index && is_certain_at_beginning(old, new, pairing, wording)
        };
        known.any(|(at, known)| pairing.is_same(known, other) && is_alike(at, known))
    };
    if let Some(shorter) = &without_space {
        let mut others = news.iter().enumerate().filter(|(at, other)| !is_known(*at, other));
        let is_apart = |(at, other): (usize, &&[Piece])| {
            let (one, other) = ((&**shorter, old), (*other, new));
            are_disjoint(one, other) && (at > new_tails || begins_apart(one, other))
        };
        if !others.all(is_apart) {
            return false;
        }
    }
    // The lines of this wording are of no earlier one, and the first new one is the same.
    let is_own = olds.iter().take(index).all(|other| is_apart(other, old));
    let first = news.iter().find(|other| !is_apart(other, new));
    let is_first = first.is_some_and(|first| pairing.is_same(wording, first));
    if is_own && is_first && (are_alike(wording) || is_certain(old, new, pairing, wording)) {
        return true;
    }
    (0..old.placeholders().len()).all(is_alike) && is_in_order(old, new, pairing)
}

/// Returns whether a text of a wording can end with a space that has a meaning. If it is not certain, it can.
pub(crate) fn can_end_with_a_space(message: &Message, wording: &[Piece]) -> bool {
    !matches!(without_space(message, wording), Ok(None))
}

/// Returns whether a line of an old wording can be one of another new message. If it is not certain, it can.
pub(crate) fn may_take(rival: &Message, old: &Message, wording: &[Piece]) -> bool {
    let Ok(shorter) = without_space(old, wording) else { return true };
    let begins =
        |other: &[Piece]| shorter.as_ref().is_some_and(|shorter| !begins_apart((shorter, old), (other, rival)));
    wordings(rival).into_iter().any(|other| !are_disjoint((wording, old), (other, rival)) || begins(other))
}

/// Returns whether a parser does the same with both messages.
pub(crate) fn is_identical(old: &Message, new: &Message, pairing: &Pairing) -> bool {
    let (olds, news) = (wordings(old), wordings(new));
    let is_alike = |(index, one): (usize, &Placeholder)| {
        let other = pairing.to_new(index).and_then(|other| new.placeholders().get(other));
        other.is_some_and(|other| is_read_alike(one, other))
    };
    olds.len() == news.len()
        && old.tail_wordings().len() == new.tail_wordings().len()
        && old.placeholders().len() == new.placeholders().len()
        && old.placeholders().iter().enumerate().all(is_alike)
        && olds.iter().zip(&news).all(|(one, other)| pairing.is_same(one, other))
}

/// Returns the pieces of a text of a wording without the space at its end, or `None` if it does not end with one that has a
/// meaning.
///
/// # Errors
///
/// Returns an error if the space can be in a word.
fn without_space(message: &Message, wording: &[Piece]) -> Result<Option<Vec<Piece>>, ()> {
    let mut pieces = wording.to_vec();
    if let Some((index, _)) = pieces.last().and_then(|piece| piece.placeholder()) {
        let Some(placeholder) = message.placeholders().get(index) else { return Err(()) };
        let mut words = placeholder.words().iter().copied().chain(placeholder.absent());
        if words.any(|word| word.ends_with(' ')) {
            return Err(());
        }
        if !can_be_empty(placeholder) {
            return Ok(None);
        }
        pieces.pop();
    }
    match pieces.pop() {
        Some(Piece::Literal(text)) => Ok(text.strip_suffix(' ').map(|text| {
            pieces.extend((!text.is_empty()).then_some(Piece::Literal(text)));
            pieces
        })),
        // Another value is before an empty one.
        Some(_) => Err(()),
        None => Ok(None),
    }
}

/// Returns whether the new message has all old wordings in the same order, and each other one before the last of them matches
/// no line of an old one.
fn is_in_order(old: &Message, new: &Message, pairing: &Pairing) -> bool {
    let olds = wordings(old);
    let mut next = olds.iter().peekable();
    for other in wordings(new) {
        match next.peek() {
            None => return true,
            Some(wording) if pairing.is_same(wording, other) => {
                next.next();
            }
            Some(_) if olds.iter().all(|wording| are_disjoint((wording, old), (other, new))) => {}
            Some(_) => return false,
        }
    }
    next.peek().is_none()
}

/// Returns whether a parser treats two placeholders alike.
pub(crate) fn is_read_alike(old: &Placeholder, new: &Placeholder) -> bool {
    is_same_type(old, new) && old.absent() == new.absent() && old.is_optional() == new.is_optional()
}

fn is_same_type(old: &Placeholder, new: &Placeholder) -> bool {
    old.field_type() == new.field_type()
        && old.unit() == new.unit()
        && old.has_brackets() == new.has_brackets()
        && old.is_open() == new.is_open()
        && (old.is_open() || old.words() == new.words())
}

/// A placeholder in a wording.
struct Use<'m> {
    /// The index of the piece.
    at: usize,
    /// The index of the placeholder.
    index: usize,
    old: &'m Placeholder,
    new: &'m Placeholder,
    format: FormatSpec,
}

/// Returns whether the place of each value of a wording is certain, and the new types read each value as the same. From the
/// left, the end of a value is certain before a character that it cannot contain. From the right, its start is certain after
/// such a character. One value may remain between those. More values may remain if they did not change, since a parser splits
/// the text between the others as before.
fn is_certain(old: &Message, new: &Message, pairing: &Pairing, wording: &[Piece]) -> bool {
    let Some(values) = uses(old, new, pairing, wording) else { return false };
    let literal = |at: Option<usize>| match at.and_then(|at| wording.get(at)) {
        Some(Piece::Literal(text)) => Some(text.as_bytes()),
        _ => None,
    };
    let ends = |value: &&Use<'_>| {
        let next = literal(Some(value.at + 1)).and_then(<[u8]>::first);
        // A text ends where the text after it occurs first.
        let is_apart = |&byte: &u8| {
            !can_contain(value.old, value.format, byte)
                && (takes_any_text(value.new) || !can_contain(value.new, value.format, byte))
        };
        value.at + 1 == wording.len() || next.is_some_and(is_apart)
    };
    let starts = |value: &&Use<'_>| {
        let previous = literal(value.at.checked_sub(1)).and_then(<[u8]>::last);
        let contains = |byte| can_contain(value.old, value.format, byte) || can_contain(value.new, value.format, byte);
        value.at == 0 || previous.is_some_and(|&byte| !contains(byte))
    };
    let from_left = values.iter().take_while(ends).count();
    let from_right = values.iter().rev().take_while(starts).count();
    let has_values_apart = wording.windows(2).all(|pair| pair.iter().any(|piece| matches!(piece, Piece::Literal(_))));
    let between = values.get(from_left..values.len().saturating_sub(from_right)).unwrap_or_default();
    let is_split_as_before = between.len() <= 1 || between.iter().all(|value| is_read_alike(value.old, value.new));
    is_split_as_before && has_values_apart
}

/// Returns whether the values that changed are at the beginning of a wording, where the end of each value is certain. So they
/// have the same places in each text with the same beginning.
pub(crate) fn is_certain_at_beginning(old: &Message, new: &Message, pairing: &Pairing, wording: &[Piece]) -> bool {
    let Some(values) = uses(old, new, pairing, wording) else { return false };
    let ends = |value: &&Use<'_>| match wording.get(value.at + 1) {
        Some(Piece::Literal(text)) => text.bytes().next().is_some_and(|byte| {
            !can_contain(value.old, value.format, byte) && !can_contain(value.new, value.format, byte)
        }),
        _ => false,
    };
    let certain = values.iter().take_while(ends).count();
    values.iter().skip(certain).all(|value| is_read_alike(value.old, value.new))
}

/// Returns the uses of placeholders in a wording, or `None` if one is used twice, or if its new type does not read each value
/// as the same.
fn uses<'m>(old: &'m Message, new: &'m Message, pairing: &Pairing, wording: &[Piece]) -> Option<Vec<Use<'m>>> {
    let mut values: Vec<Use<'_>> = Vec::new();
    for (at, piece) in wording.iter().enumerate() {
        let Some((index, format)) = piece.placeholder() else { continue };
        let old = old.placeholders().get(index)?;
        let new = pairing.to_new(index).and_then(|other| new.placeholders().get(other))?;
        if values.iter().any(|known| known.index == index) || !keeps_values(old, new, format) {
            return None;
        }
        values.push(Use { at, index, old, new, format });
    }
    Some(values)
}

/// Returns whether the new placeholder reads each text of a value of the old one as the same value.
fn keeps_values(old: &Placeholder, new: &Placeholder, format: FormatSpec) -> bool {
    if old.absent() != new.absent() {
        return false;
    }
    if is_same_type(old, new) {
        return true;
    }
    if let (Some((least, greatest)), Some((new_least, new_greatest))) =
        (old.field_type().range(), new.field_type().range())
    {
        // In another radix, a negative number has the digits of its type.
        let is_positive = least >= 0 || format.radix == Radix::Decimal;
        return new_least <= least && greatest <= new_greatest && is_positive;
    }
    match old.field_type() {
        FieldType::Enum if new.field_type() == FieldType::Enum && !old.is_open() && !new.is_open() => {
            old.words().iter().all(|word| new.words().contains(word))
        }
        FieldType::Enum | FieldType::Text | FieldType::Ip | FieldType::Prefix => takes_any_text(new),
        FieldType::Socket => takes_any_text(new) && old.has_brackets(),
        FieldType::Mac => takes_any_text(new) && format == FormatSpec::PLAIN,
        _ => false,
    }
}
