use kmd_events::kmd_event;

fn main() {
    let peer = std::net::Ipv4Addr::LOCALHOST;
    let _ = kmd_event!(KMD_VPN_UP_ALRAM_USER, vpn_name = "hq", remote_address = peer);
}
