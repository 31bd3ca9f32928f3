use foreign::lab::lab_log;
use kmd_events::sink::Fanout;

fn main() {
    let _ = lab_log!(Fanout::new(), LAB_SIZE { size: 7, offset: - });
}
