//! The messages of a catalog with their calls, as text and JSON.

use std::collections::HashMap;
use std::fmt::Write as _;

use kmd_catalog::{Places, Position, Source, printable};
use kmd_events::{LoadedCatalog, Message};
use serde_json::{Value, json};

use super::rust_files::Place;
use crate::docs::one_line;
use crate::output::counted;

/// The messages of a catalog with their calls.
pub(super) struct LoggedMessages<'a> {
    messages: Vec<(&'static Message, Place, Vec<&'a Place>)>,
    /// The calls with a tag that the catalog does not have.
    unknown: Vec<&'a Place>,
}

impl<'a> LoggedMessages<'a> {
    pub(super) fn new(catalog: &LoadedCatalog, source: &Source, calls: &'a [Place]) -> Self {
        let mut by_tag: HashMap<&str, Vec<&Place>> = HashMap::new();
        for call in calls {
            by_tag.entry(&call.tag).or_default().push(call);
        }
        let places = Places::new(source);
        let place = |tag: &str| {
            let span = places.find(&["messages", tag]).unwrap_or_default();
            let (file, Position { line, column }) =
                source.locate(span).unwrap_or((&source.path, Position { line: 1, column: 1 }));
            Place { tag: tag.to_owned(), file: file.to_owned(), line, column }
        };
        let message = |message: &&'static Message| {
            (*message, place(message.tag()), by_tag.remove(message.tag()).unwrap_or_default())
        };
        Self {
            messages: catalog.messages().iter().map(message).collect(),
            unknown: calls.iter().filter(|call| catalog.find(&call.tag).is_none()).collect(),
        }
    }

    /// Returns whether each message is logged. A deprecated message does not have to be.
    pub(super) fn is_complete(&self) -> bool {
        !self.messages.iter().any(|(message, _, calls)| is_missing(message, calls))
    }

    /// Returns the findings in the order of the catalog, each with the places of the calls, or with that in
    /// the catalog, and the totals.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut say = |finding: &str, calls: &[&Place]| {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{finding}");
            for call in calls {
                // A name of a file can contain line breaks and escape sequences.
                let _ = writeln!(text, "  --> {}:{}:{}", printable(&call.file), call.line, call.column);
            }
        };
        for (message, place, calls) in &self.messages {
            let tag = message.tag();
            match (calls.len(), message.deprecated()) {
                (0, None) => say(&format!("error: message `{tag}` is logged nowhere"), &[place]),
                // A deprecated message does not have to be logged.
                (0, Some(_)) | (1, None) => {}
                (_, Some(note)) => {
                    say(&format!("warning: deprecated message `{tag}` is logged: {}", one_line(note)), calls);
                }
                (count, None) => say(&format!("note: message `{tag}` is logged in {count} places"), calls),
            }
        }
        for call in &self.unknown {
            say(&format!("warning: unknown message `{}`", call.tag), &[call]);
        }
        let count = |is: fn(usize) -> bool| self.messages.iter().filter(|(.., calls)| is(calls.len())).count();
        let [nowhere, once, several] = [count(|calls| calls == 0), count(|calls| calls == 1), count(|calls| calls > 1)];
        let total = counted(self.messages.len() as u64, "message", "messages");
        say(&format!("{total}: {once} logged once, {several} in several places, {nowhere} nowhere"), &[]);
        text
    }

    /// Returns an object with the messages in the order of the catalog, and the calls of unknown ones.
    pub(super) fn json(&self) -> Value {
        let place = |call: &&Place| json!({ "file": call.file, "line": call.line, "column": call.column });
        let message = |(message, at, calls): &(&Message, Place, Vec<&Place>)| {
            json!({
                "tag": message.tag(),
                "place": place(&at),
                "deprecated": message.deprecated(),
                "calls": calls.iter().map(place).collect::<Vec<_>>(),
            })
        };
        let unknown = |call: &&Place| {
            let mut object = json!({ "tag": call.tag });
            object["call"] = place(call);
            object
        };
        json!({
            "messages": self.messages.iter().map(message).collect::<Vec<_>>(),
            "unknown": self.unknown.iter().map(unknown).collect::<Vec<_>>(),
        })
    }
}

fn is_missing(message: &Message, calls: &[&Place]) -> bool {
    calls.is_empty() && message.deprecated().is_none()
}
