//! A sink that sends events to the logger of the [`log`] crate.
//!
//! Each event becomes a record:
//!
//! | part of the record | value |
//! |---|---|
//! | level | the level for the severity, see [`level`] |
//! | target | the process name, `kmd` |
//! | message | the text |
//! | key `tag` | the tag |
//! | one key per placeholder, like `vpn_name` | the value, a number, a `bool` or a string |
//!
//! The keys of the [context](crate::WithContext) follow. A value that is absent has no key. A field named `tag` or `message` has the key `tag_` or `message_`.
//!
//! Most loggers write each record as a line and do not escape its text. So each byte of a control character is replaced
//! by `#` and three octal digits, as in rsyslog: a line feed becomes `#012`. No value can forge a second line.
//!
//! The following example sends an event to the logger:
//!
//! ```
//! use kmd_events::kmd_event;
//! use std::net::Ipv4Addr;
//!
//! let peer = Ipv4Addr::new(203, 0, 113, 77);
//! let event = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: peer });
//! kmd_events::log::emit(&event);
//! ```
//!
//! With `env_logger` and its feature `kv`, the output after the time is:
//!
//! ```text
//! [INFO  kmd] VPN hq from 203.0.113.77 is up. tag=KMD_VPN_UP_ALARM_USER vpn_name=hq remote_address=203.0.113.77
//! ```

use alloc::string::String;
use alloc::vec::Vec;
use core::net::IpAddr;

use ::log::kv::{Error, Key, Source, ToValue as _, VisitSource};
use ::log::{Level, Metadata, Record};

use crate::context_name::param_name;
use crate::format::escape_control;
use crate::sink::{Sink, SinkError};
use crate::{Event, Message, Severity, Value};

/// Sends an event to the logger of the program, if its level is enabled.
pub fn emit(event: &dyn Event) {
    let Some(metadata) = enabled(event.message()) else {
        return;
    };
    ::log::logger().log(
        &Record::builder()
            .metadata(metadata)
            .args(format_args!("{}", escape_control(&event)))
            .key_values(&Pairs::of(event))
            .build(),
    );
}

/// Returns the metadata of a message, if the logger is enabled for it.
fn enabled(message: &Message) -> Option<Metadata<'static>> {
    let level = level(message.severity());
    if level > ::log::STATIC_MAX_LEVEL || level > ::log::max_level() {
        return None;
    }
    let metadata = Metadata::builder().level(level).target(message.catalog().process()).build();
    ::log::logger().enabled(&metadata).then_some(metadata)
}

/// The logger of the program as a [`Sink`].
///
/// A message is enabled if its level and its target are. The logger does not report errors, so logging always succeeds.
///
/// ```
/// use kmd_events::kmd_log;
/// use kmd_events::log::LogSink;
///
/// kmd_log!(LogSink, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" })?;
/// # Ok::<(), kmd_events::sink::SinkError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct LogSink;

impl Sink for LogSink {
    fn is_enabled(&self, message: &Message) -> bool {
        enabled(message).is_some()
    }

    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        emit(event);
        Ok(())
    }

    fn flush(&self) -> Result<(), SinkError> {
        ::log::logger().flush();
        Ok(())
    }
}

/// Returns the level for a severity. `Emergency` to `Error` map to `Error`, `Warning` to `Warn`, `Notice` and `Info` to
/// `Info`, and `Debug` to `Debug`.
///
/// ```
/// use kmd_events::{Severity, log::level};
///
/// assert_eq!(level(Severity::Critical), log::Level::Error);
/// assert_eq!(level(Severity::Notice), log::Level::Info);
/// ```
#[must_use]
pub const fn level(severity: Severity) -> Level {
    match severity {
        Severity::Emergency | Severity::Alert | Severity::Critical | Severity::Error => Level::Error,
        Severity::Warning => Level::Warn,
        Severity::Notice | Severity::Info => Level::Info,
        Severity::Debug => Level::Debug,
    }
}

/// The key-value pairs of a record: the tag and the values of an event.
struct Pairs {
    tag: &'static str,
    fields: Vec<(String, OwnedValue)>,
}

/// Returns the key for a field: the name of the Rust field, with `_` appended if the name is taken by a fixed key. A name that
/// ends with `_`, as that of context can, gets another one.
fn key(name: &str) -> String {
    let mut key = param_name(name).replace('-', "_");
    if matches!(key.trim_end_matches('_'), "tag" | "message") {
        key.push('_');
    }
    key
}

/// A value whose text is escaped.
enum OwnedValue {
    Text(String),
    Address(IpAddr),
    Integer(i128),
    Float(f64),
    Bool(bool),
}

impl Pairs {
    fn of(event: &dyn Event) -> Self {
        let fields = event.fields().filter_map(|(name, value)| {
            let value = match value {
                Value::Absent => return None,
                Value::Text(text) => OwnedValue::Text(escape_control(&text)),
                Value::Address(address) => OwnedValue::Address(address),
                Value::Integer(integer) => OwnedValue::Integer(integer),
                Value::Float(float) => OwnedValue::Float(float),
                Value::Bool(bool) => OwnedValue::Bool(bool),
                other => OwnedValue::Text(escape_control(&other)),
            };
            Some((key(name), value))
        });
        Self { tag: event.message().tag(), fields: fields.collect() }
    }
}

impl Source for Pairs {
    fn visit<'kvs>(&'kvs self, visitor: &mut dyn VisitSource<'kvs>) -> Result<(), Error> {
        visitor.visit_pair(Key::from("tag"), self.tag.to_value())?;
        for (name, value) in &self.fields {
            let value = match value {
                OwnedValue::Text(text) => text.as_str().to_value(),
                OwnedValue::Address(address) => ::log::kv::Value::from_display(address),
                OwnedValue::Integer(integer) => integer.to_value(),
                OwnedValue::Float(float) => float.to_value(),
                OwnedValue::Bool(bool) => bool.to_value(),
            };
            visitor.visit_pair(Key::from_str(name), value)?;
        }
        Ok(())
    }

    fn count(&self) -> usize {
        1 + self.fields.len()
    }
}
