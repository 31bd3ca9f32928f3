//! Values and header fields of records.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kmd_checks::frame(bytes));
