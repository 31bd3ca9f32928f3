fn main() {
    let log = "";
    kmd_events::assert_logged!(log, "KMD_VPN_UP_ALARM_USER");
}
