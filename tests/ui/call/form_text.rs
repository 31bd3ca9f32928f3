use kmd_events::kmd_event;

fn main() {
    let peer = std::net::Ipv4Addr::LOCALHOST;
    let _ = kmd_event!("VPN {} from {} is up.", "hq", peer);
}
