//! One event of every message of the reference, with a distinct value for every placeholder.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use kmd_events::{KmdEvent, kmd_event};

/// Returns the 91 events of the reference in the order of the catalog, without the tails of later releases.
pub fn all() -> Vec<KmdEvent<'static>> {
    let pool_name = "pool-a";
    let interface_name = "sp-1/2/0";
    let interface_unit = 16_001;
    let tunnel_name = "branch-7";
    let count = 5;
    let remote_address = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 77));
    let remote_port = 4500;
    let local_address = IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 4));
    let local_port = 500;
    let service_set = "ss-vpn";
    let old_address = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 9));
    let new_address = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 10));
    let status = "8197";
    let ike_instance = "ike-0";
    let auth_algorithm_id = "254";
    let transform_id = "3";
    let protocol_name = "AH";
    let remote_peer = "fqdn(udp:500,[0..15]=gw7.example.net)";
    let local_initiator = "ipv4_subnet(any:0,[0..7]=10.1.0.0/16)";
    let local_responder = "ipv4_subnet(any:0,[0..7]=10.2.0.0/16)";
    let remote_initiator = "ipv4_subnet(any:0,[0..7]=10.3.0.0/16)";
    let remote_responder = "ipv4_subnet(any:0,[0..7]=10.4.0.0/16)";
    let units_type = "3 (parsecs)";
    let key_type = "rsa-sig";
    let local_peer = "ipv4(udp:500,[0..3]=198.51.100.4)";
    let negotiation_role = "responder";
    let local_prefix = "10.5.0.0/16";
    let remote_prefix = "10.6.0.0/16";
    let access_profile = "roaming";
    let received_value = "2";
    let expected_value = "1";
    let protocol_id = "99";
    let notification_name = "responder lifetime";
    let notification_type = "24576";
    let length = 28;
    let size = 8;
    let data = "5f 00 a1 c2";
    let sa_name = "sa-branch-7";
    let cipher = "blowfish";
    let pic_slot = "fpc2/pic1";
    let error_message = "timed out";
    let vpn_name = "hq";
    let argument = "copy";
    let invalid_local_address = "198.51.100.300";
    let invalid_remote_address = "0.0.0.0";
    vec![
        kmd_event!(KMD_CFG_IF_ID_POOL_NOT_FOUND { pool_name }),
        kmd_event!(KMD_CFG_IF_ID_POOL_NO_ENTRY { interface_name, interface_unit, pool_name }),
        kmd_event!(KMD_CFG_IF_ID_POOL_NO_INTERFACE { pool_name }),
        kmd_event!(KMD_CFG_IF_ID_POOL_RETURN_FAILED { pool_name }),
        kmd_event!(KMD_DPD_FAILOVER_MANUAL_TUNNEL { tunnel_name }),
        kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count, tunnel_name }),
        kmd_event!(KMD_DPD_FAILOVER_NO_ACTIVE_PEER { tunnel_name }),
        kmd_event!(KMD_DPD_FAILOVER_NO_BACKUP_PEER { tunnel_name }),
        kmd_event!(KMD_DPD_FAILOVER_NO_TUNNEL_CFG),
        kmd_event!(KMD_DPD_IKE_SERVER_NOT_FOUND { remote_address, remote_port, local_address, local_port }),
        kmd_event!(KMD_DPD_INVALID_ADDRESS {
            local_address: invalid_local_address,
            remote_address: invalid_remote_address
        }),
        kmd_event!(KMD_DPD_INVALID_SEQUENCE_NUMBER { remote_address, remote_port, local_address, local_port }),
        kmd_event!(KMD_DPD_NO_LOCAL_ADDRESS { local_address, local_port, service_set }),
        kmd_event!(KMD_DPD_REMOTE_ADDRESS_CHANGED { tunnel_name, old_address, new_address }),
        kmd_event!(KMD_DPD_REMOTE_PEER_NOT_FOUND { remote_address, remote_port, service_set }),
        kmd_event!(KMD_DPD_UNEXPECTED_IKE_STATUS { remote_address, remote_port, status, ike_instance }),
        kmd_event!(KMD_PM_AUTH_ALGORITHM_INVALID { auth_algorithm_id, transform_id, protocol_name, tunnel_name }),
        kmd_event!(KMD_PM_DUPLICATE_LIFE_DURATION { remote_address, remote_port }),
        kmd_event!(KMD_PM_DYNAMIC_SA_INSTALL_FAILED { tunnel_name }),
        kmd_event!(KMD_PM_ENCRYPTION_INVALID { transform_id, tunnel_name }),
        kmd_event!(KMD_PM_IKE_SERVER_LOOKUP_FAILED { remote_peer }),
        kmd_event!(KMD_PM_IKE_SERVER_NOT_FOUND { remote_address, remote_port, service_set }),
        kmd_event!(KMD_PM_IKE_SRV_NOT_FOUND_CREATE { local_address, local_port, remote_address, remote_port }),
        kmd_event!(KMD_PM_IKE_SRV_NOT_FOUND_DELETE { remote_address, remote_port, service_set }),
        kmd_event!(KMD_PM_ILLEGAL_REMOTE_GW_ID { remote_peer, service_set }),
        kmd_event!(KMD_PM_INCONSISTENT_P2_IDS { local_initiator, local_responder, remote_initiator, remote_responder }),
        kmd_event!(KMD_PM_INVALID_LIFE_TYPE { units_type, remote_address, remote_port }),
        kmd_event!(KMD_PM_KEY_NOT_SUPPORTED { type: key_type }),
        kmd_event!(KMD_PM_LIFETIME_DUPLICATE { remote_address, remote_port }),
        kmd_event!(KMD_PM_LIFETIME_LENGTH_UNEQUAL { remote_address, remote_port }),
        kmd_event!(KMD_PM_LIFETIME_NO_DURATION { remote_address, remote_port }),
        kmd_event!(KMD_PM_LIFETIME_TYPE_UNDEFINED { remote_address, remote_port }),
        kmd_event!(KMD_PM_LIFETIME_UNITS_INVALID { remote_address, remote_port, units_type }),
        kmd_event!(KMD_PM_NEW_GROUP_UNSUPPORTED),
        kmd_event!(KMD_PM_NO_LIFETIME { remote_address, remote_port }),
        kmd_event!(KMD_PM_NO_LIFE_TYPE { remote_address, remote_port }),
        kmd_event!(KMD_PM_NO_PROPOSAL_FOR_PHASE1 { local_peer, remote_peer, service_set }),
        kmd_event!(KMD_PM_NO_SPD_PHASE1_FUNC_PTR { service_set }),
        kmd_event!(KMD_PM_P1_POLICY_LOOKUP_FAILURE { negotiation_role, local_peer, remote_peer }),
        kmd_event!(KMD_PM_P2_POLICY_LOOKUP_FAILURE {
            negotiation_role,
            local_peer,
            remote_peer,
            local_prefix,
            remote_prefix
        }),
        kmd_event!(KMD_PM_PHASE1_GROUP_UNREADABLE),
        kmd_event!(KMD_PM_PHASE1_GROUP_UNSPECIFIED),
        kmd_event!(KMD_PM_PHASE1_IKE_SRV_NOT_FOUND { remote_peer }),
        kmd_event!(KMD_PM_PHASE1_NO_IDENTITIES { service_set, local_peer, remote_peer }),
        kmd_event!(KMD_PM_PHASE1_NO_SPD_HANDLER { service_set }),
        kmd_event!(KMD_PM_PHASE1_POLICY_LOOKUP_FAIL { negotiation_role, local_peer, remote_peer }),
        kmd_event!(KMD_PM_PHASE1_POLICY_NOT_FOUND { local_peer, remote_peer, service_set }),
        kmd_event!(KMD_PM_PHASE1_POLICY_SEARCH_FAIL { access_profile, service_set }),
        kmd_event!(KMD_PM_PHASE1_PROTO_INVALID { received_value, expected_value }),
        kmd_event!(KMD_PM_PHASE1_PROTO_NOT_ISAKMP),
        kmd_event!(KMD_PM_PHASE1_PROTO_TWICE { protocol_id }),
        kmd_event!(KMD_PM_PHASE1_TXFORM_INCOMPLETE),
        kmd_event!(KMD_PM_PHASE1_TXFORM_INVALID { received_value, expected_value }),
        kmd_event!(KMD_PM_PHASE2_IDENTITY_MISMATCH {
            local_initiator,
            local_responder,
            remote_initiator,
            remote_responder
        }),
        kmd_event!(KMD_PM_PHASE2_NOTIF_UNKNOWN {
            notification_name,
            notification_type,
            length,
            remote_address,
            remote_port,
            protocol_id,
            size,
            data
        }),
        kmd_event!(KMD_PM_PHASE2_POLICY_LOOKUP_FAIL {
            negotiation_role,
            local_peer,
            remote_peer,
            local_prefix,
            remote_prefix
        }),
        kmd_event!(KMD_PM_PHASE2_SELECTOR_UNDEFINED { sa_name }),
        kmd_event!(KMD_PM_PROPOSAL_NO_AUTH),
        kmd_event!(KMD_PM_PROPOSAL_NO_ENCRYPTION),
        kmd_event!(KMD_PM_PROPOSAL_NO_KEY_LENGTH { cipher }),
        kmd_event!(KMD_PM_PROPOSAL_NULL_ESP),
        kmd_event!(KMD_PM_PROPOSAL_PROTOCOL_INVALID { protocol_id }),
        kmd_event!(KMD_PM_PROTO_INVALID { protocol_id, sa_name }),
        kmd_event!(KMD_PM_PROTO_IPCOMP_UNSUPPORTED { sa_name }),
        kmd_event!(KMD_PM_PROTO_ISAKMP_RESV_UNSUPP { sa_name }),
        kmd_event!(KMD_PM_PROTO_NOT_NEGOTIATED { sa_name }),
        kmd_event!(KMD_PM_REMOTE_PEER_INVALID { remote_peer, service_set }),
        kmd_event!(KMD_PM_SA_CFG_NOT_FOUND { sa_name }),
        kmd_event!(KMD_PM_SA_DELETE_REJECT {
            service_set,
            size,
            local_address,
            local_port,
            remote_address,
            remote_port
        }),
        kmd_event!(KMD_PM_SA_INDEX_GEN_FAILED { sa_name, service_set }),
        kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name }),
        kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name }),
        kmd_event!(KMD_PM_SPI_DELETE_REJECT {
            service_set,
            size,
            local_address,
            local_port,
            remote_address,
            remote_port
        }),
        kmd_event!(KMD_PM_UNEQUAL_PAYLOAD_LENGTH { remote_address, remote_port }),
        kmd_event!(KMD_PM_UNINITIALISE_ERROR { service_set }),
        kmd_event!(KMD_PM_UNINITIALIZE_FAILED { service_set }),
        kmd_event!(KMD_PM_UNKNOWN_P1_IDENTITIES { local_peer, remote_peer, service_set }),
        kmd_event!(KMD_PM_UNKNOWN_PHASE2_ENTITIES { sa_name }),
        kmd_event!(KMD_PM_UNKNOWN_QM_NOTIFICATION {
            notification_name,
            notification_type,
            length,
            remote_address,
            remote_port,
            protocol_id: -7,
            size,
            data
        }),
        kmd_event!(KMD_PM_UNSUPPORTED_KEY { type: key_type }),
        kmd_event!(KMD_PM_UNSUPPORTED_MODE),
        kmd_event!(KMD_SNMP_EXTRA_RESPONSE { pic_slot, error_message }),
        kmd_event!(KMD_SNMP_FATAL_ERROR { error_message }),
        kmd_event!(KMD_SNMP_IKE_SERVER_NOT_FOUND { service_set }),
        kmd_event!(KMD_SNMP_MALLOC_FAILED { pic_slot }),
        kmd_event!(KMD_SNMP_PIC_CONNECTION_FAILED { pic_slot }),
        kmd_event!(KMD_SNMP_PIC_NO_RESPONSE { pic_slot, error_message }),
        kmd_event!(KMD_SNMP_PIC_SLOT_NOT_FOUND { pic_slot }),
        kmd_event!(KMD_VPN_DFBIT_STATUS_MSG { vpn_name, argument }),
        kmd_event!(KMD_VPN_DOWN_ALARM_USER { vpn_name, remote_address }),
        kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name, remote_address }),
    ]
}
