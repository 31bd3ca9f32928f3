//! What the expansion of a call and the check of a module use.

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

/// Returns whether `module_path`, as `module_path!()` returns it, is `module` of its crate.
#[must_use]
pub const fn is_module(module_path: &str, module: &str) -> bool {
    let (path, module) = (module_path.as_bytes(), module.as_bytes());
    // The name of the crate comes first.
    let mut at = 0;
    while at < path.len() && path[at] != b':' {
        at += 1;
    }
    if at == path.len() {
        return module.is_empty();
    }
    at += 2;
    if path.len() - at != module.len() {
        return false;
    }
    let mut index = 0;
    while index < module.len() {
        if path[at + index] != module[index] {
            return false;
        }
        index += 1;
    }
    true
}
