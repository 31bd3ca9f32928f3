//! Tests of the messages that a real rsyslogd receives over every transport. Without an rsyslogd, the tests report that
//! they are skipped.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use kmd_events::format::{Format, Formatter};
use kmd_events::sink::{AddContext, Fanout, FanoutError, Filter, Recorder};
use kmd_events::syslog::{SendError, Syslog, Target};
use kmd_events::{Event, Facility, KmdEvent, KmdRecord, Severity, kmd_event, kmd_log};
use kmd_tests::rsyslog::{Rsyslog, TEMPLATES};
use kmd_tests::{adversarial, events};
use serde_json::Value;

const PLAIN: [Format; 3] = [Format::Rfc3164, Format::Junos, Format::JunosPriority];

/// Returns every input with the formats that it supports. The parser of rsyslog for local messages does not support RFC
/// 5424 and takes the version for the process.
fn targets(rsyslog: &Rsyslog) -> Vec<(Target, &'static [Format])> {
    vec![
        (Target::Unix(rsyslog.unix()), &PLAIN),
        (Target::Unix(rsyslog.unix_parsed()), Format::ALL),
        (Target::Unix(rsyslog.unix_stream()), Format::ALL),
        (Target::Udp(rsyslog.udp()), Format::ALL),
        (Target::Tcp(rsyslog.tcp()), Format::ALL),
    ]
}

fn syslog(target: &Target, format: Format) -> Syslog {
    let formatter = Formatter::new(format).with_hostname("gw.example.net").expect("a host name").with_pid(14_162);
    Syslog::new(target.clone(), formatter).with_timeout(kmd_tests::rsyslog::PATIENCE)
}

#[test]
fn all_messages_arrive_as_they_were_sent() {
    let Some(mut rsyslog) = Rsyslog::start("all messages over every transport of rsyslog") else {
        return;
    };
    let events = events::all();
    let mut sent = 0;
    for (target, formats) in targets(&rsyslog) {
        for &format in formats {
            let syslog = syslog(&target, format);
            for event in &events {
                syslog.send(event).unwrap_or_else(|error| panic!("{error}"));
            }
            sent += events.len();
            for (event, record) in events.iter().zip(&rsyslog.next(events.len())) {
                check_header(event, record, &target, format);
                check_text(event, record, format, &event.to_string());
                let present = event.fields().filter(|(_, value)| *value != kmd_events::Value::Absent);
                let data: BTreeMap<String, String> =
                    present.map(|(name, value)| (name.to_owned(), value.to_string())).collect();
                assert_eq!(data_of(record), expected_data(format, data), "{record}");
            }
        }
    }
    println!("{sent} records arrived");
}

#[test]
fn context_arrives_as_structured_data() {
    let Some(mut rsyslog) = Rsyslog::start("context over every transport of rsyslog") else {
        return;
    };
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a" });
    let with = event.with("request-id", 7).with("the user\n", "b\"c]").with("SA-NAME", "d");
    for (target, formats) in targets(&rsyslog) {
        for &format in formats {
            let syslog = syslog(&target, format);
            syslog.send(&with).unwrap_or_else(|error| panic!("{error}"));
            let record = &rsyslog.next(1)[0];
            check_header(&event, record, &target, format);
            check_text(&event, record, format, &event.to_string());
            let data = [("sa-name", "a"), ("request-id", "7"), ("the_user_", "b\"c]"), ("SA-NAME_", "d")];
            let data = data.map(|(name, value)| (name.to_owned(), value.to_owned()));
            assert_eq!(data_of(record), expected_data(format, data.into()), "{record}");
        }
    }
}

#[test]
fn values_cannot_forge_a_record() {
    let Some(mut rsyslog) = Rsyslog::start("hostile values in every text field, sent to rsyslog") else {
        return;
    };
    // A sample suffices, since every message is parsed in the same way and another test covers all messages.
    let sample: Vec<_> = events::all().into_iter().step_by(13).collect();
    let hostile = adversarial::events(&sample);
    let last = kmd_event!(KMD_PM_PROPOSAL_NULL_ESP);
    let mut sent = 0;
    for (target, formats) in targets(&rsyslog) {
        for &format in formats {
            let syslog = syslog(&target, format);
            let mut records = Vec::new();
            // UDP can buffer this number of messages.
            for part in hostile.chunks(20) {
                for (_, event) in part {
                    syslog.send(event).unwrap_or_else(|error| panic!("{error}"));
                }
                records.extend(rsyslog.next(part.len()));
            }
            syslog.send(&last).unwrap_or_else(|error| panic!("{error}"));
            check_header(&last, &rsyslog.next(1)[0], &target, format);
            sent += records.len() + 1;
            for ((value, event), record) in hostile.iter().zip(&records) {
                check_header(event, record, &target, format);
                let text = record["msg"].as_str().expect("a text");
                assert!(!text.chars().any(char::is_control), "{record}");
                // An uncut message parses to the original event.
                if format == Format::JunosBrief {
                    assert!(matches!(text, "" | "..."), "{record}");
                } else if !text.ends_with("...") && !value.contains('#') {
                    let text = decode(text);
                    assert!(text.ends_with(&event.to_string()), "{record}");
                }
                if let Some(data) = data_of(record) {
                    let names: Vec<&str> = event.fields().map(|(name, _)| name).collect();
                    for (name, value) in data {
                        let index = names.iter().position(|known| *known == name);
                        let said = event.value(index.expect("a placeholder")).expect("a value");
                        assert_eq!(decode(&value), said.to_string(), "{record}");
                    }
                }
            }
        }
    }
    println!("{sent} records, one an event");
}

/// Devices write two spaces after the time. rsyslog takes what is between them for the host, and writes the name of the
/// sender in front of the line.
#[test]
fn lines_of_devices_are_read_from_the_files_of_rsyslog() {
    let Some(rsyslog) = Rsyslog::start("lines of devices through the templates of rsyslog") else {
        return;
    };
    let text = "KMD_VPN_UP_ALARM_USER: VPN hq from 192.0.2.1 is up.";
    // The host, the location and the PID that the line has, after the time of the device.
    let devices = [
        ("Aug  3 10:18:44  srx1 kmd[7]", Some("srx1"), None, Some("7")),
        ("Aug  3 10:18:44.123  srx1 kmd[7]", Some("srx1"), None, Some("7")),
        ("Aug  3 10:18:44 2024  srx1 kmd[7]", Some("srx1"), None, Some("7")),
        ("Aug  3 10:18:44  srx1 kmd", Some("srx1"), None, None),
        ("Aug  3 10:18:44  srx1 re1 kmd[7]", Some("srx1"), Some("re1"), Some("7")),
        (
            "Aug  3 10:18:44  srx1 (FPC Slot 4, PIC Slot 0) SPC4_PIC0 kmd[7]",
            Some("srx1"),
            Some("(FPC Slot 4, PIC Slot 0) SPC4_PIC0"),
            Some("7"),
        ),
        ("Aug  3 10:18:44  kmd[7]", Some("127.0.0.1"), None, Some("7")),
    ];
    let socket = std::net::UdpSocket::bind("127.0.0.1:0").expect("a port");
    let send = |line: String| socket.send_to(line.as_bytes(), rsyslog.devices()).expect("sent");
    for (header, ..) in devices {
        send(format!("<30>{header}: {text}"));
        send(format!("<30>{}: {text}", header.replace("kmd", "rpd")));
    }
    send(format!("<30>Aug  3 10:18:44  srx1 kmd[7]: {text}\r"));
    send("<30>Aug  3 10:18:44  srx1 kmd[7]: KMD_PM_PROPOSAL_NULL_ESP: last".to_owned());
    for template in TEMPLATES {
        let lines = rsyslog.templated(template, "last");
        assert_eq!(lines.len(), 2 * devices.len() + 2, "{template}: {lines:#?}");
        for (pair, (_, host, location, pid)) in lines.chunks(2).zip(devices) {
            let record = KmdRecord::parse(&pair[0]);
            let event = record.event().unwrap_or_else(|| panic!("{template}: {record:?}"));
            assert_eq!(event.to_string(), "VPN hq from 192.0.2.1 is up.", "{template}");
            assert_eq!(
                (record.host(), record.location(), record.pid()),
                (host, location, pid),
                "{template}: {}",
                pair[0]
            );
            assert_eq!(KmdRecord::parse(&pair[1]).event(), None, "{template}: {}", pair[1]);
        }
        let with_return = &lines[2 * devices.len()];
        assert!(with_return.ends_with("is up.#015"), "{template}: {with_return}");
        let record = KmdRecord::parse(with_return);
        assert_eq!((record.text(), record.event().is_some()), ("VPN hq from 192.0.2.1 is up.", true), "{template}");
    }
}

#[test]
fn reports_every_record_lost_when_the_receiver_dies() {
    let Some(mut rsyslog) = Rsyslog::start("rsyslog killed and started again in mid-stream") else {
        return;
    };
    const PART: u32 = 100;
    let mut arrived = 0;
    let mut reported = 0;
    let targets = targets(&rsyslog);
    for (target, _) in targets {
        let syslog = syslog(&target, Format::Rfc3164).with_timeout(Duration::from_secs(5));
        let send = |syslog: &Syslog, from: u32| -> Vec<SendError> {
            (from..from + PART).filter_map(|count| syslog.send(&numbered(count)).err()).collect()
        };

        let errors = send(&syslog, 0);
        assert!(errors.is_empty(), "{target}: {errors:?}");
        let mut records = rsyslog.next(PART as usize);

        rsyslog.kill();
        let errors = send(&syslog, PART);
        rsyslog.start_again();
        let late = send(&syslog, 2 * PART);
        assert!(late.is_empty(), "{target}: {late:?}");
        // For UDP, the kernel does not report every refusal (icmp_msgs_per_sec), and sometimes reports it late.
        let refused = usize::try_from(syslog.refused_datagrams()).expect("few");
        let is_udp = matches!(target, Target::Udp(_));
        assert!(errors.len() + refused <= PART as usize, "{target}");
        assert!(is_udp || errors.len() == PART as usize, "{target}");
        assert!(errors.len() > 10, "{target}");
        reported += errors.len();
        let lost = PART as usize - errors.len();
        for error in errors {
            syslog.resend(error).unwrap_or_else(|error| panic!("{error}"));
        }

        let others = 2 * PART as usize - lost;
        records.extend(rsyslog.next(others));
        let numbers: BTreeSet<u32> = records.iter().map(number).collect();
        assert_eq!(numbers.len(), records.len(), "{target}: each once");
        arrived += records.len();
    }
    println!("{arrived} records arrived, each once; {reported} were reported and sent again");
}

/// The sinks before and after those of rsyslog get each event, and the error has what each of its inputs did not get.
#[test]
fn a_fan_out_returns_what_a_dead_receiver_did_not_get() {
    let Some(mut rsyslog) = Rsyslog::start("rsyslog killed and started again during a fan-out") else {
        return;
    };
    let targets = targets(&rsyslog);
    let syslogs: Vec<Syslog> = targets.iter().map(|(target, _)| syslog(target, Format::Rfc3164)).collect();
    let (before, after) = (Recorder::new(), Recorder::new());
    let mut all = Fanout::new().with(&before);
    for syslog in &syslogs {
        let errors = Filter::new(syslog).with_max_severity(Severity::Error);
        all = all.with(AddContext::new(errors).with("instance", "blue"));
    }
    let all = all.with(&after);
    let log = |count: u32| kmd_log!(all, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count, tunnel_name: "branch-7" });

    for count in 0..3 {
        log(count).unwrap_or_else(|error| panic!("{error}"));
    }
    let mut arrived: Vec<u32> = rsyslog.next(3 * syslogs.len()).iter().map(number).collect();
    rsyslog.kill();
    let mut returned = Vec::new();
    for count in 3..6 {
        kmd_log!(all, KMD_PM_PROPOSAL_NULL_ESP).expect_err("an error, which is not filtered");
        let error = log(count).expect_err("no receiver");
        let failures = error.into_cause().downcast::<FanoutError>().expect("of a fan-out").into_failures();
        for (index, error) in failures {
            let syslog = &syslogs[index - 1];
            assert!(
                error.rendered().is_some_and(|message| message.contains(&format!(" limit {count} for "))),
                "{error}"
            );
            returned.push((syslog, *error.into_cause().downcast::<SendError>().expect("of syslog")));
        }
    }
    rsyslog.start_again();
    log(6).unwrap_or_else(|error| panic!("{error}"));
    // For UDP, the kernel does not report every refusal (icmp_msgs_per_sec).
    let lost = 3 * syslogs.len() - returned.len();
    assert!(lost <= 3, "{lost}");
    let number_of_returned = returned.len();
    for (syslog, error) in returned {
        syslog.resend(error).unwrap_or_else(|error| panic!("{error}"));
    }
    arrived.extend(rsyslog.next(syslogs.len() + number_of_returned).iter().map(number));
    for (count, expected) in [(0, 5), (1, 5), (2, 5), (6, 5)] {
        assert_eq!(arrived.iter().filter(|number| **number == count).count(), expected, "{count}: {arrived:?}");
    }
    assert_eq!(arrived.len(), 5 * 7 - lost);
    for recorder in [&before, &after] {
        let events = recorder.take();
        assert_eq!(events.len(), 10, "seven and three");
    }
    println!(
        "{} events arrived, {number_of_returned} of them after they were returned; {lost} were lost",
        arrived.len()
    );
}

/// Data that the kernel accepted but the receiver did not read is lost silently. This test counts such messages.
#[test]
fn records_in_flight_are_counted() {
    let Some(mut rsyslog) = Rsyslog::start("rsyslog killed with records in flight") else {
        return;
    };
    const SENT: u32 = 2_000;
    for (index, (target, _)) in targets(&rsyslog).into_iter().enumerate() {
        let sink = syslog(&target, Format::Rfc3164).with_timeout(Duration::from_secs(5));
        let mut unsent = Vec::new();
        for count in 0..SENT {
            // The receiver has started to read and has many messages left.
            if count == SENT / 2 {
                rsyslog.kill();
            }
            unsent.extend(sink.send(&numbered(count)).err());
        }
        rsyslog.start_again();
        let reported = unsent.len();
        for error in unsent {
            sink.resend(error).unwrap_or_else(|error| panic!("{error}"));
        }
        let refused = sink.refused_datagrams();
        // All other messages are received before this one. Over UDP, it may not fit into the buffer yet.
        let last = SENT + 1 + u32::try_from(index).expect("few");
        let mut again = || {
            sink.send(&numbered(last)).unwrap_or_else(|error| panic!("{error}"));
        };
        again();
        let mut numbers = BTreeSet::new();
        let mut twice = 0;
        loop {
            match number(&rsyslog.next_with(&mut again)) {
                number if number == last => break,
                number if number < SENT => twice += u32::from(!numbers.insert(number)),
                // The last message of the previous input.
                _ => {}
            }
        }
        let lost = SENT as usize - numbers.len();
        println!(
            "{target}: {SENT} sent, {reported} reported and sent again, {refused} refused later, {} arrived, \
             {twice} of them twice, {lost} lost in flight",
            numbers.len()
        );
        assert!(reported > 0, "{target}");
    }
}

#[test]
fn rsyslog_recognizes_host_names() {
    let Some(mut rsyslog) = Rsyslog::start("host names sent to rsyslog") else {
        return;
    };
    let long = format!("{}7", "n".repeat(254));
    let plain = ["gw", "gw.example.net", "192.0.2.1", "a-b_c.7", "7", "-a", &long];
    let target = Target::Udp(rsyslog.udp());
    let mut sent = |format, name: &str| {
        let formatter = Formatter::new(format).with_hostname(name).expect(name).with_pid(14_162);
        Syslog::new(target.clone(), formatter).send(&numbered(1)).unwrap_or_else(|error| panic!("{error}"));
        let record = rsyslog.next(1).remove(0);
        assert_eq!(record["hostname"], name, "{record}");
        assert_eq!(record["programname"], "kmd", "{record}");
        assert_eq!(record["procid"], "14162", "{record}");
    };
    for format in PLAIN {
        for name in plain {
            sent(format, name);
        }
    }
    for format in [Format::Rfc5424, Format::JunosStructured, Format::JunosBrief] {
        for name in plain.into_iter().chain(["2001:db8::1", "gw.example.", "gw_"]) {
            sent(format, name);
        }
    }
}

/// An operator replaces the facility, and one sink sends to all inputs.
#[test]
fn another_facility_arrives() {
    let Some(mut rsyslog) = Rsyslog::start("another facility sent to rsyslog through a sink") else {
        return;
    };
    for format in PLAIN {
        let formatter = Formatter::new(format).with_pid(14_162).with_facility(Facility::Local3);
        let mut all = Fanout::new();
        for (target, _) in targets(&rsyslog) {
            all = all.with(Syslog::new(target, formatter.clone()).with_timeout(kmd_tests::rsyslog::PATIENCE));
        }
        kmd_log!(all, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "hq" }).unwrap_or_else(|error| panic!("{error}"));
        let records = rsyslog.next(5);
        for record in &records {
            assert_eq!((&record["facility"], &record["severity"]), (&"19".into(), &"3".into()), "{record}");
            let text = record["msg"].as_str().expect("a text");
            assert_eq!(text.contains("%FIREWALL-3-KMD_"), format == Format::JunosPriority, "{record}");
        }
    }
}

fn numbered(count: u32) -> KmdEvent<'static> {
    kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count, tunnel_name: "branch-7" })
}

/// Returns the number in an event of [`numbered`].
fn number(record: &Value) -> u32 {
    let text = record["msg"].as_str().expect("a text");
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_suffix('7').expect("branch-7");
    digits.parse().unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn check_header(event: &KmdEvent<'_>, record: &Value, target: &Target, format: Format) {
    let message = event.message();
    assert_eq!(record["facility"], message.facility().code().to_string(), "{record}");
    assert_eq!(record["severity"], message.severity().code().to_string(), "{record}");
    assert_eq!(record["programname"], "kmd", "{record}");
    assert_eq!(record["procid"], "14162", "{record}");
    let is_local = matches!(target, Target::Unix(_)) && !format.is_structured();
    let hostname = if is_local { "receiver" } else { "gw.example.net" };
    assert_eq!(record["hostname"], hostname, "{record}");
    let text = record["msg"].as_str().expect("a text");
    if format.is_structured() {
        assert_eq!(record["msgid"], message.tag(), "{record}");
    } else if message.is_tagged() {
        let before = match format {
            Format::JunosPriority => {
                // The two facilities of the catalog that have error messages, and those that do not.
                let facility = &message.facility().as_str()["LOG_".len()..];
                format!("%{facility}-{}-", message.severity().code())
            }
            _ => String::new(),
        };
        let tag = format!(" {before}{}: ", message.tag());
        assert!(text.starts_with(&tag), "{record}");
    }
}

fn check_text(event: &KmdEvent<'_>, record: &Value, format: Format, text: &str) {
    let said = record["msg"].as_str().expect("a text");
    let expected = match format {
        Format::JunosBrief => "",
        _ => text,
    };
    if format.is_structured() {
        assert_eq!(said, expected, "{record}");
    } else {
        let tag = if event.message().is_tagged() { format!("{}: ", event.message().tag()) } else { " ".to_owned() };
        let (_, said) = said.split_once(&tag).expect("a tag");
        assert_eq!(said, expected, "{record}");
    }
}

fn expected_data(format: Format, data: BTreeMap<String, String>) -> Option<BTreeMap<String, String>> {
    (format.is_structured() && !data.is_empty()).then_some(data)
}

/// Returns the structured data as parsed by an independent parser.
fn data_of(record: &Value) -> Option<BTreeMap<String, String>> {
    let data = record["data"].as_str().expect("structured data");
    let message = syslog_rfc5424::parse_message(format!("<1>1 - - - - - {data}"))
        .unwrap_or_else(|error| panic!("{error}: {record}"));
    let mut elements = message.sd.iter();
    let (name, parameters) = elements.next()?;
    assert_eq!(name, "junos@2636", "{record}");
    assert_eq!(elements.next().map(|(name, _)| name), None, "{record}");
    Some(parameters.iter().map(|(name, value)| (name.clone(), value.clone())).collect())
}

/// Decodes octal escapes to bytes.
fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let octal = after
            .get(..3)
            .filter(|_| *first == b'#')
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 8).ok());
        match octal {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[3..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}
