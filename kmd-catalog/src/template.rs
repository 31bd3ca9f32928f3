//! The grammar of a template: literal text, `{placeholder}`, `{placeholder:format}`, and `{{` and `}}` for braces.

use std::collections::HashSet;
use std::fmt;

use crate::diagnostics::Diagnostic;
use crate::format_spec::FormatSpec;
use crate::span::Spanned;

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Literal text, which is never empty. Two literals are never adjacent.
    Literal(String),
    /// The name of a placeholder, without the braces, and its format.
    Placeholder(String, FormatSpec),
}

/// A template and its pieces.
#[derive(Debug)]
pub(crate) struct Template {
    pub(crate) text: Spanned<String>,
    pub(crate) pieces: Result<Vec<Piece>, TemplateError>,
    placeholders: Vec<Box<str>>,
    /// The text after the colon of each placeholder in `pieces`.
    formats: Formats,
}

/// A placeholder in a template as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Use<'t> {
    pub(crate) name: &'t str,
    /// The text after the colon.
    pub(crate) format: Option<&'t str>,
}

impl Template {
    pub(crate) fn new(text: Spanned<String>) -> Self {
        let (pieces, formats) = match parse(&text.value) {
            Ok((pieces, formats)) => (Ok(pieces), formats),
            Err(error) => (Err(error), Vec::new()),
        };
        let placeholders = placeholder_names(pieces.as_deref().unwrap_or_default());
        Self { placeholders: placeholders.map(Box::from).collect(), text, pieces, formats }
    }

    /// Returns whether the template is neither empty nor malformed.
    pub(crate) fn is_valid(&self) -> bool {
        !self.pieces().is_empty()
    }

    /// Returns the pieces, or an empty slice for a malformed template.
    pub(crate) fn pieces(&self) -> &[Piece] {
        self.pieces.as_deref().unwrap_or_default()
    }

    /// Returns the placeholders, each once, in the order of their first use.
    pub(crate) fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.placeholders.iter().map(|name| &**name)
    }

    /// Returns each use of a placeholder, in order.
    pub(crate) fn uses(&self) -> impl Iterator<Item = Use<'_>> {
        let names = self.pieces().iter().filter_map(|piece| match piece {
            Piece::Placeholder(name, _) => Some(&**name),
            Piece::Literal(_) => None,
        });
        names.zip(&self.formats).map(|(name, format)| Use { name, format: format.as_deref() })
    }
}

impl fmt::Display for Use<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.format {
            Some(format) => write!(f, "{{{}:{format}}}", self.name),
            None => write!(f, "{{{}}}", self.name),
        }
    }
}

/// The reason why a template is malformed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum TemplateError {
    /// A `{` without its `}`.
    Unclosed,
    /// A `}` without its `{`.
    Unmatched,
    /// A placeholder without a name: `{}`.
    Unnamed,
}

impl TemplateError {
    /// Returns the diagnostic for the mistake, in the words of `format!`.
    pub(crate) fn diagnostic(&self) -> Diagnostic {
        match self {
            Self::Unclosed => {
                Diagnostic::new("expected `}` after `{`").note("if you intended to print `{`, escape it as `{{`")
            }
            Self::Unmatched => Diagnostic::new("unmatched `}`").note("if you intended to print `}`, escape it as `}}`"),
            Self::Unnamed => Diagnostic::new("placeholder without a name")
                .help("write `{name}`")
                .note("if you intended to print `{}`, escape it as `{{}}`"),
        }
    }
}

/// The format of each placeholder, as written.
type Formats = Vec<Option<Box<str>>>;

/// Returns the pieces of `text` and the formats, in order. A format that is invalid is replaced by none.
fn parse(text: &str) -> Result<(Vec<Piece>, Formats), TemplateError> {
    let (mut pieces, mut formats) = (Vec::new(), Vec::new());
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
            return Err(TemplateError::Unmatched);
        } else {
            let (name, after) = rest.split_once('}').ok_or(TemplateError::Unclosed)?;
            if name.contains('{') {
                return Err(TemplateError::Unclosed);
            }
            let (name, format) = match name.split_once(':') {
                Some((name, format)) => (name, Some(format)),
                None => (name, None),
            };
            if name.is_empty() {
                return Err(TemplateError::Unnamed);
            }
            if !literal.is_empty() {
                pieces.push(Piece::Literal(std::mem::take(&mut literal)));
            }
            let spec = format.and_then(FormatSpec::parse).unwrap_or_default();
            pieces.push(Piece::Placeholder(name.to_owned(), spec));
            formats.push(format.map(Box::from));
            rest = after;
        }
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    Ok((pieces, formats))
}

/// Returns the names of the placeholders, each once, in the order of their first use.
fn placeholder_names(pieces: &[Piece]) -> impl Iterator<Item = &str> {
    let mut seen = HashSet::new();
    pieces.iter().filter_map(move |piece| match piece {
        Piece::Placeholder(name, _) => seen.insert(&**name).then_some(&**name),
        Piece::Literal(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::{FormatSpec, Piece, Template, TemplateError, parse};
    use crate::format_spec::Radix;
    use crate::span::{Span, Spanned};

    #[test]
    fn templates_are_split_into_pieces() {
        let literal = |text: &str| Piece::Literal(text.to_owned());
        let placeholder = |name: &str| Piece::Placeholder(name.to_owned(), FormatSpec::default());
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
            ("{{{a}}}", vec![literal("{"), placeholder("a"), literal("}")]),
            ("a {{b}} c", vec![literal("a {b} c")]),
            ("{a}{b}", vec![placeholder("a"), placeholder("b")]),
            ("é{ü}→", vec![literal("é"), placeholder("ü"), literal("→")]),
        ] {
            assert_eq!(parse(text).map(|(pieces, _)| pieces), Ok(pieces), "{text}");
        }
    }

    #[test]
    fn a_format_follows_the_colon() {
        let hex = FormatSpec { width: 8, radix: Radix::LowerHex, ..FormatSpec::default() };
        let cases: [(&str, FormatSpec, Option<&str>); 4] = [
            ("{n:08x}", hex, Some("08x")),
            ("{n}", FormatSpec::default(), None),
            ("{n:}", FormatSpec::default(), Some("")),
            ("{n:a:b}", FormatSpec::default(), Some("a:b")),
        ];
        for (text, spec, written) in cases {
            let (pieces, formats) = parse(text).expect("pieces");
            assert_eq!(pieces, [Piece::Placeholder("n".to_owned(), spec)], "{text}");
            assert_eq!(formats, [written.map(Box::from)], "{text}");
        }
        let text = Spanned { span: Span::default(), value: "{n:x} {{m}} {m}{n}".to_owned() };
        let template = Template::new(text);
        assert_eq!(template.uses().map(|used| used.to_string()).collect::<Vec<_>>(), ["{n:x}", "{m}", "{n}"]);
        assert_eq!(template.placeholders().collect::<Vec<_>>(), ["n", "m"]);
    }

    #[test]
    fn invalid_templates_are_rejected() {
        for (text, error) in [
            ("a {b", TemplateError::Unclosed),
            ("a {b {c}", TemplateError::Unclosed),
            ("{{{a}}", TemplateError::Unmatched),
            ("a } b", TemplateError::Unmatched),
            ("{a}}", TemplateError::Unmatched),
            ("a {} b", TemplateError::Unnamed),
            ("a {:x} b", TemplateError::Unnamed),
            ("a {b:x", TemplateError::Unclosed),
        ] {
            assert_eq!(parse(text), Err(error), "{text}");
        }
    }
}
