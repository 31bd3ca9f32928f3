use kmd_events::sink::Recorder;

fn main() {
    let log = Recorder::new();
    let name = String::from("hq");
    kmd_events::assert_logged!(log, kmd_events::events::KMD_VPN_UP_ALARM_USER { vpn_name: &name, .. });
}
