//! The functions and the macro that the expansion of a call uses.

/// Takes the place of a value that an invalid call does not have. Such a call does not compile, so the function never
/// runs.
#[must_use]
#[expect(clippy::empty_loop, reason = "needs no message, and does not run")]
pub fn unreachable_value<T>() -> T {
    loop {}
}

/// Uses a value that is not part of the event, so that rustc does not report its variables as unused.
pub fn use_value<T>(_value: T) {}

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
