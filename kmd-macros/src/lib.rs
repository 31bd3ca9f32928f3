//! The macros of `kmd-events`. Use that crate, not this one.
//!
//! The crate has four function-like macros, all of which `kmd-events` wraps:
//!
//! - `catalog` reads a YAML catalog at compile time and generates typed events. The crate `kmd-catalog` parses and
//!   validates the file, and `codegen` generates the Rust code.
//! - `event` checks one call of a generated macro such as `kmd_event!` and expands to an expression. Its steps are in
//!   `event_macro`. The `message_table` module has the data about the catalog that a call needs.
//! - `log` checks one call of a generated macro such as `kmd_log!`, which begins with a sink.
//! - `assert_logged` expands one assertion on what was logged.

mod catalog_macro;
mod codegen;
mod diagnostic;
mod event_macro;
mod given;
mod ident;
mod message_table;

use proc_macro::TokenStream;

/// Generates the events of a catalog. It is called and documented by `kmd_events::catalog!`.
#[proc_macro]
pub fn catalog(input: TokenStream) -> TokenStream {
    catalog_macro::expand(input.into()).into()
}

/// Checks and builds one event. It is called and documented by the macro that `catalog!` generates.
#[proc_macro]
pub fn event(input: TokenStream) -> TokenStream {
    event_macro::event(input.into()).into()
}

/// Checks and builds one event, and logs it. It is called and documented by the macro that `catalog!` generates.
#[proc_macro]
pub fn log(input: TokenStream) -> TokenStream {
    event_macro::log(input.into()).into()
}

/// Searches a log for an event. It is called and documented by `kmd_events::assert_logged!`.
#[proc_macro]
pub fn assert_logged(input: TokenStream) -> TokenStream {
    event_macro::assert_logged(input.into()).into()
}
