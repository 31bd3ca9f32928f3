//! A sink that sends events to the subscriber of the [`tracing`] crate, in the current span.
//!
//! Each event becomes an event of `tracing`:
//!
//! | part of the `tracing` event | value |
//! |---|---|
//! | level | the level for the severity, see [`level`] |
//! | target | the process name, `kmd` |
//! | name | the tag |
//! | `message` | the text |
//! | field `tag` | the tag |
//! | one field per placeholder, like `vpn_name` | the value, a number, a `bool` or a string |
//! | field `context` | the context, like `request-id=7 user="Ada L"`, if the event has any |
//!
//! A placeholder named `tag`, `message` or `context` has the field `tag_`, `message_` or `context_`.
//!
//! Each message has its own call site, so an event that a filter disables costs very little. An event of any type is emitted
//! at the call site of its message, also a wrapper of your own.
//!
//! The messages of a catalog that is loaded at run time have no call sites of their own: such an event has the target
//! `kmd_events::tracing` and only the fields `tag`, `fields` and `context`. In `fields`, the values are as in `context`, with
//! the names of the placeholders: `vpn-name=hq`.
//!
//! Some subscribers write each event as a line and do not escape its text. So each byte of a control character is
//! replaced by `#` and three octal digits, as in rsyslog: a line feed becomes `#012`. No value can forge a second line.
//!
//! The following example sends an event to the subscriber:
//!
//! ```
//! use kmd_events::kmd_event;
//! use std::net::Ipv4Addr;
//!
//! let peer = Ipv4Addr::new(203, 0, 113, 77);
//! let event = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: peer });
//! kmd_events::tracing::emit(&event);
//! ```
//!
//! With `tracing_subscriber::fmt`, the output after the time is:
//!
//! ```text
//!  INFO kmd: VPN hq from 203.0.113.77 is up. tag="KMD_VPN_UP_ALARM_USER" vpn_name="hq" remote_address=203.0.113.77
//! ```

mod emit_text;

use alloc::string::String;
use core::fmt::Write as _;

pub use self::emit_text::level;

use ::tracing::level_filters::{LevelFilter, STATIC_MAX_LEVEL};

use self::emit_text::emit_text;
use crate::call_site::Emission;
use crate::context_name::param_name;
use crate::format::escape_control;
use crate::sink::{Sink, SinkError};
use crate::{Event, Message, Value};

/// Sends an event to the current subscriber, if it is enabled there.
pub fn emit(event: &dyn Event) {
    let message = event.message();
    let parts = OfEvent(event);
    if let Some(emit) = message.call_site.0 {
        return emit(&parts);
    }
    emit_text(message, &parts, &|| listed(event.fields().take(message.placeholders().len())));
}

/// The parts of an event for its call site.
struct OfEvent<'e>(&'e dyn Event);

impl Emission for OfEvent<'_> {
    fn text(&self) -> String {
        escape_control(&self.0)
    }

    fn value(&self, index: usize) -> Value<'_> {
        self.0.value(index).unwrap_or(Value::Absent)
    }

    fn context(&self) -> Option<String> {
        listed(self.0.fields().skip(self.0.message().placeholders().len()))
    }
}

/// Returns `name=value` for each field that has a value, or `None` if there are no fields. A value with a blank or a quote
/// is in quotes, with `\` before `"` and `\`.
fn listed<'a>(fields: impl Iterator<Item = (&'a str, Value<'a>)>) -> Option<String> {
    let mut out = String::new();
    for (name, value) in fields.filter(|(_, value)| *value != Value::Absent) {
        let blank = if out.is_empty() { "" } else { " " };
        let value = escape_control(&value);
        let is_plain = !value.is_empty() && !value.contains([' ', '"']);
        let value = if is_plain { value } else { quoted(&value) };
        // Writing to a `String` does not fail.
        let _ = write!(out, "{blank}{}={value}", param_name(name));
    }
    (!out.is_empty()).then_some(out)
}

/// Returns a value in quotes.
fn quoted(value: &str) -> String {
    let mut out = String::from("\"");
    for char in value.chars() {
        if matches!(char, '"' | '\\') {
            out.push('\\');
        }
        out.push(char);
    }
    out.push('"');
    out
}

/// The subscriber of the program as a [`Sink`].
///
/// A message is enabled if its level is. A subscriber can still reject the event, for example because of its target.
/// The subscriber does not report errors, so logging always succeeds.
///
/// Without a subscriber, no message is enabled, as `tracing::enabled!` says, too. The feature `log` of `tracing` does not change
/// this; use `log::LogSink` to send events to a logger.
///
/// ```
/// use kmd_events::kmd_log;
/// use kmd_events::tracing::TracingSink;
///
/// kmd_log!(TracingSink, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" })?;
/// # Ok::<(), kmd_events::sink::SinkError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TracingSink;

impl Sink for TracingSink {
    fn is_enabled(&self, message: &Message) -> bool {
        let level = level(message.severity());
        level <= STATIC_MAX_LEVEL && level <= LevelFilter::current()
    }

    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        emit(event);
        Ok(())
    }
}
