//! The `kmd_event!` macro, which expands a call to an expression.

mod classify;
mod conversion;
mod expand;
mod help;
mod item;
mod not_a_literal;
mod pair;
mod report;
mod split;
mod validate;
mod value;

use proc_macro2::{Group, TokenStream};
use syn::LitStr;
use syn::parse::{ParseStream, Parser as _};

use self::expand::Paths;
use crate::diagnostic::Diagnostic;
use crate::message_table::MessageTable;

/// Expands `(runtime path) (module path) "message table" call`. The generated macro adds the first three parts.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let arguments = |input: ParseStream<'_>| -> syn::Result<_> {
        let (runtime, module): (Group, Group) = (input.parse()?, input.parse()?);
        let text: LitStr = input.parse()?;
        let paths = Paths { runtime: runtime.stream(), module: module.stream() };
        Ok((paths, text.value(), input.parse::<TokenStream>()?))
    };
    let Ok((paths, text, call)) = arguments.parse2(input) else {
        return misuse();
    };
    let Some(table) = MessageTable::parse(&text) else {
        return misuse();
    };
    let call = validate::validate(call, table);
    expand::expression(&call, table, &paths)
}

/// Returns the error for a direct call of the hidden macro.
fn misuse() -> TokenStream {
    Diagnostic::spanning(&[], "direct call of an implementation detail")
        .help("call the `…_event!` macro of a catalog")
        .to_compile_error()
}

#[cfg(test)]
mod call_tests;
