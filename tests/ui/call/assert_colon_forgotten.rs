fn main() {
    let log = "";
    kmd_events::assert_logged!(log, kmd_events::events::KMD_VPN_UP_ALARM_USER { vpn_name "hq", .. });
}
