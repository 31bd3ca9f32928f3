use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::{Message, Value};

mod as_event;

/// A copy of an event of any catalog that does not borrow from anything. [`Event::to_owned_event`] returns it.
///
/// It has the message, the text, the typed values and the context of the event, so each sink treats it like the
/// event. It is `Send` and `Sync`.
///
/// Two copies are equal if they have the same message, text, values and context. This example sends events to a thread:
///
/// ```
/// use std::sync::mpsc;
/// use std::thread;
///
/// use kmd_events::{Event, OwnedEvent, kmd_event};
///
/// let (sender, receiver) = mpsc::channel::<OwnedEvent>();
/// let log = thread::spawn(move || receiver.iter().collect::<Vec<_>>());
///
/// let event: &dyn Event = &kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
/// sender.send(event.to_owned_event()).expect("the thread receives");
/// drop(sender);
/// assert_eq!(log.join().expect("the thread ends"), [event.to_owned_event()]);
/// ```
///
/// [`Event::to_owned_event`]: crate::Event::to_owned_event
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct OwnedEvent {
    message: &'static Message,
    text: String,
    /// The values of the placeholders.
    values: Vec<OwnedValue>,
    context: Vec<(String, OwnedValue)>,
}

impl OwnedEvent {
    /// Creates an event from its text and its fields.
    pub(crate) fn new(
        message: &'static Message,
        text: String,
        fields: &mut dyn Iterator<Item = (&str, Value<'_>)>,
    ) -> Self {
        let count = message.placeholders().len();
        let values = fields.take(count).map(|(_, value)| OwnedValue::new(value)).collect();
        let context = fields.map(|(name, value)| (name.to_owned(), OwnedValue::new(value))).collect();
        Self { message, text, values, context }
    }
}

impl fmt::Display for OwnedEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl core::error::Error for OwnedEvent {}

/// A value that owns its string.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum OwnedValue {
    Text(String),
    /// A value that is not a string.
    Other(Value<'static>),
}

impl OwnedValue {
    pub(crate) fn new(value: Value<'_>) -> Self {
        Self::Other(match value {
            Value::Text(text) => return Self::Text(text.to_owned()),
            Value::Address(address) => Value::Address(address),
            Value::Integer(integer) => Value::Integer(integer),
            Value::Socket(socket) => Value::Socket(socket),
            Value::Prefix(prefix) => Value::Prefix(prefix),
            Value::Mac(mac) => Value::Mac(mac),
            Value::Bool(bool) => Value::Bool(bool),
            Value::Float(float) => Value::Float(float),
            Value::Duration(duration, unit) => Value::Duration(duration, unit),
            Value::Absent => Value::Absent,
        })
    }

    pub(crate) fn value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Other(value) => *value,
        }
    }
}
