//! Tokens to text, with the usual spaces. `stringify!` writes `values :: State :: Open`, because the tokens of a
//! procedural macro do not have the spaces of the source.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// Returns the text of tokens.
pub(super) fn source_text(tokens: TokenStream) -> String {
    let mut text = String::new();
    let mut before = Before::Start;
    let mut operator = String::new();
    for token in tokens {
        if let TokenTree::Punct(punct) = &token {
            // In `..,`, the comma is not a part of the operator.
            if punct.as_char() == ',' && !operator.is_empty() {
                before = push_operator(&mut text, before, &std::mem::take(&mut operator));
            }
            operator.push(punct.as_char());
            if punct.spacing() == Spacing::Joint {
                continue;
            }
        }
        if !operator.is_empty() {
            before = push_operator(&mut text, before, &std::mem::take(&mut operator));
        }
        before = match token {
            TokenTree::Punct(_) => before,
            TokenTree::Group(group) => push_group(&mut text, before, group.delimiter(), &source_text(group.stream())),
            TokenTree::Ident(name) => push_word(&mut text, before, &name.to_string()),
            TokenTree::Literal(literal) => push_word(&mut text, before, &literal.to_string()),
        };
    }
    text + &operator
}

/// What precedes a token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Start,
    /// The end of a value. A parenthesis after it has arguments.
    Value,
    /// A keyword, a comma or an operator with two operands.
    Space,
    /// An operator that is written next to the token after it.
    Tight,
}

fn push_word(text: &mut String, before: Before, word: &str) -> Before {
    if matches!(before, Before::Value | Before::Space) {
        text.push(' ');
    }
    text.push_str(word);
    let is_keyword = matches!(word, "as" | "else" | "if" | "in" | "match" | "move" | "mut" | "ref" | "return");
    if is_keyword { Before::Space } else { Before::Value }
}

fn push_group(text: &mut String, before: Before, delimiter: Delimiter, inner: &str) -> Before {
    if before == Before::Space || (before == Before::Value && delimiter == Delimiter::Brace) {
        text.push(' ');
    }
    let (open, close) = match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace if inner.is_empty() => ("{", "}"),
        Delimiter::Brace => ("{ ", " }"),
        Delimiter::None => ("", ""),
    };
    text.extend([open, inner, close]);
    Before::Value
}

fn push_operator(text: &mut String, before: Before, operator: &str) -> Before {
    let is_tight = operator.starts_with("::") || operator.starts_with(['.', '?']);
    let (is_spaced, after) = match operator {
        "," | ";" | ":" => (false, Before::Space),
        // The name of a macro precedes it.
        "!" if before == Before::Value => (false, Before::Tight),
        _ if is_tight => (before == Before::Space, Before::Tight),
        _ if before == Before::Value => (true, Before::Space),
        _ => (before == Before::Space, Before::Tight),
    };
    if is_spaced {
        text.push(' ');
    }
    text.push_str(operator);
    after
}

#[cfg(test)]
mod tests {
    use super::source_text;

    #[test]
    fn spaces_are_as_usual() {
        let texts = [
            "values::State::Open",
            "::app::events::APP_UP",
            "3..=5",
            "-3..5",
            "3..",
            "..=-1",
            "\"a  b\" | \"::\"",
            "name if name.len() < 3 && !name.is_empty()",
            "other if !(other == &count || f(other, 1)[0] == *count)",
            "other @ 1..=3",
            "Some(IpAddr::V4(_)) | None",
            "Point { x, y: 3, .. }",
            "&[first, .., ref last]",
            "ref name if matches!(name, &Some(_))",
            "x if x.parse()?.is_some()",
            "r#type",
            "",
        ];
        for text in texts {
            assert_eq!(source_text(text.parse().expect("tokens")), text);
        }
    }
}
