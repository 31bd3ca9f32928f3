//! The functions and the macro that the expansion of a call uses.

use crate::sink::{Sink, SinkError};
use crate::{Event, Message};

/// Takes the place of a value that an invalid call does not have. Such a call does not compile, so the function never
/// runs. It is `const`, so that it is no further error in a constant.
#[must_use]
#[expect(clippy::empty_loop, reason = "needs no message, and does not run")]
pub const fn unreachable_value<T>() -> T {
    loop {}
}

/// Uses a value that is not part of the event, so that rustc does not report its variables as unused.
pub fn use_value<T>(_value: T) {}

/// A sink that is enabled for a message, returned by [`enabled`].
pub struct Enabled<'s, S: ?Sized> {
    sink: &'s S,
    log: fn(&S, &dyn Event) -> Result<(), SinkError>,
}

/// Returns the sink if it is enabled for a message.
///
/// Only this function has the bound, so that a value that is not a sink is one error. The function of the sink is
/// passed on as a pointer, which the compiler resolves when it inlines the call.
#[inline]
pub fn enabled<'s, S: Sink + ?Sized>(sink: &'s S, message: &Message) -> Option<Enabled<'s, S>> {
    sink.is_enabled(message).then_some(Enabled { sink, log: S::log })
}

impl<S: ?Sized> Enabled<'_, S> {
    /// Logs an event.
    #[inline]
    pub fn log(self, event: &dyn Event) -> Result<(), SinkError> {
        (self.log)(self.sink, event)
    }
}

/// Expands an invalid call to the struct literal that it resembles, so that rust-analyzer can complete it. The compiler
/// does not see the literal, because it would report the mistake a second time.
#[cfg(rust_analyzer)]
#[doc(hidden)]
#[macro_export]
macro_rules! __rust_analyzer {
    ($($literal:tt)*) => { $($literal)* };
}

#[cfg(not(rust_analyzer))]
#[doc(hidden)]
#[macro_export]
macro_rules! __rust_analyzer {
    ($($literal:tt)*) => {
        ()
    };
}

pub use __rust_analyzer as rust_analyzer;
