//! The trait of all sinks, and sinks that write, combine and filter.
//!
//! A [`Sink`] logs the events of every catalog. Code that logs takes a `&dyn Sink`, and the program chooses the sink:
//!
//! | sink | destination |
//! |---|---|
//! | [`Writer`] | standard error, a file, or another [`Write`](std::io::Write), one line per event |
//! | `syslog::Syslog` | a syslog daemon, with the feature `syslog` |
//! | `journald::Journal` | systemd's journal, with the feature `journald` |
//! | `log::LogSink` | the logger of the `log` crate, with the feature `log` |
//! | `tracing::TracingSink` | the subscriber of the `tracing` crate, with the feature `tracing` |
//! | [`Fanout`] | several sinks |
//! | [`Filter`] | a sink that gets only the messages of some severities and facilities |
//! | [`AddContext`] | another sink, with context added to each event |
//! | [`Recorder`] | memory, for tests |
//!
//! The macro `kmd_log!`, which every catalog has under its own name, asks the sink first whether the message is
//! enabled. If it is not, the values of the call are not evaluated.
//!
//! The following example logs to a writer and to a second one that gets only errors:
//!
//! ```
//! # #[cfg(feature = "std")]
//! # fn main() -> Result<(), kmd_events::sink::SinkError> {
//! use kmd_events::format::{Format, Formatter, Timestamp};
//! use kmd_events::sink::{Fanout, Filter, Sink, Writer};
//! use kmd_events::{Severity, kmd_log};
//!
//! fn establish(log: &dyn Sink) -> Result<(), kmd_events::sink::SinkError> {
//!     kmd_log!(log, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" })?;
//!     kmd_log!(log, KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: std::net::Ipv4Addr::LOCALHOST })
//! }
//!
//! let formatter = Formatter::new(Format::Rfc3164);
//! let clock = || Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
//! let (all, errors) = (Writer::new(Vec::new(), formatter.clone(), clock), Writer::new(Vec::new(), formatter, clock));
//! establish(&Fanout::new().with(&all).with(Filter::new(&errors).with_max_severity(Severity::Error)))?;
//!
//! let lines = |writer: Writer<Vec<u8>>| String::from_utf8(writer.into_inner()).expect("UTF-8");
//! let not_found = "<35>Aug  3 10:18:44 kmd: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7\n";
//! let up = "<30>Aug  3 10:18:44 kmd: KMD_VPN_UP_ALARM_USER: VPN hq from 127.0.0.1 is up.\n";
//! assert_eq!(lines(all), format!("{not_found}{up}"));
//! assert_eq!(lines(errors), not_found);
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "std"))]
//! # fn main() {}
//! ```

mod add_context;
mod fanout;
mod filter;
#[cfg(feature = "std")]
mod recorder;
mod sink_error;
#[cfg(feature = "std")]
mod writer;

use alloc::boxed::Box;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;

pub use self::add_context::AddContext;
pub use self::fanout::{Fanout, FanoutError};
pub use self::filter::Filter;
#[cfg(feature = "std")]
pub use self::recorder::Recorder;
pub use self::sink_error::SinkError;
pub(crate) use self::sink_error::tagged_text;
#[cfg(feature = "std")]
pub use self::writer::Writer;

use crate::{Event, Message};

/// A destination of events.
///
/// The trait is implemented for references, boxes and `Arc`s of sinks, so `&dyn Sink` and `Arc<dyn Sink>` are sinks.
/// Threads can share every sink, and so can `async` functions that run on several threads. All methods take `&self`: a sink
/// with state keeps it in a `Mutex`, an atomic or a similar type.
///
/// The following example implements a sink that prints the texts of all events except those for debugging:
///
/// ```
/// use kmd_events::sink::{Sink, SinkError};
/// use kmd_events::{Event, Message, Severity, kmd_log};
///
/// struct Print;
///
/// impl Sink for Print {
///     fn is_enabled(&self, message: &Message) -> bool {
///         message.severity() < Severity::Debug
///     }
///
///     fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
///         println!("{event}");
///         Ok(())
///     }
/// }
///
/// kmd_log!(Print, KMD_PM_PROPOSAL_NULL_ESP)?;
/// # Ok::<(), SinkError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a sink",
    label = "expected a sink, such as a `&dyn Sink`",
    note = "`kmd_events::sink` lists the sinks"
)]
pub trait Sink: Send + Sync {
    /// Returns whether the sink logs events of a message. By default, it logs all events.
    ///
    /// `kmd_log!`, [`Fanout`] and [`Filter`] do not call [`log`](Self::log) if this method returns `false`. A caller of
    /// `log` may skip the question.
    fn is_enabled(&self, message: &Message) -> bool {
        let _ = message;
        true
    }

    /// Logs an event.
    ///
    /// # Errors
    ///
    /// Returns an error if the sink did not log the event. The error contains the rendered event, so that the caller
    /// can write it to another place.
    fn log(&self, event: &dyn Event) -> Result<(), SinkError>;

    /// Waits until the events that were logged have left this process. By default, there is nothing to wait for.
    ///
    /// # Errors
    ///
    /// Returns an error if the events could not be written.
    fn flush(&self) -> Result<(), SinkError> {
        Ok(())
    }
}

/// Implements the trait for a pointer to a sink.
macro_rules! forward {
    ($($pointer:ty),*) => {$(
        impl<S: Sink + ?Sized> Sink for $pointer {
            fn is_enabled(&self, message: &Message) -> bool {
                (**self).is_enabled(message)
            }

            fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
                (**self).log(event)
            }

            fn flush(&self) -> Result<(), SinkError> {
                (**self).flush()
            }
        }
    )*};
}

forward!(&S, Box<S>);
#[cfg(target_has_atomic = "ptr")]
forward!(Arc<S>);
