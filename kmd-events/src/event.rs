use alloc::string::String;
use core::fmt::{self, Write as _};
use core::hash::{Hash as _, Hasher};
use core::iter::FusedIterator;

use crate::text_output::Output;
use crate::{Message, Value};

/// An event of any catalog.
///
/// Every event struct and every event enum implements this trait, and every sink takes a `&dyn Event`. `Display` prints
/// the documented text with the values filled in, without a trailing line break. Values are printed unchanged,
/// including control characters. Code that writes lines must escape them, as the [`format`](crate::format) module does.
///
/// You can implement the trait for a wrapper by forwarding the methods to the event inside. With the feature `tracing`,
/// a wrapper is emitted with its tag and its text, without fields for the placeholders and with the target
/// `kmd_events::tracing`.
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
    /// Returns the message of the event.
    fn message(&self) -> &'static Message;

    /// Returns the value of the placeholder at `index` in [`Message::placeholders`], or `None` if there are fewer
    /// placeholders.
    ///
    /// ```
    /// use kmd_events::{Event, Value, kmd_event};
    ///
    /// let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
    /// assert_eq!(event.value(0), Some(Value::Text("branch-7")));
    /// assert_eq!(event.value(1), None);
    /// ```
    fn value(&self, index: usize) -> Option<Value<'_>>;

    /// Returns the names and values of the placeholders, each name once, in the order of their first use in the
    /// template and its tails. The value of an optional placeholder can be [`Value::Absent`].
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

    /// Appends the text of the event to `out`, the same text that `Display` writes.
    ///
    /// For the generated types this is faster than `Display`, because no formatter is called. It allocates only if
    /// `out` has to grow.
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

    /// Emits the event to `tracing`. Generated types override this method, because each message needs its own static
    /// call site. The default emits only the tag and the text.
    #[cfg(feature = "tracing")]
    #[doc(hidden)]
    fn emit_to_tracing(&self) {
        crate::tracing::emit_text(self.message(), &format_args!("{self}"));
    }
}

/// The methods that generated code implements for each event struct and for the event enum. The implementation of
/// [`Event`] is based on them.
pub trait TypedEvent {
    /// Returns the message of the event.
    fn message(&self) -> &'static Message;

    /// Calls `then` with the values of the placeholders, in the order of [`Message::placeholders`].
    fn with_values<'e>(&'e self, then: Then<'_, 'e>);

    /// Appends the text of the event.
    fn print<O: Output>(&self, out: &mut O)
    where
        Self: Sized;

    /// Emits the event to `tracing`.
    #[cfg(feature = "tracing")]
    fn emit_to_tracing(&self);
}

/// A function that is called with the values of an event.
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

/// Returns whether two events of the same message have the same values. Generated code calls this for events with a
/// floating-point number, whose type does not implement `Eq`.
#[must_use]
pub fn same_values(one: &dyn TypedEvent, other: &dyn TypedEvent) -> bool {
    let mut same = false;
    one.with_values(&mut |values| other.with_values(&mut |others| same = values == others));
    same
}

/// Hashes the values of an event, in agreement with [`same_values`].
pub fn hash_values(event: &dyn TypedEvent, mut hasher: &mut dyn Hasher) {
    event.with_values(&mut |values| values.hash(&mut hasher));
}

/// Returns the value of the placeholder at `index`, or `None` if there are fewer placeholders.
fn value(event: &dyn TypedEvent, index: usize) -> Option<Value<'_>> {
    let mut value = None;
    event.with_values(&mut |values| value = values.get(index).copied());
    value
}

/// An iterator over the names and values of the fields of an event, returned by [`Event::fields`].
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
