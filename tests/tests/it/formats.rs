//! Tests of every format. The expected output was written by hand from the RFCs and the Junos documentation.

use std::net::Ipv4Addr;

use kmd_events::format::{Format, FormatError, Formatter, Timestamp};
use kmd_events::{Event, Facility, KmdRecord, kmd_event};

/// Returns the time of the example in RFC 3164, section 5.4, with a day of one digit and in the time zone of the Junos
/// example.
fn time() -> Timestamp {
    Timestamp::new((2023, 8, 3), (10, 18, 44), 846_059, 10 * 60).expect("a time")
}

fn formatter(format: Format) -> Formatter {
    Formatter::new(format).with_hostname("gw.example.net").expect("a host name").with_pid(14_162)
}

#[test]
fn every_format_renders_a_message_with_values() {
    let event = kmd_event!(KMD_VPN_UP_ALARM_USER {
        vpn_name: r#"hq [7\] "voice""#,
        remote_address: Ipv4Addr::new(203, 0, 113, 77)
    });
    let text = r#"VPN hq [7\] "voice" from 203.0.113.77 is up."#;
    let data = r#"[junos@2636 vpn-name="hq [7\\\] \"voice\"" remote-address="203.0.113.77"]"#;
    let table = [
        (Format::Rfc3164, format!("<30>Aug  3 10:18:44 gw.example.net kmd[14162]: KMD_VPN_UP_ALARM_USER: {text}")),
        (
            Format::Rfc5424,
            format!(
                "<30>1 2023-08-03T10:18:44.846059+10:00 gw.example.net kmd 14162 KMD_VPN_UP_ALARM_USER {data} {text}"
            ),
        ),
        (Format::Junos, format!("Aug  3 10:18:44  gw.example.net kmd[14162]: KMD_VPN_UP_ALARM_USER: {text}")),
        (
            Format::JunosPriority,
            format!("Aug  3 10:18:44  gw.example.net kmd[14162]: %DAEMON-6-KMD_VPN_UP_ALARM_USER: {text}"),
        ),
        (
            Format::JunosStructured,
            format!("<30>1 2023-08-03T10:18:44.846+10:00 gw.example.net kmd 14162 KMD_VPN_UP_ALARM_USER {data} {text}"),
        ),
        (
            Format::JunosBrief,
            format!("<30>1 2023-08-03T10:18:44.846+10:00 gw.example.net kmd 14162 KMD_VPN_UP_ALARM_USER {data}"),
        ),
    ];
    for (format, record) in table {
        assert_eq!(formatter(format).format_to_string(&event, time()), record);
        let mut out = String::from("> ");
        formatter(format).write(&mut out, &event, time()).expect("written");
        assert_eq!(out, format!("> {record}"));
    }
}

#[test]
fn every_format_renders_a_message_without_values_or_header() {
    let event = kmd_event!(KMD_DPD_FAILOVER_NO_TUNNEL_CFG);
    let text = event.to_string();
    let tag = "KMD_DPD_FAILOVER_NO_TUNNEL_CFG";
    let table = [
        (Format::Rfc3164, format!("<35>Aug  3 10:18:44 kmd: {tag}: {text}")),
        (Format::Rfc5424, format!("<35>1 2023-08-03T10:18:44.846059+10:00 - kmd - {tag} - {text}")),
        (Format::Junos, format!("Aug  3 10:18:44  kmd: {tag}: {text}")),
        (Format::JunosPriority, format!("Aug  3 10:18:44  kmd: %AUTH-3-{tag}: {text}")),
        (Format::JunosStructured, format!("<35>1 2023-08-03T10:18:44.846+10:00 - kmd - {tag} - {text}")),
        (Format::JunosBrief, format!("<35>1 2023-08-03T10:18:44.846+10:00 - kmd - {tag} -")),
    ];
    for (format, record) in table {
        assert_eq!(Formatter::new(format).format_to_string(&event, time()), record);
    }
}

#[test]
fn junos_on_the_wire_begins_with_the_priority() {
    let event = kmd_event!(KMD_PM_UNSUPPORTED_KEY { type: "dsa" });
    let tail = "KMD_PM_UNSUPPORTED_KEY: Key type = dsa, not supported";
    let wire = |format| formatter(format).for_transport().format_to_string(&event, time());
    assert_eq!(wire(Format::Junos), format!("<43>Aug  3 10:18:44 gw.example.net kmd[14162]: {tail}"));
    assert_eq!(wire(Format::JunosPriority), format!("<43>Aug  3 10:18:44 gw.example.net kmd[14162]: %SYSLOG-3-{tail}"));
    for format in [Format::Rfc3164, Format::Rfc5424, Format::JunosStructured] {
        assert_eq!(wire(format), formatter(format).format_to_string(&event, time()));
    }
}

/// The first four examples are the valid ones of RFC 5424, section 6.2.3.1. All digits of the fraction are written.
#[test]
fn timestamps_follow_the_rfc() {
    let table = [
        ((1985, 4, 12), (23, 20, 50), 520_000, 0, "1985-04-12T23:20:50.520000Z"),
        ((1985, 4, 12), (19, 20, 50), 520_000, -240, "1985-04-12T19:20:50.520000-04:00"),
        ((2003, 10, 11), (22, 14, 15), 3_000, 0, "2003-10-11T22:14:15.003000Z"),
        ((2003, 8, 24), (5, 14, 15), 3, -420, "2003-08-24T05:14:15.000003-07:00"),
        ((2024, 2, 29), (0, 0, 0), 999_999, 345, "2024-02-29T00:00:00.999999+05:45"),
    ];
    for (date, day, micro, offset, text) in table {
        let time = Timestamp::new(date, day, micro, offset).expect("a time");
        assert_eq!(time.to_string(), text);
    }
    for (date, day, micro, offset) in [
        ((2023, 0, 1), (0, 0, 0), 0, 0),
        ((2023, 13, 1), (0, 0, 0), 0, 0),
        ((2023, 1, 0), (0, 0, 0), 0, 0),
        ((2023, 4, 31), (0, 0, 0), 0, 0),
        ((1900, 2, 29), (0, 0, 0), 0, 0),
        ((10_000, 1, 1), (0, 0, 0), 0, 0),
        ((2023, 1, 1), (24, 0, 0), 0, 0),
        ((2023, 1, 1), (0, 60, 0), 0, 0),
        // RFC 5424, section 6.2.3 does not allow leap seconds.
        ((2023, 1, 1), (0, 0, 60), 0, 0),
        ((2023, 1, 1), (0, 0, 0), 1_000_000, 0),
        ((2023, 1, 1), (0, 0, 0), 0, 1_440),
        ((2023, 1, 1), (0, 0, 0), 0, -1_440),
        ((2023, 1, 1), (0, 0, 0), 0, i16::MIN),
    ] {
        assert_eq!(Timestamp::new(date, day, micro, offset), None, "{date:?} {day:?}");
    }
    assert!(Timestamp::new((2000, 2, 29), (0, 0, 0), 0, -1_439).is_some());
    // The limits of RFC 3339, section 5.7.
    let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (month, days) in (1..).zip(days) {
        let midnight = |day| Timestamp::new((2023, month, day), (0, 0, 0), 0, 0);
        assert!(midnight(1).is_some() && midnight(days).is_some(), "{month}");
        assert_eq!(midnight(days + 1), None, "{month}");
    }
}

#[test]
fn a_header_accepts_the_values_of_the_rfcs() {
    let plain = [Format::Rfc3164, Format::Junos, Format::JunosPriority];
    let structured = [Format::Rfc5424, Format::JunosStructured, Format::JunosBrief];
    let long = |length: usize| "n".repeat(length);
    for &format in Format::ALL {
        let new = || Formatter::new(format);
        for name in ["gw", "gw.example.net", "192.0.2.1", "a-b_c.7", &long(255)] {
            let formatter = new().with_hostname(name).expect(name);
            assert_eq!(formatter.hostname(), Some(name));
        }
        for name in ["", "a b", "a\n", "é", "a\u{7f}", &long(256)] {
            let error = new().with_hostname(name).expect_err(name);
            assert!(matches!(error, FormatError::Hostname(_) | FormatError::PlainHostname(_)));
            assert!(!error.to_string().contains('\n'));
        }
        for name in ["kmd", "/kernel", "postfix/smtpd", &long(32)] {
            new().with_process(name).expect(name);
        }
        for name in ["", "a b", "a\n", "é", &long(49)] {
            new().with_process(name).expect_err(name);
        }
        for name in ["junos@2636", "junos@2636.1.1.1.2.129", &long(32)] {
            new().with_sd_id(name).expect(name);
        }
        for name in ["", "a b", "a=b", "a]", "a\"", "é", &long(33)] {
            new().with_sd_id(name).expect_err(name);
        }
        assert_eq!(new().with_max_len(479), Err(FormatError::MaxLen(479)));
        assert!(new().with_max_len(480).is_ok());
    }
    for format in structured {
        for name in ["[x]:", "2001:db8::1", "gw."] {
            Formatter::new(format).with_hostname(name).expect(name);
        }
        Formatter::new(format).with_process("a[1]:").expect("printable");
        Formatter::new(format).with_process(&long(48)).expect("48");
    }
    for format in plain {
        // Characters that rsyslog accepts in a process name.
        for name in ["kmd:", "kmd[1]", "a,b", "2001:db8::1", "gw-", "gw_", "gw.example.", "-"] {
            Formatter::new(format).with_hostname(name).expect_err(name);
        }
        for name in ["a:b", "a[1]", "a]", &long(33)] {
            Formatter::new(format).with_process(name).expect_err(name);
        }
    }
}

#[test]
fn the_element_is_named_by_the_caller_or_the_catalog() {
    let event = kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: "a" });
    let formatter = formatter(Format::Rfc5424)
        .with_sd_id("junos@2636.1.1.1.2.129")
        .expect("an SD-ID")
        .with_process("kmd2")
        .expect("a name");
    let record = formatter.format_to_string(&event, time());
    assert!(record.contains(" kmd2 14162 KMD_PM_SA_PEER_ABSENT [junos@2636.1.1.1.2.129 sa-name=\"a\"] No active"));
    // Without an `sd-id` in the catalog, there is no element unless the caller names it.
    let event = foreign::app_event!(APP_GEN { gen: "ada" });
    assert_eq!(event.message().catalog().sd_id(), None);
    let record = Formatter::new(Format::Rfc5424).format_to_string(&event, time());
    assert!(record.contains(" APP_GEN - "), "{record}");
    let named = Formatter::new(Format::Rfc5424).with_sd_id("app@32473").expect("an SD-ID");
    let record = named.format_to_string(&event, time());
    assert!(record.contains(" APP_GEN [app@32473 gen=\"ada\"]"), "{record}");
}

#[test]
#[cfg_attr(miri, ignore = "a thousand records take minutes")]
fn a_long_text_is_cut_at_a_character_and_marked() {
    let name = "é".repeat(2_000);
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &name });
    for format in [Format::Rfc3164, Format::Junos, Format::JunosPriority] {
        let record = formatter(format).format_to_string(&event, time());
        assert!((1_021..=1_024).contains(&record.len()), "{}", record.len());
        assert!(record.ends_with("éé..."), "{record}");
    }
    // The value does not fit into the structured data and is omitted, not cut.
    for format in [Format::Rfc5424, Format::JunosStructured] {
        let record = formatter(format).format_to_string(&event, time());
        assert!((2_045..=2_048).contains(&record.len()), "{}", record.len());
        assert!(record.contains(" KMD_PM_SA_PEER_NOT_FOUND - Unable to"), "{record}");
        assert!(record.ends_with("éé..."), "{record}");
    }
    let record = formatter(Format::JunosBrief).format_to_string(&event, time());
    assert!(record.ends_with(" KMD_PM_SA_PEER_NOT_FOUND - ..."), "{record}");

    // The smallest limit is 480 bytes, here with the longest header.
    for &format in Format::ALL {
        let longest = if format.is_structured() { 48 } else { 32 };
        let formatter = Formatter::new(format)
            .with_hostname(&"h".repeat(255))
            .expect("a host name")
            .with_process(&"p".repeat(longest))
            .expect("a process")
            .with_pid(u32::MAX)
            .with_sd_id(&"i".repeat(32))
            .expect("an SD-ID")
            .with_max_len(480)
            .expect("a limit");
        for size in 0..300 {
            let name = "\u{2028}".repeat(size);
            let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &name });
            let record = formatter.format_to_string(&event, time());
            assert!(record.len() <= 480, "{}", record.len());
            assert!(record.contains("KMD_PM_SA_PEER_NOT_FOUND"), "{record}");
        }
    }
}

#[test]
#[cfg_attr(miri, ignore = "a thousand records take minutes")]
fn structured_data_is_complete_up_to_the_limit() {
    let header = "<35>1 2023-08-03T10:18:44.846+10:00 gw.example.net kmd 14162 KMD_PM_SA_PEER_NOT_FOUND ";
    let data = |name: &str| format!("[junos@2636 sa-name=\"{name}\"]");
    let text = |name: &str| format!(" Unable to find active peer for SA {name}");
    for (format, is_brief) in [(Format::JunosStructured, false), (Format::JunosBrief, true)] {
        let formatter = formatter(format).with_max_len(600).expect("a limit");
        let mut lengths = Vec::new();
        for size in 0..600 {
            let name = "n".repeat(size);
            let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &name });
            let text = if is_brief { String::new() } else { text(&name) };
            let whole = format!("{header}{}{text}", data(&name));
            let record = formatter.format_to_string(&event, time());
            if whole.len() <= 600 {
                assert_eq!(record, whole);
                lengths.push(whole.len());
            } else {
                assert!(record.len() <= 600, "{record}");
                let without_data = format!("{header}-{text}");
                assert!(record.ends_with("...") || !is_brief && record == without_data, "{record}");
            }
        }
        // The name occurs twice, or once in a brief message.
        assert!(lengths.iter().any(|length| *length >= 599), "{lengths:?}");
    }
}

#[test]
fn values_leave_half_of_the_space_to_the_text() {
    let header = "<30>1 2023-08-03T10:18:44.846059+10:00 gw.example.net kmd 14162 KMD_VPN_DFBIT_STATUS_MSG ";
    for size in [939, 1_900, 3_000] {
        let name = "n".repeat(size);
        let event = kmd_event!(KMD_VPN_DFBIT_STATUS_MSG { vpn_name: &name, argument: "copy" });
        let record = formatter(Format::Rfc5424).format_to_string(&event, time());
        assert!(record.len() <= 2_048, "{}", record.len());
        let rest = record.strip_prefix(header).expect("the header");
        let (data, text) = rest.split_once("] ").expect("structured data");
        let is_there = size == 939;
        assert_eq!(data.contains("vpn-name"), is_there, "{record}");
        assert!(data.ends_with("argument=\"copy\""), "{record}");
        // The space before the text and a character that would not fit may be missing.
        assert!(text.len() + 2 >= (2_048 - header.len()) / 2, "{record}");
        let said = event.to_string();
        let start = text.strip_suffix("...").expect("a mark");
        assert!(said.starts_with(start), "{record}");
    }
}

#[test]
fn a_brief_message_without_an_element_has_the_text() {
    let event = foreign::app_event!(APP_GEN { gen: "ada" });
    let brief = Formatter::new(Format::JunosBrief);
    let record = brief.format_to_string(&event, time());
    let expected = format!(" APP_GEN - {event}");
    assert!(record.ends_with(&expected), "{record}");
    let named = brief.with_sd_id("app@32473").expect("an SD-ID");
    let record = named.format_to_string(&event, time());
    assert!(record.ends_with(" APP_GEN [app@32473 gen=\"ada\"]"), "{record}");
}

#[test]
fn getters_return_the_settings() {
    let bare = Formatter::new(Format::Rfc5424);
    assert_eq!((bare.process(), bare.pid(), bare.sd_id()), (None, None, None));
    assert_eq!(bare.max_len(), 2_048);
    let full = formatter(Format::Rfc5424)
        .with_process("kmd2")
        .and_then(|formatter| formatter.with_sd_id("a@1"))
        .and_then(|formatter| formatter.with_max_len(500))
        .expect("allowed");
    assert_eq!(full.process(), Some("kmd2"));
    assert_eq!(full.pid(), Some(14_162));
    assert_eq!(full.sd_id(), Some("a@1"));
    assert_eq!(full.max_len(), 500);
}

#[test]
#[cfg_attr(miri, ignore = "a thousand records take minutes")]
fn an_empty_value_needs_space_for_its_name() {
    let formatter = formatter(Format::JunosBrief).with_max_len(480).expect("a limit");
    let mut ends = [0; 2];
    for size in 0..480 {
        let name = "n".repeat(size);
        let event = kmd_event!(KMD_VPN_DFBIT_STATUS_MSG { vpn_name: &name, argument: "" });
        let record = formatter.format_to_string(&event, time());
        assert!(record.len() <= 480, "{record}");
        let is_whole = record.ends_with(" argument=\"\"]");
        assert!(is_whole || record.ends_with("] ..."), "{record}");
        ends[usize::from(is_whole)] += 1;
    }
    assert!(ends.iter().all(|end| *end > 100), "{ends:?}");
}

#[test]
fn a_text_that_fits_is_not_marked_if_the_structured_data_lacks_a_value() {
    // The escaped value is twice as long and does not fit into the structured data. A mark would be read as a part of it.
    let name = "\"".repeat(1_000);
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &name });
    let record = formatter(Format::Rfc5424).format_to_string(&event, time());
    let expected = format!(" - Unable to find active peer for SA {name}");
    assert!(record.ends_with(&expected), "{record}");
    assert_eq!(KmdRecord::parse(&record).event(), Some(&event));
}

#[test]
fn the_limit_can_be_used_completely() {
    let header = "<35>Aug  3 10:18:44 gw.example.net kmd[14162]: KMD_PM_SA_PEER_NOT_FOUND: \
                  Unable to find active peer for SA ";
    for (length, end) in [(0, ""), (1, "n"), (2, "...")] {
        let name = "n".repeat(1_023 - header.len() + length);
        let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &name });
        let record = formatter(Format::Rfc3164).format_to_string(&event, time());
        assert_eq!(record.len(), 1_024.min(header.len() + name.len()));
        assert!(record.ends_with(end));
        assert_eq!(record.ends_with("..."), end == "...");
    }
}

#[test]
fn every_facility_has_a_junos_code() {
    // The numbers of the documentation: kernel 0, user 1, daemon 3, authorization 4, syslog 5, cron 9, authpriv 10, ftp
    // 11, ntp 12, console 14, dfc 17, firewall 19, pfe 20, conflict-log 21, change-log 22, interactive-commands 23.
    let table = [
        "KERN", "USER", "MAIL", "DAEMON", "AUTH", "SYSLOG", "LPR", "NEWS", "UUCP", "CRON", "AUTHPRIV", "FTP", "NTP",
        "SECURITY", "CONSOLE", "CLOCK", "LOCAL0", "DFC", "LOCAL2", "FIREWALL", "PFE", "CONFLICT", "CHANGE", "INTERACT",
    ];
    let tags = foreign::words::WordTag::ALL;
    for ((number, tag), code) in (0..).zip(tags).zip(table) {
        let json = serde_json::json!({ "tag": tag.as_str(), "fields": {} });
        let event: foreign::words::WordEvent = serde_json::from_value(json).expect("an event");
        let record = Formatter::new(Format::JunosPriority).format_to_string(&event, time());
        let severity = event.message().severity().code();
        assert!(record.contains(&format!(": %{code}-{severity}-")), "{record}");
        // The reverse direction.
        let read = foreign::words::WordRecord::parse(&record).facility();
        assert_eq!(read.map(Facility::code), Some(number));
        assert_eq!(Facility::from_junos_code(code), read);
    }
    assert_eq!(tags.len(), table.len());
    for none in ["", "kern", "LOG_KERN", "LOCAL1"] {
        assert_eq!(Facility::from_junos_code(none), None);
    }
}

#[test]
fn an_error_lists_the_valid_values_of_a_header() {
    let (plain, structured) = (Formatter::new(Format::Rfc3164), Formatter::new(Format::Rfc5424));
    let name = "a\nb";
    for (error, text) in [
        (
            structured.clone().with_hostname(name),
            "invalid host name `a\\nb`: expected 1 to 255 printable ASCII characters without spaces",
        ),
        (
            plain.clone().with_hostname(name),
            "invalid host name `a\\nb`: expected 1 to 255 ASCII letters, digits, `.`, `-` or `_`, the last of them a \
             letter or a digit",
        ),
        (
            structured.clone().with_process(name),
            "invalid process name `a\\nb`: expected 1 to 48 printable ASCII characters without spaces",
        ),
        (
            plain.clone().with_process(name),
            "invalid process name `a\\nb`: expected 1 to 32 printable ASCII characters without spaces, `:`, `[` and `]`",
        ),
        (
            structured.with_sd_id(name),
            "invalid SD-ID `a\\nb`: expected 1 to 32 printable ASCII characters without spaces, `=`, `]` and `\"`",
        ),
        (plain.with_max_len(479), "invalid maximum length 479: expected at least 480 bytes"),
    ] {
        assert_eq!(error.expect_err("no header").to_string(), text);
    }
}

#[test]
fn the_name_of_the_host_can_be_left_out() {
    let event = kmd_event!(KMD_PM_UNSUPPORTED_KEY { type: "dsa" });
    let bare = formatter(Format::Rfc3164).without_hostname();
    assert_eq!(bare.hostname(), None);
    assert!(bare.format_to_string(&event, time()).starts_with("<43>Aug  3 10:18:44 kmd[14162]: "));
}

#[test]
fn formats_parse_from_their_names() {
    for &format in Format::ALL {
        assert_eq!(format.to_string().parse(), Ok(format));
    }
    for wrong in ["", "RFC3164", "rfc3164 ", "syslog"] {
        assert_eq!(wrong.parse::<Format>().expect_err(wrong).text(), wrong);
    }
    assert_eq!("a\nb".parse::<Format>().expect_err("no name").to_string(), "unknown format `a\\nb`");
    assert_eq!(format!("{:>9}|{:.3}|", Format::Junos, Format::Rfc5424), "    junos|rfc|");
}

#[test]
fn the_system_clock_is_read() {
    let before = jiff::Timestamp::now();
    let text = Timestamp::now().to_string();
    let after = jiff::Timestamp::now();
    let read: jiff::Timestamp = text.parse().expect("RFC 3339");
    // The clock is truncated to microseconds.
    assert!(read.as_microsecond() >= before.as_microsecond(), "{text}");
    assert!(read <= after, "{text}");
}

#[test]
#[cfg_attr(miri, ignore = "there jiff has no time zones")]
fn a_jiff_time_converts_to_the_same_timestamp() {
    for text in [
        "2023-08-03T10:18:44.846201999+10:00[Australia/Brisbane]",
        "2023-08-03T10:18:44.000001999-03:30[-03:30]",
        "0000-01-01T00:00:00Z[UTC]",
    ] {
        let zoned: jiff::ZonedDateTime = text.parse().expect(text);
        let time = Timestamp::from_zoned(&zoned).expect(text).to_string();
        let read: jiff::Timestamp = time.parse().expect("RFC 3339");
        assert_eq!(read.as_microsecond(), zoned.timestamp().as_microsecond());
    }
    let zoned: jiff::ZonedDateTime = "-000001-12-31T00:00:00Z[UTC]".parse().expect("before Christ");
    assert_eq!(Timestamp::from_zoned(&zoned), None);
}
