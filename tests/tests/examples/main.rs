//! The example programs. Apart from the other tests, since each test starts cargo.

mod decode;
mod explain;
#[cfg(target_os = "linux")]
mod ike_daemon;
