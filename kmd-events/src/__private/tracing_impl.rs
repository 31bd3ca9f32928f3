#[cfg(feature = "tracing")]
pub use ::tracing;

/// Returns the text of a value with its control characters escaped.
#[cfg(feature = "tracing")]
#[must_use]
pub fn harmless(text: &dyn core::fmt::Display) -> alloc::string::String {
    crate::format::escape_control(text)
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
    ($self:ident, $message:ident, $process:literal, $tag:literal, { $($name:literal: $kind:ident $field:ident),* }) => {
        fn emit_to_tracing(&$self) {
            $crate::__private::tracing::event!(
                name: $tag,
                target: $process,
                $crate::tracing::level($message::SEVERITY),
                { tag = $tag, $($name = $crate::__tracing!(@ $kind $self.$field)),* },
                "{}",
                $crate::__private::harmless($self)
            );
        }
    };
    (@ text $value:expr) => { &*$crate::__private::harmless(&$value) };
    (@ address $value:expr) => { $crate::__private::tracing::field::display(&$value) };
    (@ number $value:expr) => { $value };
}

#[cfg(not(feature = "tracing"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __tracing {
    ($($message:tt)*) => {};
}

pub use __tracing as tracing;
