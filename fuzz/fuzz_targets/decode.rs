//! The fuzz target for a log, compressed or not.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kmd_checks::decode(bytes));
