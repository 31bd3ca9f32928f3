//! The fuzz target for an event in JSON, CBOR and postcard.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kmd_checks::serde(bytes));
