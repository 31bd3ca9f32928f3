use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;
use core::hash::{Hash, Hasher};

use arrayvec::ArrayVec;

use crate::metadata::MAX_PLACEHOLDERS;
use crate::parse::{ParsedValue, parsed_value};
use crate::write_value::write_values;
use crate::{Event, Fields, Message, Value};

/// An event that was parsed with a [`LoadedCatalog`](crate::LoadedCatalog). It borrows from the line.
///
/// ```
/// use kmd_events::{Event, KmdTag, LoadedCatalog, OwnedEvent};
///
/// let catalog = LoadedCatalog::of::<KmdTag>();
/// let record = catalog.parse("kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up.");
/// let kept: Option<OwnedEvent> = record.event().map(Event::to_owned_event);
/// assert_eq!(kept.ok_or("an event")?.to_string(), "VPN hq from 203.0.113.77 is up.");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone)]
pub struct ParsedEvent<'a> {
    message: &'static Message,
    values: Vec<ParsedValue<'a>>,
}

impl<'a> ParsedEvent<'a> {
    /// Creates an event from one value per placeholder, in their order. Returns `None` if one does not have the type of its
    /// placeholder.
    ///
    /// ```
    /// use kmd_events::{KmdTag, LoadedCatalog, ParsedEvent, Value};
    ///
    /// let catalog = LoadedCatalog::of::<KmdTag>();
    /// let message = catalog.find("KMD_DPD_FAILOVER_MAX_ATTEMPTS").ok_or("a message")?;
    /// let event = ParsedEvent::from_values(message, &[Value::Integer(5), Value::Text("hq")]).ok_or("an event")?;
    /// assert_eq!(event.to_string(), "Number of failover attempts exceeded limit 5 for tunnel hq");
    /// assert!(ParsedEvent::from_values(message, &[Value::Text("5"), Value::Text("hq")]).is_none());
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn from_values(message: &'static Message, values: &[Value<'a>]) -> Option<Self> {
        if values.len() != message.placeholders().len() {
            return None;
        }
        let values = values.iter().zip(message.placeholders());
        let values = values.map(|(value, placeholder)| parsed_value(*value, placeholder, Cow::Borrowed));
        Some(Self { message, values: values.collect::<Option<_>>()? })
    }

    /// Creates an event from the values of its placeholders.
    pub(super) fn new(message: &'static Message, values: impl Iterator<Item = ParsedValue<'a>>) -> Self {
        Self { message, values: values.collect() }
    }

    /// Returns the values of the placeholders.
    fn values(&self) -> impl Iterator<Item = Value<'_>> {
        self.values.iter().zip(self.message.placeholders()).map(|(value, placeholder)| value.value(placeholder))
    }
}

impl Event for ParsedEvent<'_> {
    fn message(&self) -> &'static Message {
        self.message
    }

    fn value(&self, index: usize) -> Option<Value<'_>> {
        Some(self.values.get(index)?.value(self.message.placeholders().get(index)?))
    }

    fn fields(&self) -> Fields<'_> {
        Fields::new(self)
    }
}

/// Two events are equal if they have the same message and the same values.
impl PartialEq for ParsedEvent<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.message == other.message && self.values().eq(other.values())
    }
}

impl Eq for ParsedEvent<'_> {}

impl Hash for ParsedEvent<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.message.tag().hash(state);
        self.values().for_each(|value| value.hash(state));
    }
}

impl fmt::Display for ParsedEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values: ArrayVec<Value<'_>, MAX_PLACEHOLDERS> = self.values().collect();
        write_values(f, self.message, &values)
    }
}

impl fmt::Debug for ParsedEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ParsedEvent").field(&self.message.tag()).field(&self.fields()).finish()
    }
}

impl core::error::Error for ParsedEvent<'_> {}
