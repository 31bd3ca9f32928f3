#![deny(unused_must_use)]

use kmd_events::kmd_log;
use kmd_events::sink::Fanout;

fn main() {
    kmd_log!(Fanout::new(), KMD_PM_UNSUPPORTED_KEY { type: "dsa" });
}
