// Written by `UPDATE=1 cargo test -p kmd-benches --test peers`; see generate.rs.

use std::fmt;
use std::net::IpAddr;

use kmd_events::KmdEvent;

#[derive(Debug, thiserror::Error)]
pub enum Thiserror<'a> {
    #[error("Unable to allocate logical interface for IPSec interface from pool {pool_name}: pool not found")]
    CfgIfIdPoolNotFound {
        pool_name: &'a str,
    },
    #[error("Unable to return logical interface {interface_name}.{interface_unit} to pool {pool_name}: no entry in pool for interface")]
    CfgIfIdPoolNoEntry {
        interface_name: &'a str,
        interface_unit: u32,
        pool_name: &'a str,
    },
    #[error("Unable to allocate logical interface for IPSec interface from pool {pool_name}: no interfaces available")]
    CfgIfIdPoolNoInterface {
        pool_name: &'a str,
    },
    #[error("Unable to return logical interface to pool {pool_name}: pool not found")]
    CfgIfIdPoolReturnFailed {
        pool_name: &'a str,
    },
    #[error("Tunnel {tunnel_name} did not fail over: it is manual type")]
    DpdFailoverManualTunnel {
        tunnel_name: &'a str,
    },
    #[error("Number of failover attempts exceeded limit {count} for tunnel {tunnel_name}")]
    DpdFailoverMaxAttempts {
        count: u32,
        tunnel_name: &'a str,
    },
    #[error("Tunnel {tunnel_name} did not fail over: no active peer configured")]
    DpdFailoverNoActivePeer {
        tunnel_name: &'a str,
    },
    #[error("Tunnel {tunnel_name} did not fail over: no backup peer configured")]
    DpdFailoverNoBackupPeer {
        tunnel_name: &'a str,
    },
    #[error("Tunnel did not fail over: tunnel configuration not found")]
    DpdFailoverNoTunnelCfg {
    },
    #[error("Unable to send DPD reply to remote peer {remote_address}:{remote_port}: no IKE server instance for local peer {local_address}:{local_port}")]
    DpdIkeServerNotFound {
        remote_address: IpAddr,
        remote_port: u16,
        local_address: IpAddr,
        local_port: u16,
    },
    #[error("Unable to send DPD reply: local peer {local_address}; remote peer {remote_address}")]
    DpdInvalidAddress {
        local_address: &'a str,
        remote_address: &'a str,
    },
    #[error("Unable to send DPD reply: remote peer {remote_address}:{remote_port} provided invalid zero sequence number to local peer {local_address}:{local_port}")]
    DpdInvalidSequenceNumber {
        remote_address: IpAddr,
        remote_port: u16,
        local_address: IpAddr,
        local_port: u16,
    },
    #[error("Unable to send DPD hello message from local peer {local_address}/{local_port}: address not found in instance {service_set}")]
    DpdNoLocalAddress {
        local_address: IpAddr,
        local_port: u16,
        service_set: &'a str,
    },
    #[error("Remote peer address for tunnel {tunnel_name} changed from {old_address} to {new_address}")]
    DpdRemoteAddressChanged {
        tunnel_name: &'a str,
        old_address: IpAddr,
        new_address: IpAddr,
    },
    #[error("Unable to send DPD reply: DPD entry for remote peer {remote_address}:{remote_port} not found in IKE server instance {service_set}")]
    DpdRemotePeerNotFound {
        remote_address: IpAddr,
        remote_port: u16,
        service_set: &'a str,
    },
    #[error("DPD reply to remote peer {remote_address}:{remote_port} failed with unexpected status {status} for IKE server instance {ike_instance}")]
    DpdUnexpectedIkeStatus {
        remote_address: IpAddr,
        remote_port: u16,
        status: &'a str,
        ike_instance: &'a str,
    },
    #[error("Invalid authentication algorithm {auth_algorithm_id} negotiated in transform {transform_id} for use by {protocol_name} in tunnel {tunnel_name}")]
    PmAuthAlgorithmInvalid {
        auth_algorithm_id: &'a str,
        transform_id: &'a str,
        protocol_name: &'a str,
        tunnel_name: &'a str,
    },
    #[error("Duplicate SA life duration value given in Quick Mode notification from {remote_address}:{remote_port}")]
    PmDuplicateLifeDuration {
        remote_address: IpAddr,
        remote_port: u16,
    },
    #[error("Unable to install dynamic SA for tunnel {tunnel_name}")]
    PmDynamicSaInstallFailed {
        tunnel_name: &'a str,
    },
    #[error("Invalid encryption algorithm negotiated in transform {transform_id} for use by ESP in tunnel {tunnel_name}")]
    PmEncryptionInvalid {
        transform_id: &'a str,
        tunnel_name: &'a str,
    },
    #[error("No IKE server to connect Phase-1 to {remote_peer}")]
    PmIkeServerLookupFailed {
        remote_peer: &'a str,
    },
    #[error("Failed to connect to {remote_address}:{remote_port} as there is no IKE server context available in instance {service_set}")]
    PmIkeServerNotFound {
        remote_address: IpAddr,
        remote_port: u16,
        service_set: &'a str,
    },
    #[error("Local peer {local_address}:{local_port} could not inform remote peer {remote_address}:{remote_port} of SA creation failure: IKE server not found")]
    PmIkeSrvNotFoundCreate {
        local_address: IpAddr,
        local_port: u16,
        remote_address: IpAddr,
        remote_port: u16,
    },
    #[error("Unable to notify remote peer {remote_address}:{remote_port} that SPI was deleted: no IKE server for service set {service_set}")]
    PmIkeSrvNotFoundDelete {
        remote_address: IpAddr,
        remote_port: u16,
        service_set: &'a str,
    },
    #[error("Aborting Phase-1 negotiation. Cannot initiate negotiation with invalid Phase-1 remote {remote_peer} in instance: {service_set}")]
    PmIllegalRemoteGwId {
        remote_peer: &'a str,
        service_set: &'a str,
    },
    #[error("Inconsistent phase-2 (IPsec) identities, local : initiator = {local_initiator} responder = {local_responder} remote : initiator = {remote_initiator} responder = {remote_responder}")]
    PmInconsistentP2Ids {
        local_initiator: &'a str,
        local_responder: &'a str,
        remote_initiator: &'a str,
        remote_responder: &'a str,
    },
    #[error("Invalid life type {units_kind} found in the Quick Mode notification from {remote_address}:{remote_port}")]
    PmInvalidLifeType {
        units_kind: &'a str,
        remote_address: IpAddr,
        remote_port: u16,
    },
    #[error("Key type {kind} not supported")]
    PmKeyNotSupported {
        kind: &'a str,
    },
    #[error("Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} specified duplicate duration")]
    PmLifetimeDuplicate {
        remote_address: IpAddr,
        remote_port: u16,
    },
    #[error("Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} had unequal payload length")]
    PmLifetimeLengthUnequal {
        remote_address: IpAddr,
        remote_port: u16,
    },
    #[error("Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} did not define duration")]
    PmLifetimeNoDuration {
        remote_address: IpAddr,
        remote_port: u16,
    },
    #[error("Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} did not specify life type")]
    PmLifetimeTypeUndefined {
        remote_address: IpAddr,
        remote_port: u16,
    },
    #[error("Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} specified invalid units type {units_kind}")]
    PmLifetimeUnitsInvalid {
        remote_address: IpAddr,
        remote_port: u16,
        units_kind: &'a str,
    },
    #[error("New Group mode not supported")]
    PmNewGroupUnsupported {
    },
    #[error("Duplicate life time payloads present in the notification from {remote_address}:{remote_port}. Dropping the notification.")]
    PmNoLifetime {
        remote_address: IpAddr,
        remote_port: u16,
    },
    #[error("Quick mode notification from {remote_address}:{remote_port} contains lifetime duration without corresponding SA lifetime payload.")]
    PmNoLifeType {
        remote_address: IpAddr,
        remote_port: u16,
    },
    #[error("Aborting Phase-1negotiation. No proposal found to initiatenegotiation between local:{local_peer} and remote {remote_peer} in instance:{service_set}")]
    PmNoProposalForPhase1 {
        local_peer: &'a str,
        remote_peer: &'a str,
        service_set: &'a str,
    },
    #[error("Phase-1 SPD handler is not registered in instance:{service_set}")]
    PmNoSpdPhase1FuncPtr {
        service_set: &'a str,
    },
    #[error("Policy lookup for Phase-1 [{negotiation_role}] failed for p1_local={local_peer} p1_remote={remote_peer}")]
    PmP1PolicyLookupFailure {
        negotiation_role: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
    },
    #[error("Policy lookup for Phase-2 [{negotiation_role}] failed for p1_local={local_peer} p1_remote={remote_peer} p2_local={local_prefix} p2_remote={remote_prefix}")]
    PmP2PolicyLookupFailure {
        negotiation_role: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
        local_prefix: &'a str,
        remote_prefix: &'a str,
    },
    #[error("Unable to read group attributes from IKE Phase 1 proposal")]
    PmPhase1GroupUnreadable {
    },
    #[error("Used DH group 1 because Phase 1 proposal did not specify group")]
    PmPhase1GroupUnspecified {
    },
    #[error("Unable to perform Phase 1 negotiation with remote peer {remote_peer}: no local IKE server")]
    PmPhase1IkeSrvNotFound {
        remote_peer: &'a str,
    },
    #[error("Unable to begin Phase 1 negotiation for local peer {service_set} and remote peer {local_peer} in instance {remote_peer}")]
    PmPhase1NoIdentities {
        service_set: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
    },
    #[error("No Phase 1 SPD handler registered for service set {service_set}")]
    PmPhase1NoSpdHandler {
        service_set: &'a str,
    },
    #[error("Unable to retrieve Phase 1 policy from {negotiation_role} (local peer {local_peer}, remote peer {remote_peer})")]
    PmPhase1PolicyLookupFail {
        negotiation_role: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
    },
    #[error("Unable to find policy for Phase 1 negotiation between local peer {local_peer} and remote peer {remote_peer} in service set {service_set}")]
    PmPhase1PolicyNotFound {
        local_peer: &'a str,
        remote_peer: &'a str,
        service_set: &'a str,
    },
    #[error("No ike-policy found for ike-access-profile: {access_profile}, instance:{service_set}")]
    PmPhase1PolicySearchFail {
        access_profile: &'a str,
        service_set: &'a str,
    },
    #[error("Phase 1 transform specified invalid protocol {received_value} instead of SSH_IKE_PROTOCOL_ISAKMP ({expected_value})")]
    PmPhase1ProtoInvalid {
        received_value: &'a str,
        expected_value: &'a str,
    },
    #[error("Protocol in IKE Phase 1 proposal was not ISAKMP as expected")]
    PmPhase1ProtoNotIsakmp {
    },
    #[error("Phase 1 transform included protocol {protocol_id} twice")]
    PmPhase1ProtoTwice {
        protocol_id: &'a str,
    },
    #[error("Phase 1 transform was missing mandatory attributes")]
    PmPhase1TxformIncomplete {
    },
    #[error("Phase 1 transform specified invalid transform ID {received_value} instead of {expected_value}")]
    PmPhase1TxformInvalid {
        received_value: &'a str,
        expected_value: &'a str,
    },
    #[error("Phase 2 identities did not match: local initiator {local_initiator}, responder {local_responder}; remote initiator {remote_initiator}, responder {remote_responder}")]
    PmPhase2IdentityMismatch {
        local_initiator: &'a str,
        local_responder: &'a str,
        remote_initiator: &'a str,
        remote_responder: &'a str,
    },
    #[error("Unknown Phase 2 notification {notification_name} (type {notification_kind}, size {length} bytes) from {remote_address}:{remote_port} for protocol {protocol_id} (SPI({size})={data})")]
    PmPhase2NotifUnknown {
        notification_name: &'a str,
        notification_kind: &'a str,
        length: u32,
        remote_address: IpAddr,
        remote_port: u16,
        protocol_id: &'a str,
        size: u32,
        data: &'a str,
    },
    #[error("Unable to retrieve policy for Phase 2 from {negotiation_role} (Phase 1 local peer {local_peer}, remote peer {remote_peer}; Phase 2 local peer {local_prefix}, remote peer {remote_prefix})")]
    PmPhase2PolicyLookupFail {
        negotiation_role: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
        local_prefix: &'a str,
        remote_prefix: &'a str,
    },
    #[error("Unable to start Phase 2: No traffic-selector addresses defined for SA {sa_name}")]
    PmPhase2SelectorUndefined {
        sa_name: &'a str,
    },
    #[error("AH proposal did not define authentication algorithm")]
    PmProposalNoAuth {
    },
    #[error("ESP proposal did not define encryption algorithm")]
    PmProposalNoEncryption {
    },
    #[error("Phase 2 proposal did not specify length for variable key-length cipher {cipher}")]
    PmProposalNoKeyLength {
        cipher: &'a str,
    },
    #[error("ESP was negotiated with null encryption and authentication")]
    PmProposalNullEsp {
    },
    #[error("Protocol {protocol_id} in Phase 2 proposal was invalid (was not AH or ESP)")]
    PmProposalProtocolInvalid {
        protocol_id: &'a str,
    },
    #[error("Invalid protocol {protocol_id} was negotiated for SA {sa_name}")]
    PmProtoInvalid {
        protocol_id: &'a str,
        sa_name: &'a str,
    },
    #[error("Unsupported IPComp protocol was negotiated for SA {sa_name}")]
    PmProtoIpcompUnsupported {
        sa_name: &'a str,
    },
    #[error("Unsupported protocol ISAKMP or RESERVED was negotiated for SA {sa_name}")]
    PmProtoIsakmpResvUnsupp {
        sa_name: &'a str,
    },
    #[error("No protocol negotiated for SA {sa_name}")]
    PmProtoNotNegotiated {
        sa_name: &'a str,
    },
    #[error("Phase 1 negotiation failed: remote address {remote_peer} in instance {service_set} is invalid")]
    PmRemotePeerInvalid {
        remote_peer: &'a str,
        service_set: &'a str,
    },
    #[error("Unable to install negotiated Phase 2 values: SA {sa_name} configuration not found")]
    PmSaCfgNotFound {
        sa_name: &'a str,
    },
    #[error("Rejected SA deletion request for service set {service_set}: SPI size ({size}) is not 4 (local peer {local_address}:{local_port}, remote peer {remote_address}:{remote_port})")]
    PmSaDeleteReject {
        service_set: &'a str,
        size: u32,
        local_address: IpAddr,
        local_port: u16,
        remote_address: IpAddr,
        remote_port: u16,
    },
    #[error("Unable to generate pair index for SA {sa_name} in service set {service_set}")]
    PmSaIndexGenFailed {
        sa_name: &'a str,
        service_set: &'a str,
    },
    #[error("No active peer found in tunnel configuration block {sa_name}")]
    PmSaPeerAbsent {
        sa_name: &'a str,
    },
    #[error("Unable to find active peer for SA {sa_name}")]
    PmSaPeerNotFound {
        sa_name: &'a str,
    },
    #[error("IKE Phase-2 delete:In instance {service_set} rejecting request to delete SPI size {size}u != 4 Local gateway {local_address}:{local_port}, Remote gateway {remote_address}:{remote_port}")]
    PmSpiDeleteReject {
        service_set: &'a str,
        size: u32,
        local_address: IpAddr,
        local_port: u16,
        remote_address: IpAddr,
        remote_port: u16,
    },
    #[error("Inconsistent payload lengths in Quick Mode responder life time notification from {remote_address}:{remote_port}")]
    PmUnequalPayloadLength {
        remote_address: IpAddr,
        remote_port: u16,
    },
    #[error("Invalid policy managerhandle to uninitialize {service_set}")]
    PmUninitialiseError {
        service_set: &'a str,
    },
    #[error("Unable to uninitialize service set {service_set}: invalid policy manager handle")]
    PmUninitializeFailed {
        service_set: &'a str,
    },
    #[error("Failed to initiate the Phase-1 negotiation for local:{local_peer} and remote:{remote_peer} in instance:{service_set}")]
    PmUnknownP1Identities {
        local_peer: &'a str,
        remote_peer: &'a str,
        service_set: &'a str,
    },
    #[error("No Phase-2 entities present in tunnel configuration block {sa_name}")]
    PmUnknownPhase2Entities {
        sa_name: &'a str,
    },
    #[error("Unknown Quick mode notification {notification_name} ({notification_kind}) (size {length}ubytes) from {remote_address}:{remote_port} for protocol={protocol_id}d spi({size}u)={data}")]
    PmUnknownQmNotification {
        notification_name: &'a str,
        notification_kind: &'a str,
        length: u32,
        remote_address: IpAddr,
        remote_port: u16,
        protocol_id: i32,
        size: u32,
        data: &'a str,
    },
    #[error("Key type = {kind}, not supported")]
    PmUnsupportedKey {
        kind: &'a str,
    },
    #[error("New group mode not supported currently")]
    PmUnsupportedMode {
    },
    #[error("PIC {pic_slot} sent additional response after reply to SNMP query: {error_message}")]
    SnmpExtraResponse {
        pic_slot: &'a str,
        error_message: &'a str,
    },
    #[error("Fatal SNMP error occurred: {error_message}")]
    SnmpFatalError {
        error_message: &'a str,
    },
    #[error("Unable to fulfill SNMP request: could not fetch IKE server context for service set {service_set}")]
    SnmpIkeServerNotFound {
        service_set: &'a str,
    },
    #[error("Unable to allocate memory for reply buffer; SNMP query to PIC {pic_slot} failed")]
    SnmpMallocFailed {
        pic_slot: &'a str,
    },
    #[error("Unable to connect to PIC {pic_slot}; SNMP query failed")]
    SnmpPicConnectionFailed {
        pic_slot: &'a str,
    },
    #[error("PIC {pic_slot} did not respond to SNMP query: {error_message}")]
    SnmpPicNoResponse {
        pic_slot: &'a str,
        error_message: &'a str,
    },
    #[error("Unable to retrieve slot information for PIC {pic_slot}; SNMP query failed")]
    SnmpPicSlotNotFound {
        pic_slot: &'a str,
    },
    #[error("The DF-BIT for VPN {vpn_name} has been set to {argument}.")]
    VpnDfbitStatusMsg {
        vpn_name: &'a str,
        argument: &'a str,
    },
    #[error("VPN {vpn_name} from {remote_address} is down.")]
    VpnDownAlarmUser {
        vpn_name: &'a str,
        remote_address: IpAddr,
    },
    #[error("VPN {vpn_name} from {remote_address} is up.")]
    VpnUpAlarmUser {
        vpn_name: &'a str,
        remote_address: IpAddr,
    },
}

#[derive(displaydoc::Display)]
pub enum Displaydoc<'a> {
    /// Unable to allocate logical interface for IPSec interface from pool {pool_name}: pool not found
    CfgIfIdPoolNotFound {
        pool_name: &'a str,
    },
    /// Unable to return logical interface {interface_name}.{interface_unit} to pool {pool_name}: no entry in pool for interface
    CfgIfIdPoolNoEntry {
        interface_name: &'a str,
        interface_unit: u32,
        pool_name: &'a str,
    },
    /// Unable to allocate logical interface for IPSec interface from pool {pool_name}: no interfaces available
    CfgIfIdPoolNoInterface {
        pool_name: &'a str,
    },
    /// Unable to return logical interface to pool {pool_name}: pool not found
    CfgIfIdPoolReturnFailed {
        pool_name: &'a str,
    },
    /// Tunnel {tunnel_name} did not fail over: it is manual type
    DpdFailoverManualTunnel {
        tunnel_name: &'a str,
    },
    /// Number of failover attempts exceeded limit {count} for tunnel {tunnel_name}
    DpdFailoverMaxAttempts {
        count: u32,
        tunnel_name: &'a str,
    },
    /// Tunnel {tunnel_name} did not fail over: no active peer configured
    DpdFailoverNoActivePeer {
        tunnel_name: &'a str,
    },
    /// Tunnel {tunnel_name} did not fail over: no backup peer configured
    DpdFailoverNoBackupPeer {
        tunnel_name: &'a str,
    },
    /// Tunnel did not fail over: tunnel configuration not found
    DpdFailoverNoTunnelCfg {
    },
    /// Unable to send DPD reply to remote peer {remote_address}:{remote_port}: no IKE server instance for local peer {local_address}:{local_port}
    DpdIkeServerNotFound {
        remote_address: IpAddr,
        remote_port: u16,
        local_address: IpAddr,
        local_port: u16,
    },
    /// Unable to send DPD reply: local peer {local_address}; remote peer {remote_address}
    DpdInvalidAddress {
        local_address: &'a str,
        remote_address: &'a str,
    },
    /// Unable to send DPD reply: remote peer {remote_address}:{remote_port} provided invalid zero sequence number to local peer {local_address}:{local_port}
    DpdInvalidSequenceNumber {
        remote_address: IpAddr,
        remote_port: u16,
        local_address: IpAddr,
        local_port: u16,
    },
    /// Unable to send DPD hello message from local peer {local_address}/{local_port}: address not found in instance {service_set}
    DpdNoLocalAddress {
        local_address: IpAddr,
        local_port: u16,
        service_set: &'a str,
    },
    /// Remote peer address for tunnel {tunnel_name} changed from {old_address} to {new_address}
    DpdRemoteAddressChanged {
        tunnel_name: &'a str,
        old_address: IpAddr,
        new_address: IpAddr,
    },
    /// Unable to send DPD reply: DPD entry for remote peer {remote_address}:{remote_port} not found in IKE server instance {service_set}
    DpdRemotePeerNotFound {
        remote_address: IpAddr,
        remote_port: u16,
        service_set: &'a str,
    },
    /// DPD reply to remote peer {remote_address}:{remote_port} failed with unexpected status {status} for IKE server instance {ike_instance}
    DpdUnexpectedIkeStatus {
        remote_address: IpAddr,
        remote_port: u16,
        status: &'a str,
        ike_instance: &'a str,
    },
    /// Invalid authentication algorithm {auth_algorithm_id} negotiated in transform {transform_id} for use by {protocol_name} in tunnel {tunnel_name}
    PmAuthAlgorithmInvalid {
        auth_algorithm_id: &'a str,
        transform_id: &'a str,
        protocol_name: &'a str,
        tunnel_name: &'a str,
    },
    /// Duplicate SA life duration value given in Quick Mode notification from {remote_address}:{remote_port}
    PmDuplicateLifeDuration {
        remote_address: IpAddr,
        remote_port: u16,
    },
    /// Unable to install dynamic SA for tunnel {tunnel_name}
    PmDynamicSaInstallFailed {
        tunnel_name: &'a str,
    },
    /// Invalid encryption algorithm negotiated in transform {transform_id} for use by ESP in tunnel {tunnel_name}
    PmEncryptionInvalid {
        transform_id: &'a str,
        tunnel_name: &'a str,
    },
    /// No IKE server to connect Phase-1 to {remote_peer}
    PmIkeServerLookupFailed {
        remote_peer: &'a str,
    },
    /// Failed to connect to {remote_address}:{remote_port} as there is no IKE server context available in instance {service_set}
    PmIkeServerNotFound {
        remote_address: IpAddr,
        remote_port: u16,
        service_set: &'a str,
    },
    /// Local peer {local_address}:{local_port} could not inform remote peer {remote_address}:{remote_port} of SA creation failure: IKE server not found
    PmIkeSrvNotFoundCreate {
        local_address: IpAddr,
        local_port: u16,
        remote_address: IpAddr,
        remote_port: u16,
    },
    /// Unable to notify remote peer {remote_address}:{remote_port} that SPI was deleted: no IKE server for service set {service_set}
    PmIkeSrvNotFoundDelete {
        remote_address: IpAddr,
        remote_port: u16,
        service_set: &'a str,
    },
    /// Aborting Phase-1 negotiation. Cannot initiate negotiation with invalid Phase-1 remote {remote_peer} in instance: {service_set}
    PmIllegalRemoteGwId {
        remote_peer: &'a str,
        service_set: &'a str,
    },
    /// Inconsistent phase-2 (IPsec) identities, local : initiator = {local_initiator} responder = {local_responder} remote : initiator = {remote_initiator} responder = {remote_responder}
    PmInconsistentP2Ids {
        local_initiator: &'a str,
        local_responder: &'a str,
        remote_initiator: &'a str,
        remote_responder: &'a str,
    },
    /// Invalid life type {units_kind} found in the Quick Mode notification from {remote_address}:{remote_port}
    PmInvalidLifeType {
        units_kind: &'a str,
        remote_address: IpAddr,
        remote_port: u16,
    },
    /// Key type {kind} not supported
    PmKeyNotSupported {
        kind: &'a str,
    },
    /// Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} specified duplicate duration
    PmLifetimeDuplicate {
        remote_address: IpAddr,
        remote_port: u16,
    },
    /// Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} had unequal payload length
    PmLifetimeLengthUnequal {
        remote_address: IpAddr,
        remote_port: u16,
    },
    /// Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} did not define duration
    PmLifetimeNoDuration {
        remote_address: IpAddr,
        remote_port: u16,
    },
    /// Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} did not specify life type
    PmLifetimeTypeUndefined {
        remote_address: IpAddr,
        remote_port: u16,
    },
    /// Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} specified invalid units type {units_kind}
    PmLifetimeUnitsInvalid {
        remote_address: IpAddr,
        remote_port: u16,
        units_kind: &'a str,
    },
    /// New Group mode not supported
    PmNewGroupUnsupported {
    },
    /// Duplicate life time payloads present in the notification from {remote_address}:{remote_port}. Dropping the notification.
    PmNoLifetime {
        remote_address: IpAddr,
        remote_port: u16,
    },
    /// Quick mode notification from {remote_address}:{remote_port} contains lifetime duration without corresponding SA lifetime payload.
    PmNoLifeType {
        remote_address: IpAddr,
        remote_port: u16,
    },
    /// Aborting Phase-1negotiation. No proposal found to initiatenegotiation between local:{local_peer} and remote {remote_peer} in instance:{service_set}
    PmNoProposalForPhase1 {
        local_peer: &'a str,
        remote_peer: &'a str,
        service_set: &'a str,
    },
    /// Phase-1 SPD handler is not registered in instance:{service_set}
    PmNoSpdPhase1FuncPtr {
        service_set: &'a str,
    },
    /// Policy lookup for Phase-1 [{negotiation_role}] failed for p1_local={local_peer} p1_remote={remote_peer}
    PmP1PolicyLookupFailure {
        negotiation_role: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
    },
    /// Policy lookup for Phase-2 [{negotiation_role}] failed for p1_local={local_peer} p1_remote={remote_peer} p2_local={local_prefix} p2_remote={remote_prefix}
    PmP2PolicyLookupFailure {
        negotiation_role: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
        local_prefix: &'a str,
        remote_prefix: &'a str,
    },
    /// Unable to read group attributes from IKE Phase 1 proposal
    PmPhase1GroupUnreadable {
    },
    /// Used DH group 1 because Phase 1 proposal did not specify group
    PmPhase1GroupUnspecified {
    },
    /// Unable to perform Phase 1 negotiation with remote peer {remote_peer}: no local IKE server
    PmPhase1IkeSrvNotFound {
        remote_peer: &'a str,
    },
    /// Unable to begin Phase 1 negotiation for local peer {service_set} and remote peer {local_peer} in instance {remote_peer}
    PmPhase1NoIdentities {
        service_set: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
    },
    /// No Phase 1 SPD handler registered for service set {service_set}
    PmPhase1NoSpdHandler {
        service_set: &'a str,
    },
    /// Unable to retrieve Phase 1 policy from {negotiation_role} (local peer {local_peer}, remote peer {remote_peer})
    PmPhase1PolicyLookupFail {
        negotiation_role: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
    },
    /// Unable to find policy for Phase 1 negotiation between local peer {local_peer} and remote peer {remote_peer} in service set {service_set}
    PmPhase1PolicyNotFound {
        local_peer: &'a str,
        remote_peer: &'a str,
        service_set: &'a str,
    },
    /// No ike-policy found for ike-access-profile: {access_profile}, instance:{service_set}
    PmPhase1PolicySearchFail {
        access_profile: &'a str,
        service_set: &'a str,
    },
    /// Phase 1 transform specified invalid protocol {received_value} instead of SSH_IKE_PROTOCOL_ISAKMP ({expected_value})
    PmPhase1ProtoInvalid {
        received_value: &'a str,
        expected_value: &'a str,
    },
    /// Protocol in IKE Phase 1 proposal was not ISAKMP as expected
    PmPhase1ProtoNotIsakmp {
    },
    /// Phase 1 transform included protocol {protocol_id} twice
    PmPhase1ProtoTwice {
        protocol_id: &'a str,
    },
    /// Phase 1 transform was missing mandatory attributes
    PmPhase1TxformIncomplete {
    },
    /// Phase 1 transform specified invalid transform ID {received_value} instead of {expected_value}
    PmPhase1TxformInvalid {
        received_value: &'a str,
        expected_value: &'a str,
    },
    /// Phase 2 identities did not match: local initiator {local_initiator}, responder {local_responder}; remote initiator {remote_initiator}, responder {remote_responder}
    PmPhase2IdentityMismatch {
        local_initiator: &'a str,
        local_responder: &'a str,
        remote_initiator: &'a str,
        remote_responder: &'a str,
    },
    /// Unknown Phase 2 notification {notification_name} (type {notification_kind}, size {length} bytes) from {remote_address}:{remote_port} for protocol {protocol_id} (SPI({size})={data})
    PmPhase2NotifUnknown {
        notification_name: &'a str,
        notification_kind: &'a str,
        length: u32,
        remote_address: IpAddr,
        remote_port: u16,
        protocol_id: &'a str,
        size: u32,
        data: &'a str,
    },
    /// Unable to retrieve policy for Phase 2 from {negotiation_role} (Phase 1 local peer {local_peer}, remote peer {remote_peer}; Phase 2 local peer {local_prefix}, remote peer {remote_prefix})
    PmPhase2PolicyLookupFail {
        negotiation_role: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
        local_prefix: &'a str,
        remote_prefix: &'a str,
    },
    /// Unable to start Phase 2: No traffic-selector addresses defined for SA {sa_name}
    PmPhase2SelectorUndefined {
        sa_name: &'a str,
    },
    /// AH proposal did not define authentication algorithm
    PmProposalNoAuth {
    },
    /// ESP proposal did not define encryption algorithm
    PmProposalNoEncryption {
    },
    /// Phase 2 proposal did not specify length for variable key-length cipher {cipher}
    PmProposalNoKeyLength {
        cipher: &'a str,
    },
    /// ESP was negotiated with null encryption and authentication
    PmProposalNullEsp {
    },
    /// Protocol {protocol_id} in Phase 2 proposal was invalid (was not AH or ESP)
    PmProposalProtocolInvalid {
        protocol_id: &'a str,
    },
    /// Invalid protocol {protocol_id} was negotiated for SA {sa_name}
    PmProtoInvalid {
        protocol_id: &'a str,
        sa_name: &'a str,
    },
    /// Unsupported IPComp protocol was negotiated for SA {sa_name}
    PmProtoIpcompUnsupported {
        sa_name: &'a str,
    },
    /// Unsupported protocol ISAKMP or RESERVED was negotiated for SA {sa_name}
    PmProtoIsakmpResvUnsupp {
        sa_name: &'a str,
    },
    /// No protocol negotiated for SA {sa_name}
    PmProtoNotNegotiated {
        sa_name: &'a str,
    },
    /// Phase 1 negotiation failed: remote address {remote_peer} in instance {service_set} is invalid
    PmRemotePeerInvalid {
        remote_peer: &'a str,
        service_set: &'a str,
    },
    /// Unable to install negotiated Phase 2 values: SA {sa_name} configuration not found
    PmSaCfgNotFound {
        sa_name: &'a str,
    },
    /// Rejected SA deletion request for service set {service_set}: SPI size ({size}) is not 4 (local peer {local_address}:{local_port}, remote peer {remote_address}:{remote_port})
    PmSaDeleteReject {
        service_set: &'a str,
        size: u32,
        local_address: IpAddr,
        local_port: u16,
        remote_address: IpAddr,
        remote_port: u16,
    },
    /// Unable to generate pair index for SA {sa_name} in service set {service_set}
    PmSaIndexGenFailed {
        sa_name: &'a str,
        service_set: &'a str,
    },
    /// No active peer found in tunnel configuration block {sa_name}
    PmSaPeerAbsent {
        sa_name: &'a str,
    },
    /// Unable to find active peer for SA {sa_name}
    PmSaPeerNotFound {
        sa_name: &'a str,
    },
    /// IKE Phase-2 delete:In instance {service_set} rejecting request to delete SPI size {size}u != 4 Local gateway {local_address}:{local_port}, Remote gateway {remote_address}:{remote_port}
    PmSpiDeleteReject {
        service_set: &'a str,
        size: u32,
        local_address: IpAddr,
        local_port: u16,
        remote_address: IpAddr,
        remote_port: u16,
    },
    /// Inconsistent payload lengths in Quick Mode responder life time notification from {remote_address}:{remote_port}
    PmUnequalPayloadLength {
        remote_address: IpAddr,
        remote_port: u16,
    },
    /// Invalid policy managerhandle to uninitialize {service_set}
    PmUninitialiseError {
        service_set: &'a str,
    },
    /// Unable to uninitialize service set {service_set}: invalid policy manager handle
    PmUninitializeFailed {
        service_set: &'a str,
    },
    /// Failed to initiate the Phase-1 negotiation for local:{local_peer} and remote:{remote_peer} in instance:{service_set}
    PmUnknownP1Identities {
        local_peer: &'a str,
        remote_peer: &'a str,
        service_set: &'a str,
    },
    /// No Phase-2 entities present in tunnel configuration block {sa_name}
    PmUnknownPhase2Entities {
        sa_name: &'a str,
    },
    /// Unknown Quick mode notification {notification_name} ({notification_kind}) (size {length}ubytes) from {remote_address}:{remote_port} for protocol={protocol_id}d spi({size}u)={data}
    PmUnknownQmNotification {
        notification_name: &'a str,
        notification_kind: &'a str,
        length: u32,
        remote_address: IpAddr,
        remote_port: u16,
        protocol_id: i32,
        size: u32,
        data: &'a str,
    },
    /// Key type = {kind}, not supported
    PmUnsupportedKey {
        kind: &'a str,
    },
    /// New group mode not supported currently
    PmUnsupportedMode {
    },
    /// PIC {pic_slot} sent additional response after reply to SNMP query: {error_message}
    SnmpExtraResponse {
        pic_slot: &'a str,
        error_message: &'a str,
    },
    /// Fatal SNMP error occurred: {error_message}
    SnmpFatalError {
        error_message: &'a str,
    },
    /// Unable to fulfill SNMP request: could not fetch IKE server context for service set {service_set}
    SnmpIkeServerNotFound {
        service_set: &'a str,
    },
    /// Unable to allocate memory for reply buffer; SNMP query to PIC {pic_slot} failed
    SnmpMallocFailed {
        pic_slot: &'a str,
    },
    /// Unable to connect to PIC {pic_slot}; SNMP query failed
    SnmpPicConnectionFailed {
        pic_slot: &'a str,
    },
    /// PIC {pic_slot} did not respond to SNMP query: {error_message}
    SnmpPicNoResponse {
        pic_slot: &'a str,
        error_message: &'a str,
    },
    /// Unable to retrieve slot information for PIC {pic_slot}; SNMP query failed
    SnmpPicSlotNotFound {
        pic_slot: &'a str,
    },
    /// The DF-BIT for VPN {vpn_name} has been set to {argument}.
    VpnDfbitStatusMsg {
        vpn_name: &'a str,
        argument: &'a str,
    },
    /// VPN {vpn_name} from {remote_address} is down.
    VpnDownAlarmUser {
        vpn_name: &'a str,
        remote_address: IpAddr,
    },
    /// VPN {vpn_name} from {remote_address} is up.
    VpnUpAlarmUser {
        vpn_name: &'a str,
        remote_address: IpAddr,
    },
}


pub enum Written<'a> {
    
    CfgIfIdPoolNotFound {
        pool_name: &'a str,
    },
    
    CfgIfIdPoolNoEntry {
        interface_name: &'a str,
        interface_unit: u32,
        pool_name: &'a str,
    },
    
    CfgIfIdPoolNoInterface {
        pool_name: &'a str,
    },
    
    CfgIfIdPoolReturnFailed {
        pool_name: &'a str,
    },
    
    DpdFailoverManualTunnel {
        tunnel_name: &'a str,
    },
    
    DpdFailoverMaxAttempts {
        count: u32,
        tunnel_name: &'a str,
    },
    
    DpdFailoverNoActivePeer {
        tunnel_name: &'a str,
    },
    
    DpdFailoverNoBackupPeer {
        tunnel_name: &'a str,
    },
    
    DpdFailoverNoTunnelCfg {
    },
    
    DpdIkeServerNotFound {
        remote_address: IpAddr,
        remote_port: u16,
        local_address: IpAddr,
        local_port: u16,
    },
    
    DpdInvalidAddress {
        local_address: &'a str,
        remote_address: &'a str,
    },
    
    DpdInvalidSequenceNumber {
        remote_address: IpAddr,
        remote_port: u16,
        local_address: IpAddr,
        local_port: u16,
    },
    
    DpdNoLocalAddress {
        local_address: IpAddr,
        local_port: u16,
        service_set: &'a str,
    },
    
    DpdRemoteAddressChanged {
        tunnel_name: &'a str,
        old_address: IpAddr,
        new_address: IpAddr,
    },
    
    DpdRemotePeerNotFound {
        remote_address: IpAddr,
        remote_port: u16,
        service_set: &'a str,
    },
    
    DpdUnexpectedIkeStatus {
        remote_address: IpAddr,
        remote_port: u16,
        status: &'a str,
        ike_instance: &'a str,
    },
    
    PmAuthAlgorithmInvalid {
        auth_algorithm_id: &'a str,
        transform_id: &'a str,
        protocol_name: &'a str,
        tunnel_name: &'a str,
    },
    
    PmDuplicateLifeDuration {
        remote_address: IpAddr,
        remote_port: u16,
    },
    
    PmDynamicSaInstallFailed {
        tunnel_name: &'a str,
    },
    
    PmEncryptionInvalid {
        transform_id: &'a str,
        tunnel_name: &'a str,
    },
    
    PmIkeServerLookupFailed {
        remote_peer: &'a str,
    },
    
    PmIkeServerNotFound {
        remote_address: IpAddr,
        remote_port: u16,
        service_set: &'a str,
    },
    
    PmIkeSrvNotFoundCreate {
        local_address: IpAddr,
        local_port: u16,
        remote_address: IpAddr,
        remote_port: u16,
    },
    
    PmIkeSrvNotFoundDelete {
        remote_address: IpAddr,
        remote_port: u16,
        service_set: &'a str,
    },
    
    PmIllegalRemoteGwId {
        remote_peer: &'a str,
        service_set: &'a str,
    },
    
    PmInconsistentP2Ids {
        local_initiator: &'a str,
        local_responder: &'a str,
        remote_initiator: &'a str,
        remote_responder: &'a str,
    },
    
    PmInvalidLifeType {
        units_kind: &'a str,
        remote_address: IpAddr,
        remote_port: u16,
    },
    
    PmKeyNotSupported {
        kind: &'a str,
    },
    
    PmLifetimeDuplicate {
        remote_address: IpAddr,
        remote_port: u16,
    },
    
    PmLifetimeLengthUnequal {
        remote_address: IpAddr,
        remote_port: u16,
    },
    
    PmLifetimeNoDuration {
        remote_address: IpAddr,
        remote_port: u16,
    },
    
    PmLifetimeTypeUndefined {
        remote_address: IpAddr,
        remote_port: u16,
    },
    
    PmLifetimeUnitsInvalid {
        remote_address: IpAddr,
        remote_port: u16,
        units_kind: &'a str,
    },
    
    PmNewGroupUnsupported {
    },
    
    PmNoLifetime {
        remote_address: IpAddr,
        remote_port: u16,
    },
    
    PmNoLifeType {
        remote_address: IpAddr,
        remote_port: u16,
    },
    
    PmNoProposalForPhase1 {
        local_peer: &'a str,
        remote_peer: &'a str,
        service_set: &'a str,
    },
    
    PmNoSpdPhase1FuncPtr {
        service_set: &'a str,
    },
    
    PmP1PolicyLookupFailure {
        negotiation_role: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
    },
    
    PmP2PolicyLookupFailure {
        negotiation_role: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
        local_prefix: &'a str,
        remote_prefix: &'a str,
    },
    
    PmPhase1GroupUnreadable {
    },
    
    PmPhase1GroupUnspecified {
    },
    
    PmPhase1IkeSrvNotFound {
        remote_peer: &'a str,
    },
    
    PmPhase1NoIdentities {
        service_set: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
    },
    
    PmPhase1NoSpdHandler {
        service_set: &'a str,
    },
    
    PmPhase1PolicyLookupFail {
        negotiation_role: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
    },
    
    PmPhase1PolicyNotFound {
        local_peer: &'a str,
        remote_peer: &'a str,
        service_set: &'a str,
    },
    
    PmPhase1PolicySearchFail {
        access_profile: &'a str,
        service_set: &'a str,
    },
    
    PmPhase1ProtoInvalid {
        received_value: &'a str,
        expected_value: &'a str,
    },
    
    PmPhase1ProtoNotIsakmp {
    },
    
    PmPhase1ProtoTwice {
        protocol_id: &'a str,
    },
    
    PmPhase1TxformIncomplete {
    },
    
    PmPhase1TxformInvalid {
        received_value: &'a str,
        expected_value: &'a str,
    },
    
    PmPhase2IdentityMismatch {
        local_initiator: &'a str,
        local_responder: &'a str,
        remote_initiator: &'a str,
        remote_responder: &'a str,
    },
    
    PmPhase2NotifUnknown {
        notification_name: &'a str,
        notification_kind: &'a str,
        length: u32,
        remote_address: IpAddr,
        remote_port: u16,
        protocol_id: &'a str,
        size: u32,
        data: &'a str,
    },
    
    PmPhase2PolicyLookupFail {
        negotiation_role: &'a str,
        local_peer: &'a str,
        remote_peer: &'a str,
        local_prefix: &'a str,
        remote_prefix: &'a str,
    },
    
    PmPhase2SelectorUndefined {
        sa_name: &'a str,
    },
    
    PmProposalNoAuth {
    },
    
    PmProposalNoEncryption {
    },
    
    PmProposalNoKeyLength {
        cipher: &'a str,
    },
    
    PmProposalNullEsp {
    },
    
    PmProposalProtocolInvalid {
        protocol_id: &'a str,
    },
    
    PmProtoInvalid {
        protocol_id: &'a str,
        sa_name: &'a str,
    },
    
    PmProtoIpcompUnsupported {
        sa_name: &'a str,
    },
    
    PmProtoIsakmpResvUnsupp {
        sa_name: &'a str,
    },
    
    PmProtoNotNegotiated {
        sa_name: &'a str,
    },
    
    PmRemotePeerInvalid {
        remote_peer: &'a str,
        service_set: &'a str,
    },
    
    PmSaCfgNotFound {
        sa_name: &'a str,
    },
    
    PmSaDeleteReject {
        service_set: &'a str,
        size: u32,
        local_address: IpAddr,
        local_port: u16,
        remote_address: IpAddr,
        remote_port: u16,
    },
    
    PmSaIndexGenFailed {
        sa_name: &'a str,
        service_set: &'a str,
    },
    
    PmSaPeerAbsent {
        sa_name: &'a str,
    },
    
    PmSaPeerNotFound {
        sa_name: &'a str,
    },
    
    PmSpiDeleteReject {
        service_set: &'a str,
        size: u32,
        local_address: IpAddr,
        local_port: u16,
        remote_address: IpAddr,
        remote_port: u16,
    },
    
    PmUnequalPayloadLength {
        remote_address: IpAddr,
        remote_port: u16,
    },
    
    PmUninitialiseError {
        service_set: &'a str,
    },
    
    PmUninitializeFailed {
        service_set: &'a str,
    },
    
    PmUnknownP1Identities {
        local_peer: &'a str,
        remote_peer: &'a str,
        service_set: &'a str,
    },
    
    PmUnknownPhase2Entities {
        sa_name: &'a str,
    },
    
    PmUnknownQmNotification {
        notification_name: &'a str,
        notification_kind: &'a str,
        length: u32,
        remote_address: IpAddr,
        remote_port: u16,
        protocol_id: i32,
        size: u32,
        data: &'a str,
    },
    
    PmUnsupportedKey {
        kind: &'a str,
    },
    
    PmUnsupportedMode {
    },
    
    SnmpExtraResponse {
        pic_slot: &'a str,
        error_message: &'a str,
    },
    
    SnmpFatalError {
        error_message: &'a str,
    },
    
    SnmpIkeServerNotFound {
        service_set: &'a str,
    },
    
    SnmpMallocFailed {
        pic_slot: &'a str,
    },
    
    SnmpPicConnectionFailed {
        pic_slot: &'a str,
    },
    
    SnmpPicNoResponse {
        pic_slot: &'a str,
        error_message: &'a str,
    },
    
    SnmpPicSlotNotFound {
        pic_slot: &'a str,
    },
    
    VpnDfbitStatusMsg {
        vpn_name: &'a str,
        argument: &'a str,
    },
    
    VpnDownAlarmUser {
        vpn_name: &'a str,
        remote_address: IpAddr,
    },
    
    VpnUpAlarmUser {
        vpn_name: &'a str,
        remote_address: IpAddr,
    },
}

impl fmt::Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CfgIfIdPoolNotFound { pool_name } => write!(f, "Unable to allocate logical interface for IPSec interface from pool {pool_name}: pool not found"),
            Self::CfgIfIdPoolNoEntry { interface_name, interface_unit, pool_name } => write!(f, "Unable to return logical interface {interface_name}.{interface_unit} to pool {pool_name}: no entry in pool for interface"),
            Self::CfgIfIdPoolNoInterface { pool_name } => write!(f, "Unable to allocate logical interface for IPSec interface from pool {pool_name}: no interfaces available"),
            Self::CfgIfIdPoolReturnFailed { pool_name } => write!(f, "Unable to return logical interface to pool {pool_name}: pool not found"),
            Self::DpdFailoverManualTunnel { tunnel_name } => write!(f, "Tunnel {tunnel_name} did not fail over: it is manual type"),
            Self::DpdFailoverMaxAttempts { count, tunnel_name } => write!(f, "Number of failover attempts exceeded limit {count} for tunnel {tunnel_name}"),
            Self::DpdFailoverNoActivePeer { tunnel_name } => write!(f, "Tunnel {tunnel_name} did not fail over: no active peer configured"),
            Self::DpdFailoverNoBackupPeer { tunnel_name } => write!(f, "Tunnel {tunnel_name} did not fail over: no backup peer configured"),
            Self::DpdFailoverNoTunnelCfg {  } => write!(f, "Tunnel did not fail over: tunnel configuration not found"),
            Self::DpdIkeServerNotFound { remote_address, remote_port, local_address, local_port } => write!(f, "Unable to send DPD reply to remote peer {remote_address}:{remote_port}: no IKE server instance for local peer {local_address}:{local_port}"),
            Self::DpdInvalidAddress { local_address, remote_address } => write!(f, "Unable to send DPD reply: local peer {local_address}; remote peer {remote_address}"),
            Self::DpdInvalidSequenceNumber { remote_address, remote_port, local_address, local_port } => write!(f, "Unable to send DPD reply: remote peer {remote_address}:{remote_port} provided invalid zero sequence number to local peer {local_address}:{local_port}"),
            Self::DpdNoLocalAddress { local_address, local_port, service_set } => write!(f, "Unable to send DPD hello message from local peer {local_address}/{local_port}: address not found in instance {service_set}"),
            Self::DpdRemoteAddressChanged { tunnel_name, old_address, new_address } => write!(f, "Remote peer address for tunnel {tunnel_name} changed from {old_address} to {new_address}"),
            Self::DpdRemotePeerNotFound { remote_address, remote_port, service_set } => write!(f, "Unable to send DPD reply: DPD entry for remote peer {remote_address}:{remote_port} not found in IKE server instance {service_set}"),
            Self::DpdUnexpectedIkeStatus { remote_address, remote_port, status, ike_instance } => write!(f, "DPD reply to remote peer {remote_address}:{remote_port} failed with unexpected status {status} for IKE server instance {ike_instance}"),
            Self::PmAuthAlgorithmInvalid { auth_algorithm_id, transform_id, protocol_name, tunnel_name } => write!(f, "Invalid authentication algorithm {auth_algorithm_id} negotiated in transform {transform_id} for use by {protocol_name} in tunnel {tunnel_name}"),
            Self::PmDuplicateLifeDuration { remote_address, remote_port } => write!(f, "Duplicate SA life duration value given in Quick Mode notification from {remote_address}:{remote_port}"),
            Self::PmDynamicSaInstallFailed { tunnel_name } => write!(f, "Unable to install dynamic SA for tunnel {tunnel_name}"),
            Self::PmEncryptionInvalid { transform_id, tunnel_name } => write!(f, "Invalid encryption algorithm negotiated in transform {transform_id} for use by ESP in tunnel {tunnel_name}"),
            Self::PmIkeServerLookupFailed { remote_peer } => write!(f, "No IKE server to connect Phase-1 to {remote_peer}"),
            Self::PmIkeServerNotFound { remote_address, remote_port, service_set } => write!(f, "Failed to connect to {remote_address}:{remote_port} as there is no IKE server context available in instance {service_set}"),
            Self::PmIkeSrvNotFoundCreate { local_address, local_port, remote_address, remote_port } => write!(f, "Local peer {local_address}:{local_port} could not inform remote peer {remote_address}:{remote_port} of SA creation failure: IKE server not found"),
            Self::PmIkeSrvNotFoundDelete { remote_address, remote_port, service_set } => write!(f, "Unable to notify remote peer {remote_address}:{remote_port} that SPI was deleted: no IKE server for service set {service_set}"),
            Self::PmIllegalRemoteGwId { remote_peer, service_set } => write!(f, "Aborting Phase-1 negotiation. Cannot initiate negotiation with invalid Phase-1 remote {remote_peer} in instance: {service_set}"),
            Self::PmInconsistentP2Ids { local_initiator, local_responder, remote_initiator, remote_responder } => write!(f, "Inconsistent phase-2 (IPsec) identities, local : initiator = {local_initiator} responder = {local_responder} remote : initiator = {remote_initiator} responder = {remote_responder}"),
            Self::PmInvalidLifeType { units_kind, remote_address, remote_port } => write!(f, "Invalid life type {units_kind} found in the Quick Mode notification from {remote_address}:{remote_port}"),
            Self::PmKeyNotSupported { kind } => write!(f, "Key type {kind} not supported"),
            Self::PmLifetimeDuplicate { remote_address, remote_port } => write!(f, "Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} specified duplicate duration"),
            Self::PmLifetimeLengthUnequal { remote_address, remote_port } => write!(f, "Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} had unequal payload length"),
            Self::PmLifetimeNoDuration { remote_address, remote_port } => write!(f, "Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} did not define duration"),
            Self::PmLifetimeTypeUndefined { remote_address, remote_port } => write!(f, "Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} did not specify life type"),
            Self::PmLifetimeUnitsInvalid { remote_address, remote_port, units_kind } => write!(f, "Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} specified invalid units type {units_kind}"),
            Self::PmNewGroupUnsupported {  } => write!(f, "New Group mode not supported"),
            Self::PmNoLifetime { remote_address, remote_port } => write!(f, "Duplicate life time payloads present in the notification from {remote_address}:{remote_port}. Dropping the notification."),
            Self::PmNoLifeType { remote_address, remote_port } => write!(f, "Quick mode notification from {remote_address}:{remote_port} contains lifetime duration without corresponding SA lifetime payload."),
            Self::PmNoProposalForPhase1 { local_peer, remote_peer, service_set } => write!(f, "Aborting Phase-1negotiation. No proposal found to initiatenegotiation between local:{local_peer} and remote {remote_peer} in instance:{service_set}"),
            Self::PmNoSpdPhase1FuncPtr { service_set } => write!(f, "Phase-1 SPD handler is not registered in instance:{service_set}"),
            Self::PmP1PolicyLookupFailure { negotiation_role, local_peer, remote_peer } => write!(f, "Policy lookup for Phase-1 [{negotiation_role}] failed for p1_local={local_peer} p1_remote={remote_peer}"),
            Self::PmP2PolicyLookupFailure { negotiation_role, local_peer, remote_peer, local_prefix, remote_prefix } => write!(f, "Policy lookup for Phase-2 [{negotiation_role}] failed for p1_local={local_peer} p1_remote={remote_peer} p2_local={local_prefix} p2_remote={remote_prefix}"),
            Self::PmPhase1GroupUnreadable {  } => write!(f, "Unable to read group attributes from IKE Phase 1 proposal"),
            Self::PmPhase1GroupUnspecified {  } => write!(f, "Used DH group 1 because Phase 1 proposal did not specify group"),
            Self::PmPhase1IkeSrvNotFound { remote_peer } => write!(f, "Unable to perform Phase 1 negotiation with remote peer {remote_peer}: no local IKE server"),
            Self::PmPhase1NoIdentities { service_set, local_peer, remote_peer } => write!(f, "Unable to begin Phase 1 negotiation for local peer {service_set} and remote peer {local_peer} in instance {remote_peer}"),
            Self::PmPhase1NoSpdHandler { service_set } => write!(f, "No Phase 1 SPD handler registered for service set {service_set}"),
            Self::PmPhase1PolicyLookupFail { negotiation_role, local_peer, remote_peer } => write!(f, "Unable to retrieve Phase 1 policy from {negotiation_role} (local peer {local_peer}, remote peer {remote_peer})"),
            Self::PmPhase1PolicyNotFound { local_peer, remote_peer, service_set } => write!(f, "Unable to find policy for Phase 1 negotiation between local peer {local_peer} and remote peer {remote_peer} in service set {service_set}"),
            Self::PmPhase1PolicySearchFail { access_profile, service_set } => write!(f, "No ike-policy found for ike-access-profile: {access_profile}, instance:{service_set}"),
            Self::PmPhase1ProtoInvalid { received_value, expected_value } => write!(f, "Phase 1 transform specified invalid protocol {received_value} instead of SSH_IKE_PROTOCOL_ISAKMP ({expected_value})"),
            Self::PmPhase1ProtoNotIsakmp {  } => write!(f, "Protocol in IKE Phase 1 proposal was not ISAKMP as expected"),
            Self::PmPhase1ProtoTwice { protocol_id } => write!(f, "Phase 1 transform included protocol {protocol_id} twice"),
            Self::PmPhase1TxformIncomplete {  } => write!(f, "Phase 1 transform was missing mandatory attributes"),
            Self::PmPhase1TxformInvalid { received_value, expected_value } => write!(f, "Phase 1 transform specified invalid transform ID {received_value} instead of {expected_value}"),
            Self::PmPhase2IdentityMismatch { local_initiator, local_responder, remote_initiator, remote_responder } => write!(f, "Phase 2 identities did not match: local initiator {local_initiator}, responder {local_responder}; remote initiator {remote_initiator}, responder {remote_responder}"),
            Self::PmPhase2NotifUnknown { notification_name, notification_kind, length, remote_address, remote_port, protocol_id, size, data } => write!(f, "Unknown Phase 2 notification {notification_name} (type {notification_kind}, size {length} bytes) from {remote_address}:{remote_port} for protocol {protocol_id} (SPI({size})={data})"),
            Self::PmPhase2PolicyLookupFail { negotiation_role, local_peer, remote_peer, local_prefix, remote_prefix } => write!(f, "Unable to retrieve policy for Phase 2 from {negotiation_role} (Phase 1 local peer {local_peer}, remote peer {remote_peer}; Phase 2 local peer {local_prefix}, remote peer {remote_prefix})"),
            Self::PmPhase2SelectorUndefined { sa_name } => write!(f, "Unable to start Phase 2: No traffic-selector addresses defined for SA {sa_name}"),
            Self::PmProposalNoAuth {  } => write!(f, "AH proposal did not define authentication algorithm"),
            Self::PmProposalNoEncryption {  } => write!(f, "ESP proposal did not define encryption algorithm"),
            Self::PmProposalNoKeyLength { cipher } => write!(f, "Phase 2 proposal did not specify length for variable key-length cipher {cipher}"),
            Self::PmProposalNullEsp {  } => write!(f, "ESP was negotiated with null encryption and authentication"),
            Self::PmProposalProtocolInvalid { protocol_id } => write!(f, "Protocol {protocol_id} in Phase 2 proposal was invalid (was not AH or ESP)"),
            Self::PmProtoInvalid { protocol_id, sa_name } => write!(f, "Invalid protocol {protocol_id} was negotiated for SA {sa_name}"),
            Self::PmProtoIpcompUnsupported { sa_name } => write!(f, "Unsupported IPComp protocol was negotiated for SA {sa_name}"),
            Self::PmProtoIsakmpResvUnsupp { sa_name } => write!(f, "Unsupported protocol ISAKMP or RESERVED was negotiated for SA {sa_name}"),
            Self::PmProtoNotNegotiated { sa_name } => write!(f, "No protocol negotiated for SA {sa_name}"),
            Self::PmRemotePeerInvalid { remote_peer, service_set } => write!(f, "Phase 1 negotiation failed: remote address {remote_peer} in instance {service_set} is invalid"),
            Self::PmSaCfgNotFound { sa_name } => write!(f, "Unable to install negotiated Phase 2 values: SA {sa_name} configuration not found"),
            Self::PmSaDeleteReject { service_set, size, local_address, local_port, remote_address, remote_port } => write!(f, "Rejected SA deletion request for service set {service_set}: SPI size ({size}) is not 4 (local peer {local_address}:{local_port}, remote peer {remote_address}:{remote_port})"),
            Self::PmSaIndexGenFailed { sa_name, service_set } => write!(f, "Unable to generate pair index for SA {sa_name} in service set {service_set}"),
            Self::PmSaPeerAbsent { sa_name } => write!(f, "No active peer found in tunnel configuration block {sa_name}"),
            Self::PmSaPeerNotFound { sa_name } => write!(f, "Unable to find active peer for SA {sa_name}"),
            Self::PmSpiDeleteReject { service_set, size, local_address, local_port, remote_address, remote_port } => write!(f, "IKE Phase-2 delete:In instance {service_set} rejecting request to delete SPI size {size}u != 4 Local gateway {local_address}:{local_port}, Remote gateway {remote_address}:{remote_port}"),
            Self::PmUnequalPayloadLength { remote_address, remote_port } => write!(f, "Inconsistent payload lengths in Quick Mode responder life time notification from {remote_address}:{remote_port}"),
            Self::PmUninitialiseError { service_set } => write!(f, "Invalid policy managerhandle to uninitialize {service_set}"),
            Self::PmUninitializeFailed { service_set } => write!(f, "Unable to uninitialize service set {service_set}: invalid policy manager handle"),
            Self::PmUnknownP1Identities { local_peer, remote_peer, service_set } => write!(f, "Failed to initiate the Phase-1 negotiation for local:{local_peer} and remote:{remote_peer} in instance:{service_set}"),
            Self::PmUnknownPhase2Entities { sa_name } => write!(f, "No Phase-2 entities present in tunnel configuration block {sa_name}"),
            Self::PmUnknownQmNotification { notification_name, notification_kind, length, remote_address, remote_port, protocol_id, size, data } => write!(f, "Unknown Quick mode notification {notification_name} ({notification_kind}) (size {length}ubytes) from {remote_address}:{remote_port} for protocol={protocol_id}d spi({size}u)={data}"),
            Self::PmUnsupportedKey { kind } => write!(f, "Key type = {kind}, not supported"),
            Self::PmUnsupportedMode {  } => write!(f, "New group mode not supported currently"),
            Self::SnmpExtraResponse { pic_slot, error_message } => write!(f, "PIC {pic_slot} sent additional response after reply to SNMP query: {error_message}"),
            Self::SnmpFatalError { error_message } => write!(f, "Fatal SNMP error occurred: {error_message}"),
            Self::SnmpIkeServerNotFound { service_set } => write!(f, "Unable to fulfill SNMP request: could not fetch IKE server context for service set {service_set}"),
            Self::SnmpMallocFailed { pic_slot } => write!(f, "Unable to allocate memory for reply buffer; SNMP query to PIC {pic_slot} failed"),
            Self::SnmpPicConnectionFailed { pic_slot } => write!(f, "Unable to connect to PIC {pic_slot}; SNMP query failed"),
            Self::SnmpPicNoResponse { pic_slot, error_message } => write!(f, "PIC {pic_slot} did not respond to SNMP query: {error_message}"),
            Self::SnmpPicSlotNotFound { pic_slot } => write!(f, "Unable to retrieve slot information for PIC {pic_slot}; SNMP query failed"),
            Self::VpnDfbitStatusMsg { vpn_name, argument } => write!(f, "The DF-BIT for VPN {vpn_name} has been set to {argument}."),
            Self::VpnDownAlarmUser { vpn_name, remote_address } => write!(f, "VPN {vpn_name} from {remote_address} is down."),
            Self::VpnUpAlarmUser { vpn_name, remote_address } => write!(f, "VPN {vpn_name} from {remote_address} is up."),
        }
    }
}

impl<'a> From<&'a KmdEvent<'a>> for Thiserror<'a> {
    fn from(event: &'a KmdEvent<'a>) -> Self {
        match event {
            KmdEvent::CfgIfIdPoolNotFound(event) => Self::CfgIfIdPoolNotFound { pool_name: &event.pool_name, },
            KmdEvent::CfgIfIdPoolNoEntry(event) => Self::CfgIfIdPoolNoEntry { interface_name: &event.interface_name, interface_unit: event.interface_unit, pool_name: &event.pool_name, },
            KmdEvent::CfgIfIdPoolNoInterface(event) => Self::CfgIfIdPoolNoInterface { pool_name: &event.pool_name, },
            KmdEvent::CfgIfIdPoolReturnFailed(event) => Self::CfgIfIdPoolReturnFailed { pool_name: &event.pool_name, },
            KmdEvent::DpdFailoverManualTunnel(event) => Self::DpdFailoverManualTunnel { tunnel_name: &event.tunnel_name, },
            KmdEvent::DpdFailoverMaxAttempts(event) => Self::DpdFailoverMaxAttempts { count: event.count, tunnel_name: &event.tunnel_name, },
            KmdEvent::DpdFailoverNoActivePeer(event) => Self::DpdFailoverNoActivePeer { tunnel_name: &event.tunnel_name, },
            KmdEvent::DpdFailoverNoBackupPeer(event) => Self::DpdFailoverNoBackupPeer { tunnel_name: &event.tunnel_name, },
            KmdEvent::DpdFailoverNoTunnelCfg(_) => Self::DpdFailoverNoTunnelCfg { },
            KmdEvent::DpdIkeServerNotFound(event) => Self::DpdIkeServerNotFound { remote_address: event.remote_address, remote_port: event.remote_port, local_address: event.local_address, local_port: event.local_port, },
            KmdEvent::DpdInvalidAddress(event) => Self::DpdInvalidAddress { local_address: &event.local_address, remote_address: &event.remote_address, },
            KmdEvent::DpdInvalidSequenceNumber(event) => Self::DpdInvalidSequenceNumber { remote_address: event.remote_address, remote_port: event.remote_port, local_address: event.local_address, local_port: event.local_port, },
            KmdEvent::DpdNoLocalAddress(event) => Self::DpdNoLocalAddress { local_address: event.local_address, local_port: event.local_port, service_set: &event.service_set, },
            KmdEvent::DpdRemoteAddressChanged(event) => Self::DpdRemoteAddressChanged { tunnel_name: &event.tunnel_name, old_address: event.old_address, new_address: event.new_address, },
            KmdEvent::DpdRemotePeerNotFound(event) => Self::DpdRemotePeerNotFound { remote_address: event.remote_address, remote_port: event.remote_port, service_set: &event.service_set, },
            KmdEvent::DpdUnexpectedIkeStatus(event) => Self::DpdUnexpectedIkeStatus { remote_address: event.remote_address, remote_port: event.remote_port, status: &event.status, ike_instance: &event.ike_instance, },
            KmdEvent::PmAuthAlgorithmInvalid(event) => Self::PmAuthAlgorithmInvalid { auth_algorithm_id: &event.auth_algorithm_id, transform_id: &event.transform_id, protocol_name: &event.protocol_name, tunnel_name: &event.tunnel_name, },
            KmdEvent::PmDuplicateLifeDuration(event) => Self::PmDuplicateLifeDuration { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmDynamicSaInstallFailed(event) => Self::PmDynamicSaInstallFailed { tunnel_name: &event.tunnel_name, },
            KmdEvent::PmEncryptionInvalid(event) => Self::PmEncryptionInvalid { transform_id: &event.transform_id, tunnel_name: &event.tunnel_name, },
            KmdEvent::PmIkeServerLookupFailed(event) => Self::PmIkeServerLookupFailed { remote_peer: &event.remote_peer, },
            KmdEvent::PmIkeServerNotFound(event) => Self::PmIkeServerNotFound { remote_address: event.remote_address, remote_port: event.remote_port, service_set: &event.service_set, },
            KmdEvent::PmIkeSrvNotFoundCreate(event) => Self::PmIkeSrvNotFoundCreate { local_address: event.local_address, local_port: event.local_port, remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmIkeSrvNotFoundDelete(event) => Self::PmIkeSrvNotFoundDelete { remote_address: event.remote_address, remote_port: event.remote_port, service_set: &event.service_set, },
            KmdEvent::PmIllegalRemoteGwId(event) => Self::PmIllegalRemoteGwId { remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmInconsistentP2Ids(event) => Self::PmInconsistentP2Ids { local_initiator: &event.local_initiator, local_responder: &event.local_responder, remote_initiator: &event.remote_initiator, remote_responder: &event.remote_responder, },
            KmdEvent::PmInvalidLifeType(event) => Self::PmInvalidLifeType { units_kind: &event.units_type, remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmKeyNotSupported(event) => Self::PmKeyNotSupported { kind: &event.r#type, },
            KmdEvent::PmLifetimeDuplicate(event) => Self::PmLifetimeDuplicate { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmLifetimeLengthUnequal(event) => Self::PmLifetimeLengthUnequal { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmLifetimeNoDuration(event) => Self::PmLifetimeNoDuration { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmLifetimeTypeUndefined(event) => Self::PmLifetimeTypeUndefined { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmLifetimeUnitsInvalid(event) => Self::PmLifetimeUnitsInvalid { remote_address: event.remote_address, remote_port: event.remote_port, units_kind: &event.units_type, },
            KmdEvent::PmNewGroupUnsupported(_) => Self::PmNewGroupUnsupported { },
            KmdEvent::PmNoLifetime(event) => Self::PmNoLifetime { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmNoLifeType(event) => Self::PmNoLifeType { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmNoProposalForPhase1(event) => Self::PmNoProposalForPhase1 { local_peer: &event.local_peer, remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmNoSpdPhase1FuncPtr(event) => Self::PmNoSpdPhase1FuncPtr { service_set: &event.service_set, },
            KmdEvent::PmP1PolicyLookupFailure(event) => Self::PmP1PolicyLookupFailure { negotiation_role: &event.negotiation_role, local_peer: &event.local_peer, remote_peer: &event.remote_peer, },
            KmdEvent::PmP2PolicyLookupFailure(event) => Self::PmP2PolicyLookupFailure { negotiation_role: &event.negotiation_role, local_peer: &event.local_peer, remote_peer: &event.remote_peer, local_prefix: &event.local_prefix, remote_prefix: &event.remote_prefix, },
            KmdEvent::PmPhase1GroupUnreadable(_) => Self::PmPhase1GroupUnreadable { },
            KmdEvent::PmPhase1GroupUnspecified(_) => Self::PmPhase1GroupUnspecified { },
            KmdEvent::PmPhase1IkeSrvNotFound(event) => Self::PmPhase1IkeSrvNotFound { remote_peer: &event.remote_peer, },
            KmdEvent::PmPhase1NoIdentities(event) => Self::PmPhase1NoIdentities { service_set: &event.service_set, local_peer: &event.local_peer, remote_peer: &event.remote_peer, },
            KmdEvent::PmPhase1NoSpdHandler(event) => Self::PmPhase1NoSpdHandler { service_set: &event.service_set, },
            KmdEvent::PmPhase1PolicyLookupFail(event) => Self::PmPhase1PolicyLookupFail { negotiation_role: &event.negotiation_role, local_peer: &event.local_peer, remote_peer: &event.remote_peer, },
            KmdEvent::PmPhase1PolicyNotFound(event) => Self::PmPhase1PolicyNotFound { local_peer: &event.local_peer, remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmPhase1PolicySearchFail(event) => Self::PmPhase1PolicySearchFail { access_profile: &event.access_profile, service_set: &event.service_set, },
            KmdEvent::PmPhase1ProtoInvalid(event) => Self::PmPhase1ProtoInvalid { received_value: &event.received_value, expected_value: &event.expected_value, },
            KmdEvent::PmPhase1ProtoNotIsakmp(_) => Self::PmPhase1ProtoNotIsakmp { },
            KmdEvent::PmPhase1ProtoTwice(event) => Self::PmPhase1ProtoTwice { protocol_id: &event.protocol_id, },
            KmdEvent::PmPhase1TxformIncomplete(_) => Self::PmPhase1TxformIncomplete { },
            KmdEvent::PmPhase1TxformInvalid(event) => Self::PmPhase1TxformInvalid { received_value: &event.received_value, expected_value: &event.expected_value, },
            KmdEvent::PmPhase2IdentityMismatch(event) => Self::PmPhase2IdentityMismatch { local_initiator: &event.local_initiator, local_responder: &event.local_responder, remote_initiator: &event.remote_initiator, remote_responder: &event.remote_responder, },
            KmdEvent::PmPhase2NotifUnknown(event) => Self::PmPhase2NotifUnknown { notification_name: &event.notification_name, notification_kind: &event.notification_type, length: event.length, remote_address: event.remote_address, remote_port: event.remote_port, protocol_id: &event.protocol_id, size: event.size, data: &event.data, },
            KmdEvent::PmPhase2PolicyLookupFail(event) => Self::PmPhase2PolicyLookupFail { negotiation_role: &event.negotiation_role, local_peer: &event.local_peer, remote_peer: &event.remote_peer, local_prefix: &event.local_prefix, remote_prefix: &event.remote_prefix, },
            KmdEvent::PmPhase2SelectorUndefined(event) => Self::PmPhase2SelectorUndefined { sa_name: &event.sa_name, },
            KmdEvent::PmProposalNoAuth(_) => Self::PmProposalNoAuth { },
            KmdEvent::PmProposalNoEncryption(_) => Self::PmProposalNoEncryption { },
            KmdEvent::PmProposalNoKeyLength(event) => Self::PmProposalNoKeyLength { cipher: &event.cipher, },
            KmdEvent::PmProposalNullEsp(_) => Self::PmProposalNullEsp { },
            KmdEvent::PmProposalProtocolInvalid(event) => Self::PmProposalProtocolInvalid { protocol_id: &event.protocol_id, },
            KmdEvent::PmProtoInvalid(event) => Self::PmProtoInvalid { protocol_id: &event.protocol_id, sa_name: &event.sa_name, },
            KmdEvent::PmProtoIpcompUnsupported(event) => Self::PmProtoIpcompUnsupported { sa_name: &event.sa_name, },
            KmdEvent::PmProtoIsakmpResvUnsupp(event) => Self::PmProtoIsakmpResvUnsupp { sa_name: &event.sa_name, },
            KmdEvent::PmProtoNotNegotiated(event) => Self::PmProtoNotNegotiated { sa_name: &event.sa_name, },
            KmdEvent::PmRemotePeerInvalid(event) => Self::PmRemotePeerInvalid { remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmSaCfgNotFound(event) => Self::PmSaCfgNotFound { sa_name: &event.sa_name, },
            KmdEvent::PmSaDeleteReject(event) => Self::PmSaDeleteReject { service_set: &event.service_set, size: event.size, local_address: event.local_address, local_port: event.local_port, remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmSaIndexGenFailed(event) => Self::PmSaIndexGenFailed { sa_name: &event.sa_name, service_set: &event.service_set, },
            KmdEvent::PmSaPeerAbsent(event) => Self::PmSaPeerAbsent { sa_name: &event.sa_name, },
            KmdEvent::PmSaPeerNotFound(event) => Self::PmSaPeerNotFound { sa_name: &event.sa_name, },
            KmdEvent::PmSpiDeleteReject(event) => Self::PmSpiDeleteReject { service_set: &event.service_set, size: event.size, local_address: event.local_address, local_port: event.local_port, remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmUnequalPayloadLength(event) => Self::PmUnequalPayloadLength { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmUninitialiseError(event) => Self::PmUninitialiseError { service_set: &event.service_set, },
            KmdEvent::PmUninitializeFailed(event) => Self::PmUninitializeFailed { service_set: &event.service_set, },
            KmdEvent::PmUnknownP1Identities(event) => Self::PmUnknownP1Identities { local_peer: &event.local_peer, remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmUnknownPhase2Entities(event) => Self::PmUnknownPhase2Entities { sa_name: &event.sa_name, },
            KmdEvent::PmUnknownQmNotification(event) => Self::PmUnknownQmNotification { notification_name: &event.notification_name, notification_kind: &event.notification_type, length: event.length, remote_address: event.remote_address, remote_port: event.remote_port, protocol_id: event.protocol_id, size: event.size, data: &event.data, },
            KmdEvent::PmUnsupportedKey(event) => Self::PmUnsupportedKey { kind: &event.r#type, },
            KmdEvent::PmUnsupportedMode(_) => Self::PmUnsupportedMode { },
            KmdEvent::SnmpExtraResponse(event) => Self::SnmpExtraResponse { pic_slot: &event.pic_slot, error_message: &event.error_message, },
            KmdEvent::SnmpFatalError(event) => Self::SnmpFatalError { error_message: &event.error_message, },
            KmdEvent::SnmpIkeServerNotFound(event) => Self::SnmpIkeServerNotFound { service_set: &event.service_set, },
            KmdEvent::SnmpMallocFailed(event) => Self::SnmpMallocFailed { pic_slot: &event.pic_slot, },
            KmdEvent::SnmpPicConnectionFailed(event) => Self::SnmpPicConnectionFailed { pic_slot: &event.pic_slot, },
            KmdEvent::SnmpPicNoResponse(event) => Self::SnmpPicNoResponse { pic_slot: &event.pic_slot, error_message: &event.error_message, },
            KmdEvent::SnmpPicSlotNotFound(event) => Self::SnmpPicSlotNotFound { pic_slot: &event.pic_slot, },
            KmdEvent::VpnDfbitStatusMsg(event) => Self::VpnDfbitStatusMsg { vpn_name: &event.vpn_name, argument: &event.argument, },
            KmdEvent::VpnDownAlarmUser(event) => Self::VpnDownAlarmUser { vpn_name: &event.vpn_name, remote_address: event.remote_address, },
            KmdEvent::VpnUpAlarmUser(event) => Self::VpnUpAlarmUser { vpn_name: &event.vpn_name, remote_address: event.remote_address, },
            _ => unreachable!(),
        }
    }
}

impl<'a> From<&'a KmdEvent<'a>> for Displaydoc<'a> {
    fn from(event: &'a KmdEvent<'a>) -> Self {
        match event {
            KmdEvent::CfgIfIdPoolNotFound(event) => Self::CfgIfIdPoolNotFound { pool_name: &event.pool_name, },
            KmdEvent::CfgIfIdPoolNoEntry(event) => Self::CfgIfIdPoolNoEntry { interface_name: &event.interface_name, interface_unit: event.interface_unit, pool_name: &event.pool_name, },
            KmdEvent::CfgIfIdPoolNoInterface(event) => Self::CfgIfIdPoolNoInterface { pool_name: &event.pool_name, },
            KmdEvent::CfgIfIdPoolReturnFailed(event) => Self::CfgIfIdPoolReturnFailed { pool_name: &event.pool_name, },
            KmdEvent::DpdFailoverManualTunnel(event) => Self::DpdFailoverManualTunnel { tunnel_name: &event.tunnel_name, },
            KmdEvent::DpdFailoverMaxAttempts(event) => Self::DpdFailoverMaxAttempts { count: event.count, tunnel_name: &event.tunnel_name, },
            KmdEvent::DpdFailoverNoActivePeer(event) => Self::DpdFailoverNoActivePeer { tunnel_name: &event.tunnel_name, },
            KmdEvent::DpdFailoverNoBackupPeer(event) => Self::DpdFailoverNoBackupPeer { tunnel_name: &event.tunnel_name, },
            KmdEvent::DpdFailoverNoTunnelCfg(_) => Self::DpdFailoverNoTunnelCfg { },
            KmdEvent::DpdIkeServerNotFound(event) => Self::DpdIkeServerNotFound { remote_address: event.remote_address, remote_port: event.remote_port, local_address: event.local_address, local_port: event.local_port, },
            KmdEvent::DpdInvalidAddress(event) => Self::DpdInvalidAddress { local_address: &event.local_address, remote_address: &event.remote_address, },
            KmdEvent::DpdInvalidSequenceNumber(event) => Self::DpdInvalidSequenceNumber { remote_address: event.remote_address, remote_port: event.remote_port, local_address: event.local_address, local_port: event.local_port, },
            KmdEvent::DpdNoLocalAddress(event) => Self::DpdNoLocalAddress { local_address: event.local_address, local_port: event.local_port, service_set: &event.service_set, },
            KmdEvent::DpdRemoteAddressChanged(event) => Self::DpdRemoteAddressChanged { tunnel_name: &event.tunnel_name, old_address: event.old_address, new_address: event.new_address, },
            KmdEvent::DpdRemotePeerNotFound(event) => Self::DpdRemotePeerNotFound { remote_address: event.remote_address, remote_port: event.remote_port, service_set: &event.service_set, },
            KmdEvent::DpdUnexpectedIkeStatus(event) => Self::DpdUnexpectedIkeStatus { remote_address: event.remote_address, remote_port: event.remote_port, status: &event.status, ike_instance: &event.ike_instance, },
            KmdEvent::PmAuthAlgorithmInvalid(event) => Self::PmAuthAlgorithmInvalid { auth_algorithm_id: &event.auth_algorithm_id, transform_id: &event.transform_id, protocol_name: &event.protocol_name, tunnel_name: &event.tunnel_name, },
            KmdEvent::PmDuplicateLifeDuration(event) => Self::PmDuplicateLifeDuration { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmDynamicSaInstallFailed(event) => Self::PmDynamicSaInstallFailed { tunnel_name: &event.tunnel_name, },
            KmdEvent::PmEncryptionInvalid(event) => Self::PmEncryptionInvalid { transform_id: &event.transform_id, tunnel_name: &event.tunnel_name, },
            KmdEvent::PmIkeServerLookupFailed(event) => Self::PmIkeServerLookupFailed { remote_peer: &event.remote_peer, },
            KmdEvent::PmIkeServerNotFound(event) => Self::PmIkeServerNotFound { remote_address: event.remote_address, remote_port: event.remote_port, service_set: &event.service_set, },
            KmdEvent::PmIkeSrvNotFoundCreate(event) => Self::PmIkeSrvNotFoundCreate { local_address: event.local_address, local_port: event.local_port, remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmIkeSrvNotFoundDelete(event) => Self::PmIkeSrvNotFoundDelete { remote_address: event.remote_address, remote_port: event.remote_port, service_set: &event.service_set, },
            KmdEvent::PmIllegalRemoteGwId(event) => Self::PmIllegalRemoteGwId { remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmInconsistentP2Ids(event) => Self::PmInconsistentP2Ids { local_initiator: &event.local_initiator, local_responder: &event.local_responder, remote_initiator: &event.remote_initiator, remote_responder: &event.remote_responder, },
            KmdEvent::PmInvalidLifeType(event) => Self::PmInvalidLifeType { units_kind: &event.units_type, remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmKeyNotSupported(event) => Self::PmKeyNotSupported { kind: &event.r#type, },
            KmdEvent::PmLifetimeDuplicate(event) => Self::PmLifetimeDuplicate { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmLifetimeLengthUnequal(event) => Self::PmLifetimeLengthUnequal { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmLifetimeNoDuration(event) => Self::PmLifetimeNoDuration { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmLifetimeTypeUndefined(event) => Self::PmLifetimeTypeUndefined { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmLifetimeUnitsInvalid(event) => Self::PmLifetimeUnitsInvalid { remote_address: event.remote_address, remote_port: event.remote_port, units_kind: &event.units_type, },
            KmdEvent::PmNewGroupUnsupported(_) => Self::PmNewGroupUnsupported { },
            KmdEvent::PmNoLifetime(event) => Self::PmNoLifetime { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmNoLifeType(event) => Self::PmNoLifeType { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmNoProposalForPhase1(event) => Self::PmNoProposalForPhase1 { local_peer: &event.local_peer, remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmNoSpdPhase1FuncPtr(event) => Self::PmNoSpdPhase1FuncPtr { service_set: &event.service_set, },
            KmdEvent::PmP1PolicyLookupFailure(event) => Self::PmP1PolicyLookupFailure { negotiation_role: &event.negotiation_role, local_peer: &event.local_peer, remote_peer: &event.remote_peer, },
            KmdEvent::PmP2PolicyLookupFailure(event) => Self::PmP2PolicyLookupFailure { negotiation_role: &event.negotiation_role, local_peer: &event.local_peer, remote_peer: &event.remote_peer, local_prefix: &event.local_prefix, remote_prefix: &event.remote_prefix, },
            KmdEvent::PmPhase1GroupUnreadable(_) => Self::PmPhase1GroupUnreadable { },
            KmdEvent::PmPhase1GroupUnspecified(_) => Self::PmPhase1GroupUnspecified { },
            KmdEvent::PmPhase1IkeSrvNotFound(event) => Self::PmPhase1IkeSrvNotFound { remote_peer: &event.remote_peer, },
            KmdEvent::PmPhase1NoIdentities(event) => Self::PmPhase1NoIdentities { service_set: &event.service_set, local_peer: &event.local_peer, remote_peer: &event.remote_peer, },
            KmdEvent::PmPhase1NoSpdHandler(event) => Self::PmPhase1NoSpdHandler { service_set: &event.service_set, },
            KmdEvent::PmPhase1PolicyLookupFail(event) => Self::PmPhase1PolicyLookupFail { negotiation_role: &event.negotiation_role, local_peer: &event.local_peer, remote_peer: &event.remote_peer, },
            KmdEvent::PmPhase1PolicyNotFound(event) => Self::PmPhase1PolicyNotFound { local_peer: &event.local_peer, remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmPhase1PolicySearchFail(event) => Self::PmPhase1PolicySearchFail { access_profile: &event.access_profile, service_set: &event.service_set, },
            KmdEvent::PmPhase1ProtoInvalid(event) => Self::PmPhase1ProtoInvalid { received_value: &event.received_value, expected_value: &event.expected_value, },
            KmdEvent::PmPhase1ProtoNotIsakmp(_) => Self::PmPhase1ProtoNotIsakmp { },
            KmdEvent::PmPhase1ProtoTwice(event) => Self::PmPhase1ProtoTwice { protocol_id: &event.protocol_id, },
            KmdEvent::PmPhase1TxformIncomplete(_) => Self::PmPhase1TxformIncomplete { },
            KmdEvent::PmPhase1TxformInvalid(event) => Self::PmPhase1TxformInvalid { received_value: &event.received_value, expected_value: &event.expected_value, },
            KmdEvent::PmPhase2IdentityMismatch(event) => Self::PmPhase2IdentityMismatch { local_initiator: &event.local_initiator, local_responder: &event.local_responder, remote_initiator: &event.remote_initiator, remote_responder: &event.remote_responder, },
            KmdEvent::PmPhase2NotifUnknown(event) => Self::PmPhase2NotifUnknown { notification_name: &event.notification_name, notification_kind: &event.notification_type, length: event.length, remote_address: event.remote_address, remote_port: event.remote_port, protocol_id: &event.protocol_id, size: event.size, data: &event.data, },
            KmdEvent::PmPhase2PolicyLookupFail(event) => Self::PmPhase2PolicyLookupFail { negotiation_role: &event.negotiation_role, local_peer: &event.local_peer, remote_peer: &event.remote_peer, local_prefix: &event.local_prefix, remote_prefix: &event.remote_prefix, },
            KmdEvent::PmPhase2SelectorUndefined(event) => Self::PmPhase2SelectorUndefined { sa_name: &event.sa_name, },
            KmdEvent::PmProposalNoAuth(_) => Self::PmProposalNoAuth { },
            KmdEvent::PmProposalNoEncryption(_) => Self::PmProposalNoEncryption { },
            KmdEvent::PmProposalNoKeyLength(event) => Self::PmProposalNoKeyLength { cipher: &event.cipher, },
            KmdEvent::PmProposalNullEsp(_) => Self::PmProposalNullEsp { },
            KmdEvent::PmProposalProtocolInvalid(event) => Self::PmProposalProtocolInvalid { protocol_id: &event.protocol_id, },
            KmdEvent::PmProtoInvalid(event) => Self::PmProtoInvalid { protocol_id: &event.protocol_id, sa_name: &event.sa_name, },
            KmdEvent::PmProtoIpcompUnsupported(event) => Self::PmProtoIpcompUnsupported { sa_name: &event.sa_name, },
            KmdEvent::PmProtoIsakmpResvUnsupp(event) => Self::PmProtoIsakmpResvUnsupp { sa_name: &event.sa_name, },
            KmdEvent::PmProtoNotNegotiated(event) => Self::PmProtoNotNegotiated { sa_name: &event.sa_name, },
            KmdEvent::PmRemotePeerInvalid(event) => Self::PmRemotePeerInvalid { remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmSaCfgNotFound(event) => Self::PmSaCfgNotFound { sa_name: &event.sa_name, },
            KmdEvent::PmSaDeleteReject(event) => Self::PmSaDeleteReject { service_set: &event.service_set, size: event.size, local_address: event.local_address, local_port: event.local_port, remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmSaIndexGenFailed(event) => Self::PmSaIndexGenFailed { sa_name: &event.sa_name, service_set: &event.service_set, },
            KmdEvent::PmSaPeerAbsent(event) => Self::PmSaPeerAbsent { sa_name: &event.sa_name, },
            KmdEvent::PmSaPeerNotFound(event) => Self::PmSaPeerNotFound { sa_name: &event.sa_name, },
            KmdEvent::PmSpiDeleteReject(event) => Self::PmSpiDeleteReject { service_set: &event.service_set, size: event.size, local_address: event.local_address, local_port: event.local_port, remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmUnequalPayloadLength(event) => Self::PmUnequalPayloadLength { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmUninitialiseError(event) => Self::PmUninitialiseError { service_set: &event.service_set, },
            KmdEvent::PmUninitializeFailed(event) => Self::PmUninitializeFailed { service_set: &event.service_set, },
            KmdEvent::PmUnknownP1Identities(event) => Self::PmUnknownP1Identities { local_peer: &event.local_peer, remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmUnknownPhase2Entities(event) => Self::PmUnknownPhase2Entities { sa_name: &event.sa_name, },
            KmdEvent::PmUnknownQmNotification(event) => Self::PmUnknownQmNotification { notification_name: &event.notification_name, notification_kind: &event.notification_type, length: event.length, remote_address: event.remote_address, remote_port: event.remote_port, protocol_id: event.protocol_id, size: event.size, data: &event.data, },
            KmdEvent::PmUnsupportedKey(event) => Self::PmUnsupportedKey { kind: &event.r#type, },
            KmdEvent::PmUnsupportedMode(_) => Self::PmUnsupportedMode { },
            KmdEvent::SnmpExtraResponse(event) => Self::SnmpExtraResponse { pic_slot: &event.pic_slot, error_message: &event.error_message, },
            KmdEvent::SnmpFatalError(event) => Self::SnmpFatalError { error_message: &event.error_message, },
            KmdEvent::SnmpIkeServerNotFound(event) => Self::SnmpIkeServerNotFound { service_set: &event.service_set, },
            KmdEvent::SnmpMallocFailed(event) => Self::SnmpMallocFailed { pic_slot: &event.pic_slot, },
            KmdEvent::SnmpPicConnectionFailed(event) => Self::SnmpPicConnectionFailed { pic_slot: &event.pic_slot, },
            KmdEvent::SnmpPicNoResponse(event) => Self::SnmpPicNoResponse { pic_slot: &event.pic_slot, error_message: &event.error_message, },
            KmdEvent::SnmpPicSlotNotFound(event) => Self::SnmpPicSlotNotFound { pic_slot: &event.pic_slot, },
            KmdEvent::VpnDfbitStatusMsg(event) => Self::VpnDfbitStatusMsg { vpn_name: &event.vpn_name, argument: &event.argument, },
            KmdEvent::VpnDownAlarmUser(event) => Self::VpnDownAlarmUser { vpn_name: &event.vpn_name, remote_address: event.remote_address, },
            KmdEvent::VpnUpAlarmUser(event) => Self::VpnUpAlarmUser { vpn_name: &event.vpn_name, remote_address: event.remote_address, },
            _ => unreachable!(),
        }
    }
}

impl<'a> From<&'a KmdEvent<'a>> for Written<'a> {
    fn from(event: &'a KmdEvent<'a>) -> Self {
        match event {
            KmdEvent::CfgIfIdPoolNotFound(event) => Self::CfgIfIdPoolNotFound { pool_name: &event.pool_name, },
            KmdEvent::CfgIfIdPoolNoEntry(event) => Self::CfgIfIdPoolNoEntry { interface_name: &event.interface_name, interface_unit: event.interface_unit, pool_name: &event.pool_name, },
            KmdEvent::CfgIfIdPoolNoInterface(event) => Self::CfgIfIdPoolNoInterface { pool_name: &event.pool_name, },
            KmdEvent::CfgIfIdPoolReturnFailed(event) => Self::CfgIfIdPoolReturnFailed { pool_name: &event.pool_name, },
            KmdEvent::DpdFailoverManualTunnel(event) => Self::DpdFailoverManualTunnel { tunnel_name: &event.tunnel_name, },
            KmdEvent::DpdFailoverMaxAttempts(event) => Self::DpdFailoverMaxAttempts { count: event.count, tunnel_name: &event.tunnel_name, },
            KmdEvent::DpdFailoverNoActivePeer(event) => Self::DpdFailoverNoActivePeer { tunnel_name: &event.tunnel_name, },
            KmdEvent::DpdFailoverNoBackupPeer(event) => Self::DpdFailoverNoBackupPeer { tunnel_name: &event.tunnel_name, },
            KmdEvent::DpdFailoverNoTunnelCfg(_) => Self::DpdFailoverNoTunnelCfg { },
            KmdEvent::DpdIkeServerNotFound(event) => Self::DpdIkeServerNotFound { remote_address: event.remote_address, remote_port: event.remote_port, local_address: event.local_address, local_port: event.local_port, },
            KmdEvent::DpdInvalidAddress(event) => Self::DpdInvalidAddress { local_address: &event.local_address, remote_address: &event.remote_address, },
            KmdEvent::DpdInvalidSequenceNumber(event) => Self::DpdInvalidSequenceNumber { remote_address: event.remote_address, remote_port: event.remote_port, local_address: event.local_address, local_port: event.local_port, },
            KmdEvent::DpdNoLocalAddress(event) => Self::DpdNoLocalAddress { local_address: event.local_address, local_port: event.local_port, service_set: &event.service_set, },
            KmdEvent::DpdRemoteAddressChanged(event) => Self::DpdRemoteAddressChanged { tunnel_name: &event.tunnel_name, old_address: event.old_address, new_address: event.new_address, },
            KmdEvent::DpdRemotePeerNotFound(event) => Self::DpdRemotePeerNotFound { remote_address: event.remote_address, remote_port: event.remote_port, service_set: &event.service_set, },
            KmdEvent::DpdUnexpectedIkeStatus(event) => Self::DpdUnexpectedIkeStatus { remote_address: event.remote_address, remote_port: event.remote_port, status: &event.status, ike_instance: &event.ike_instance, },
            KmdEvent::PmAuthAlgorithmInvalid(event) => Self::PmAuthAlgorithmInvalid { auth_algorithm_id: &event.auth_algorithm_id, transform_id: &event.transform_id, protocol_name: &event.protocol_name, tunnel_name: &event.tunnel_name, },
            KmdEvent::PmDuplicateLifeDuration(event) => Self::PmDuplicateLifeDuration { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmDynamicSaInstallFailed(event) => Self::PmDynamicSaInstallFailed { tunnel_name: &event.tunnel_name, },
            KmdEvent::PmEncryptionInvalid(event) => Self::PmEncryptionInvalid { transform_id: &event.transform_id, tunnel_name: &event.tunnel_name, },
            KmdEvent::PmIkeServerLookupFailed(event) => Self::PmIkeServerLookupFailed { remote_peer: &event.remote_peer, },
            KmdEvent::PmIkeServerNotFound(event) => Self::PmIkeServerNotFound { remote_address: event.remote_address, remote_port: event.remote_port, service_set: &event.service_set, },
            KmdEvent::PmIkeSrvNotFoundCreate(event) => Self::PmIkeSrvNotFoundCreate { local_address: event.local_address, local_port: event.local_port, remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmIkeSrvNotFoundDelete(event) => Self::PmIkeSrvNotFoundDelete { remote_address: event.remote_address, remote_port: event.remote_port, service_set: &event.service_set, },
            KmdEvent::PmIllegalRemoteGwId(event) => Self::PmIllegalRemoteGwId { remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmInconsistentP2Ids(event) => Self::PmInconsistentP2Ids { local_initiator: &event.local_initiator, local_responder: &event.local_responder, remote_initiator: &event.remote_initiator, remote_responder: &event.remote_responder, },
            KmdEvent::PmInvalidLifeType(event) => Self::PmInvalidLifeType { units_kind: &event.units_type, remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmKeyNotSupported(event) => Self::PmKeyNotSupported { kind: &event.r#type, },
            KmdEvent::PmLifetimeDuplicate(event) => Self::PmLifetimeDuplicate { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmLifetimeLengthUnequal(event) => Self::PmLifetimeLengthUnequal { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmLifetimeNoDuration(event) => Self::PmLifetimeNoDuration { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmLifetimeTypeUndefined(event) => Self::PmLifetimeTypeUndefined { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmLifetimeUnitsInvalid(event) => Self::PmLifetimeUnitsInvalid { remote_address: event.remote_address, remote_port: event.remote_port, units_kind: &event.units_type, },
            KmdEvent::PmNewGroupUnsupported(_) => Self::PmNewGroupUnsupported { },
            KmdEvent::PmNoLifetime(event) => Self::PmNoLifetime { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmNoLifeType(event) => Self::PmNoLifeType { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmNoProposalForPhase1(event) => Self::PmNoProposalForPhase1 { local_peer: &event.local_peer, remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmNoSpdPhase1FuncPtr(event) => Self::PmNoSpdPhase1FuncPtr { service_set: &event.service_set, },
            KmdEvent::PmP1PolicyLookupFailure(event) => Self::PmP1PolicyLookupFailure { negotiation_role: &event.negotiation_role, local_peer: &event.local_peer, remote_peer: &event.remote_peer, },
            KmdEvent::PmP2PolicyLookupFailure(event) => Self::PmP2PolicyLookupFailure { negotiation_role: &event.negotiation_role, local_peer: &event.local_peer, remote_peer: &event.remote_peer, local_prefix: &event.local_prefix, remote_prefix: &event.remote_prefix, },
            KmdEvent::PmPhase1GroupUnreadable(_) => Self::PmPhase1GroupUnreadable { },
            KmdEvent::PmPhase1GroupUnspecified(_) => Self::PmPhase1GroupUnspecified { },
            KmdEvent::PmPhase1IkeSrvNotFound(event) => Self::PmPhase1IkeSrvNotFound { remote_peer: &event.remote_peer, },
            KmdEvent::PmPhase1NoIdentities(event) => Self::PmPhase1NoIdentities { service_set: &event.service_set, local_peer: &event.local_peer, remote_peer: &event.remote_peer, },
            KmdEvent::PmPhase1NoSpdHandler(event) => Self::PmPhase1NoSpdHandler { service_set: &event.service_set, },
            KmdEvent::PmPhase1PolicyLookupFail(event) => Self::PmPhase1PolicyLookupFail { negotiation_role: &event.negotiation_role, local_peer: &event.local_peer, remote_peer: &event.remote_peer, },
            KmdEvent::PmPhase1PolicyNotFound(event) => Self::PmPhase1PolicyNotFound { local_peer: &event.local_peer, remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmPhase1PolicySearchFail(event) => Self::PmPhase1PolicySearchFail { access_profile: &event.access_profile, service_set: &event.service_set, },
            KmdEvent::PmPhase1ProtoInvalid(event) => Self::PmPhase1ProtoInvalid { received_value: &event.received_value, expected_value: &event.expected_value, },
            KmdEvent::PmPhase1ProtoNotIsakmp(_) => Self::PmPhase1ProtoNotIsakmp { },
            KmdEvent::PmPhase1ProtoTwice(event) => Self::PmPhase1ProtoTwice { protocol_id: &event.protocol_id, },
            KmdEvent::PmPhase1TxformIncomplete(_) => Self::PmPhase1TxformIncomplete { },
            KmdEvent::PmPhase1TxformInvalid(event) => Self::PmPhase1TxformInvalid { received_value: &event.received_value, expected_value: &event.expected_value, },
            KmdEvent::PmPhase2IdentityMismatch(event) => Self::PmPhase2IdentityMismatch { local_initiator: &event.local_initiator, local_responder: &event.local_responder, remote_initiator: &event.remote_initiator, remote_responder: &event.remote_responder, },
            KmdEvent::PmPhase2NotifUnknown(event) => Self::PmPhase2NotifUnknown { notification_name: &event.notification_name, notification_kind: &event.notification_type, length: event.length, remote_address: event.remote_address, remote_port: event.remote_port, protocol_id: &event.protocol_id, size: event.size, data: &event.data, },
            KmdEvent::PmPhase2PolicyLookupFail(event) => Self::PmPhase2PolicyLookupFail { negotiation_role: &event.negotiation_role, local_peer: &event.local_peer, remote_peer: &event.remote_peer, local_prefix: &event.local_prefix, remote_prefix: &event.remote_prefix, },
            KmdEvent::PmPhase2SelectorUndefined(event) => Self::PmPhase2SelectorUndefined { sa_name: &event.sa_name, },
            KmdEvent::PmProposalNoAuth(_) => Self::PmProposalNoAuth { },
            KmdEvent::PmProposalNoEncryption(_) => Self::PmProposalNoEncryption { },
            KmdEvent::PmProposalNoKeyLength(event) => Self::PmProposalNoKeyLength { cipher: &event.cipher, },
            KmdEvent::PmProposalNullEsp(_) => Self::PmProposalNullEsp { },
            KmdEvent::PmProposalProtocolInvalid(event) => Self::PmProposalProtocolInvalid { protocol_id: &event.protocol_id, },
            KmdEvent::PmProtoInvalid(event) => Self::PmProtoInvalid { protocol_id: &event.protocol_id, sa_name: &event.sa_name, },
            KmdEvent::PmProtoIpcompUnsupported(event) => Self::PmProtoIpcompUnsupported { sa_name: &event.sa_name, },
            KmdEvent::PmProtoIsakmpResvUnsupp(event) => Self::PmProtoIsakmpResvUnsupp { sa_name: &event.sa_name, },
            KmdEvent::PmProtoNotNegotiated(event) => Self::PmProtoNotNegotiated { sa_name: &event.sa_name, },
            KmdEvent::PmRemotePeerInvalid(event) => Self::PmRemotePeerInvalid { remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmSaCfgNotFound(event) => Self::PmSaCfgNotFound { sa_name: &event.sa_name, },
            KmdEvent::PmSaDeleteReject(event) => Self::PmSaDeleteReject { service_set: &event.service_set, size: event.size, local_address: event.local_address, local_port: event.local_port, remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmSaIndexGenFailed(event) => Self::PmSaIndexGenFailed { sa_name: &event.sa_name, service_set: &event.service_set, },
            KmdEvent::PmSaPeerAbsent(event) => Self::PmSaPeerAbsent { sa_name: &event.sa_name, },
            KmdEvent::PmSaPeerNotFound(event) => Self::PmSaPeerNotFound { sa_name: &event.sa_name, },
            KmdEvent::PmSpiDeleteReject(event) => Self::PmSpiDeleteReject { service_set: &event.service_set, size: event.size, local_address: event.local_address, local_port: event.local_port, remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmUnequalPayloadLength(event) => Self::PmUnequalPayloadLength { remote_address: event.remote_address, remote_port: event.remote_port, },
            KmdEvent::PmUninitialiseError(event) => Self::PmUninitialiseError { service_set: &event.service_set, },
            KmdEvent::PmUninitializeFailed(event) => Self::PmUninitializeFailed { service_set: &event.service_set, },
            KmdEvent::PmUnknownP1Identities(event) => Self::PmUnknownP1Identities { local_peer: &event.local_peer, remote_peer: &event.remote_peer, service_set: &event.service_set, },
            KmdEvent::PmUnknownPhase2Entities(event) => Self::PmUnknownPhase2Entities { sa_name: &event.sa_name, },
            KmdEvent::PmUnknownQmNotification(event) => Self::PmUnknownQmNotification { notification_name: &event.notification_name, notification_kind: &event.notification_type, length: event.length, remote_address: event.remote_address, remote_port: event.remote_port, protocol_id: event.protocol_id, size: event.size, data: &event.data, },
            KmdEvent::PmUnsupportedKey(event) => Self::PmUnsupportedKey { kind: &event.r#type, },
            KmdEvent::PmUnsupportedMode(_) => Self::PmUnsupportedMode { },
            KmdEvent::SnmpExtraResponse(event) => Self::SnmpExtraResponse { pic_slot: &event.pic_slot, error_message: &event.error_message, },
            KmdEvent::SnmpFatalError(event) => Self::SnmpFatalError { error_message: &event.error_message, },
            KmdEvent::SnmpIkeServerNotFound(event) => Self::SnmpIkeServerNotFound { service_set: &event.service_set, },
            KmdEvent::SnmpMallocFailed(event) => Self::SnmpMallocFailed { pic_slot: &event.pic_slot, },
            KmdEvent::SnmpPicConnectionFailed(event) => Self::SnmpPicConnectionFailed { pic_slot: &event.pic_slot, },
            KmdEvent::SnmpPicNoResponse(event) => Self::SnmpPicNoResponse { pic_slot: &event.pic_slot, error_message: &event.error_message, },
            KmdEvent::SnmpPicSlotNotFound(event) => Self::SnmpPicSlotNotFound { pic_slot: &event.pic_slot, },
            KmdEvent::VpnDfbitStatusMsg(event) => Self::VpnDfbitStatusMsg { vpn_name: &event.vpn_name, argument: &event.argument, },
            KmdEvent::VpnDownAlarmUser(event) => Self::VpnDownAlarmUser { vpn_name: &event.vpn_name, remote_address: event.remote_address, },
            KmdEvent::VpnUpAlarmUser(event) => Self::VpnUpAlarmUser { vpn_name: &event.vpn_name, remote_address: event.remote_address, },
            _ => unreachable!(),
        }
    }
}

pub fn write(event: &KmdEvent<'_>, out: &mut String) {
    match event {
        KmdEvent::CfgIfIdPoolNotFound(event) => { let pool_name = &*event.pool_name; std::fmt::Write::write_fmt(out, format_args!("Unable to allocate logical interface for IPSec interface from pool {pool_name}: pool not found")).expect("room") }
        KmdEvent::CfgIfIdPoolNoEntry(event) => { let interface_name = &*event.interface_name; let interface_unit = &event.interface_unit; let pool_name = &*event.pool_name; std::fmt::Write::write_fmt(out, format_args!("Unable to return logical interface {interface_name}.{interface_unit} to pool {pool_name}: no entry in pool for interface")).expect("room") }
        KmdEvent::CfgIfIdPoolNoInterface(event) => { let pool_name = &*event.pool_name; std::fmt::Write::write_fmt(out, format_args!("Unable to allocate logical interface for IPSec interface from pool {pool_name}: no interfaces available")).expect("room") }
        KmdEvent::CfgIfIdPoolReturnFailed(event) => { let pool_name = &*event.pool_name; std::fmt::Write::write_fmt(out, format_args!("Unable to return logical interface to pool {pool_name}: pool not found")).expect("room") }
        KmdEvent::DpdFailoverManualTunnel(event) => { let tunnel_name = &*event.tunnel_name; std::fmt::Write::write_fmt(out, format_args!("Tunnel {tunnel_name} did not fail over: it is manual type")).expect("room") }
        KmdEvent::DpdFailoverMaxAttempts(event) => { let count = &event.count; let tunnel_name = &*event.tunnel_name; std::fmt::Write::write_fmt(out, format_args!("Number of failover attempts exceeded limit {count} for tunnel {tunnel_name}")).expect("room") }
        KmdEvent::DpdFailoverNoActivePeer(event) => { let tunnel_name = &*event.tunnel_name; std::fmt::Write::write_fmt(out, format_args!("Tunnel {tunnel_name} did not fail over: no active peer configured")).expect("room") }
        KmdEvent::DpdFailoverNoBackupPeer(event) => { let tunnel_name = &*event.tunnel_name; std::fmt::Write::write_fmt(out, format_args!("Tunnel {tunnel_name} did not fail over: no backup peer configured")).expect("room") }
        KmdEvent::DpdFailoverNoTunnelCfg(_) => { std::fmt::Write::write_fmt(out, format_args!("Tunnel did not fail over: tunnel configuration not found")).expect("room") }
        KmdEvent::DpdIkeServerNotFound(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let local_address = &event.local_address; let local_port = &event.local_port; std::fmt::Write::write_fmt(out, format_args!("Unable to send DPD reply to remote peer {remote_address}:{remote_port}: no IKE server instance for local peer {local_address}:{local_port}")).expect("room") }
        KmdEvent::DpdInvalidAddress(event) => { let local_address = &*event.local_address; let remote_address = &*event.remote_address; std::fmt::Write::write_fmt(out, format_args!("Unable to send DPD reply: local peer {local_address}; remote peer {remote_address}")).expect("room") }
        KmdEvent::DpdInvalidSequenceNumber(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let local_address = &event.local_address; let local_port = &event.local_port; std::fmt::Write::write_fmt(out, format_args!("Unable to send DPD reply: remote peer {remote_address}:{remote_port} provided invalid zero sequence number to local peer {local_address}:{local_port}")).expect("room") }
        KmdEvent::DpdNoLocalAddress(event) => { let local_address = &event.local_address; let local_port = &event.local_port; let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Unable to send DPD hello message from local peer {local_address}/{local_port}: address not found in instance {service_set}")).expect("room") }
        KmdEvent::DpdRemoteAddressChanged(event) => { let tunnel_name = &*event.tunnel_name; let old_address = &event.old_address; let new_address = &event.new_address; std::fmt::Write::write_fmt(out, format_args!("Remote peer address for tunnel {tunnel_name} changed from {old_address} to {new_address}")).expect("room") }
        KmdEvent::DpdRemotePeerNotFound(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Unable to send DPD reply: DPD entry for remote peer {remote_address}:{remote_port} not found in IKE server instance {service_set}")).expect("room") }
        KmdEvent::DpdUnexpectedIkeStatus(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let status = &*event.status; let ike_instance = &*event.ike_instance; std::fmt::Write::write_fmt(out, format_args!("DPD reply to remote peer {remote_address}:{remote_port} failed with unexpected status {status} for IKE server instance {ike_instance}")).expect("room") }
        KmdEvent::PmAuthAlgorithmInvalid(event) => { let auth_algorithm_id = &*event.auth_algorithm_id; let transform_id = &*event.transform_id; let protocol_name = &*event.protocol_name; let tunnel_name = &*event.tunnel_name; std::fmt::Write::write_fmt(out, format_args!("Invalid authentication algorithm {auth_algorithm_id} negotiated in transform {transform_id} for use by {protocol_name} in tunnel {tunnel_name}")).expect("room") }
        KmdEvent::PmDuplicateLifeDuration(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; std::fmt::Write::write_fmt(out, format_args!("Duplicate SA life duration value given in Quick Mode notification from {remote_address}:{remote_port}")).expect("room") }
        KmdEvent::PmDynamicSaInstallFailed(event) => { let tunnel_name = &*event.tunnel_name; std::fmt::Write::write_fmt(out, format_args!("Unable to install dynamic SA for tunnel {tunnel_name}")).expect("room") }
        KmdEvent::PmEncryptionInvalid(event) => { let transform_id = &*event.transform_id; let tunnel_name = &*event.tunnel_name; std::fmt::Write::write_fmt(out, format_args!("Invalid encryption algorithm negotiated in transform {transform_id} for use by ESP in tunnel {tunnel_name}")).expect("room") }
        KmdEvent::PmIkeServerLookupFailed(event) => { let remote_peer = &*event.remote_peer; std::fmt::Write::write_fmt(out, format_args!("No IKE server to connect Phase-1 to {remote_peer}")).expect("room") }
        KmdEvent::PmIkeServerNotFound(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Failed to connect to {remote_address}:{remote_port} as there is no IKE server context available in instance {service_set}")).expect("room") }
        KmdEvent::PmIkeSrvNotFoundCreate(event) => { let local_address = &event.local_address; let local_port = &event.local_port; let remote_address = &event.remote_address; let remote_port = &event.remote_port; std::fmt::Write::write_fmt(out, format_args!("Local peer {local_address}:{local_port} could not inform remote peer {remote_address}:{remote_port} of SA creation failure: IKE server not found")).expect("room") }
        KmdEvent::PmIkeSrvNotFoundDelete(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Unable to notify remote peer {remote_address}:{remote_port} that SPI was deleted: no IKE server for service set {service_set}")).expect("room") }
        KmdEvent::PmIllegalRemoteGwId(event) => { let remote_peer = &*event.remote_peer; let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Aborting Phase-1 negotiation. Cannot initiate negotiation with invalid Phase-1 remote {remote_peer} in instance: {service_set}")).expect("room") }
        KmdEvent::PmInconsistentP2Ids(event) => { let local_initiator = &*event.local_initiator; let local_responder = &*event.local_responder; let remote_initiator = &*event.remote_initiator; let remote_responder = &*event.remote_responder; std::fmt::Write::write_fmt(out, format_args!("Inconsistent phase-2 (IPsec) identities, local : initiator = {local_initiator} responder = {local_responder} remote : initiator = {remote_initiator} responder = {remote_responder}")).expect("room") }
        KmdEvent::PmInvalidLifeType(event) => { let units_kind = &*event.units_type; let remote_address = &event.remote_address; let remote_port = &event.remote_port; std::fmt::Write::write_fmt(out, format_args!("Invalid life type {units_kind} found in the Quick Mode notification from {remote_address}:{remote_port}")).expect("room") }
        KmdEvent::PmKeyNotSupported(event) => { let kind = &*event.r#type; std::fmt::Write::write_fmt(out, format_args!("Key type {kind} not supported")).expect("room") }
        KmdEvent::PmLifetimeDuplicate(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; std::fmt::Write::write_fmt(out, format_args!("Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} specified duplicate duration")).expect("room") }
        KmdEvent::PmLifetimeLengthUnequal(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; std::fmt::Write::write_fmt(out, format_args!("Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} had unequal payload length")).expect("room") }
        KmdEvent::PmLifetimeNoDuration(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; std::fmt::Write::write_fmt(out, format_args!("Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} did not define duration")).expect("room") }
        KmdEvent::PmLifetimeTypeUndefined(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; std::fmt::Write::write_fmt(out, format_args!("Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} did not specify life type")).expect("room") }
        KmdEvent::PmLifetimeUnitsInvalid(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let units_kind = &*event.units_type; std::fmt::Write::write_fmt(out, format_args!("Phase 2 lifetime notification message from remote peer {remote_address}:{remote_port} specified invalid units type {units_kind}")).expect("room") }
        KmdEvent::PmNewGroupUnsupported(_) => { std::fmt::Write::write_fmt(out, format_args!("New Group mode not supported")).expect("room") }
        KmdEvent::PmNoLifetime(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; std::fmt::Write::write_fmt(out, format_args!("Duplicate life time payloads present in the notification from {remote_address}:{remote_port}. Dropping the notification.")).expect("room") }
        KmdEvent::PmNoLifeType(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; std::fmt::Write::write_fmt(out, format_args!("Quick mode notification from {remote_address}:{remote_port} contains lifetime duration without corresponding SA lifetime payload.")).expect("room") }
        KmdEvent::PmNoProposalForPhase1(event) => { let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Aborting Phase-1negotiation. No proposal found to initiatenegotiation between local:{local_peer} and remote {remote_peer} in instance:{service_set}")).expect("room") }
        KmdEvent::PmNoSpdPhase1FuncPtr(event) => { let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Phase-1 SPD handler is not registered in instance:{service_set}")).expect("room") }
        KmdEvent::PmP1PolicyLookupFailure(event) => { let negotiation_role = &*event.negotiation_role; let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; std::fmt::Write::write_fmt(out, format_args!("Policy lookup for Phase-1 [{negotiation_role}] failed for p1_local={local_peer} p1_remote={remote_peer}")).expect("room") }
        KmdEvent::PmP2PolicyLookupFailure(event) => { let negotiation_role = &*event.negotiation_role; let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; let local_prefix = &*event.local_prefix; let remote_prefix = &*event.remote_prefix; std::fmt::Write::write_fmt(out, format_args!("Policy lookup for Phase-2 [{negotiation_role}] failed for p1_local={local_peer} p1_remote={remote_peer} p2_local={local_prefix} p2_remote={remote_prefix}")).expect("room") }
        KmdEvent::PmPhase1GroupUnreadable(_) => { std::fmt::Write::write_fmt(out, format_args!("Unable to read group attributes from IKE Phase 1 proposal")).expect("room") }
        KmdEvent::PmPhase1GroupUnspecified(_) => { std::fmt::Write::write_fmt(out, format_args!("Used DH group 1 because Phase 1 proposal did not specify group")).expect("room") }
        KmdEvent::PmPhase1IkeSrvNotFound(event) => { let remote_peer = &*event.remote_peer; std::fmt::Write::write_fmt(out, format_args!("Unable to perform Phase 1 negotiation with remote peer {remote_peer}: no local IKE server")).expect("room") }
        KmdEvent::PmPhase1NoIdentities(event) => { let service_set = &*event.service_set; let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; std::fmt::Write::write_fmt(out, format_args!("Unable to begin Phase 1 negotiation for local peer {service_set} and remote peer {local_peer} in instance {remote_peer}")).expect("room") }
        KmdEvent::PmPhase1NoSpdHandler(event) => { let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("No Phase 1 SPD handler registered for service set {service_set}")).expect("room") }
        KmdEvent::PmPhase1PolicyLookupFail(event) => { let negotiation_role = &*event.negotiation_role; let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; std::fmt::Write::write_fmt(out, format_args!("Unable to retrieve Phase 1 policy from {negotiation_role} (local peer {local_peer}, remote peer {remote_peer})")).expect("room") }
        KmdEvent::PmPhase1PolicyNotFound(event) => { let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Unable to find policy for Phase 1 negotiation between local peer {local_peer} and remote peer {remote_peer} in service set {service_set}")).expect("room") }
        KmdEvent::PmPhase1PolicySearchFail(event) => { let access_profile = &*event.access_profile; let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("No ike-policy found for ike-access-profile: {access_profile}, instance:{service_set}")).expect("room") }
        KmdEvent::PmPhase1ProtoInvalid(event) => { let received_value = &*event.received_value; let expected_value = &*event.expected_value; std::fmt::Write::write_fmt(out, format_args!("Phase 1 transform specified invalid protocol {received_value} instead of SSH_IKE_PROTOCOL_ISAKMP ({expected_value})")).expect("room") }
        KmdEvent::PmPhase1ProtoNotIsakmp(_) => { std::fmt::Write::write_fmt(out, format_args!("Protocol in IKE Phase 1 proposal was not ISAKMP as expected")).expect("room") }
        KmdEvent::PmPhase1ProtoTwice(event) => { let protocol_id = &*event.protocol_id; std::fmt::Write::write_fmt(out, format_args!("Phase 1 transform included protocol {protocol_id} twice")).expect("room") }
        KmdEvent::PmPhase1TxformIncomplete(_) => { std::fmt::Write::write_fmt(out, format_args!("Phase 1 transform was missing mandatory attributes")).expect("room") }
        KmdEvent::PmPhase1TxformInvalid(event) => { let received_value = &*event.received_value; let expected_value = &*event.expected_value; std::fmt::Write::write_fmt(out, format_args!("Phase 1 transform specified invalid transform ID {received_value} instead of {expected_value}")).expect("room") }
        KmdEvent::PmPhase2IdentityMismatch(event) => { let local_initiator = &*event.local_initiator; let local_responder = &*event.local_responder; let remote_initiator = &*event.remote_initiator; let remote_responder = &*event.remote_responder; std::fmt::Write::write_fmt(out, format_args!("Phase 2 identities did not match: local initiator {local_initiator}, responder {local_responder}; remote initiator {remote_initiator}, responder {remote_responder}")).expect("room") }
        KmdEvent::PmPhase2NotifUnknown(event) => { let notification_name = &*event.notification_name; let notification_kind = &*event.notification_type; let length = &event.length; let remote_address = &event.remote_address; let remote_port = &event.remote_port; let protocol_id = &*event.protocol_id; let size = &event.size; let data = &*event.data; std::fmt::Write::write_fmt(out, format_args!("Unknown Phase 2 notification {notification_name} (type {notification_kind}, size {length} bytes) from {remote_address}:{remote_port} for protocol {protocol_id} (SPI({size})={data})")).expect("room") }
        KmdEvent::PmPhase2PolicyLookupFail(event) => { let negotiation_role = &*event.negotiation_role; let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; let local_prefix = &*event.local_prefix; let remote_prefix = &*event.remote_prefix; std::fmt::Write::write_fmt(out, format_args!("Unable to retrieve policy for Phase 2 from {negotiation_role} (Phase 1 local peer {local_peer}, remote peer {remote_peer}; Phase 2 local peer {local_prefix}, remote peer {remote_prefix})")).expect("room") }
        KmdEvent::PmPhase2SelectorUndefined(event) => { let sa_name = &*event.sa_name; std::fmt::Write::write_fmt(out, format_args!("Unable to start Phase 2: No traffic-selector addresses defined for SA {sa_name}")).expect("room") }
        KmdEvent::PmProposalNoAuth(_) => { std::fmt::Write::write_fmt(out, format_args!("AH proposal did not define authentication algorithm")).expect("room") }
        KmdEvent::PmProposalNoEncryption(_) => { std::fmt::Write::write_fmt(out, format_args!("ESP proposal did not define encryption algorithm")).expect("room") }
        KmdEvent::PmProposalNoKeyLength(event) => { let cipher = &*event.cipher; std::fmt::Write::write_fmt(out, format_args!("Phase 2 proposal did not specify length for variable key-length cipher {cipher}")).expect("room") }
        KmdEvent::PmProposalNullEsp(_) => { std::fmt::Write::write_fmt(out, format_args!("ESP was negotiated with null encryption and authentication")).expect("room") }
        KmdEvent::PmProposalProtocolInvalid(event) => { let protocol_id = &*event.protocol_id; std::fmt::Write::write_fmt(out, format_args!("Protocol {protocol_id} in Phase 2 proposal was invalid (was not AH or ESP)")).expect("room") }
        KmdEvent::PmProtoInvalid(event) => { let protocol_id = &*event.protocol_id; let sa_name = &*event.sa_name; std::fmt::Write::write_fmt(out, format_args!("Invalid protocol {protocol_id} was negotiated for SA {sa_name}")).expect("room") }
        KmdEvent::PmProtoIpcompUnsupported(event) => { let sa_name = &*event.sa_name; std::fmt::Write::write_fmt(out, format_args!("Unsupported IPComp protocol was negotiated for SA {sa_name}")).expect("room") }
        KmdEvent::PmProtoIsakmpResvUnsupp(event) => { let sa_name = &*event.sa_name; std::fmt::Write::write_fmt(out, format_args!("Unsupported protocol ISAKMP or RESERVED was negotiated for SA {sa_name}")).expect("room") }
        KmdEvent::PmProtoNotNegotiated(event) => { let sa_name = &*event.sa_name; std::fmt::Write::write_fmt(out, format_args!("No protocol negotiated for SA {sa_name}")).expect("room") }
        KmdEvent::PmRemotePeerInvalid(event) => { let remote_peer = &*event.remote_peer; let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Phase 1 negotiation failed: remote address {remote_peer} in instance {service_set} is invalid")).expect("room") }
        KmdEvent::PmSaCfgNotFound(event) => { let sa_name = &*event.sa_name; std::fmt::Write::write_fmt(out, format_args!("Unable to install negotiated Phase 2 values: SA {sa_name} configuration not found")).expect("room") }
        KmdEvent::PmSaDeleteReject(event) => { let service_set = &*event.service_set; let size = &event.size; let local_address = &event.local_address; let local_port = &event.local_port; let remote_address = &event.remote_address; let remote_port = &event.remote_port; std::fmt::Write::write_fmt(out, format_args!("Rejected SA deletion request for service set {service_set}: SPI size ({size}) is not 4 (local peer {local_address}:{local_port}, remote peer {remote_address}:{remote_port})")).expect("room") }
        KmdEvent::PmSaIndexGenFailed(event) => { let sa_name = &*event.sa_name; let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Unable to generate pair index for SA {sa_name} in service set {service_set}")).expect("room") }
        KmdEvent::PmSaPeerAbsent(event) => { let sa_name = &*event.sa_name; std::fmt::Write::write_fmt(out, format_args!("No active peer found in tunnel configuration block {sa_name}")).expect("room") }
        KmdEvent::PmSaPeerNotFound(event) => { let sa_name = &*event.sa_name; std::fmt::Write::write_fmt(out, format_args!("Unable to find active peer for SA {sa_name}")).expect("room") }
        KmdEvent::PmSpiDeleteReject(event) => { let service_set = &*event.service_set; let size = &event.size; let local_address = &event.local_address; let local_port = &event.local_port; let remote_address = &event.remote_address; let remote_port = &event.remote_port; std::fmt::Write::write_fmt(out, format_args!("IKE Phase-2 delete:In instance {service_set} rejecting request to delete SPI size {size}u != 4 Local gateway {local_address}:{local_port}, Remote gateway {remote_address}:{remote_port}")).expect("room") }
        KmdEvent::PmUnequalPayloadLength(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; std::fmt::Write::write_fmt(out, format_args!("Inconsistent payload lengths in Quick Mode responder life time notification from {remote_address}:{remote_port}")).expect("room") }
        KmdEvent::PmUninitialiseError(event) => { let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Invalid policy managerhandle to uninitialize {service_set}")).expect("room") }
        KmdEvent::PmUninitializeFailed(event) => { let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Unable to uninitialize service set {service_set}: invalid policy manager handle")).expect("room") }
        KmdEvent::PmUnknownP1Identities(event) => { let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Failed to initiate the Phase-1 negotiation for local:{local_peer} and remote:{remote_peer} in instance:{service_set}")).expect("room") }
        KmdEvent::PmUnknownPhase2Entities(event) => { let sa_name = &*event.sa_name; std::fmt::Write::write_fmt(out, format_args!("No Phase-2 entities present in tunnel configuration block {sa_name}")).expect("room") }
        KmdEvent::PmUnknownQmNotification(event) => { let notification_name = &*event.notification_name; let notification_kind = &*event.notification_type; let length = &event.length; let remote_address = &event.remote_address; let remote_port = &event.remote_port; let protocol_id = &event.protocol_id; let size = &event.size; let data = &*event.data; std::fmt::Write::write_fmt(out, format_args!("Unknown Quick mode notification {notification_name} ({notification_kind}) (size {length}ubytes) from {remote_address}:{remote_port} for protocol={protocol_id}d spi({size}u)={data}")).expect("room") }
        KmdEvent::PmUnsupportedKey(event) => { let kind = &*event.r#type; std::fmt::Write::write_fmt(out, format_args!("Key type = {kind}, not supported")).expect("room") }
        KmdEvent::PmUnsupportedMode(_) => { std::fmt::Write::write_fmt(out, format_args!("New group mode not supported currently")).expect("room") }
        KmdEvent::SnmpExtraResponse(event) => { let pic_slot = &*event.pic_slot; let error_message = &*event.error_message; std::fmt::Write::write_fmt(out, format_args!("PIC {pic_slot} sent additional response after reply to SNMP query: {error_message}")).expect("room") }
        KmdEvent::SnmpFatalError(event) => { let error_message = &*event.error_message; std::fmt::Write::write_fmt(out, format_args!("Fatal SNMP error occurred: {error_message}")).expect("room") }
        KmdEvent::SnmpIkeServerNotFound(event) => { let service_set = &*event.service_set; std::fmt::Write::write_fmt(out, format_args!("Unable to fulfill SNMP request: could not fetch IKE server context for service set {service_set}")).expect("room") }
        KmdEvent::SnmpMallocFailed(event) => { let pic_slot = &*event.pic_slot; std::fmt::Write::write_fmt(out, format_args!("Unable to allocate memory for reply buffer; SNMP query to PIC {pic_slot} failed")).expect("room") }
        KmdEvent::SnmpPicConnectionFailed(event) => { let pic_slot = &*event.pic_slot; std::fmt::Write::write_fmt(out, format_args!("Unable to connect to PIC {pic_slot}; SNMP query failed")).expect("room") }
        KmdEvent::SnmpPicNoResponse(event) => { let pic_slot = &*event.pic_slot; let error_message = &*event.error_message; std::fmt::Write::write_fmt(out, format_args!("PIC {pic_slot} did not respond to SNMP query: {error_message}")).expect("room") }
        KmdEvent::SnmpPicSlotNotFound(event) => { let pic_slot = &*event.pic_slot; std::fmt::Write::write_fmt(out, format_args!("Unable to retrieve slot information for PIC {pic_slot}; SNMP query failed")).expect("room") }
        KmdEvent::VpnDfbitStatusMsg(event) => { let vpn_name = &*event.vpn_name; let argument = &*event.argument; std::fmt::Write::write_fmt(out, format_args!("The DF-BIT for VPN {vpn_name} has been set to {argument}.")).expect("room") }
        KmdEvent::VpnDownAlarmUser(event) => { let vpn_name = &*event.vpn_name; let remote_address = &event.remote_address; std::fmt::Write::write_fmt(out, format_args!("VPN {vpn_name} from {remote_address} is down.")).expect("room") }
        KmdEvent::VpnUpAlarmUser(event) => { let vpn_name = &*event.vpn_name; let remote_address = &event.remote_address; std::fmt::Write::write_fmt(out, format_args!("VPN {vpn_name} from {remote_address} is up.")).expect("room") }
        _ => unreachable!(),
    }
}

pub fn by_hand(event: &KmdEvent<'_>, out: &mut String) {
    match event {
        KmdEvent::CfgIfIdPoolNotFound(event) => { let pool_name = &*event.pool_name; out.push_str("Unable to allocate logical interface for IPSec interface from pool "); out.push_str(pool_name); out.push_str(": pool not found");  }
        KmdEvent::CfgIfIdPoolNoEntry(event) => { let interface_name = &*event.interface_name; let interface_unit = &event.interface_unit; let pool_name = &*event.pool_name; out.push_str("Unable to return logical interface "); out.push_str(interface_name); out.push_str("."); out.push_str(itoa::Buffer::new().format(*interface_unit)); out.push_str(" to pool "); out.push_str(pool_name); out.push_str(": no entry in pool for interface");  }
        KmdEvent::CfgIfIdPoolNoInterface(event) => { let pool_name = &*event.pool_name; out.push_str("Unable to allocate logical interface for IPSec interface from pool "); out.push_str(pool_name); out.push_str(": no interfaces available");  }
        KmdEvent::CfgIfIdPoolReturnFailed(event) => { let pool_name = &*event.pool_name; out.push_str("Unable to return logical interface to pool "); out.push_str(pool_name); out.push_str(": pool not found");  }
        KmdEvent::DpdFailoverManualTunnel(event) => { let tunnel_name = &*event.tunnel_name; out.push_str("Tunnel "); out.push_str(tunnel_name); out.push_str(" did not fail over: it is manual type");  }
        KmdEvent::DpdFailoverMaxAttempts(event) => { let count = &event.count; let tunnel_name = &*event.tunnel_name; out.push_str("Number of failover attempts exceeded limit "); out.push_str(itoa::Buffer::new().format(*count)); out.push_str(" for tunnel "); out.push_str(tunnel_name);  }
        KmdEvent::DpdFailoverNoActivePeer(event) => { let tunnel_name = &*event.tunnel_name; out.push_str("Tunnel "); out.push_str(tunnel_name); out.push_str(" did not fail over: no active peer configured");  }
        KmdEvent::DpdFailoverNoBackupPeer(event) => { let tunnel_name = &*event.tunnel_name; out.push_str("Tunnel "); out.push_str(tunnel_name); out.push_str(" did not fail over: no backup peer configured");  }
        KmdEvent::DpdFailoverNoTunnelCfg(_) => { out.push_str("Tunnel did not fail over: tunnel configuration not found");  }
        KmdEvent::DpdIkeServerNotFound(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let local_address = &event.local_address; let local_port = &event.local_port; out.push_str("Unable to send DPD reply to remote peer "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(": no IKE server instance for local peer "); push_address(out, *local_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*local_port));  }
        KmdEvent::DpdInvalidAddress(event) => { let local_address = &*event.local_address; let remote_address = &*event.remote_address; out.push_str("Unable to send DPD reply: local peer "); out.push_str(local_address); out.push_str("; remote peer "); out.push_str(remote_address);  }
        KmdEvent::DpdInvalidSequenceNumber(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let local_address = &event.local_address; let local_port = &event.local_port; out.push_str("Unable to send DPD reply: remote peer "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" provided invalid zero sequence number to local peer "); push_address(out, *local_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*local_port));  }
        KmdEvent::DpdNoLocalAddress(event) => { let local_address = &event.local_address; let local_port = &event.local_port; let service_set = &*event.service_set; out.push_str("Unable to send DPD hello message from local peer "); push_address(out, *local_address); out.push_str("/"); out.push_str(itoa::Buffer::new().format(*local_port)); out.push_str(": address not found in instance "); out.push_str(service_set);  }
        KmdEvent::DpdRemoteAddressChanged(event) => { let tunnel_name = &*event.tunnel_name; let old_address = &event.old_address; let new_address = &event.new_address; out.push_str("Remote peer address for tunnel "); out.push_str(tunnel_name); out.push_str(" changed from "); push_address(out, *old_address); out.push_str(" to "); push_address(out, *new_address);  }
        KmdEvent::DpdRemotePeerNotFound(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let service_set = &*event.service_set; out.push_str("Unable to send DPD reply: DPD entry for remote peer "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" not found in IKE server instance "); out.push_str(service_set);  }
        KmdEvent::DpdUnexpectedIkeStatus(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let status = &*event.status; let ike_instance = &*event.ike_instance; out.push_str("DPD reply to remote peer "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" failed with unexpected status "); out.push_str(status); out.push_str(" for IKE server instance "); out.push_str(ike_instance);  }
        KmdEvent::PmAuthAlgorithmInvalid(event) => { let auth_algorithm_id = &*event.auth_algorithm_id; let transform_id = &*event.transform_id; let protocol_name = &*event.protocol_name; let tunnel_name = &*event.tunnel_name; out.push_str("Invalid authentication algorithm "); out.push_str(auth_algorithm_id); out.push_str(" negotiated in transform "); out.push_str(transform_id); out.push_str(" for use by "); out.push_str(protocol_name); out.push_str(" in tunnel "); out.push_str(tunnel_name);  }
        KmdEvent::PmDuplicateLifeDuration(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; out.push_str("Duplicate SA life duration value given in Quick Mode notification from "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port));  }
        KmdEvent::PmDynamicSaInstallFailed(event) => { let tunnel_name = &*event.tunnel_name; out.push_str("Unable to install dynamic SA for tunnel "); out.push_str(tunnel_name);  }
        KmdEvent::PmEncryptionInvalid(event) => { let transform_id = &*event.transform_id; let tunnel_name = &*event.tunnel_name; out.push_str("Invalid encryption algorithm negotiated in transform "); out.push_str(transform_id); out.push_str(" for use by ESP in tunnel "); out.push_str(tunnel_name);  }
        KmdEvent::PmIkeServerLookupFailed(event) => { let remote_peer = &*event.remote_peer; out.push_str("No IKE server to connect Phase-1 to "); out.push_str(remote_peer);  }
        KmdEvent::PmIkeServerNotFound(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let service_set = &*event.service_set; out.push_str("Failed to connect to "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" as there is no IKE server context available in instance "); out.push_str(service_set);  }
        KmdEvent::PmIkeSrvNotFoundCreate(event) => { let local_address = &event.local_address; let local_port = &event.local_port; let remote_address = &event.remote_address; let remote_port = &event.remote_port; out.push_str("Local peer "); push_address(out, *local_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*local_port)); out.push_str(" could not inform remote peer "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" of SA creation failure: IKE server not found");  }
        KmdEvent::PmIkeSrvNotFoundDelete(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let service_set = &*event.service_set; out.push_str("Unable to notify remote peer "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" that SPI was deleted: no IKE server for service set "); out.push_str(service_set);  }
        KmdEvent::PmIllegalRemoteGwId(event) => { let remote_peer = &*event.remote_peer; let service_set = &*event.service_set; out.push_str("Aborting Phase-1 negotiation. Cannot initiate negotiation with invalid Phase-1 remote "); out.push_str(remote_peer); out.push_str(" in instance: "); out.push_str(service_set);  }
        KmdEvent::PmInconsistentP2Ids(event) => { let local_initiator = &*event.local_initiator; let local_responder = &*event.local_responder; let remote_initiator = &*event.remote_initiator; let remote_responder = &*event.remote_responder; out.push_str("Inconsistent phase-2 (IPsec) identities, local : initiator = "); out.push_str(local_initiator); out.push_str(" responder = "); out.push_str(local_responder); out.push_str(" remote : initiator = "); out.push_str(remote_initiator); out.push_str(" responder = "); out.push_str(remote_responder);  }
        KmdEvent::PmInvalidLifeType(event) => { let units_kind = &*event.units_type; let remote_address = &event.remote_address; let remote_port = &event.remote_port; out.push_str("Invalid life type "); out.push_str(units_kind); out.push_str(" found in the Quick Mode notification from "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port));  }
        KmdEvent::PmKeyNotSupported(event) => { let kind = &*event.r#type; out.push_str("Key type "); out.push_str(kind); out.push_str(" not supported");  }
        KmdEvent::PmLifetimeDuplicate(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; out.push_str("Phase 2 lifetime notification message from remote peer "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" specified duplicate duration");  }
        KmdEvent::PmLifetimeLengthUnequal(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; out.push_str("Phase 2 lifetime notification message from remote peer "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" had unequal payload length");  }
        KmdEvent::PmLifetimeNoDuration(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; out.push_str("Phase 2 lifetime notification message from remote peer "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" did not define duration");  }
        KmdEvent::PmLifetimeTypeUndefined(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; out.push_str("Phase 2 lifetime notification message from remote peer "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" did not specify life type");  }
        KmdEvent::PmLifetimeUnitsInvalid(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; let units_kind = &*event.units_type; out.push_str("Phase 2 lifetime notification message from remote peer "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" specified invalid units type "); out.push_str(units_kind);  }
        KmdEvent::PmNewGroupUnsupported(_) => { out.push_str("New Group mode not supported");  }
        KmdEvent::PmNoLifetime(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; out.push_str("Duplicate life time payloads present in the notification from "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(". Dropping the notification.");  }
        KmdEvent::PmNoLifeType(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; out.push_str("Quick mode notification from "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" contains lifetime duration without corresponding SA lifetime payload.");  }
        KmdEvent::PmNoProposalForPhase1(event) => { let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; let service_set = &*event.service_set; out.push_str("Aborting Phase-1negotiation. No proposal found to initiatenegotiation between local:"); out.push_str(local_peer); out.push_str(" and remote "); out.push_str(remote_peer); out.push_str(" in instance:"); out.push_str(service_set);  }
        KmdEvent::PmNoSpdPhase1FuncPtr(event) => { let service_set = &*event.service_set; out.push_str("Phase-1 SPD handler is not registered in instance:"); out.push_str(service_set);  }
        KmdEvent::PmP1PolicyLookupFailure(event) => { let negotiation_role = &*event.negotiation_role; let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; out.push_str("Policy lookup for Phase-1 ["); out.push_str(negotiation_role); out.push_str("] failed for p1_local="); out.push_str(local_peer); out.push_str(" p1_remote="); out.push_str(remote_peer);  }
        KmdEvent::PmP2PolicyLookupFailure(event) => { let negotiation_role = &*event.negotiation_role; let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; let local_prefix = &*event.local_prefix; let remote_prefix = &*event.remote_prefix; out.push_str("Policy lookup for Phase-2 ["); out.push_str(negotiation_role); out.push_str("] failed for p1_local="); out.push_str(local_peer); out.push_str(" p1_remote="); out.push_str(remote_peer); out.push_str(" p2_local="); out.push_str(local_prefix); out.push_str(" p2_remote="); out.push_str(remote_prefix);  }
        KmdEvent::PmPhase1GroupUnreadable(_) => { out.push_str("Unable to read group attributes from IKE Phase 1 proposal");  }
        KmdEvent::PmPhase1GroupUnspecified(_) => { out.push_str("Used DH group 1 because Phase 1 proposal did not specify group");  }
        KmdEvent::PmPhase1IkeSrvNotFound(event) => { let remote_peer = &*event.remote_peer; out.push_str("Unable to perform Phase 1 negotiation with remote peer "); out.push_str(remote_peer); out.push_str(": no local IKE server");  }
        KmdEvent::PmPhase1NoIdentities(event) => { let service_set = &*event.service_set; let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; out.push_str("Unable to begin Phase 1 negotiation for local peer "); out.push_str(service_set); out.push_str(" and remote peer "); out.push_str(local_peer); out.push_str(" in instance "); out.push_str(remote_peer);  }
        KmdEvent::PmPhase1NoSpdHandler(event) => { let service_set = &*event.service_set; out.push_str("No Phase 1 SPD handler registered for service set "); out.push_str(service_set);  }
        KmdEvent::PmPhase1PolicyLookupFail(event) => { let negotiation_role = &*event.negotiation_role; let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; out.push_str("Unable to retrieve Phase 1 policy from "); out.push_str(negotiation_role); out.push_str(" (local peer "); out.push_str(local_peer); out.push_str(", remote peer "); out.push_str(remote_peer); out.push_str(")");  }
        KmdEvent::PmPhase1PolicyNotFound(event) => { let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; let service_set = &*event.service_set; out.push_str("Unable to find policy for Phase 1 negotiation between local peer "); out.push_str(local_peer); out.push_str(" and remote peer "); out.push_str(remote_peer); out.push_str(" in service set "); out.push_str(service_set);  }
        KmdEvent::PmPhase1PolicySearchFail(event) => { let access_profile = &*event.access_profile; let service_set = &*event.service_set; out.push_str("No ike-policy found for ike-access-profile: "); out.push_str(access_profile); out.push_str(", instance:"); out.push_str(service_set);  }
        KmdEvent::PmPhase1ProtoInvalid(event) => { let received_value = &*event.received_value; let expected_value = &*event.expected_value; out.push_str("Phase 1 transform specified invalid protocol "); out.push_str(received_value); out.push_str(" instead of SSH_IKE_PROTOCOL_ISAKMP ("); out.push_str(expected_value); out.push_str(")");  }
        KmdEvent::PmPhase1ProtoNotIsakmp(_) => { out.push_str("Protocol in IKE Phase 1 proposal was not ISAKMP as expected");  }
        KmdEvent::PmPhase1ProtoTwice(event) => { let protocol_id = &*event.protocol_id; out.push_str("Phase 1 transform included protocol "); out.push_str(protocol_id); out.push_str(" twice");  }
        KmdEvent::PmPhase1TxformIncomplete(_) => { out.push_str("Phase 1 transform was missing mandatory attributes");  }
        KmdEvent::PmPhase1TxformInvalid(event) => { let received_value = &*event.received_value; let expected_value = &*event.expected_value; out.push_str("Phase 1 transform specified invalid transform ID "); out.push_str(received_value); out.push_str(" instead of "); out.push_str(expected_value);  }
        KmdEvent::PmPhase2IdentityMismatch(event) => { let local_initiator = &*event.local_initiator; let local_responder = &*event.local_responder; let remote_initiator = &*event.remote_initiator; let remote_responder = &*event.remote_responder; out.push_str("Phase 2 identities did not match: local initiator "); out.push_str(local_initiator); out.push_str(", responder "); out.push_str(local_responder); out.push_str("; remote initiator "); out.push_str(remote_initiator); out.push_str(", responder "); out.push_str(remote_responder);  }
        KmdEvent::PmPhase2NotifUnknown(event) => { let notification_name = &*event.notification_name; let notification_kind = &*event.notification_type; let length = &event.length; let remote_address = &event.remote_address; let remote_port = &event.remote_port; let protocol_id = &*event.protocol_id; let size = &event.size; let data = &*event.data; out.push_str("Unknown Phase 2 notification "); out.push_str(notification_name); out.push_str(" (type "); out.push_str(notification_kind); out.push_str(", size "); out.push_str(itoa::Buffer::new().format(*length)); out.push_str(" bytes) from "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" for protocol "); out.push_str(protocol_id); out.push_str(" (SPI("); out.push_str(itoa::Buffer::new().format(*size)); out.push_str(")="); out.push_str(data); out.push_str(")");  }
        KmdEvent::PmPhase2PolicyLookupFail(event) => { let negotiation_role = &*event.negotiation_role; let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; let local_prefix = &*event.local_prefix; let remote_prefix = &*event.remote_prefix; out.push_str("Unable to retrieve policy for Phase 2 from "); out.push_str(negotiation_role); out.push_str(" (Phase 1 local peer "); out.push_str(local_peer); out.push_str(", remote peer "); out.push_str(remote_peer); out.push_str("; Phase 2 local peer "); out.push_str(local_prefix); out.push_str(", remote peer "); out.push_str(remote_prefix); out.push_str(")");  }
        KmdEvent::PmPhase2SelectorUndefined(event) => { let sa_name = &*event.sa_name; out.push_str("Unable to start Phase 2: No traffic-selector addresses defined for SA "); out.push_str(sa_name);  }
        KmdEvent::PmProposalNoAuth(_) => { out.push_str("AH proposal did not define authentication algorithm");  }
        KmdEvent::PmProposalNoEncryption(_) => { out.push_str("ESP proposal did not define encryption algorithm");  }
        KmdEvent::PmProposalNoKeyLength(event) => { let cipher = &*event.cipher; out.push_str("Phase 2 proposal did not specify length for variable key-length cipher "); out.push_str(cipher);  }
        KmdEvent::PmProposalNullEsp(_) => { out.push_str("ESP was negotiated with null encryption and authentication");  }
        KmdEvent::PmProposalProtocolInvalid(event) => { let protocol_id = &*event.protocol_id; out.push_str("Protocol "); out.push_str(protocol_id); out.push_str(" in Phase 2 proposal was invalid (was not AH or ESP)");  }
        KmdEvent::PmProtoInvalid(event) => { let protocol_id = &*event.protocol_id; let sa_name = &*event.sa_name; out.push_str("Invalid protocol "); out.push_str(protocol_id); out.push_str(" was negotiated for SA "); out.push_str(sa_name);  }
        KmdEvent::PmProtoIpcompUnsupported(event) => { let sa_name = &*event.sa_name; out.push_str("Unsupported IPComp protocol was negotiated for SA "); out.push_str(sa_name);  }
        KmdEvent::PmProtoIsakmpResvUnsupp(event) => { let sa_name = &*event.sa_name; out.push_str("Unsupported protocol ISAKMP or RESERVED was negotiated for SA "); out.push_str(sa_name);  }
        KmdEvent::PmProtoNotNegotiated(event) => { let sa_name = &*event.sa_name; out.push_str("No protocol negotiated for SA "); out.push_str(sa_name);  }
        KmdEvent::PmRemotePeerInvalid(event) => { let remote_peer = &*event.remote_peer; let service_set = &*event.service_set; out.push_str("Phase 1 negotiation failed: remote address "); out.push_str(remote_peer); out.push_str(" in instance "); out.push_str(service_set); out.push_str(" is invalid");  }
        KmdEvent::PmSaCfgNotFound(event) => { let sa_name = &*event.sa_name; out.push_str("Unable to install negotiated Phase 2 values: SA "); out.push_str(sa_name); out.push_str(" configuration not found");  }
        KmdEvent::PmSaDeleteReject(event) => { let service_set = &*event.service_set; let size = &event.size; let local_address = &event.local_address; let local_port = &event.local_port; let remote_address = &event.remote_address; let remote_port = &event.remote_port; out.push_str("Rejected SA deletion request for service set "); out.push_str(service_set); out.push_str(": SPI size ("); out.push_str(itoa::Buffer::new().format(*size)); out.push_str(") is not 4 (local peer "); push_address(out, *local_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*local_port)); out.push_str(", remote peer "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(")");  }
        KmdEvent::PmSaIndexGenFailed(event) => { let sa_name = &*event.sa_name; let service_set = &*event.service_set; out.push_str("Unable to generate pair index for SA "); out.push_str(sa_name); out.push_str(" in service set "); out.push_str(service_set);  }
        KmdEvent::PmSaPeerAbsent(event) => { let sa_name = &*event.sa_name; out.push_str("No active peer found in tunnel configuration block "); out.push_str(sa_name);  }
        KmdEvent::PmSaPeerNotFound(event) => { let sa_name = &*event.sa_name; out.push_str("Unable to find active peer for SA "); out.push_str(sa_name);  }
        KmdEvent::PmSpiDeleteReject(event) => { let service_set = &*event.service_set; let size = &event.size; let local_address = &event.local_address; let local_port = &event.local_port; let remote_address = &event.remote_address; let remote_port = &event.remote_port; out.push_str("IKE Phase-2 delete:In instance "); out.push_str(service_set); out.push_str(" rejecting request to delete SPI size "); out.push_str(itoa::Buffer::new().format(*size)); out.push_str("u != 4 Local gateway "); push_address(out, *local_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*local_port)); out.push_str(", Remote gateway "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port));  }
        KmdEvent::PmUnequalPayloadLength(event) => { let remote_address = &event.remote_address; let remote_port = &event.remote_port; out.push_str("Inconsistent payload lengths in Quick Mode responder life time notification from "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port));  }
        KmdEvent::PmUninitialiseError(event) => { let service_set = &*event.service_set; out.push_str("Invalid policy managerhandle to uninitialize "); out.push_str(service_set);  }
        KmdEvent::PmUninitializeFailed(event) => { let service_set = &*event.service_set; out.push_str("Unable to uninitialize service set "); out.push_str(service_set); out.push_str(": invalid policy manager handle");  }
        KmdEvent::PmUnknownP1Identities(event) => { let local_peer = &*event.local_peer; let remote_peer = &*event.remote_peer; let service_set = &*event.service_set; out.push_str("Failed to initiate the Phase-1 negotiation for local:"); out.push_str(local_peer); out.push_str(" and remote:"); out.push_str(remote_peer); out.push_str(" in instance:"); out.push_str(service_set);  }
        KmdEvent::PmUnknownPhase2Entities(event) => { let sa_name = &*event.sa_name; out.push_str("No Phase-2 entities present in tunnel configuration block "); out.push_str(sa_name);  }
        KmdEvent::PmUnknownQmNotification(event) => { let notification_name = &*event.notification_name; let notification_kind = &*event.notification_type; let length = &event.length; let remote_address = &event.remote_address; let remote_port = &event.remote_port; let protocol_id = &event.protocol_id; let size = &event.size; let data = &*event.data; out.push_str("Unknown Quick mode notification "); out.push_str(notification_name); out.push_str(" ("); out.push_str(notification_kind); out.push_str(") (size "); out.push_str(itoa::Buffer::new().format(*length)); out.push_str("ubytes) from "); push_address(out, *remote_address); out.push_str(":"); out.push_str(itoa::Buffer::new().format(*remote_port)); out.push_str(" for protocol="); out.push_str(itoa::Buffer::new().format(*protocol_id)); out.push_str("d spi("); out.push_str(itoa::Buffer::new().format(*size)); out.push_str("u)="); out.push_str(data);  }
        KmdEvent::PmUnsupportedKey(event) => { let kind = &*event.r#type; out.push_str("Key type = "); out.push_str(kind); out.push_str(", not supported");  }
        KmdEvent::PmUnsupportedMode(_) => { out.push_str("New group mode not supported currently");  }
        KmdEvent::SnmpExtraResponse(event) => { let pic_slot = &*event.pic_slot; let error_message = &*event.error_message; out.push_str("PIC "); out.push_str(pic_slot); out.push_str(" sent additional response after reply to SNMP query: "); out.push_str(error_message);  }
        KmdEvent::SnmpFatalError(event) => { let error_message = &*event.error_message; out.push_str("Fatal SNMP error occurred: "); out.push_str(error_message);  }
        KmdEvent::SnmpIkeServerNotFound(event) => { let service_set = &*event.service_set; out.push_str("Unable to fulfill SNMP request: could not fetch IKE server context for service set "); out.push_str(service_set);  }
        KmdEvent::SnmpMallocFailed(event) => { let pic_slot = &*event.pic_slot; out.push_str("Unable to allocate memory for reply buffer; SNMP query to PIC "); out.push_str(pic_slot); out.push_str(" failed");  }
        KmdEvent::SnmpPicConnectionFailed(event) => { let pic_slot = &*event.pic_slot; out.push_str("Unable to connect to PIC "); out.push_str(pic_slot); out.push_str("; SNMP query failed");  }
        KmdEvent::SnmpPicNoResponse(event) => { let pic_slot = &*event.pic_slot; let error_message = &*event.error_message; out.push_str("PIC "); out.push_str(pic_slot); out.push_str(" did not respond to SNMP query: "); out.push_str(error_message);  }
        KmdEvent::SnmpPicSlotNotFound(event) => { let pic_slot = &*event.pic_slot; out.push_str("Unable to retrieve slot information for PIC "); out.push_str(pic_slot); out.push_str("; SNMP query failed");  }
        KmdEvent::VpnDfbitStatusMsg(event) => { let vpn_name = &*event.vpn_name; let argument = &*event.argument; out.push_str("The DF-BIT for VPN "); out.push_str(vpn_name); out.push_str(" has been set to "); out.push_str(argument); out.push_str(".");  }
        KmdEvent::VpnDownAlarmUser(event) => { let vpn_name = &*event.vpn_name; let remote_address = &event.remote_address; out.push_str("VPN "); out.push_str(vpn_name); out.push_str(" from "); push_address(out, *remote_address); out.push_str(" is down.");  }
        KmdEvent::VpnUpAlarmUser(event) => { let vpn_name = &*event.vpn_name; let remote_address = &event.remote_address; out.push_str("VPN "); out.push_str(vpn_name); out.push_str(" from "); push_address(out, *remote_address); out.push_str(" is up.");  }
        _ => unreachable!(),
    }
}

fn push_address(out: &mut String, address: IpAddr) {
    match address {
        IpAddr::V4(address) => {
            let mut digits = itoa::Buffer::new();
            let [first, rest @ ..] = address.octets();
            out.push_str(digits.format(first));
            for octet in rest {
                out.push('.');
                out.push_str(digits.format(octet));
            }
        }
        IpAddr::V6(address) => {
            std::fmt::Write::write_fmt(out, format_args!("{address}")).expect("room");
        }
    }
}
