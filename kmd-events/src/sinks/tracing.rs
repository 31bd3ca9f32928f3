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
//! | one field per placeholder, like `vpn_name` | the value, an integer or a string |
//!
//! A placeholder named `tag` or `message` has the field `tag_` or `message_`.
//!
//! Each message has its own call site, so an event that a filter disables costs very little. For a type of your own
//! that implements [`Event`], only the tag and the text are emitted, with the target `kmd_events::tracing`.
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

pub(crate) use self::emit_text::emit_text;
pub use self::emit_text::level;

use ::tracing::level_filters::{LevelFilter, STATIC_MAX_LEVEL};

use crate::sink::{Sink, SinkError};
use crate::{Event, Message};

/// Sends an event to the current subscriber, if it is enabled there.
pub fn emit(event: &dyn Event) {
    event.emit_to_tracing();
}

/// The subscriber of the program as a [`Sink`].
///
/// A message is enabled if its level is. A subscriber can still reject the event, for example because of its target.
/// The subscriber does not report errors, so logging always succeeds.
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
