//! What must hold of any input, a function over bytes each. The fuzz targets call them with bytes that a fuzzer makes,
//! and the tests with the bytes that it found.

// The functions of a proc-macro crate cannot be called from another crate, so its sources are modules here, and not all
// of them is called.
#![allow(dead_code)]

#[path = "../../kmd-macros/src"]
mod macros {
    pub(crate) mod catalog_macro;
    pub(crate) mod codegen;
    pub(crate) mod diagnostic;
    pub(crate) mod event_macro;
    pub(crate) mod ident;
    pub(crate) mod message_table;
}
use macros::{catalog_macro, codegen, diagnostic, event_macro, ident, message_table};

#[path = "call.rs"]
mod check_call;
#[path = "catalog.rs"]
mod check_catalog;
pub mod corpus;
#[allow(clippy::too_many_lines, unreachable_pub)]
#[path = "../../tests/src/events.rs"]
mod events;
pub mod frame;
mod record;
mod structured;

pub use check_call::check as call;
pub use check_catalog::check as catalog;
pub use frame::check as frame;
pub use record::check as record;
