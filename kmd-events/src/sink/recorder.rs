use std::sync::{Mutex, PoisonError};
use std::vec::Vec;

use super::Sink;
use super::sink_error::SinkError;
use crate::{Event, OwnedEvent, Tag};

/// A sink that keeps the events, for tests.
///
/// [`assert_logged!`](crate::assert_logged!) searches a recorder. Threads can share it.
///
/// ```
/// use kmd_events::sink::Recorder;
/// use kmd_events::{KmdTag, assert_logged, events, kmd_event, kmd_log};
///
/// let log = Recorder::new();
/// kmd_log!(log, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" })?;
///
/// assert_logged!(log, events::KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
/// assert_eq!(log.events_of::<KmdTag>(), [kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" })]);
/// # Ok::<(), kmd_events::sink::SinkError>(())
/// ```
#[derive(Debug, Default)]
pub struct Recorder {
    events: Mutex<Vec<OwnedEvent>>,
}

impl Recorder {
    /// Creates a recorder without events.
    #[must_use]
    pub const fn new() -> Self {
        Self { events: Mutex::new(Vec::new()) }
    }

    /// Returns copies of the events of all catalogs, with their context, in the order in which they were logged.
    ///
    /// ```
    /// use kmd_events::sink::{Recorder, Sink};
    /// use kmd_events::{Event, Value, kmd_event};
    ///
    /// let log = Recorder::new();
    /// log.log(&kmd_event!(KMD_PM_PROPOSAL_NULL_ESP).with("request-id", 7))?;
    /// assert_eq!(log.events()[0].field(0), Some(("request-id", Value::Integer(7))));
    /// # Ok::<(), kmd_events::sink::SinkError>(())
    /// ```
    #[must_use]
    pub fn events(&self) -> Vec<OwnedEvent> {
        self.with_events(|events| events.clone())
    }

    /// Returns the events of one catalog as its event enum, without context.
    #[must_use]
    pub fn events_of<T: Tag>(&self) -> Vec<T::Event<'static>> {
        self.with_events(|events| events.iter().filter_map(|event| T::downcast(event).map(T::into_owned)).collect())
    }

    /// Removes all events and returns them.
    ///
    /// ```
    /// use kmd_events::sink::Recorder;
    /// use kmd_events::kmd_log;
    ///
    /// let log = Recorder::new();
    /// kmd_log!(log, KMD_PM_PROPOSAL_NULL_ESP)?;
    /// assert_eq!(log.take().len(), 1);
    /// assert_eq!(log.events(), []);
    /// # Ok::<(), kmd_events::sink::SinkError>(())
    /// ```
    pub fn take(&self) -> Vec<OwnedEvent> {
        self.with_events(core::mem::take)
    }

    /// Calls a function with the events. A panic in another thread does not stop this one from logging.
    fn with_events<T>(&self, then: impl FnOnce(&mut Vec<OwnedEvent>) -> T) -> T {
        then(&mut self.events.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Sink for Recorder {
    /// Keeps a copy of the event. Always succeeds.
    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        let event = event.to_owned_event();
        self.with_events(|events| events.push(event));
        Ok(())
    }
}
