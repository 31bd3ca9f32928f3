//! The items of a call, which are the tokens between two commas, parsed by their form alone.

use proc_macro2::{Ident, Punct, TokenStream, TokenTree};
use syn::Token;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};

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
        value: TokenStream,
    },
    /// Any other tokens, at least one.
    Other(Vec<TokenTree>),
}

impl Item {
    pub(super) fn parse(tokens: Vec<TokenTree>) -> Self {
        let stream = tokens.iter().cloned().collect();
        field.parse2(stream).unwrap_or(Self::Other(tokens))
    }
}

fn field(input: ParseStream<'_>) -> syn::Result<Item> {
    let shorthand_sigil = sigil(input)?;
    let name = input.call(Ident::parse_any)?;
    if input.is_empty() {
        let variable = crate::ident::ident(&name.to_string(), name.span());
        return Ok(Item::Field {
            value: TokenTree::from(variable.unwrap_or_else(|| name.clone())).into(),
            name,
            sign: Vec::new(),
            sigil: shorthand_sigil,
        });
    }
    let is_colon = || input.peek(Token![:]) && !input.peek(Token![::]);
    if shorthand_sigil.is_some() || !is_colon() && (!input.peek(Token![=]) || input.peek(Token![==])) {
        return Err(input.error("expected `:`"));
    }
    let mut sign: Vec<TokenTree> = vec![input.parse()?];
    while is_punct(&sign[0], "=") && (input.peek(Token![>]) || is_colon()) {
        sign.push(input.parse()?);
    }
    Ok(Item::Field { name, sign, sigil: sigil(input)?, value: input.parse()? })
}

/// Consumes a `%` or `?`.
fn sigil(input: ParseStream<'_>) -> syn::Result<Option<Punct>> {
    if input.peek(Token![%]) || input.peek(Token![?]) { input.parse().map(Some) } else { Ok(None) }
}
