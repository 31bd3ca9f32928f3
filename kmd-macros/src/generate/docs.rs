//! The documentation of the generated items, in Markdown.

use crate::model::{Field, Message};

/// What stands over a message, its alias and its variant's struct.
pub(super) fn message(message: &Message) -> String {
    let mut text = format!(
        "`{}` ({}, severity `{}`, facility `{}`)\n\n{}\n\n{}",
        message.tag,
        message.kind.written,
        message.severity.written,
        message.facility.written,
        code_block(&message.template),
        message.description,
    );
    let sections = [
        ("Cause", &message.cause),
        ("Action", &message.action),
        ("Note", &message.note),
        ("Deprecated", &message.deprecated),
    ];
    for (title, section) in sections {
        if let Some(section) = section {
            text.extend(["\n\n# ", title, "\n\n", section]);
        }
    }
    text
}

/// What stands over a field.
pub(super) fn field(field: &Field) -> String {
    format!("`{}`: {}", field.placeholder, field.description)
}

/// Text as it is, whatever it holds: a fence longer than any row of backticks in it.
fn code_block(text: &str) -> String {
    let longest = text
        .split(|char| char != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{text}\n{fence}")
}
