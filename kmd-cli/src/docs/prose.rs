//! The prose of a catalog: text with code between backticks.

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Span<'a> {
    Text(&'a str),
    Code(&'a str),
}

/// Splits a text at its backticks. A backtick without a partner is text.
pub(super) fn spans(text: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('`') {
        let Some((code, after)) = after.split_once('`') else { break };
        if !before.is_empty() {
            spans.push(Span::Text(before));
        }
        spans.push(Span::Code(code));
        rest = after;
    }
    if !rest.is_empty() {
        spans.push(Span::Text(rest));
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::Span::{Code, Text};
    use super::spans;

    #[test]
    fn backticks_enclose_code() {
        assert_eq!(
            spans("The pool `a-b` and `c`."),
            [Text("The pool "), Code("a-b"), Text(" and "), Code("c"), Text(".")]
        );
        assert_eq!(spans("`a`"), [Code("a")]);
        assert_eq!(spans("`a` 5` wide"), [Code("a"), Text(" 5` wide")]);
        assert_eq!(spans(""), []);
    }
}
