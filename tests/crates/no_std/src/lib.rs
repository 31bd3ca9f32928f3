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

/// Returns an event that borrows.
pub fn up(name: &str, peer: IpAddr) -> KmdEvent<'_> {
    kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: name, remote_address: peer })
}

/// Returns the text of that event and of an event of the crate's own catalog.
#[must_use]
pub fn texts(name: &str, peer: IpAddr) -> [String; 2] {
    [up(name, peer).to_string(), own::app_event!(APP_STARTED).to_string()]
}

#[cfg(test)]
mod tests {
    #[test]
    fn events_print_without_std() {
        let peer = core::net::Ipv4Addr::LOCALHOST.into();
        assert_eq!(super::texts("hq", peer), ["VPN hq from 127.0.0.1 is up.", "Started"]);
    }
}
