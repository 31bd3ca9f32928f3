use kmd_events::events;

fn main() {
    kmd_events::assert_logged!(7, events::KMD_VPN_UP_ALARM_USER { .. });
}
