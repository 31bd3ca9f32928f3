use alloc::boxed::Box;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use super::Sink;
use super::sink_error::{SinkError, tagged_text};
use crate::{Event, Message};

/// A sink that logs to several sinks.
///
/// Every sink gets the event, also after another one failed. A message is enabled if one of the sinks logs it.
///
/// ```
/// use kmd_events::sink::{Fanout, FanoutError, Sink, SinkError};
/// use kmd_events::{Event, kmd_log};
///
/// struct Full;
///
/// impl Sink for Full {
///     fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
///         Err(SinkError::new(event.to_string(), "the disk is full"))
///     }
/// }
///
/// let error = kmd_log!(Fanout::new().with(Full).with(Full), KMD_PM_PROPOSAL_NULL_ESP).unwrap_err();
/// let cause = error.cause().downcast_ref::<FanoutError>().expect("the error of a fan-out");
/// let failed: Vec<usize> = cause.failures().iter().map(|(index, _)| *index).collect();
/// assert_eq!(failed, [0, 1]);
/// ```
#[derive(Default)]
pub struct Fanout<'a> {
    sinks: Vec<Box<dyn Sink + 'a>>,
}

impl<'a> Fanout<'a> {
    /// Creates a sink that logs nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { sinks: Vec::new() }
    }

    /// Adds a sink. To keep a sink, pass a reference or an `Arc`.
    #[must_use]
    pub fn with(mut self, sink: impl Sink + 'a) -> Self {
        self.sinks.push(Box::new(sink));
        self
    }

    /// Calls a function with each sink, and returns the failures with the indices of their sinks.
    fn each(&self, call: impl Fn(&dyn Sink) -> Result<(), SinkError>) -> Result<(), FanoutError> {
        let mut failures = Vec::new();
        for (index, sink) in self.sinks.iter().enumerate() {
            failures.extend(call(&**sink).err().map(|error| (index, error)));
        }
        if failures.is_empty() { Ok(()) } else { Err(FanoutError { failures }) }
    }
}

impl Sink for Fanout<'_> {
    fn is_enabled(&self, message: &Message) -> bool {
        self.sinks.iter().any(|sink| sink.is_enabled(message))
    }

    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        let message = event.message();
        self.each(|sink| if sink.is_enabled(message) { sink.log(event) } else { Ok(()) })
            .map_err(|error| SinkError::new(tagged_text(event), error))
    }

    fn flush(&self) -> Result<(), SinkError> {
        self.each(|sink| sink.flush()).map_err(SinkError::of_flush)
    }
}

impl fmt::Debug for Fanout<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fanout").field("len", &self.sinks.len()).finish_non_exhaustive()
    }
}

/// The error returned when some sinks of a [`Fanout`] failed. It is the [`cause`](SinkError::cause) of a [`SinkError`].
#[derive(Debug)]
pub struct FanoutError {
    failures: Vec<(usize, SinkError)>,
}

impl FanoutError {
    /// Returns the errors of all sinks that failed. The number is the index of the sink, in the order in which they
    /// were added.
    #[must_use]
    pub fn failures(&self) -> &[(usize, SinkError)] {
        &self.failures
    }

    /// Converts the error into those of all sinks that failed, with the indices of the sinks.
    #[must_use]
    pub fn into_failures(self) -> Vec<(usize, SinkError)> {
        self.failures
    }
}

impl fmt::Display for FanoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, (index, error)) in self.failures.iter().enumerate() {
            let separator = if position == 0 { "" } else { "; " };
            write!(f, "{separator}sink {index}: {}", error.cause())?;
        }
        Ok(())
    }
}

impl Error for FanoutError {}
