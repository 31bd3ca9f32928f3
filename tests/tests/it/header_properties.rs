//! A property of headers: a line that is put together from the parts of any form is read as these parts, and the same line with
//! another process has no event.

use kmd_events::{KmdRecord, Outcome};
use proptest::prelude::*;
use proptest::sample::select;

/// A line and what it says.
#[derive(Clone, Debug, Default)]
struct Line {
    text: String,
    time: Option<String>,
    host: Option<String>,
    location: Vec<String>,
    /// The facility and the severity as in the line.
    priority: Option<&'static str>,
}

const TEXT: &str = "VPN hq - [7] from 192.0.2.1 is up.";

/// Times without a zone. A zone follows only the first ones.
const TIMES: [&str; 12] = [
    "Aug  3 10:18:44",
    "Aug 13 10:18:44.123",
    "Aug  3 2024 10:18:44",
    "2024 Aug  3 10:18:44",
    "Aug  3 10:18:44 2024",
    "2024-08-03T10:18:44",
    "2024-08-03 10:18:44,123",
    "Sat 2024-08-03 10:18:44",
    "2024-08-03T10:18:44Z",
    "2024-08-03T10:18:44.123456+0200",
    "2024-08-03T10:18:44-07:00",
    "1722673124.123456",
];
const ZONES: [&str; 6] = ["CEST", "UTC", "+0530", "-03", "GMT+2", "TZ-6"];
const HOSTS: [&str; 6] = ["srx1", "SRX-1.example.net", "10.0.0.1", "2001:db8::1", "[2001:db8::1]", "fd00::"];
const SKIPPED: [&str; 3] = ["-", "10:18:43", "[x]"];
const LOCATIONS: [&str; 5] =
    ["re1", "scc-re0", "lcc0-master lcc0-re1", "(FPC Slot 4, PIC Slot 0)", "re0 (FPC Slot 1, PIC Slot 1) SPC1_PIC1"];
const ENDS: [&str; 6] = ["", "\n", "\r\n", " ", "#015", "\0\r\n"];

/// Returns a header of RFC 3164 with a time, except for the process, and whether a word in it is only read before kmd.
fn header() -> impl Strategy<Value = Line> {
    let time = (0..TIMES.len(), prop::option::of((select(&ZONES[..]), any::<bool>())), 1..3_usize);
    let words = (prop::option::of(select(&SKIPPED[..])), prop::option::of(select(&HOSTS[..])), 0..4);
    let words = (words, prop::option::of(select(&LOCATIONS[..])), prop::option::of(Just("LSYS1")));
    (time, words).prop_map(|((time, zone, spaces), ((skipped, host, extra), location, system))| {
        let mut line = Line { text: TIMES[time].to_owned(), ..Line::default() };
        if let (0..8, Some((zone, has_colon))) = (time, zone) {
            line.text += " ";
            line.text += zone;
            line.time = Some(line.text.clone());
            line.text += if has_colon { ":" } else { "" };
        }
        line.time.get_or_insert_with(|| line.text.clone());
        line.text += &" ".repeat(spaces);
        if let Some(skipped) = skipped {
            line.text += skipped;
            line.text += " ";
        }
        if let Some(host) = host {
            line.text += &match extra {
                0 => format!("{host} "),
                // A relay before the device: the same host, or two spaces.
                1 => format!("{host} {host} "),
                2 => format!("relay1  {host} "),
                _ => format!("{host} daemon.info "),
            };
            line.priority = (extra == 3).then_some("daemon.info");
            line.host = Some(host.to_owned());
        }
        if let Some(location) = location.filter(|_| host.is_some() || skipped.is_some()) {
            line.text += location;
            line.text += " ";
            line.location.push(location.to_owned());
        }
        if let Some(system) = system {
            line.text += system;
            line.text += ":";
            line.location.push(system.to_owned());
        }
        line
    })
}

/// Returns a header with what a program may write before it.
fn wrapped() -> impl Strategy<Value = Line> {
    (header(), 0..8, any::<bool>()).prop_map(|(line, wrapper, has_priority)| {
        let mut line = line;
        if has_priority || wrapper == 1 {
            line.text = format!("<30>{}", line.text);
            line.priority = Some("daemon.info");
        }
        let (before, time, host, priority) = match wrapper {
            1 => ("99 ", None, None, None),
            2 => ("messages.0.gz:12:", None, None, None),
            3 => ("2026-08-03T10:18:44.1Z stdout F ", Some("2026-08-03T10:18:44.1Z"), None, None),
            4 => (
                "03-08-2024 10:18:40\tDaemon.Info\t10.0.0.9\t",
                Some("03-08-2024 10:18:40"),
                Some("10.0.0.9"),
                Some("daemon.info"),
            ),
            5 => ("Aug  3 10:18:45 relay1 ", Some("Aug  3 10:18:45"), Some("relay1"), None),
            6 => (
                "<13>1 2024-08-03T10:18:45Z relay1 - - - - ",
                Some("2024-08-03T10:18:45Z"),
                Some("relay1"),
                Some("user.notice"),
            ),
            _ => ("", None, None, None),
        };
        line.text = format!("{before}{}", line.text);
        line.time = line.time.or(time.map(str::to_owned));
        line.host = line.host.or(host.map(str::to_owned));
        line.priority = line.priority.or(priority);
        line
    })
}

fn priority(record: &KmdRecord<'_>) -> Option<&'static str> {
    let priority = record.priority()?;
    Some(match (priority.facility.as_str(), priority.severity.as_str()) {
        ("LOG_DAEMON", "info") => "daemon.info",
        ("LOG_USER", "notice") => "user.notice",
        _ => "another",
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn parts_of_any_form_are_read(line in wrapped(), pid in prop::option::of(Just("14162")), colon in any::<bool>(), end in select(&ENDS[..])) {
        let pid_text = pid.map(|pid| format!("[{pid}]")).unwrap_or_default();
        let colon = if colon { ":" } else { "" };
        let text = format!("{}kmd{pid_text}{colon} KMD_VPN_UP_ALARM_USER: {TEXT}{end}", line.text);
        let record = KmdRecord::parse(&text);
        prop_assert!(matches!(record.outcome(), Outcome::Event { rest, .. } if rest.is_empty()), "{}\n{:?}", text, record);
        prop_assert_eq!(record.text(), TEXT, "{}", text);
        prop_assert_eq!(record.process(), Some("kmd"), "{}", text);
        prop_assert_eq!(record.pid(), pid, "{}", text);
        prop_assert_eq!(record.time(), line.time.as_deref(), "{}", text);
        prop_assert_eq!(record.host(), line.host.as_deref(), "{}", text);
        prop_assert_eq!(priority(&record), line.priority, "{}", text);
        let location = (!line.location.is_empty()).then(|| line.location.join(" "));
        prop_assert_eq!(record.location(), location.as_deref(), "{}", text);
    }

    /// No line of another process has an event, also if the text of that process is a line of kmd.
    #[test]
    fn another_process_has_no_event(line in wrapped(), process in select(&["rpd", "kmd1", "xkmd", "mgd"][..]), pid in any::<bool>(), inner in 0..4) {
        let pid = if pid { "[7]" } else { "" };
        let text = match inner {
            0 => "",
            1 => "kmd[7]: ",
            2 => "Aug  3 10:18:44 srx1 kmd[7]: ",
            _ => "<30>1 2024-08-03T10:18:44Z srx1 kmd 7 - - ",
        };
        let text = format!("{}{process}{pid}: {text}KMD_VPN_UP_ALARM_USER: {TEXT}", line.text);
        let record = KmdRecord::parse(&text);
        prop_assert_eq!(record.outcome(), &Outcome::Other, "{}", text);
        prop_assert_eq!(record.tag(), None, "{}", text);
    }
}
