//! Whether the lines of an old message are parsed to the same tag and values.

use kmd_events::{Event, LoadedCatalog, LoadedRecord, Message, Outcome, ParseEventError, ParsedEvent, Piece, Value};

use crate::old_lines::{OldText, texts};
use crate::pairing::{Pairing, wordings};
use crate::proof::{can_end_with_a_space, is_kept, may_take};
use crate::told_apart::{Versions, is_told_apart_as_before};

/// The maximum number of lines that the old catalog does not read as they were printed, or on which the parser of the new one
/// gives up. For some templates with repeated placeholders, these are most lines, and each of them takes long.
const MAX_UNREAD: usize = 50;

/// The result for the lines of one wording of the old message.
pub(crate) enum Verdict {
    /// There is a proof that all lines are parsed to the same tag and values.
    Kept,
    /// A line is not parsed to the same tag and values.
    Broken {
        line: String,
        /// Whether a value of the line contains text of a template.
        is_ambiguous: bool,
        /// The old placeholders whose values differ, or no placeholder if the text does not match.
        fields: Vec<usize>,
        /// The tags of the other messages that can have the line.
        rivals: Vec<&'static str>,
    },
    /// There is neither a proof nor such a line.
    Undecided {
        /// The tags of the other messages that may have a line.
        rivals: Vec<&'static str>,
    },
}

/// Returns a verdict for each wording of the old message, and further ones if values of other placeholders differ in other
/// lines. At most `max_lines` lines are parsed for each wording. The process and the prefix of the catalogs may differ; this is
/// another change.
pub(crate) fn verdicts(
    (old, message): (&LoadedCatalog, &'static Message),
    (new, new_message): (&LoadedCatalog, &'static Message),
    pairing: &Pairing,
    max_lines: usize,
) -> Vec<(usize, Verdict)> {
    let versions = Versions { old: message, new: new_message, pairing };
    let can_be_told_apart = versions.changed().is_some();
    let is_told_apart = |other: &'static Message, rival: &'static Message| {
        let pairing = Pairing::new(other, rival);
        is_told_apart_as_before(versions, Versions { old: other, new: rival, pairing: &pairing })
    };
    let is_rival = |rival: &&'static Message| {
        let was_rival = |other: &'static Message| is_told_apart(other, rival);
        // The tag is not the same if the prefix changed.
        let was_any = || old.find(rival.tag()).is_some_and(was_rival) || old.messages().iter().copied().any(was_rival);
        !rival.is_tagged() && rival.tag() != new_message.tag() && !(can_be_told_apart && was_any())
    };
    let all = new.messages().iter().copied();
    let rivals = all.filter(|rival| !message.is_tagged() && is_rival(rival));
    let rivals: Vec<&'static Message> = rivals.collect();
    // A text without its last space can be read as two messages, and is then read with the space.
    let is_lost = |other: &&'static Message| {
        let is_there = |rival: &'static Message| is_told_apart(other, rival);
        !other.is_tagged() && other.tag() != message.tag() && !new.find(other.tag()).is_some_and(is_there)
    };
    let olds = old.messages().iter().copied();
    let lost: Vec<&'static Message> = olds.filter(|other| !message.is_tagged() && is_lost(other)).collect();
    let depends_on_lost = |wording: &[Piece]| {
        can_end_with_a_space(message, wording) && lost.iter().any(|other| may_take(other, message, wording))
    };
    let takers = |index: usize| {
        let wording = wordings(message).get(index).copied().unwrap_or_default();
        let takers = rivals.iter().filter(|rival| may_take(rival, message, wording));
        takers.map(|rival| rival.tag()).collect::<Vec<_>>()
    };
    let mut verdicts = Vec::new();
    for (index, wording) in wordings(message).into_iter().enumerate() {
        let has_place = message.is_tagged() || !new_message.is_tagged();
        if has_place && !depends_on_lost(wording) && is_kept(message, new_message, pairing, index, &rivals) {
            verdicts.push((index, Verdict::Kept));
            continue;
        }
        let mut known: Vec<Vec<usize>> = Vec::new();
        let mut unread = 0;
        for OldText { text, is_ambiguous } in texts(message, new_message, index).into_iter().take(max_lines) {
            if unread > MAX_UNREAD {
                break;
            }
            let line = |catalog: &LoadedCatalog, tag: &str| {
                let tag = if message.is_tagged() { format!("{tag}: ") } else { String::new() };
                format!("{}[7]: {tag}{text}", catalog.catalog().process())
            };
            let (line, new_line) = (line(old, message.tag()), line(new, new_message.tag()));
            let record = old.parse(&line);
            let Some(event) = whole_event(&record, message) else {
                unread += 1;
                continue;
            };
            let new_record = new.parse(&new_line);
            let Some(fields) = difference(event, (&new_record, new_message), pairing) else { continue };
            unread += usize::from(is_too_ambiguous(&new_record));
            if !known.contains(&fields) {
                known.push(fields.clone());
                let other = new_record.event().map(|event| event.message().tag());
                let other = other.filter(|tag| *tag != new_message.tag());
                let rivals = other.map_or_else(|| takers(index), |tag| vec![tag]);
                verdicts.push((index, Verdict::Broken { line: line.clone(), is_ambiguous, fields, rivals }));
            }
        }
        if known.is_empty() {
            verdicts.push((index, Verdict::Undecided { rivals: takers(index) }));
        }
    }
    verdicts
}

/// Returns the event of a line if it is of this message and nothing follows it.
fn whole_event<'r, 'l>(record: &'r LoadedRecord<'l>, message: &Message) -> Option<&'r ParsedEvent<'l>> {
    match record.outcome() {
        Outcome::Event { event, rest, .. } if event.message().tag() == message.tag() && rest.is_empty() => Some(event),
        _ => None,
    }
}

/// Returns whether the parser gave up on a line.
fn is_too_ambiguous(record: &LoadedRecord<'_>) -> bool {
    matches!(record.outcome(), Outcome::Mismatch { reason: ParseEventError::TooAmbiguous, .. })
}

/// Returns the old placeholders whose values differ, or no placeholder if something else does. Returns `None` if the line
/// has the same tag and values.
fn difference(
    event: &ParsedEvent<'_>,
    (new_record, new_message): (&LoadedRecord<'_>, &Message),
    pairing: &Pairing,
) -> Option<Vec<usize>> {
    match new_record.outcome() {
        Outcome::Event { event: new_event, .. } if new_event.message().tag() == new_message.tag() => {
            let differs = |&index: &usize| {
                let value = event.value(index).unwrap_or(Value::Absent);
                match pairing.to_new(index).and_then(|index| new_event.value(index)) {
                    Some(new_value) => !is_same(value, new_value),
                    None => !is_empty(value),
                }
            };
            let fields: Vec<usize> = (0..event.message().placeholders().len()).filter(differs).collect();
            let mut others = (0..new_message.placeholders().len()).filter(|&index| pairing.to_old(index).is_none());
            let has_other = others.any(|index| !new_event.value(index).is_none_or(is_empty));
            (has_other || !fields.is_empty()).then_some(fields)
        }
        Outcome::Mismatch { reason: ParseEventError::Value { placeholder, .. }, .. } => {
            let placeholders = new_message.placeholders();
            let index = placeholders.iter().position(|it| it.name() == placeholder.name());
            Some(index.and_then(|index| pairing.to_old(index)).into_iter().collect())
        }
        _ => Some(Vec::new()),
    }
}

/// Returns whether an old and a new value are the same. A value that is a string in JSON is the same as its text.
fn is_same(old: Value<'_>, new: Value<'_>) -> bool {
    let is_string = |value: Value<'_>| {
        matches!(value, Value::Text(_) | Value::Address(_) | Value::Socket(_) | Value::Prefix(_) | Value::Mac(_))
    };
    match (old, new) {
        (Value::Duration(old, _), Value::Duration(new, _)) => old == new,
        (Value::Text(_), new) | (new, Value::Text(_)) if is_string(new) => old.to_string() == new.to_string(),
        (old, new) => old == new,
    }
}

/// Returns whether a value says nothing.
fn is_empty(value: Value<'_>) -> bool {
    matches!(value, Value::Absent | Value::Text(""))
}
