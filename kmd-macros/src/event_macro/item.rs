//! The items of a call, which are the tokens between two commas, parsed by their form alone.

use proc_macro2::{Delimiter, Ident, Punct, Spacing, TokenTree};

use super::value::is_punct;

/// One item of a call.
pub(super) enum Item {
    /// `name: value`, `name: %value`, `name` or `%name`.
    Field {
        name: Ident,
        /// The colon, or the tokens in its place. Empty for shorthand syntax.
        sign: Vec<TokenTree>,
        /// The `%` or `?` before the value.
        sigil: Option<Punct>,
        /// The variable `name` for shorthand syntax. Empty if the value is missing.
        value: Vec<TokenTree>,
    },
    /// Any other tokens, at least one.
    Other(Vec<TokenTree>),
}

impl Item {
    /// Parses the tokens of an item. The tokens stay in a list, since each conversion to or from a stream calls the
    /// compiler.
    pub(super) fn parse(mut tokens: Vec<TokenTree>) -> Self {
        let name = usize::from(tokens.first().is_some_and(|first| is_punct(first, "%?")));
        // In `$field: value` of another macro, the name may be in an invisible group.
        if let Some(TokenTree::Group(group)) = tokens.get(name) {
            if group.delimiter() == Delimiter::None {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                tokens.splice(name..=name, inside);
            }
        }
        field(&tokens).unwrap_or(Self::Other(tokens))
    }
}

fn field(tokens: &[TokenTree]) -> Option<Item> {
    let (shorthand_sigil, tokens) = sigil(tokens);
    let [TokenTree::Ident(name), rest @ ..] = tokens else {
        return None;
    };
    if rest.is_empty() {
        let variable = crate::ident::ident(&name.to_string(), name.span());
        return Some(Item::Field {
            value: vec![variable.unwrap_or_else(|| name.clone()).into()],
            name: name.clone(),
            sign: Vec::new(),
            sigil: shorthand_sigil,
        });
    }
    let length = sign_length(rest);
    if length == 0 || shorthand_sigil.is_some() {
        return None;
    }
    let (sign, value) = rest.split_at(length);
    let (sigil, value) = sigil(value);
    Some(Item::Field { name: name.clone(), sign: sign.to_vec(), sigil, value: value.to_vec() })
}

/// Returns the number of tokens of the colon, or of the `=`, `=>` or `=:` in its place. Returns 0 if the tokens begin
/// with another operator, such as `::` or `==`.
fn sign_length(tokens: &[TokenTree]) -> usize {
    let is_double = |at: usize, char: &str| match tokens.get(at..at + 2) {
        Some([TokenTree::Punct(one), two]) => one.spacing() == Spacing::Joint && is_punct(two, char),
        _ => false,
    };
    let is_colon = |at: usize| tokens.get(at).is_some_and(|token| is_punct(token, ":")) && !is_double(at, ":");
    match tokens.first() {
        Some(_) if is_colon(0) => 1,
        Some(sign) if is_punct(sign, "=") && !is_double(0, "=") => {
            let continues = |at: &usize| is_punct(&tokens[*at], ">") || is_colon(*at);
            1 + (1..tokens.len()).take_while(continues).count()
        }
        _ => 0,
    }
}

/// Splits off a leading `%` or `?`.
fn sigil(tokens: &[TokenTree]) -> (Option<Punct>, &[TokenTree]) {
    match tokens {
        [TokenTree::Punct(sigil), rest @ ..] if matches!(sigil.as_char(), '%' | '?') => (Some(sigil.clone()), rest),
        _ => (None, tokens),
    }
}
