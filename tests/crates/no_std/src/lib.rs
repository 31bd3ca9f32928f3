//! A crate that uses kmd-events without the standard library.

#![no_std]
#![deny(warnings)]

extern crate alloc;

use alloc::string::{String, ToString as _};
use core::net::IpAddr;

use kmd_events::{KmdEvent, kmd_event};

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

#[cfg(test)]
mod tests {
    #[test]
    fn events_print_without_std() {
        let peer = core::net::Ipv4Addr::LOCALHOST.into();
        assert_eq!(super::texts("hq", peer), ["VPN hq from 127.0.0.1 is up.", "Started"]);
        let texts = super::formatted_texts(&peer);
        assert_eq!(texts, ["bench lost: 127.0.0.1", "Operator Not-Available of idle"]);
    }
}
