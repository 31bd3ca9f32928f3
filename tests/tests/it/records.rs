//! Tests of the parts of a line, lines that are not text, streams, and hostile lines.

use std::hash::{Hash as _, Hasher as _};
use std::io::{BufRead, BufReader, Read};

use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::{
    Event as _, Facility, KmdEvent, KmdRecord, KmdTag, Outcome, ParseEventError, Records, Severity, Value,
};
use kmd_tests::lines;

fn parts(line: &str) -> Vec<(&'static str, String)> {
    let record = KmdRecord::parse(line);
    let text = |part: Option<&str>| part.map(str::to_owned);
    let explicit = record.explicit_priority();
    let data = record.structured_data();
    [
        ("facility", record.priority().map(|priority| priority.facility.to_string())),
        ("severity", record.priority().map(|priority| priority.severity.to_string())),
        ("time", text(record.time())),
        ("host", text(record.host())),
        ("location", text(record.location())),
        ("process", text(record.process())),
        ("pid", text(record.pid())),
        ("explicit", explicit.map(|explicit| format!("{} {}", explicit.code, explicit.severity))),
        ("tag", text(record.tag())),
        ("data", data.map(|data| data.as_str().to_owned())),
        ("text", Some(record.text().to_owned())),
    ]
    .into_iter()
    .filter_map(|(name, part)| Some((name, part?)))
    .collect()
}

/// Returns the parts of a line with their names.
fn shown(line: &str) -> String {
    let parts = parts(line);
    let parts: Vec<String> = parts.iter().map(|(name, part)| format!("{name}={part}")).collect();
    parts.join("|")
}

#[test]
fn every_part_of_a_line_is_kept() {
    for (line, expected) in [
        (
            "<179>Aug  3 10:18:44.123 2014  srx1 re1 (FPC Slot 4, PIC Slot 0) SPC4_PIC0 kmd[14162]: %AUTH-3-KMD_X: a b\r\n",
            "facility=LOG_LOCAL6|severity=error|time=Aug  3 10:18:44.123 2014|host=srx1|\
             location=re1 (FPC Slot 4, PIC Slot 0) SPC4_PIC0|process=kmd|pid=14162|explicit=AUTH error|tag=KMD_X|text=a b",
        ),
        (
            r#"<30>1 2024-03-04T08:15:01.204Z fw kmd 7 KMD_X [a@1 x="\"\\\]"][b y="]"] text [c] "#,
            r#"facility=LOG_DAEMON|severity=info|time=2024-03-04T08:15:01.204Z|host=fw|process=kmd|pid=7|tag=KMD_X|data=[a@1 x="\"\\\]"][b y="]"]|text=text [c]"#,
        ),
        (
            r#"<30>1 2024-03-04T08:15:01.204Z fw kmd 7 KMD_X [a x="y] text"#,
            "facility=LOG_DAEMON|severity=info|time=2024-03-04T08:15:01.204Z|host=fw|process=kmd|pid=7|tag=KMD_X|text=[a x=\"y] text",
        ),
        ("<30>1 2024-03-04T08:15:01Z", "facility=LOG_DAEMON|severity=info|time=2024-03-04T08:15:01Z|text="),
        ("<191>kmd: text", "facility=LOG_LOCAL7|severity=debug|process=kmd|text=text"),
        ("<192>kmd: text", "text=<192>kmd: text"),
        ("<0>", "facility=LOG_KERN|severity=emergency|text="),
        ("Aug  3 10:18:44 fw last message", "time=Aug  3 10:18:44|host=fw|text=last message"),
        ("Aug  3 10:18:44 fw re0 re0 last: a", "time=Aug  3 10:18:44|host=fw|location=re0 re0|process=last|text=a"),
        ("kmd[1]:   two spaces", "process=kmd|pid=1|text=  two spaces"),
        ("kmd[1]:   KMD_X:  two spaces", "process=kmd|pid=1|tag=KMD_X|text= two spaces"),
        ("  ", "text="),
    ] {
        assert_eq!(shown(line), expected, "{line}");
    }
}

/// A line without a part of a header is text, and so is an invalid tag or an invalid priority.
#[test]
fn text_like_a_header_stays_text() {
    for (line, expected) in [
        // A time is an RFC 3339 timestamp or `-`.
        ("<30>1 yesterday fw kmd 7 - - text", "facility=LOG_DAEMON|severity=info|text=1 yesterday fw kmd 7 - - text"),
        // PRI and VERSION consist of one to three digits (RFC 5424, section 6).
        ("<+1>kmd: text", "text=<+1>kmd: text"),
        (
            "<30>1000 2024-03-04T08:15:01Z fw kmd 7 KMD_X - text",
            "facility=LOG_DAEMON|severity=info|text=1000 2024-03-04T08:15:01Z fw kmd 7 KMD_X - text",
        ),
        // RFC 3164 messages with the timestamp of a relay, which have as many words as RFC 5424 messages.
        ("2024-03-04T08:15:01Z fw kmd: a b - rest", "time=2024-03-04T08:15:01Z|host=fw|process=kmd|text=a b - rest"),
        ("2024-03-04T08:15:01Z KMD_X:a b c d - rest", "time=2024-03-04T08:15:01Z|tag=KMD_X|text=a b c d - rest"),
        // A process name must contain a letter.
        ("Aug  3 10:18:44 fw [7]: text", "time=Aug  3 10:18:44|host=fw|text=[7]: text"),
        ("kmd[7]: KMD_X.Y: text", "process=kmd|pid=7|text=KMD_X.Y: text"),
        ("kmd[7]: %-3-KMD_X: text", "process=kmd|pid=7|text=%-3-KMD_X: text"),
    ] {
        assert_eq!(shown(line), expected, "{line}");
    }
}

#[test]
fn an_explicit_priority_takes_precedence() {
    let record = KmdRecord::parse("<179>Aug  3 10:18:44 fw kmd[1]: %DAEMON-6-KMD_X: a");
    assert_eq!(record.facility(), Some(Facility::Daemon));
    assert_eq!(record.severity(), Some(Severity::Info));
    assert_eq!(record.priority().map(|priority| priority.code()), Some(179));
    // An unknown facility code.
    let record = KmdRecord::parse("<179>Aug  3 10:18:44 fw kmd[1]: %NEW-6-KMD_X: a");
    assert_eq!(record.tag(), Some("KMD_X"));
    assert_eq!(record.facility(), Some(Facility::Local6));
    assert_eq!(record.severity(), Some(Severity::Info));
    let record = KmdRecord::parse("kmd: a");
    assert_eq!((record.facility(), record.severity()), (None, None));
}

/// The line is example 2 of RFC 5424, section 6.3.5, with the escapes of section 6.3.3.
#[test]
fn structured_data_is_parsed_into_elements() {
    let data = r#"[exampleSDID@32473 iut="3" eventSource="Application" eventID="1011"][examplePriority@32473 class="a\"b\\c\]d"][x@1]"#;
    let line = format!("<165>1 2003-10-11T22:14:15.003Z h kmd - KMD_X {data}");
    let record = KmdRecord::parse(&line);
    let read = record.structured_data().expect("structured data");
    assert_eq!(read.as_str(), data);
    let elements: Vec<(String, Vec<(String, String)>)> = read
        .elements()
        .map(|element| {
            let parameters = element.parameters();
            let owned = parameters.map(|(name, value)| (name.into_owned(), value.into_owned()));
            (element.id().into_owned(), owned.collect())
        })
        .collect();
    let pairs = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        let owned = pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
        owned.collect()
    };
    assert_eq!(
        elements,
        [
            (
                "exampleSDID@32473".to_owned(),
                pairs(&[("iut", "3"), ("eventSource", "Application"), ("eventID", "1011")])
            ),
            ("examplePriority@32473".to_owned(), pairs(&[("class", r#"a"b\c]d"#)])),
            ("x@1".to_owned(), pairs(&[])),
        ]
    );
    assert_eq!(read.get("eventID").as_deref(), Some("1011"));
    assert_eq!(read.get("class").as_deref(), Some(r#"a"b\c]d"#));
    assert_eq!(read.get("other"), None);
    let element = read.elements().nth(1).expect("the second");
    assert_eq!(
        format!("{element:?}"),
        r#"Element { id: "examplePriority@32473", parameters: {"class": "a\"b\\c]d"} }"#
    );
}

#[test]
fn structured_data_fills_the_fields() {
    let event = |line: &str| match KmdRecord::parse(line).into_owned().into_outcome() {
        Outcome::Event { event, rest, .. } => Ok((event, rest)),
        Outcome::Mismatch { reason, .. } => Err(reason.to_string()),
        other => panic!("{line}: {other:?}"),
    };
    let header = "<30>1 2024-03-04T08:15:01Z fw kmd 7 KMD_VPN_DFBIT_STATUS_MSG";
    let data = r#"[junos@2636.1.1.1.4.138.9 vpn-name="hq [7\] \"voice\"" argument="copy" index1="3"]"#;
    let (found, rest) = event(&format!("{header} {data}")).expect("brief");
    assert_eq!(found.to_string(), r#"The DF-BIT for VPN hq [7] "voice" has been set to copy."#);
    assert_eq!(rest, "");
    // The text takes precedence.
    let (found, rest) = event(&format!("{header} {data} The DF-BIT for VPN a has been set to b. More")).expect("text");
    assert_eq!(found.to_string(), "The DF-BIT for VPN a has been set to b.");
    assert_eq!(rest, " More");
    // The structured data resolves an ambiguous text.
    let split = r#"[junos@2636 vpn-name="a has been set to b" argument="c"]"#;
    let (found, rest) =
        event(&format!("{header} {split} The DF-BIT for VPN a has been set to b has been set to c. More"))
            .expect("both");
    assert_eq!(found.fields().next(), Some(("vpn-name", Value::Text("a has been set to b"))));
    assert_eq!(rest, " More");
    // The rest of the text belongs to the value, so that the text contradicts the structured data.
    let header = "<30>1 2024-03-04T08:15:01Z fw kmd 7";
    for (line, expected) in [
        (
            r#"KMD_PM_SA_PEER_NOT_FOUND [junos@2636 sa-name="hq"] Unable to find active peer for SA hq, it is gone"#,
            "hq, it is gone",
        ),
        (
            r#"KMD_DPD_REMOTE_ADDRESS_CHANGED [junos@2636 tunnel-name="t" old-address="::1" new-address="192.0.2.4"] Remote peer address for tunnel t changed from ::1 to 192.0.2.44"#,
            "192.0.2.44",
        ),
    ] {
        let (found, rest) = event(&format!("{header} {line}")).expect("both");
        let last = found.fields().last().expect("a value").1;
        assert_eq!((last.to_string(), &*rest), (expected.to_owned(), ""), "{line}");
    }
    let header = "<30>1 2024-03-04T08:15:01Z fw kmd 7 KMD_VPN_DFBIT_STATUS_MSG";
    // If the text does not match, the structured data is used.
    let (found, _) = event(&format!("{header} {data} Das DF-Bit ist gesetzt")).expect("data");
    assert_eq!(found.to_string(), r#"The DF-BIT for VPN hq [7] "voice" has been set to copy."#);

    for (line, reason) in [
        (format!("{header} [junos@2636 vpn-name=\"hq\"]"), "missing value for placeholder `argument`"),
        (format!("{header} [junos@2636 vpn-name=\"hq\"] text"), "expected `The DF-BIT for VPN ` at byte 0 or later"),
        (format!("{header} [other@1 vpn-name=\"hq\" argument=\"copy\"]"), "missing value for placeholder `vpn-name`"),
        (
            "<30>1 - - kmd - KMD_VPN_UP_ALARM_USER [junos@2636 vpn-name=\"hq\" remote-address=\"gw\"]".to_owned(),
            "invalid value for placeholder `remote-address`: expected an IP address, found `gw`",
        ),
    ] {
        assert_eq!(event(&line).unwrap_err(), reason, "{line}");
    }
}

/// A value at the beginning of a text does not set the severity or the facility, since the header already has the tag.
#[test]
fn a_value_is_not_an_explicit_priority() {
    let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
    for name in ["%KERN-0-all is well", "%KERN-0-APP_GEN: all is well"] {
        let event = foreign::app_event!(APP_TWICE { name, r#loop: "x" });
        let formatter = Formatter::new(Format::Rfc5424).with_sd_id("app@32473");
        let line = formatter.expect("an SD-ID").format_to_string(&event, time);
        let record = foreign::AppRecord::parse(&line);
        assert_eq!(record.event(), Some(&event), "{line}");
        assert_eq!(record.explicit_priority(), None, "{line}");
        assert_eq!(record.severity(), Some(event.severity()), "{line}");
    }
    // Some relays leave an explicit priority with the same tag in the text.
    let record = KmdRecord::parse("<30>1 - fw kmd 7 KMD_X - %AUTH-3-KMD_X: text");
    assert_eq!(record.facility(), Some(Facility::Auth));
    assert_eq!(record.text(), "text");
}

#[test]
fn invalid_utf8_is_replaced() {
    // Invalid UTF-8 after the documented text, as in real lines.
    let line =
        b"Aug  3 10:18:44 fw kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 192.0.2.1 is up. Local IKE-ID: \xc0\xa8\x01";
    let record = KmdRecord::parse_bytes(line);
    let Outcome::Event { event, rest, .. } = record.outcome() else { panic!("{record:?}") };
    assert_eq!(event.to_string(), "VPN hq from 192.0.2.1 is up.");
    assert_eq!(rest, " Local IKE-ID: \u{fffd}\u{fffd}\u{1}");
    // Invalid UTF-8 in a value, which is copied with U+FFFD for each byte.
    let line = b"kmd: KMD_PM_KEY_NOT_SUPPORTED: Key type a\xff\xfeb not supported";
    let record = KmdRecord::parse_bytes(line);
    let Some(KmdEvent::PmKeyNotSupported(event)) = record.event() else { panic!("{record:?}") };
    assert_eq!(event.r#type, "a\u{fffd}\u{fffd}b");
    // Invalid UTF-8 in the header, in the tag, and in structured data.
    let record = KmdRecord::parse_bytes(b"Aug  3 10:18:44 f\xffw kmd[\xfe]: KMD_\xff: a");
    assert_eq!(record.host(), Some("f\u{fffd}w"));
    assert_eq!(record.pid(), Some("\u{fffd}"));
    assert_eq!(*record.outcome(), Outcome::Untagged);
    let record = KmdRecord::parse_bytes(
        b"<30>1 - - kmd - KMD_VPN_DFBIT_STATUS_MSG [junos@2636 vpn-name=\"\xff\" argument=\"\\\"\xff\"]",
    );
    assert_eq!(
        record.event().map(ToString::to_string).as_deref(),
        Some("The DF-BIT for VPN \u{fffd} has been set to \"\u{fffd}.")
    );
    // An address with invalid UTF-8 is rejected.
    let record = KmdRecord::parse_bytes(b"kmd: KMD_VPN_UP_ALARM_USER: VPN a from 192.0.2.\xff is up.");
    let Outcome::Mismatch { tag, reason: ParseEventError::Value { value, .. }, .. } = record.outcome() else {
        panic!("{record:?}")
    };
    assert_eq!((*tag, &**value), (KmdTag::VpnUpAlarmUser, "192.0.2.\u{fffd}"));
}

#[test]
fn other_catalogs_parse_their_own_lines() {
    use foreign::disk::{DiskEvent, DiskRecord, events};

    let line = "<2>Aug  3 10:18:44 fw diskd[7]: DISK_FULL: Disk 3 is full";
    let record = DiskRecord::parse(line);
    assert_eq!(record.event(), Some(&DiskEvent::Full(events::Full { device: 3 })));
    assert_eq!(*KmdRecord::parse(line).outcome(), Outcome::Other);
    assert_eq!(*DiskRecord::parse("fw kmd[7]: KMD_X: text").outcome(), Outcome::Other);

    // Without an `sd-id`, any element is used.
    let line = r#"<2>1 - fw diskd - DISK_FULL [x@1 a="b"] "#;
    assert!(matches!(DiskRecord::parse(line).outcome(), Outcome::Mismatch { .. }));
    let line = r#"<2>1 - fw diskd - DISK_FULL [x@1 device="3"]"#;
    assert_eq!(DiskRecord::parse(line).event().map(ToString::to_string).as_deref(), Some("Disk 3 is full"));
}

/// A reader that returns a few bytes at a time, so that lines are split.
struct Drops<'d>(&'d [u8]);

impl Read for Drops<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.0.len().min(buffer.len()).min(3);
        buffer[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

#[test]
fn a_stream_counts_its_outcomes() {
    let rows = lines::rows();
    let log: Vec<u8> = rows.iter().flat_map(|row| format!("{}\n", row.line).into_bytes()).collect();
    let mut records = Records::<_, KmdTag>::new(BufReader::new(Drops(&log)));
    let mut hosts = Vec::new();
    while let Some(record) = records.read().expect("no error") {
        hosts.push(record.host().unwrap_or("-").to_owned());
    }
    let listed: Vec<&str> = rows.iter().map(|row| row.host).collect();
    assert_eq!(hosts, listed);

    let listed = |outcome: &str| rows.iter().filter(|row| row.outcome == outcome).count() as u64;
    let counts = records.counts();
    let shown = format!("{records:?}");
    let expected = format!("Records {{ max_line_len: 65536, counts: {counts:?}, .. }}");
    assert_eq!(shown, expected);
    assert_eq!(counts.events, listed("event"));
    assert_eq!(counts.mismatches, listed("mismatch"));
    assert_eq!(counts.unknown, listed("unknown"));
    assert_eq!(counts.untagged, listed("untagged"));
    assert_eq!(counts.other, listed("other"));
    assert_eq!(counts.total(), rows.len() as u64);
    assert_eq!(counts.truncated, 0);

    // The iterator yields the same records, which own their data.
    let owned: Vec<KmdRecord<'static>> =
        Records::<_, KmdTag>::new(&*log).map(|record| record.expect("no error")).collect();
    let lines = log.split_inclusive(|&byte| byte == b'\n');
    for (record, line) in owned.iter().zip(lines) {
        assert_eq!(*record, KmdRecord::parse_bytes(line));
    }
    assert_eq!(owned.len(), rows.len());
}

#[test]
fn long_lines_are_cut() {
    let log = "kmd: KMD_PM_KEY_NOT_SUPPORTED: Key type aé not supported\nkmd: b\n";
    let read = |limit: usize| {
        let mut records = Records::<_, KmdTag>::with_max_line_len(log.as_bytes(), limit);
        let mut found = Vec::new();
        for record in records.by_ref() {
            let record = record.expect("no error");
            found.push((record.is_truncated(), record.text().to_owned()));
        }
        (found, records.counts().truncated)
    };
    let whole = "Key type aé not supported".to_owned();
    let second = (false, "b".to_owned());
    let length = log.find('\n').expect("a line break");
    assert_eq!(read(Records::<&[u8], KmdTag>::DEFAULT_MAX_LINE_LEN), (vec![(false, whole.clone()), second.clone()], 0));
    assert_eq!(read(length), (vec![(false, whole), second.clone()], 0));
    assert_eq!(read(length - 1), (vec![(true, "Key type aé not supporte".to_owned()), second.clone()], 1));
    // A line is not cut within a character.
    let within = log.find('é').expect("é") + 1;
    assert_eq!(read(within), (vec![(true, "Key type a".to_owned()), second], 1));
    // Invalid UTF-8 before the limit does not end the line.
    let log = b"kmd: a\xffbcdef\n";
    let mut records = Records::<_, KmdTag>::with_max_line_len(&log[..], 9);
    let record = records.read().expect("no error").expect("a line");
    assert_eq!((record.is_truncated(), record.text()), (true, "a\u{fffd}bc"));
    let (found, cut) = read(0);
    assert_eq!((found.len(), cut), (2, 2));

    // A line break does not count toward the limit.
    for line in ["kmd: abc\r\n", "kmd: abc\n", "kmd: abc"] {
        let log = format!("{line}{line}");
        for (limit, is_cut) in [(8, log.ends_with('c')), (7, true)] {
            let mut records = Records::<_, KmdTag>::with_max_line_len(log.as_bytes(), limit);
            let first = records.read().expect("no error").expect("a line");
            assert_eq!((first.is_truncated(), first.text()), (is_cut, &"abc"[..limit - 5]), "{log:?} {limit}");
        }
    }
}

/// A reader that returns a part of the log, then an error, then the next part.
struct Stutters<'d>(Vec<&'d [u8]>);

impl Read for Stutters<'_> {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        unreachable!("read as `BufRead`")
    }
}

impl BufRead for Stutters<'_> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        match self.0.first() {
            Some([]) => {
                self.0.remove(0);
                Err(std::io::ErrorKind::WouldBlock.into())
            }
            Some(part) => Ok(part),
            None => Ok(&[]),
        }
    }

    fn consume(&mut self, count: usize) {
        if let Some(part) = self.0.first_mut() {
            *part = &part[count..];
        }
    }
}

/// The start of the next line is known, whether the last line was in the buffer of the reader or was copied.
#[test]
fn the_reader_is_returned_at_the_next_line() {
    let log = "kmd: a\nkmd: b\nkmd: c\n";
    for capacity in [1, 9, 64] {
        let mut records = Records::<_, KmdTag>::new(BufReader::with_capacity(capacity, log.as_bytes()));
        for text in ["a", "b"] {
            let record = records.read().expect("no error").expect("a line");
            assert_eq!(record.text(), text);
        }
        let mut rest = String::new();
        let mut reader = records.into_inner();
        reader.read_to_string(&mut rest).expect("no error");
        assert_eq!(rest, "kmd: c\n", "{capacity}");
    }
}

/// A reader that returns a part of the log or an error on each call, and counts the calls at the end.
struct Interrupted<'d>(Vec<&'d [u8]>, u32);

impl Read for Interrupted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.0.is_empty() {
            self.1 += 1;
            return Ok(0);
        }
        let part = self.0.remove(0);
        if part.is_empty() {
            return Err(std::io::ErrorKind::Interrupted.into());
        }
        buffer[..part.len()].copy_from_slice(part);
        Ok(part.len())
    }
}

/// A call that a signal interrupts is repeated. The end is read only once, since a terminal may have more input after
/// it.
#[test]
fn an_interrupted_read_is_repeated() {
    let parts: Vec<&[u8]> = vec![b"", b"kmd: a\nkm", b"", b"d: b\n", b"", b"kmd: c\n", b""];
    let mut records = Records::<_, KmdTag>::new(BufReader::new(Interrupted(parts, 0)));
    for text in ["a", "b", "c"] {
        let record = records.read().expect("no error").expect("a line");
        assert_eq!(record.text(), text);
    }
    assert_eq!(records.read().expect("no error"), None);
    assert_eq!(records.get_ref().get_ref().1, 1);
    assert_eq!(records.read().expect("no error"), None);
    assert_eq!(records.get_ref().get_ref().1, 2);
}

/// Records are equal if their parts are equal, wherever the parts are in the line.
#[test]
fn records_are_equal_by_their_parts() {
    let hash = |record: &KmdRecord<'_>| {
        let mut hasher = std::hash::DefaultHasher::new();
        record.hash(&mut hasher);
        hasher.finish()
    };
    let line = "Aug  3 10:18:44 fw kmd[7]: KMD_PM_NEW_GROUP_UNSUPPORTED: New Group mode not supported";
    let record = KmdRecord::parse(line);
    for same in [line.replace(" fw ", "  fw   "), format!("{line}\r\n"), format!("\u{feff}{line}")] {
        let same = KmdRecord::parse(&same);
        assert_eq!((&same, hash(&same)), (&record, hash(&record)));
        assert_eq!(format!("{same:?}"), format!("{record:?}"));
    }
    for other in [
        line.replace("fw", "gw"),
        line.replace("[7]", "[8]"),
        line.replace(":44", ":45"),
        line.replace("kmd", "re0 kmd"),
        line.replace(" KMD", " %AUTH-3-KMD"),
        line.replace("[7]", ""),
        line.replace("UNSUPPORTED", "SUPPORTED"),
        format!("<30>{line}"),
        format!("{line}."),
    ] {
        let other = KmdRecord::parse(&other);
        assert_ne!(other, record);
        assert_ne!(hash(&other), hash(&record));
    }
    let log = format!("{line}.\n{line}\n");
    let mut records = Records::<_, KmdTag>::with_max_line_len(log.as_bytes(), line.len());
    let truncated = records.read().expect("no error").expect("a line");
    assert_eq!(truncated.text(), record.text());
    assert_ne!(truncated, record);
}

/// The bytes after an error belong to the same line.
#[test]
fn a_read_error_does_not_split_a_line() {
    let parts: Vec<&[u8]> = vec![
        b"Aug  3 10:18:44 fw mgd[3]: typed: ",
        b"kmd: KMD_PM_NEW_GROUP_UNSUPPORTED: New Group mode not supported\nkmd: KMD_PM_NEW_GROUP",
        b"_UNSUPPORTED: New Group mode not supported\n",
    ];
    for limit in [usize::MAX, 64 * 1024, 70, 40] {
        let mut records = Records::<_, KmdTag>::with_max_line_len(Stutters(parts.clone()), limit);
        let (mut processes, mut errors) = (Vec::new(), 0);
        loop {
            match records.read() {
                Ok(Some(record)) => {
                    processes.extend(record.process().map(str::to_owned));
                }
                Ok(None) => break,
                Err(_) => errors += 1,
            }
        }
        assert_eq!((processes, errors), (vec!["mgd".to_owned(), "kmd".to_owned()], 3), "{limit}");
    }
}

#[test]
fn errors_of_the_reader_are_returned() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("broken"))
        }
    }
    impl BufRead for Broken {
        fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
            Err(std::io::Error::other("broken"))
        }
        fn consume(&mut self, _: usize) {}
    }
    let mut records = Records::<_, KmdTag>::new(Broken);
    assert_eq!(records.read().expect_err("an error").to_string(), "broken");
    assert_eq!(records.counts().total(), 0);
}

/// The lines are not parsed as anything but text. A benchmark measures that they are not slow.
#[test]
#[cfg_attr(miri, ignore = "a megabyte takes an hour")]
fn hostile_lines_are_parsed() {
    let twice = "%AUTH-3-".repeat(1_000);
    for part in [
        "x",
        "[",
        "]",
        "(",
        "(FPC ",
        "(FPC a) ",
        ":",
        "::",
        "1:",
        "<",
        "<1>",
        " ",
        "\t",
        "\\",
        "\"",
        "[a b=\"",
        "[a b=\"c\"]",
        "\\\"",
        "re0 ",
        "kmd[",
        "kmd: ",
        "KMD_",
        "KMD_X: ",
        " from ",
        " from 1::",
        " from ::1 is up.",
        "\u{feff}",
        "é",
    ] {
        let many = part.repeat(20_000 / part.len());
        for before in [
            "",
            "<30>1 - - kmd - KMD_VPN_UP_ALARM_USER ",
            "<30>1 - - kmd - KMD_VPN_UP_ALARM_USER [junos@2636 vpn-name=\"",
            "Aug  3 10:18:44 ",
            "Aug  3 10:18:44 fw kmd[7]: ",
            "kmd: KMD_VPN_UP_ALARM_USER: VPN ",
            "kmd: KMD_VPN_UP_ALARM_USER: VPN a from ",
            "kmd: KMD_PM_UNKNOWN_QM_NOTIFICATION: Unknown Quick mode notification ",
            "kmd: KMD_PM_LIFETIME_UNITS_INVALID: Phase 2 lifetime notification message from remote peer ",
            "kmd: KMD_PM_PHASE2_POLICY_LOOKUP_FAIL: Unable to retrieve policy for Phase 2 from ",
            &twice,
        ] {
            let line = format!("{before}{many}");
            let record = KmdRecord::parse(&line);
            match record.outcome() {
                Outcome::Event { event, rest, .. } => {
                    assert_eq!(format!("{event}{rest}"), record.text(), "{before}{part}");
                }
                Outcome::Mismatch { reason, .. } => {
                    assert_ne!(*reason, ParseEventError::TooAmbiguous, "{before}{part}");
                    assert!(reason.to_string().len() < 1_000, "{reason}");
                }
                _ => assert!(record.event().is_none()),
            }
        }
    }
}
