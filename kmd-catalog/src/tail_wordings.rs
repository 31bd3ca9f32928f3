//! The texts of a message with tails.

use crate::template::Piece;

/// Returns the pieces of the template with each non-empty selection of the tails. Selections of more tails come first,
/// and selections of equally many tails are in the order of the tails.
pub(crate) fn tail_wordings(template: &[Piece], tails: &[&[Piece]]) -> Vec<Vec<Piece>> {
    let count = tails.len();
    // The first tail is the highest bit, so that a greater number has earlier tails.
    let mut selections: Vec<usize> = (1..1 << count).collect();
    selections.sort_by_key(|&selection: &usize| std::cmp::Reverse((selection.count_ones(), selection)));
    let selected = |selection: usize| {
        let is_selected = move |index: &usize| selection >> (count - 1 - index) & 1 == 1;
        (0..count).filter(is_selected).flat_map(|index| tails[index])
    };
    selections.into_iter().map(|selection| joined(template.iter().chain(selected(selection)))).collect()
}

/// Returns the pieces with neighboring literals joined.
fn joined<'p>(pieces: impl Iterator<Item = &'p Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (joined.last_mut(), piece) {
            (Some(Piece::Literal(text)), Piece::Literal(more)) => text.push_str(more),
            _ => joined.push(piece.clone()),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::{Piece, tail_wordings};
    use crate::format_spec::FormatSpec;

    fn pieces(parts: &[&str]) -> Vec<Piece> {
        let piece = |part: &&str| match part.strip_prefix('{') {
            Some(name) => Piece::Placeholder(name.trim_end_matches('}').to_owned(), FormatSpec::default()),
            None => Piece::Literal((*part).to_owned()),
        };
        parts.iter().map(piece).collect()
    }

    #[test]
    fn most_tails_come_first() {
        let (template, a, b, c) =
            (pieces(&["x ", "{x}"]), pieces(&[" a ", "{a}"]), pieces(&[" b ", "{b}"]), pieces(&[" c ", "{c}"]));
        let shown = |tails: &[&[Piece]]| -> Vec<String> {
            let show = |piece: &Piece| match piece {
                Piece::Literal(text) => text.clone(),
                Piece::Placeholder(name, _) => format!("<{name}>"),
            };
            tail_wordings(&template, tails).iter().map(|pieces| pieces.iter().map(show).collect()).collect()
        };
        assert_eq!(shown(&[]), [""; 0]);
        assert_eq!(shown(&[&a]), ["x <x> a <a>"]);
        assert_eq!(shown(&[&a, &b]), ["x <x> a <a> b <b>", "x <x> a <a>", "x <x> b <b>"]);
        assert_eq!(
            shown(&[&a, &b, &c]),
            [
                "x <x> a <a> b <b> c <c>",
                "x <x> a <a> b <b>",
                "x <x> a <a> c <c>",
                "x <x> b <b> c <c>",
                "x <x> a <a>",
                "x <x> b <b>",
                "x <x> c <c>",
            ]
        );
    }

    #[test]
    fn neighboring_literals_are_joined() {
        let template = pieces(&["{x}", " is up"]);
        let tails = [pieces(&[" (", "{a}", ")"]), pieces(&[", ", "{b}"])];
        let wordings = tail_wordings(&template, &[&tails[0], &tails[1]]);
        assert_eq!(wordings[0], pieces(&["{x}", " is up (", "{a}", "), ", "{b}"]));
        assert_eq!(wordings[2], pieces(&["{x}", " is up, ", "{b}"]));
    }
}
