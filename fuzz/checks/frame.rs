//! The properties of the syslog messages of any event with any header. Independent parsers check that a value does not
//! change anything but itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use jiff::civil;
use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::{Event, KmdEvent, Value};
use syslog_loose::{Protocol, Variant};
use syslog_rfc5424::message::ProcId;

/// A time as separate numbers.
#[derive(Clone, Copy, Debug)]
pub struct Time {
    /// The year, the month and the day.
    pub date: (u16, u8, u8),
    /// The hour, the minute and the second.
    pub clock: (u8, u8, u8),
    /// The microsecond of the second.
    pub microsecond: u32,
    /// The offset from UTC in minutes.
    pub offset: i16,
}

impl Time {
    /// Returns the timestamp for the formats, or `None` if the time is invalid.
    #[must_use]
    pub fn timestamp(self) -> Option<Timestamp> {
        Timestamp::new(self.date, self.clock, self.microsecond, self.offset)
    }

    fn civil(self) -> civil::DateTime {
        let (year, month, day) = self.date;
        let (hour, minute, second) = self.clock;
        let signed = |part: u8| i8::try_from(part).expect("a part of a time");
        let year = i16::try_from(year).expect("a year");
        let date = civil::date(year, signed(month), signed(day));
        date.at(signed(hour), signed(minute), signed(second), 0)
    }

    /// Returns the Unix time in seconds.
    fn unix(self) -> i64 {
        let epoch = civil::date(1970, 1, 1).at(0, 0, 0, 0);
        self.civil().duration_since(epoch).as_secs() - i64::from(self.offset) * 60
    }
}

static EVENTS: LazyLock<Vec<KmdEvent<'static>>> = LazyLock::new(kmd_tests::events::all);

/// Checks any bytes, which are strings separated by 0xFF. The bytes of the first string select the event, the time and
/// the header. The next strings are the host name, the process name and the SD-ID. The rest are the values of the text
/// fields.
///
/// # Panics
///
/// Panics if a property does not hold.
pub fn check(bytes: &[u8]) {
    let mut pieces = bytes.split(|&byte| byte == 0xff);
    let chosen = pieces.next().unwrap_or_default();
    let chosen = |at: usize| chosen.get(at).copied().unwrap_or_default();
    let mut texts = pieces.map(|piece| String::from_utf8_lossy(piece).into_owned());
    let mut header = || texts.next().unwrap_or_default();
    let (hostname, process, sd_id) = (header(), header(), header());
    let texts: Vec<String> = texts.collect();

    let event = &EVENTS[usize::from(chosen(0)) % EVENTS.len()];
    let event = with_texts(event, &texts);
    let mut time = Time {
        date: (2000 + u16::from(chosen(3)) * 31, chosen(4), chosen(5)),
        clock: (chosen(6), chosen(7), chosen(8)),
        microsecond: u32::from(chosen(9)) * 3_921,
        offset: (i16::from(chosen(10)) - 128) * 11,
    };
    if time.timestamp().is_none() {
        time.date = (2023, 8, 3);
        time.clock = (10, 18, 44);
    }
    for &format in Format::ALL {
        let formatter = Formatter::new(format);
        // Without a host name, the parsers of the plain formats take the process for the host.
        let formatter = match formatter.clone().with_hostname(&hostname) {
            Ok(named) => named,
            Err(_) if PLAIN.contains(&format) => formatter.with_hostname("gw").expect("a host name"),
            Err(_) => formatter,
        };
        let formatter = formatter.clone().with_process(&process).unwrap_or(formatter);
        let formatter = formatter.clone().with_sd_id(&sd_id).unwrap_or(formatter);
        let pid = u32::from(chosen(1));
        let formatter = if pid > 0 || PLAIN.contains(&format) { formatter.with_pid(pid.pow(4)) } else { formatter };
        let limit = 480 + usize::from(chosen(2)) * 8;
        let formatter = if chosen(2) > 0 { formatter.with_max_len(limit).expect("a limit") } else { formatter };
        check_properties(&formatter, &event, time);
        check_properties(&formatter.for_transport(), &event, time);
    }
}

/// Returns the event with its n-th field set to the n-th string if it is a text field.
///
/// # Panics
///
/// Panics if the event cannot be deserialized.
pub fn with_texts(event: &KmdEvent<'_>, texts: &[String]) -> KmdEvent<'static> {
    let mut json = serde_json::to_value(event).expect("JSON");
    for ((name, value), text) in event.fields().zip(texts) {
        if matches!(value, Value::Text(_)) {
            json["fields"][name] = text.clone().into();
        }
    }
    let event: KmdEvent<'_> = serde_json::from_value(json).expect("an event");
    event.into_owned()
}

/// The formats whose lines have the text without structured data.
pub(crate) const PLAIN: [Format; 3] = [Format::Rfc3164, Format::Junos, Format::JunosPriority];

/// Checks the properties of the syslog message of an event. A formatter of a plain format must have a host name and a
/// PID.
///
/// # Panics
///
/// Panics if a property does not hold.
pub fn check_properties(formatter: &Formatter, event: &dyn Event, time: Time) {
    let record = formatter.format_to_string(event, time.timestamp().expect("a time"));
    assert!(record.len() <= formatter.max_len(), "{record}");
    assert!(!record.contains(is_control), "{record:?}");
    if PLAIN.contains(&formatter.format()) {
        plain(&record, formatter, event, time);
    } else {
        structured(&record, formatter, event, time);
    }
}

fn is_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

fn plain(record: &str, formatter: &Formatter, event: &dyn Event, time: Time) {
    let message = event.message();
    let clock = time.civil().strftime("%b %e %H:%M:%S").to_string();
    let after_pri = record.find('>').filter(|_| record.starts_with('<')).map_or(0, |end| end + 1);
    assert_eq!(record.get(after_pri..after_pri + clock.len()), Some(&*clock), "{record}");
    if after_pri == 0 {
        // The parser does not know the format of a line in a file, which has two spaces after the time.
        assert_eq!(record.get(clock.len()..clock.len() + 2), Some("  "), "{record}");
        return;
    }
    let year = i32::from(time.date.0);
    let read = syslog_loose::parse_message_with_year(record, |_| year, Variant::RFC3164);
    assert_eq!(read.protocol, Protocol::RFC3164, "{record}");
    let severity = read.severity.map(|severity| severity as u8);
    assert_eq!(severity, Some(message.severity().code()), "{record}");
    let facility = read.facility.map(|facility| facility as u8);
    assert_eq!(facility, Some(message.facility().code()), "{record}");
    assert_eq!(read.hostname, formatter.hostname(), "{record}");
    assert_eq!(read.appname, formatter.process().or(Some("kmd")), "{record}");
    let pid = formatter.pid().map(|pid| pid.to_string());
    assert_eq!(read.procid, pid.as_deref().map(Into::into), "{record}");
    let text = match formatter.format() {
        Format::JunosPriority if message.is_tagged() => {
            let rest = read.msg.split_once('-').and_then(|(_, rest)| rest.split_once('-'));
            rest.expect("facility and severity").1
        }
        _ => read.msg,
    };
    let text = if message.is_tagged() {
        let text = text.strip_prefix(message.tag()).expect("the tag");
        text.strip_prefix(": ").expect("a colon")
    } else {
        text
    };
    said(event, text, formatter.max_len());
}

fn structured(record: &str, formatter: &Formatter, event: &dyn Event, time: Time) {
    let message = event.message();
    let read = syslog_rfc5424::parse_message(record).unwrap_or_else(|error| panic!("{error}: {record}"));
    assert_eq!(read.severity as u8, message.severity().code(), "{record}");
    assert_eq!(read.facility as u8, message.facility().code(), "{record}");
    assert_eq!(read.version, 1, "{record}");
    assert_eq!(read.timestamp, Some(time.unix()), "{record}");
    let digits = if formatter.format() == Format::Rfc5424 { 1 } else { 1_000 };
    let nanoseconds = time.microsecond / digits * digits * 1_000;
    assert_eq!(read.timestamp_nanos, Some(nanoseconds), "{record}");
    // A single `-` is not a name.
    let name = |name: &str| Some(name.to_owned()).filter(|name| name != "-");
    assert_eq!(read.hostname, formatter.hostname().and_then(name), "{record}");
    assert_eq!(read.appname, name(formatter.process().unwrap_or("kmd")), "{record}");
    assert_eq!(read.msgid.as_deref(), Some(message.tag()), "{record}");
    let pid = formatter.pid().map(|pid| pid.to_string());
    let read_pid = read.procid.map(|pid| match pid {
        ProcId::PID(pid) => pid.to_string(),
        ProcId::Name(name) => name,
    });
    assert_eq!(read_pid, pid, "{record}");
    let (strictly, rest) = crate::structured::read(record).unwrap_or_else(|| panic!("{record}"));
    assert_eq!(rest.strip_prefix(' ').unwrap_or(rest), read.msg, "{record}");
    let parameters = read.sd.values().flatten();
    let parameters: BTreeMap<_, _> = parameters.collect();
    let strictly: BTreeMap<_, _> = strictly.iter().map(|(name, value)| (name, value)).collect();
    assert_eq!(strictly, parameters, "{record}");
    let is_whole = record.len() < formatter.max_len() - 20 && !record.ends_with("...");
    // The text may be whole although the structured data lacks a value. Half of the message is enough for the values that
    // take less than a quarter of it, with their escapes.
    let present: Vec<_> = event.fields().filter(|(_, value)| *value != Value::Absent).collect();
    let length = |value: &Value<'_>| harmless(&value.to_string(), formatter.max_len()).len();
    let length: usize = present.iter().map(|(name, value)| name.len() + length(value)).sum();
    let has_all = is_whole && (formatter.format() == Format::JunosBrief || 4 * (length + 128) < formatter.max_len());
    for (id, parameters) in read.sd.iter() {
        assert_eq!(id, formatter.sd_id().unwrap_or("junos@2636"), "{record}");
        let mut count = 0;
        for (name, value) in &present {
            if let Some(read) = parameters.get(*name) {
                assert_eq!(*read, harmless(&value.to_string(), formatter.max_len()), "{record}");
                count += 1;
            }
        }
        assert_eq!(count, parameters.len(), "{record}");
        assert!(!has_all || count == present.len(), "{record}");
    }
    assert!(read.sd.len() <= 1, "{record}");
    assert!(!has_all || (read.sd.len() == 1) != present.is_empty(), "{record}");
    match formatter.format() {
        Format::JunosBrief if is_whole => assert_eq!(read.msg, "", "{record}"),
        Format::JunosBrief => assert!(matches!(&*read.msg, "" | "..."), "{record}"),
        _ => said(event, &read.msg, formatter.max_len()),
    }
}

/// Checks that a text is that of the event, possibly truncated.
fn said(event: &dyn Event, text: &str, limit: usize) {
    let said = harmless(&event.to_string(), limit);
    // `syslog_loose` removes trailing spaces.
    if text.trim_end() == said.trim_end() {
        return;
    }
    let start = text.strip_suffix("...").unwrap_or_else(|| panic!("{text} is not {said}"));
    assert!(said.starts_with(start), "{text} does not begin {said}");
}

/// Escapes each byte of a control character in octal. At most `limit` characters are escaped, since a syslog message
/// does not have more.
fn harmless(text: &str, limit: usize) -> String {
    let mut all = String::new();
    for character in text.chars().take(limit) {
        if is_control(character) {
            for byte in character.to_string().bytes() {
                write!(all, "#{byte:03o}").expect("a text");
            }
        } else {
            all.push(character);
        }
    }
    all
}
