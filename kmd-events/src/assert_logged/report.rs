//! The report of a failed assertion.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt::Write as _;

use crate::Event;
use crate::format::escape_control;
use crate::sink::tagged_text;

/// The maximum number of lines without an event that a report shows.
const MAX_LINES: usize = 5;

/// The difference of each field, in the order of the call. A field that matches has `None`.
pub type Seen = Vec<Option<Difference>>;

/// The value of a field, and the expected value if the call has a name in place of a pattern.
#[derive(Debug)]
pub struct Difference {
    pub(super) found: String,
    pub(super) expected: Option<String>,
}

/// The name of a field and the pattern in the call.
pub type Expected<'a> = (&'a str, &'a str);

/// The comparison of a log with the expected event.
#[derive(Default)]
pub(super) struct Report {
    /// The tag and the text of the first event that matches.
    pub(super) matching: Option<String>,
    /// The first line that has the tag of the expected message but cannot be read, or no tag as the message.
    pub(super) unreadable: Option<String>,
    nearest: Option<Nearest>,
    /// The tags in the order in which they were logged first, with the number of events.
    tags: Vec<(&'static str, usize)>,
    /// The lines without an event, with the reason if a line has a tag.
    lines: Vec<String>,
}

/// The event of the expected message with the fewest fields that differ.
struct Nearest {
    event: String,
    seen: Seen,
    differences: usize,
}

impl Report {
    /// Adds an event. `seen` is `None` if it is of another message.
    pub(super) fn add_event(&mut self, event: &dyn Event, seen: Option<Seen>) {
        let tag = event.message().tag();
        match self.tags.iter_mut().find(|(known, _)| *known == tag) {
            Some((_, count)) => *count += 1,
            None => self.tags.push((tag, 1)),
        }
        let Some(seen) = seen else { return };
        let differences = seen.iter().flatten().count();
        if differences == 0 && self.matching.is_none() {
            self.matching = Some(tagged_text(event));
        }
        if self.nearest.as_ref().is_none_or(|nearest| differences < nearest.differences) {
            self.nearest = Some(Nearest { event: tagged_text(event), seen, differences });
        }
    }

    /// Adds a line without an event. `is_expected` is whether it may be one of the expected message.
    pub(super) fn add_line(&mut self, line: &[u8], is_expected: bool, reason: Option<String>) {
        let line = String::from_utf8_lossy(line);
        let line = escape_control(&line.trim_end());
        let line = reason.map_or_else(|| line.clone(), |reason| format!("{line}: {reason}"));
        if is_expected && self.unreadable.is_none() {
            self.unreadable = Some(line.clone());
        }
        self.lines.push(line);
    }

    /// Returns the lines that follow the first one of a report.
    pub(super) fn describe(&self, expected: &[Expected<'_>]) -> String {
        let mut text = String::new();
        if let Some(nearest) = &self.nearest {
            let _ = write!(text, "\n  nearest: {}", nearest.event);
            for ((field, pattern), difference) in expected.iter().zip(&nearest.seen) {
                let Some(Difference { found, expected }) = difference else { continue };
                // A name such as `true` or `None` is its own value.
                let value = expected.as_ref().filter(|value| value != pattern);
                let value = value.map(|value| format!(" = {value}")).unwrap_or_default();
                let _ = write!(text, "\n    {field}: expected `{pattern}`{value}, found {found}");
            }
        }
        let tags: Vec<String> = self.tags.iter().map(|(tag, count)| counted(tag, *count)).collect();
        let _ = match &tags[..] {
            [] => write!(text, "\n  logged: no event"),
            tags => write!(text, "\n  logged: {}", tags.join(", ")),
        };
        for line in self.lines.iter().take(MAX_LINES) {
            let _ = write!(text, "\n  not an event: {line}");
        }
        if let Some(more) = self.lines.len().checked_sub(MAX_LINES).filter(|more| *more > 0) {
            let _ = write!(text, "\n  not an event: {more} more lines");
        }
        text
    }
}

/// Returns a tag with the number of its events, if there are several.
fn counted(tag: &str, count: usize) -> String {
    if count == 1 { tag.to_string() } else { format!("{tag} ({count} times)") }
}

/// Returns the call of the macro that a report quotes.
pub(super) fn call(tag: &str, expected: &[Expected<'_>]) -> String {
    let fields: Vec<String> = expected
        .iter()
        .map(|(field, pattern)| match *pattern {
            "" => (*field).into(),
            pattern if pattern == *field => (*field).into(),
            pattern => format!("{field}: {pattern}"),
        })
        .collect();
    if fields.is_empty() { tag.into() } else { format!("{tag} {{ {} }}", fields.join(", ")) }
}
