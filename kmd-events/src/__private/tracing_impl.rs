#[cfg(feature = "tracing")]
pub use ::tracing;
#[cfg(feature = "tracing")]
use ::tracing::field::DisplayValue;

#[cfg(feature = "tracing")]
use alloc::string::String;

#[cfg(feature = "tracing")]
use crate::Value;
#[cfg(feature = "tracing")]
pub use crate::call_site::{CallSite, Emission};

/// Returns the string of a value with its control characters escaped, or `None` if it is absent.
#[cfg(feature = "tracing")]
#[must_use]
pub fn recorded_text(value: Value<'_>) -> Option<String> {
    recorded_display(value).map(|value| crate::format::escape_control(&value))
}

/// Returns a value that is recorded with `Display`, or `None` if it is absent.
#[cfg(feature = "tracing")]
#[must_use]
pub fn recorded_display(value: Value<'_>) -> Option<DisplayValue<Value<'_>>> {
    (value != Value::Absent).then(|| tracing::field::display(value))
}

/// Returns an integer of an unsigned type, or `None` if it is absent.
#[cfg(feature = "tracing")]
#[must_use]
pub fn recorded_unsigned(value: Value<'_>) -> Option<u64> {
    if let Value::Integer(integer) = value { integer.try_into().ok() } else { None }
}

/// Returns an integer of a signed type, or `None` if it is absent.
#[cfg(feature = "tracing")]
#[must_use]
pub fn recorded_signed(value: Value<'_>) -> Option<i64> {
    if let Value::Integer(integer) = value { integer.try_into().ok() } else { None }
}

/// Returns a floating-point number, or `None` if it is absent.
#[cfg(feature = "tracing")]
#[must_use]
pub fn recorded_float(value: Value<'_>) -> Option<f64> {
    if let Value::Float(float) = value { Some(float) } else { None }
}

/// Returns a truth value, or `None` if it is absent.
#[cfg(feature = "tracing")]
#[must_use]
pub fn recorded_bool(value: Value<'_>) -> Option<bool> {
    if let Value::Bool(bool) = value { Some(bool) } else { None }
}

/// Adds to a message the function that emits its events to `tracing`. Call sites of `tracing` are static, so each message
/// needs its own.
#[cfg(feature = "tracing")]
#[doc(hidden)]
#[macro_export]
macro_rules! __tracing {
    ($base:expr, $message:ident, $process:literal, $tag:literal, { $($name:literal: $kind:ident $index:literal),* }) => {
        $base.with_call_site(
            $crate::__private::CallSite(::core::option::Option::Some(|event| {
                $crate::__private::tracing::event!(
                    name: $tag,
                    target: $process,
                    $crate::tracing::level($message::SEVERITY),
                    {
                        tag = $tag,
                        $($name = $crate::__tracing!(@ $kind $crate::__private::Emission::value(event, $index)),)*
                        context = $crate::__private::Emission::context(event).as_deref()
                    },
                    "{}",
                    $crate::__private::Emission::text(event)
                );
            }))
        )
    };
    (@ text $value:expr) => { $crate::__private::recorded_text($value).as_deref() };
    (@ display $value:expr) => { $crate::__private::recorded_display($value) };
    (@ unsigned $value:expr) => { $crate::__private::recorded_unsigned($value) };
    (@ signed $value:expr) => { $crate::__private::recorded_signed($value) };
    (@ float $value:expr) => { $crate::__private::recorded_float($value) };
    (@ bool $value:expr) => { $crate::__private::recorded_bool($value) };
}

#[cfg(not(feature = "tracing"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __tracing {
    ($base:expr, $($call_site:tt)*) => {
        $base
    };
}

pub use __tracing as tracing;
