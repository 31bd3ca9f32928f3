//! The macros that expand a call to an expression: `kmd_event!`, `kmd_log!` and `assert_logged!`.

mod classify;
mod conversion;
mod expand;
mod expand_assert;
mod expand_log;
mod help;
mod item;
mod not_a_literal;
mod pair;
mod report;
mod sink_argument;
mod split;
mod token_text;
mod validate;
mod value;

use proc_macro2::{TokenStream, TokenTree};

use self::expand::Paths;
use self::validate::Call;
use crate::diagnostic::Diagnostic;
use crate::message_table::MessageTable;

/// Expands a call of an event macro.
pub(crate) fn event(input: TokenStream) -> TokenStream {
    expand(input, |call, table, paths| {
        let call = validate::validate(call, table);
        expand::expression(&call, table, paths)
    })
}

/// Expands a call of a log macro: a sink, a comma, and a call as of the event macro.
pub(crate) fn log(input: TokenStream) -> TokenStream {
    expand(input, |call, table, paths| {
        let table = table.for_log();
        let mut arguments = sink_argument::separate(call, table);
        let tokens = std::mem::take(&mut arguments.call);
        let diagnostic = arguments.diagnostic.take();
        // A missing message is reported together with the sink.
        let mut call =
            if tokens.is_empty() && diagnostic.is_some() { Call::default() } else { validate::validate(tokens, table) };
        call.diagnostics.splice(..0, diagnostic);
        expand_log::log_expression(&arguments, &call, table, paths)
    })
}

/// Expands a call of an assertion: a log, a comma, and a message with patterns.
pub(crate) fn assert_logged(input: TokenStream) -> TokenStream {
    expand_assert::expand(input)
}

/// Expands `(runtime path) (module path) "message table" call`. The generated macro adds the first three parts.
fn expand(
    input: TokenStream,
    expansion: impl FnOnce(TokenStream, MessageTable<'_>, &Paths) -> TokenStream,
) -> TokenStream {
    let mut tokens = input.into_iter();
    let (Some(TokenTree::Group(runtime)), Some(TokenTree::Group(module)), Some(TokenTree::Literal(table))) =
        (tokens.next(), tokens.next(), tokens.next())
    else {
        return misuse();
    };
    let table = table.to_string();
    let Some(table) = MessageTable::parse(&table) else {
        return misuse();
    };
    let paths = Paths { runtime: runtime.stream(), module: module.stream() };
    expansion(tokens.collect(), table, &paths)
}

/// Returns the error for a direct call of the hidden macro.
fn misuse() -> TokenStream {
    Diagnostic::spanning(&[], "direct call of an implementation detail")
        .help("call the `…_event!` or `…_log!` macro of a catalog")
        .to_compile_error()
}

#[cfg(test)]
mod call_tests;
