//! The sinks: modules that send events to a logging system.

#[cfg(feature = "journald")]
pub mod journald;
#[cfg(feature = "log")]
pub mod log;
#[cfg(feature = "syslog")]
pub mod syslog;
#[cfg(feature = "tracing")]
pub mod tracing;
