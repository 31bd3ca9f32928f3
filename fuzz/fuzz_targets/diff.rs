//! The fuzz target for two versions of a catalog.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kmd_checks::diff(bytes));
