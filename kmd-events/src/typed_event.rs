//! The trait that generated code implements, from which [`Event`] follows.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::hash::{Hash as _, Hasher};

use crate::text_output::Output;
use crate::{Event, Fields, Message, OwnedEvent, Value};

/// The methods that generated code implements for each event struct and for the event enum. The implementation of
/// [`Event`] is based on them.
///
/// The provided methods are those of [`Event`]. Only pointers to events have implementations of their own.
pub trait TypedEvent {
    /// Returns the message of the event.
    fn message(&self) -> &'static Message;

    /// Calls `then` with the values of the placeholders, in the order of [`Message::placeholders`].
    fn with_values<'e>(&'e self, then: Then<'_, 'e>);

    /// Appends the text of the event.
    fn print<O: Output>(&self, out: &mut O)
    where
        Self: Sized;

    /// Returns what [`Event::value`] returns.
    fn value(&self, index: usize) -> Option<Value<'_>>
    where
        Self: Sized,
    {
        value(self, index)
    }

    /// Returns what [`Event::field`] returns.
    fn field(&self, index: usize) -> Option<(&str, Value<'_>)>
    where
        Self: Sized,
    {
        Some((self.message().placeholders().get(index)?.name(), self.value(index)?))
    }

    /// Returns what [`Event::fields`] returns.
    fn fields(&self) -> Fields<'_>
    where
        Self: Event + Sized,
    {
        Fields::new(self)
    }

    /// Appends what [`Event::append_to`] appends.
    fn append_to(&self, out: &mut String)
    where
        Self: Sized,
    {
        self.print(out);
    }

    /// Returns what [`Event::to_owned_event`] returns.
    fn to_owned_event(&self) -> OwnedEvent
    where
        Self: Event + Sized,
    {
        owned(self)
    }
}

/// A function that is called with the values of an event.
pub type Then<'t, 'e> = &'t mut dyn FnMut(&[Value<'e>]);

#[diagnostic::do_not_recommend]
impl<E: TypedEvent + fmt::Debug + fmt::Display + Send + Sync> Event for E {
    fn message(&self) -> &'static Message {
        TypedEvent::message(self)
    }

    fn value(&self, index: usize) -> Option<Value<'_>> {
        TypedEvent::value(self, index)
    }

    fn field(&self, index: usize) -> Option<(&str, Value<'_>)> {
        TypedEvent::field(self, index)
    }

    fn fields(&self) -> Fields<'_> {
        TypedEvent::fields(self)
    }

    fn append_to(&self, out: &mut String) {
        TypedEvent::append_to(self, out);
    }

    fn to_owned_event(&self) -> OwnedEvent {
        TypedEvent::to_owned_event(self)
    }
}

/// Implements the trait for a pointer, so that a pointer to an event is an event.
macro_rules! forward {
    ($($pointer:ty),*) => {$(
        impl<E: Event + ?Sized> TypedEvent for $pointer {
            fn message(&self) -> &'static Message {
                (**self).message()
            }

            fn with_values<'e>(&'e self, then: Then<'_, 'e>) {
                let indices = 0..(**self).message().placeholders().len();
                let values: Vec<Value<'e>> = indices.map_while(|index| (**self).value(index)).collect();
                then(&values);
            }

            fn print<O: Output>(&self, out: &mut O) {
                let mut text = String::new();
                (**self).append_to(&mut text);
                out.push(&text);
            }

            fn value(&self, index: usize) -> Option<Value<'_>> {
                (**self).value(index)
            }

            fn field(&self, index: usize) -> Option<(&str, Value<'_>)> {
                (**self).field(index)
            }

            fn fields(&self) -> Fields<'_> {
                (**self).fields()
            }

            fn append_to(&self, out: &mut String) {
                (**self).append_to(out);
            }

            fn to_owned_event(&self) -> OwnedEvent {
                (**self).to_owned_event()
            }
        }
    )*};
}

forward!(&E, Box<E>);

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
