//! Events of `tracing`.
//!
//! An event goes out as one of the [`tracing`] crate, and whatever subscriber the program has
//! shows it, within the span where it was logged:
//!
//! | of the `tracing` event | is |
//! |---|---|
//! | level | that of the severity, see [`level`] |
//! | target | the process, `kmd` |
//! | name | the tag |
//! | `message` | the text |
//! | field `tag` | the tag |
//! | a field a placeholder, `vpn_name` | its value: integers as such, texts and addresses as texts |
//!
//! A placeholder called `tag` or `message` has the field `tag_` or `message_`.
//!
//! Every message has a call site of its own, so a filter that leaves it out costs next to nothing.
//!
//! Subscribers write texts as they get them, and some write lines. So control characters become `#` and three
//! octal digits, `#012` for a line break, as rsyslog writes them: no value can forge a second line.
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
//! is with `tracing_subscriber::fmt`, behind the time:
//!
//! ```text
//!  INFO kmd: VPN hq from 203.0.113.77 is up. tag="KMD_VPN_UP_ALARM_USER" vpn_name="hq" remote_address=203.0.113.77
//! ```

use ::tracing::Level;

use crate::format::escape_control;
use crate::{Event, Message, Severity};

/// Hands an event to the current subscriber.
pub fn emit(event: &dyn Event) {
    event.emit_to_tracing();
}

/// An event without its placeholders.
pub(crate) fn emit_text(message: &Message, text: &dyn core::fmt::Display) {
    let (tag, text) = (message.tag(), escape_control(text));
    match level(message.severity()) {
        Level::ERROR => ::tracing::error!(tag, "{text}"),
        Level::WARN => ::tracing::warn!(tag, "{text}"),
        Level::INFO => ::tracing::info!(tag, "{text}"),
        Level::DEBUG => ::tracing::debug!(tag, "{text}"),
        Level::TRACE => ::tracing::trace!(tag, "{text}"),
    }
}

/// The level of a severity: `ERROR` from emergency to error, `WARN`, `INFO` for notice and info, `DEBUG`.
///
/// ```
/// use kmd_events::{Severity, tracing::level};
///
/// assert_eq!(level(Severity::Critical), tracing::Level::ERROR);
/// assert_eq!(level(Severity::Notice), tracing::Level::INFO);
/// ```
#[must_use]
pub const fn level(severity: Severity) -> Level {
    match severity {
        Severity::Emergency | Severity::Alert | Severity::Critical | Severity::Error => {
            Level::ERROR
        }
        Severity::Warning => Level::WARN,
        Severity::Notice | Severity::Info => Level::INFO,
        Severity::Debug => Level::DEBUG,
    }
}
