//! One event of every message of `iked`.

use std::net::{IpAddr, Ipv4Addr};

use kmd_events::iked::{IkeEvent, ike_event, values};

const LOCAL: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 4));
const REMOTE: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 77));
const TUNNEL: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 9, 0, 2));

/// Returns the events of `iked` in the order of the catalog.
pub fn all() -> Vec<IkeEvent<'static>> {
    vec![
        ike_event!(IKE_GATEWAY_DPD_PEER_DEAD {
            gateway_name: "gw-hq",
            local_address: LOCAL,
            local_port: 500,
            remote_address: REMOTE,
            remote_port: 4500,
            role: values::Role::Initiator
        }),
        ike_event!(IKE_GATEWAY_ID_VALIDATION_SUCCESS {
            gateway_name: "gw-hq",
            local_address: LOCAL,
            local_port: 500,
            remote_address: REMOTE,
            remote_port: 4500,
            remote_ike_id: Some("hq.example"),
            username: None,
            ike_version: 2,
            role: values::Role::Responder
        }),
        ike_event!(IKE_VPN_DOWN_ALARM_USER {
            vpn_name: "hq",
            remote_address: REMOTE,
            local_address: Some(LOCAL),
            gateway_name: Some("gw-hq"),
            vpn: Some("hq"),
            tunnel_id: Some(500_027),
            tunnel_type: Some("regular-tunnel"),
            tunnel_interface: Some("st0.7"),
            tunnel_address: Some(TUNNEL),
            local_ike_id: Some("branch-7.example"),
            remote_ike_id: Some("hq.example"),
            aaa_username: None,
            vr_id: Some("root"),
            traffic_selector_name: Some("ts-1"),
            local_selector: Some("ipv4(0,0-65535,10.1.0.0-10.1.255.255)"),
            remote_selector: Some("ipv4(0,0-65535,10.4.0.0-10.4.255.255)"),
            sa_type: Some("dynamic"),
            reason: Some("IPSEC SA VPN Monitor Failure")
        }),
        ike_event!(IKE_VPN_UP_ALARM_USER {
            vpn_name: "hq",
            remote_address: REMOTE,
            local_address: Some(LOCAL),
            gateway_name: Some("gw-hq"),
            vpn: Some("hq"),
            tunnel_id: Some(500_027),
            tunnel_interface: Some("st0.7"),
            tunnel_address: Some(TUNNEL),
            local_ike_id: Some("branch-7.example"),
            remote_ike_id: Some("hq.example"),
            aaa_username: Some("ada"),
            vr_id: Some("root"),
            traffic_selector_name: Some("ts-1"),
            local_selector: Some("ipv4(0,0-65535,10.1.0.0-10.1.255.255)"),
            remote_selector: Some("ipv4(0,0-65535,10.4.0.0-10.4.255.255)"),
            sa_type: Some("dynamic"),
            service_offload: Some("No")
        }),
    ]
}
