//! Tests of the records that a logger of `log` receives.

use std::net::Ipv4Addr;
use std::sync::{Mutex, MutexGuard};

use crate::levels::{self, Pipe, documented, fields, level};
use kmd_events::log::LogSink;
use kmd_events::sink::Sink;
use kmd_events::{Event, Severity, kmd_event, kmd_log};
use kmd_tests::{events, name_clash};
use log::kv::{Error, Key, Value, VisitSource};
use log::{LevelFilter, Log, Metadata, Record};

/// A record as received by the logger.
#[derive(Debug, PartialEq)]
struct Arrived {
    level: String,
    target: String,
    message: String,
    /// Keys, kinds and values. The kind is `s` for a string, `d` for a value that implements `Display` and `i` for an
    /// integer.
    fields: Vec<(String, char, String)>,
}

/// Returns the output of `env_logger` for a record.
fn printed(record: &Record<'_>) -> String {
    let pipe = Pipe::default();
    env_logger::Builder::new()
        .filter_level(LevelFilter::Trace)
        .format_timestamp(None)
        .target(env_logger::Target::Pipe(Box::new(pipe.clone())))
        .build()
        .log(record);
    pipe.text()
}

struct Pairs(Vec<(String, char, String)>);

impl<'kvs> VisitSource<'kvs> for Pairs {
    fn visit_pair(&mut self, key: Key<'kvs>, value: Value<'kvs>) -> Result<(), Error> {
        let kind = if value.to_borrowed_str().is_some() {
            's'
        } else if value.to_i128().is_some() {
            'i'
        } else {
            'd'
        };
        self.0.push((key.to_string(), kind, value.to_string()));
        Ok(())
    }
}

struct Keeper {
    kept: Mutex<Vec<Arrived>>,
    /// The output of the last record.
    printed: Mutex<String>,
    /// The target that is filtered out.
    quiet: Mutex<&'static str>,
    /// The lock of the logger. A program has only one, so one test uses it at a time.
    in_use: Mutex<()>,
}

static KEEPER: Keeper = Keeper {
    kept: Mutex::new(Vec::new()),
    printed: Mutex::new(String::new()),
    quiet: Mutex::new(""),
    in_use: Mutex::new(()),
};

impl Log for Keeper {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() != *self.quiet.lock().expect("no panic")
    }

    fn log(&self, record: &Record<'_>) {
        let mut pairs = Pairs(Vec::new());
        record.key_values().visit(&mut pairs).expect("all are visited");
        assert_eq!(record.key_values().count(), pairs.0.len());
        *self.printed.lock().expect("no panic") = printed(record);
        self.kept.lock().expect("no panic").push(Arrived {
            level: record.level().to_string().to_lowercase(),
            target: record.target().to_owned(),
            message: record.args().to_string(),
            fields: pairs.0,
        });
    }

    fn flush(&self) {}
}

fn emitted(most: LevelFilter, events: &[&dyn Event]) -> Vec<Arrived> {
    emitted_and_printed(most, events).0
}

fn emitted_and_printed(most: LevelFilter, events: &[&dyn Event]) -> (Vec<Arrived>, String) {
    let guard = in_use();
    let result = collect(most, events);
    drop(guard);
    result
}

fn in_use() -> MutexGuard<'static, ()> {
    KEEPER.in_use.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn collect(most: LevelFilter, events: &[&dyn Event]) -> (Vec<Arrived>, String) {
    // The logger is already set in every test but the first.
    let _ = log::set_logger(&KEEPER);
    log::set_max_level(most);
    for &event in events {
        kmd_events::log::emit(event);
    }
    let kept = std::mem::take(&mut *KEEPER.kept.lock().expect("no panic"));
    let printed = KEEPER.printed.lock().expect("no panic").clone();
    (kept, printed)
}

#[test]
fn all_messages_are_received_completely() {
    let all = events::all();
    let events: Vec<&dyn Event> = all.iter().map(|event| event as &dyn Event).collect();
    let arrived = emitted(LevelFilter::Trace, &events);
    assert_eq!(arrived.len(), 104);
    for (event, arrived) in all.iter().zip(arrived) {
        let expected = Arrived {
            level: level(event.tag().as_str()).to_owned(),
            target: "kmd".to_owned(),
            message: event.to_string(),
            fields: fields(event, 's'),
        };
        assert_eq!(arrived, expected);
    }
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
    let arrived = emitted(LevelFilter::Trace, &[&event]);
    assert_eq!(arrived[0].target, "appd");
    assert_eq!(arrived[0].fields, fields(&event, 's'));
}

/// Numbers and `bool`s keep their kind. An absent value has no key.
#[test]
fn values_of_all_types_keep_their_kind() {
    use crate::types::by_hand::LabTag;

    let run = "Run 0x0000002f heating after 12.5 ms at [::1]:80 from 10.0.0.0/8, ratio 0.250";
    let run = LabTag::find("LAB_RUN").parse_exact(run).expect("its text");
    let more = "00:00:5e:00:53:01 00:00:5E:00:53:AF true ::1:80 17 -3 007";
    let more = LabTag::find("LAB_MORE").parse_exact(more).expect("its text");
    let arrived = emitted(LevelFilter::Trace, &[&run, &more]);
    let fields = |index: usize| {
        let fields = arrived[index].fields.iter();
        fields.map(|(key, kind, value)| format!("{key}:{kind}={value}")).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        fields(0),
        "tag:s=LAB_RUN serial:i=47 phase:s=heating elapsed:s=12.5 bench:s=[::1]:80 net:s=10.0.0.0/8 ratio:d=0.25"
    );
    assert_eq!(
        fields(1),
        "tag:s=LAB_MORE m:s=00:00:5e:00:53:01 cap:s=00:00:5e:00:53:af flag:d=true bare:s=[::1]:80 size:i=15 signed:i=-3 n:i=7"
    );
}

#[test]
fn events_are_filtered_by_level() {
    let peer = Ipv4Addr::LOCALHOST;
    let up = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: peer });
    let error = kmd_event!(KMD_PM_UNSUPPORTED_MODE);
    let arrived = emitted(LevelFilter::Warn, &[&up, &error, &up]);
    assert_eq!(arrived.len(), 1);
    assert_eq!(arrived[0].fields[0].2, "KMD_PM_UNSUPPORTED_MODE");
    assert!(emitted(LevelFilter::Off, &[&error]).is_empty());
}

#[test]
fn events_are_filtered_by_target() {
    let guard = in_use();
    *KEEPER.quiet.lock().expect("no panic") = "kmd";
    let quiet = kmd_event!(KMD_PM_UNSUPPORTED_MODE);
    let heard = foreign::app_event!(APP_GEN { gen: "ada" });
    let (arrived, _) = collect(LevelFilter::Trace, &[&quiet, &heard]);
    *KEEPER.quiet.lock().expect("no panic") = "";
    drop(guard);
    assert_eq!(arrived.len(), 1);
    assert_eq!(arrived[0].target, "appd");
}

#[test]
fn values_cannot_forge_a_line() {
    let name = "hq\r\n<0>1 forged\u{2028}\u{85}\u{1b}[31m\0";
    let event = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: name, remote_address: Ipv4Addr::LOCALHOST });
    let arrived = emitted(LevelFilter::Trace, &[&event]);
    let harmless = "hq#015#012<0>1 forged#342#200#250#302#205#033[31m#000";
    assert_eq!(arrived[0].message, format!("VPN {harmless} from 127.0.0.1 is up."));
    assert_eq!(arrived[0].fields[1].2, harmless);
}

#[test]
fn every_severity_has_a_level() {
    for severity in Severity::ALL {
        let level = kmd_events::log::level(severity).to_string();
        assert_eq!(level.to_lowercase(), levels::of_severity(severity.as_str()));
    }
}

#[test]
fn the_documentation_shows_the_output() {
    let event = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: Ipv4Addr::new(203, 0, 113, 77) });
    let (_, printed) = emitted_and_printed(LevelFilter::Info, &[&event]);
    assert_eq!(printed, documented(include_str!("../../../kmd-events/src/sinks/log.rs")));
}

#[test]
fn placeholders_and_context_have_keys_of_their_own() {
    let event = name_clash::syslog_event!(SYSLOG_CLASH { identifier: "i", tag: "t", message: "m" });
    let with = event.with("tag", "other").with("message", "others");
    let arrived = emitted(LevelFilter::Trace, &[&with]);
    let fields: Vec<_> = arrived[0].fields.iter().map(|(key, _, value)| (&**key, &**value)).collect();
    assert_eq!(fields[..4], [("tag", "SYSLOG_CLASH"), ("identifier", "i"), ("tag_", "t"), ("message_", "m")]);
    assert_eq!(fields[4..], [("tag__", "other"), ("message__", "others")]);
}

/// A value that must not be evaluated.
fn never() -> &'static str {
    panic!("the message is disabled")
}

#[test]
fn a_sink_is_enabled_for_the_level_and_the_target() {
    let guard = in_use();
    let _ = collect(LevelFilter::Warn, &[]);
    *KEEPER.quiet.lock().expect("no panic") = "appd";
    kmd_log!(LogSink, KMD_PM_UNSUPPORTED_MODE).expect("logged");
    kmd_log!(LogSink, KMD_VPN_UP_ALARM_USER { vpn_name: never(), remote_address: Ipv4Addr::LOCALHOST })
        .expect("disabled");
    foreign::app_log!(LogSink, APP_GEN { gen: never() }).expect("disabled");
    LogSink.flush().expect("flushed");
    *KEEPER.quiet.lock().expect("no panic") = "";
    let (arrived, _) = collect(LevelFilter::Warn, &[]);
    drop(guard);
    assert_eq!(arrived.len(), 1);
    assert_eq!(arrived[0].fields[0].2, "KMD_PM_UNSUPPORTED_MODE");
}

#[test]
fn context_follows_the_placeholders() {
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a" });
    let with = event.with("request-id", 7).with("message", "b\n").with("a b\n", true).with("none", None::<u8>);
    let copy = with.to_owned_event();
    for event in [&with as &dyn Event, &copy] {
        let arrived = emitted(LevelFilter::Trace, &[event]);
        assert_eq!(arrived[0].message, "Unable to find active peer for SA a");
        let fields: Vec<_> = arrived[0].fields.iter().map(|(name, _, value)| (&**name, &**value)).collect();
        assert_eq!(
            fields,
            [
                ("tag", "KMD_PM_SA_PEER_NOT_FOUND"),
                ("sa_name", "a"),
                ("request_id", "7"),
                ("message_", "b#012"),
                ("a_b_", "true")
            ]
        );
    }
}
