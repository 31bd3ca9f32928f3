//! Tests of `Recorder`, `AddContext`, `assert_logged!` and `Tag::downcast`.

use std::net::{IpAddr, Ipv4Addr};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use foreign::lab::events::{LAB_BENCH, LAB_ELAPSED, LAB_NET, LAB_ON, LAB_PHASES, LAB_RATIO, LAB_ROUTE, LAB_SIZE};
use foreign::lab::values::{Mode, Phase};
use foreign::lab::{LabEvent, LabTag, lab_event, lab_log};
use kmd_events::events::{KMD_DPD_FAILOVER_MAX_ATTEMPTS, KMD_PM_PROPOSAL_NULL_ESP, KMD_PM_SA_PEER_NOT_FOUND};
use kmd_events::sink::{AddContext, Filter, Recorder, Sink};
use kmd_events::{
    Event, KmdEvent, KmdTag, OwnedEvent, Severity, Tag, Value, WithContext, assert_logged, assert_not_logged, events,
    kmd_event, kmd_log,
};

use crate::context::Numbered;

/// Returns the text of a panic.
fn panics(assertion: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(assertion)).expect_err("a panic");
    *panic.downcast::<String>().expect("a panic with a text")
}

fn failovers() -> Vec<KmdEvent<'static>> {
    vec![
        kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 3, tunnel_name: "hq" }),
        kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" }),
        kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 4, tunnel_name: "branch-7" }),
    ]
}

#[test]
fn patterns_names_and_conditions() {
    let log = failovers();
    let (count, tunnel_name) = (4, String::from("branch-7"));
    assert_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count, tunnel_name });
    assert_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name: tunnel_name, count: 4 });
    assert_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 3 | 5, tunnel_name: _ });
    assert_logged!(log, events::KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name: "hq", .. });
    assert_logged!(&log, ::kmd_events::events::KMD_DPD_FAILOVER_MAX_ATTEMPTS { .. },);
    assert_logged!(log, events::DpdFailoverMaxAttempts { count: 1..=3, .. });
    // A condition means the variable, not the field of the same name.
    assert_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: other if other == count, tunnel_name: _ });
    assert_logged!(log, KMD_PM_SA_PEER_NOT_FOUND { sa_name: name if name.starts_with("branch") });

    assert_not_logged!(log, KMD_PM_PROPOSAL_NULL_ESP);
    assert_not_logged!(log, KMD_PM_PROPOSAL_NULL_ESP {});
    assert_not_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 4, tunnel_name: "hq" });
    assert_not_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: other if other != 3 && other != 4, .. });
}

#[test]
fn values_of_every_type() {
    let gateway: IpAddr = Ipv4Addr::new(192, 0, 2, 1).into();
    let bench = "192.0.2.7:4500".parse().expect("an address");
    let net = "192.0.2.0/24".parse().expect("a prefix");
    let log = [
        lab_event!(LAB_PHASES { old_phase: Phase::Idle, phase: Phase::Heating, mode: Mode::from("odd") }),
        lab_event!(LAB_ELAPSED { elapsed: Duration::from_millis(7) }),
        lab_event!(LAB_BENCH { bench, mac: [0, 0x5e, 0, 0x53, 0, 1] }),
        lab_event!(LAB_NET { net }),
        lab_event!(LAB_ON { on: true }),
        lab_event!(LAB_RATIO { ratio: 0.25 }),
        lab_event!(LAB_SIZE { size: 7, offset: -7 }),
        lab_event!(LAB_ROUTE { size: 7, gateway: Some(gateway), domain: Some(42) }),
    ];
    const LIMIT: u16 = 42;
    assert_logged!(
        log,
        LAB_PHASES { old_phase: Phase::Idle, phase: Phase::Heating | Phase::Unknown, mode: Mode::Other(_) }
    );
    assert_logged!(log, LAB_PHASES { mode: mode if mode.as_str() == "odd", .. });
    let mode = Mode::from("odd");
    assert_logged!(log, LAB_PHASES { mode, .. });
    assert_logged!(log, LAB_PHASES { mode: mode, .. });
    assert_logged!(log, LAB_ELAPSED { elapsed: time if time.as_millis() == 7 });
    assert_logged!(log, LAB_BENCH { bench, mac: [0, 0x5e, ..] });
    assert_logged!(log, LAB_NET { net });
    assert_logged!(log, LAB_ON { on: true });
    assert_not_logged!(log, LAB_ON { on: false });
    assert_logged!(log, LAB_RATIO { ratio: 0.2..0.3 });
    assert_logged!(log, LAB_SIZE { size: 7, offset: -7 });
    assert_logged!(log, LAB_ROUTE { gateway: Some(IpAddr::V4(_)), domain: Some(LIMIT), reason: None, .. });
    let gateway = Some(gateway);
    assert_logged!(log, LAB_ROUTE { gateway, domain: Some(1..), phase: None, .. });
    assert_not_logged!(log, LAB_ROUTE { gateway: None, .. });
}

#[test]
fn a_failure_has_the_nearest_event_and_what_differs() {
    let log = failovers();
    let tunnel_name = "branch-8";
    let report = panics(|| {
        assert_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 4, tunnel_name });
    });
    let expected = r#"no event matches `KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 4, tunnel_name }`
  nearest: KMD_DPD_FAILOVER_MAX_ATTEMPTS: Number of failover attempts exceeded limit 4 for tunnel branch-7
    tunnel_name: expected `tunnel_name` = "branch-8", found "branch-7"
  logged: KMD_DPD_FAILOVER_MAX_ATTEMPTS (2 times), KMD_PM_SA_PEER_NOT_FOUND"#;
    assert_eq!(report, expected);

    let report = panics(|| {
        assert_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: n if n > 4, tunnel_name: "a" | "b", .. });
    });
    let expected = r#"no event matches `KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: n if n > 4, tunnel_name: "a" | "b", .. }`
  nearest: KMD_DPD_FAILOVER_MAX_ATTEMPTS: Number of failover attempts exceeded limit 3 for tunnel hq
    count: expected `n if n > 4`, found 3
    tunnel_name: expected `"a" | "b"`, found "hq"
  logged: KMD_DPD_FAILOVER_MAX_ATTEMPTS (2 times), KMD_PM_SA_PEER_NOT_FOUND"#;
    assert_eq!(report, expected);

    let on = [lab_event!(LAB_ON { on: false })];
    let expected = "no event matches `LAB_ON { on: true }`
  nearest: LAB_ON: On: false
    on: expected `true`, found false
  logged: LAB_ON";
    assert_eq!(panics(|| assert_logged!(on, LAB_ON { on: true })), expected);

    // A keyword is written as in the call.
    let key = [kmd_event!(KMD_PM_UNSUPPORTED_KEY { type: "dsa" })];
    let report = panics(|| assert_logged!(key, events::KMD_PM_UNSUPPORTED_KEY { type: "rsa" }));
    assert!(report.starts_with("no event matches `events::KMD_PM_UNSUPPORTED_KEY { type: \"rsa\" }`"), "{report}");
    assert!(report.contains("\n    type: expected `\"rsa\"`, found \"dsa\""), "{report}");

    let report = panics(|| assert_logged!(log, KMD_PM_PROPOSAL_NULL_ESP));
    let expected = "no event matches `KMD_PM_PROPOSAL_NULL_ESP`
  logged: KMD_DPD_FAILOVER_MAX_ATTEMPTS (2 times), KMD_PM_SA_PEER_NOT_FOUND";
    assert_eq!(report, expected);

    let report = panics(|| assert_logged!(Recorder::new(), KMD_PM_PROPOSAL_NULL_ESP));
    assert_eq!(report, "no event matches `KMD_PM_PROPOSAL_NULL_ESP`\n  logged: no event");

    let report = panics(|| assert_not_logged!(log, KMD_PM_SA_PEER_NOT_FOUND { .. }));
    let expected = "an event matches `KMD_PM_SA_PEER_NOT_FOUND { .. }`
  logged: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7";
    assert_eq!(report, expected);
}

#[test]
fn the_guide_has_the_report() {
    let log = vec![kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, tunnel_name: "branch-7" })];
    let tunnel_name = "branch-7";
    let report = panics(|| assert_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 3, tunnel_name }));
    let guide = include_str!("../../../kmd-events/src/guide/testing.md");
    assert!(guide.contains(&format!("```text\n{report}\n```")), "{report}");
}

/// A line break or a terminal sequence of a value must not change the report.
#[test]
fn a_report_quotes_the_call_as_it_is_written() {
    let log = [lab_event!(LAB_PHASES { old_phase: Phase::Idle, phase: Phase::Idle, mode: Mode::Other("x".into()) })];
    let report = panics(|| {
        assert_logged!(log, foreign::lab::events::LAB_PHASES { phase: foreign::lab::values::Phase::Heating, .. });
    });
    let expected =
        "no event matches `foreign::lab::events::LAB_PHASES { phase: foreign::lab::values::Phase::Heating, .. }`";
    assert_eq!(report.lines().next(), Some(expected));
    assert!(report.contains("    phase: expected `foreign::lab::values::Phase::Heating`, found Idle\n"), "{report}");

    let call = "KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: n if n > 4 && !(5..=7).contains(&n), .. }";
    let report = panics(|| {
        assert_logged!(failovers(), KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: n if n > 4 && !(5..=7).contains(&n), .. });
    });
    assert_eq!(report.lines().next(), Some(&*format!("no event matches `{call}`")));
}

#[test]
fn a_report_has_no_control_characters() {
    let log = [kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a\nb\u{1b}[2J" })];
    let report = panics(|| assert_logged!(log, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a" }));
    let expected = r#"no event matches `KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a" }`
  nearest: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA a#012b#033[2J
    sa_name: expected `"a"`, found "a\nb\u{1b}[2J"
  logged: KMD_PM_SA_PEER_NOT_FOUND"#;
    assert_eq!(report, expected);
}

#[test]
fn lines_are_parsed_back() {
    let text = "starting\n\
        <35>Aug  3 10:18:44 gw kmd[7]: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7\r\n\
        \n\
        <35>Aug  3 10:18:44 gw kmd[7]: KMD_PM_SA_PEER_NOT_FOUND: Unable to find\n\
        <35>Aug  3 10:18:44 gw kmd[7]: KMD_NEW: a\u{1b}b\n\
        kmd[7]: no tag";
    assert_logged!(*text, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
    assert_logged!(text, KMD_PM_SA_PEER_NOT_FOUND { .. });
    assert_logged!(String::from_utf8_lossy(text.as_bytes()), KMD_PM_SA_PEER_NOT_FOUND { .. });
    assert_logged!(String::from(text), KMD_PM_SA_PEER_NOT_FOUND { .. });
    assert_logged!(text.as_bytes(), KMD_PM_SA_PEER_NOT_FOUND { .. });
    assert_logged!(text.as_bytes().to_vec(), KMD_PM_SA_PEER_NOT_FOUND { .. });
    let report = panics(|| assert_logged!(text, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "hq" }));
    let expected = r#"no event matches `KMD_PM_SA_PEER_NOT_FOUND { sa_name: "hq" }`
  nearest: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7
    sa_name: expected `"hq"`, found "branch-7"
  logged: KMD_PM_SA_PEER_NOT_FOUND
  not an event: starting
  not an event: <35>Aug  3 10:18:44 gw kmd[7]: KMD_PM_SA_PEER_NOT_FOUND: Unable to find: "#;
    assert!(report.starts_with(expected), "{report}");
    let rest =
        "\n  not an event: <35>Aug  3 10:18:44 gw kmd[7]: KMD_NEW: a#033b: unknown tag\n  not an event: kmd[7]: no tag";
    assert!(report.ends_with(rest), "{report}");

    let line = "<35>Aug  3 10:18:44 gw kmdctl[7]: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA hq";
    let report = panics(|| assert_logged!(line, KMD_PM_SA_PEER_NOT_FOUND { .. }));
    let expected = format!("\n  not an event: {line}: the process is `kmdctl`, not `kmd`");
    assert!(report.ends_with(&expected), "{report}");

    // The header of RFC 5424 has the tag, and that of Junos an explicit priority.
    let rest = "Unable to find active peer for SA hq";
    for line in [
        format!("<35>1 2023-08-03T10:18:44Z gw kmdctl 7 KMD_PM_SA_PEER_NOT_FOUND [junos@2636 sa-name=\"hq\"] {rest}"),
        format!("Aug  3 10:18:44  gw kmdctl[7]: %AUTH-3-KMD_PM_SA_PEER_NOT_FOUND: {rest}"),
    ] {
        let report = panics(|| assert_logged!(line, KMD_PM_SA_PEER_NOT_FOUND { .. }));
        let expected = format!("\n  not an event: {line}: the process is `kmdctl`, not `kmd`");
        assert!(report.ends_with(&expected), "{report}");
    }
    let line = "Aug  3 10:18:44 gw sshd[7]: grep KMD_PM_SA_PEER_NOT_FOUND: x";
    let report = panics(|| assert_logged!(line, KMD_PM_SA_PEER_NOT_FOUND { .. }));
    assert!(report.ends_with(&format!("\n  not an event: {line}")), "{report}");

    let report = panics(|| assert_logged!("x\n".repeat(7), KMD_PM_PROPOSAL_NULL_ESP));
    assert_eq!(report.matches("\n  not an event: x").count(), 5, "{report}");
    assert!(report.ends_with("\n  not an event: 2 more lines"), "{report}");
}

/// A line that cannot be read could be the event that must not be logged.
#[test]
fn an_unreadable_line_of_the_tag_is_not_overlooked() {
    let line = "Aug  3 10:18:44 gw kmd[7]: KMD_DPD_FAILOVER_MAX_ATTEMPTS: Number of failover";
    let report = panics(|| assert_not_logged!(line, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 7, .. }));
    let expected =
        format!("an event may match `KMD_DPD_FAILOVER_MAX_ATTEMPTS {{ count: 7, .. }}`\n  not an event: {line}: ");
    assert!(report.starts_with(&expected), "{report}");
    assert_not_logged!(line, KMD_PM_SA_PEER_NOT_FOUND { .. });

    let line = "Aug  3 10:18:44 gw kmdctl[7]: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA hq";
    let report = panics(|| assert_not_logged!(line, KMD_PM_SA_PEER_NOT_FOUND { .. }));
    let expected = format!(
        "an event may match `KMD_PM_SA_PEER_NOT_FOUND {{ .. }}`\n  not an event: {line}: the process is `kmdctl`, not `kmd`"
    );
    assert_eq!(report, expected);
    assert_not_logged!("Aug  3 10:18:44 gw sshd[7]: grep KMD_PM_SA_PEER_NOT_FOUND: x", KMD_PM_SA_PEER_NOT_FOUND { .. });
}

/// A message without a tag has only its text, and the text of a line may be a changed one.
#[test]
fn a_line_without_a_tag_may_be_a_message_without_one() {
    let line = "Aug  3 10:18:44 gw kmd[7]: Config download took 2.5 seconds";
    let report = panics(|| assert_not_logged!(line, events::KMD_CONFIG_DOWNLOAD_TIME { .. }));
    assert_eq!(
        report,
        format!("an event may match `events::KMD_CONFIG_DOWNLOAD_TIME {{ .. }}`\n  not an event: {line}")
    );
    // Neither a message with a tag nor an event of another message nor a line of another process.
    assert_not_logged!(line, KMD_PM_SA_PEER_NOT_FOUND { .. });
    let event = "Aug  3 10:18:44 gw kmd[7]: Config download: Processed 1 - 2 messages";
    assert_not_logged!(event, events::KMD_CONFIG_DOWNLOAD_TIME { .. });
    assert_not_logged!("starting\nAug  3 10:18:44 gw sshd[7]: up", events::KMD_CONFIG_DOWNLOAD_TIME { .. });
}

#[test]
fn a_recorder_keeps_events_of_two_catalogs_and_threads() {
    let log = Arc::new(Recorder::new());
    let threads: Vec<_> = (1..=4)
        .map(|count| {
            let log = Arc::clone(&log);
            thread::spawn(move || {
                let name = format!("tunnel-{count}");
                kmd_log!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count, tunnel_name: &name }).expect("recorded");
                lab_log!(log, LAB_ON { on: count % 2 == 0 }).expect("recorded");
            })
        })
        .collect();
    for thread in threads {
        thread.join().expect("the thread ends");
    }
    assert_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 4, tunnel_name: "tunnel-4" });
    assert_logged!(log, LAB_ON { on: false });
    assert_eq!(log.events().len(), 8);
    assert_eq!(log.events_of::<LabTag>().len(), 4);
    let mut counts: Vec<u32> = log
        .events_of::<KmdTag>()
        .iter()
        .map(|event| match event {
            KmdEvent::DpdFailoverMaxAttempts(event) => event.count,
            other => panic!("{other}"),
        })
        .collect();
    counts.sort_unstable();
    assert_eq!(counts, [1, 2, 3, 4]);
    let taken: Vec<OwnedEvent> = log.take();
    assert_eq!(taken.len(), 8);
    assert_eq!(log.events(), []);
    assert_logged!(taken, LAB_ON { on: true });
}

#[test]
fn added_context_yields_to_that_of_the_event() {
    let log = Recorder::new();
    let name = String::from("blue");
    let sink = AddContext::new(Filter::new(&log).with_max_severity(Severity::Error))
        .with("instance", &name)
        .with("shard", 6)
        .with("shard", 7);
    drop(name);
    kmd_log!(sink, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "hq" }).expect("recorded");
    kmd_log!(sink, KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: Ipv4Addr::LOCALHOST }).expect("filtered");
    sink.log(&kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "hq" }).with("shard", 8).with("user", "ada"))
        .expect("recorded");
    sink.flush().expect("nothing to flush");

    let fields = |index: usize| {
        let events = log.events();
        let fields = events[index].fields().map(|(name, value)| format!("{name}={value}"));
        fields.collect::<Vec<String>>()
    };
    assert_eq!(fields(0), ["sa-name=hq", "instance=blue", "shard=7"]);
    assert_eq!(fields(1), ["sa-name=hq", "shard=8", "user=ada", "instance=blue"]);
    assert_eq!(log.events().len(), 2);
    // A placeholder's name stays that of the placeholder.
    kmd_log!(AddContext::new(&log).with("sa-name", "other"), KMD_PM_SA_PEER_NOT_FOUND { sa_name: "hq" })
        .expect("recorded");
    assert_eq!(fields(2), ["sa-name=hq", "sa-name_=other"]);
}

#[test]
fn events_are_downcast_to_their_catalog() {
    let event = kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 3, tunnel_name: "hq" });
    let owned = event.to_owned_event();
    assert_eq!(KmdTag::downcast(&owned).as_ref(), Some(&event));
    assert_eq!(KmdTag::downcast(&WithContext::new(&owned).with("request-id", 7)).as_ref(), Some(&event));
    assert_eq!(LabTag::downcast(&owned), None);
    let closed: LabEvent<'_> =
        lab_event!(LAB_PHASES { old_phase: Phase::CoolingDown, phase: Phase::Idle, mode: Mode::Other("x".into()) });
    let copy = closed.to_owned_event();
    assert_eq!(LabTag::downcast(&copy), Some(closed));
    assert_eq!(KmdTag::downcast(&copy), None);
    // The values of a wrapper are those that it returns.
    let hidden = Numbered(&event, 7);
    assert_eq!(
        KmdTag::downcast(&hidden),
        Some(kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 3, tunnel_name: "hidden" }))
    );
}

/// A wrapper whose values have other types than the placeholders.
#[derive(Debug)]
struct Wrong<'a>(&'a dyn Event, Value<'static>);

impl std::fmt::Display for Wrong<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self.0, f)
    }
}

impl Event for Wrong<'_> {
    fn message(&self) -> &'static kmd_events::Message {
        self.0.message()
    }

    fn value(&self, index: usize) -> Option<Value<'_>> {
        self.0.value(index).map(|_| self.1)
    }

    fn fields(&self) -> kmd_events::Fields<'_> {
        kmd_events::Fields::new(self)
    }
}

#[test]
fn values_of_wrong_types_are_not_downcast() {
    let event = lab_event!(LAB_SIZE { size: 7, offset: -7 });
    let none = [Value::Text("7"), Value::Bool(true), Value::Absent, Value::Integer(-1), Value::Integer(i128::MAX)];
    for value in none {
        assert_eq!(LabTag::downcast(&Wrong(&event, value)), None, "{value:?}");
    }
    let seven = Some(lab_event!(LAB_SIZE { size: 9, offset: 9 }));
    assert_eq!(LabTag::downcast(&Wrong(&event, Value::Integer(9))), seven);
    let phase = lab_event!(LAB_PHASE { phase: Phase::Idle });
    assert_eq!(LabTag::downcast(&Wrong(&phase, Value::Text("boiling"))), None);
    assert_eq!(
        LabTag::downcast(&Wrong(&phase, Value::Text("heating"))),
        Some(lab_event!(LAB_PHASE { phase: Phase::Heating }))
    );
}
