use core::fmt;
use std::io;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::channel::Channel;
use super::deadline::Deadline;

/// A channel that threads use one after another.
///
/// A `Mutex` around the channel would not be enough, because a thread cannot wait for it with a deadline.
pub(super) struct SharedChannel {
    /// The channel, unless a thread uses it.
    channel: Mutex<Option<Channel>>,
    was_returned: Condvar,
}

impl SharedChannel {
    pub(super) const fn new(channel: Channel) -> Self {
        Self { channel: Mutex::new(Some(channel)), was_returned: Condvar::new() }
    }

    /// Calls a function with the channel.
    ///
    /// # Errors
    ///
    /// Returns an error of the kind `TimedOut` if other threads use the channel until the deadline.
    pub(super) fn with<T>(&self, deadline: Deadline, then: impl FnOnce(&mut Channel) -> T) -> io::Result<T> {
        let mut channel = self.lock();
        loop {
            if let Some(taken) = channel.take() {
                drop(channel);
                let used = &mut Used { shared: self, channel: Some(taken) };
                return used.channel.as_mut().map(then).ok_or_else(|| io::ErrorKind::TimedOut.into());
            }
            channel = match deadline.remaining()? {
                Some(remaining) => {
                    self.was_returned.wait_timeout(channel, remaining).unwrap_or_else(PoisonError::into_inner).0
                }
                None => self.was_returned.wait(channel).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    /// Locks the place of the channel. A panic in another thread does not keep this one from sending.
    fn lock(&self) -> MutexGuard<'_, Option<Channel>> {
        self.channel.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for SharedChannel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.lock() {
            Some(channel) => channel.fmt(f),
            None => f.write_str("<in use>"),
        }
    }
}

/// A channel in use, which is returned when it is dropped, also during a panic.
struct Used<'s> {
    shared: &'s SharedChannel,
    channel: Option<Channel>,
}

impl Drop for Used<'_> {
    fn drop(&mut self) {
        *self.shared.lock() = self.channel.take();
        self.shared.was_returned.notify_one();
    }
}
