//! Tests of the run-time types against the tables of RFC 5424, section 6.2.1.

use std::collections::{BTreeSet, HashSet};
use std::net::{IpAddr, Ipv4Addr};

use kmd_events::{Event, Facility, FieldType, KmdEvent, KmdTag, MessageKind, Severity, Value, events, kmd_event};

#[test]
fn severities_have_their_codes_and_names() {
    let table = ["emergency", "alert", "critical", "error", "warning", "notice", "info", "debug"];
    assert_eq!(Severity::ALL.map(Severity::as_str), table);
    for (code, severity) in (0..).zip(Severity::ALL) {
        assert_eq!(severity.code(), code);
        assert_eq!(Severity::from_code(code), Some(severity));
    }
    assert_eq!(Severity::from_code(8), None);
    assert!(Severity::ALL.is_sorted());
    assert!(Severity::Emergency < Severity::Debug);
}

#[test]
fn facilities_have_their_codes_and_names() {
    let table = [
        "LOG_KERN",
        "LOG_USER",
        "LOG_MAIL",
        "LOG_DAEMON",
        "LOG_AUTH",
        "LOG_SYSLOG",
        "LOG_LPR",
        "LOG_NEWS",
        "LOG_UUCP",
        "LOG_CRON",
        "LOG_AUTHPRIV",
        "LOG_FTP",
        "LOG_NTP",
        "LOG_SECURITY",
        "LOG_CONSOLE",
        "LOG_CLOCK",
        "LOG_LOCAL0",
        "LOG_LOCAL1",
        "LOG_LOCAL2",
        "LOG_LOCAL3",
        "LOG_LOCAL4",
        "LOG_LOCAL5",
        "LOG_LOCAL6",
        "LOG_LOCAL7",
    ];
    assert_eq!(Facility::ALL.map(Facility::as_str), table);
    for (code, facility) in (0..).zip(Facility::ALL) {
        assert_eq!(facility.code(), code);
        assert_eq!(Facility::from_code(code), Some(facility));
    }
    assert_eq!(Facility::from_code(24), None);
}

#[test]
fn priorities_are_facility_times_eight_plus_severity() {
    // The four priorities of the catalog and the two examples of RFC 5424, section 6.2.1.
    assert_eq!(KmdTag::PmKeyNotSupported.priority(), 35);
    assert_eq!(KmdTag::DpdRemoteAddressChanged.priority(), 37);
    assert_eq!(KmdTag::PmUnsupportedKey.priority(), 43);
    assert_eq!(KmdTag::VpnUpAlarmUser.priority(), 30);
    assert_eq!(Facility::Kern.priority(Severity::Emergency), 0);
    assert_eq!(Facility::Local4.priority(Severity::Notice), 165);
    assert_eq!(Facility::Local7.priority(Severity::Debug), 191);
    let priorities: BTreeSet<u8> = KmdTag::ALL.iter().map(|tag| tag.priority()).collect();
    // 27 is that of later messages: 8 × 3 + 3.
    assert_eq!(priorities, BTreeSet::from([27, 30, 35, 37, 43]));
}

#[test]
fn every_keyword_is_a_variant() {
    // `words.yaml` has a message for each keyword. The tables of the macro and these types must agree.
    let severities: Vec<Severity> = foreign::words::WordTag::ALL.iter().map(|tag| tag.severity()).collect();
    let facilities: Vec<Facility> = foreign::words::WordTag::ALL.iter().map(|tag| tag.facility()).collect();
    assert_eq!(severities[..8], Severity::ALL);
    assert_eq!(facilities, Facility::ALL);
    let kinds: Vec<MessageKind> = foreign::words::WordTag::ALL.iter().map(|tag| tag.kind()).collect();
    assert_eq!(kinds[..2], [MessageKind::Error, MessageKind::Event]);
    let types: Vec<FieldType> =
        foreign::AppTag::Integers.placeholders().iter().map(|placeholder| placeholder.field_type()).collect();
    assert_eq!(
        types,
        [
            FieldType::U8,
            FieldType::U16,
            FieldType::U32,
            FieldType::U64,
            FieldType::I8,
            FieldType::I16,
            FieldType::I32,
            FieldType::I64
        ]
    );
}

#[test]
fn keywords_print_as_in_the_catalog() {
    let field_types = [
        (FieldType::Text, "text", None),
        (FieldType::Ip, "ip", None),
        (FieldType::U8, "u8", Some((0, 255))),
        (FieldType::U16, "u16", Some((0, 65_535))),
        (FieldType::U32, "u32", Some((0, 4_294_967_295))),
        (FieldType::U64, "u64", Some((0, 18_446_744_073_709_551_615))),
        (FieldType::I8, "i8", Some((-128, 127))),
        (FieldType::I16, "i16", Some((-32_768, 32_767))),
        (FieldType::I32, "i32", Some((-2_147_483_648, 2_147_483_647))),
        (FieldType::I64, "i64", Some((-9_223_372_036_854_775_808, 9_223_372_036_854_775_807))),
    ];
    for (field_type, word, range) in field_types {
        assert_eq!((field_type.as_str(), field_type.range()), (word, range));
        assert_eq!(format!("{field_type:>5}|"), format!("{word:>5}|"));
    }
    for (kind, word) in [(MessageKind::Error, "error"), (MessageKind::Event, "event")] {
        assert_eq!(kind.as_str(), word);
        assert_eq!(format!("{kind:>6}|"), format!(" {word}|"));
    }
    assert_eq!(format!("{:<8}|", Severity::Info), "info    |");
    assert_eq!(format!("{:<9}|", Facility::Ntp), "LOG_NTP  |");
}

#[test]
fn values_print_as_in_a_message() {
    let address = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 9));
    for (value, text) in
        [(Value::Text("a\n"), "a\n"), (Value::Address(address), "192.0.2.9"), (Value::Integer(-7), "-7")]
    {
        assert_eq!(value.to_string(), text);
    }
}

#[test]
fn a_module_is_checked_by_its_path() {
    let check = |path: &str, told: &str| {
        let check = || kmd_events::__private::check_module(path, told, "catalog!(\"a.yaml\"");
        let panic = std::panic::catch_unwind(check).err()?;
        let literal = panic.downcast_ref::<&str>().map(ToString::to_string);
        literal.or_else(|| panic.downcast_ref().cloned())
    };
    for (path, told) in [("app", ""), ("app::log", "log"), ("app::log::daemon", "log::daemon"), ("log::log", "log")] {
        assert_eq!(check(path, told), None, "{path}");
    }
    let root = "at the root of the crate";
    let long = "log::".repeat(300);
    for (path, told, found, expected) in [
        ("app", "log", root, "in module `crate::log`"),
        ("log", "log", root, "in module `crate::log`"),
        ("app::log", "", "in module `crate::log`", root),
        ("app::log", "lag", "in module `crate::log`", "in module `crate::lag`"),
        ("app::log", "lot", "in module `crate::log`", "in module `crate::lot`"),
        ("app::log", "log::daemon", "in module `crate::log`", "in module `crate::log::daemon`"),
        ("app::log::daemon", "log", "in module `crate::log::daemon`", "in module `crate::log`"),
        ("app::log::daemon", "daemon", "in module `crate::log::daemon`", "in module `crate::daemon`"),
    ] {
        let module = path.split_once("::").map(|(_, module)| format!(", in crate::{module}"));
        let module = module.unwrap_or_default();
        let text = format!("`catalog!` is {found}, not {expected}\nhelp: write `catalog!(\"a.yaml\"{module})`");
        assert_eq!(check(path, told), Some(text));
    }
    // The text is longer than the buffer.
    assert_eq!(check(&long, "log").as_deref(), Some("`catalog!` is in another module"));
}

#[test]
fn structs_have_constants() {
    type Up<'a> = events::VpnUpAlarmUser<'a>;
    assert_eq!(Up::TAG, KmdTag::VpnUpAlarmUser);
    assert_eq!(Up::SEVERITY, Severity::Info);
    assert_eq!(Up::FACILITY, Facility::Daemon);
    assert_eq!(Up::KIND, MessageKind::Event);
    assert_eq!(Up::TEMPLATE, "VPN {vpn-name} from {remote-address} is up.");
    assert_eq!(Up::MESSAGE.tag(), "KMD_VPN_UP_ALARM_USER");
}

#[test]
fn the_event_enum_has_inherent_methods() {
    let event = kmd_event!(KMD_PM_UNSUPPORTED_KEY { type: "dsa" });
    assert_eq!(event.tag(), KmdTag::PmUnsupportedKey);
    assert_eq!(event.severity(), Severity::Error);
    assert_eq!(event.facility(), Facility::Syslog);
    assert_eq!(event.priority(), 43);
}

#[test]
fn struct_and_enum_are_the_same_event() {
    let (old_address, new_address) = (Ipv4Addr::LOCALHOST.into(), Ipv4Addr::UNSPECIFIED.into());
    let inner = events::DpdRemoteAddressChanged { tunnel_name: "hq".into(), old_address, new_address };
    let outer = KmdEvent::from(inner.clone());
    let events: [&dyn Event; 2] = [&inner, &outer];
    for event in events {
        assert_eq!(event.to_string(), "Remote peer address for tunnel hq changed from 127.0.0.1 to 0.0.0.0");
        assert_eq!(event.message().tag(), "KMD_DPD_REMOTE_ADDRESS_CHANGED");
        assert_eq!(event.value(0), Some(Value::Text("hq")));
        assert_eq!(event.value(1), Some(Value::Address(IpAddr::V4(Ipv4Addr::LOCALHOST))));
        assert_eq!(event.value(3), None);
        let mut fields = event.fields();
        assert_eq!(fields.len(), 3);
        assert_eq!(fields.next(), Some(("tunnel-name", Value::Text("hq"))));
        assert_eq!(fields.len(), 2);
        let names: Vec<&str> = event.fields().map(|(name, _)| name).collect();
        assert_eq!(names, ["tunnel-name", "old-address", "new-address"]);
    }
}

#[test]
fn width_and_precision_do_not_affect_the_values() {
    let event = kmd_event!(KMD_PM_NO_LIFE_TYPE { remote_address: Ipv4Addr::LOCALHOST, remote_port: 500 });
    assert_eq!(format!("{event:>300.1}"), event.to_string());
    assert_eq!(format!("{event:+#010}"), event.to_string());
}

/// Short texts are built in a buffer of 512 bytes.
#[test]
fn a_text_of_any_length_is_printed_completely() {
    for size in [0, 400, 490, 512, 513, 10_000] {
        let name = "n".repeat(size);
        let up = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: &name, remote_address: Ipv4Addr::new(192, 0, 2, 9) });
        assert_eq!(up.to_string(), format!("VPN {name} from 192.0.2.9 is up."));
        let failed = kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, tunnel_name: &name });
        assert_eq!(failed.to_string(), format!("Number of failover attempts exceeded limit 5 for tunnel {name}"));
    }
}

#[test]
fn a_text_is_printed_unchanged() {
    let event = kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: "{a}\n\"\u{1b}" });
    assert_eq!(event.to_string(), "No active peer found in tunnel configuration block {a}\n\"\u{1b}");
}

#[test]
fn events_can_be_compared_hashed_and_debugged() {
    let event = |name: &'static str| kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: name });
    assert_eq!(event("a"), event("a").clone());
    assert_ne!(event("a"), event("b"));
    assert_ne!(event("a"), kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a" }));
    let set = HashSet::from([event("a"), event("b"), event("a")]);
    assert_eq!(set.len(), 2);
    assert_eq!(format!("{:?}", event("a")), r#"PmSaPeerAbsent(PmSaPeerAbsent { sa_name: "a" })"#);
    // An owned text equals a borrowed one.
    assert_eq!(event("a").into_owned(), event("a"));
}

#[test]
fn tags_can_be_parsed_printed_and_ordered() {
    assert_eq!("KMD_VPN_UP_ALARM_USER".parse(), Ok(KmdTag::VpnUpAlarmUser));
    for tag in KmdTag::ALL {
        assert_eq!(tag.as_str().parse(), Ok(*tag));
    }
    for wrong in ["", "KMD_", "kmd_vpn_up_alarm_user", "KMD_VPN_UP_ALARM_USER ", "VpnUpAlarmUser"] {
        let error = wrong.parse::<KmdTag>().expect_err(wrong);
        assert_eq!(error.text(), wrong);
        assert_eq!(error.to_string(), format!("unknown tag `{wrong}`"));
    }
    assert_eq!("a\nb".parse::<KmdTag>().expect_err("unknown").to_string(), "unknown tag `a\\nb`");
    assert_eq!(format!("{:>24}|", KmdTag::VpnUpAlarmUser), "   KMD_VPN_UP_ALARM_USER|");
    assert!(KmdTag::ALL.is_sorted());
    let copy = KmdTag::VpnUpAlarmUser;
    assert_eq!(copy, KmdTag::VpnUpAlarmUser);
}

/// The expected values are read by an independent YAML parser.
#[test]
fn the_metadata_has_the_whole_catalog() {
    let kmd: serde_json::Value = serde_norway::from_str(include_str!("../../../catalog.yaml")).expect("YAML");
    let app: serde_json::Value = serde_norway::from_str(include_str!("../../crates/foreign/app.yaml")).expect("YAML");
    let messages = KmdTag::ALL.iter().map(|tag| (&kmd, tag.message()));
    let messages = messages.chain(foreign::AppTag::ALL.iter().map(|tag| (&app, tag.message())));
    let mut wordings = 0;
    for (catalog, message) in messages {
        let tag = message.tag();
        let entry = &catalog["messages"][tag];
        let text = |key: &str| entry[key].as_str().map(str::trim);
        assert_eq!(Some(message.template()), text("template"), "{tag}");
        assert_eq!(Some(message.kind().as_str()), text("type"), "{tag}");
        assert_eq!(Some(message.severity().as_str()), text("severity"), "{tag}");
        assert_eq!(Some(message.facility().as_str()), text("facility"), "{tag}");
        assert_eq!(Some(message.description()), text("description"), "{tag}");
        assert_eq!(message.cause(), text("cause"), "{tag}");
        assert_eq!(message.action(), text("action"), "{tag}");
        assert_eq!(message.note(), text("note"), "{tag}");
        let is_deprecated = entry.get("deprecated").is_some();
        assert_eq!(message.deprecated().is_some(), is_deprecated, "{tag}");
        let also = entry["alternatives"].as_array().into_iter().flatten();
        let also: Vec<&str> = also.filter_map(serde_json::Value::as_str).collect();
        assert_eq!(message.alternatives(), also, "{tag}");
        wordings += also.len();
        for placeholder in message.placeholders() {
            let described = &catalog["placeholders"][placeholder.name()];
            let description = described["description"].as_str().map(str::trim);
            assert_eq!(Some(placeholder.description()), description, "{tag}");
            let own = &entry["placeholders"][placeholder.name()]["type"];
            let field_type = own.as_str().or(described["type"].as_str());
            assert_eq!(Some(placeholder.field_type().as_str()), field_type, "{tag}");
        }
        let known = message.catalog();
        let text = |key: &str| catalog[key].as_str();
        assert_eq!(Some(known.prefix()), text("prefix"));
        assert_eq!(Some(known.process()), text("process"));
        assert_eq!(known.sd_id(), text("sd-id"));
    }
    assert!(wordings > 0, "none has another wording");
    let advice = foreign::AppTag::Old.message().deprecated();
    assert_eq!(advice, Some("use `APP_STARTED`: it says the same"));
}
