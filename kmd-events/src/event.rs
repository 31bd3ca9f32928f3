use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};
use core::iter::FusedIterator;

use crate::context_name::distinct_name;
use crate::{Message, OwnedEvent, Value};

/// An event of any catalog.
///
/// Every event struct and every event enum implements this trait, and so do references to events and boxes of them. Events
/// are `Send` and `Sync`, and every sink takes a `&dyn Event`. `Display` prints the documented text with the values filled
/// in, without a trailing line break. Values are printed unchanged, including control characters. Code that writes lines
/// must escape them, as the [`format`](crate::format) module does.
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
/// the methods to the event inside. The sinks take the values and the text of the wrapper. This wrapper adds a last field:
///
/// ```
/// use std::fmt;
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
///         if index == self.0.fields().len() { Some(("number", self.1.into())) } else { self.0.field(index) }
///     }
///
///     fn fields(&self) -> Fields<'_> {
///         Fields::new(self)
///     }
/// }
///
/// let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
/// let event = event.with("request-id", 3);
/// let fields: Vec<String> = Numbered(&event, 7).fields().map(|(name, value)| format!("{name}={value}")).collect();
/// assert_eq!(fields, ["sa-name=branch-7", "request-id=3", "number=7"]);
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

/// An event with fields that are not part of its text, such as the ID of a request.
///
/// Each sink shows these fields after those of the placeholders: as structured data of RFC 5424, as fields of the journal, as
/// key-values of `log`, in the field `context` of `tracing`, and as the map `context` in JSON.
/// [`Event::with`] creates such an event. For a `&dyn Event`, use [`WithContext::new`]:
///
/// ```
/// use kmd_events::{Event, WithContext, kmd_event};
///
/// fn log(event: &dyn Event, request: u64) -> String {
///     format!("{:?}", WithContext::new(event).with("request-id", request).fields())
/// }
///
/// let fields = log(&kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" }), 7);
/// assert_eq!(fields, r#"{"sa-name": Text("branch-7"), "request-id": Integer(7)}"#);
/// ```
#[derive(Clone, Debug)]
pub struct WithContext<'a> {
    event: &'a dyn Event,
    context: Vec<(Cow<'a, str>, Value<'a>)>,
}

impl<'a> WithContext<'a> {
    /// Creates an event with the fields of another one, including the context that it already has.
    #[must_use]
    pub fn new(event: &'a dyn Event) -> Self {
        let placeholders = event.message().placeholders().len();
        let context = event.fields().skip(placeholders).map(|(name, value)| (name.into(), value));
        Self { event, context: context.collect() }
    }

    /// Adds a field, or replaces the value of the context field with that name.
    ///
    /// The value can have any type that a placeholder can have, or be an `Option` of one. A `None` is not shown. Pass a
    /// reference to a string. If the name would be that of a placeholder, `_` is appended. Sinks replace the characters
    /// that their names cannot have by `_`, and cut a name after 32 bytes, the limit of RFC 5424.
    ///
    /// ```
    /// use kmd_events::{Event, Value, kmd_event};
    ///
    /// let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
    /// let event = event.with("request-id", 7).with("request-id", 8).with("sa-name", "other");
    /// let context: Vec<_> = event.fields().skip(1).collect();
    /// assert_eq!(context, [("request-id", Value::Integer(8)), ("sa-name_", Value::Text("other"))]);
    /// ```
    #[must_use]
    pub fn with(mut self, name: &'a str, value: impl Into<Value<'a>>) -> Self {
        let (name, value) = (distinct_name(name, self.event.message()), value.into());
        match self.context.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = value,
            None => self.context.push((name, value)),
        }
        self
    }

    /// Adds a field, unless the context has one with that name.
    pub(crate) fn or(self, name: &'a str, value: Value<'a>) -> Self {
        let distinct = distinct_name(name, self.event.message());
        if self.context.iter().any(|(known, _)| *known == distinct) { self } else { self.with(name, value) }
    }
}

impl fmt::Display for WithContext<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.event, f)
    }
}

impl core::error::Error for WithContext<'_> {}

impl Event for WithContext<'_> {
    fn message(&self) -> &'static Message {
        self.event.message()
    }

    fn value(&self, index: usize) -> Option<Value<'_>> {
        self.event.value(index)
    }

    fn field(&self, index: usize) -> Option<(&str, Value<'_>)> {
        match index.checked_sub(self.message().placeholders().len()) {
            None => self.event.field(index),
            Some(index) => self.context.get(index).map(|(name, value)| (&**name, *value)),
        }
    }

    fn fields(&self) -> Fields<'_> {
        Fields::new(self)
    }

    fn append_to(&self, out: &mut String) {
        self.event.append_to(out);
    }
}
