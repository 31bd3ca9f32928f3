//! Tests of calls with values of each type, with optional and with formatted values. The expected texts follow from the
//! templates in `crates/foreign/lab.yaml`.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use foreign::lab::{LabEvent, LabTag, events, lab_event, values};
use kmd_events::IpPrefix;

const GATEWAY: Ipv4Addr = Ipv4Addr::new(192, 0, 2, 1);

/// Compares the text of an event, and the event with the one that its text is parsed to.
#[track_caller]
fn check(event: &LabEvent<'_>, text: &str) {
    assert_eq!(event.to_string(), text);
    assert_eq!(event.tag().parse_exact(text).as_ref(), Ok(event));
    assert_eq!(event.clone().into_owned(), *event);
    assert_eq!(LabEvent::recognize_exact(text).as_ref(), Ok(event));
}

#[test]
fn values_have_the_type_of_their_field() {
    let bench = SocketAddr::from(([192, 0, 2, 9], 80));
    let wide: u64 = 7;
    check(&lab_event!(LAB_PHASE { phase: values::Phase::CoolingDown }), "Phase cooling down");
    check(&lab_event!(LAB_PHASE { phase: "heating".parse().expect("a phase") }), "Phase heating");
    check(&lab_event!(LAB_SERIAL { serial: 0x2f }), "Serial 0x0000002f");
    check(&lab_event!(LAB_ELAPSED { elapsed: Duration::from_micros(1_500) }), "After 1.5 ms");
    check(
        &lab_event!(LAB_BENCH { mac: [0, 0x1b, 0x21, 0xab, 0xcd, 0xef], bench }),
        "Bench 00:1B:21:AB:CD:EF at 192.0.2.9:80",
    );
    let net = IpPrefix::new(IpAddr::from([10, 0, 0, 0]), 8).expect("a prefix");
    check(&lab_event!(LAB_NET { net }), "Network 10.0.0.0/8");
    check(&lab_event!(LAB_NET { net: "2001:db8::/32".parse().expect("a prefix") }), "Network 2001:db8::/32");
    check(&lab_event!(LAB_ON { on: wide > 6 }), "On: true");
    check(&lab_event!(LAB_RATIO { ratio: 0.25 }), "Ratio 0.250");
    check(&lab_event!(LAB_SIZE { size: "four".len(), offset: -1 }), "4 samples from -1");
}

#[test]
fn placeholders_share_an_enum() {
    let phase = values::Phase::Idle;
    let event = lab_event!(LAB_PHASES { old_phase: phase, phase: values::Phase::Unknown, mode: "fast".into() });
    check(&event, "Phase idle>, mode fast");
    let LabEvent::Phases(events::Phases { mode, .. }) = &event else {
        panic!("{event:?}");
    };
    assert_eq!(*mode, values::Mode::Fast);
    let event = lab_event!(LAB_PHASES { old_phase: phase, phase, mode: values::Mode::Other("new".into()) });
    check(&event, "Phase idle>idle, mode new");
}

#[test]
fn an_optional_field_may_be_left_out() {
    let (phase, name) = (values::Phase::Idle, String::from("eve"));
    check(&lab_event!(LAB_OPERATOR { phase }), "Operator Not-Available of idle");
    check(&lab_event!(LAB_OPERATOR { phase, operator: None }), "Operator Not-Available of idle");
    check(&lab_event!(LAB_OPERATOR { phase, operator: Option::None }), "Operator Not-Available of idle");
    check(&lab_event!(LAB_OPERATOR { phase, operator: Some("eve") }), "Operator eve of idle");
    check(&lab_event!(LAB_OPERATOR { phase, operator: Some(&name) }), "Operator eve of idle");
    let operator = Some(&*name).filter(|name| name.len() > 2);
    check(&lab_event!(LAB_OPERATOR { phase, operator }), "Operator eve of idle");
    check(&lab_event!(LAB_OPERATOR { phase, operator: Some(name) }), "Operator eve of idle");
}

#[test]
fn a_tail_has_all_of_its_values_or_none() {
    check(&lab_event!(LAB_ROUTE { size: 4 }), "Route of 4");
    check(&lab_event!(LAB_ROUTE { size: 4, gateway: Some(GATEWAY), domain: Some(9) }), "Route of 4 via 192.0.2.1 in 9");
    check(
        &lab_event!(LAB_ROUTE { size: 4, phase: Some(values::Phase::Idle), reason: Some("the lab") }),
        "Route of 4, phase idle, at the lab",
    );
    check(
        &lab_event!(LAB_ROUTE {
            size: 4,
            gateway: Some(GATEWAY),
            domain: Some(9),
            phase: Some(values::Phase::Unknown),
            reason: Some("the lab"),
        }),
        "Route of 4 via 192.0.2.1 in 9, phase , at the lab",
    );
    // The compiler cannot know which values are present.
    let gateway: Option<IpAddr> = None;
    assert_eq!(lab_event!(LAB_ROUTE { size: 4, gateway, domain: Some(9) }).to_string(), "Route of 4");
}

/// In a tail, a value with a word for its absence may be missing.
#[test]
fn a_tail_has_the_word_for_an_absent_value() {
    check(&lab_event!(LAB_VISIT), "Visit");
    check(&lab_event!(LAB_VISIT { gateway: Some(GATEWAY) }), "Visit from 192.0.2.1 by Not-Available");
    check(&lab_event!(LAB_VISIT { gateway: Some(GATEWAY), operator: None }), "Visit from 192.0.2.1 by Not-Available");
    check(&lab_event!(LAB_VISIT { gateway: Some(GATEWAY), operator: Some("eve") }), "Visit from 192.0.2.1 by eve");
}

/// An empty word at the end of a template does not cut the number before it.
#[test]
fn trailing_text_does_not_split_a_number() {
    for (text, domain, end, rest) in [
        ("Port 100 more", 100, values::End::Open, " more"),
        ("Port 100 closed now", 100, values::End::Closed, " now"),
        ("Port 100", 100, values::End::Open, ""),
        ("Port 100 closed", 100, values::End::Closed, ""),
        ("Port 7, 8", 7, values::End::Open, ", 8"),
    ] {
        let parsed = LabTag::Port.parse(text).expect(text);
        assert_eq!(parsed.event, lab_event!(LAB_PORT { domain, end }), "{text}");
        assert_eq!(parsed.rest, rest, "{text}");
    }
    assert!(LabTag::Port.parse("Port 100x").is_err());
}

/// The variant for any other word is equal to the variant of the same word, since they print and parse alike.
#[test]
fn words_of_an_open_enum_are_compared_as_text() {
    let other = values::Mode::Other("fast".into());
    assert_eq!(other, values::Mode::Fast);
    assert_ne!(other, values::Mode::Slow);
    let phase = values::Phase::Idle;
    let event = lab_event!(LAB_PHASES { old_phase: phase, phase, mode: other });
    assert_eq!(event, lab_event!(LAB_PHASES { old_phase: phase, phase, mode: values::Mode::Fast }));
}

#[test]
fn values_are_formatted_with_display_and_debug() {
    let error = std::io::Error::other("timeout");
    let peer = Some(GATEWAY);
    check(&lab_event!(LAB_LOST { reason: %error }), "bench lost: timeout");
    check(&lab_event!(LAB_LOST { reason: ?peer }), "bench lost: Some(192.0.2.1)");
    check(&lab_event!(LAB_LOST { reason: %GATEWAY.octets()[0] + 1 }), "bench lost: 193");
    check(&lab_event!(LAB_LOST { reason: format_args!("{} s", 5) }), "bench lost: 5 s");
    check(&lab_event!(LAB_LOST { reason: %kmd_events::join(["a", "b"], ", ") }), "bench lost: a, b");
    let reason = kmd_events::chain(&error);
    check(&lab_event!(LAB_LOST { %reason }), "bench lost: timeout");
    let (phase, operator) = (values::Phase::Idle, 7);
    check(&lab_event!(LAB_OPERATOR { phase, ?operator }), "Operator 7 of idle");
    check(&lab_event!(LAB_OPERATOR { phase, operator: %operator }), "Operator 7 of idle");
}

#[test]
fn a_message_has_its_properties() {
    let phases = LabTag::Phases.message();
    assert_eq!(phases.placeholders()[0].words(), ["idle", "heating", "cooling down", ""]);
    assert!(phases.placeholders()[2].is_open() && !phases.placeholders()[0].is_open());
    let route = LabTag::Route.message();
    assert_eq!(route.tails(), [" via {gateway} in {domain}", ", phase {phase}, at {reason}"]);
    assert!(route.placeholders()[1].is_optional() && !route.placeholders()[0].is_optional());
    assert_eq!(LabTag::Operator.placeholders()[0].absent(), Some("Not-Available"));
    assert_eq!(LabTag::Elapsed.placeholders()[0].unit(), Some(kmd_events::DurationUnit::Milliseconds));
    assert_eq!((LabTag::Elapsed.message().since(), LabTag::On.message().since()), (Some("2.0"), None));
    assert!(!LabTag::Lost.message().is_tagged() && LabTag::On.message().is_tagged());
}

#[test]
fn names_of_the_standard_library_are_not_special() {
    use foreign::hostile::{host_event, values};

    let event = host_event!(HOST_H { option: values::Option::None, result: values::Result::Ok, values: 1.0 });
    assert_eq!(event.to_string(), "none ok - none 1.0");
    let event = host_event!(HOST_O {
        out: Some("x"),
        event: Some(Duration::from_millis(1500)),
        option: Some(values::Option::String)
    });
    assert_eq!(event.to_string(), "O x 1.500 a string");
    // Two numbers are equal if their bits are.
    let value = |values| host_event!(HOST_VALUE { values });
    assert_eq!(value(f64::NAN), value(f64::NAN));
    assert_ne!(value(0.0), value(-0.0));
}
