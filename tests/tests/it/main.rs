//! Tests of the run-time behavior of the crates that can share one process.

mod all_types;
mod assert_logged;
mod call_site;
mod calls_of_all_types;
mod context;
mod converted_values;
mod device_lines;
mod diagnostics;
mod documented_lines;
#[cfg(unix)]
mod faults;
mod format_properties;
mod formats;
mod fuzz_corpora;
mod header_forms;
mod header_properties;
mod levels;
mod lines;
mod loaded;
mod log;
mod log_call;
mod long_tags;
mod metadata;
mod owned_events;
mod parsing;
mod pointers;
mod real_code;
mod records;
mod round_trip;
mod schema;
mod send_and_sync;
mod serde;
mod shadowed;
mod sinks;
mod timestamps;
mod tracing;
#[cfg(unix)]
mod transports;
mod two_processes;
mod types;
mod values;
