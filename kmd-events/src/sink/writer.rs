use core::fmt;
use std::boxed::Box;
use std::io;
use std::sync::{Mutex, PoisonError};

use super::Sink;
use super::sink_error::SinkError;
use crate::Event;
use crate::format::{Formatter, Timestamp};

/// A sink that writes one line per event to a [`Write`](io::Write), such as standard error, a file or a vector.
///
/// Each line is written with one call, so threads can share the writer. A line of a process and one of another do not mix
/// in a file that both append to, as long as the system writes each at once.
///
/// A write blocks as long as the output does, and the other threads wait for it; to avoid this, log from a thread of its own
/// (see [`guide::sending`](crate::guide::sending#other-threads)). Lines of several threads can be in another order than
/// their times.
///
/// The clock returns the time of each event. Pass [`Timestamp::utc_now`] for UTC. With the feature `syslog`,
/// `Timestamp::now` is the local time.
///
/// ```
/// use kmd_events::format::{Format, Formatter, Timestamp};
/// use kmd_events::kmd_log;
/// use kmd_events::sink::Writer;
///
/// let clock = || Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
/// let formatter = Formatter::new(Format::Junos).with_hostname("gw")?;
/// let log = Writer::new(Vec::new(), formatter, clock); // or `io::stderr()`, or a `File`
/// kmd_log!(log, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" })?;
///
/// let lines = String::from_utf8(log.into_inner())?;
/// assert_eq!(lines, "Aug  3 10:18:44  gw kmd: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Writer<W> {
    out: Mutex<W>,
    formatter: Formatter,
    clock: Box<dyn Fn() -> Timestamp + Send + Sync>,
}

impl<W: io::Write> Writer<W> {
    /// Creates a sink that writes in the format of the formatter.
    #[must_use]
    pub fn new(out: W, formatter: Formatter, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { out: Mutex::new(out), formatter, clock: Box::new(clock) }
    }

    /// Returns the formatter.
    #[must_use]
    pub const fn formatter(&self) -> &Formatter {
        &self.formatter
    }

    /// Replaces the output, for example after the file was rotated, and returns the previous one. The caller flushes it
    /// if it has a buffer.
    pub fn replace(&self, out: W) -> W {
        self.with_out(|current| core::mem::replace(current, out))
    }

    /// Converts the sink into the output. The output is not flushed.
    pub fn into_inner(self) -> W {
        self.out.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Calls a function with the output. A panic in another thread does not keep this one from logging.
    fn with_out<T>(&self, then: impl FnOnce(&mut W) -> T) -> T {
        then(&mut self.out.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<W: io::Write + Send> Sink for Writer<W> {
    /// Writes the event and a line break.
    ///
    /// # Errors
    ///
    /// Returns an error if the output returns one. A part of the line may be written.
    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        // The event is formatted before the lock is taken, since its text may come from code that logs.
        let mut line = self.formatter.format_to_string(event, (self.clock)());
        line.push('\n');
        self.with_out(|out| out.write_all(line.as_bytes())).map_err(|error| {
            line.pop();
            SinkError::new(line, error)
        })
    }

    fn flush(&self) -> Result<(), SinkError> {
        self.with_out(io::Write::flush).map_err(SinkError::of_flush)
    }
}

impl<W> fmt::Debug for Writer<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").field("formatter", &self.formatter).finish_non_exhaustive()
    }
}
