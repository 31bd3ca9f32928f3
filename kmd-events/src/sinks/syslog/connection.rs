use std::format;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream, UdpSocket};
#[cfg(unix)]
use std::os::fd::OwnedFd;
#[cfg(unix)]
use std::os::unix::net::{UnixDatagram, UnixStream};
#[cfg(unix)]
use std::path::Path;

#[cfg(unix)]
use socket2::{Domain, SockAddr, SockRef, Socket, Type};

use super::deadline::{Deadline, is_timeout};
use super::target::Target;

/// A socket that is connected to a syslog daemon.
#[derive(Debug)]
pub(super) enum Connection {
    #[cfg(unix)]
    UnixDatagram(UnixDatagram),
    #[cfg(unix)]
    UnixStream(UnixStream),
    Udp(UdpSocket),
    Tcp(TcpStream),
}

/// The flag that turns a lost peer into an error instead of SIGPIPE. The standard library sets it for TCP, but for Unix
/// sockets only in newer versions than this crate requires.
#[cfg(all(unix, not(target_vendor = "apple")))]
const NO_SIGNAL: libc::c_int = libc::MSG_NOSIGNAL;
/// Apple systems have a socket option instead, which `socket2` sets.
#[cfg(target_vendor = "apple")]
const NO_SIGNAL: libc::c_int = 0;

/// The reason why a message was not sent.
pub(super) enum Failure {
    /// The deadline passed before anything was sent, so the connection can be used again.
    TimedOut,
    /// The connection broke, or the deadline passed after a part was sent.
    Broken(io::Error),
}

impl Connection {
    /// Connects to a daemon.
    pub(super) fn open(target: &Target, deadline: Deadline) -> io::Result<Self> {
        match target {
            #[cfg(unix)]
            Target::Unix(path) => Self::open_unix(path, deadline),
            Target::Udp(address) => {
                let local: SocketAddr = if address.is_ipv4() {
                    (Ipv4Addr::UNSPECIFIED, 0).into()
                } else {
                    (Ipv6Addr::UNSPECIFIED, 0).into()
                };
                let socket = UdpSocket::bind(local)?;
                socket.connect(address)?;
                Ok(Self::Udp(socket))
            }
            Target::Tcp(address) => {
                let stream = match deadline.remaining()? {
                    Some(remaining) => TcpStream::connect_timeout(address, remaining)?,
                    None => TcpStream::connect(address)?,
                };
                // Each message is one write and does not have to wait for the next one.
                stream.set_nodelay(true)?;
                Ok(Self::Tcp(stream))
            }
        }
    }

    /// Connects to a datagram socket or, if that fails, to a stream socket, like the C library.
    #[cfg(unix)]
    fn open_unix(path: &Path, deadline: Deadline) -> io::Result<Self> {
        let address = SockAddr::unix(path)?;
        let datagram = UnixDatagram::unbound()?;
        let Err(error) = datagram.connect(path) else {
            return Ok(Self::UnixDatagram(datagram));
        };
        let stream = Socket::new(Domain::UNIX, Type::STREAM, None)?;
        // Connecting blocks until the receiver accepts.
        stream.set_write_timeout(deadline.remaining()?)?;
        match stream.connect(&address) {
            Ok(()) => Ok(Self::UnixStream(OwnedFd::from(stream).into())),
            Err(late) if is_timeout(&late) => Err(late),
            // The socket should be a datagram socket, so the first error is the more useful one.
            Err(_) => Err(error),
        }
    }

    /// Returns an error if the receiver has closed its end or has refused an earlier datagram. Without this check, a
    /// stream accepts one more message before it fails, and that message is lost.
    pub(super) fn check(&mut self) -> io::Result<()> {
        match self {
            #[cfg(unix)]
            Self::UnixDatagram(_) => Ok(()),
            #[cfg(unix)]
            Self::UnixStream(stream) => {
                stream.set_nonblocking(true)?;
                check_peer(stream)?;
                stream.set_nonblocking(false)
            }
            Self::Udp(socket) => socket.take_error()?.map_or(Ok(()), Err),
            Self::Tcp(stream) => {
                stream.set_nonblocking(true)?;
                check_peer(stream)?;
                stream.set_nonblocking(false)
            }
        }
    }

    /// Sends a message with the framing of the transport.
    pub(super) fn send(&mut self, message: &str, deadline: Deadline) -> Result<(), Failure> {
        match self {
            #[cfg(unix)]
            Self::UnixDatagram(socket) => send_datagram(message, deadline, |remaining, bytes| {
                socket.set_write_timeout(remaining)?;
                socket.send(bytes)
            }),
            #[cfg(unix)]
            Self::UnixStream(stream) => send_frame(format!("{message}\n").as_bytes(), deadline, |remaining, bytes| {
                stream.set_write_timeout(remaining)?;
                SockRef::from(&*stream).send_with_flags(bytes, NO_SIGNAL)
            }),
            Self::Udp(socket) => {
                send_datagram(message, deadline, |remaining, bytes| {
                    socket.set_write_timeout(remaining)?;
                    socket.send(bytes)
                })?;
                // On the same machine, a refusal has already arrived. From another machine, it could be the answer to
                // an earlier datagram, and this one would be sent twice.
                let is_here = |peer: SocketAddr| peer.ip().to_canonical().is_loopback();
                if !socket.peer_addr().is_ok_and(is_here) {
                    return Ok(());
                }
                match socket.take_error() {
                    Ok(None) => Ok(()),
                    Ok(Some(error)) | Err(error) => Err(Failure::Broken(error)),
                }
            }
            Self::Tcp(stream) => {
                let frame = format!("{} {message}", message.len());
                send_frame(frame.as_bytes(), deadline, |remaining, bytes| {
                    stream.set_write_timeout(remaining)?;
                    stream.write(bytes)
                })
            }
        }
    }
}

/// The time until the deadline, as a timeout of a socket.
type Remaining = Option<core::time::Duration>;

/// Sends a message as one datagram.
fn send_datagram(
    message: &str,
    deadline: Deadline,
    mut send: impl FnMut(Remaining, &[u8]) -> io::Result<usize>,
) -> Result<(), Failure> {
    loop {
        match deadline.remaining().and_then(|remaining| send(remaining, message.as_bytes())) {
            Ok(_) => return Ok(()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if is_timeout(&error) => return Err(Failure::TimedOut),
            Err(error) => return Err(Failure::Broken(error)),
        }
    }
}

/// Sends a frame, or as much of it as the receiver accepts before the deadline.
fn send_frame(
    frame: &[u8],
    deadline: Deadline,
    mut write: impl FnMut(Remaining, &[u8]) -> io::Result<usize>,
) -> Result<(), Failure> {
    let mut rest = frame;
    while !rest.is_empty() {
        match deadline.remaining().and_then(|remaining| write(remaining, rest)) {
            Ok(0) => return Err(Failure::Broken(io::ErrorKind::WriteZero.into())),
            Ok(written) => rest = rest.get(written..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if is_timeout(&error) && rest.len() == frame.len() => {
                return Err(Failure::TimedOut);
            }
            Err(error) => return Err(Failure::Broken(error)),
        }
    }
    Ok(())
}

/// Returns an error if the receiver has closed its end or keeps writing. A syslog daemon writes nothing. A few bytes
/// are skipped, but not any number of them.
fn check_peer(stream: &mut impl Read) -> io::Result<()> {
    let mut bytes = [0; 256];
    for _ in 0..16 {
        match stream.read(&mut bytes) {
            Ok(0) => return Err(io::ErrorKind::ConnectionReset.into()),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::InvalidData.into())
}
