//! Values, as far as their tokens tell.

use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenStream, TokenTree};

use super::visible;
use crate::message_table::Field;

/// Whether `value` is an integer literal that does not fit; rustc would not name the placeholder.
pub(super) fn is_out_of_range(value: &TokenStream, field: Field<'_>) -> bool {
    let Some((least, greatest)) = field.field_type.range() else {
        return false;
    };
    let mut tokens = bare(value.clone()).into_iter().peekable();
    let minus =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '-');
    let negative = tokens.next_if(minus).is_some();
    let (Some(token), None) = (tokens.next(), tokens.next()) else {
        return false;
    };
    let Some(TokenTree::Literal(literal)) = visible(token.into()).into_iter().next() else {
        return false;
    };
    let syn::Lit::Int(integer) = syn::Lit::new(literal) else {
        return false;
    };
    // Of another type: that is the placeholder's trait to say.
    if !integer.suffix().is_empty() && integer.suffix() != field.field_type.as_str() {
        return false;
    }
    match integer.base10_digits().parse::<i128>() {
        Ok(value) => {
            let value = if negative { -value } else { value };
            value < least || value > greatest
        }
        Err(_) => true,
    }
}

/// Without what stands around a value and does not change it.
fn bare(value: TokenStream) -> TokenStream {
    let value = visible(value);
    let mut tokens = value.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Parenthesis => {
            bare(group.stream())
        }
        _ => value,
    }
}

/// Whether a value is `todo!()` or `unimplemented!()`, which is of every type where a field stands, and of none where
/// a function takes it.
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

/// Where a second value begins right behind the first, which no expression has.
pub(super) fn second(tokens: &[TokenTree]) -> Option<usize> {
    let is_punct = |at: Option<usize>, char: char| {
        let token = at.and_then(|at| tokens.get(at));
        matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == char)
    };
    let begins = |at: usize| match &tokens[at] {
        TokenTree::Literal(_) => true,
        TokenTree::Ident(name) => is_operand(name),
        _ => false,
    };
    let ends = |at: usize| match &tokens[at] {
        TokenTree::Literal(_) => true,
        // Not the name of a lifetime or a label.
        TokenTree::Ident(name) => !is_punct(at.checked_sub(1), '\'') && is_operand(name),
        // Not an attribute.
        TokenTree::Group(group) => is_call(group) && !is_punct(at.checked_sub(1), '#'),
        TokenTree::Punct(_) => false,
    };
    // Most tokens stand beside a sign, and then none has to be looked at closely.
    let is_sign = |at: usize| matches!(tokens[at], TokenTree::Punct(_));
    (1..tokens.len()).find(|&at| !is_sign(at - 1) && begins(at) && ends(at - 1))
}

/// A plain value as it is written.
pub(super) fn source(plain: &[TokenTree]) -> String {
    plain.iter().map(ToString::to_string).collect()
}

/// Whether `tokens` are surely an expression: a literal, or a name with calls and the like behind it.
///
/// What a mistaken call holds in the wrong place may be anything, and rustc would complain of it in its
/// own words; what is surely an expression is handed on, so that its variables are used.
pub(super) fn is_plain(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Punct(and), rest @ ..] if and.as_char() == '&' => is_plain(rest),
        [TokenTree::Literal(_)] => true,
        [TokenTree::Ident(name), rest @ ..] => is_operand(name) && goes_on(rest),
        _ => false,
    }
}

/// `(…)` or `[…]`.
fn is_call(group: &Group) -> bool {
    [Delimiter::Parenthesis, Delimiter::Bracket].contains(&group.delimiter())
}

/// No keyword but `self`.
fn is_operand(name: &Ident) -> bool {
    let name = name.to_string();
    name == "self" || syn::parse_str::<Ident>(&name).is_ok()
}

/// Whether `tokens` continue an operand to its end.
fn goes_on(tokens: &[TokenTree]) -> bool {
    match tokens {
        [] => true,
        [TokenTree::Group(group), rest @ ..] => is_call(group) && goes_on(rest),
        [
            TokenTree::Punct(one),
            TokenTree::Punct(two),
            TokenTree::Ident(name),
            rest @ ..,
        ] => {
            (one.as_char(), two.as_char()) == (':', ':')
                && one.spacing() == Spacing::Joint
                && is_operand(name)
                && goes_on(rest)
        }
        [TokenTree::Punct(dot), TokenTree::Ident(name), rest @ ..] => {
            dot.as_char() == '.' && (name == "await" || is_operand(name)) && goes_on(rest)
        }
        // `.0`, or `.0.1`, which is one token.
        [TokenTree::Punct(dot), TokenTree::Literal(index), rest @ ..] => {
            let is_index = |byte: u8| byte.is_ascii_digit() || byte == b'.';
            dot.as_char() == '.' && index.to_string().bytes().all(is_index) && goes_on(rest)
        }
        [TokenTree::Punct(not), TokenTree::Group(_), rest @ ..] => {
            not.as_char() == '!' && goes_on(rest)
        }
        [TokenTree::Punct(question), rest @ ..] => question.as_char() == '?' && goes_on(rest),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{TokenStream, TokenTree, is_plain, is_unfinished};

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
            is_plain(&tokens.into_iter().collect::<Vec<TokenTree>>())
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
