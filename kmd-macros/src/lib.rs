//! The macros behind `kmd-events`: use that crate, not this one.
//!
//! Two function-like macros, both reached through `kmd-events`:
//!
//! - `catalog` reads a YAML catalog of log messages while the crate compiles and writes the typed
//!   events. The data goes in a straight line, a file a step:
//!   `yaml` (text to tree) → `read` (tree to entries) → `check` (rules) → `model` (with Rust names) →
//!   `generate` (model to Rust).
//! - `event` stands behind the generated `kmd_event!` and checks one call:
//!   `call::parse` (tokens to call) → `call::check` (mistakes) → `event_macro::expand` (an expression).
//!   What it must know of the catalog travels in one literal, see `schema`.

mod catalog_macro;
mod codegen;
mod diagnostic;
mod event_macro;
mod ident;
mod message_table;

use proc_macro::TokenStream;

/// Generates the events of a catalog; called by `kmd_events::catalog!`, which documents it.
#[proc_macro]
pub fn catalog(input: TokenStream) -> TokenStream {
    catalog_macro::expand(input.into()).into()
}

/// Checks and builds one event; called by the macro that `catalog!` generates, which documents it.
#[proc_macro]
pub fn event(input: TokenStream) -> TokenStream {
    event_macro::expand(input.into()).into()
}
