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
//! With `tracing_subscriber::fmt`, this prints after the time:
//!
//! ```text
//!  INFO kmd: VPN hq from 203.0.113.77 is up. tag="KMD_VPN_UP_ALARM_USER" vpn_name="hq" remote_address=203.0.113.77
//! ```

mod emit_text;

pub(crate) use self::emit_text::emit_text;
pub use self::emit_text::level;

use crate::Event;

/// Emits an event for the current subscriber.
pub fn emit(event: &dyn Event) {
    event.emit_to_tracing();
}
