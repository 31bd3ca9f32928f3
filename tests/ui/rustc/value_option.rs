use kmd_events::kmd_event;

fn main() {
    let peer: Option<std::net::IpAddr> = None;
    let _ = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: peer });
}
