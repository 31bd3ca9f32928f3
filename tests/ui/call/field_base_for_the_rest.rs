use kmd_events::kmd_event;

fn main() {
    let base = ();
    let _ = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "hq", ..base });
}
