//! The grammar of a message text: literal text, `{placeholder}`, and `{{` and `}}` for braces.

use std::collections::HashSet;
use std::fmt;

/// A part of a message text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text that stands in every such message; never empty, and never two in a row.
    Literal(String),
    /// The name between the braces.
    Placeholder(String),
}

/// Why a text is no template.
#[derive(Debug, PartialEq, Eq)]
pub enum TemplateError {
    /// A `{` without its `}`.
    Unclosed,
    /// A `}` without its `{`.
    Unopened,
    /// `{}`.
    Unnamed,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unclosed => "`{` without `}`; write `{name}`, or `{{` for a brace",
            Self::Unopened => "`}` without `{`; write `{name}`, or `}}` for a brace",
            Self::Unnamed => {
                "a placeholder without a name; write `{name}`, or `{{}}` for two braces"
            }
        })
    }
}

/// The pieces of `text`, in order.
pub fn parse(text: &str) -> Result<Vec<Piece>, TemplateError> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        literal.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(brace) {
            literal.push_str(brace);
            rest = after;
        } else if brace == "}" {
            return Err(TemplateError::Unopened);
        } else {
            let (name, after) = rest.split_once('}').ok_or(TemplateError::Unclosed)?;
            if name.contains('{') {
                return Err(TemplateError::Unclosed);
            }
            if name.is_empty() {
                return Err(TemplateError::Unnamed);
            }
            if !literal.is_empty() {
                pieces.push(Piece::Literal(std::mem::take(&mut literal)));
            }
            pieces.push(Piece::Placeholder(name.to_owned()));
            rest = after;
        }
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    Ok(pieces)
}

/// The names of the placeholders, each once, in the order of their first use.
pub fn placeholder_names(pieces: &[Piece]) -> impl Iterator<Item = &str> {
    let mut seen = HashSet::new();
    pieces.iter().filter_map(move |piece| match piece {
        Piece::Placeholder(name) => seen.insert(&**name).then_some(&**name),
        Piece::Literal(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Piece, TemplateError, parse};

    #[test]
    fn texts_and_their_pieces() {
        let literal = |text: &str| Piece::Literal(text.to_owned());
        let placeholder = |name: &str| Piece::Placeholder(name.to_owned());
        for (text, pieces) in [
            ("", vec![]),
            ("New Group mode", vec![literal("New Group mode")]),
            ("{a}", vec![placeholder("a")]),
            (
                "peer {remote-address}:{remote-port}.",
                vec![
                    literal("peer "),
                    placeholder("remote-address"),
                    literal(":"),
                    placeholder("remote-port"),
                    literal("."),
                ],
            ),
            (
                "{{{a}}}",
                vec![literal("{"), placeholder("a"), literal("}")],
            ),
            ("a {{b}} c", vec![literal("a {b} c")]),
            ("{a}{b}", vec![placeholder("a"), placeholder("b")]),
            ("é{ü}→", vec![literal("é"), placeholder("ü"), literal("→")]),
        ] {
            assert_eq!(parse(text), Ok(pieces), "{text}");
        }
    }

    #[test]
    fn texts_that_are_none() {
        for (text, error) in [
            ("a {b", TemplateError::Unclosed),
            ("a {b {c}", TemplateError::Unclosed),
            ("{{{a}}", TemplateError::Unopened),
            ("a } b", TemplateError::Unopened),
            ("{a}}", TemplateError::Unopened),
            ("a {} b", TemplateError::Unnamed),
        ] {
            assert_eq!(parse(text), Err(error), "{text}");
        }
    }
}
