//! The expression that a call of a log macro expands to.
//!
//! ```text
//! correct   match (R::__private::enabled)(&(value), P::events::X::MESSAGE) {
//!               Some(sink) => sink.log(&event),
//!               None => Ok(()),
//!           }
//! wrong     (the same or an unreachable value, …, compile_error!{…}).0
//! ```
//!
//! `event` is what the event macro expands to. The values are in a branch and not in a closure, so that `?`, `return`
//! and `await` work in them.

use proc_macro2::{Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

use super::conversion::{located, parenthesized};
use super::expand::{Paths, event, event_type, with_diagnostics};
use super::sink_argument::LogArguments;
use super::validate::Call;
use super::value::is_simple_expr;
use crate::ident::checked;
use crate::message_table::MessageTable;

/// Returns the expression of a validated call.
pub(crate) fn log_expression(
    arguments: &LogArguments,
    call: &Call<'_>,
    table: MessageTable<'_>,
    paths: &Paths,
) -> TokenStream {
    let Paths { runtime, module } = paths;
    let LogArguments { sink, unused, .. } = arguments;
    let event = event(call, paths, &event_type(table, paths));
    // In a wrong call, the tokens may not be an expression, which would hide the errors.
    if sink.is_empty() || !call.diagnostics.is_empty() && !is_simple_expr(sink) {
        let result = quote!(::core::result::Result<(), #runtime::sink::SinkError>);
        let result = quote!(#runtime::__private::unreachable_value::<#result>());
        // An editor completes in a sink that is not complete.
        let sink = (!sink.is_empty()).then(|| quote!(#runtime::__private::rust_analyzer!(#(#sink)*)));
        let event = call.entry.map(|_| event);
        let unused = Some(unused.clone()).filter(|value| !value.is_empty());
        let unused = sink.into_iter().chain(event).chain(unused);
        return with_diagnostics(&result, unused, call, paths);
    }
    let message = if let Some(entry) = call.entry {
        let name = checked(entry.name);
        quote!(#module::events::#name::MESSAGE)
    } else {
        quote!(#runtime::__private::unreachable_value())
    };
    let argument = reference(sink);
    let function = located(runtime, &["__private", "enabled"], sink.first());
    // The name is visible only here, so a variable `sink` in a value keeps its meaning.
    let name = Ident::new("sink", Span::mixed_site());
    let log = quote! {
        match #function(#argument, #message) {
            ::core::option::Option::Some(#name) => #name.log(&#event),
            ::core::option::Option::None => ::core::result::Result::Ok(()),
        }
    };
    with_diagnostics(&log, std::iter::empty(), call, paths)
}

/// Returns `&(value)`, located at the tokens of the value, so that rustc underlines the value if its type is wrong.
pub(super) fn reference(value: &[TokenTree]) -> TokenStream {
    let first = value.first().map_or_else(Span::call_site, TokenTree::span);
    let mut reference = Punct::new('&', Spacing::Alone);
    reference.set_span(Span::call_site().located_at(first));
    let value = parenthesized(value);
    quote!(#reference #value)
}
