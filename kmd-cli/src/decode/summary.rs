//! The number of lines of each message.

use std::collections::BTreeMap;
use std::fmt;

use kmd_catalog::schema::MAX_TAG_LEN;
use kmd_events::{LoadedRecord, Message, Outcome, Severity};

use super::json_line::{UNKNOWN, message, outcome};
use crate::output::counted;

/// The maximum number of rows, after which other tags that the catalog does not have share one row. Anyone who can write a log can
/// write any number of them.
const MAX_ROWS: usize = 10_000;

/// What is shown for tags without a row of their own.
const OTHER_TAGS: &str = "(other tags)";

/// The counts of lines, by tag and outcome.
#[derive(Default)]
pub(super) struct Summary {
    rows: BTreeMap<(String, &'static str), Row>,
    events: u64,
    mismatches: u64,
    unknown: u64,
    untagged: u64,
    other: u64,
    begins_with_json: bool,
}

/// The lines with one tag and one outcome.
struct Row {
    count: u64,
    severity: Option<Severity>,
    first: String,
    last: String,
}

impl Summary {
    /// Returns the counts of lines, none of which is counted yet.
    pub(super) fn of_lines(lines: &[u8]) -> Self {
        Self { begins_with_json: lines.starts_with(b"{\""), ..Self::default() }
    }

    /// Counts a record, with its tag and its time if the rows are wanted.
    pub(super) fn count(&mut self, record: &LoadedRecord<'_>, rows: bool) {
        *match record.outcome() {
            Outcome::Event { .. } => &mut self.events,
            Outcome::Mismatch { .. } => &mut self.mismatches,
            Outcome::UnknownTag => &mut self.unknown,
            Outcome::Untagged => &mut self.untagged,
            _ => &mut self.other,
        } += 1;
        if !rows || *record.outcome() == Outcome::Other {
            return;
        }
        let message = message(record);
        let tag = message.map(Message::tag).or(record.tag()).unwrap_or("(no tag)");
        let severity = message.map(Message::severity).or(record.severity());
        let time = record.time().unwrap_or_default().to_owned();
        let row = Row { count: 1, severity, first: time.clone(), last: time };
        // No catalog has a longer tag.
        let is_long = message.is_none() && tag.len() > MAX_TAG_LEN;
        self.add_row((if is_long { OTHER_TAGS } else { tag }.to_owned(), outcome(record)), row);
    }

    /// Adds the counts of later lines.
    pub(super) fn add(&mut self, later: Self) {
        if self.total() == 0 {
            self.begins_with_json = later.begins_with_json;
        }
        self.events += later.events;
        self.mismatches += later.mismatches;
        self.unknown += later.unknown;
        self.untagged += later.untagged;
        self.other += later.other;
        for (key, row) in later.rows {
            // In the rows of one chunk, all tags are counted. So a row has all lines of its tag.
            let is_more = key.1 == UNKNOWN && self.rows.len() >= MAX_ROWS && !self.rows.contains_key(&key);
            self.add_row(if is_more { (OTHER_TAGS.to_owned(), UNKNOWN) } else { key }, row);
        }
    }

    fn add_row(&mut self, key: (String, &'static str), later: Row) {
        let Some(row) = self.rows.get_mut(&key) else {
            self.rows.insert(key, later);
            return;
        };
        row.count += later.count;
        if row.first.is_empty() {
            row.first = later.first;
        }
        if !later.last.is_empty() {
            row.last = later.last;
        }
    }

    /// Returns whether a line has the tag of a message but not its text, or an unknown tag.
    pub(super) fn has_mistakes(&self) -> bool {
        self.mismatches + self.unknown > 0
    }

    /// Returns whether there are lines, but none of the catalog.
    pub(super) fn is_other(&self) -> bool {
        self.other > 0 && self.other == self.total()
    }

    /// Returns whether the first line begins with an object of JSON.
    pub(super) fn begins_with_json(&self) -> bool {
        self.begins_with_json
    }

    fn total(&self) -> u64 {
        self.events + self.mismatches + self.unknown + self.untagged + self.other
    }
}

/// Writes a table with a row per tag and outcome, and the counts of all lines.
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = |text: fn(&Row) -> &str| self.rows.values().map(|row| text(row).len()).max().unwrap_or(0).max(5);
        let (first, last) = (width(|row| &row.first), width(|row| &row.last));
        if !self.rows.is_empty() {
            let heads = ("count", "outcome", "severity", "first", "last");
            writeln!(
                f,
                "{:>8}  {:<8}  {:<9}  {:<first$}  {:<last$}  tag",
                heads.0, heads.1, heads.2, heads.3, heads.4
            )?;
        }
        for ((tag, outcome), row) in &self.rows {
            let severity = row.severity.map_or("-", Severity::as_str);
            let Row { count, first: from, last: to, .. } = row;
            writeln!(f, "{count:>8}  {outcome:<8}  {severity:<9}  {from:<first$}  {to:<last$}  {tag}")?;
        }
        let Self { events, mismatches, unknown, untagged, other, .. } = self;
        writeln!(
            f,
            "{}: {}, {}, {unknown} unknown, {untagged} untagged, {other} other",
            counted(self.total(), "line", "lines"),
            counted(*events, "event", "events"),
            counted(*mismatches, "mismatch", "mismatches"),
        )
    }
}
