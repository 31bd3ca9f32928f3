//! The trait that generated code implements, from which [`Event`] follows.

use alloc::string::String;
use core::fmt;
use core::hash::{Hash as _, Hasher};

use crate::text_output::Output;
use crate::{Event, Fields, Message, OwnedEvent, Value};

/// The methods that generated code implements for each event struct and for the event enum. The implementation of
/// [`Event`] is based on them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event",
    label = "expected an event, such as a `KmdEvent` or an `OwnedEvent`"
)]
pub trait TypedEvent {
    /// Returns the message of the event.
    fn message(&self) -> &'static Message;

    /// Calls `then` with the values of the placeholders, in the order of [`Message::placeholders`].
    fn with_values<'e>(&'e self, then: Then<'_, 'e>);

    /// Appends the text of the event.
    fn print<O: Output>(&self, out: &mut O)
    where
        Self: Sized;
}

/// A function that is called with the values of an event.
pub type Then<'t, 'e> = &'t mut dyn FnMut(&[Value<'e>]);

impl<E: TypedEvent + fmt::Debug + fmt::Display + Send + Sync> Event for E {
    fn message(&self) -> &'static Message {
        TypedEvent::message(self)
    }

    fn value(&self, index: usize) -> Option<Value<'_>> {
        value(self, index)
    }

    fn fields(&self) -> Fields<'_> {
        Fields::new(self)
    }

    fn append_to(&self, out: &mut String) {
        self.print(out);
    }

    fn to_owned_event(&self) -> OwnedEvent {
        owned(self)
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

/// Returns a copy of an event. It is not generic, because every event type has the method that calls it.
fn owned(event: &dyn Event) -> OwnedEvent {
    let mut text = String::new();
    event.append_to(&mut text);
    OwnedEvent::new(event.message(), text, &mut event.fields())
}
