//! Tests of tags that are longer than a MSGID. The expected output was written by hand.

use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::{Event, assert_logged};
use kmd_tests::iked_events;

kmd_events::catalog!("fixtures/long_tags.yaml", in crate::long_tags);

fn time() -> Timestamp {
    Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time")
}

fn formatter(format: Format) -> Formatter {
    Formatter::new(format).with_hostname("gw").expect("a host name").with_pid(7)
}

/// A tag of 32 characters is the MSGID. A longer one precedes the text in every format.
#[test]
fn every_format_has_the_tag_once() {
    let main = lt_event!(LT_DOOR_OPENED_WITH_THE_MAIN_KEY { name: "a" });
    let spare = lt_event!(LT_DOOR_OPENED_WITH_THE_SPARE_KEY { name: "a" });
    let wind = lt_event!(LT_DOOR_CLOSED_BY_THE_WIND_AND_NOT_BY_ANY_OF_THE_PEOPLE_NEARBY_1);
    let closed = lt_event!(LT_DOOR_CLOSED_WITH_THE_SPARE_KEY { name: "a" });
    let (main_tag, spare_tag) = ("LT_DOOR_OPENED_WITH_THE_MAIN_KEY", "LT_DOOR_OPENED_WITH_THE_SPARE_KEY");
    let wind_tag = "LT_DOOR_CLOSED_BY_THE_WIND_AND_NOT_BY_ANY_OF_THE_PEOPLE_NEARBY_1";
    let closed_tag = "LT_DOOR_CLOSED_WITH_THE_SPARE_KEY";
    let old = "Aug  3 10:18:44  gw ltd[7]: ";
    let new = "<30>1 2023-08-03T10:18:44.000Z gw ltd 7";
    let data = r#"[lt@32473 name="a"]"#;
    for (event, format, expected) in [
        (&main, Format::Junos, format!("{old}{main_tag}: Door a opened")),
        (&main, Format::JunosStructured, format!("{new} {main_tag} {data} Door a opened")),
        (&main, Format::JunosBrief, format!("{new} {main_tag} {data}")),
        (&spare, Format::Junos, format!("{old}{spare_tag}: a")),
        (&spare, Format::JunosPriority, format!("{old}%DAEMON-6-{spare_tag}: a")),
        (&spare, Format::JunosStructured, format!("{new} - {data} {spare_tag}: a")),
        (&spare, Format::JunosBrief, format!("{new} - {data} {spare_tag}: a")),
        (&wind, Format::Junos, format!("{old}{wind_tag}: All doors are closed")),
        (&wind, Format::JunosStructured, format!("{new} - - {wind_tag}: All doors are closed")),
        (&wind, Format::JunosBrief, format!("{new} - - {wind_tag}: All doors are closed")),
        (&closed, Format::Junos, format!("{old}Door a closed")),
        (&closed, Format::JunosStructured, format!("{new} - {data} {closed_tag}: Door a closed")),
        (&closed, Format::JunosBrief, format!("{new} - {data} {closed_tag}: Door a closed")),
    ] {
        assert_eq!(formatter(format).format_to_string(event, time()), expected);
    }
    let expected = format!("<30>Aug  3 10:18:44 gw ltd[7]: {spare_tag}: a");
    assert_eq!(formatter(Format::Rfc3164).format_to_string(&spare, time()), expected);
    let expected = format!("<30>1 2023-08-03T10:18:44.000000Z gw ltd 7 - {data} {spare_tag}: a");
    assert_eq!(formatter(Format::Rfc5424).format_to_string(&spare, time()), expected);
}

/// The values contain what ends a header, a tag and structured data.
#[test]
fn every_format_is_read_again() {
    for name in ["a", "", "[x]", "LT_DOOR_OPENED_WITH_THE_MAIN_KEY: b", "\"]", "- - -", "é"] {
        for event in [
            lt_event!(LT_DOOR_OPENED_WITH_THE_MAIN_KEY { name }),
            lt_event!(LT_DOOR_OPENED_WITH_THE_SPARE_KEY { name }),
            lt_event!(LT_DOOR_CLOSED_BY_THE_WIND_AND_NOT_BY_ANY_OF_THE_PEOPLE_NEARBY_1),
            lt_event!(LT_DOOR_CLOSED_WITH_THE_SPARE_KEY { name }),
        ] {
            for &format in Format::ALL {
                for formatter in [formatter(format), formatter(format).for_transport()] {
                    let line = formatter.format_to_string(&event, time());
                    let record = LtRecord::parse(&line);
                    assert_eq!(record.event(), Some(&event), "{line}");
                    let is_in_line = format.is_structured() || event.message().is_tagged();
                    assert_eq!(record.tag(), is_in_line.then_some(event.message().tag()), "{line}");
                }
            }
        }
    }
    for event in iked_events::all() {
        for &format in Format::ALL {
            let line = formatter(format).format_to_string(&event, time());
            assert_eq!(kmd_events::iked::IkeRecord::parse(&line).event(), Some(&event), "{line}");
        }
    }
}

/// The tag is whole, whatever is cut off.
#[test]
fn the_maximum_length_includes_the_tag() {
    let process = "p".repeat(48);
    for length in 0..600 {
        for event in [
            lt_event!(LT_DOOR_OPENED_WITH_THE_SPARE_KEY { name: "é".repeat(length) }),
            lt_event!(LT_DOOR_CLOSED_WITH_THE_SPARE_KEY { name: "\n".repeat(length) }),
        ] {
            for format in [Format::Rfc5424, Format::JunosStructured, Format::JunosBrief] {
                for host in [1, 255] {
                    let formatter = Formatter::new(format).with_hostname(&"h".repeat(host)).expect("a host name");
                    let formatter = formatter.with_process(&process).expect("a process name").with_pid(u32::MAX);
                    let formatter = formatter.with_max_len(480).expect("a length");
                    let line = formatter.format_to_string(&event, time());
                    assert!(line.len() <= 480, "{line}");
                    assert!(line.contains(&format!(" {}: ", event.message().tag())), "{line}");
                    let is_whole = line.ends_with(&event.to_string().replace('\n', "#012"));
                    assert!(is_whole || line.ends_with("..."), "{line}");
                }
            }
        }
    }
}

#[test]
fn a_long_tag_is_found_in_a_log() {
    let event = lt_event!(LT_DOOR_OPENED_WITH_THE_SPARE_KEY { name: "a" });
    let lines = formatter(Format::Rfc5424).format_to_string(&event, time());
    assert_logged!(&*lines, events::LT_DOOR_OPENED_WITH_THE_SPARE_KEY { name: "a" });
}
