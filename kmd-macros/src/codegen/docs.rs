//! The documentation of the generated items, in Markdown.

use std::collections::HashSet;

use kmd_catalog::keywords::{FACILITIES, Keyword, SEVERITIES};
use kmd_catalog::model::{Field, Message};
use kmd_catalog::names;

/// What stands over a message and its alias.
pub(super) fn message(message: &Message, prefix: &str, tags: &HashSet<&str>) -> String {
    let mut text = format!(
        "`{}` ({}, severity `{}`, facility `{}`, PRI {})\n\n> {}\n\n```text\n{}\n```\n\n{}",
        message.tag,
        message.kind.name,
        message.severity.name,
        message.facility.name,
        priority(message),
        code(&message.template),
        call(message, prefix),
        linked(&message.description, message, tags),
    );
    let sections = [
        ("Cause", &message.cause),
        ("Action", &message.action),
        ("Note", &message.note),
        ("Deprecated", &message.deprecated),
    ];
    for (title, section) in sections {
        if let Some(section) = section {
            text.extend(["\n\n# ", title, "\n\n", &linked(section, message, tags)]);
        }
    }
    text
}

/// How an event of the message is built, with its values left open.
pub(super) fn call(message: &Message, prefix: &str) -> String {
    let fields = message.fields.iter();
    let fields = fields.map(|field| (&*field.placeholder, field.field_type));
    format!("{}!({})", names::macro_name(prefix), names::literal(&message.tag, fields))
}

/// Facility times eight plus severity (RFC 5424 section 6.2.1); both tables are in the order of the codes.
fn priority(message: &Message) -> usize {
    let code = |words: &[Keyword], word| words.iter().position(|known| *known == word).unwrap_or_default();
    code(FACILITIES, message.facility) * 8 + code(SEVERITIES, message.severity)
}

/// The text with the tags of other messages as links.
fn linked(text: &str, message: &Message, tags: &HashSet<&str>) -> String {
    if text.matches('`').count() % 2 == 1 {
        return text.to_owned();
    }
    let mut linked = String::new();
    for (index, part) in text.split('`').enumerate() {
        // Every second part stands between backticks.
        let code = index % 2 == 1;
        if code && part != message.tag && tags.contains(part) {
            linked.extend(["[`", part, "`]"]);
        } else if code {
            linked.extend(["`", part, "`"]);
        } else {
            linked.push_str(part);
        }
    }
    linked
}

/// What stands over a field.
pub(super) fn field(field: &Field) -> String {
    format!("`{}`: {}", field.placeholder, field.description)
}

/// What stands over a variant of the event enum.
pub(super) fn variant(message: &Message) -> String {
    format!("`{}`: {}", message.tag, code(&message.template))
}

/// Text as it is, whatever it holds: between rows of more backticks than it has.
fn code(text: &str) -> String {
    let longest = text.split(|char| char != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    format!("{fence} {text} {fence}")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use kmd_catalog::load;

    /// Where a backtick has no other, nobody can say what stands between two.
    #[test]
    fn tags_of_other_messages_become_links() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
        let messages = load(&folder, "small.yaml").model.expect("a model").messages;
        let tags: HashSet<&str> = messages.iter().map(|message| &*message.tag).collect();
        let stopped = messages.last().expect("a message");
        for (text, expected) in [
            ("APP_LOGIN", "APP_LOGIN"),
            ("as `APP_LOGIN`", "as [`APP_LOGIN`]"),
            ("`APP_LOGIN` or `user`", "[`APP_LOGIN`] or `user`"),
            ("`APP_STOPPED` itself", "`APP_STOPPED` itself"),
            ("a ` before `APP_LOGIN`", "a ` before `APP_LOGIN`"),
        ] {
            assert_eq!(linked(text, stopped, &tags), expected);
        }
    }

    #[test]
    fn code_holds_any_text() {
        assert_eq!(code("a"), "` a `");
        assert_eq!(code("a ```` b"), "````` a ```` b `````");
    }
}
