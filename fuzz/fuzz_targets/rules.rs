//! The fuzz target for the rules of a catalog.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kmd_checks::rules(bytes));
