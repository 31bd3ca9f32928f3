use core::time::Duration;
use std::io;
use std::time::Instant;

/// Until when everything has to be done.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deadline(Option<Instant>);

impl Deadline {
    /// In so much time from now; never, if the clock does not go that far.
    pub(super) fn after(timeout: Duration) -> Self {
        Self(Instant::now().checked_add(timeout))
    }

    /// The time that is left, to be set on a socket; an error if there is none.
    pub(super) fn left(self) -> io::Result<Option<Duration>> {
        let Some(end) = self.0 else {
            return Ok(None);
        };
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        // Less would be rounded to nothing, which means forever.
        Ok(Some(left.max(Duration::from_millis(1))))
    }
}

/// Whether it says that there was no time left; a socket's timeout is `WouldBlock` on Unix.
pub(super) fn is_timeout(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock
    )
}
