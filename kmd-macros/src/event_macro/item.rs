//! Reads the items of a call, the parts between two commas, by their form alone.

use proc_macro2::{Ident, Spacing, TokenStream, TokenTree};
use syn::Token;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};

use super::split;
use super::value::second_expr;

/// One item.
pub(super) enum Item {
    /// `name: value`, or `name` alone.
    Field {
        name: Ident,
        syntax: Syntax,
        /// The variable `name` for shorthand syntax. Empty if the value is missing.
        value: TokenStream,
    },
    /// `..base`.
    Base(Vec<TokenTree>),
    /// The token that is in place of a comma between two fields.
    NoComma(TokenTree),
    /// Any other tokens, at least one.
    Other(Vec<TokenTree>),
}

/// The syntax of a field.
pub(super) enum Syntax {
    /// `name`
    Shorthand,
    /// `name: value`
    Colon,
    /// `name = value` or `name => value`, with the tokens in place of the colon.
    Equals(Vec<TokenTree>),
}

/// Reads the items in `tokens`. A comma that is missing before a field is added if the call has this field nowhere else.
pub(super) fn items(tokens: TokenStream, is_field: impl Fn(&str) -> bool) -> Vec<Item> {
    let parts = split::fields(tokens);
    let names: Vec<String> = parts.iter().filter_map(|part| name(part)).collect();
    let is_new_field = |tokens: &[TokenTree]| {
        let is_named = tokens.len() == 1 || is_colon(tokens.get(1));
        name(tokens).is_some_and(|name| is_named && is_field(&name) && !names.contains(&name))
    };
    // Only what begins with a field, and not with one of another item, can be two items.
    let may_be_two = |tokens: &[TokenTree]| {
        name(tokens).is_some_and(|name| {
            is_field(&name) && names.iter().filter(|other| **other == name).count() < 2
        })
    };
    let mut items = Vec::new();
    for mut part in parts {
        while let Some(at) = second_expr(&part).filter(|_| may_be_two(&part)) {
            let is_semicolon = matches!(part[at], TokenTree::Punct(_));
            let next = part[at + usize::from(is_semicolon)..].to_vec();
            if !is_new_field(&next) {
                break;
            }
            let instead = part[at].clone();
            part.truncate(at);
            items.extend([Item::parse(part), Item::NoComma(instead)]);
            part = next;
        }
        items.push(Item::parse(part));
    }
    items
}

/// Returns the name at the beginning of an item.
pub(super) fn name(tokens: &[TokenTree]) -> Option<String> {
    match tokens.first() {
        Some(TokenTree::Ident(name)) => Some(name.unraw().to_string()),
        _ => None,
    }
}

/// Returns whether a token is `:`, and not the first half of `::`.
fn is_colon(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':' && punct.spacing() == Spacing::Alone)
}

impl Item {
    /// Reads one item.
    pub(super) fn parse(tokens: Vec<TokenTree>) -> Self {
        let stream = tokens.iter().cloned().collect();
        match field.parse2(stream) {
            Ok(item) => item,
            Err(_) if is_range(&tokens) => Self::Base(tokens),
            Err(_) => Self::Other(tokens),
        }
    }
}

fn field(input: ParseStream<'_>) -> syn::Result<Item> {
    let name = input.call(Ident::parse_any)?;
    let syntax = if input.is_empty() {
        let variable = crate::ident::ident(&name.to_string(), name.span());
        return Ok(Item::Field {
            value: TokenTree::from(variable.unwrap_or_else(|| name.clone())).into(),
            name,
            syntax: Syntax::Shorthand,
        });
    } else if input.peek(Token![:]) && !input.peek(Token![::]) {
        input.parse::<Token![:]>()?;
        Syntax::Colon
    } else if input.peek(Token![=]) && !input.peek(Token![==]) {
        let mut sign = vec![input.parse()?];
        while input.peek(Token![>]) || input.peek(Token![:]) && !input.peek(Token![::]) {
            sign.push(input.parse()?);
        }
        Syntax::Equals(sign)
    } else {
        return Err(input.error("expected `:`"));
    };
    Ok(Item::Field {
        name,
        syntax,
        value: input.parse()?,
    })
}

fn is_range(tokens: &[TokenTree]) -> bool {
    let is_dot = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == '.');
    is_dot(tokens.first()) && is_dot(tokens.get(1))
}
