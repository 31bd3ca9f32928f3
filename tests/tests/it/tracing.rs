//! Tests of the events that a subscriber of `tracing` receives.

use std::fmt::{self, Debug};
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};

use crate::context::Numbered;
use crate::levels::{self, Pipe, documented, fields, level};
use kmd_events::sink::Sink;
use kmd_events::tracing::TracingSink;
use kmd_events::{Event, KmdTag, Severity, kmd_event, kmd_log};
use kmd_tests::{events, name_clash};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Level, Metadata, Subscriber};

/// An event as received by the subscriber.
#[derive(Debug, Default, PartialEq)]
struct Arrived {
    level: String,
    target: String,
    name: String,
    message: String,
    /// Names, kinds and values. The kind is `s` for a string, `d` for a value that implements `Display` and `i` for an
    /// integer.
    fields: Vec<(String, char, String)>,
}

impl Visit for Arrived {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "message" {
            self.message = format!("{value:?}");
        } else {
            self.push(field, 'd', format_args!("{value:?}"));
        }
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.push(field, 's', format_args!("{value}"));
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.push(field, 'i', format_args!("{value}"));
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.push(field, 'i', format_args!("{value}"));
    }
}

impl Arrived {
    fn push(&mut self, field: &Field, kind: char, value: fmt::Arguments<'_>) {
        self.fields.push((field.name().to_owned(), kind, value.to_string()));
    }
}

/// A subscriber that keeps the events up to the level `most`.
struct Keeper {
    most: Level,
    kept: Arc<Mutex<Vec<Arrived>>>,
}

impl Subscriber for Keeper {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= self.most
    }

    fn event(&self, event: &tracing::Event<'_>) {
        let metadata = event.metadata();
        let mut arrived = Arrived {
            level: metadata.level().to_string(),
            target: metadata.target().to_owned(),
            name: metadata.name().to_owned(),
            ..Arrived::default()
        };
        event.record(&mut arrived);
        self.kept.lock().expect("no panic").push(arrived);
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

fn emitted(most: Level, events: &[&dyn Event]) -> Vec<Arrived> {
    let kept = Arc::default();
    let keeper = Keeper { most, kept: Arc::clone(&kept) };
    tracing::subscriber::with_default(keeper, || {
        for &event in events {
            kmd_events::tracing::emit(event);
        }
    });
    std::mem::take(&mut kept.lock().expect("no panic"))
}

#[test]
fn all_messages_are_received_completely() {
    let all = events::all();
    let events: Vec<&dyn Event> = all.iter().map(|event| event as &dyn Event).collect();
    let arrived = emitted(Level::TRACE, &events);
    assert_eq!(arrived.len(), 104);
    for (event, arrived) in all.iter().zip(arrived) {
        let expected = Arrived {
            level: level(event.tag().as_str()).to_uppercase(),
            target: "kmd".to_owned(),
            name: event.tag().to_string(),
            message: event.to_string(),
            fields: fields(event, 'd'),
        };
        assert_eq!(arrived, expected);
    }
}

#[test]
fn structs_and_other_catalogs_are_emitted() {
    let event = kmd_events::events::PmKeyNotSupported { r#type: "dsa".into() };
    let other = foreign::app_event!(APP_TWICE { name: "a", loop: "b" });
    let arrived = emitted(Level::TRACE, &[&event, &other]);
    assert_eq!(arrived[0].message, "Key type dsa not supported");
    assert_eq!(arrived[0].fields[1].0, "type");
    assert_eq!(arrived[1].level, "DEBUG");
    assert_eq!(arrived[1].target, "appd");
    assert_eq!(arrived[1].name, "APP_TWICE");
    let names: Vec<&str> = arrived[1].fields.iter().map(|(name, ..)| &**name).collect();
    assert_eq!(names, ["tag", "name", "loop"]);
}

#[test]
fn integers_keep_their_sign_and_size() {
    let event = foreign::app_event!(APP_INTEGERS {
        a: 255,
        b: 65_535,
        c: u32::MAX,
        d: u64::MAX,
        e: -128,
        f: i16::MIN,
        g: i32::MIN,
        h: i64::MIN
    });
    let arrived = emitted(Level::TRACE, &[&event]);
    assert_eq!(arrived[0].fields, fields(&event, 'd'));
}

/// Absent values are left out. The subscriber receives `bool` and `f64` by their `Debug` implementations.
#[test]
fn values_of_all_types_are_received() {
    use foreign::lab::{lab_event, values};

    let gateway = Some(Ipv4Addr::LOCALHOST);
    let bench = std::net::SocketAddr::from(([192, 0, 2, 9], 80));
    let events = [
        lab_event!(LAB_PHASES { old_phase: values::Phase::Idle, phase: values::Phase::Heating, mode: "x\n".into() }),
        lab_event!(LAB_BENCH { mac: [1, 2, 3, 4, 5, 0xab], bench }),
        lab_event!(LAB_NET { net: "10.0.0.0/8".parse().expect("a prefix") }),
        lab_event!(LAB_ELAPSED { elapsed: std::time::Duration::from_micros(1_500) }),
        lab_event!(LAB_ON { on: true }),
        lab_event!(LAB_RATIO { ratio: 0.25 }),
        lab_event!(LAB_SIZE { size: 7, offset: -7 }),
        lab_event!(LAB_ROUTE { size: 7 }),
        lab_event!(LAB_ROUTE { size: 7, gateway, domain: Some(9) }),
        lab_event!(LAB_ROUTE { size: 7, phase: Some(values::Phase::Unknown), reason: Some("\0") }),
    ];
    let events: Vec<&dyn Event> = events.iter().map(|event| event as &dyn Event).collect();
    let fields = |arrived: &Arrived| {
        let fields = arrived.fields.iter().skip(1).map(|(name, kind, value)| format!("{name}:{kind}={value}"));
        fields.collect::<Vec<_>>().join(" ")
    };
    let fields: Vec<String> = emitted(Level::TRACE, &events).iter().map(fields).collect();
    let expected = [
        "old_phase:s=idle phase:s=heating mode:s=x#012",
        "mac:d=01:02:03:04:05:ab bench:d=192.0.2.9:80",
        "net:d=10.0.0.0/8",
        "elapsed:d=1.5",
        "on:d=true",
        "ratio:d=0.25",
        "size:i=7 offset:i=-7",
        "size:i=7",
        "size:i=7 gateway:d=127.0.0.1 domain:i=9",
        "size:i=7 phase:s= reason:s=#000",
    ];
    assert_eq!(fields, expected);
}

#[test]
fn events_are_filtered_by_level() {
    let peer = Ipv4Addr::LOCALHOST;
    let up = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: peer });
    let error = kmd_event!(KMD_PM_UNSUPPORTED_MODE);
    assert_eq!(KmdTag::PmUnsupportedMode.severity(), Severity::Error);
    let arrived = emitted(Level::WARN, &[&up, &error, &up]);
    assert_eq!(arrived.len(), 1);
    assert_eq!(arrived[0].name, "KMD_PM_UNSUPPORTED_MODE");
}

#[test]
fn values_cannot_forge_a_line() {
    let name = "hq\r\n<0>1 forged\u{2028}\u{85}\u{1b}[31m\0";
    let event = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: name, remote_address: Ipv4Addr::LOCALHOST });
    let arrived = emitted(Level::TRACE, &[&event]);
    let harmless = "hq#015#012<0>1 forged#342#200#250#302#205#033[31m#000";
    assert_eq!(arrived[0].message, format!("VPN {harmless} from 127.0.0.1 is up."));
    assert_eq!(arrived[0].fields[1].2, harmless);
}

#[test]
fn every_severity_has_a_level() {
    for severity in Severity::ALL {
        let level = kmd_events::tracing::level(severity).to_string();
        assert_eq!(level, levels::of_severity(severity.as_str()).to_uppercase());
    }
}

#[test]
fn the_documentation_shows_the_output() {
    let pipe = Pipe::default();
    let writer = pipe.clone();
    let subscriber = tracing_subscriber::fmt().without_time().with_writer(move || writer.clone()).finish();
    tracing::subscriber::with_default(subscriber, || {
        kmd_events::tracing::emit(&kmd_event!(KMD_VPN_UP_ALARM_USER {
            vpn_name: "hq",
            remote_address: Ipv4Addr::new(203, 0, 113, 77)
        }));
    });
    let module = include_str!("../../../kmd-events/src/sinks/tracing.rs");
    assert_eq!(pipe.text(), documented(module));
}

#[test]
fn a_placeholder_does_not_hide_the_tag() {
    let event = name_clash::syslog_event!(SYSLOG_CLASH { identifier: "i", tag: "t", message: "m" });
    let arrived = emitted(Level::TRACE, &[&event]);
    assert_eq!(arrived[0].message, "i, t and m");
    let fields: Vec<_> = arrived[0].fields.iter().map(|(key, _, value)| (&**key, &**value)).collect();
    assert_eq!(fields, [("tag", "SYSLOG_CLASH"), ("identifier", "i"), ("tag_", "t"), ("message_", "m")]);
}

/// An event type outside of kmd-events.
#[derive(Debug)]
struct Wrapped<E>(E);

impl<E: Event> fmt::Display for Wrapped<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "wrapped: {}", self.0)
    }
}

impl<E: Event> Event for Wrapped<E> {
    fn message(&self) -> &'static kmd_events::Message {
        self.0.message()
    }

    fn value(&self, index: usize) -> Option<kmd_events::Value<'_>> {
        self.0.value(index)
    }

    fn fields(&self) -> kmd_events::Fields<'_> {
        self.0.fields()
    }
}

#[test]
fn events_of_other_types_are_emitted_at_the_call_site_of_their_message() {
    let event = Wrapped(kmd_events::kmd_event!(KMD_PM_NEW_GROUP_UNSUPPORTED));
    let arrived = emitted(Level::TRACE, &[&event]);
    assert_eq!(arrived[0].level, "ERROR");
    assert_eq!((&*arrived[0].target, &*arrived[0].name), ("kmd", "KMD_PM_NEW_GROUP_UNSUPPORTED"));
    assert_eq!(arrived[0].message, "wrapped: New Group mode not supported");
    assert_eq!(arrived[0].fields[0].2, "KMD_PM_NEW_GROUP_UNSUPPORTED");
    let mut line = String::from("> ");
    event.append_to(&mut line);
    assert_eq!(line, "> wrapped: New Group mode not supported");
}

/// Other tests run with subscribers of other levels, so the most verbose one decides whether a sink is enabled.
#[test]
fn a_sink_emits_to_the_subscriber() {
    let kept = Arc::default();
    let keeper = Keeper { most: Level::INFO, kept: Arc::clone(&kept) };
    tracing::subscriber::with_default(keeper, || {
        let sink: &dyn Sink = &TracingSink;
        kmd_log!(sink, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a" }).expect("logged");
        kmd_log!(sink, KMD_VPN_UP_ALARM_USER { vpn_name: "a", remote_address: Ipv4Addr::LOCALHOST }).expect("logged");
        foreign::app_log!(sink, APP_TWICE { name: "a", loop: "b" }).expect("not enabled");
        sink.flush().expect("flushed");
    });
    let kept = std::mem::take(&mut *kept.lock().expect("no panic"));
    let kept: Vec<(&str, &str)> = kept.iter().map(|arrived| (&*arrived.name, &*arrived.target)).collect();
    assert_eq!(kept, [("KMD_PM_SA_PEER_NOT_FOUND", "kmd"), ("KMD_VPN_UP_ALARM_USER", "kmd")]);
}

fn named(arrived: &Arrived) -> Vec<(&str, &str)> {
    arrived.fields.iter().map(|(name, _, value)| (&**name, &**value)).collect()
}

#[test]
fn context_is_one_field() {
    let event = kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, tunnel_name: "hq" });
    let of_event = [("tag", "KMD_DPD_FAILOVER_MAX_ATTEMPTS"), ("count", "5"), ("tunnel_name", "hq")];
    for (with, context) in [
        (event.with("request-id", 7), Some("request-id=7")),
        (event.with("request-id", 7).with("user", "ada"), Some("request-id=7 user=ada")),
        (event.with("user", "Ada \"L\" \\\n"), Some(r#"user="Ada \"L\" \\#012""#)),
        (event.with("the user\n", "").with("none", None::<u8>), Some(r#"the_user_="""#)),
        (event.with("none", None::<u8>), None),
    ] {
        let copy = with.to_owned_event();
        for event in [&with as &dyn Event, &copy] {
            let arrived = emitted(Level::TRACE, &[event]);
            let [arrived] = &arrived[..] else { panic!("{arrived:?}") };
            assert_eq!((&*arrived.target, &*arrived.name), ("kmd", "KMD_DPD_FAILOVER_MAX_ATTEMPTS"));
            assert_eq!(arrived.message, event.to_string());
            let expected: Vec<_> = of_event.into_iter().chain(context.map(|context| ("context", context))).collect();
            assert_eq!(named(arrived), expected);
        }
        assert!(
            emitted(
                Level::ERROR,
                &[&kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: Ipv4Addr::LOCALHOST })
                    .with("a", 1)]
            )
            .is_empty()
        );
    }
}

#[test]
fn wrappers_keep_their_values_and_their_text() {
    let event = kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, tunnel_name: "hq" });
    let arrived = emitted(Level::TRACE, &[&Numbered(&event, 42)]);
    assert_eq!(arrived[0].message, format!("42: {event}"));
    assert_eq!(arrived[0].target, "kmd");
    assert_eq!(
        named(&arrived[0]),
        [
            ("tag", "KMD_DPD_FAILOVER_MAX_ATTEMPTS"),
            ("count", "5"),
            ("tunnel_name", "hidden"),
            ("context", "Number_of_the_line=42")
        ]
    );
}

/// A catalog that is loaded at run time has no call sites.
#[test]
fn messages_of_a_loaded_catalog_keep_their_values_and_context() {
    let text = "
prefix: APP
process: appd
placeholders:
  user-name: { type: text, description: Name of the user. }
  count: { type: u32, description: Number of doors. }
messages:
  APP_OPENED:
    template: 'User {user-name} opened {count} doors'
    type: event
    severity: warning
    facility: LOG_USER
    description: A user opened doors.
  APP_STARTED: { template: 'Started', type: event, severity: debug, facility: LOG_USER, description: The start. }
";
    let catalog = kmd_loader::parse("app.yaml", text).expect("a catalog");
    let opened = catalog.parse("appd: APP_OPENED: User Ada \"L\" opened 3 doors");
    let started = catalog.parse("appd: APP_STARTED: Started");
    let [opened, started] = [&opened, &started].map(|record| record.event().expect("an event"));

    let with = opened.with("request-id", 7).with("none", None::<u8>);
    let arrived = emitted(Level::TRACE, &[opened, &with, &with.to_owned_event(), started]);
    let of_opened = [("tag", "APP_OPENED"), ("fields", r#"user-name="Ada \"L\"" count=3"#)];
    let of_with = [of_opened[0], of_opened[1], ("context", "request-id=7")];
    assert_eq!(
        arrived.iter().map(named).collect::<Vec<_>>(),
        [&of_opened[..], &of_with, &of_with, &[("tag", "APP_STARTED")],]
    );
    assert!(arrived.iter().all(|arrived| arrived.target == "kmd_events::tracing"));
    let texts: Vec<(&str, &str)> = arrived.iter().map(|it| (&*it.level, &*it.message)).collect();
    let text = ("WARN", "User Ada \"L\" opened 3 doors");
    assert_eq!(texts, [text, text, text, ("DEBUG", "Started")]);
    assert!(emitted(Level::ERROR, &[opened]).is_empty());
}
