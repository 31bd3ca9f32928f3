//! Shows how to build events with `kmd_event!`. The program prints each event as `<PRI>kmd: TAG: text`.
//!
//! ```text
//! $ cargo run --example emit
//! <30>kmd: KMD_VPN_UP_ALARM_USER: VPN hq-branch7 from 203.0.113.77 is up.
//! <35>kmd: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7
//! …
//! ```

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use kmd_events::{KmdEvent, kmd_event};

fn main() {
    // The values that a daemon knows at run time.
    let gateway = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 77));
    let moved_to = Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0x77);
    let vpn_name = String::from("hq-branch7");

    // One event for each priority that the catalog uses.
    line(&kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: &vpn_name, remote_address: gateway }));
    line(&kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" }));
    line(&kmd_event!(KMD_DPD_REMOTE_ADDRESS_CHANGED {
        tunnel_name: format!("{vpn_name}-tunnel"),
        old_address: gateway,
        new_address: moved_to,
    }));
    line(&unsupported("dsa-signatures"));

    // A message without placeholders, a message with unsigned integers, and a message with signed integers.
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

/// Returns an event that borrows its text from the argument.
fn unsupported(key: &str) -> KmdEvent<'_> {
    kmd_event!(KMD_PM_UNSUPPORTED_KEY { type: key })
}

fn line(event: &KmdEvent<'_>) {
    println!("<{}>kmd: {}: {event}", event.priority(), event.tag());
}
