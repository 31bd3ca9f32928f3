//! Tests of the values that a call accepts.

#![allow(
    clippy::redundant_closure_call,
    clippy::nonminimal_bool,
    clippy::unnecessary_cast,
    reason = "the tests need unusual expressions"
)]

use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::rc::Rc;
use std::sync::Arc;

use kmd_events::{IntoIp, IntoText, KmdEvent, kmd_event};

fn text(event: &KmdEvent<'_>) -> String {
    event.to_string()
}

fn name<A, B>() -> &'static str
where
    A: Default + std::fmt::Debug,
    B: Default + std::fmt::Debug,
{
    if format!("{:?}{:?}", A::default(), B::default()).is_empty() { "none" } else { "some" }
}

trait Named<A, B> {
    fn named() -> &'static str;
}

struct Thing;

impl Named<u8, Vec<(u8, u16)>> for Thing {
    fn named() -> &'static str {
        "thing"
    }
}

#[test]
fn texts_of_every_type_are_accepted() {
    let owned = String::from("b");
    let borrowed: Cow<'_, str> = Cow::Borrowed("c");
    for event in [
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: "x" }),
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: &String::from("x") }),
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: String::from("x") }),
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: Cow::Borrowed("x") }),
    ] {
        assert_eq!(text(&event), "No active peer found in tunnel configuration block x");
    }
    let _ = kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: &owned });
    let _ = kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: borrowed });
    let _ = kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: owned });
}

#[test]
fn shared_and_boxed_strings_are_accepted() {
    let expected = "No active peer found in tunnel configuration block x";
    let boxed: Box<str> = "x".into();
    let rc: Rc<str> = "x".into();
    let arc: Arc<str> = "x".into();
    let cow: Cow<'_, str> = Cow::Owned(String::from("x"));
    for event in [
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: &"x" }),
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: &boxed }),
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: boxed.clone() }),
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: &rc }),
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: rc.clone() }),
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: &arc }),
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: arc.clone() }),
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: &cow }),
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: cow.clone() }),
    ] {
        assert_eq!(text(&event), expected);
    }
    // Borrowed strings are not copied.
    let event = kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: &arc });
    let KmdEvent::PmSaPeerAbsent(event) = event else {
        panic!("another event");
    };
    assert!(matches!(event.sa_name, Cow::Borrowed(name) if std::ptr::eq(name, &*arc)));
}

struct Tunnel {
    name: String,
    gateway: [u8; 4],
}

impl<'a> IntoText<'a> for &'a Tunnel {
    fn into_text(self) -> Cow<'a, str> {
        Cow::Borrowed(&self.name)
    }
}

impl IntoIp for &Tunnel {
    fn into_ip(self) -> IpAddr {
        self.gateway.into()
    }
}

#[test]
fn types_of_the_user_are_accepted() {
    let tunnel = Tunnel { name: String::from("hq"), gateway: [192, 0, 2, 9] };
    let event = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: &tunnel, remote_address: &tunnel });
    assert_eq!(text(&event), "VPN hq from 192.0.2.9 is up.");
}

#[test]
fn integers_are_inferred() -> Result<(), Box<dyn std::error::Error>> {
    let remote_address = Ipv4Addr::LOCALHOST;
    let port = |event: KmdEvent<'_>| match event {
        KmdEvent::PmNoLifeType(event) => event.remote_port,
        other => panic!("{other:?}"),
    };
    for (event, expected) in [
        (kmd_event!(KMD_PM_NO_LIFE_TYPE { remote_address, remote_port: 5u8.into() }), 5),
        (kmd_event!(KMD_PM_NO_LIFE_TYPE { remote_address, remote_port: "500".parse()? }), 500),
        (kmd_event!(KMD_PM_NO_LIFE_TYPE { remote_address, remote_port: 4500u64.try_into()? }), 4500),
        (kmd_event!(KMD_PM_NO_LIFE_TYPE { remote_address, remote_port: Default::default() }), 0),
    ] {
        assert_eq!(port(event), expected);
    }
    Ok(())
}

#[test]
#[rustfmt::skip]
fn a_field_of_a_tuple_can_be_on_the_next_line() {
    struct Inner { name: &'static str }
    struct Outer(Inner, (u8, Inner));
    let outer = Outer(Inner { name: "x" }, (0, Inner { name: "y" }));
    let event = kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: outer.0.
        name });
    assert_eq!(text(&event), "No active peer found in tunnel configuration block x");
    let event = kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: outer.1.1.
        name });
    assert_eq!(text(&event), "No active peer found in tunnel configuration block y");
}

/// As in a struct literal, the compiler does not report them.
#[test]
#[deny(unused_parens, unused_braces)]
#[rustfmt::skip]
fn a_value_may_be_in_parentheses_or_braces() {
    let event = kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name: ("t"), count: (5) });
    assert_eq!(text(&event), "Number of failover attempts exceeded limit 5 for tunnel t");
    let event = kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name: { "t" }, count: { 5 } });
    assert_eq!(text(&event), "Number of failover attempts exceeded limit 5 for tunnel t");
}

#[test]
fn addresses_of_every_type_are_accepted() {
    let new_address = Ipv6Addr::LOCALHOST;
    let event = kmd_event!(KMD_DPD_REMOTE_ADDRESS_CHANGED {
        tunnel_name: "t",
        old_address: Ipv4Addr::new(192, 0, 2, 9),
        new_address,
    });
    assert_eq!(text(&event), "Remote peer address for tunnel t changed from 192.0.2.9 to ::1");
    let event = kmd_event!(KMD_DPD_REMOTE_ADDRESS_CHANGED {
        tunnel_name: "t",
        old_address: &Ipv4Addr::new(192, 0, 2, 9),
        new_address: &new_address,
    });
    assert_eq!(text(&event), "Remote peer address for tunnel t changed from 192.0.2.9 to ::1");
    let old_address = IpAddr::V6(Ipv6Addr::UNSPECIFIED);
    let event = kmd_event!(KMD_DPD_REMOTE_ADDRESS_CHANGED { tunnel_name: "t", old_address, new_address: old_address });
    assert_eq!(text(&event), "Remote peer address for tunnel t changed from :: to ::");
}

#[test]
fn integers_in_every_notation_are_accepted() {
    let count = |event: KmdEvent<'_>| match event {
        KmdEvent::DpdFailoverMaxAttempts(event) => event.count,
        other => panic!("{other:?}"),
    };
    let five: u32 = 5;
    let tunnel_name = "t";
    assert_eq!(count(kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: 500 })), 500);
    assert_eq!(count(kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: 500u32 })), 500);
    assert_eq!(count(kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: 0xFFFF_FFFF })), u32::MAX);
    assert_eq!(count(kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: 0b101 })), 5);
    assert_eq!(count(kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: five })), 5);
    assert_eq!(count(kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: 2 + 3 })), 5);
    assert_eq!(count(kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: five << 1 })), 10);
    assert_eq!(count(kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: u32::from(5u8) })), 5);
    assert_eq!(count(kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: "5".parse::<u32>().unwrap() })), 5);
}

#[test]
fn a_negative_integer_is_accepted_if_the_type_is_signed() {
    for (event, expected) in [
        (
            foreign::app_event!(APP_INTEGERS {
                a: 255,
                b: 65_535,
                c: 4_294_967_295,
                d: 18_446_744_073_709_551_615,
                e: -128,
                f: -32_768,
                g: -2_147_483_648,
                h: -9_223_372_036_854_775_808
            }),
            "255 65535 4294967295 18446744073709551615 -128 -32768 -2147483648 -9223372036854775808",
        ),
        (
            foreign::app_event!(APP_INTEGERS {
                a: 0,
                b: 0,
                c: 0,
                d: 0,
                e: 127,
                f: 32_767,
                g: 2_147_483_647,
                h: 9_223_372_036_854_775_807
            }),
            "0 0 0 0 127 32767 2147483647 9223372036854775807",
        ),
    ] {
        assert_eq!(event.to_string(), expected);
    }
}

#[test]
fn values_may_contain_commas() {
    let (a, b) = (1, 2);
    let event = kmd_event!(KMD_PM_INCONSISTENT_P2_IDS {
        local_initiator: name::<u8, Vec<u16>>(),
        local_responder: <Thing as Named<u8, Vec<(u8, u16)>>>::named(),
        remote_initiator: (|a, b| if a < b { "less" } else { "more" })(a, b),
        remote_responder: {
            let (smaller, list) = (a < b, [a, b]);
            if smaller { format!("{list:?}, {}", a) } else { String::new() }
        },
    });
    assert_eq!(
        text(&event),
        "Inconsistent phase-2 (IPsec) identities, local : initiator = some responder = thing \
         remote : initiator = less responder = [1, 2], 1"
    );
}

#[test]
fn values_may_contain_operators_that_look_like_brackets() {
    let (a, b, name) = (1_u32, 2_u32, "t");
    let event = kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS {
        count: if a < b || b > a { a as u32 } else { b },
        tunnel_name: if a << 1 >= b { name } else { "u" },
    });
    assert_eq!(text(&event), "Number of failover attempts exceeded limit 1 for tunnel t");
}

#[test]
fn other_macros_can_pass_on_values_and_calls() {
    macro_rules! with_port {
        ($port:expr, $name:ident) => {
            kmd_event!(KMD_PM_NO_LIFE_TYPE { remote_address: $name, remote_port: $port })
        };
    }
    macro_rules! with_all {
        ($tag:ident { $($field:ident: $value:expr),* $(,)? }) => {
            kmd_event!($tag { $($field: $value),* })
        };
    }
    macro_rules! with_body {
        ($tag:ident $body:tt) => {
            kmd_event!($tag $body)
        };
    }
    macro_rules! with_call {
        ($call:expr) => {
            kmd_event!($call)
        };
    }
    macro_rules! with_literal {
        ($port:literal) => {
            kmd_event!(KMD_PM_NO_LIFE_TYPE { remote_address: Ipv4Addr::LOCALHOST, remote_port: $port })
        };
    }
    let peer = Ipv4Addr::LOCALHOST;
    let expected = "Quick mode notification from 127.0.0.1:501 contains lifetime duration without corresponding \
                    SA lifetime payload.";
    for event in [
        with_port!(500 + 1, peer),
        with_all!(KMD_PM_NO_LIFE_TYPE { remote_address: peer, remote_port: 501 }),
        with_body!(KMD_PM_NO_LIFE_TYPE { remote_address: peer, remote_port: 501 }),
        with_call!(KMD_PM_NO_LIFE_TYPE { remote_address: peer, remote_port: 501 }),
        with_literal!(501),
    ] {
        assert_eq!(event.to_string(), expected);
    }
}

#[test]
fn a_keyword_is_a_valid_field() {
    let r#type = "dsa";
    for event in [
        kmd_event!(KMD_PM_KEY_NOT_SUPPORTED { type: "dsa" }),
        kmd_event!(KMD_PM_KEY_NOT_SUPPORTED { r#type: "dsa" }),
        kmd_event!(KMD_PM_KEY_NOT_SUPPORTED { r#type }),
        kmd_event!(KMD_PM_KEY_NOT_SUPPORTED { type }),
    ] {
        assert_eq!(event.to_string(), "Key type dsa not supported");
    }
}

#[test]
fn a_keyword_of_a_later_edition_is_a_valid_field() {
    assert_eq!(foreign::app_event!(APP_GEN { r#gen: "x" }).to_string(), "Generation x");
    assert_eq!(foreign::app_event!(APP_GEN { gen: "x" }).to_string(), "Generation x");
}

#[test]
fn values_are_evaluated_once_and_in_order() {
    let mut calls = Vec::new();
    let mut next = |name: &'static str| {
        calls.push(name);
        name
    };
    let event = kmd_event!(KMD_CFG_IF_ID_POOL_NO_ENTRY {
        pool_name: next("pool"),
        interface_unit: 3,
        interface_name: next("interface"),
    });
    assert_eq!(
        event.to_string(),
        "Unable to return logical interface interface.3 to pool pool: no entry in pool for interface"
    );
    assert_eq!(calls, ["pool", "interface"]);
}

/// An unfinished value has any type, as in a struct literal.
#[test]
#[should_panic(expected = "not yet implemented: which one?")]
#[allow(unreachable_code, clippy::diverging_sub_expression, reason = "`todo!()` diverges")]
fn todo_is_accepted_as_a_value() {
    let _ = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: todo!("which one?") });
}
