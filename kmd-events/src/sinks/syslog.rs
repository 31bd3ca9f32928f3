//! Sends events to a syslog daemon: over a Unix socket, UDP or TCP.
//!
//! ```
//! use kmd_events::format::{Format, Formatter};
//! use kmd_events::kmd_event;
//! use kmd_events::syslog::{Syslog, Target};
//!
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("log");
//! # let daemon = std::os::unix::net::UnixDatagram::bind(&path)?;
//! let target = Target::Unix(path); // "/dev/log" on most systems
//! let mut syslog = Syslog::new(target, Formatter::for_this_host(Format::Rfc3164)?);
//! syslog.send(&kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" }))?;
//! # let mut bytes = [0; 1024];
//! # let length = daemon.recv(&mut bytes)?;
//! # let text = String::from_utf8_lossy(&bytes[..length]);
//! # let tail = ": KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7";
//! # assert!(text.starts_with("<35>") && text.ends_with(tail), "{text}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is sent
//!
//! When [`Syslog::send`] returns `Ok`, the kernel has the whole record. When it does not, the error has it, and
//! [`Syslog::resend`] sends it again. What the kernel has and the receiver did not take before it died is lost
//! without a word on every transport of syslog (RFC 5424 section 8.5). A stream says so one record later, so
//! each send looks first whether the receiver has closed its end. One that has closed only half, and reads on, counts
//! as gone too; so does one that writes some kilobytes between two records. UDP says nothing at all (RFC 5426
//! section 4.1), unless the receiver's machine refuses the datagram: at once on a loopback address, which is an error,
//! or later, which [`Syslog::refused_datagrams`] counts. It need not say so of each.
//!
//! A broken connection is made anew once a send, and the record is sent again; if that fails too, it is an
//! error. The receiver of a stream may keep the beginning of a record that broke off.
//!
//! # Which format
//!
//! Over a Unix socket RFC 3164 is what every daemon takes: rsyslog's own parser of local messages, its default
//! there, reads the version of RFC 5424 as the name of the process (`useSpecialParser="off"` changes that). Over
//! networks rsyslog takes all formats.
//!
//! # How long it takes
//!
//! A send takes no longer than the timeout, with everything that it does: connecting, waiting for a receiver that
//! takes nothing, connecting again. It is a second unless [`Syslog::with_timeout`] sets it.
//!
//! # Flushing and dropping
//!
//! There is nothing to flush: no record waits in this process. Dropping a [`Syslog`] closes its socket, and the
//! kernel goes on delivering what it has.
//!
//! # What is below
//!
//! Sockets of the standard library and of `socket2`. `fasyslog`, the crate for this that is kept best, lets nobody set
//! a timeout on its sockets, and its buffer keeps half of a frame of TCP when a connection breaks. There is no TLS: put
//! a relay of this machine in front of the network, as rsyslog or syslog-ng are.

mod clock;
mod connection;
mod deadline;
mod send_error;
mod target;

use core::fmt;
use core::time::Duration;
use std::boxed::Box;
use std::io;
use std::string::String;

pub use self::send_error::SendError;
pub use self::target::Target;

use self::connection::{Connection, Failure};
use self::deadline::{Deadline, is_timeout};
use self::send_error::is_too_long;
use crate::Event;
use crate::format::{Formatter, Timestamp};

/// Sends events to one syslog daemon; see the [module](self).
///
/// It connects when it first sends, and can be made before the daemon is there. Threads share one in a `Mutex`.
///
/// ```
/// use kmd_events::format::{Format, Formatter, Timestamp};
/// use kmd_events::kmd_event;
/// use kmd_events::syslog::{Syslog, Target};
/// use std::net::UdpSocket;
/// use std::time::Duration;
///
/// let daemon = UdpSocket::bind("127.0.0.1:0")?;
/// let formatter = Formatter::new(Format::Rfc3164).with_hostname("gw")?.with_pid(14_162);
/// let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
/// let mut syslog = Syslog::new(Target::Udp(daemon.local_addr()?), formatter)
///     .with_timeout(Duration::from_millis(200))
///     .with_clock(move || time);
/// syslog.send(&kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" }))?;
///
/// let mut bytes = [0; 1024];
/// let length = daemon.recv(&mut bytes)?;
/// assert_eq!(
///     String::from_utf8_lossy(&bytes[..length]),
///     "<35>Aug  3 10:18:44 gw kmd[14162]: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Syslog {
    target: Target,
    formatter: Formatter,
    timeout: Duration,
    clock: Box<dyn Fn() -> Timestamp + Send + Sync>,
    connection: Option<Connection>,
    refused: u64,
}

impl Syslog {
    /// To a daemon, in the formatter's format. On a Unix socket the formats outside of RFC 5424 go without
    /// the name of the host: a local daemon knows it, and takes the first word for the process.
    #[must_use]
    pub fn new(target: Target, formatter: Formatter) -> Self {
        let mut formatter = formatter.for_transport();
        if target.is_local() && !formatter.format().is_structured() {
            formatter = formatter.without_hostname();
        }
        Self {
            target,
            formatter,
            timeout: Duration::from_secs(1),
            clock: Box::new(Timestamp::now),
            connection: None,
            refused: 0,
        }
    }

    /// How long a send may take; a second, if nobody says otherwise. No time at all is too short for every record:
    /// with [`Duration::ZERO`] each is [`SendError::TimedOut`].
    #[must_use]
    pub fn with_timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// What tells the time, in place of [`Timestamp::now`].
    #[must_use]
    pub fn with_clock(self, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self {
            clock: Box::new(clock),
            ..self
        }
    }

    /// Connects now, to find a mistake early. Over UDP nobody answers, so there it finds none.
    ///
    /// # Errors
    ///
    /// If nobody listens there, or not within the timeout.
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter};
    /// use kmd_events::syslog::{Syslog, Target};
    ///
    /// let target = Target::Unix("/nowhere/log".into());
    /// assert!(Syslog::new(target, Formatter::new(Format::Rfc3164)).connect().is_err());
    /// ```
    pub fn connect(&mut self) -> io::Result<()> {
        self.connection = None;
        self.connection = Some(Connection::open(
            &self.target,
            Deadline::after(self.timeout),
        )?);
        Ok(())
    }

    /// Sends an event, with the time that it is now.
    ///
    /// # Errors
    ///
    /// If the kernel did not take all of it; the error holds the record.
    pub fn send(&mut self, event: &dyn Event) -> Result<(), SendError> {
        let record = self.formatter.format_to_string(event, (self.clock)());
        self.send_record(record)
    }

    /// Sends the record of an error again, as it is, with the time that it had.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter};
    /// use kmd_events::kmd_event;
    /// use kmd_events::syslog::{Syslog, Target};
    /// # let folder = tempfile::tempdir()?;
    /// # let path = folder.path().join("log");
    ///
    /// let mut syslog = Syslog::new(Target::Unix(path.clone()), Formatter::new(Format::Rfc3164));
    /// let mut unsent = Vec::new();
    /// if let Err(error) = syslog.send(&kmd_event!(KMD_PM_PROPOSAL_NULL_ESP)) {
    ///     unsent.push(error);
    /// }
    ///
    /// // Later, when a daemon is there.
    /// # let daemon = std::os::unix::net::UnixDatagram::bind(&path)?;
    /// for error in unsent {
    ///     syslog.resend(error)?;
    /// }
    /// # let mut bytes = [0; 1024];
    /// # assert!(daemon.recv(&mut bytes)? > 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn resend(&mut self, error: SendError) -> Result<(), SendError> {
        self.send_record(error.into_record())
    }

    /// How many datagrams of UDP the receiver's machine refused after `send` had returned `Ok`, as far as it has
    /// said so by now: nobody listened on the port. Those that are lost elsewhere nobody counts.
    #[must_use]
    pub fn refused_datagrams(&mut self) -> u64 {
        self.connection = self.checked();
        self.refused
    }

    /// Where it sends to.
    #[must_use]
    pub const fn target(&self) -> &Target {
        &self.target
    }

    /// What it writes records with: on a Unix socket without a host name, see [`Syslog::new`].
    #[must_use]
    pub const fn formatter(&self) -> &Formatter {
        &self.formatter
    }

    /// How long a send may take.
    #[must_use]
    pub const fn timeout(&self) -> Duration {
        self.timeout
    }

    fn send_record(&mut self, record: String) -> Result<(), SendError> {
        let deadline = Deadline::after(self.timeout);
        let Err(problem) = self.try_send(&record, deadline) else {
            return Ok(());
        };
        let target = self.target.clone();
        Err(match problem {
            Problem::Connect(source) => SendError::Connect {
                target,
                source,
                record,
            },
            Problem::TimedOut => SendError::TimedOut {
                target,
                timeout: self.timeout,
                record,
            },
            Problem::Broken(source) if is_too_long(&source) => SendError::TooLong {
                target,
                source,
                record,
            },
            Problem::Broken(source) => SendError::Send {
                target,
                source,
                record,
            },
        })
    }

    /// Over the connection that there is, and if that breaks, once more over a new one.
    fn try_send(&mut self, record: &str, deadline: Deadline) -> Result<(), Problem> {
        let mut is_late_refusal = false;
        if let Some(connection) = self.checked() {
            let is_udp = matches!(connection, Connection::Udp(_));
            match self.send_over(connection, record, deadline) {
                Err(Problem::Broken(error)) => {
                    is_late_refusal = is_udp && error.kind() == io::ErrorKind::ConnectionRefused;
                }
                done => return done,
            }
        }
        let connection = match Connection::open(&self.target, deadline) {
            Ok(connection) => connection,
            Err(error) if is_timeout(&error) => return Err(Problem::TimedOut),
            Err(error) => return Err(Problem::Connect(error)),
        };
        self.send_over(connection, record, deadline)?;
        // It was an earlier datagram then.
        self.refused += u64::from(is_late_refusal);
        Ok(())
    }

    /// Keeps the connection if it can be used again.
    fn send_over(
        &mut self,
        mut connection: Connection,
        record: &str,
        deadline: Deadline,
    ) -> Result<(), Problem> {
        let result = match connection.send(record, deadline) {
            Ok(()) => Ok(()),
            Err(Failure::TimedOut) => Err(Problem::TimedOut),
            // Half a frame is on its way, and nothing can follow it.
            Err(Failure::Broken(error)) if is_timeout(&error) => return Err(Problem::TimedOut),
            Err(Failure::Broken(error)) => return Err(Problem::Broken(error)),
        };
        self.connection = Some(connection);
        result
    }

    /// The connection, if there is one and the receiver has not closed it.
    fn checked(&mut self) -> Option<Connection> {
        let mut connection = self.connection.take()?;
        match connection.check() {
            Ok(()) => Some(connection),
            Err(_) if matches!(connection, Connection::Udp(_)) => {
                self.refused += 1;
                Some(connection)
            }
            Err(_) => None,
        }
    }
}

impl fmt::Debug for Syslog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Syslog")
            .field("target", &self.target)
            .field("formatter", &self.formatter)
            .field("timeout", &self.timeout)
            .field("connection", &self.connection)
            .field("refused", &self.refused)
            .finish_non_exhaustive()
    }
}

/// A [`SendError`] without the record.
enum Problem {
    Connect(io::Error),
    TimedOut,
    Broken(io::Error),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Format;
    use std::net::TcpListener;

    #[test]
    fn a_new_connection_has_the_time_that_is_left() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let target = Target::Tcp(listener.local_addr().expect("its number"));
        let mut syslog = Syslog::new(target, Formatter::new(Format::Rfc3164));
        let over = Deadline::after(Duration::ZERO);
        assert!(matches!(
            syslog.try_send("record", over),
            Err(Problem::TimedOut)
        ));
        assert!(syslog.connection.is_none());
    }
}
