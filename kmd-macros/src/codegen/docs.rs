//! The documentation of the generated items, in Markdown.

use kmd_catalog::keywords::{FACILITIES, Keyword, SEVERITIES};
use kmd_catalog::model::{Field, Message, Model};
use kmd_catalog::{Unit, names};
use proc_macro2::Ident;

use super::context::Context;
use super::prose::markdown;
use crate::given;

pub(super) const OTHER_WORD: &str = "Another word.";

/// Returns the documentation of the module of all structs.
pub(super) fn events_module(prefix: &str) -> String {
    format!("The messages of the `{prefix}` catalog. Each message is a struct with an alias named after its tag.")
}

/// Returns the documentation of the module of all enums of words.
pub(super) fn values_module(prefix: &str) -> String {
    format!("The enums of the `{prefix}` catalog. Each enum has one variant per word that a placeholder can have.")
}

/// Returns the documentation of a variant for a word.
pub(super) fn word(text: &str) -> String {
    if text.is_empty() { "The empty word.".to_owned() } else { code(text) }
}

/// Returns the documentation of the event enum.
pub(super) fn event_enum(model: &Model) -> String {
    format!("An event of the `{}` catalog, with one variant per message.", model.prefix)
}

/// Returns the documentation of the tag enum.
pub(super) fn tag_enum(prefix: &str) -> String {
    format!("A tag of the `{prefix}` catalog, with one variant per message. Tags are ordered as in the catalog.")
}

/// Returns the documentation of the record type.
pub(super) fn record(prefix: &str, name: &Ident) -> String {
    format!("A record that `{name}::parse` returns for a line of a log. It is parsed with the `{prefix}` catalog.")
}

/// Returns the documentation of a message and its alias.
pub(super) fn message(message: &Message, context: &Context<'_>) -> String {
    let mut text = format!(
        "`{}` ({}, severity `{}`, facility `{}`, PRI {}{})\n\n> {}",
        message.tag,
        message.kind.name,
        message.severity.name,
        message.facility.name,
        priority(message),
        if message.is_tagged { "" } else { ", without the tag in the text" },
        code(&message.template),
    );
    for (tail, _) in &message.tails {
        text.extend(["\n>\n> Optional: ", &code(tail)]);
    }
    let is_linked = |code: &str| code != message.tag && context.tags.contains(code);
    let linked = |section: &str| markdown(section, is_linked);
    text.extend(["\n\n```text\n", &call(message, context), "\n```\n\n", &linked(&message.description)]);
    let sections = [
        ("Cause", &message.cause),
        ("Action", &message.action),
        ("Note", &message.note),
        ("Since", &message.since),
        ("Source", &message.source),
        ("Deprecated", &message.deprecated),
    ];
    for (title, section) in sections {
        if let Some(section) = section {
            text.extend(["\n\n# ", title, "\n\n", &linked(section)]);
        }
    }
    text
}

/// Returns a call that builds an event of the message, with comments in place of the values.
pub(super) fn call(message: &Message, context: &Context<'_>) -> String {
    let assignments = message.fields.iter().map(|field| {
        let enumeration = context.enumeration(field).map(|enumeration| &*enumeration.name);
        given::assignment(&field.name, field.field_type, enumeration, field.is_optional())
    });
    let literal = given::literal(&message.tag, assignments);
    format!("{}!({literal})", names::macro_name(&context.model.prefix))
}

/// Returns the priority, which is facility times eight plus severity (RFC 5424, section 6.2.1). Both tables are in the
/// order of the codes.
fn priority(message: &Message) -> usize {
    let code = |words: &[Keyword], word| words.iter().position(|known| *known == word).unwrap_or_default();
    code(FACILITIES, message.facility) * 8 + code(SEVERITIES, message.severity)
}

/// Returns the documentation of a field.
pub(super) fn field(field: &Field, message: &Message) -> String {
    let mut text = format!("`{}`: {}", field.placeholder, markdown(&field.description, |_| false));
    if let Some(unit) = field.unit {
        let unit = match unit {
            Unit::Seconds => "seconds",
            Unit::Milliseconds => "milliseconds",
            Unit::Microseconds => "microseconds",
            Unit::Nanoseconds => "nanoseconds",
        };
        text.extend(["\n\nThe text has the value in ", unit, "."]);
    }
    if let Some((tail, _)) = field.tail.and_then(|tail| message.tails.get(tail)) {
        text.extend(["\n\nThe text has the part ", &code(tail), " only if no value of that part is `None`."]);
    } else if let Some(absent) = &field.absent {
        text.extend(["\n\n`None` is printed as ", &code(absent), "."]);
    }
    text
}

/// Returns the documentation of a variant of the event enum.
pub(super) fn variant(message: &Message) -> String {
    format!("`{}`: {}", message.tag, code(&message.template))
}

/// Formats any text as code, between more backticks than it has in a row.
fn code(text: &str) -> String {
    let longest = text.split(|char| char != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    format!("{fence} {text} {fence}")
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn any_text_can_be_formatted_as_code() {
        assert_eq!(code("a"), "` a `");
        assert_eq!(code("a ```` b"), "````` a ```` b `````");
    }
}
