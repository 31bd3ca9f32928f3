//! What stands in the parentheses of a call.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kmd_checks::call(bytes));
