use alloc::string::String;
use core::fmt::{self, Write as _};
use core::iter::FusedIterator;

use crate::{Message, OwnedEvent, Value, WithContext};

/// An event of any catalog.
///
/// Every event struct and every event enum implements this trait, and so do references to events and boxes of them. Every sink
/// takes a `&dyn Event`. `Display` prints the documented text with the values filled in, without a trailing line break. Values are printed unchanged,
/// including control characters. Code that writes lines must escape them, as the [`format`](crate::format) module does.
/// Events are `Send` and `Sync`.
///
/// ```
/// use kmd_events::{Event, kmd_event};
///
/// fn write(event: &dyn Event) -> String {
///     format!("<{}>{}: {event}", event.message().priority(), event.message().tag())
/// }
///
/// let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
/// assert_eq!(write(&event), "<35>KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7");
/// ```
///
/// To add fields to an event, call [`with`](Self::with). You can also implement the trait for a wrapper by forwarding
/// the methods to the event inside. The sinks take the values and the text of the wrapper. This wrapper adds one field:
///
/// ```
/// use std::fmt;
///
/// use kmd_events::{Event, Fields, Message, Value, kmd_event};
///
/// #[derive(Debug)]
/// struct Numbered<'a>(&'a dyn Event, u64);
///
/// impl fmt::Display for Numbered<'_> {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         fmt::Display::fmt(self.0, f)
///     }
/// }
///
/// impl Event for Numbered<'_> {
///     fn message(&self) -> &'static Message {
///         self.0.message()
///     }
///
///     fn value(&self, index: usize) -> Option<Value<'_>> {
///         self.0.value(index)
///     }
///
///     fn field(&self, index: usize) -> Option<(&str, Value<'_>)> {
///         let count = self.message().placeholders().len();
///         if index == count { Some(("number", self.1.into())) } else { self.0.field(index) }
///     }
///
///     fn fields(&self) -> Fields<'_> {
///         Fields::new(self)
///     }
/// }
///
/// let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
/// let fields: Vec<String> = Numbered(&event, 7).fields().map(|(name, value)| format!("{name}={value}")).collect();
/// assert_eq!(fields, ["sa-name=branch-7", "number=7"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event",
    label = "expected an event, such as a `KmdEvent`, a `&dyn Event` or an `OwnedEvent`"
)]
pub trait Event: fmt::Debug + fmt::Display + Send + Sync {
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

    /// Returns the name and the value of the field at `index`, or `None` if there are fewer fields. The placeholders
    /// come first, in the order of [`Message::placeholders`]. Context that was added to the event follows.
    ///
    /// ```
    /// use kmd_events::{Event, Value, kmd_event};
    ///
    /// let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
    /// assert_eq!(event.field(0), Some(("sa-name", Value::Text("branch-7"))));
    /// assert_eq!(event.field(1), None);
    /// assert_eq!(event.with("request-id", 7).field(1), Some(("request-id", Value::Integer(7))));
    /// ```
    fn field(&self, index: usize) -> Option<(&str, Value<'_>)> {
        let placeholder = self.message().placeholders().get(index)?;
        Some((placeholder.name(), self.value(index)?))
    }

    /// Returns the names and values of the fields: first the placeholders, each once, in the order of their first use in
    /// the template and its tails, then the context. The value of an optional placeholder can be [`Value::Absent`].
    ///
    /// A wrapper implements this method with [`Fields::new`].
    ///
    /// ```
    /// use kmd_events::{Event, Value, kmd_event};
    ///
    /// let event = kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, tunnel_name: "branch-7" });
    /// let fields: Vec<_> = event.fields().collect();
    /// assert_eq!(fields, [("count", Value::Integer(5)), ("tunnel-name", Value::Text("branch-7"))]);
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

    /// Returns a copy that does not borrow from anything, for example for a queue or another thread. It keeps the
    /// message, the text, the typed values and the context. If you know the catalog, `into_owned` of the event enum
    /// needs less memory.
    ///
    /// ```
    /// use kmd_events::{Event, OwnedEvent, kmd_event};
    ///
    /// let event: &dyn Event = &kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
    /// let kept: OwnedEvent = event.to_owned_event();
    /// assert_eq!(kept.value(0), event.value(0));
    /// ```
    fn to_owned_event(&self) -> OwnedEvent {
        let mut text = String::new();
        self.append_to(&mut text);
        OwnedEvent::new(self.message(), text, &mut (0..).map_while(|index| self.field(index)))
    }

    /// Adds a field to the event that is not part of its text, such as the ID of a request. See [`WithContext`].
    ///
    /// ```
    /// use kmd_events::{Event, kmd_event};
    ///
    /// let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
    /// assert_eq!(event.with("request-id", 7).with("user", "ada").fields().count(), 3);
    /// ```
    fn with<'a>(&'a self, name: &'a str, value: impl Into<Value<'a>>) -> WithContext<'a>
    where
        Self: Sized,
    {
        WithContext::new(self).with(name, value)
    }
}

/// An iterator over the names and values of the fields of an event, returned by [`Event::fields`].
#[derive(Clone)]
pub struct Fields<'a> {
    pub(crate) event: &'a dyn Event,
    next: usize,
    end: usize,
}

impl<'a> Fields<'a> {
    /// Creates an iterator over the fields that [`Event::field`] returns. See [`Event`] for an example.
    #[must_use]
    pub fn new(event: &'a dyn Event) -> Self {
        let placeholders = event.message().placeholders().len();
        let context = (placeholders..).take_while(|&index| event.field(index).is_some());
        Self { event, next: 0, end: placeholders + context.count() }
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = (&'a str, Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let field = self.event.field(self.next)?;
        self.next += 1;
        Some(field)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end - self.next;
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
