#[cfg(feature = "tracing")]
pub use ::tracing;

#[cfg(feature = "tracing")]
use crate::Value;

/// Returns the text of a value with its control characters escaped.
#[cfg(feature = "tracing")]
#[must_use]
pub fn harmless(text: &dyn core::fmt::Display) -> alloc::string::String {
    crate::format::escape_control(text)
}

/// Returns the text of a value with its control characters escaped, or `None` if it is absent.
#[cfg(feature = "tracing")]
#[must_use]
pub fn harmless_if_present(value: Value<'_>) -> Option<alloc::string::String> {
    present(value).map(|_| harmless(&value))
}

/// Returns a value that is printed with `Display`, or `None` if it is absent.
#[cfg(feature = "tracing")]
#[must_use]
pub fn present(value: Value<'_>) -> Option<tracing::field::DisplayValue<Value<'_>>> {
    (value != Value::Absent).then(|| tracing::field::display(value))
}

/// Expands to the method that emits an event to `tracing`. Call sites of `tracing` are static, so each message needs
/// its own.
#[cfg(feature = "tracing")]
#[doc(hidden)]
#[macro_export]
macro_rules! __tracing {
    ($self:ident, [$($variant:ident)*], [$($missing:ident)*]) => {
        fn emit_to_tracing(&$self) {
            match $self {
                $(Self::$variant(event) => $crate::__private::TypedEvent::emit_to_tracing(event),)*
                $(Self::$missing(_) => loop {},)*
            };
        }
    };
    ($self:ident, $message:ident, $process:literal, $tag:literal, { $($name:literal: $kind:ident $value:expr),* }) => {
        fn emit_to_tracing(&$self) {
            $crate::__private::tracing::event!(
                name: $tag,
                target: $process,
                $crate::tracing::level($message::SEVERITY),
                { tag = $tag, $($name = $crate::__tracing!(@ $kind $value)),* },
                "{}",
                $crate::__private::harmless($self)
            );
        }
    };
    (@ text $value:expr) => { &*$crate::__private::harmless(&$value) };
    (@ address $value:expr) => { $crate::__private::tracing::field::display(&$value) };
    (@ number $value:expr) => { $value };
    (@ optional_text $value:expr) => { $crate::__private::harmless_if_present($value).as_deref() };
    (@ optional $value:expr) => { $crate::__private::present($value) };
}

#[cfg(not(feature = "tracing"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __tracing {
    ($($message:tt)*) => {};
}

pub use __tracing as tracing;
