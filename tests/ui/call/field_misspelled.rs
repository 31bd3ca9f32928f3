use kmd_events::kmd_event;

fn main() {
    let peer = std::net::Ipv4Addr::LOCALHOST;
    let _ = kmd_event!(KMD_PM_NO_LIFE_TYPE { remote_adress: peer, remote_port: 500 });
}
