//! Tests of the places where a call is allowed and of the uses of its event.

use std::future::Future;
use std::net::{IpAddr, Ipv4Addr};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use kmd_events::{KmdEvent, KmdTag, events, kmd_event};

const UP: &str = "VPN hq from 192.0.2.9 is up.";
const PEER: Ipv4Addr = Ipv4Addr::new(192, 0, 2, 9);

#[test]
fn a_call_has_several_forms() {
    let (vpn_name, remote_address) = ("hq", PEER);
    for event in [
        kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: PEER }),
        kmd_event!(KMD_VPN_UP_ALARM_USER { remote_address: PEER, vpn_name: "hq" }),
        kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name, remote_address }),
        kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name, remote_address: PEER }),
        kmd_event! { KMD_VPN_UP_ALARM_USER { vpn_name, remote_address } },
        kmd_events::kmd_event![KMD_VPN_UP_ALARM_USER { vpn_name, remote_address }],
    ] {
        assert_eq!(event.to_string(), UP);
    }
    for event in [
        kmd_event!(KMD_PM_NEW_GROUP_UNSUPPORTED),
        kmd_event!(KMD_PM_NEW_GROUP_UNSUPPORTED {}),
        kmd_event!(KMD_PM_NEW_GROUP_UNSUPPORTED,),
    ] {
        assert_eq!(event.to_string(), "New Group mode not supported");
    }
}

#[test]
fn temporaries_live_as_long_as_the_call() {
    // In edition 2024, a block would drop the temporaries.
    assert_eq!(
        kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: &format!("h{}", 'q'), remote_address: PEER }).to_string(),
        UP
    );
}

#[test]
fn an_event_borrows_and_is_returned() {
    fn up(name: &str, peer: IpAddr) -> KmdEvent<'_> {
        kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: name, remote_address: peer })
    }
    fn owned(name: &str) -> KmdEvent<'static> {
        kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: name, remote_address: PEER }).into_owned()
    }
    let name = String::from("hq");
    assert_eq!(up(&name, PEER.into()).to_string(), UP);
    let event = owned(&name);
    drop(name);
    assert_eq!(event.to_string(), UP);
}

#[test]
fn calls_work_in_closures_and_async_blocks() {
    let make = |name: &'static str| kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: name, remote_address: PEER });
    assert_eq!(make("hq").to_string(), UP);

    async fn name() -> String {
        "hq".to_owned()
    }
    let event = pin!(async { kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: name().await, remote_address: PEER }) });
    let mut context = Context::from_waker(Waker::noop());
    match event.poll(&mut context) {
        Poll::Ready(event) => assert_eq!(event.to_string(), UP),
        Poll::Pending => panic!("nothing to wait for"),
    }
}

#[test]
fn a_value_may_return_early() {
    fn port(text: &str) -> Result<String, std::num::ParseIntError> {
        Ok(kmd_event!(KMD_PM_NO_LIFE_TYPE { remote_address: PEER, remote_port: text.parse::<u16>()? }).to_string())
    }
    assert!(port("500").is_ok_and(|text| text.contains("192.0.2.9:500 ")));
    assert!(port("70000").is_err());
}

#[test]
fn an_event_can_be_matched_and_destructured() {
    match kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: PEER }) {
        KmdEvent::VpnUpAlarmUser(events::VpnUpAlarmUser { vpn_name, remote_address, .. }) => {
            assert_eq!((&*vpn_name, remote_address), ("hq", IpAddr::V4(PEER)));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_struct_can_be_built_under_either_name() {
    let by_name = events::PmKeyNotSupported { r#type: "dsa".into() };
    let by_tag = events::KMD_PM_KEY_NOT_SUPPORTED { r#type: "dsa".into() };
    assert_eq!(by_name, by_tag);
    assert_eq!(KmdEvent::from(by_name).tag(), KmdTag::PmKeyNotSupported);
    assert_eq!(events::KMD_PM_KEY_NOT_SUPPORTED::TEMPLATE, "Key type {type} not supported");
}

#[test]
fn calls_work_with_a_catalog_of_another_crate() {
    assert_eq!(foreign::app_event!(APP_TWICE { name: "a", r#loop: "b" }).to_string(), "a is a, loop {b} and {braces}");
    assert_eq!(foreign::disk::disk_event!(DISK_FULL { device: 3 }).to_string(), "Disk 3 is full");
}
