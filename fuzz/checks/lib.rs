//! What must hold of any input, a function over bytes each. The fuzz targets call them with bytes that a fuzzer makes,
//! and the tests with the bytes that it found.

// The functions of a proc-macro crate cannot be called from another crate, so its sources are modules here, and not all
// of them is called.
#![allow(dead_code)]

#[path = "../../kmd-macros/src/call/mod.rs"]
mod call;
#[path = "../../kmd-macros/src/catalog/mod.rs"]
mod catalog;
#[path = "../../kmd-macros/src/check.rs"]
mod check;
#[path = "../../kmd-macros/src/entry.rs"]
mod entry;
#[path = "../../kmd-macros/src/generate/mod.rs"]
mod generate;
#[path = "../../kmd-macros/src/keys.rs"]
mod keys;
#[path = "../../kmd-macros/src/mistake.rs"]
mod mistake;
#[path = "../../kmd-macros/src/model.rs"]
mod model;
#[path = "../../kmd-macros/src/names.rs"]
mod names;
#[path = "../../kmd-macros/src/problems.rs"]
mod problems;
#[path = "../../kmd-macros/src/read.rs"]
mod read;
#[path = "../../kmd-macros/src/schema.rs"]
mod schema;
#[path = "../../kmd-macros/src/suggest.rs"]
mod suggest;
#[path = "../../kmd-macros/src/tag_hash.rs"]
mod tag_hash;
#[path = "../../kmd-macros/src/template.rs"]
mod template;
#[path = "../../kmd-macros/src/yaml.rs"]
mod yaml;

#[path = "call.rs"]
mod check_call;
#[path = "catalog.rs"]
mod check_catalog;
pub mod corpus;
#[allow(clippy::too_many_lines, unreachable_pub)]
#[path = "../../tests/support/events.rs"]
mod events;
pub mod frame;
mod record;
mod structured;

pub use check_call::check as call;
pub use check_catalog::check as catalog;
pub use frame::check as frame;
pub use record::check as record;
