//! The catalog of `iked`, the Junos process for IKE and IPsec that replaces `kmd` on newer platforms and releases.
//!
//! The items are like those of `kmd` in the root of the crate. [`messages`](crate::guide::messages#messages-of-iked) lists
//! the messages.
//!
//! The following example builds an event and parses a line of a log:
//!
//! ```
//! use kmd_events::iked::{IkeRecord, IkeTag, ike_event};
//! use std::net::Ipv4Addr;
//!
//! let peer = Ipv4Addr::new(203, 0, 113, 77);
//! let event = ike_event!(IKE_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: peer });
//! assert_eq!(event.to_string(), "VPN hq from 203.0.113.77 is up.");
//!
//! let line = "Jun  1 10:00:00  fw1 iked[7]: IKE_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up.";
//! let record = IkeRecord::parse(line);
//! assert_eq!(record.event(), Some(&event));
//! assert_eq!(IkeTag::VpnUpAlarmUser.message().since(), Some("Junos OS 22.4R3 or earlier"));
//! ```

crate::catalog!(pub "iked.yaml", in crate::iked);
