//! Benchmarks of worst-case input, compared with ordinary lines of the same size.

#[path = "support/table.rs"]
mod table;

/// Messages whose texts can be split in many ways.
mod catalog {
    kmd_events::catalog!("ambiguous.yaml", in crate::catalog);
}

use std::hint::black_box;

use kmd_events::{KmdRecord, KmdTag, Records};
use table::Table;

fn main() {
    let size = if Table::measures() { 10_000_000 } else { 10_000 };
    let ordinary = "Mar  4 08:15:01  edge-fw1 kmd[2190]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up.\n";
    let ordinary = ordinary.repeat(size / ordinary.len());
    let header = "Mar  4 08:15:01  edge-fw1 kmd[2190]: ";
    let known =
        |tag: &str, begin: &str, part: &str| format!("{header}{tag}: {begin}{}", part.repeat(size / part.len()));
    let lines = [
        ("no line break", "x".repeat(size)),
        ("brackets", "[".repeat(size)),
        ("brackets as structured data", format!("<30>1 - - kmd - - {}", "[a b=\"".repeat(size / 6))),
        ("escapes in structured data", format!("<30>1 - - kmd - - [a b=\"{}", "\\\"".repeat(size / 2))),
        ("colons", ":".repeat(size)),
        (
            "colons in a text",
            known("KMD_PM_UNKNOWN_P1_IDENTITIES", "Failed to initiate the Phase-1 negotiation for local:", ":"),
        ),
        ("the literals of a template", known("KMD_VPN_UP_ALARM_USER", "VPN a", " from ")),
        ("literals and addresses", known("KMD_VPN_UP_ALARM_USER", "VPN a", " from 1::2:3 is up")),
        (
            "addresses",
            known("KMD_PM_LIFETIME_DUPLICATE", "Phase 2 lifetime notification message from remote peer ", "1::2:3:"),
        ),
        (
            "two literals in turn",
            known(
                "KMD_PM_PHASE2_IDENTITY_MISMATCH",
                "Phase 2 identities did not match: local initiator ",
                ", responder ; remote initiator ",
            ),
        ),
    ];

    let mut table = Table::new();
    let usual = table.time("adversarial/ordinary", || {
        let mut records = Records::<_, KmdTag>::new(black_box(ordinary.as_bytes()));
        while let Ok(Some(record)) = records.read() {
            black_box(record);
        }
    });
    for (case, line) in &lines {
        let time = table.time(&format!("adversarial/{case}"), || {
            black_box(KmdRecord::parse(black_box(line)));
        });
        table.row(case, time, "ordinary lines", usual, 3.0);
    }
    ambiguous(&mut table, size / 10);
    table.print();
}

/// Measures ambiguous templates. The parsing time is linear in the length of the text, with any constant factor.
fn ambiguous(table: &mut Table, size: usize) {
    for (case, tag, part, end) in [
        ("ambiguous catalog, colons", catalog::HardTag::Mixed, ":", ""),
        ("ambiguous catalog, digits", catalog::HardTag::Digits, "1", ""),
        ("ambiguous catalog, addresses", catalog::HardTag::Addresses, "::1:", ""),
        ("ambiguous catalog, a repeated text", catalog::HardTag::Twice, ":", "z"),
    ] {
        let text = part.repeat(size / part.len()) + end;
        let once = table.time(&format!("adversarial/{case}"), || black_box(tag.parse(black_box(&text)).is_ok()));
        let text = part.repeat(4 * size / part.len()) + end;
        let four =
            table.time(&format!("adversarial/{case} four times"), || black_box(tag.parse(black_box(&text)).is_ok()));
        table.row(&format!("{case}, four times the size"), four, "original size", once, 5.0);
    }
}
