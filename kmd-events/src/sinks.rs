//! The sinks: modules that send events to a logging system.

#[cfg(all(feature = "journald", target_os = "linux"))]
pub mod journald;
#[cfg(feature = "log")]
pub mod log;
#[cfg(feature = "syslog")]
pub mod syslog;
#[cfg(feature = "tracing")]
pub mod tracing;
