//! A template as operators read it.

use kmd_events::Message;

/// A part of a template.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// Text without the escapes of the template.
    Literal(String),
    /// A placeholder and its format, which is empty or begins with a colon.
    Placeholder(&'a str, &'a str),
}

/// Splits a template of a valid catalog, in which `{{` and `}}` are braces.
pub(crate) fn parts(template: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut rest = template;
    while let Some(index) = rest.find(['{', '}']) {
        let (before, after) = rest.split_at(index);
        literal += before;
        if let Some(after) = after.strip_prefix("{{") {
            literal.push('{');
            rest = after;
        } else if let Some((name, after)) = after.strip_prefix('{').and_then(|after| after.split_once('}')) {
            let (name, format) = name.split_at(name.find(':').unwrap_or(name.len()));
            literal += radix_prefix(format);
            if !literal.is_empty() {
                parts.push(Part::Literal(std::mem::take(&mut literal)));
            }
            parts.push(Part::Placeholder(name, format));
            rest = after;
        } else {
            literal.extend(after.chars().next());
            rest = after.strip_prefix("}}").unwrap_or(after.get(1..).unwrap_or_default());
        }
    }
    literal += rest;
    if !literal.is_empty() {
        parts.push(Part::Literal(literal));
    }
    parts
}

/// Returns the prefix that the text has before an integer: `0x` for the format `:#x`.
fn radix_prefix(format: &str) -> &'static str {
    match format.as_bytes().last() {
        Some(b'x' | b'X') if format.contains('#') => "0x",
        Some(b'o') if format.contains('#') => "0o",
        Some(b'b') if format.contains('#') => "0b",
        _ => "",
    }
}

/// Returns the parts of the text of a message. The parts that may be missing are in square brackets.
pub(crate) fn text(message: &Message) -> Vec<Part<'static>> {
    let bracket = |text: &str| Part::Literal(text.to_owned());
    let mut text = parts(message.template());
    for tail in message.tails() {
        text.push(bracket("["));
        text.extend(parts(tail));
        text.push(bracket("]"));
    }
    text
}

/// Returns parts as one text, with the placeholders in angle brackets.
pub(crate) fn plain(parts: Vec<Part<'_>>) -> String {
    let parts = parts.into_iter().map(|part| match part {
        Part::Literal(literal) => literal,
        Part::Placeholder(name, _) => format!("<{name}>"),
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::Part::{Literal, Placeholder};
    use super::{parts, plain};

    #[test]
    fn templates_have_placeholders_and_escaped_braces() {
        let literal = |text: &str| Literal(text.to_owned());
        assert_eq!(parts("SA {sa-name} ended"), [literal("SA "), Placeholder("sa-name", ""), literal(" ended")]);
        assert_eq!(
            parts("{a:#06x}{{{b}}}"),
            [literal("0x"), Placeholder("a", ":#06x"), literal("{"), Placeholder("b", ""), literal("}")]
        );
        assert_eq!(plain(parts("{a:#06x} {{x}} {b}")), "0x<a> {x} <b>");
        assert_eq!(plain(parts("a {a:#X}, {b:08x}, {c:#o}, {d:#b}, {e:.2}")), "a 0x<a>, <b>, 0o<c>, 0b<d>, <e>");
        assert_eq!(plain(parts("{f:o}, {g:b}")), "<f>, <g>");
        assert_eq!(plain(parts("")), "");
    }
}
