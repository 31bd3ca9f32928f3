//! What the manual says of a message, in any format.

use kmd_events::{DurationUnit, FieldType, LoadedCatalog, Message, MessageKind, Placeholder};

use crate::template_text::{Part, parts};

/// What is said of a message that the catalog declares as `tagged: false`.
pub(super) const UNTAGGED: &str = "The line does not contain the tag.";
/// The heading of the alternatives.
pub(crate) const ALTERNATIVES: &str = "Other texts";

/// Returns the title of the manual.
pub(super) fn title(catalog: &LoadedCatalog) -> String {
    format!("Log messages of {}", catalog.catalog().process())
}

/// Returns what a reader has to know before the first message.
pub(super) fn introduction(catalog: &LoadedCatalog) -> String {
    let messages = catalog.messages();
    let has = |what: fn(&Message) -> bool| messages.iter().any(|message| what(message));
    let number = match messages.len() {
        1 => "one message".to_owned(),
        number => format!("{number} messages"),
    };
    let mut text = format!("The process {} logs {number}.", catalog.catalog().process());
    if has(|message| !message.placeholders().is_empty()) {
        text += " A name in angle brackets is a field, which has a value in each line.";
    }
    if has(|message| !message.tails().is_empty()) {
        text += " A part in square brackets may be missing.";
    }
    text
}

/// Returns a text without line breaks.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the prose of a message with its headings, without what the catalog leaves out.
pub(crate) fn sections(message: &Message) -> impl Iterator<Item = (&'static str, &'static str)> {
    let sections = [
        ("Description", Some(message.description())),
        ("Cause", message.cause()),
        ("Action", message.action()),
        ("Note", message.note()),
        ("Since", message.since()),
        ("Source", message.source()),
        ("Deprecated", message.deprecated()),
    ];
    sections.into_iter().filter_map(|(heading, text)| Some((heading, text?)))
}

/// Returns what the kind of a message says of it.
pub(super) const fn kind(message: &Message) -> &'static str {
    match message.kind() {
        MessageKind::Error => "reports an error",
        _ => "reports an event",
    }
}

/// Returns the values of a placeholder in words, with code in backticks.
pub(crate) fn values(message: &Message, placeholder: &Placeholder) -> String {
    let mut values = type_of(placeholder);
    if let Some(radix) = radix(message, placeholder.name()).filter(|_| placeholder.field_type().range().is_some()) {
        values.extend([", ", radix, " in the text, a decimal number in JSON"]);
    }
    if let Some(absent) = placeholder.absent() {
        values.extend(["; ", &*code(absent), " if there is no value"]);
    } else if placeholder.is_optional() {
        values += "; may be missing";
    }
    values
}

fn type_of(placeholder: &Placeholder) -> String {
    let field_type = placeholder.field_type();
    if let Some((least, greatest)) = field_type.range() {
        return match field_type {
            FieldType::Usize => "integer, 0 or more".to_owned(),
            FieldType::Isize => "integer".to_owned(),
            _ => format!("integer from {} to {}", grouped(least), grouped(greatest)),
        };
    }
    let name = match field_type {
        FieldType::Text => "text",
        FieldType::Ip => "IP address",
        FieldType::Socket => "IP address and port",
        FieldType::Prefix => "IP prefix",
        FieldType::Mac => "MAC address",
        FieldType::Bool => "`true` or `false`",
        FieldType::F64 => "number",
        FieldType::Duration => match placeholder.unit() {
            Some(DurationUnit::Seconds) => "duration in seconds",
            Some(DurationUnit::Milliseconds) => "duration in milliseconds",
            Some(DurationUnit::Microseconds) => "duration in microseconds",
            Some(DurationUnit::Nanoseconds) => "duration in nanoseconds",
            _ => "duration",
        },
        FieldType::Enum => return words(placeholder),
        other => other.as_str(),
    };
    name.to_owned()
}

/// Returns the words of an enum: "`up`, `down` or another word".
fn words(placeholder: &Placeholder) -> String {
    let mut words: Vec<String> = placeholder.words().iter().map(|word| code(word)).collect();
    if placeholder.is_open() {
        words.push("another word".to_owned());
    }
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    }
}

/// Returns a word in backticks, if that is possible.
fn code(word: &str) -> String {
    match word {
        "" => "no text".to_owned(),
        word if word.contains('`') => word.to_owned(),
        word => format!("`{word}`"),
    }
}

/// Returns the radix in which the text of a message has an integer, if it is not 10.
fn radix(message: &Message, name: &str) -> Option<&'static str> {
    let templates = [message.template()].into_iter().chain(message.tails().iter().copied());
    templates.flat_map(parts).find_map(|part| match part {
        Part::Placeholder(other, format) if other == name => match format.as_bytes().last() {
            Some(b'x' | b'X') => Some("in hexadecimal"),
            Some(b'o') => Some("in octal"),
            Some(b'b') => Some("in binary"),
            _ => None,
        },
        _ => None,
    })
}

/// Returns an integer with commas between thousands.
fn grouped(integer: i128) -> String {
    let digits = integer.unsigned_abs().to_string();
    let mut text = String::from(if integer < 0 { "−" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_have_commas() {
        for (integer, expected) in
            [(0, "0"), (255, "255"), (65_535, "65,535"), (-128, "−128"), (-1_000_000, "−1,000,000")]
        {
            assert_eq!(grouped(integer), expected);
        }
    }
}
