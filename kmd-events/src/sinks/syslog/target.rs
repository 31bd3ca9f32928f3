use core::fmt;
use std::net::SocketAddr;
#[cfg(unix)]
use std::path::PathBuf;

/// The address of a syslog daemon.
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
    /// A Unix socket, `/dev/log` on most systems. If it is a stream socket, a line feed ends each syslog message, which
    /// both rsyslog and syslog-ng accept.
    #[cfg(unix)]
    Unix(PathBuf),
    /// A UDP address, with port 514 on most systems. Each syslog message is one datagram (RFC 5426).
    Udp(SocketAddr),
    /// A TCP address, with port 514 or 601 on most systems. The length precedes each syslog message (octet counting,
    /// RFC 6587 section 3.4.1).
    Tcp(SocketAddr),
}

impl Target {
    /// Returns whether the daemon is certainly on this machine, and so knows the host name.
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
