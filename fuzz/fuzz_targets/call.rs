//! The fuzz target for the tokens of a call.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kmd_checks::call(bytes));
