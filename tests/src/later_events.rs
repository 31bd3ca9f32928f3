//! One event of every later message of `kmd`, and the alarms with their tails.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use kmd_events::values::Argument1;
use kmd_events::{KmdEvent, kmd_event};

const LOCAL: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 4));
const REMOTE: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 77));
const TUNNEL: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 9, 0, 2));
const REMOTE_V6: IpAddr = IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 7));

/// Returns the 13 later events of `kmd` in the order of the catalog.
pub fn all() -> Vec<KmdEvent<'static>> {
    vec![
        kmd_event!(KMD_CONFIG_DOWNLOAD_PROCESSED { first_message: 3, last_message: 9 }),
        kmd_event!(KMD_CONFIG_DOWNLOAD_TIME { seconds: Duration::from_secs(2) }),
        kmd_event!(KMD_DPD_PEER_DOWN { remote_address: REMOTE }),
        kmd_event!(KMD_IKE_NEGOTIATION_COMPLETED {
            ike_version: 2,
            vpn_name: Some("hq"),
            gateway_name: Some("gw-hq"),
            local_address: Some(LOCAL),
            local_port: Some(500),
            remote_address: Some(REMOTE),
            remote_port: Some(4500),
            local_ike_id: Some("branch-7.example"),
            remote_ike_id: Some("hq.example"),
            vr_id: Some(5),
            negotiation_role: Some("Initiator")
        }),
        kmd_event!(KMD_IKE_NEGOTIATION_FAILED {
            reason: "Timed out",
            ike_version: 1,
            vpn_name: Some("hq"),
            gateway_name: Some("gw-hq"),
            local_address: Some(LOCAL),
            local_port: Some(500),
            remote_address: Some(REMOTE),
            remote_port: Some(4500),
            local_ike_id: None,
            remote_ike_id: None,
            vr_id: Some(5),
            negotiation_role: Some("Responder")
        }),
        kmd_event!(KMD_IKE_PHASE1_DONE {
            negotiation_role: "responder",
            local_peer: "ipv4(udp:500,[0..3]=198.51.100.4)",
            remote_peer: "fqdn(udp:500,[0..15]=gw7.example.net)"
        }),
        kmd_event!(KMD_IKE_PHASE1_LOOKUP_FAILED { negotiation_role: "Responder" }),
        kmd_event!(KMD_INTERNAL_ERROR { function: "send_to_spu", error_message: "queue full" }),
        kmd_event!(KMD_IPSEC_NEGOTIATION_FAILED {
            reason: "No proposal chosen",
            ike_version: 2,
            vpn_name: Some("hq"),
            gateway_name: Some("gw-hq"),
            local_address: Some(LOCAL),
            local_port: Some(500),
            remote_address: Some(REMOTE_V6),
            remote_port: Some(4500),
            local_ike_id: Some("branch-7.example"),
            remote_ike_id: Some("hq.example"),
            vr_id: Some(5),
            negotiation_role: Some("Initiator")
        }),
        kmd_event!(KMD_PM_SA_ESTABLISHED {
            local_address: LOCAL,
            remote_address: REMOTE,
            local_initiator: "ipv4_subnet(any:0,[0..7]=10.1.0.0/16)",
            remote_responder: "ipv4_subnet(any:0,[0..7]=10.4.0.0/16)",
            argument1: Argument1::Inbound,
            index1: 0x1234_abcd,
            index2: 0,
            mode: "Tunnel",
            type: "dynamic",
            traffic_selector_name: "ts-1",
            first_forwarding_class: "best-effort"
        }),
        kmd_event!(KMD_VPN_PV_PHASE1 {
            reason: "Invalid cookie",
            spi: "5f00a1c2",
            source_address: REMOTE,
            destination_address: LOCAL
        }),
        kmd_event!(KMD_VPN_PV_PHASE2 {
            reason: "Invalid hash",
            spi: "5f00a1c2",
            source_address: REMOTE,
            destination_address: LOCAL
        }),
        kmd_event!(KMD_VPN_TS_MISMATCH {
            vpn_name: "hq",
            local_selector: "ipv4(10.1.0.0-10.1.255.255)",
            remote_selector: "ipv4(10.4.0.0-10.4.255.255)"
        }),
    ]
}

/// Returns the two alarms of `kmd` with all of their tails.
pub fn alarms() -> [KmdEvent<'static>; 2] {
    [
        kmd_event!(KMD_VPN_DOWN_ALARM_USER {
            vpn_name: "hq",
            remote_address: REMOTE,
            local_address: Some(LOCAL),
            gateway_name: Some("gw-hq"),
            vpn: Some("hq"),
            tunnel_id: Some(131_074),
            tunnel_interface: Some("st0.7"),
            tunnel_address: Some(TUNNEL),
            local_ike_id: Some("branch-7.example"),
            remote_ike_id: Some("hq.example"),
            aaa_username: Some("ada"),
            vr_id: Some(5),
            traffic_selector_name: Some("ts-1"),
            local_selector: Some("ipv4_subnet(any:0,[0..7]=10.1.0.0/16)"),
            remote_selector: Some("ipv4_subnet(any:0,[0..7]=10.4.0.0/16)"),
            sa_type: Some("Static"),
            reason: Some("Peer is dead")
        }),
        kmd_event!(KMD_VPN_UP_ALARM_USER {
            vpn_name: "hq",
            remote_address: REMOTE,
            local_address: Some(LOCAL),
            gateway_name: Some("gw-hq"),
            vpn: Some("hq"),
            tunnel_id: Some(131_074),
            tunnel_interface: Some("st0.7"),
            tunnel_address: None,
            local_ike_id: Some("branch-7.example"),
            remote_ike_id: Some("hq.example"),
            aaa_username: None,
            vr_id: Some(5),
            traffic_selector_name: Some(""),
            local_selector: Some("ipv4_subnet(any:0,[0..7]=10.1.0.0/16)"),
            remote_selector: Some("ipv4_subnet(any:0,[0..7]=10.4.0.0/16)"),
            sa_type: Some("Dynamic")
        }),
    ]
}
