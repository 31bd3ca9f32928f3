//! Proofs that each line of an old wording is parsed to the same values.
//!
//! A parser takes the first wording that matches the whole text. So the lines of an old wording keep their values if the
//! first new wording that can match any of them is the old one, and if its placeholders read the same values. There are two
//! reasons for the latter. Either nothing of them changed, so that the parser does the same. Or the end of each value is
//! certain, because no value can have the first character of the text after it, and the new type reads each value of the
//! old one as the same.

use kmd_events::{FieldType, FormatSpec, Message, Piece, Placeholder, Radix};

use super::pairing::{Pairing, wordings};

/// Returns whether each line of the old wording at `index` is parsed to the same values. `rivals` are the other new messages
/// for whose texts a line could be taken.
pub(crate) fn is_kept(old: &Message, new: &Message, pairing: &Pairing, index: usize, rivals: &[&Message]) -> bool {
    let (olds, news) = (wordings(old), wordings(new));
    let Some(wording) = olds.get(index).copied() else { return false };
    let is_apart = |other: &[Piece], message: &Message| are_disjoint((wording, old), (other, message));
    if rivals.iter().any(|rival| wordings(rival).iter().any(|other| !is_apart(other, rival))) {
        return false;
    }
    let pair = |one: usize| {
        let other = pairing.to_new(one).and_then(|other| new.placeholders().get(other));
        old.placeholders().get(one).zip(other)
    };
    let indices = 0..old.placeholders().len();
    let is_unchanged = indices.clone().all(|one| pair(one).is_some_and(|(one, other)| is_read_alike(one, other)));
    // A placeholder that is not in the wording has no value, or an empty one.
    let is_used = |one: usize| wording.iter().any(|piece| piece.placeholder().is_some_and(|(used, _)| used == one));
    let mut unused = indices.filter(|&one| !is_used(one)).filter_map(pair);
    if unused.any(|(one, other)| one.is_optional() != other.is_optional()) {
        return false;
    }
    // The lines of this wording are of no earlier one, and the first new one is the same.
    let is_own = olds.iter().take(index).all(|other| is_apart(other, old));
    let first = news.iter().find(|other| !is_apart(other, new));
    let is_first = first.is_some_and(|first| pairing.is_same(wording, first));
    let is_alike = |one: usize| !is_used(one) || pair(one).is_some_and(|(one, other)| is_read_alike(one, other));
    let are_alike = (0..old.placeholders().len()).all(is_alike);
    if is_own && is_first && (are_alike || is_certain(old, new, pairing, wording)) {
        return true;
    }
    is_unchanged && is_in_order(old, new, pairing)
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
fn is_read_alike(old: &Placeholder, new: &Placeholder) -> bool {
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
/// such a character. One value may remain between those.
fn is_certain(old: &Message, new: &Message, pairing: &Pairing, wording: &[Piece]) -> bool {
    let mut values: Vec<Use<'_>> = Vec::new();
    for (at, piece) in wording.iter().enumerate() {
        let Some((index, format)) = piece.placeholder() else { continue };
        let other = pairing.to_new(index).and_then(|other| new.placeholders().get(other));
        let (Some(old), Some(new)) = (old.placeholders().get(index), other) else { return false };
        if values.iter().any(|known| known.index == index) || !keeps_values(old, new, format) {
            return false;
        }
        values.push(Use { at, index, old, new, format });
    }
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
    from_left + from_right + 1 >= values.len() && has_values_apart
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

/// Returns whether any string is a value.
pub(crate) fn takes_any_text(placeholder: &Placeholder) -> bool {
    placeholder.field_type() == FieldType::Text || placeholder.is_open()
}

/// Returns whether the text of a value can contain a byte. If it is not certain, it can.
fn can_contain(placeholder: &Placeholder, format: FormatSpec, byte: u8) -> bool {
    if placeholder.absent().is_some_and(|word| word.as_bytes().contains(&byte)) {
        return true;
    }
    match placeholder.field_type() {
        _ if takes_any_text(placeholder) => true,
        FieldType::Enum => placeholder.words().iter().any(|word| word.as_bytes().contains(&byte)),
        FieldType::Bool => byte.is_ascii_lowercase(),
        FieldType::Duration => byte.is_ascii_digit() || byte == b'.',
        field_type if field_type.range().is_some() && format.radix == Radix::Decimal => {
            byte.is_ascii_digit() || byte == b'-'
        }
        field_type if field_type.range().is_some() => byte.is_ascii_alphanumeric() || byte == b'-',
        _ => byte.is_ascii_alphanumeric() || b".:%[]/+-".contains(&byte),
    }
}

/// Returns whether the text of a value can be empty.
fn can_be_empty(placeholder: &Placeholder) -> bool {
    takes_any_text(placeholder) || placeholder.words().contains(&"") || placeholder.absent() == Some("")
}

/// A part of a wording, in one of the two directions.
enum Part<'m> {
    Literal(Vec<u8>),
    Value(&'m Placeholder, FormatSpec),
}

/// Returns whether two wordings cannot match the same text. If it is not certain, they can.
fn are_disjoint(one: (&[Piece], &Message), other: (&[Piece], &Message)) -> bool {
    let parts = |(pieces, message): (&[Piece], &Message), is_reversed: bool| {
        let part = |piece: &Piece| match (*piece, piece.placeholder()) {
            (Piece::Literal(text), _) if is_reversed => Some(Part::Literal(text.bytes().rev().collect())),
            (Piece::Literal(text), _) => Some(Part::Literal(text.into())),
            (_, Some((index, format))) => Some(Part::Value(message.placeholders.get(index)?, format)),
            _ => None,
        };
        if is_reversed { pieces.iter().rev().map(part).collect() } else { pieces.iter().map(part).collect() }
    };
    [false, true].into_iter().any(|is_reversed| {
        let parts: [Option<Vec<Part<'_>>>; 2] = [parts(one, is_reversed), parts(other, is_reversed)];
        matches!(&parts, [Some(one), Some(other)] if differ(one, other))
    })
}

/// Returns whether two wordings differ where the places of their parts are certain.
fn differ(one: &[Part<'_>], other: &[Part<'_>]) -> bool {
    let mut parts = one.iter().zip(other).enumerate();
    loop {
        let Some((at, pair)) = parts.next() else {
            // The same parts up to the end of one of them.
            return one.len() != other.len() && {
                let longer = if one.len() > other.len() { one } else { other };
                let rest = longer.get(one.len().min(other.len())..).unwrap_or_default();
                rest.iter().any(|part| matches!(part, Part::Literal(_)))
            };
        };
        match pair {
            (Part::Literal(text), Part::Literal(other_text)) => {
                if text.iter().zip(other_text).any(|(byte, other)| byte != other) {
                    return true;
                }
                if text.len() != other_text.len() {
                    let (shorter, rest) = if text.len() < other_text.len() { (one, at + 1) } else { (other, at + 1) };
                    return shorter.len() == rest;
                }
            }
            (Part::Literal(text), Part::Value(placeholder, format))
            | (Part::Value(placeholder, format), Part::Literal(text)) => {
                let first = text.first().copied().unwrap_or_default();
                return !can_be_empty(placeholder) && !can_contain(placeholder, *format, first);
            }
            (Part::Value(value, format), Part::Value(other_value, other_format)) => {
                match (one.get(at + 1), other.get(at + 1)) {
                    (Some(Part::Literal(text)), Some(Part::Literal(other_text))) => {
                        let first = text.first().copied().unwrap_or_default();
                        let is_end = Some(&first) == other_text.first()
                            && !can_contain(value, *format, first)
                            && !can_contain(other_value, *other_format, first);
                        if !is_end {
                            return false;
                        }
                    }
                    _ => return false,
                }
            }
        }
    }
}
