use core::fmt;
use std::net::SocketAddr;
#[cfg(unix)]
use std::path::PathBuf;

/// Where a syslog daemon listens.
///
/// ```
/// use kmd_events::syslog::Target;
///
/// assert_eq!(Target::Unix("/dev/log".into()).to_string(), "the socket /dev/log");
/// assert_eq!(Target::Udp(([192, 0, 2, 1], 514).into()).to_string(), "UDP 192.0.2.1:514");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target {
    /// A Unix socket, `/dev/log` on most systems. If it takes no datagrams, a record is ended by a line
    /// feed, which `rsyslog` and `syslog-ng` understand both.
    #[cfg(unix)]
    Unix(PathBuf),
    /// A datagram a record (RFC 5426), port 514 on most systems.
    Udp(SocketAddr),
    /// A stream with the length before each record (RFC 6587 section 3.4.1), port 514 or 601 on most
    /// systems.
    Tcp(SocketAddr),
}

impl Target {
    /// Whether the daemon is on this machine for certain, and so knows the name of the host.
    pub(super) const fn is_local(&self) -> bool {
        match self {
            #[cfg(unix)]
            Self::Unix(_) => true,
            Self::Udp(_) | Self::Tcp(_) => false,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            #[cfg(unix)]
            Self::Unix(path) => write!(f, "the socket {}", path.display()),
            Self::Udp(address) => write!(f, "UDP {address}"),
            Self::Tcp(address) => write!(f, "TCP {address}"),
        }
    }
}
