//! The tests of what the crates do at run time. Each of them can share a process with the others.

mod call_site;
mod diagnostics;
mod documented_lines;
mod format_properties;
mod formats;
mod fuzz_corpora;
mod levels;
mod lines;
mod log;
mod metadata;
mod parsing;
mod records;
mod round_trip;
mod schema;
mod serde;
mod shadowed;
mod tracing;
#[cfg(unix)]
mod transports;
mod values;
