use kmd_events::kmd_event;

fn main() {
    let _ = kmd_event!(KMD_VPN_UP_ALARM_USER {
        vpn_name: "hq",
        remote_address: "192.0.2.9".parse().unwrap(),
    });
}
