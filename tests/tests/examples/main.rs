//! Tests of the example programs. They are separate from the other tests, since each one starts cargo.

#[cfg(target_os = "linux")]
mod ike_daemon;
