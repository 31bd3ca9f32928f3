#![deny(deprecated)]

fn main() {
    let _ = foreign::app_log!(kmd_events::sink::Fanout::new(), APP_OLD);
}
