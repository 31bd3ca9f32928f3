//! The macros behind `kmd-events`: use that crate, not this one.
//!
//! Two function-like macros, both reached through `kmd-events`:
//!
//! - `catalog` reads a YAML catalogue of log messages while the crate compiles and writes the typed
//!   events. The data goes in a straight line, a file a step:
//!   `yaml` (text to tree) → `read` (tree to entries) → `check` (rules) → `model` (with Rust names) →
//!   `generate` (model to Rust).
//! - `event` stands behind the generated `kmd_event!` and checks one call:
//!   `call::parse` (tokens to call) → `call::check` (mistakes) → `call::expand` (an expression).
//!   What it must know of the catalogue travels in one literal, see `schema`.

mod call;
mod catalog;
mod check;
mod entry;
mod generate;
mod keys;
mod mistake;
mod model;
mod names;
mod problems;
mod read;
mod schema;
mod suggest;
mod tag_hash;
mod template;
mod yaml;

use proc_macro::TokenStream;

/// Generates the events of a catalogue; called by `kmd_events::catalog!`, which documents it.
#[proc_macro]
pub fn catalog(input: TokenStream) -> TokenStream {
    catalog::expand(input.into()).into()
}

/// Checks and builds one event; called by the macro that `catalog!` generates, which documents it.
#[proc_macro]
pub fn event(input: TokenStream) -> TokenStream {
    call::expand(input.into()).into()
}
