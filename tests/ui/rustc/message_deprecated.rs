#![deny(deprecated)]

fn main() {
    let _ = foreign::app_event!(APP_OLD);
}
