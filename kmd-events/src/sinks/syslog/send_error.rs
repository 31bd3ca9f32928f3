use core::error::Error;
use core::fmt;
use core::time::Duration;
use std::io;
use std::string::String;

use super::channel::SendErrorKind;
use super::target::Target;

/// The error returned when an event was not sent. It contains the syslog message, which
/// [`Syslog::resend`](super::Syslog::resend) sends again.
///
/// ```
/// use kmd_events::format::{Format, Formatter};
/// use kmd_events::kmd_event;
/// use kmd_events::syslog::{SendError, Syslog, Target};
///
/// let nowhere = Target::Unix("/nowhere/log".into());
/// let syslog = Syslog::new(nowhere, Formatter::new(Format::Rfc3164));
/// let error = syslog.send(&kmd_event!(KMD_PM_PROPOSAL_NULL_ESP)).unwrap_err();
///
/// assert!(matches!(error, SendError::Connect { .. }));
/// assert!(error.syslog_message().contains(" kmd: KMD_PM_PROPOSAL_NULL_ESP: "));
/// assert!(error.to_string().starts_with("failed to connect to the socket /nowhere/log: "));
///
/// let again = syslog.resend(error);
/// assert!(again.is_err());
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum SendError {
    /// Connecting failed: no daemon listens at the target, or this user may not connect. If a socket does not exist,
    /// the daemon does not run or uses another path.
    #[non_exhaustive]
    Connect {
        /// The target.
        target: Target,
        /// The error of the operating system.
        source: io::Error,
        /// The syslog message.
        syslog_message: String,
    },
    /// The receiver did not accept the whole message within the timeout; see
    /// [`Syslog::with_timeout`](super::Syslog::with_timeout).
    #[non_exhaustive]
    TimedOut {
        /// The target.
        target: Target,
        /// The timeout.
        timeout: Duration,
        /// The syslog message.
        syslog_message: String,
    },
    /// The syslog message is longer than a datagram to the target can be. Sending it again does not help.
    /// [`Formatter::with_max_len`](crate::format::Formatter::with_max_len) limits the length of messages.
    #[non_exhaustive]
    TooLong {
        /// The target.
        target: Target,
        /// The error of the operating system.
        source: io::Error,
        /// The syslog message.
        syslog_message: String,
    },
    /// The connection broke while the message was sent, and so did a second connection if the first one was not new.
    #[non_exhaustive]
    Send {
        /// The target.
        target: Target,
        /// The error of the operating system.
        source: io::Error,
        /// The syslog message.
        syslog_message: String,
    },
}

impl SendError {
    pub(super) fn new(kind: SendErrorKind, target: Target, timeout: Duration, syslog_message: String) -> Self {
        match kind {
            SendErrorKind::Connect(source) => Self::Connect { target, source, syslog_message },
            SendErrorKind::TimedOut => Self::TimedOut { target, timeout, syslog_message },
            SendErrorKind::Broken(source) if is_too_long(&source) => Self::TooLong { target, source, syslog_message },
            SendErrorKind::Broken(source) => Self::Send { target, source, syslog_message },
        }
    }

    /// Returns the syslog message that was not sent, without the framing of the transport.
    #[must_use]
    pub fn syslog_message(&self) -> &str {
        match self {
            Self::Connect { syslog_message, .. }
            | Self::TimedOut { syslog_message, .. }
            | Self::TooLong { syslog_message, .. }
            | Self::Send { syslog_message, .. } => syslog_message,
        }
    }

    /// Converts the error into the syslog message that was not sent, without the framing of the transport.
    #[must_use]
    pub fn into_syslog_message(self) -> String {
        match self {
            Self::Connect { syslog_message, .. }
            | Self::TimedOut { syslog_message, .. }
            | Self::TooLong { syslog_message, .. }
            | Self::Send { syslog_message, .. } => syslog_message,
        }
    }
}

/// Returns whether an error says that a datagram is too long.
fn is_too_long(error: &io::Error) -> bool {
    #[cfg(unix)]
    const TOO_LONG: i32 = libc::EMSGSIZE;
    // `WSAEMSGSIZE`.
    #[cfg(not(unix))]
    const TOO_LONG: i32 = 10_040;
    error.raw_os_error() == Some(TOO_LONG)
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Connect { target, source, .. } => {
                write!(f, "failed to connect to {target}: {source}")
            }
            Self::TimedOut { target, timeout, .. } => {
                write!(f, "failed to send to {target}: timed out after {timeout:?}")
            }
            Self::TooLong { target, source, syslog_message } => {
                write!(f, "failed to send {} bytes to {target}: {source}", syslog_message.len())
            }
            Self::Send { target, source, .. } => write!(f, "failed to send to {target}: {source}"),
        }
    }
}

impl Error for SendError {
    /// Returns the source of the underlying error, whose own text is part of the `Display` text.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Connect { source, .. } | Self::TooLong { source, .. } | Self::Send { source, .. } => source.source(),
            Self::TimedOut { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString;

    use super::*;

    /// Checks that the chain of sources begins after the error of the operating system, which the text contains.
    #[test]
    fn source_is_not_in_the_text() {
        #[derive(Debug)]
        struct OfSystem(io::Error);

        impl fmt::Display for OfSystem {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("of the system")
            }
        }

        impl Error for OfSystem {
            fn source(&self) -> Option<&(dyn Error + 'static)> {
                Some(&self.0)
            }
        }

        let error = SendError::Send {
            target: Target::Tcp(([192, 0, 2, 1], 514).into()),
            source: io::Error::other(OfSystem(io::Error::other("its source"))),
            syslog_message: String::new(),
        };
        assert_eq!(error.to_string(), "failed to send to TCP 192.0.2.1:514: of the system");
        let source = error.source().map(ToString::to_string);
        assert_eq!(source.as_deref(), Some("its source"));
    }
}
