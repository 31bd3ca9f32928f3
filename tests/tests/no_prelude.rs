//! Tests of catalogs and calls in a crate without a prelude.

#![no_implicit_prelude]

use ::kmd_events::{kmd_event, kmd_log};
use ::std::string::ToString as _;

mod types {
    ::kmd_events::catalog!("fixtures/all_types.yaml", in crate::types);
}

#[::core::prelude::v1::test]
fn no_name_of_the_prelude_is_needed() {
    let peer = ::std::net::Ipv4Addr::LOCALHOST;
    let event = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: peer });
    ::std::assert_eq!(event.to_string(), "VPN hq from 127.0.0.1 is up.");
    let event = ::foreign::app_event!(APP_STARTED);
    ::std::assert_eq!(event.to_string(), "Started");
    let event = ::foreign::lab::lab_event!(LAB_LOST { reason: %peer });
    ::std::assert_eq!(event.to_string(), "bench lost: 127.0.0.1");
    let event = ::foreign::lab::lab_event!(LAB_ROUTE { size: 7 });
    ::std::assert_eq!(event.to_string(), "Route of 7");
    let log = [event];
    ::kmd_events::assert_logged!(
        log,
        ::foreign::lab::events::LAB_ROUTE { size: 7, gateway: ::core::option::Option::None, .. }
    );
    let sink = ::kmd_events::sink::Fanout::new();
    ::std::assert!(kmd_log!(sink, KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: peer }).is_ok());
    ::std::assert!(::foreign::lab::lab_log!(sink, LAB_LOST { reason: %peer }).is_ok());
}
