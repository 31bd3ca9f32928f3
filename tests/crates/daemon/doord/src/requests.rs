//! Requests, one per line: `open DOOR USER BADGE TERMINAL`, `check DOOR` and `forced DOOR`.

use std::io::{self, BufRead, Write};
use std::time::Instant;

use daemon_log::audit::{audit_event, audit_log};
use daemon_log::door::values::Position;
use daemon_log::door::{DoorEvent, door_event, door_log};
use daemon_log::kmd_events::WithContext;
use daemon_log::kmd_events::sink::{AddContext, Sink};

use crate::refused::Refused;

/// The doors of a zone, and who may open them.
#[derive(Debug)]
pub(crate) struct House {
    pub(crate) zone: String,
    /// The number of doors. They are numbered from 1.
    pub(crate) doors: u16,
    pub(crate) users: Vec<String>,
}

impl House {
    fn find(&self, door: u16) -> Result<u16, DoorEvent<'static>> {
        if (1..=self.doors).contains(&door) { Ok(door) } else { Err(door_event!(DOOR_UNKNOWN { door }).into_owned()) }
    }
}

/// Reads the sensor of a door. Here, doors with even numbers are closed.
fn position(door: u16) -> Position {
    match door % 2 {
        0 => Position::Closed,
        _ => Position::Open,
    }
}

/// Answers each request with one line, and logs it.
pub(crate) fn serve(house: &House, requests: impl BufRead, mut out: impl Write, log: &dyn Sink) -> io::Result<()> {
    for (request, id) in requests.lines().zip(1_u64..) {
        let request = request?;
        let result = answer(house, &request, &AddContext::new(log).with("request-id", id));
        match &result {
            Ok(answer) => writeln!(out, "{id} {answer}")?,
            Err(refused) => {
                if let Some(event) = refused.event() {
                    let event = WithContext::new(event).with("request-id", id).with("received", &request);
                    // The caller learns of the refusal even if the log is incomplete.
                    log.log(&event).unwrap_or_else(|error| eprintln!("doord: {error}"));
                }
                writeln!(out, "{id} refused: {refused}")?;
            }
        }
    }
    out.flush()
}

fn answer(house: &House, request: &str, log: &dyn Sink) -> Result<&'static str, Refused> {
    let invalid = || door_event!(DOOR_REQUEST_INVALID { request }).into_owned();
    let number = |door: &str| door.parse::<u16>().map_err(|_| invalid());
    let words: Vec<&str> = request.split_ascii_whitespace().collect();
    match words[..] {
        ["open", door, user, badge, terminal] => {
            let door = house.find(number(door)?)?;
            if !house.users.iter().any(|known| known == user) {
                let zone = &house.zone;
                let rule = "not on the list";
                let denied = audit_event!(AUDIT_DENIED { user, badge, door, zone, terminal, rule });
                return Err(Box::new(denied.into_owned()).into());
            }
            audit_log!(log, AUDIT_GRANTED { user, door })?;
            door_log!(log, DOOR_OPENED { door })?;
            Ok("open")
        }
        ["check", door] => {
            let door = house.find(number(door)?)?;
            let start = Instant::now();
            let position = position(door);
            door_log!(log, DOOR_CHECKED { door, position, elapsed: start.elapsed() })?;
            Ok("checked")
        }
        ["forced", door] => {
            door_log!(log, DOOR_FORCED { door: house.find(number(door)?)? })?;
            Ok("noted")
        }
        _ => Err(invalid())?,
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;
    use std::mem::size_of;

    use daemon_log::audit::AuditEvent;
    use daemon_log::audit::events::{AUDIT_DENIED, AUDIT_GRANTED};
    use daemon_log::door::events::{DOOR_CHECKED, DOOR_FORCED, DOOR_OPENED, DOOR_REQUEST_INVALID, DOOR_UNKNOWN};
    use daemon_log::kmd_events::sink::{Filter, Recorder, SinkError};
    use daemon_log::kmd_events::{Event, OwnedEvent, Severity, assert_logged, assert_not_logged};

    use super::*;

    /// Serves requests with four doors, which only `ada` may open, and returns the answers.
    fn answers(requests: &str, log: &dyn Sink) -> String {
        let house = House { zone: String::from("north"), doors: 4, users: vec![String::from("ada")] };
        let mut out = Vec::new();
        serve(&house, requests.as_bytes(), &mut out, log).expect("a vector takes everything");
        String::from_utf8(out).expect("UTF-8")
    }

    fn context(event: &OwnedEvent) -> Vec<String> {
        let placeholders = event.message().placeholders().len();
        event.fields().skip(placeholders).map(|(name, value)| format!("{name}={value}")).collect()
    }

    #[test]
    fn an_opened_door_is_logged_in_both_catalogs_in_order() {
        let log = Recorder::new();
        assert_eq!(answers("forced 1\nopen 3 ada 17 lobby\n", &log), "1 noted\n2 open\n");
        assert_logged!(log, DOOR_FORCED { door: 1 });
        assert_logged!(log, AUDIT_GRANTED { user: "ada", door: 3 });
        assert_logged!(log, DOOR_OPENED { door: 3 });
        assert_not_logged!(log, AUDIT_DENIED { .. });
        let events = log.take();
        let tags: Vec<&str> = events.iter().map(|event| event.message().tag()).collect();
        assert_eq!(tags, ["DOOR_FORCED", "AUDIT_GRANTED", "DOOR_OPENED"]);
        assert_eq!(
            events.iter().map(context).collect::<Vec<_>>(),
            [["request-id=1"], ["request-id=2"], ["request-id=2"]]
        );
    }

    #[test]
    fn a_denied_request_opens_no_door() {
        let log = Recorder::new();
        let answer = "1 refused: User eve with badge 18 was denied door 2 of north at lobby: not on the list\n";
        assert_eq!(answers("open 2 eve 18 lobby", &log), answer);
        let zone = "north";
        assert_logged!(log, AUDIT_DENIED { user: "eve", door: 2, zone, rule: rule if rule.contains("list"), .. });
        assert_not_logged!(log, DOOR_OPENED { .. });
        assert_not_logged!(log, AUDIT_GRANTED { user: "eve", .. });
        assert_eq!(context(&log.events()[0]), ["request-id=1", "received=open 2 eve 18 lobby"]);
    }

    #[test]
    fn mistakes_are_refused_with_an_event() {
        let log = Recorder::new();
        let requests = "check 5\nopen x ada 17 lobby\nopen 0 ada 17 lobby\n\nclose 1\n";
        assert_eq!(
            answers(requests, &log),
            "1 refused: There is no door 5\n2 refused: Request is invalid: open x ada 17 lobby\n\
             3 refused: There is no door 0\n4 refused: Request is invalid: \n5 refused: Request is invalid: close 1\n"
        );
        assert_logged!(log, DOOR_UNKNOWN { door: 5 });
        assert_logged!(log, DOOR_UNKNOWN { door: 0 });
        assert_logged!(log, DOOR_REQUEST_INVALID { request: "close 1" });
        assert_eq!(log.events().len(), 5);
    }

    #[test]
    fn a_filter_drops_the_checks() {
        for (max_severity, count) in
            [(Severity::Debug, 2), (Severity::Info, 1), (Severity::Alert, 1), (Severity::Emergency, 0)]
        {
            let log = Recorder::new();
            let filter = Filter::new(&log).with_max_severity(max_severity);
            assert_eq!(answers("check 2\nforced 2", &filter), "1 checked\n2 noted\n");
            assert_eq!(log.events().len(), count, "{max_severity}");
            if max_severity == Severity::Debug {
                assert_logged!(log, DOOR_CHECKED { position: Position::Closed, door: 2, .. });
            } else {
                assert_not_logged!(log, DOOR_CHECKED { .. });
            }
        }
    }

    /// A sink without space.
    struct Full;

    impl Sink for Full {
        fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
            Err(SinkError::new(event.to_string(), io::Error::from(io::ErrorKind::StorageFull)))
        }
    }

    #[test]
    fn events_and_failures_of_the_log_are_errors_of_one_enum() {
        let house = House { zone: String::from("north"), doors: 4, users: vec![String::from("ada")] };
        let refused = |request, log: &dyn Sink| answer(&house, request, log).expect_err("refused");
        let denied = refused("open 2 eve 18 lobby", &Full);
        assert!(matches!(&denied, Refused::Audit(event) if event.to_string() == denied.to_string()), "{denied:?}");
        let unknown = refused("forced 9", &Full);
        assert!(matches!(&unknown, Refused::Door(DoorEvent::Unknown(unknown)) if unknown.door == 9), "{unknown:?}");
        assert!(unknown.source().is_none());
        assert_eq!(unknown.event().map(ToString::to_string).as_deref(), Some("There is no door 9"));
        let full = refused("open 2 ada 17 lobby", &Full);
        assert_eq!(full.to_string(), "the request is not logged");
        let source =
            full.source().and_then(|source| source.downcast_ref::<SinkError>()).expect("the error of the sink");
        assert_eq!(source.rendered(), Some("User ada opened door 2"));
        assert!(full.event().is_none());
        // An event that is not logged does not hide the refusal from the caller.
        assert_eq!(
            answers("forced 9\nforced 2", &Full),
            "1 refused: There is no door 9\n2 refused: the request is not logged\n"
        );
    }

    /// clippy warns of errors of 128 bytes or more.
    #[test]
    #[cfg(target_pointer_width = "64")]
    fn only_a_large_event_needs_a_box() {
        assert!(size_of::<DoorEvent<'_>>() < 128);
        assert!(size_of::<AuditEvent<'_>>() >= 128);
        assert!(size_of::<Refused>() < 128);
    }
}
