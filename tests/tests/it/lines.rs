//! Tests of lines in the forms that devices, relays and collectors write.

use kmd_events::{KmdRecord, Outcome};
use kmd_tests::lines;

#[test]
fn every_line_parses_as_listed() {
    let mut wrong = Vec::new();
    for row in lines::rows() {
        let record = KmdRecord::parse(&row.line);
        let outcome = match record.outcome() {
            Outcome::Event { .. } => "event",
            Outcome::Mismatch { .. } => "mismatch",
            Outcome::UnknownTag => "unknown",
            Outcome::Untagged => "untagged",
            _ => "other",
        };
        let found = [
            outcome,
            record.tag().unwrap_or("-"),
            record.host().unwrap_or("-"),
            record.process().unwrap_or("-"),
            record.pid().unwrap_or("-"),
        ];
        if found != [row.outcome, row.tag, row.host, row.process, row.pid] {
            wrong.push(format!("{}: {found:?}", row.line));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
