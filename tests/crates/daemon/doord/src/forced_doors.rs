use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use daemon_log::door::{DoorEvent, DoorTag};
use daemon_log::kmd_events::sink::{Sink, SinkError};
use daemon_log::kmd_events::{Event, Message, Tag};

/// A sink that records which doors were forced open.
#[derive(Debug, Default)]
pub(crate) struct ForcedDoors(Mutex<BTreeSet<u16>>);

impl ForcedDoors {
    /// Returns the numbers of the doors, in order.
    pub(crate) fn doors(&self) -> Vec<u16> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect()
    }
}

impl Sink for ForcedDoors {
    fn is_enabled(&self, message: &Message) -> bool {
        message == DoorTag::Forced.message()
    }

    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        if let Some(DoorEvent::Forced(forced)) = DoorTag::downcast(event) {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(forced.door);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use daemon_log::audit::audit_event;
    use daemon_log::door::{door_event, door_log};

    use super::*;

    #[test]
    fn events_are_recognized_after_a_channel_and_with_context() {
        let forced = ForcedDoors::default();
        let event = door_event!(DOOR_FORCED { door: 4 });
        let copy = event.with("request-id", 7).to_owned_event();
        forced.log(&copy.with("instance", "north")).expect("kept");
        forced.log(&event).expect("kept");
        door_log!(forced, DOOR_FORCED { door: 2 }).expect("kept");
        door_log!(forced, DOOR_OPENED { door: 1 }).expect("not enabled");
        for other in
            [&door_event!(DOOR_OPENED { door: 3 }) as &dyn Event, &audit_event!(AUDIT_GRANTED { user: "ada", door: 3 })]
        {
            assert!(!forced.is_enabled(other.message()));
            forced.log(other).expect("ignored");
        }
        assert_eq!(forced.doors(), [2, 4]);
    }
}
