use core::sync::atomic::{AtomicUsize, Ordering};
use std::io;
use std::sync::Arc;

use super::connection::{Connection, Failure};
use super::deadline::{Deadline, is_timeout};
use super::target::Target;

/// A channel to a daemon: one connection, which is reopened when it breaks.
#[derive(Debug)]
pub(super) struct Channel {
    target: Target,
    connection: Option<Connection>,
    /// The number is read while another thread uses the channel.
    refused_datagrams: Arc<AtomicUsize>,
}

/// The reason why a syslog message was not sent.
#[derive(Debug)]
pub(super) enum SendErrorKind {
    Connect(io::Error),
    TimedOut,
    Broken(io::Error),
}

impl Channel {
    /// Creates a channel that counts refused datagrams.
    pub(super) const fn new(target: Target, refused_datagrams: Arc<AtomicUsize>) -> Self {
        Self { target, connection: None, refused_datagrams }
    }

    /// Counts a refusal that has arrived since the last message.
    pub(super) fn count_refused(&mut self) {
        self.connection = self.take_live();
    }

    pub(super) fn connect(&mut self, deadline: Deadline) -> io::Result<()> {
        self.connection = None;
        self.connection = Some(Connection::open(&self.target, deadline)?);
        Ok(())
    }

    /// Sends a message over the current connection or, if that breaks, over a new one.
    pub(super) fn send(&mut self, message: &str, deadline: Deadline) -> Result<(), SendErrorKind> {
        let mut was_refused = false;
        if let Some(connection) = self.take_live() {
            let is_udp = matches!(connection, Connection::Udp(_));
            match self.send_over(connection, message, deadline) {
                Err(SendErrorKind::Broken(error)) => {
                    was_refused = is_udp && error.kind() == io::ErrorKind::ConnectionRefused;
                }
                result => return result,
            }
        }
        let connection = match Connection::open(&self.target, deadline) {
            Ok(connection) => connection,
            Err(error) if is_timeout(&error) => return Err(SendErrorKind::TimedOut),
            Err(error) => return Err(SendErrorKind::Connect(error)),
        };
        self.send_over(connection, message, deadline)?;
        // This message was accepted, so the refused datagram was an earlier one.
        self.refused_datagrams.fetch_add(was_refused.into(), Ordering::Relaxed);
        Ok(())
    }

    /// Sends a message over a connection, and keeps the connection if it can be used again.
    fn send_over(
        &mut self,
        mut connection: Connection,
        message: &str,
        deadline: Deadline,
    ) -> Result<(), SendErrorKind> {
        let result = match connection.send(message, deadline) {
            Ok(()) => Ok(()),
            Err(Failure::TimedOut) => Err(SendErrorKind::TimedOut),
            // A part of a frame was sent, so no other frame can follow.
            Err(Failure::Broken(error)) if is_timeout(&error) => {
                return Err(SendErrorKind::TimedOut);
            }
            Err(Failure::Broken(error)) => return Err(SendErrorKind::Broken(error)),
        };
        self.connection = Some(connection);
        result
    }

    /// Takes the connection, unless the receiver has closed it.
    fn take_live(&mut self) -> Option<Connection> {
        let mut connection = self.connection.take()?;
        match connection.check() {
            Ok(()) => Some(connection),
            Err(_) if matches!(connection, Connection::Udp(_)) => {
                self.refused_datagrams.fetch_add(1, Ordering::Relaxed);
                Some(connection)
            }
            Err(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn connects_within_the_deadline() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let target = Target::Tcp(listener.local_addr().expect("its number"));
        let mut channel = Channel::new(target, Arc::default());
        let over = Deadline::after(Duration::ZERO);
        assert!(matches!(channel.send("message", over), Err(SendErrorKind::TimedOut)));
        assert!(channel.connection.is_none());
    }
}
