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
    out: Mutex<Output<W>>,
    formatter: Formatter,
    clock: Box<dyn Fn() -> Timestamp + Send + Sync>,
}

impl<W: io::Write> Writer<W> {
    /// Creates a sink that writes in the format of the formatter.
    #[must_use]
    pub fn new(out: W, formatter: Formatter, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { out: Mutex::new(Output::new(out)), formatter, clock: Box::new(clock) }
    }

    /// Returns the formatter.
    #[must_use]
    pub const fn formatter(&self) -> &Formatter {
        &self.formatter
    }

    /// Replaces the output, for example after the file was rotated, and returns the previous one. The caller flushes it
    /// if it has a buffer.
    pub fn replace(&self, out: W) -> W {
        self.with_out(|current| core::mem::replace(current, Output::new(out)).out)
    }

    /// Converts the sink into the output. The output is not flushed.
    pub fn into_inner(self) -> W {
        self.out.into_inner().unwrap_or_else(PoisonError::into_inner).out
    }

    /// Calls a function with the output. A panic in another thread does not keep this one from logging.
    fn with_out<T>(&self, then: impl FnOnce(&mut Output<W>) -> T) -> T {
        then(&mut self.out.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<W: io::Write + Send> Sink for Writer<W> {
    /// Writes the event and a line break.
    ///
    /// # Errors
    ///
    /// Returns an error if the output returns one. A part of the line may be written, for example if the disk is full. Then a
    /// line break precedes the next event, so that no event is appended to that part.
    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        // The event is formatted before the lock is taken, since its text may come from code that logs.
        let mut line = self.formatter.format_to_string(event, (self.clock)());
        line.push('\n');
        self.with_out(|out| out.write_line(&line)).map_err(|error| {
            line.pop();
            SinkError::new(line, error)
        })
    }

    fn flush(&self) -> Result<(), SinkError> {
        self.with_out(|out| out.out.flush()).map_err(SinkError::of_flush)
    }
}

/// The output, and whether it ends within a line.
struct Output<W> {
    out: W,
    has_part: bool,
}

impl<W: io::Write> Output<W> {
    const fn new(out: W) -> Self {
        Self { out, has_part: false }
    }

    /// Writes a line that ends with a line break.
    fn write_line(&mut self, line: &str) -> io::Result<()> {
        if !self.has_part {
            return self.write_all(line.as_bytes());
        }
        self.write_all(std::format!("\n{line}").as_bytes())
    }

    /// Writes bytes like [`write_all`](io::Write::write_all), which does not tell how many were written before an error.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut rest = bytes;
        while !rest.is_empty() {
            match self.out.write(rest) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => {
                    let (written, left) = rest.split_at(count.min(rest.len()));
                    self.has_part = !written.ends_with(b"\n");
                    rest = left;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl<W> fmt::Debug for Writer<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").field("formatter", &self.formatter).finish_non_exhaustive()
    }
}
