//! Tokens as text, with the usual spaces. A procedural macro does not get those of the call, so `stringify!` would write
//! `events :: APP_LOGIN`.

use proc_macro2::{Delimiter, Spacing, TokenTree};
use syn::ext::IdentExt as _;

/// Returns the text of tokens.
pub(super) fn token_text(tokens: &[TokenTree]) -> String {
    let mut text = String::new();
    // Whether the last token is an operator before its operand, or a keyword. Nothing is before the first token.
    let mut is_start = true;
    for (index, token) in tokens.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| tokens.get(before));
        if before.is_some_and(|before| has_space(before, token, is_start, &text)) {
            text.push(' ');
        }
        is_start = match token {
            TokenTree::Punct(punct) => {
                is_start && "&!-*".contains(punct.as_char()) || !"&!-*.:?".contains(punct.as_char())
            }
            TokenTree::Ident(name) => ["if", "in", "match", "mut", "ref", "return"].iter().any(|word| name == word),
            _ => false,
        };
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{ ", " }"),
                    Delimiter::None => ("", ""),
                };
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                text += open;
                text += &token_text(&inner);
                text += close;
            }
            TokenTree::Ident(name) => text += &name.unraw().to_string(),
            token => text += &token.to_string(),
        }
    }
    text
}

/// Returns whether a space is between two tokens. `is_start` is whether the first one is not the end of a value.
fn has_space(before: &TokenTree, token: &TokenTree, is_start: bool, text: &str) -> bool {
    let is_call = |group: &proc_macro2::Group| group.delimiter() != Delimiter::Brace && !is_start;
    match (before, token) {
        (TokenTree::Punct(punct), _) if punct.spacing() == Spacing::Joint => false,
        (_, TokenTree::Punct(or)) if or.as_char() == '|' => true,
        (TokenTree::Punct(punct), _)
            if ".!".contains(punct.as_char()) || text.ends_with("::") || text.ends_with("..=") =>
        {
            false
        }
        // An operator before its operand, such as `-7`.
        (TokenTree::Punct(punct), TokenTree::Literal(_) | TokenTree::Ident(_) | TokenTree::Group(_))
            if "&-*".contains(punct.as_char()) && is_start =>
        {
            false
        }
        // A macro, such as `matches!`. In `if !x`, the first one is a keyword.
        (TokenTree::Ident(_), TokenTree::Punct(not)) if not.as_char() == '!' && not.spacing() == Spacing::Alone => {
            is_start
        }
        (TokenTree::Punct(_), TokenTree::Punct(dot)) if dot.as_char() == '.' => true,
        (_, TokenTree::Punct(punct)) => !".,;?:".contains(punct.as_char()),
        (TokenTree::Ident(_) | TokenTree::Group(_), TokenTree::Group(group)) => !is_call(group),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::token_text;

    #[test]
    fn spaces_are_the_usual_ones() {
        for (tokens, expected) in [
            (quote!(crate::events::APP_LOGIN), "crate::events::APP_LOGIN"),
            (quote!(3..=5), "3..=5"),
            (quote!(1.. | 0), "1.. | 0"),
            (quote!(Mode::Other(_) | Mode::Fast), "Mode::Other(_) | Mode::Fast"),
            (quote!("a :: b" | "c"), "\"a :: b\" | \"c\""),
            (quote!(-7), "-7"),
            (quote!(-1..=-2), "-1..=-2"),
            (quote!([0, 0x5e, ..]), "[0, 0x5e, ..]"),
            (quote!(n if n > 4), "n if n > 4"),
            (quote!(n if n - 1 == *limit && !n.is_empty()), "n if n - 1 == *limit && !n.is_empty()"),
            (quote!(x if x.as_bytes()[0] == b'a'), "x if x.as_bytes()[0] == b'a'"),
            (quote!(x if (x == 1)), "x if (x == 1)"),
            (quote!(x @ ("a" | "b")), "x @ (\"a\" | \"b\")"),
            (quote!(Some(IpAddr::V4(_))), "Some(IpAddr::V4(_))"),
            (quote!(Point { x: 1, .. }), "Point { x: 1, .. }"),
            (quote!(r#type if r#type == "a"), "type if type == \"a\""),
            (quote!(x if !x.is_empty()), "x if !x.is_empty()"),
            (quote!(x if x != "a"), "x if x != \"a\""),
            (quote!(x if matches!(x, &[_, ..])), "x if matches!(x, &[_, ..])"),
        ] {
            let tokens: Vec<_> = tokens.into_iter().collect();
            assert_eq!(token_text(&tokens), expected);
        }
    }
}
