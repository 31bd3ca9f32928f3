//! Lines in the shapes that devices, relays and collectors write, with what reading each gives.
//!
//! `data/lines.tsv` has a line a row: outcome, tag, host, process, pid (`-` where the line does not say, or
//! where it does not matter), the line. `\r`, `\t`, `\u{feff}` and so on stand for what they do in Rust.

use kmd_events::{KmdRecord, Outcome};

const LINES: &str = include_str!("data/lines.tsv");

#[test]
fn every_line_reads_as_listed() {
    let mut wrong = Vec::new();
    let mut counts = std::collections::BTreeMap::new();
    for row in LINES.lines().skip(1) {
        let columns: Vec<&str> = row.splitn(6, '\t').collect();
        let [outcome, tag, host, process, pid, line] = columns[..] else {
            panic!("six columns: {row}");
        };
        let line = line.replace("\\r", "\r").replace("\\u{feff}", "\u{feff}");
        let record = KmdRecord::parse(&line);
        let found = [
            name(&record.outcome),
            record.tag.as_deref().unwrap_or("-"),
            record.host.as_deref().unwrap_or("-"),
            record.process.as_deref().unwrap_or("-"),
            record.pid.as_deref().unwrap_or("-"),
        ];
        *counts.entry(outcome).or_insert(0) += 1;
        if found != [outcome, tag, host, process, pid] {
            wrong.push(format!("{row}\n  {record:?}"));
        }
    }
    println!("{counts:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn name(outcome: &Outcome<'_, kmd_events::KmdTag>) -> &'static str {
    match outcome {
        Outcome::Event { .. } => "event",
        Outcome::Mismatch { .. } => "mismatch",
        Outcome::Unknown => "unknown",
        Outcome::Untagged => "untagged",
        _ => "other",
    }
}
