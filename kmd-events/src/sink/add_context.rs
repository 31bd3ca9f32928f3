use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use super::Sink;
use super::sink_error::SinkError;
use crate::owned_event::OwnedValue;
use crate::{Event, Message, Value, WithContext};

/// A sink that adds context to each event and logs it to another sink.
///
/// If an event already has a context field with the same name, the event keeps its own value. See [`Event::with`] for the names and values.
///
/// ```
/// use kmd_events::format::{Format, Formatter, Timestamp};
/// use kmd_events::sink::{AddContext, Sink, Writer};
/// use kmd_events::{Event, kmd_event, kmd_log};
///
/// # #[cfg(feature = "std")] {
/// let writer = Writer::new(Vec::new(), Formatter::new(Format::Rfc5424), Timestamp::utc_now);
/// let log = AddContext::new(&writer).with("instance", "blue").with("shard", 7);
/// kmd_log!(log, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" })?;
/// log.log(&kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "hq" }).with("shard", 8))?;
///
/// let lines = String::from_utf8(writer.into_inner())?;
/// assert!(lines.contains(r#"[junos@2636 sa-name="branch-7" instance="blue" shard="7"]"#), "{lines}");
/// assert!(lines.contains(r#"[junos@2636 sa-name="hq" shard="8" instance="blue"]"#), "{lines}");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct AddContext<S> {
    sink: S,
    context: Vec<(String, OwnedValue)>,
}

impl<S: Sink> AddContext<S> {
    /// Creates a sink that adds no fields.
    #[must_use]
    pub const fn new(sink: S) -> Self {
        Self { sink, context: Vec::new() }
    }

    /// Adds a field to each event, or replaces the value of the field with that name.
    #[must_use]
    pub fn with<'a>(mut self, name: &str, value: impl Into<Value<'a>>) -> Self {
        let value = OwnedValue::new(value.into());
        match self.context.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = value,
            None => self.context.push((name.to_owned(), value)),
        }
        self
    }
}

impl<S: Sink> Sink for AddContext<S> {
    fn is_enabled(&self, message: &Message) -> bool {
        self.sink.is_enabled(message)
    }

    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        let context = self.context.iter();
        let event = context.fold(WithContext::new(event), |event, (name, value)| event.or(name, value.value()));
        self.sink.log(&event)
    }

    fn flush(&self) -> Result<(), SinkError> {
        self.sink.flush()
    }
}
