//! Builds events and prints them as syslog lines: `<PRI>kmd: TAG: text`, without clock and host.
//!
//! `cargo run --example emit`

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use kmd_events::{KmdEvent, kmd_event};

fn main() {
    // What a daemon knows at run time.
    let gateway = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 77));
    let moved_to = Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0x77);
    let vpn_name = String::from("hq-branch7");

    // One event of each priority of the catalog.
    line(&kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: &vpn_name, remote_address: gateway }));
    line(&kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" }));
    line(&kmd_event!(KMD_DPD_REMOTE_ADDRESS_CHANGED {
        tunnel_name: format!("{vpn_name}-tunnel"),
        old_address: gateway,
        new_address: moved_to,
    }));
    line(&unsupported("dsa-signatures"));

    // A message without placeholders, one with integers, and one whose numbers may be negative.
    line(&kmd_event!(KMD_PM_PROPOSAL_NULL_ESP));
    line(&kmd_event!(KMD_CFG_IF_ID_POOL_NO_ENTRY {
        interface_name: "sp-1/2/0",
        interface_unit: 16_001,
        pool_name: "pool-a",
    }));
    line(&kmd_event!(KMD_PM_UNKNOWN_QM_NOTIFICATION {
        notification_name: "unknown",
        notification_type: "24579",
        length: 28,
        remote_address: gateway,
        remote_port: 500,
        protocol_id: -1,
        size: 4,
        data: "5f00a1c2",
    }));

    println!("\nWith one placeholder forgotten, this program would not compile:\n");
    print!("{}", include_str!("../tests/ui/call/missing_one.stderr"));
}

/// An event can borrow from what it was made of and be handed on.
fn unsupported(key: &str) -> KmdEvent<'_> {
    kmd_event!(KMD_PM_UNSUPPORTED_KEY { type: key })
}

fn line(event: &KmdEvent<'_>) {
    println!("<{}>kmd: {}: {event}", event.priority(), event.tag());
}
