//! Tests of events as errors, of copies of events, and of code that is generic over catalogs.

use std::error::Error;
use std::mem::size_of;
use std::sync::mpsc;
use std::thread;

use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::{CatalogEvent, Event, KmdEvent, KmdTag, OwnedEvent, Tag, Value, WithContext, kmd_event};
use kmd_tests::all_types::{WxEvent, WxTag, wx_event};
use kmd_tests::events;

use crate::context::Numbered;

fn find(peer: &str) -> Result<(), Box<KmdEvent<'static>>> {
    Err(kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: peer }).into_owned())?
}

#[test]
fn events_are_errors() {
    fn boxed() -> Result<(), Box<dyn Error + Send + Sync>> {
        find("branch-7")?;
        Ok(())
    }
    fn of_struct() -> Result<(), Box<dyn Error>> {
        Err(kmd_events::events::PmProposalNullEsp)?
    }
    let error = boxed().expect_err("no peer");
    assert_eq!(error.to_string(), "Unable to find active peer for SA branch-7");
    assert!(error.source().is_none());
    let event = error.downcast::<Box<KmdEvent<'static>>>().expect("the event");
    assert_eq!(event.tag(), KmdTag::PmSaPeerNotFound);
    assert_eq!(of_struct().expect_err("an error").to_string(), kmd_event!(KMD_PM_PROPOSAL_NULL_ESP).to_string());
    let copy: Box<dyn Error + Send + Sync> = event.to_owned_event().into();
    assert_eq!(copy.to_string(), event.to_string());
}

/// `clippy::result_large_err` warns of errors with 128 bytes or more. The FAQ has these sizes.
#[test]
#[cfg(target_pointer_width = "64")]
fn sizes_are_those_of_the_guide() {
    assert_eq!(size_of::<KmdEvent<'_>>(), 360);
    assert_eq!(size_of::<Box<KmdEvent<'_>>>(), 8);
    assert!(size_of::<OwnedEvent>() < 128, "{}", size_of::<OwnedEvent>());
}

fn fields_of(event: &dyn Event) -> Vec<(String, String)> {
    event.fields().map(|(name, value)| (name.to_owned(), format!("{value:?}"))).collect()
}

/// Returns events with optional values, words, floating-point numbers and durations.
fn weather() -> Vec<WxEvent<'static>> {
    vec![
        wx_event!(WX_FLOATS { rain: -0.0, wind_speed: f64::NAN, pressure: 1e300, humidity: None }),
        wx_event!(WX_FIXED_DURATIONS {
            uptime: std::time::Duration::from_millis(1_500),
            age: std::time::Duration::from_nanos(1),
            lag: std::time::Duration::MAX,
            tick: std::time::Duration::ZERO,
        }),
        wx_event!(WX_ABSENT {}),
        wx_event!(WX_REPORT { station: "roof", sky: None, fall: None, note: Some("wet") }),
    ]
}

#[test]
fn copies_are_like_the_event() {
    let formatter = Formatter::new(Format::Rfc5424);
    let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
    let (kmd, weather) = (events::all(), weather());
    let all = kmd.iter().map(|event| event as &dyn Event).chain(weather.iter().map(|event| event as &dyn Event));
    for event in all {
        let with = WithContext::new(event).with("request-id", 7).with("user", "ada");
        let numbered = Numbered(event, 3);
        for event in [event, &with, &numbered] {
            let copy = event.to_owned_event();
            assert_eq!(copy.message(), event.message());
            assert_eq!(copy.to_string(), event.to_string());
            assert_eq!(fields_of(&copy), fields_of(event));
            let count = event.message().placeholders().len();
            assert_eq!(copy.value(count), None);
            let last = count.checked_sub(1).and_then(|last| copy.value(last));
            assert_eq!(last, count.checked_sub(1).and_then(|last| event.value(last)));
            assert_eq!(formatter.format_to_string(&copy, time), formatter.format_to_string(event, time));
            assert_eq!(
                serde_json::to_string(&copy).expect("written"),
                serde_json::to_string(&WithContext::new(event)).expect("written")
            );
            let mut text = String::from("> ");
            copy.append_to(&mut text);
            assert_eq!(text, format!("> {event}"));
            assert_eq!(copy, copy.to_owned_event());
            assert_eq!(copy, event.to_owned_event());
        }
        assert_ne!(event.to_owned_event(), with.to_owned_event());
    }
}

#[test]
fn copies_of_two_catalogs_go_to_one_thread() {
    let (sender, receiver) = mpsc::channel::<OwnedEvent>();
    let log = thread::spawn(move || {
        receiver.iter().map(|event| format!("{}: {event}", event.message().tag())).collect::<Vec<_>>()
    });
    let name = String::from("branch-7");
    let events: [&dyn Event; 2] =
        [&kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &name }), &wx_event!(WX_CONTACT_LOST { note: &name })];
    for event in events {
        sender.send(event.to_owned_event()).expect("received");
    }
    drop(sender);
    let text = events[1].to_string();
    assert_eq!(
        log.join().expect("the thread ends"),
        ["KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7", &format!("WX_CONTACT_LOST: {text}")]
    );
    let debug = format!("{:?}", kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a" }).to_owned_event());
    assert!(debug.contains("KMD_PM_SA_PEER_NOT_FOUND") && debug.contains(r#""sa-name": Text("a")"#), "{debug}");
}

/// A list of owned events of any catalog, shared by threads.
struct Kept<T: Tag>(std::sync::Mutex<Vec<T::Event<'static>>>);

impl<T: Tag> Kept<T> {
    fn keep<E: CatalogEvent<Tag = T>>(&self, event: E) -> T {
        let tag = event.tag();
        self.0.lock().expect("no panic").push(event.into_owned());
        tag
    }
}

fn first_value<E: CatalogEvent>(event: &E) -> Option<Value<'_>> {
    assert_eq!(event.tag().message(), event.message());
    event.value(0)
}

#[test]
fn generic_code_infers_the_catalog() {
    fn shared<T: Tag>(kept: &Kept<T>, event: T::Event<'static>)
    where
        T::Event<'static>: PartialEq,
    {
        thread::scope(|scope| {
            scope.spawn(|| kept.keep(event));
        });
    }
    let name = String::from("branch-7");
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &name });
    assert_eq!(first_value(&event), Some(Value::Text("branch-7")));
    let kept = Kept(std::sync::Mutex::default());
    assert_eq!(kept.keep(event.clone()), KmdTag::PmSaPeerNotFound);
    shared(&kept, kmd_event!(KMD_PM_PROPOSAL_NULL_ESP));
    assert_eq!(*kept.0.lock().expect("no panic"), [event, kmd_event!(KMD_PM_PROPOSAL_NULL_ESP)]);
    let kept = Kept(std::sync::Mutex::default());
    assert_eq!(kept.keep(wx_event!(WX_ABSENT {})), WxTag::Absent);
}
