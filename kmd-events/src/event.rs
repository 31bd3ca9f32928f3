use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::{self, Write as _};
use core::iter::FusedIterator;
use core::net::IpAddr;

use crate::Message;
use crate::text_output::Output;

/// An event of any catalog: what a sink takes.
///
/// Every event struct and every event enum implements it. `Display` prints the documented text with its values, without a
/// line break. Values are printed unchanged, control characters too, so code that writes lines must escape them.
///
/// A type of your own can wrap an event and forward the methods to it. `tracing` gets only the text of such a type.
///
/// ```
/// use kmd_events::{Event, kmd_event};
///
/// fn write(event: &dyn Event) -> String {
///     format!("<{}>{}: {event}", event.message().priority(), event.message().tag())
/// }
///
/// let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
/// assert_eq!(
///     write(&event),
///     "<35>KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7"
/// );
/// ```
pub trait Event: fmt::Debug + fmt::Display {
    /// Returns what the catalog says of the message.
    fn message(&self) -> &'static Message;

    /// Returns the value of the placeholder at `index` of [`Message::placeholders`], or `None` after the last.
    fn value(&self, index: usize) -> Option<Value<'_>>;

    /// Returns the documented names of the placeholders with their values, in template order, each once.
    ///
    /// ```
    /// use kmd_events::{Event, Value, kmd_event};
    ///
    /// let event = kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, tunnel_name: "branch-7" });
    /// let fields: Vec<_> = event.fields().collect();
    /// assert_eq!(
    ///     fields,
    ///     [("count", Value::Integer(5)), ("tunnel-name", Value::Text("branch-7"))]
    /// );
    /// ```
    fn fields(&self) -> Fields<'_>;

    /// Appends the text to `out`: what `Display` prints, in a fraction of the time, since no formatter is called. Nothing
    /// is allocated if `out` has room.
    ///
    /// ```
    /// use kmd_events::{Event, kmd_event};
    ///
    /// let mut line = String::from("kmd: ");
    /// kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" }).append_to(&mut line);
    /// assert_eq!(line, "kmd: Unable to find active peer for SA branch-7");
    /// ```
    fn append_to(&self, out: &mut String) {
        // Writing to a `String` does not fail.
        let _ = write!(out, "{self}");
    }

    /// Emits the event to `tracing`. A call site of `tracing` is static, so each message has its own. For a type that
    /// wraps an event, only the text is emitted.
    #[cfg(feature = "tracing")]
    #[doc(hidden)]
    fn emit_to_tracing(&self) {
        crate::tracing::emit_text(self.message(), &format_args!("{self}"));
    }
}

/// What generated code says of an event struct and of the event enum. All else follows from it.
pub trait TypedEvent {
    /// Returns what the catalog says of the message.
    fn message(&self) -> &'static Message;

    /// Calls `then` with the values of the placeholders, in template order.
    fn with_values<'e>(&'e self, then: Then<'_, 'e>);

    /// Appends the text.
    fn print<O: Output>(&self, out: &mut O)
    where
        Self: Sized;

    /// Emits the event to `tracing`.
    #[cfg(feature = "tracing")]
    fn emit_to_tracing(&self);
}

/// What is done with the values of an event.
pub type Then<'t, 'e> = &'t mut dyn FnMut(&[Value<'e>]);

impl<E: TypedEvent + fmt::Debug + fmt::Display> Event for E {
    fn message(&self) -> &'static Message {
        TypedEvent::message(self)
    }

    fn value(&self, index: usize) -> Option<Value<'_>> {
        value(self, index)
    }

    fn fields(&self) -> Fields<'_> {
        Fields { event: self, next: 0 }
    }

    fn append_to(&self, out: &mut String) {
        self.print(out);
    }

    #[cfg(feature = "tracing")]
    fn emit_to_tracing(&self) {
        TypedEvent::emit_to_tracing(self);
    }
}

/// Returns the value of the placeholder at `index`.
fn value(event: &dyn TypedEvent, index: usize) -> Option<Value<'_>> {
    let mut value = None;
    event.with_values(&mut |values| value = values.get(index).copied());
    value
}

/// The value of a placeholder.
///
/// ```
/// use kmd_events::Value;
///
/// assert_eq!(Value::Integer(4500).to_string(), "4500");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value<'a> {
    /// The value of a `text` placeholder.
    Text(&'a str),
    /// The value of an `ip` placeholder.
    Address(IpAddr),
    /// The value of an integer placeholder: within `i64` or `u64`.
    Integer(i128),
}

/// Conversions that generated code calls. Not inlined: each is called once per placeholder of a catalog.
impl<'a> From<&'a Cow<'_, str>> for Value<'a> {
    #[inline(never)]
    fn from(text: &'a Cow<'_, str>) -> Self {
        Self::Text(text)
    }
}

impl From<&IpAddr> for Value<'_> {
    #[inline(never)]
    fn from(address: &IpAddr) -> Self {
        Self::Address(*address)
    }
}

/// Writes the value as it is in the text of the event.
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => fmt::Display::fmt(text, f),
            Self::Address(address) => fmt::Display::fmt(address, f),
            Self::Integer(integer) => fmt::Display::fmt(integer, f),
        }
    }
}

/// The fields of an event, an iterator; see [`Event::fields`].
#[derive(Clone)]
pub struct Fields<'a> {
    event: &'a dyn TypedEvent,
    next: usize,
}

impl<'a> Iterator for Fields<'a> {
    type Item = (&'static str, Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let placeholder = self.event.message().placeholders().get(self.next)?;
        let value = value(self.event, self.next)?;
        self.next += 1;
        Some((placeholder.name(), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.event.message().placeholders().len() - self.next;
        (left, Some(left))
    }
}

impl fmt::Debug for Fields<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.clone()).finish()
    }
}

impl ExactSizeIterator for Fields<'_> {}

impl FusedIterator for Fields<'_> {}
