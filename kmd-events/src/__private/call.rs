//! The functions and the macro in the expansion of a call.

/// Stands in for a value that a wrong call does not have. Such a call does not compile, so this never runs.
#[must_use]
#[expect(clippy::empty_loop, reason = "needs no message, and does not run")]
pub fn unreachable_value<T>() -> T {
    loop {}
}

/// Uses a value that is not part of the event, so that rustc does not report its variables as unused.
pub fn use_value<T>(_value: T) {}

/// Shows a wrong call to rust-analyzer as the struct literal that it resembles, so that it completes what is half typed.
/// The compiler does not see it, since it would report the mistake a second time.
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
