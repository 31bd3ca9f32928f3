//! The changes as text, as JSON, and as a section of a changelog.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::change::{Change, Class};

/// The form of the output.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(crate) enum Format {
    /// Text for people
    Human,
    /// JSON
    Json,
    /// A section of a changelog
    Markdown,
}

/// Returns the changes in a format.
pub(crate) fn report(changes: &[Change], format: Format) -> String {
    match format {
        Format::Human => human(changes),
        Format::Json => format!("{:#}\n", json!({ "changes": changes.iter().map(json).collect::<Vec<_>>() })),
        Format::Markdown => markdown(changes),
    }
}

/// Returns the names of the classes of a change.
fn classes(change: &Change) -> Vec<&'static str> {
    let name = |class: &Class| match class {
        Class::Read if change.is_undecided => "read?",
        class => class.as_str(),
    };
    if change.classes.is_empty() { vec!["documentation"] } else { change.classes.iter().map(name).collect() }
}

/// Returns the old and the new value on one line.
fn values(change: &Change) -> String {
    let shown = |value: &str| {
        let value = value.replace('\n', " ");
        if value.contains('`') { format!("`` {value} ``") } else { format!("`{value}`") }
    };
    match (&change.old, &change.new) {
        (Some(old), Some(new)) => format!(": {} -> {}", shown(old), shown(new)),
        (Some(only), None) | (None, Some(only)) => format!(": {}", shown(only)),
        (None, None) => String::new(),
    }
}

fn human(changes: &[Change]) -> String {
    let mut out = String::new();
    for change in changes {
        let tag = change.tag.as_ref().map(|tag| format!("{tag}: ")).unwrap_or_default();
        let super::change::Place { path, line, column } = &change.place;
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}: {tag}{}{}", classes(change).join(", "), change.what, values(change));
        let _ = writeln!(out, " --> {path}:{line}:{column}");
        for help in &change.help {
            let _ = writeln!(out, "help: {help}");
        }
        if let Some(line) = &change.line {
            let _ = writeln!(
                out,
                "note: the line `{}` is no longer parsed to the same tag and values",
                line.escape_debug()
            );
            if change.is_ambiguous {
                out += "note: only lines in which a value contains text of a template are concerned\n";
            }
        } else if change.is_undecided {
            let _ = writeln!(out, "note: lines of the old catalog may no longer be parsed to the same tag and values");
        }
        out.push('\n');
    }
    let count = |class: Class| changes.iter().filter(|change| change.classes.contains(&class)).count();
    let (read, call, watch) = (count(Class::Read), count(Class::Call), count(Class::Watch));
    let noun = if changes.len() == 1 { "change" } else { "changes" };
    let _ = writeln!(out, "{} {noun}: {read} read, {call} call, {watch} watch", changes.len());
    out
}

fn json(change: &Change) -> Value {
    json!({
        "classes": change.classes.iter().map(|class| class.as_str()).collect::<Vec<_>>(),
        "undecided": change.is_undecided,
        "ambiguous": change.is_ambiguous,
        "tag": change.tag,
        "change": change.what,
        "old": change.old,
        "new": change.new,
        "path": change.place.path,
        "line": change.place.line,
        "column": change.place.column,
        "help": change.help,
        "example": change.line,
    })
}

/// The headings of a changelog, each with the classes of its changes. A change is listed once.
const HEADINGS: [(Option<Class>, &str); 4] = [
    (Some(Class::Read), "Lines of older releases that are no longer parsed"),
    (Some(Class::Call), "Code that no longer compiles"),
    (Some(Class::Watch), "For alerts and filters"),
    (None, "Other changes"),
];

fn markdown(changes: &[Change]) -> String {
    let mut out = String::from("## Log messages\n");
    if changes.is_empty() {
        out += "\nNo changes.\n";
    }
    for (class, heading) in HEADINGS {
        let mut listed = changes.iter().filter(|change| change.classes.first().copied() == class).peekable();
        if listed.peek().is_none() {
            continue;
        }
        let _ = writeln!(out, "\n### {heading}\n");
        for change in listed {
            let tag = change.tag.as_ref().map(|tag| format!("`{tag}`: ")).unwrap_or_default();
            let certainty = if change.is_undecided { " (undecided)" } else { "" };
            let others = &change.classes[change.classes.len().min(1)..];
            let others: Vec<&str> = others.iter().map(|class| class.as_str()).collect();
            let others = if others.is_empty() { String::new() } else { format!(" ({} too)", others.join(", ")) };
            let _ = writeln!(out, "- {tag}{}{}{certainty}{others}", change.what, values(change));
        }
    }
    out
}
