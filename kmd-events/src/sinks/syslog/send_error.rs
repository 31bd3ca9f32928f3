use core::error::Error;
use core::fmt;
use core::time::Duration;
use std::io;
use std::string::String;

use super::Target;

/// Why an event was not sent, with its record: what [`Syslog::resend`](super::Syslog::resend) sends again.
///
/// ```
/// use kmd_events::format::{Format, Formatter};
/// use kmd_events::kmd_event;
/// use kmd_events::syslog::{SendError, Syslog, Target};
///
/// let nowhere = Target::Unix("/nowhere/log".into());
/// let mut syslog = Syslog::new(nowhere, Formatter::new(Format::Rfc3164));
/// let error = syslog.send(&kmd_event!(KMD_PM_PROPOSAL_NULL_ESP)).unwrap_err();
///
/// assert!(matches!(error, SendError::Connect { .. }));
/// assert!(error.record().contains(" kmd: KMD_PM_PROPOSAL_NULL_ESP: "));
/// assert!(error.to_string().starts_with("no connection to the socket /nowhere/log"));
///
/// let again = syslog.resend(error);
/// assert!(again.is_err());
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum SendError {
    /// Nobody listens there, or nobody may connect.
    #[non_exhaustive]
    Connect {
        /// Where to.
        target: Target,
        /// What the system says.
        source: io::Error,
        /// The record.
        record: String,
    },
    /// The receiver took nothing, or not all of it, until the time was over.
    #[non_exhaustive]
    TimedOut {
        /// Where to.
        target: Target,
        /// How long it had.
        timeout: Duration,
        /// The record.
        record: String,
    },
    /// The record is longer than a datagram to there can be: sending it again is in vain.
    #[non_exhaustive]
    TooLong {
        /// Where to.
        target: Target,
        /// What the system says.
        source: io::Error,
        /// The record.
        record: String,
    },
    /// The connection broke, and a new one did too.
    #[non_exhaustive]
    Send {
        /// Where to.
        target: Target,
        /// What the system says.
        source: io::Error,
        /// The record.
        record: String,
    },
}

impl SendError {
    /// The record that was not sent, without what the transport would have put around it.
    #[must_use]
    pub fn record(&self) -> &str {
        match self {
            Self::Connect { record, .. }
            | Self::TimedOut { record, .. }
            | Self::TooLong { record, .. }
            | Self::Send { record, .. } => record,
        }
    }

    /// The same, to keep.
    #[must_use]
    pub fn into_record(self) -> String {
        match self {
            Self::Connect { record, .. }
            | Self::TimedOut { record, .. }
            | Self::TooLong { record, .. }
            | Self::Send { record, .. } => record,
        }
    }
}

/// Whether it says that a datagram is too long.
pub(super) fn is_too_long(error: &io::Error) -> bool {
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
                let advice = match source.kind() {
                    io::ErrorKind::NotFound => {
                        "start a syslog daemon that makes this socket, or name the one that there is"
                    }
                    io::ErrorKind::PermissionDenied => {
                        "run as a user who may write to it, or let this one"
                    }
                    io::ErrorKind::ConnectionRefused => {
                        "nobody listens there: start the syslog daemon, and send the record again"
                    }
                    _ => "start a syslog daemon that listens there, or send the record again later",
                };
                write!(f, "no connection to {target} ({source}); {advice}")
            }
            Self::TimedOut {
                target, timeout, ..
            } => write!(
                f,
                "{target} did not take the record within {timeout:?}; send it again later, or set a longer timeout"
            ),
            Self::TooLong {
                target,
                source,
                record,
            } => write!(
                f,
                "a record of {} bytes is too long for {target} ({source}); set a smaller limit with \
                 `Formatter::with_max_len`",
                record.len()
            ),
            Self::Send { target, source, .. } => write!(
                f,
                "{target} did not take the record ({source}); send it again later"
            ),
        }
    }
}

impl Error for SendError {
    /// What is behind the error of the system: that one is told already.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Connect { source, .. }
            | Self::TooLong { source, .. }
            | Self::Send { source, .. } => source.source(),
            Self::TimedOut { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;

    /// The text has the error of the system, so the chain begins behind that.
    #[test]
    fn an_error_tells_its_source_once() {
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
            source: io::Error::other(OfSystem(io::Error::other("behind it"))),
            record: String::new(),
        };
        assert!(error.to_string().contains("(of the system)"), "{error}");
        let source = error.source().map(ToString::to_string);
        assert_eq!(source.as_deref(), Some("behind it"));
    }

    /// Some of these happen to nobody who is the superuser.
    #[test]
    fn the_advice_is_that_for_the_error() {
        for (kind, advice) in [
            (
                io::ErrorKind::NotFound,
                "; start a syslog daemon that makes this socket, or name the one that there is",
            ),
            (
                io::ErrorKind::PermissionDenied,
                "; run as a user who may write to it, or let this one",
            ),
            (
                io::ErrorKind::ConnectionRefused,
                "; nobody listens there: start the syslog daemon, and send the record again",
            ),
            (
                io::ErrorKind::NetworkUnreachable,
                "; start a syslog daemon that listens there, or send the record again later",
            ),
        ] {
            let error = SendError::Connect {
                target: Target::Tcp(([192, 0, 2, 1], 514).into()),
                source: kind.into(),
                record: String::new(),
            };
            let text = error.to_string();
            assert!(
                text.starts_with("no connection to TCP 192.0.2.1:514 ("),
                "{text}"
            );
            assert!(text.ends_with(advice), "{text}");
        }
    }
}
