//! Tests that a value changes nothing but itself. They check the properties of the fuzz target `frame` with chosen and
//! random values.

use kmd_checks::frame::{Time, check_properties, with_texts};
use kmd_events::format::{Format, Formatter};
use kmd_events::{Event, KmdTag, kmd_event};
use kmd_tests::{adversarial, events};
use proptest::prelude::*;

const TIME: Time = Time { date: (2023, 8, 3), clock: (10, 18, 44), microsecond: 846_059, offset: -150 };

/// Checks the properties of every format with an event.
fn check(event: &dyn Event) {
    for &format in Format::ALL {
        let formatter = Formatter::new(format)
            .with_hostname("gw.example.net")
            .expect("a host name")
            .with_pid(14_162)
            .for_transport();
        check_properties(&formatter, event, TIME);
    }
}

#[test]
fn benign_events_are_parsed_unchanged() {
    for event in events::all() {
        check(&event);
    }
}

#[test]
fn hostile_values_stay_values() {
    let events = adversarial::events(&events::all());
    for (_, event) in &events {
        check(event);
    }
    println!("{} events in {} formats", events.len(), Format::ALL.len());
}

proptest! {
    #[test]
    fn random_values_stay_values(
        index in 0..KmdTag::ALL.len(),
        values in proptest::collection::vec(
            prop_oneof![
                any::<String>(),
                "[ -~]{0,40}",
                "([\\]\"\\\\ =\\[]|[\\x00-\\x1f]|\u{85}|\u{2028}|#|é|😀|<0>|: ){0,30}",
                "[ -~\\PC\\x00-\\xff]{0,3000}",
            ],
            12,
        ),
    ) {
        check(&with_texts(&events::all()[index], &values));
    }

    #[test]
    fn a_syslog_message_keeps_its_limit(name in any::<String>(), limit in 480..700_usize, repeat in 1..50_usize) {
        let name = name.repeat(repeat);
        let time = TIME.timestamp().expect("a time");
        let event = kmd_event!(KMD_VPN_DFBIT_STATUS_MSG { vpn_name: &name, argument: &name });
        for &format in Format::ALL {
            let formatter = Formatter::new(format).with_max_len(limit).expect("a limit");
            let record = formatter.format_to_string(&event, time);
            prop_assert!(record.len() <= limit);
            let unlimited = Formatter::new(format).with_max_len(usize::MAX).expect("a limit");
            let whole = unlimited.format_to_string(&event, time);
            if whole.len() <= limit {
                prop_assert_eq!(record, whole);
            } else if !record.ends_with("...") {
                // Only the structured data lacks a value.
                let (header, text) = whole.rsplit_once("VPN ").expect("the text");
                let has_text = record.ends_with(&format!("VPN {text}"));
                prop_assert!(has_text && header.contains('['), "{}", record);
            }
        }
    }
}
