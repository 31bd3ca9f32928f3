//! What the tokens of a value tell without a full parser.

use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenStream, TokenTree};

/// Returns whether a value is `todo!()` or `unimplemented!()`. Either has any type as a field, but none that implements a
/// trait.
pub(super) fn is_unfinished(value: &TokenStream) -> bool {
    let tokens: Vec<TokenTree> = value.clone().into_iter().collect();
    let [
        TokenTree::Ident(name),
        TokenTree::Punct(not),
        TokenTree::Group(_),
    ] = &tokens[..]
    else {
        return false;
    };
    not.as_char() == '!' && (name == "todo" || name == "unimplemented")
}

/// Returns the place of the first token that cannot continue an expression: a second operand, or a semicolon.
pub(super) fn second_expr(tokens: &[TokenTree]) -> Option<usize> {
    let is_punct = |at: Option<usize>, char: char| {
        let token = at.and_then(|at| tokens.get(at));
        matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == char)
    };
    let begins = |at: usize| match &tokens[at] {
        TokenTree::Literal(_) => true,
        TokenTree::Ident(name) => is_operand(name),
        TokenTree::Punct(sign) => sign.as_char() == ';',
        TokenTree::Group(_) => false,
    };
    let ends = |at: usize| match &tokens[at] {
        // The name after `pair.0.` on the next line is a field of it.
        TokenTree::Literal(literal) => !literal.to_string().ends_with('.'),
        // Not the name of a lifetime or a label.
        TokenTree::Ident(name) => !is_punct(at.checked_sub(1), '\'') && is_operand(name),
        // Not an attribute.
        TokenTree::Group(group) => {
            group.delimiter() != Delimiter::None && !is_punct(at.checked_sub(1), '#')
        }
        TokenTree::Punct(sign) => sign.as_char() == '?',
    };
    (1..tokens.len()).find(|&at| ends(at - 1) && begins(at))
}

/// Returns the tokens of a simple expression as they are written.
pub(super) fn to_source(expr: &[TokenTree]) -> String {
    expr.iter().map(ToString::to_string).collect()
}

/// Returns the first token, or all tokens of the operator that begins with it.
pub(super) fn first(tokens: &[TokenTree]) -> &[TokenTree] {
    let is_joint = |token: &&TokenTree| matches!(token, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
    let joint = tokens.iter().take_while(is_joint).count();
    &tokens[..tokens.len().min(joint + 1)]
}

/// Returns the first token in backquotes, or only the opening delimiter of a group.
pub(super) fn found(tokens: &[TokenTree]) -> String {
    let text = match tokens.first() {
        Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::None => {
            group.to_string().chars().take(1).collect()
        }
        _ => to_source(first(tokens)),
    };
    format!("`{text}`")
}

/// Returns whether `tokens` are certainly an expression: a literal, or a name with calls and the like after it.
///
/// The tokens of a wrong call may be anything, and rustc would report what it cannot parse. What is certainly an
/// expression is passed on, so that its variables are used.
pub(super) fn is_simple_expr(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Punct(and), rest @ ..] if and.as_char() == '&' => is_simple_expr(rest),
        [TokenTree::Literal(_)] => true,
        [TokenTree::Ident(name), rest @ ..] => is_operand(name) && continues(rest),
        _ => false,
    }
}

/// Returns whether a group is `(…)` or `[…]`.
fn is_postfix(group: &Group) -> bool {
    [Delimiter::Parenthesis, Delimiter::Bracket].contains(&group.delimiter())
}

/// Returns whether a name is `self` or not a keyword.
fn is_operand(name: &Ident) -> bool {
    let name = name.to_string();
    name == "self" || syn::parse_str::<Ident>(&name).is_ok()
}

/// Returns whether `tokens` continue an operand to its end.
fn continues(tokens: &[TokenTree]) -> bool {
    match tokens {
        [] => true,
        [TokenTree::Group(group), rest @ ..] => is_postfix(group) && continues(rest),
        [
            TokenTree::Punct(one),
            TokenTree::Punct(two),
            TokenTree::Ident(name),
            rest @ ..,
        ] => {
            (one.as_char(), two.as_char()) == (':', ':')
                && one.spacing() == Spacing::Joint
                && is_operand(name)
                && continues(rest)
        }
        [TokenTree::Punct(dot), TokenTree::Ident(name), rest @ ..] => {
            dot.as_char() == '.' && (name == "await" || is_operand(name)) && continues(rest)
        }
        // `.0`, or `.0.1`, which is one token.
        [TokenTree::Punct(dot), TokenTree::Literal(index), rest @ ..] => {
            let index = index.to_string();
            let is_index = index
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.');
            dot.as_char() == '.' && is_index && !index.ends_with('.') && continues(rest)
        }
        [TokenTree::Punct(not), TokenTree::Group(_), rest @ ..] => {
            not.as_char() == '!' && continues(rest)
        }
        [TokenTree::Punct(question), rest @ ..] => question.as_char() == '?' && continues(rest),
        _ => false,
    }
}
#[cfg(test)]
mod tests {
    use super::{TokenStream, TokenTree, is_simple_expr, is_unfinished};

    #[test]
    fn what_is_still_to_be_written() {
        for (value, expected) in [
            ("todo!()", true),
            ("unimplemented!(\"later\")", true),
            ("panic!()", false),
            ("todo", false),
            ("todo!() + 1", false),
            ("todo?()", false),
        ] {
            let tokens: TokenStream = value.parse().expect("tokens");
            assert_eq!(is_unfinished(&tokens), expected, "{value}");
        }
    }

    #[test]
    fn surely_expressions() {
        let plain = |text: &str| {
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
            "f().await",
            "list[0].ip",
            "Ipv4Addr::new(192, 0, 2, 9)",
            "format!(\"{}\", hq)",
        ] {
            assert!(plain(text), "{text}");
        }
        for text in [
            "",
            "&",
            "type",
            "{ a: b }",
            "new X",
            "X { a: b }",
            "a: b",
            "a =",
            "=> a",
            "a.",
            "a::",
            "a b",
            "a..b",
            "a: :b",
            "a::b c",
            "a - (b)",
            "f!(a) b",
            "a.\"b\"",
            "a.1e3",
            "a.type",
            "a::fn",
            "(a: b)",
        ] {
            assert!(!plain(text), "{text}");
        }
    }
}
