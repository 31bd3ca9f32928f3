#![deny(unused_must_use)]

use kmd_events::kmd_event;

fn main() {
    kmd_event!(KMD_PM_UNSUPPORTED_KEY { type: "dsa" });
}
