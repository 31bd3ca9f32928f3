//! Catalogs that are known only at run time.

use alloc::vec::Vec;
use core::fmt;

mod parsed_event;

pub use self::parsed_event::ParsedEvent;
use crate::line::EventBuilder;
use crate::metadata::{MessageSet, TagTable, runtime_slots};
use crate::parse::ParsedValues;
use crate::{Catalog, Message, Record, Tag};

/// A catalog whose messages are values and not types, for programs that read logs of any catalog.
///
/// Lines are parsed as by the records of a compiled catalog, with the same code. The events are [`ParsedEvent`]s, which
/// have the values by the names of the placeholders. The crate `kmd-loader` creates such a catalog from files.
///
/// ```
/// use kmd_events::{Event, KmdTag, LoadedCatalog, Value};
///
/// let catalog = LoadedCatalog::of::<KmdTag>();
/// let record = catalog.parse("kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up.");
/// let event = record.event().ok_or("an event")?;
/// assert_eq!(event.message().tag(), "KMD_VPN_UP_ALARM_USER");
/// assert_eq!(event.value(0), Some(Value::Text("hq")));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug)]
pub struct LoadedCatalog {
    set: MessageSet,
}

/// A line of a log, parsed with a [`LoadedCatalog`].
pub type LoadedRecord<'a> = Record<'a, ParsedEvent<'a>, LoadedTag>;

impl LoadedCatalog {
    /// Returns the messages of a compiled catalog.
    #[must_use]
    pub fn of<T: Tag>() -> Self {
        Self { set: T::set().clone() }
    }

    /// Creates a catalog from its messages. The parser keeps references to them, so they live as long as the program.
    #[doc(hidden)]
    #[must_use]
    pub fn new(catalog: &'static Catalog, messages: &'static [&'static Message]) -> Self {
        let tags: Vec<&'static str> = messages.iter().map(|message| message.tag()).collect();
        let tags: &'static [&'static str] = tags.leak();
        let tags = TagTable::new(tags, runtime_slots(tags).leak());
        Self { set: MessageSet { catalog, messages, tags } }
    }

    /// Returns the properties of the catalog.
    #[must_use]
    pub const fn catalog(&self) -> &'static Catalog {
        self.set.catalog
    }

    /// Returns the messages in the order of the catalog.
    #[must_use]
    pub const fn messages(&self) -> &'static [&'static Message] {
        self.set.messages
    }

    /// Returns the message with a tag.
    #[must_use]
    pub fn find(&self, tag: &str) -> Option<&'static Message> {
        self.set.find(tag.as_bytes()).map(|(_, message)| message)
    }

    /// Parses a line with or without its line break.
    #[must_use]
    pub fn parse<'a>(&self, line: &'a str) -> LoadedRecord<'a> {
        Record::from_str(line, false, self, |_| {})
    }

    /// Parses a line that may not be UTF-8. Bytes that are not UTF-8 become U+FFFD.
    #[must_use]
    pub fn parse_bytes<'a>(&self, line: &'a [u8]) -> LoadedRecord<'a> {
        Record::from_bytes(line, false, self, |_| {})
    }
}

impl<'a> EventBuilder<'a> for LoadedCatalog {
    type Event = ParsedEvent<'a>;
    type Tag = LoadedTag;

    fn set(&self) -> &MessageSet {
        &self.set
    }

    fn tag(&self, index: usize) -> Option<LoadedTag> {
        self.set.messages.get(index).copied().map(LoadedTag)
    }

    fn event(&self, tag: LoadedTag, values: &mut ParsedValues<'a>) -> ParsedEvent<'a> {
        ParsedEvent::new(tag.0, values.drain(..))
    }
}

/// The tag of a message of a [`LoadedCatalog`].
///
/// ```
/// use kmd_events::{KmdTag, LoadedCatalog, Outcome};
///
/// let catalog = LoadedCatalog::of::<KmdTag>();
/// let record = catalog.parse("kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq is up");
/// let Outcome::Mismatch { tag, .. } = record.outcome() else { panic!("{record:?}") };
/// assert_eq!(tag.message().template(), "VPN {vpn-name} from {remote-address} is up.");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct LoadedTag(&'static Message);

impl LoadedTag {
    /// Returns the message.
    #[must_use]
    pub const fn message(self) -> &'static Message {
        self.0
    }
}

/// Writes the tag.
impl fmt::Display for LoadedTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.tag())
    }
}

impl fmt::Debug for LoadedTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.tag())
    }
}
