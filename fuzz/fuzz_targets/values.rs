//! The fuzz target for a value in a format.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kmd_checks::values(bytes));
