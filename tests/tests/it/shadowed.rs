//! Tests that a call has the same meaning if the crate shadows names of the prelude.

#![allow(dead_code, unused_macros, reason = "the names are only defined to shadow others")]

mod core {}
mod std {}
mod alloc {}
mod kmd_events {}
mod events {}
mod sink {}
struct String;
struct Option;
struct Some;
struct None;
trait Into {}
trait From {}
trait Event {}
trait Sink {}
struct Result;
struct Ok;
struct KmdEvent;
struct Cow;

macro_rules! format {
    () => {};
}
macro_rules! compile_error {
    () => {};
}

use ::kmd_events::{kmd_event, kmd_log};

#[test]
fn shadowed_names_change_nothing() {
    let peer = ::std::net::Ipv4Addr::LOCALHOST;
    let event = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: peer });
    assert_eq!(event.to_string(), "VPN hq from 127.0.0.1 is up.");
    let event = kmd_event!(KMD_PM_UNSUPPORTED_MODE);
    assert_eq!(event.to_string(), "New group mode not supported currently");
    let sink = ::kmd_events::sink::Fanout::new();
    assert!(kmd_log!(sink, KMD_PM_UNSUPPORTED_MODE).is_ok());
    assert!(kmd_log!(sink, KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: peer }).is_ok());
}
