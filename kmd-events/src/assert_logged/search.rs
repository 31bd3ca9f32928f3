//! The search for an event, which the expansions of the macros call.

use alloc::format;
use core::fmt::Debug;

use super::logged::{Entry, Logged};
use super::report::{Difference, Expected, Report, Seen, call};
use crate::Event;
use crate::event_struct::EventStruct;
use crate::parse::{event_values, owned_text};

/// Returns the difference of a field that is matched against a pattern.
#[must_use]
pub fn check(matches: bool, found: &dyn Debug) -> Option<Difference> {
    (!matches).then(|| Difference { found: format!("{found:?}"), expected: None })
}

/// Returns the difference of a field that is compared with the value of a name.
#[must_use]
pub fn check_name(is_equal: bool, found: &dyn Debug, expected: &dyn Debug) -> Option<Difference> {
    (!is_equal).then(|| Difference { found: format!("{found:?}"), expected: Some(format!("{expected:?}")) })
}

/// Checks that an event matches.
///
/// # Panics
///
/// Panics if no event matches.
#[track_caller]
pub fn expect_logged<S: EventStruct<'static>, L: Logged + ?Sized>(
    log: &L,
    tag: &str,
    expected: &[Expected<'_>],
    check: &dyn Fn(&S, &mut Seen),
) {
    let report = search(log, check);
    let is_logged = report.matching.is_some();
    assert!(is_logged, "no event matches `{}`{}", call(tag, expected), report.describe(expected));
}

/// Checks that no event matches.
///
/// # Panics
///
/// Panics if an event matches, or if a line has the tag but cannot be read, so that it may match. A line without a tag may match
/// a message without one.
#[track_caller]
pub fn expect_not_logged<S: EventStruct<'static>, L: Logged + ?Sized>(
    log: &L,
    tag: &str,
    expected: &[Expected<'_>],
    check: &dyn Fn(&S, &mut Seen),
) {
    let report = search(log, check);
    if let Some(event) = report.matching {
        panic!("an event matches `{}`\n  logged: {event}", call(tag, expected));
    }
    if let Some(line) = report.unreadable {
        panic!("an event may match `{}`\n  not an event: {line}", call(tag, expected));
    }
}

/// Compares each event of a log with the expected one.
fn search<S: EventStruct<'static>, L: Logged + ?Sized>(log: &L, check: &dyn Fn(&S, &mut Seen)) -> Report {
    let mut report = Report::default();
    log.each::<S::Tag>(&mut |entry| match entry {
        Entry::Line { line, tag, is_untagged, reason } => {
            let is_expected = tag == Some(S::MESSAGE.tag()) || is_untagged && !S::MESSAGE.is_tagged();
            report.add_line(line, is_expected, reason);
        }
        Entry::Event(event) => {
            let seen = typed(event).map(|event: S| {
                let mut seen = Seen::new();
                check(&event, &mut seen);
                seen
            });
            report.add_event(event, seen);
        }
    });
    report
}

/// Returns an event as a struct, or `None` if it is of another message.
fn typed<S: EventStruct<'static>>(event: &dyn Event) -> Option<S> {
    if event.message() != S::MESSAGE {
        return None;
    }
    let mut values = event_values(event, owned_text)?;
    Some(S::build(&mut values))
}
