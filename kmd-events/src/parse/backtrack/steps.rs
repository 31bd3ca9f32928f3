//! Tests that count the bytes that a search reads, which do not depend on the machine.

use std::format;
use std::string::String;
use std::vec::Vec;

use super::{Capture, Failure, Matcher};
use crate::parse::anchor::Anchor;
use crate::{FieldType, KmdTag, Message, Piece};

/// Returns the number of bytes that the search for a wording reads if it has no limit.
fn steps(message: &Message, pieces: &[Piece], text: &str, anchor: Anchor) -> usize {
    let placeholders = message.placeholders();
    let mut captures: Vec<Capture> = placeholders.iter().map(|_| Capture::EMPTY).collect();
    let mut matcher = Matcher {
        captures: &mut captures,
        placeholders,
        pieces,
        text: text.as_bytes(),
        anchor,
        budget: usize::MAX,
        furthest_failure: (0, Failure::TrailingText { start: 0 }),
    };
    matcher.from(0, 0);
    usize::MAX - matcher.budget
}

/// Returns a text for each piece, which a value of its type can have.
fn texts(message: &Message, pieces: &[Piece]) -> Vec<&'static str> {
    let text = |piece: &Piece| match (piece, piece.placeholder()) {
        (Piece::Literal(literal), _) => *literal,
        (_, Some((index, _))) => match message.placeholders()[index].field_type() {
            FieldType::Text | FieldType::Enum => "a",
            FieldType::Ip => "1::2",
            _ => "7",
        },
        _ => "",
    };
    pieces.iter().map(text).collect()
}

/// Each text begins like the message up to some piece, and then repeats some of its other pieces. The text of such a kind that is
/// longest in comparison is the one that would take quadratic time.
#[test]
fn a_search_reads_at_most_a_linear_number_of_bytes() {
    let mut searches = 0;
    let mut most = 0;
    for message in KmdTag::ALL.iter().map(|tag| tag.message()) {
        let wordings = [message.pieces()].into_iter().chain(message.alternative_pieces().iter().copied());
        for pieces in wordings.chain(message.tail_wordings().iter().copied()) {
            let texts = texts(message, pieces);
            for (begin, from, to) in (0..texts.len()).flat_map(|from| {
                let ends = (from + 1)..texts.len().min(from + 3) + 1;
                ends.flat_map(move |to| [0, from, to].map(|begin| (begin, from, to)))
            }) {
                let (begin, part) = (texts[..begin].concat(), texts[from..to].concat());
                let text = |count: usize, end: &str| -> String { format!("{begin}{}{end}", part.repeat(count)) };
                for (end, anchor) in [("", Anchor::Full), ("", Anchor::Prefix), ("!", Anchor::Full)] {
                    let [one, ten] = [30, 300].map(|count| steps(message, pieces, &text(count, end), anchor));
                    // In quadratic time, it would be a hundred times as much.
                    assert!(ten <= 15 * one + 1_000, "{}: {one}, {ten}: {}", message.tag(), text(3, end));
                    most = most.max(ten / text(300, end).len());
                    searches += 1;
                }
            }
        }
    }
    assert!(searches > 10_000, "{searches}");
    // The budget of a search is four bytes per byte and piece.
    assert!(most < 30, "{most}");
}
