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
//! # Delivery
//!
//! When [`Syslog::send`] returns `Ok`, the kernel has the whole syslog message. When it does not, the error has it, and
//! [`Syslog::resend`] sends it again. A message that the kernel has and the receiver did not take before it died is lost
//! without a word on every transport of syslog (RFC 5424 section 8.5). A stream says so one message later, so
//! each send looks first whether the receiver has closed its end. One that has closed only half, and reads on, counts
//! as gone too; so does one that writes some kilobytes between two messages. UDP says nothing at all (RFC 5426
//! section 4.1), unless the receiver's machine refuses the datagram: at once on a loopback address, which is an error,
//! or later, which [`Syslog::refused_datagrams`] counts. It need not say so of each.
//!
//! A broken connection is made again once in a send, and the message is sent again. If that fails too, it is an error. The
//! receiver of a stream may keep the beginning of a message that broke off.
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
//! There is nothing to flush: no message waits in this process. Dropping a [`Syslog`] closes its socket, and the
//! kernel goes on delivering what it has.
//!
//! # Dependencies
//!
//! Sockets of the standard library and of `socket2`. `fasyslog`, the best kept crate for this, has no timeout for
//! its sockets, and its buffer keeps half of a TCP frame when a connection breaks. There is no TLS: put
//! a relay of this machine in front of the network, as rsyslog or syslog-ng are.

mod channel;
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

use self::channel::Channel;
use self::deadline::Deadline;
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
    channel: Channel,
    formatter: Formatter,
    timeout: Duration,
    clock: Box<dyn Fn() -> Timestamp + Send + Sync>,
}

impl Syslog {
    /// Returns a sender to a daemon, in the formatter's format. On a Unix socket, messages in a format other than RFC 5424
    /// have no host name: a local daemon knows it, and takes the first word for the process.
    #[must_use]
    pub fn new(target: Target, formatter: Formatter) -> Self {
        let mut formatter = formatter.for_transport();
        if target.is_local() && !formatter.format().is_structured() {
            formatter = formatter.without_hostname();
        }
        Self {
            channel: Channel::new(target),
            formatter,
            timeout: Duration::from_secs(1),
            clock: Box::new(Timestamp::now),
        }
    }

    /// Sets how long a send may take, in place of one second. With [`Duration::ZERO`], each fails with
    /// [`SendError::TimedOut`].
    #[must_use]
    pub fn with_timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// Sets the clock, in place of [`Timestamp::now`].
    #[must_use]
    pub fn with_clock(self, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { clock: Box::new(clock), ..self }
    }

    /// Connects now, to find a mistake early. UDP has no answer to a connection, so no mistake is found there.
    ///
    /// # Errors
    ///
    /// Returns an error if no daemon listens there, or if it does not accept within the timeout.
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter};
    /// use kmd_events::syslog::{Syslog, Target};
    ///
    /// let target = Target::Unix("/nowhere/log".into());
    /// assert!(Syslog::new(target, Formatter::new(Format::Rfc3164)).connect().is_err());
    /// ```
    pub fn connect(&mut self) -> io::Result<()> {
        self.channel.connect(Deadline::after(self.timeout))
    }

    /// Sends an event, with the current time.
    ///
    /// # Errors
    ///
    /// Returns an error if the kernel did not take all of it. The error holds the syslog message.
    pub fn send(&mut self, event: &dyn Event) -> Result<(), SendError> {
        let syslog_message = self.formatter.format_to_string(event, (self.clock)());
        self.send_message(syslog_message)
    }

    /// Sends the syslog message of an error again, with the time that it had.
    ///
    /// # Errors
    ///
    /// Returns an error if [`send`](Self::send) would.
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
        self.send_message(error.into_syslog_message())
    }

    /// Returns how many UDP datagrams the receiver's machine refused after `send` had returned `Ok`, because no daemon
    /// listened on the port. A refusal that has not arrived yet, and a datagram that is lost elsewhere, are not counted.
    #[must_use]
    pub fn refused_datagrams(&mut self) -> u64 {
        self.channel.refused_datagrams()
    }

    /// Returns the target.
    #[must_use]
    pub const fn target(&self) -> &Target {
        self.channel.target()
    }

    /// Returns the formatter; on a Unix socket without a host name, see [`Syslog::new`].
    #[must_use]
    pub const fn formatter(&self) -> &Formatter {
        &self.formatter
    }

    /// Returns how long a send may take.
    #[must_use]
    pub const fn timeout(&self) -> Duration {
        self.timeout
    }

    fn send_message(&mut self, syslog_message: String) -> Result<(), SendError> {
        let deadline = Deadline::after(self.timeout);
        self.channel.send(&syslog_message, deadline).map_err(|kind| {
            let target = self.channel.target().clone();
            SendError::new(kind, target, self.timeout, syslog_message)
        })
    }
}

impl fmt::Debug for Syslog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Syslog")
            .field("channel", &self.channel)
            .field("formatter", &self.formatter)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
