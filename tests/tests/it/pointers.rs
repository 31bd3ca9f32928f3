//! Tests that references to events and boxes of them are events, with everything that the event has.

use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::sink::{Recorder, Sink};
use kmd_events::{Event, KmdTag, Tag, Value, assert_logged, assert_not_logged, events, kmd_event, kmd_log};

use crate::context::Numbered;

/// What code that is generic over events sees.
#[derive(Debug, PartialEq)]
struct Seen {
    tag: &'static str,
    fields: Vec<String>,
    first_value: Option<String>,
    last_field: Option<String>,
    texts: [String; 3],
}

impl Seen {
    fn by_generic_code<E: Event>(event: &E) -> Self {
        let shown = |(name, value): (&str, Value<'_>)| format!("{name}={value}");
        let mut appended = String::new();
        event.append_to(&mut appended);
        let copy = event.to_owned_event();
        assert_eq!(copy.fields().map(shown).collect::<Vec<_>>(), event.fields().map(shown).collect::<Vec<_>>());
        Self {
            tag: event.message().tag(),
            fields: event.fields().map(shown).collect(),
            first_value: event.value(0).map(|value| value.to_string()),
            last_field: event.field(event.fields().len() - 1).map(shown),
            texts: [event.to_string(), appended, copy.to_string()],
        }
    }
}

#[test]
fn pointers_have_the_fields_and_the_text_of_the_event() {
    let event = kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, tunnel_name: "hq" });
    let with = event.with("request-id", 7);
    let numbered = Numbered(&with, 42);
    let copy = with.to_owned_event();
    for event in [&event as &dyn Event, &with, &numbered, &copy] {
        let boxed: Box<dyn Event + '_> = Box::new(event);
        let expected = Seen {
            tag: "KMD_DPD_FAILOVER_MAX_ATTEMPTS",
            fields: event.fields().map(|(name, value)| format!("{name}={value}")).collect(),
            first_value: Some("5".to_owned()),
            last_field: event.fields().last().map(|(name, value)| format!("{name}={value}")),
            texts: [(); 3].map(|()| event.to_string()),
        };
        assert_eq!(Seen::by_generic_code(&event), expected);
        assert_eq!(Seen::by_generic_code(&boxed), expected);
        assert_eq!(Seen::by_generic_code(&&boxed), expected);
        let lines = [event, &boxed].map(|event| {
            let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
            Formatter::new(Format::Rfc5424).format_to_string(event, time)
        });
        assert_eq!(lines[0], lines[1]);
    }
    assert_eq!(Seen::by_generic_code(&&event), Seen::by_generic_code(&event));
    assert_eq!(Seen::by_generic_code(&Box::new(event.clone())), Seen::by_generic_code(&event));
}

#[test]
fn a_vector_of_boxes_is_searched_and_logged() {
    let mut kept: Vec<Box<dyn Event>> = vec![Box::new(kmd_event!(KMD_PM_PROPOSAL_NULL_ESP))];
    kept.push(Box::new(events::PmSaPeerNotFound { sa_name: "hq".into() }));
    assert_logged!(kept, events::KMD_PM_SA_PEER_NOT_FOUND { sa_name: "hq" });
    assert_not_logged!(kept, events::KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
    let references: Vec<&dyn Event> = kept.iter().map(|event| &**event).collect();
    assert_logged!(references, events::KMD_PM_PROPOSAL_NULL_ESP);

    let log = Recorder::new();
    for event in &kept {
        log.log(event).expect("logged");
    }
    kmd_log!(log, KMD_PM_PROPOSAL_NULL_ESP).expect("logged");
    assert_eq!(log.events().len(), 3);
    let downcast = KmdTag::downcast(&kept[1]).expect("an event of kmd");
    assert_eq!(downcast, kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "hq" }));
}

/// The wrapper of a box adds context to what the box has.
#[test]
fn a_box_can_get_context() {
    let boxed: Box<dyn Event> = Box::new(kmd_event!(KMD_PM_PROPOSAL_NULL_ESP));
    let with = boxed.with("request-id", 7);
    assert_eq!(with.message().tag(), "KMD_PM_PROPOSAL_NULL_ESP");
    assert_eq!(with.fields().collect::<Vec<_>>(), [("request-id", Value::Integer(7))]);
}
