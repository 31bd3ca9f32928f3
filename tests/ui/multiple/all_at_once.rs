use kmd_events::kmd_event;

fn main() {
    let peer = std::net::Ipv4Addr::LOCALHOST;
    let _ = kmd_event!(KMD_PM_PHASE2_NOTIF_UNKNOWN {
        notification_nam: "a",
        notification_type: 5,
        remote_address: peer,
        remote_port: 70_000,
        remote_port: 500,
        length = 28,
        size: "8",
        colour: "red",
    });
    let _ = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: 1.5, remote_address: peer });
    let _ = kmd_event!(KMD_VPN_DWON_ALARM_USER);
}
