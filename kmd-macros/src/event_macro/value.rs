//! Checks of the tokens of a value without a full parser.

use proc_macro2::{Delimiter, Ident, Spacing, Span, TokenStream, TokenTree};

use crate::ident::is_keyword;

/// Returns whether a value is `todo!()` or `unimplemented!()`. Both are accepted as a field of any type, but not as an
/// argument whose type must implement a trait.
pub(super) fn is_unfinished(value: &[TokenTree]) -> bool {
    match value {
        [TokenTree::Ident(name), not, TokenTree::Group(_)] => {
            is_punct(not, "!") && (name == "todo" || name == "unimplemented")
        }
        _ => false,
    }
}

/// Returns whether a value is `None`, possibly with a path before it.
pub(super) fn is_none(value: &[TokenTree]) -> bool {
    let is_path = |token: &TokenTree| matches!(token, TokenTree::Ident(_)) || is_punct(token, ":");
    let is_none = matches!(value.last(), Some(TokenTree::Ident(name)) if name == "None");
    is_none && value.iter().all(is_path)
}

/// Returns the fields of a call without the `%` and `?` before values and names, which are not Rust.
pub(super) fn without_sigils(fields: TokenStream) -> TokenStream {
    let mut begins = true;
    let is_kept = |token: &TokenTree| {
        let is_sigil = begins && is_punct(token, "%?");
        begins = is_punct(token, ":=,");
        !is_sigil
    };
    fields.into_iter().filter(is_kept).collect()
}

/// Returns the index of the first token that cannot continue an expression: a second operand or a semicolon.
pub(super) fn second_expr(tokens: &[TokenTree]) -> Option<usize> {
    let begins = |token: &TokenTree| match token {
        TokenTree::Literal(_) => true,
        TokenTree::Ident(name) => is_operand(name),
        TokenTree::Punct(_) => is_punct(token, ";"),
        TokenTree::Group(_) => false,
    };
    (1..tokens.len()).find(|&at| ends_expr(&tokens[..at]) && begins(&tokens[at]))
}

/// Returns whether the last of `tokens` can be the end of an expression.
fn ends_expr(tokens: &[TokenTree]) -> bool {
    let [before @ .., last] = tokens else {
        return false;
    };
    let follows = |sign| before.last().is_some_and(|token| is_punct(token, sign));
    match last {
        // A name on the line after `pair.0.` is a field of it.
        TokenTree::Literal(literal) => !literal.to_string().ends_with('.'),
        // The name of a lifetime or a label does not end an expression.
        TokenTree::Ident(name) => !follows("'") && is_operand(name),
        // An attribute does not end an expression.
        TokenTree::Group(group) => group.delimiter() != Delimiter::None && !follows("#"),
        // The `?` of `dyn ?Sized` does not end an expression.
        TokenTree::Punct(_) => is_punct(last, "?") && ends_expr(before),
    }
}

/// Returns whether `tokens` look like an expression: an operand, possibly followed by calls, fields and the like.
pub(super) fn is_simple_expr(tokens: &[TokenTree]) -> bool {
    let begins = match tokens.first() {
        Some(TokenTree::Literal(_)) => true,
        Some(TokenTree::Ident(name)) => is_operand(name),
        Some(sign @ TokenTree::Punct(_)) => is_punct(sign, "&") && tokens.len() > 1,
        _ => false,
    };
    // A colon must be part of `::`, and `?` is the only punctuation that ends an expression.
    let is_postfix = |at: usize| match &tokens[at] {
        TokenTree::Punct(_) if at + 1 == tokens.len() => is_punct(&tokens[at], "?"),
        colon if is_punct(colon, ":") => is_punct(&tokens[at - 1], ":") || is_punct(&tokens[at + 1], ":"),
        TokenTree::Punct(_) => is_punct(&tokens[at], ".?!&"),
        _ => true,
    };
    begins && (0..tokens.len()).all(is_postfix) && second_expr(tokens).is_none()
}

/// Returns the source code of a simple expression.
pub(super) fn to_source(expr: &[TokenTree]) -> String {
    let mut source = String::new();
    for token in expr {
        let is_word = matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
        if is_word && source.ends_with(|last: char| last.is_alphanumeric() || last == '_') {
            source.push(' ');
        }
        source.push_str(&token.to_string());
    }
    source
}

/// Returns the first token, or all tokens of the operator that begins with it.
pub(super) fn first(tokens: &[TokenTree]) -> &[TokenTree] {
    let is_joint = |token: &&TokenTree| matches!(token, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
    let joint = tokens.iter().take_while(is_joint).count();
    &tokens[..tokens.len().min(joint + 1)]
}

/// Returns the first token in backticks, or only the opening delimiter of a group.
pub(super) fn found(tokens: &[TokenTree]) -> String {
    let text = match tokens.first() {
        Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::None => {
            group.to_string().chars().take(1).collect()
        }
        _ => to_source(first(tokens)),
    };
    format!("`{text}`")
}

/// Returns the span of the last token, or of its closing bracket.
pub(super) fn last_span(tokens: &[TokenTree]) -> Span {
    match tokens.last() {
        Some(TokenTree::Group(group)) => group.span_close(),
        Some(token) => token.span(),
        None => Span::call_site(),
    }
}

/// Returns whether a token is one of `signs`.
pub(super) fn is_punct(token: &TokenTree, signs: &str) -> bool {
    matches!(token, TokenTree::Punct(punct) if signs.contains(punct.as_char()))
}

/// Returns whether a name is `self` or not a keyword.
fn is_operand(name: &Ident) -> bool {
    let name = name.to_string();
    // Before edition 2024, `gen` is a name.
    matches!(&*name, "self" | "await" | "gen") || !is_keyword(&name)
}

#[cfg(test)]
mod tests {
    use super::{TokenStream, TokenTree, is_simple_expr, is_unfinished};

    #[test]
    fn recognizes_todo() {
        for (value, expected) in [
            ("todo!()", true),
            ("unimplemented!(\"later\")", true),
            ("panic!()", false),
            ("todo", false),
            ("todo!() + 1", false),
            ("todo?()", false),
        ] {
            let tokens: TokenStream = value.parse().expect("tokens");
            let tokens: Vec<TokenTree> = tokens.into_iter().collect();
            assert_eq!(is_unfinished(&tokens), expected, "{value}");
        }
    }

    #[test]
    fn recognizes_simple_expressions() {
        let is_simple = |text: &str| {
            let tokens: TokenStream = text.parse().expect("tokens");
            is_simple_expr(&tokens.into_iter().collect::<Vec<TokenTree>>())
        };
        for text in [
            "1",
            "\"hq\"",
            "peer",
            "&peer",
            "self.peer",
            "peer.ip()?",
            "pair.0",
            "pair.0.1",
            "pair.0. name",
            "f().await",
            "list[0].ip",
            "Ipv4Addr::new(192, 0, 2, 9)",
            "format!(\"{}\", hq)",
        ] {
            assert!(is_simple(text), "{text}");
        }
        for text in ["", "&", "type", "{ a: b }", "new X", "a =", "=> a", "a b", "a - (b)", "f!(a) b", "(a: b)"] {
            assert!(!is_simple(text), "{text}");
        }
    }
}
