//! A crate that uses kmd-events without the standard library.

#![no_std]
#![deny(warnings)]

extern crate alloc;

use alloc::string::{String, ToString as _};
use core::net::IpAddr;

use kmd_events::sink::{Sink, SinkError};
use kmd_events::{Event, KmdEvent, kmd_event, kmd_log};

/// A catalog of this crate.
pub mod own {
    kmd_events::catalog!("../foreign/app.yaml", in crate::own);
}

/// A catalog with every type.
pub mod lab {
    kmd_events::catalog!("../foreign/lab.yaml", in crate::lab);
}

/// Returns an event that borrows.
pub fn up(name: &str, peer: IpAddr) -> KmdEvent<'_> {
    kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: name, remote_address: peer })
}

/// Returns the text of that event and of an event of the crate's own catalog.
#[must_use]
pub fn texts(name: &str, peer: IpAddr) -> [String; 2] {
    [up(name, peer).to_string(), own::app_event!(APP_STARTED).to_string()]
}

/// Returns the text of an event with a formatted value, and that of one with an enum and no operator.
#[must_use]
pub fn formatted_texts(reason: &dyn core::fmt::Display) -> [String; 2] {
    let phase = lab::values::Phase::Idle;
    [lab::lab_event!(LAB_LOST { %reason }).to_string(), lab::lab_event!(LAB_OPERATOR { phase }).to_string()]
}

/// Logs an event to the sink of the caller.
///
/// # Errors
///
/// Returns an error if the sink returns one.
pub fn log(sink: &dyn Sink, name: &str, peer: IpAddr) -> Result<(), SinkError> {
    kmd_log!(sink, KMD_VPN_UP_ALARM_USER { vpn_name: name, remote_address: peer })?;
    own::app_log!(sink, APP_STARTED)
}

/// A sink of this crate, which keeps the number of events.
#[derive(Default)]
pub struct Count(core::sync::atomic::AtomicUsize);

impl Sink for Count {
    fn log(&self, _: &dyn Event) -> Result<(), SinkError> {
        self.0.fetch_add(1, core::sync::atomic::Ordering::Relaxed);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn events_are_logged_without_std() {
        use kmd_events::sink::{Fanout, Filter};

        let count = super::Count::default();
        let sink = Fanout::new().with(&count).with(Filter::new(&count).with_facilities(&[]));
        assert!(super::log(&sink, "hq", core::net::Ipv4Addr::LOCALHOST.into()).is_ok());
        assert_eq!(count.0.load(core::sync::atomic::Ordering::Relaxed), 2);
    }

    #[test]
    fn events_print_without_std() {
        let peer = core::net::Ipv4Addr::LOCALHOST.into();
        assert_eq!(super::texts("hq", peer), ["VPN hq from 127.0.0.1 is up.", "Started"]);
        let texts = super::formatted_texts(&peer);
        assert_eq!(texts, ["bench lost: 127.0.0.1", "Operator Not-Available of idle"]);
    }
}
