//! The comparison of the rules of an engine with the parser.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use kmd_rules::{Fidelity, Limit};
use serde_json::{Map, Value};

use crate::hard_lines::HardLine;

/// What the rules of an engine give for a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The tag.
    pub tag: String,
    /// The values by name. A value that is absent is missing or null.
    pub fields: Map<String, Value>,
    /// The rest of the text, or an empty string.
    pub rest: String,
}

/// Compares what the rules give for each line with what the parser gives.
///
/// # Panics
///
/// Panics with the lines that differ, unless a limit of the message explains it, and with the limits that no line shows.
/// `unseen` has the tags of messages with a limit that no line shows.
#[track_caller]
pub fn assert_fidelity(lines: &[HardLine], fidelity: &[Fidelity], unseen: &[&str], found: &[Option<Found>]) {
    let Comparison { mut report, seen } = compare(lines, fidelity, found);
    for Fidelity { tag, limits, .. } in fidelity {
        for limit in limits {
            // These are only possible: whether there is such a text is not computed.
            let is_possible = matches!(limit, Limit::Overlap(_) | Limit::SameBeginning(_) | Limit::OpenEnd(_));
            if !is_possible && !seen.contains(&(tag.clone(), limit.to_string())) && !unseen.contains(&&**tag) {
                let _ = writeln!(report, "{tag}: no line shows that {limit}");
            }
        }
    }
    let events = lines.iter().filter(|line| line.tag.is_some()).count();
    println!("{} lines, {events} events, {} differences that the fidelity names", lines.len(), seen.len());
    assert!(report.is_empty(), "{report}");
}

/// The result of a comparison.
pub struct Comparison {
    /// The lines that differ, although no limit explains it.
    pub report: String,
    /// The tags and the limits that explain the other differences.
    pub seen: BTreeSet<(String, String)>,
}

/// Compares what the rules give for each line with what the parser gives.
///
/// # Panics
///
/// Panics if there is not one result per line.
#[must_use]
pub fn compare(lines: &[HardLine], fidelity: &[Fidelity], found: &[Option<Found>]) -> Comparison {
    assert_eq!(lines.len(), found.len(), "one result per line");
    let mut report = String::new();
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    for (line, found) in lines.iter().zip(found) {
        if agrees(line, found.as_ref()) {
            continue;
        }
        let owner = line.tag.map(str::to_owned).or_else(|| found.as_ref().map(|found| found.tag.clone()));
        let owner = owner.unwrap_or_default();
        let limits = fidelity.iter().find(|it| it.tag == owner).map(|it| &*it.limits).unwrap_or_default();
        let reasons: Vec<&Limit> = limits.iter().filter(|limit| explains(limit, line, found.as_ref())).collect();
        seen.extend(reasons.iter().map(|limit| (owner.clone(), limit.to_string())));
        let explained = is_explained(&reasons, line, found.as_ref());
        if !explained {
            let _ = writeln!(
                report,
                "{}\n  parser: {:?} {:?} {:?}\n  rules:  {found:?}",
                line.text, line.tag, line.fields, line.rest
            );
        }
    }
    Comparison { report, seen }
}

/// Returns the name of a value in the rules.
fn name(placeholder: &str) -> String {
    let name = placeholder.replace('-', "_");
    if ["tag", "severity", "facility", "rest"].contains(&&*name) { format!("{name}_") } else { name }
}

/// Returns the value of a placeholder.
fn value<'f>(found: &'f Found, placeholder: &str) -> Option<&'f Value> {
    found.fields.get(&name(placeholder)).filter(|value| !value.is_null())
}

/// Returns whether two values are equal, numbers of any type by their value. The parser gives a number that does not fit 64
/// bits as a string.
#[must_use]
pub fn equal(found: &Value, expected: &Value) -> bool {
    let long = expected.as_str().filter(|text| text.len() > 18 && text.bytes().all(|byte| byte.is_ascii_digit()));
    let expected_number = expected.as_f64().or_else(|| long?.parse().ok());
    match (found.as_i64(), expected.as_i64()) {
        (Some(found), Some(expected)) => found == expected,
        _ => found == expected || found.as_f64().zip(expected_number).is_some_and(|(found, number)| found == number),
    }
}

/// Returns the placeholders whose values differ.
fn different<'l>(line: &'l HardLine, found: &'l Found) -> Vec<&'l str> {
    let expected = line.fields.iter();
    let changed = expected.filter(|(key, expected)| !value(found, key).is_some_and(|value| equal(value, expected)));
    let known: BTreeSet<String> = line.fields.keys().map(|key| name(key)).collect();
    let more = found.fields.iter().filter(|(key, value)| !value.is_null() && !known.contains(*key));
    changed.map(|(key, _)| &**key).chain(more.map(|(key, _)| &**key)).collect()
}

fn agrees(line: &HardLine, found: Option<&Found>) -> bool {
    match (line.tag, found) {
        (None, None) => true,
        (Some(tag), Some(found)) => tag == found.tag && line.rest == found.rest && different(line, found).is_empty(),
        _ => false,
    }
}

/// Returns whether limits are the reasons of all differences of a line.
fn is_explained(reasons: &[&Limit], line: &HardLine, found: Option<&Found>) -> bool {
    let mut names: Vec<&str> = Vec::new();
    for limit in reasons {
        match limit {
            Limit::Text(name) | Limit::Spelling(name) => names.push(name),
            // With the others, further values can end elsewhere, too.
            _ => return true,
        }
    }
    found.is_some_and(|found| {
        line.rest == found.rest && !names.is_empty() && different(line, found).iter().all(|name| names.contains(name))
    })
}

/// Returns whether a limit is a reason of a difference.
fn explains(limit: &Limit, line: &HardLine, found: Option<&Found>) -> bool {
    let is_read = line.tag.is_some();
    let is_same = found.is_some_and(|found| line.tag == Some(&*found.tag));
    let text = |placeholder: &str| line.fields.get(placeholder).map(ToString::to_string).unwrap_or_default();
    let changed = |placeholder: &str, is_other: fn(&Value, &Value) -> bool| {
        found.filter(|_| is_same).is_some_and(|found| {
            let given = value(found, placeholder).zip(line.fields.get(placeholder));
            different(line, found).contains(&placeholder) && given.is_some_and(|(value, it)| is_other(it, value))
        })
    };
    match limit {
        Limit::LeftOut(_) => is_read && found.is_none(),
        Limit::FirstOccurrence(_) => is_read && (found.is_none() || is_same),
        Limit::Ambiguous(_) | Limit::Repeated(_) => is_same || !is_read,
        Limit::OpenEnd(_) => is_same && !line.rest.is_empty(),
        Limit::Overlap(others) | Limit::SameBeginning(others) => {
            !is_read || found.is_some_and(|found| others.contains(&found.tag))
        }
        Limit::UnknownTag => !is_read && !line.is_printed,
        Limit::Text(name) => changed(name, |expected, value| value.is_string() && !expected.is_string()),
        Limit::Spelling(name) => changed(name, same_address),
        Limit::Finite(name) => {
            let is_finite = !["\"inf\"", "\"-inf\"", "\"NaN\""].contains(&&*text(name));
            is_read && !is_finite && found.is_none_or(|found| value(found, name).is_none())
        }
        Limit::NoRest => is_read && found.is_none() && !line.rest.is_empty(),
        _ => false,
    }
}

/// Returns whether two strings are the same address in different spellings: with capital letters, or without brackets.
fn same_address(one: &Value, other: &Value) -> bool {
    let plain = |value: &Value| value.as_str().map(|text| text.to_lowercase().replace(['[', ']'], ""));
    plain(one).is_some_and(|one| Some(one) == plain(other))
}
