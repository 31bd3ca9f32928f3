//! The macros of `kmd-events`. Use that crate, not this one.
//!
//! It has two function-like macros, and `kmd-events` wraps both:
//!
//! - `catalog` reads a YAML catalog at compile time and generates typed events. The crate `kmd-catalog` makes a checked
//!   model of the file, and `codegen` makes Rust of the model.
//! - `event` checks one call of a generated macro such as `kmd_event!` and expands to an expression. `event_macro` has the
//!   steps. What a call has to know of the catalog is one literal, see `message_table`.

mod catalog_macro;
mod codegen;
mod diagnostic;
mod event_macro;
mod ident;
mod message_table;

use proc_macro::TokenStream;

/// Generates the events of a catalog. `kmd_events::catalog!` calls it and documents it.
#[proc_macro]
pub fn catalog(input: TokenStream) -> TokenStream {
    catalog_macro::expand(input.into()).into()
}

/// Checks and builds one event. The macro that `catalog!` generates calls it and documents it.
#[proc_macro]
pub fn event(input: TokenStream) -> TokenStream {
    event_macro::expand(input.into()).into()
}
