use core::time::Duration;
use std::io;
use std::time::Instant;

/// The time at which a send fails.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deadline(Option<Instant>);

impl Deadline {
    /// Returns the deadline that is `timeout` from now. If the clock cannot represent it, there is no deadline.
    pub(super) fn after(timeout: Duration) -> Self {
        Self(Instant::now().checked_add(timeout))
    }

    /// Returns the remaining time as a timeout for a socket, or an error if the deadline has passed.
    pub(super) fn remaining(self) -> io::Result<Option<Duration>> {
        let Some(end) = self.0 else {
            return Ok(None);
        };
        let remaining = end.saturating_duration_since(Instant::now());
        if remaining.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        // The system may round a shorter time to zero, which means no timeout.
        Ok(Some(remaining.max(Duration::from_millis(1))))
    }
}

/// Returns whether an error is a timeout. On Unix, the timeout of a socket is `WouldBlock`.
pub(super) fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock)
}
