//! The arguments of `catalog!`.

use proc_macro2::{Ident, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::token::Paren;
use syn::{LitStr, Token};

/// What stands in the parentheses of `catalog!`, behind the path of `kmd-events` that the macro in
/// front adds.
pub(crate) struct Arguments {
    /// The crate `kmd-events`, whatever it is called here.
    pub(crate) runtime: TokenTree,
    /// Whether other crates may use the event macro.
    pub(crate) exported: bool,
    /// The file, relative to the `Cargo.toml` of the crate.
    pub(crate) path: LitStr,
    /// The module in which the macro stands, below the root of the crate.
    pub(crate) module: Vec<Ident>,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let runtime = input.parse()?;
        input.parse::<Token![;]>()?;
        let exported = input.parse::<Option<Token![pub]>>()?.is_some();
        if exported && input.peek(Paren) {
            let text = "a macro is for this crate, or `pub` for all; write `catalog!(pub \"catalog.yaml\")`";
            return Err(input.error(text));
        }
        let path = input.parse().map_err(|error| {
            let text = "expected the path of a catalogue, relative to Cargo.toml; write `catalog!(\"catalog.yaml\")`";
            syn::Error::new(error.span(), text)
        })?;
        let mut module = Vec::new();
        if input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            input.parse::<Token![in]>().map_err(usage)?;
            input.parse::<Token![crate]>().map_err(usage)?;
            while let Some(colons) = input.parse::<Option<Token![::]>>()? {
                // What is missing at the end has no place of its own.
                let missing = |_| usage(syn::Error::new(colons.spans[0], ""));
                module.push(input.call(Ident::parse_any).map_err(missing)?);
            }
            input.parse::<Option<Token![,]>>()?;
        }
        if !input.is_empty() {
            return Err(usage(input.error("")));
        }
        Ok(Self {
            runtime,
            exported,
            path,
            module,
        })
    }
}

#[expect(clippy::needless_pass_by_value, reason = "used in `map_err`")]
fn usage(error: syn::Error) -> syn::Error {
    let text = "expected the module that `catalog!` is in; write `catalog!(\"catalog.yaml\", in crate::module)`";
    syn::Error::new(error.span(), text)
}
