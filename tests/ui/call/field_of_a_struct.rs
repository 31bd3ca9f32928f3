use kmd_events::kmd_event;

struct Peer {
    vpn_name: String,
}

fn main() {
    let peer = Peer { vpn_name: String::from("hq") };
    let remote_address = std::net::Ipv4Addr::LOCALHOST;
    let _ = kmd_event!(KMD_VPN_UP_ALARM_USER { &peer.vpn_name, remote_address });
}
