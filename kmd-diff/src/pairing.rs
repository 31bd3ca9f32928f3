//! The pairs of old and new placeholders of a message.

use kmd_events::{Message, Piece};

/// The placeholders of two versions of a message that are the same one, by their indices.
pub(crate) struct Pairing {
    to_new: Vec<Option<usize>>,
}

impl Pairing {
    /// Pairs the placeholders with the same name. A placeholder without a pair is paired with the one at its place
    /// in a template with the same text, or with the only other one of its type.
    pub(crate) fn new(old: &Message, new: &Message) -> Self {
        let index = |name: &str| new.placeholders().iter().position(|placeholder| placeholder.name() == name);
        let to_new: Vec<Option<usize>> =
            old.placeholders().iter().map(|placeholder| index(placeholder.name())).collect();
        let mut pairing = Self { to_new };
        let removed: Vec<usize> = (0..pairing.to_new.len()).filter(|&index| pairing.to_new[index].is_none()).collect();
        let added: Vec<usize> =
            (0..new.placeholders().len()).filter(|&index| pairing.to_old(index).is_none()).collect();
        let renamed = wordings(new).iter().find_map(|wording| renamed(old.pieces(), wording, &removed, &added));
        match (renamed, &removed[..], &added[..]) {
            (Some(renamed), ..) => renamed.iter().for_each(|&(old, new)| pairing.to_new[old] = Some(new)),
            (None, &[one], &[other])
                if old.placeholders()[one].field_type() == new.placeholders()[other].field_type() =>
            {
                pairing.to_new[one] = Some(other);
            }
            _ => {}
        }
        pairing
    }

    /// Returns the index in the new message.
    pub(crate) fn to_new(&self, old: usize) -> Option<usize> {
        self.to_new.get(old).copied().flatten()
    }

    /// Returns the index in the old message.
    pub(crate) fn to_old(&self, new: usize) -> Option<usize> {
        self.to_new.iter().position(|&index| index == Some(new))
    }

    /// Returns whether two wordings are the same.
    pub(crate) fn is_same(&self, old: &[Piece], new: &[Piece]) -> bool {
        old.len() == new.len()
            && old.iter().zip(new).all(|(old, new)| match (old.placeholder(), new.placeholder()) {
                (Some((index, format)), Some((other, other_format))) => {
                    self.to_new(index) == Some(other) && format == other_format
                }
                (None, None) => old == new,
                _ => false,
            })
    }
}

/// Returns the templates of a message, with each selection of its tails, in the order of the parser.
pub(crate) fn wordings(message: &Message) -> Vec<&'static [Piece]> {
    let mut wordings = message.tail_wordings().to_vec();
    wordings.push(message.pieces());
    wordings.extend(message.alternative_pieces());
    wordings
}

/// Returns the pairs of two wordings that differ only in the names of placeholders. There is at least one.
fn renamed(old: &[Piece], new: &[Piece], removed: &[usize], added: &[usize]) -> Option<Vec<(usize, usize)>> {
    if old.len() != new.len() {
        return None;
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (old, new) in old.iter().zip(new) {
        match (old.placeholder(), new.placeholder()) {
            (Some((old, _)), Some((new, _))) if removed.contains(&old) && added.contains(&new) => {
                if pairs.iter().any(|&(one, other)| (one == old) != (other == new)) {
                    return None;
                }
                pairs.push((old, new));
            }
            // A placeholder that is in both is compared by name elsewhere.
            (Some((old, _)), Some((new, _))) if !removed.contains(&old) && !added.contains(&new) => {}
            (None, None) if old == new => {}
            _ => return None,
        }
    }
    (!pairs.is_empty()).then_some(pairs)
}

/// Returns the template of a wording, with the given names of its placeholders.
pub(crate) fn template<'n>(pieces: &[Piece], name: impl Fn(usize) -> &'n str) -> String {
    let piece = |piece: &Piece| match (piece, piece.placeholder()) {
        (Piece::Literal(text), _) => text.replace('{', "{{").replace('}', "}}"),
        (_, Some((index, format))) => match format.to_string() {
            format if format.is_empty() => format!("{{{}}}", name(index)),
            format => format!("{{{}:{format}}}", name(index)),
        },
        _ => String::new(),
    };
    pieces.iter().map(piece).collect()
}

/// Returns a text as a string of YAML.
pub(crate) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
