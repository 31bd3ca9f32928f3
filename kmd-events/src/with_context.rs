use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::context_name::distinct_name;
use crate::{Event, Fields, Message, Value};

/// An event with fields that are not part of its text, such as the ID of a request.
///
/// Each sink shows these fields after those of the placeholders: as structured data of RFC 5424, as fields of the journal, as
/// key-values of `log`, in the field `context` of `tracing`, and as the map `context` in JSON.
///
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
