//! The fuzz target for the values and the header fields of syslog messages.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kmd_checks::frame(bytes));
