//! The fuzz target for a line, a stream and a text.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kmd_checks::record(bytes));
