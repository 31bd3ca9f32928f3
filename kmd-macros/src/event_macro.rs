//! `kmd_event!`: from the tokens of a call to an expression.

mod expand;
mod fields;
mod help;
mod item;
mod not_a_literal;
mod pair;
mod split;
mod validate;
mod value;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::diagnostic::Mistake;
use crate::message_table::{self, Schema};

/// Where the generated code finds what it names.
pub(crate) struct Paths {
    /// The crate `kmd-events`, whatever it is called here.
    pub(crate) runtime: TokenStream,
    /// The module in which the catalogue stands.
    pub(crate) module: TokenStream,
}

/// `(runtime path) (module path) "schema" what the user wrote`, the first three from the generated
/// macro.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut input = input.into_iter();
    let arguments = (input.next(), input.next(), input.next());
    let (
        Some(TokenTree::Group(runtime)),
        Some(TokenTree::Group(module)),
        Some(TokenTree::Literal(literal)),
    ) = arguments
    else {
        return internal();
    };
    let paths = Paths {
        runtime: runtime.stream(),
        module: module.stream(),
    };
    let Some(text) = message_table::text(literal) else {
        return internal();
    };
    let Some(schema) = Schema::read(&text) else {
        return internal();
    };
    let call = item::call(input.collect());
    let checked = validate::check(call, schema);
    expand::expression(&checked, schema, &paths)
}

/// Somebody called the hidden macro by hand.
fn internal() -> TokenStream {
    Mistake::over(
        &TokenStream::new(),
        "this macro is an implementation detail; call the `…_event!` macro of a catalogue",
    )
    .to_compile_error()
}

/// The tokens without the invisible groups that a `$x:expr` or `$x:literal` of another macro puts
/// around them, if that is all there is.
fn visible(tokens: TokenStream) -> TokenStream {
    let mut iter = tokens.clone().into_iter();
    match (iter.next(), iter.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            visible(group.stream())
        }
        _ => tokens,
    }
}

#[cfg(test)]
mod call_tests;
