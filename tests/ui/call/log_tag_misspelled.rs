use kmd_events::kmd_log;
use kmd_events::sink::Fanout;

fn main() {
    let peer = std::net::Ipv4Addr::LOCALHOST;
    let _ = kmd_log!(Fanout::new(), KMD_VPN_UP_ALARM_USR { vpn_name: "hq", remote_address: peer });
}
