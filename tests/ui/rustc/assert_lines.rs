use kmd_events::events;

fn main() {
    kmd_events::assert_logged!(vec![String::from("line")], events::KMD_VPN_UP_ALARM_USER { .. });
}
