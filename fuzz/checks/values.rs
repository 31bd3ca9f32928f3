//! The properties of one value of any type in any format. The standard library prints the same text, and the parser reads the
//! value from it.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr, SocketAddrV6};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::{
    DurationUnit, Event as _, FieldType, IpPrefix, LoadedCatalog, Outcome, ParsedEvent, Placeholder, Value,
};

use kmd_tests::lines::is_end_kept;

use crate::frame::PLAIN;
use crate::rendered::{Spec, rendered};

const TYPES: [&str; 28] = [
    "text",
    "text, absent: nil",
    "ip",
    "ip, absent: none",
    "socket",
    "socket, brackets: false",
    "prefix",
    "mac",
    "bool",
    "u8",
    "u16",
    "u32",
    "u64",
    "usize",
    "i8",
    "i16",
    "i32",
    "i64",
    "isize",
    "i64, absent: '-'",
    "f64",
    "f64, absent: unknown",
    "duration, unit: s",
    "duration, unit: ms",
    "duration, unit: us",
    "duration, unit: ns",
    "enum, values: [open, closed, half open]",
    "enum, values: [open, closed], open: true",
];

const TEMPLATES: [&str; 5] = ["{v}", "is {v}", "is {v} now", "{v}/{v}", "{v}: {v}."];

/// The catalogs that were loaded, which are never freed.
static CATALOGS: LazyLock<Mutex<HashMap<String, LoadedCatalog>>> = LazyLock::new(Mutex::default);

/// Checks any bytes. The first two select a type and a template. The format follows up to a line break, and then the bytes of the
/// value.
///
/// # Panics
///
/// Panics if a property does not hold.
pub fn check(bytes: &[u8]) {
    let [chosen_type, chosen_template, rest @ ..] = bytes else { return };
    let Some(end) = rest.iter().position(|&byte| byte == b'\n') else { return };
    let (format, bytes) = rest.split_at(end);
    let Ok(format) = std::str::from_utf8(format) else { return };
    if format.len() > 8 || !format.bytes().all(|byte| b"0123456789#.xXob".contains(&byte)) {
        return;
    }
    let declared = TYPES[usize::from(*chosen_type) % TYPES.len()];
    let template = TEMPLATES[usize::from(*chosen_template & 0x7f) % TEMPLATES.len()];
    let Some(catalog) = catalog(declared, template, format) else { return };
    let Some(&message) = catalog.messages().first() else { return };
    let Some(placeholder) = message.placeholders().first() else { return };
    let mut bytes = Bytes(&bytes[1..]);
    let text = String::from_utf8_lossy(bytes.0);
    let value = match placeholder.field_type() {
        _ if chosen_template >> 7 == 1 && placeholder.is_optional() => Value::Absent,
        FieldType::Text => Value::Text(&text),
        FieldType::Enum if placeholder.is_open() => Value::Text(&text),
        _ => bytes.value(placeholder),
    };
    let event = ParsedEvent::from_values(message, &[value]).unwrap_or_else(|| panic!("{value:?} of {declared}"));
    let spec = Spec::of(format);
    if let Some(rendered) = rendered(value, placeholder, spec) {
        let expected = template.replace("{v}", &rendered);
        assert_eq!(event.to_string(), expected, "{value:?} of {declared} in {format}");
    }
    reads_back(&catalog, value, spec.precision.is_none(), &event);
}

/// Returns the catalog with one message, or `None` if the type does not have the format.
fn catalog(declared: &str, template: &str, format: &str) -> Option<LoadedCatalog> {
    let colon = if format.is_empty() { "" } else { ":" };
    let template = template.replace("{v}", &format!("{{v{colon}{format}}}"));
    let text = format!(
        "prefix: APP\nprocess: appd\nsd-id: app@32473\n\
         defaults: {{ type: event, severity: info, facility: LOG_USER }}\n\
         placeholders: {{ v: {{ type: {declared}, description: A value. }} }}\n\
         messages: {{ APP_V: {{ template: '{template}', description: An event. }} }}\n"
    );
    let mut catalogs = CATALOGS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(catalog) = catalogs.get(&text) {
        return Some(catalog.clone());
    }
    let catalog = kmd_loader::parse("catalog.yaml", &text).ok()?;
    catalogs.insert(text, catalog.clone());
    Some(catalog)
}

/// Checks that the parser reads the value from a line in each format.
fn reads_back(catalog: &LoadedCatalog, value: Value<'_>, is_exact: bool, event: &ParsedEvent<'_>) {
    let printed = event.to_string();
    let line = format!("appd[7]: APP_V: {printed}");
    if let Value::Text(_) = value {
        // What ends a line is not a part of its text.
        if is_end_kept(&line) && !printed.contains(['\n', '\r']) {
            let record = catalog.parse(&line);
            let Outcome::Event { event: read, rest, .. } = record.outcome() else { panic!("{record:?}") };
            assert_eq!(format!("{read}{rest}"), printed, "{line:?}");
        }
        return;
    }
    let time = Timestamp::new((2026, 4, 2), (6, 30, 0), 0, 0).expect("a time");
    let formatted = Format::ALL.iter().map(|&format| {
        let formatter = Formatter::new(format).with_hostname("gw").expect("a host name");
        (Formatter::format_to_string(&formatter, event, time), !PLAIN.contains(&format))
    });
    // Structured data has the exact value.
    for (line, is_structured) in formatted.chain([(line, false)]) {
        let record = catalog.parse(&line);
        let Outcome::Event { event: read, rest, .. } = record.outcome() else { panic!("{record:?}") };
        assert_eq!((read.to_string(), &**rest), (printed.clone(), ""), "{line}");
        let read = read.value(0).expect("a value");
        let is_nan = |value| matches!(value, Value::Float(float) if float.is_nan());
        let is_same = read == value || is_nan(read) && is_nan(value);
        assert!(is_same || !is_exact && !is_structured, "{value:?} became {read:?} in {line}");
    }
}

/// Bytes that become values.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    /// Returns the next bytes, and zeros after the last one.
    fn next<const N: usize>(&mut self) -> [u8; N] {
        let mut next = [0; N];
        let (taken, rest) = self.0.split_at(N.min(self.0.len()));
        next[..taken.len()].copy_from_slice(taken);
        self.0 = rest;
        next
    }

    fn address(&mut self) -> IpAddr {
        let [kind] = self.next();
        if kind % 2 == 0 { IpAddr::from(self.next::<4>()) } else { IpAddr::from(self.next::<16>()) }
    }

    /// Returns a value of a placeholder of a type other than text.
    fn value(&mut self, placeholder: &Placeholder) -> Value<'static> {
        match placeholder.field_type() {
            FieldType::Ip => Value::Address(self.address()),
            FieldType::Socket => {
                let (address, port) = (self.address(), u16::from_le_bytes(self.next()));
                let scope = u32::from_le_bytes(self.next());
                Value::Socket(match address {
                    IpAddr::V4(_) => SocketAddr::new(address, port),
                    IpAddr::V6(address) => SocketAddrV6::new(address, port, 0, scope).into(),
                })
            }
            FieldType::Prefix => {
                let (address, [length]) = (self.address(), self.next());
                let lengths = if address.is_ipv4() { 33 } else { 129 };
                Value::Prefix(IpPrefix::new(address, length % lengths).expect("a prefix"))
            }
            FieldType::Mac => Value::Mac(self.next()),
            FieldType::Bool => Value::Bool(self.next::<1>()[0] % 2 == 1),
            FieldType::F64 => Value::Float(f64::from_le_bytes(self.next())),
            FieldType::Duration => {
                let nanoseconds = u32::from_le_bytes(self.next()) % 1_000_000_000;
                let duration = Duration::new(u64::from_le_bytes(self.next()), nanoseconds);
                Value::Duration(duration, placeholder.unit().unwrap_or(DurationUnit::Seconds))
            }
            FieldType::Enum => {
                let words = placeholder.words();
                Value::Text(words[usize::from(self.next::<1>()[0]) % words.len()])
            }
            integer => {
                let (least, greatest) = integer.range().expect("an integer");
                let number = i128::from(u64::from_le_bytes(self.next()));
                Value::Integer(least + number % (greatest - least + 1))
            }
        }
    }
}
