//! The logs that the benchmarks parse.

#[path = "../../tests/src/chapter_events.rs"]
mod chapter_events;

use std::fmt::Write as _;

/// Returns a log with this number of lines: all messages of the reference in turn, and every fifth line from another process.
pub(crate) fn of(lines: usize) -> String {
    let foreign = [
        "<28>Mar  4 08:15:03  edge-fw1 rpd[1871]: RPD_BGP_NEIGHBOR_STATE_CHANGED: BGP peer 192.0.2.9 (External AS 65010) changed state from Active to Idle (event Stop) (instance master)",
        "Mar  4 08:15:03  edge-fw1 mgd[4410]: UI_CMDLINE_READ_LINE: User 'ops', command 'show log kmd '",
        "<4>Mar  4 08:15:03 edge-fw1 /kernel: tcp_auth_ok: Packet from 192.0.2.9:61664 wrong MD5 digest",
    ];
    let messages: Vec<String> =
        chapter_events::all().iter().map(|event| format!("edge-fw1 kmd[2190]: {}: {event}", event.tag())).collect();
    let mut log = String::new();
    for line in 0..lines {
        let (minute, second) = (line / 60 % 60, line % 60);
        let _ = match line % 5 {
            4 => writeln!(log, "{}", foreign[line / 5 % foreign.len()]),
            _ => {
                let message = &messages[(line - line / 5) % messages.len()];
                writeln!(log, "Mar  4 08:{minute:02}:{second:02}  {message}")
            }
        };
    }
    log
}

/// Returns the number of events of `kmd` in a log.
pub(crate) fn events(log: &str) -> usize {
    log.lines().filter(|line| line.contains(" kmd[2190]: ")).count()
}
