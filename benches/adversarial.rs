//! Benchmarks of worst-case input. A long line is compared with ordinary lines of the same size, and short lines with
//! the same number of ordinary lines.
//!
//! The lines are the slowest of several hundred thousand combinations of a beginning, a repeated part and an end.

#[path = "support/alternate.rs"]
mod alternate;
#[path = "support/table.rs"]
mod table;

/// Messages whose texts can be split in many ways.
mod catalog {
    kmd_events::catalog!("ambiguous.yaml", in crate::catalog);
}

use std::hint::black_box;
use std::time::Duration;

use alternate::{code, times};
use kmd_events::{KmdRecord, KmdTag, Records};
use table::{Goal, Table, measures, nanoseconds};

/// The length of a short line.
const SHORT: usize = 150;

const ORDINARY: &str = "Mar  4 08:15:01  edge-fw1 kmd[2190]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up.\n";

/// The name of a case, the beginning of each line, and the part that is repeated after it.
type Case = (&'static str, &'static str, &'static str);

const LONG_LINES: [Case; 9] = [
    ("one line: a literal of two tails", "kmd: KMD_VPN_DOWN_ALARM_USER: VPN a", " from "),
    ("one line: literals and addresses", "kmd: KMD_VPN_UP_ALARM_USER: VPN a", " from 1::2:3 is up"),
    (
        "one line: a literal at the end",
        "kmd: KMD_PM_UNKNOWN_QM_NOTIFICATION: Unknown Quick mode notification ",
        "(FPC ",
    ),
    (
        "one line: colons",
        "kmd: KMD_PM_UNKNOWN_P1_IDENTITIES: Failed to initiate the Phase-1 negotiation for local:",
        ":",
    ),
    ("one line: structured data", "<30>1 - - kmd - KMD_VPN_UP_ALARM_USER [junos@2636 ", "a=\"b\" "),
    ("one line: numbers", "kmd: KMD_CFG_IF_ID_POOL_NO_ENTRY: Unable to return logical interface a", ".7"),
    ("one line: a message with alternatives", LONG_MESSAGE, ", SPI: "),
    (
        "one line: addresses",
        "kmd: KMD_DPD_REMOTE_ADDRESS_CHANGED: Remote peer address for tunnel a changed from ",
        " changed from 1::2:3 to",
    ),
    ("one line: names of files", "/var/log/messages:", "1::2:3:"),
];

const SHORT_LINES: [Case; 6] = [
    ("short lines: processes", "", "kmd: "),
    ("short lines: a literal without a tag", "Aug  3 10:18:44 fw kmd[7]: ", " from "),
    ("short lines: parentheses without a tag", "<30>1 - - kmd - - ", "(FPC "),
    ("short lines: structured data", "<30>1 - - kmd - KMD_VPN_UP_ALARM_USER [junos@2636 ", "a=\"b\" "),
    ("short lines: a message with alternatives", LONG_MESSAGE, " FC Name:"),
    (
        "short lines: tails without a tag",
        "Aug  3 10:18:44 fw kmd[7]: IKE negotiation failed with error: a. IKE Version: 7",
        "a, Role: ",
    ),
];

/// The beginning of a message with five wordings and many placeholders.
const LONG_MESSAGE: &str = "kmd: KMD_PM_SA_ESTABLISHED: Local gateway: 1::2:3, Remote gateway: 1::2:3, Local ID: a, Remote ID: a, \
    Direction: inbound, SPI: , AUX-SPI: ";

fn main() {
    let size = if measures() { 1_000_000 } else { 10_000 };
    let mut table = Table::new("Worst-case input");
    let line =
        |(_, begin, part): Case, len: usize| format!("{begin}{}\n", part.repeat((len - begin.len()) / part.len()));
    for case in LONG_LINES {
        // `Records` would cut the line.
        let parse = |line: &str| drop(black_box(KmdRecord::parse(line)));
        let line = line(case, size);
        hostile(&mut table, case.0, &line, line.len() / ORDINARY.len(), parse);
    }
    for case in SHORT_LINES {
        let lines = size / SHORT;
        hostile(&mut table, case.0, &line(case, SHORT).repeat(lines), lines, read);
    }
    ambiguous(&mut table, size / 4);
    table.finish();
}

/// Measures hostile lines, compared with a number of ordinary lines.
fn hostile(table: &mut Table, case: &str, hostile: &str, ordinary_lines: usize, parse: impl Fn(&str)) {
    let ordinary = ORDINARY.repeat(ordinary_lines);
    let codes = [code(|| parse(black_box(hostile))), code(|| read(black_box(&ordinary)))];
    let [hostile, ordinary] = times(Duration::from_secs(2), codes);
    table.row(case, hostile, ("ordinary lines", ordinary), Goal::AtMost(3.0), nanoseconds);
}

fn read(log: &str) {
    let mut records = Records::<_, KmdTag>::new(log.as_bytes());
    while let Ok(Some(record)) = records.read() {
        black_box(record);
    }
}

/// Measures ambiguous templates. The parsing time is linear in the length of the text, with any constant factor.
fn ambiguous(table: &mut Table, size: usize) {
    for (case, tag, part, end) in [
        ("ambiguous catalog, colons", catalog::HardTag::Mixed, ":", ""),
        ("ambiguous catalog, digits", catalog::HardTag::Digits, "1", ""),
        ("ambiguous catalog, addresses", catalog::HardTag::Addresses, "::1:", ""),
        ("ambiguous catalog, a repeated text", catalog::HardTag::Twice, ":", "z"),
    ] {
        let text = |size: usize| part.repeat(size / part.len()) + end;
        let (once, four) = (text(size), text(4 * size));
        let codes = [&four, &once].map(|text| code(|| tag.parse(black_box(text)).is_ok()));
        let [four, once] = times(Duration::from_secs(2), codes);
        let case = format!("{case}, four times the size");
        table.row(&case, four, ("original size", once), Goal::AtMost(5.0), nanoseconds);
    }
}
