//! A sink that sends events to a syslog daemon over a Unix socket, UDP or TCP.
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
//! let syslog = Syslog::new(target, Formatter::for_this_host(Format::Rfc3164)?);
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
//! [`Syslog::send`] returns `Ok` when the kernel has accepted the whole syslog message. Otherwise the error contains
//! the message, and [`Syslog::resend`] sends it again.
//!
//! An accepted message can still be lost. If the receiver dies before it reads the message, no transport of syslog
//! reports that (RFC 5424 section 8.5). The transports differ in the losses that they detect:
//!
//! - On a Unix stream and on TCP, the loss of a connection is noticed one message too late. So each send first checks
//!   whether the receiver has closed its end. A receiver that has closed only one direction counts as gone, and so does
//!   one that writes more than about 4 KiB between two messages.
//! - UDP does not report losses (RFC 5426 section 4.1), but the machine of the receiver can refuse a datagram. On a
//!   loopback address the refusal arrives at once, and the send returns an error. From another machine it arrives
//!   later, and [`Syslog::refused_datagrams`] counts it. The machine does not have to report every refusal.
//!
//! If a connection breaks, a send reconnects once and sends the message again. If that fails too, the send returns an
//! error. The receiver of a stream may keep the part of the message that it received before the connection broke.
//!
//! # Choosing a format
//!
//! Use RFC 3164 for a Unix socket, because every daemon accepts it there. By default, rsyslog has a special parser for
//! local messages, which takes the version of RFC 5424 for the name of the process; `useSpecialParser="off"` disables
//! it. Over networks, rsyslog accepts all formats.
//!
//! # Timeout
//!
//! A send takes no longer than the timeout, including the time for connecting, for waiting for a slow receiver and for
//! other threads, and for reconnecting. The timeout is one second unless it is set with [`Syslog::with_timeout`].
//!
//! # Flushing and dropping
//!
//! There is nothing to flush, because no message waits in this process. Dropping a [`Syslog`] closes its socket, and
//! the kernel still delivers the messages that it has accepted.
//!
//! # Dependencies
//!
//! The module uses the sockets of the standard library and of `socket2`. The crate `fasyslog` was not used, because its
//! sockets have no timeout and its buffer keeps a part of a TCP frame when a connection breaks.
//!
//! TLS is not supported. To send over a network that is not trusted, use a relay on this machine, like rsyslog or
//! syslog-ng.

mod channel;
mod clock;
mod connection;
mod deadline;
mod send_error;
mod shared_channel;
mod target;

use core::fmt;
use core::sync::atomic::{AtomicUsize, Ordering};
use core::time::Duration;
use std::borrow::ToOwned as _;
use std::boxed::Box;
use std::io;
use std::string::String;
use std::sync::Arc;

pub use self::send_error::SendError;
pub use self::target::Target;

use self::channel::{Channel, SendErrorKind};
use self::deadline::Deadline;
use self::shared_channel::SharedChannel;
use crate::Event;
use crate::format::{Formatter, Timestamp};
use crate::sink::{Sink, SinkError};

/// A [sink](Sink) that sends events to one syslog daemon; see the [module](self).
///
/// It connects on the first send, so it can be created before the daemon runs. Threads can share it; they send one after
/// another.
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
/// let syslog = Syslog::new(Target::Udp(daemon.local_addr()?), formatter)
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
    channel: SharedChannel,
    refused_datagrams: Arc<AtomicUsize>,
    formatter: Formatter,
    timeout: Duration,
    clock: Box<dyn Fn() -> Timestamp + Send + Sync>,
}

impl Syslog {
    /// Creates a sink for a daemon, in the format of the formatter. For a Unix socket and a format that is not
    /// structured, the host name is removed, because a local daemon takes the first word for the name of the process.
    #[must_use]
    pub fn new(target: Target, formatter: Formatter) -> Self {
        let mut formatter = formatter.for_transport();
        if target.is_local() && !formatter.format().is_structured() {
            formatter = formatter.without_hostname();
        }
        let refused_datagrams = Arc::default();
        Self {
            channel: SharedChannel::new(Channel::new(target.clone(), Arc::clone(&refused_datagrams))),
            refused_datagrams,
            target,
            formatter,
            timeout: Duration::from_secs(1),
            clock: Box::new(Timestamp::now),
        }
    }

    /// Sets the timeout of a send, one second by default. With [`Duration::ZERO`], every send fails with
    /// [`SendError::TimedOut`].
    #[must_use]
    pub fn with_timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// Sets the clock, [`Timestamp::now`] by default.
    #[must_use]
    pub fn with_clock(self, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { clock: Box::new(clock), ..self }
    }

    /// Connects now, so that a mistake is found early. Over UDP, a missing daemon is not noticed, because a receiver
    /// does not answer.
    ///
    /// # Errors
    ///
    /// Returns an error if no daemon listens at the target, or if it does not accept the connection within the timeout.
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter};
    /// use kmd_events::syslog::{Syslog, Target};
    ///
    /// let target = Target::Unix("/nowhere/log".into());
    /// assert!(Syslog::new(target, Formatter::new(Format::Rfc3164)).connect().is_err());
    /// ```
    pub fn connect(&self) -> io::Result<()> {
        let deadline = Deadline::after(self.timeout);
        self.channel.with(deadline, |channel| channel.connect(deadline))?
    }

    /// Sends an event with the current time.
    ///
    /// # Errors
    ///
    /// Returns an error if the kernel did not accept the whole syslog message within the timeout. The error contains
    /// the message.
    pub fn send(&self, event: &dyn Event) -> Result<(), SendError> {
        let syslog_message = self.formatter.format_to_string(event, (self.clock)());
        self.send_message(syslog_message)
    }

    /// Sends the syslog message of an error again, with its original time.
    ///
    /// # Errors
    ///
    /// Returns an error if the message cannot be sent this time either, like [`send`](Self::send).
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter};
    /// use kmd_events::kmd_event;
    /// use kmd_events::syslog::{Syslog, Target};
    /// # let folder = tempfile::tempdir()?;
    /// # let path = folder.path().join("log");
    ///
    /// let syslog = Syslog::new(Target::Unix(path.clone()), Formatter::new(Format::Rfc3164));
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
    pub fn resend(&self, error: SendError) -> Result<(), SendError> {
        self.send_message(error.into_syslog_message())
    }

    /// Returns the number of UDP datagrams that the machine of the receiver refused after `send` had returned `Ok`,
    /// because no daemon listened on the port. Refusals that have not arrived yet and datagrams that were lost on the
    /// way are not counted.
    ///
    /// It looks for a refusal that arrived after the last send, unless another thread sends at that moment. It does not wait
    /// for that thread, whose sends count refusals, too.
    #[must_use]
    pub fn refused_datagrams(&self) -> u64 {
        // An error means that another thread uses the channel.
        let _ = self.channel.with(Deadline::after(Duration::ZERO), Channel::count_refused);
        u64::try_from(self.refused_datagrams.load(Ordering::Relaxed)).unwrap_or(u64::MAX)
    }

    /// Returns the target.
    #[must_use]
    pub const fn target(&self) -> &Target {
        &self.target
    }

    /// Returns the formatter. For a Unix socket, it may lack the host name; see [`Syslog::new`].
    #[must_use]
    pub const fn formatter(&self) -> &Formatter {
        &self.formatter
    }

    /// Returns the timeout of a send.
    #[must_use]
    pub const fn timeout(&self) -> Duration {
        self.timeout
    }

    /// Sends a syslog message within the timeout.
    fn send_message(&self, syslog_message: String) -> Result<(), SendError> {
        let deadline = Deadline::after(self.timeout);
        let result = self.channel.with(deadline, |channel| channel.send(&syslog_message, deadline));
        let result = result.unwrap_or(Err(SendErrorKind::TimedOut));
        result.map_err(|kind| SendError::new(kind, self.target.clone(), self.timeout, syslog_message))
    }
}

impl Sink for Syslog {
    /// Sends an event with the current time; see [`Syslog::send`].
    ///
    /// # Errors
    ///
    /// Returns an error if the kernel did not accept the whole syslog message within the timeout. Its cause is a
    /// [`SendError`], which [`Syslog::resend`] sends again.
    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        self.send(event).map_err(|error| SinkError::new(error.syslog_message().to_owned(), error))
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
