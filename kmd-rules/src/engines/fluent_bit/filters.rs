//! Filters, which choose the parsers for a text and set the other keys.

use std::fmt::Write as _;
use std::slice;

use kmd_catalog::Model;
use kmd_catalog::model::Message;

use super::parsers::{Parser, found_key, type_name};
use crate::escape::escape;
use crate::rule::Rule;
use crate::yaml::{is_printable, scalar};

/// The parsers of a message.
type Of<'r, 'm> = (&'r Rule<'m>, Vec<Parser>);

/// Returns the section with the filters.
pub(super) fn filters(tagged: &[Of<'_, '_>], untagged: &[Of<'_, '_>], model: &Model, namespace: &str) -> String {
    let mut text = format!(
        "\npipeline:\n  filters:\n{}    - name: rewrite_tag\n      match: syslog\n      rule:\n",
        comment(&format!("The tag of a text becomes the tag of its record, after `{namespace}.`."), 4)
    );
    let tags: Vec<&str> = tagged.iter().map(|(rule, _)| &*rule.message.tag).collect();
    if !tags.is_empty() {
        let rule = format!("$message ^({}): {namespace}.$1 false", tags.join("|"));
        let _ = writeln!(text, "        - {}", scalar(&rule));
    }
    if !untagged.is_empty() {
        let condition = match &*model.process {
            "" => "$message ^".to_owned(),
            // The parts of a rule have spaces between them.
            process => format!("$ident ^{}$", escape(process).replace(' ', r"\x20")),
        };
        let _ = writeln!(text, "        - {}", scalar(&format!("{condition} {namespace}.untagged false")));
    }
    let _ = writeln!(text, "      emitter_name: {namespace}_by_tag\n      emitter_mem_buf_limit: 50M");

    let tag_key = format!("{namespace}_tag");
    for (rule, parsers) in tagged {
        let matched = format!("{namespace}.{}", rule.message.tag);
        text += &comment(&rule.message.template, 4);
        text += &parser_filter(&matched, parsers.iter());
        text += &modify(&matched, &format!("Key_exists {tag_key}"), "add", &keywords(rule.message, namespace));
        text += &removals(rule, &matched, namespace);
    }
    let matched = format!("{namespace}.untagged");
    if !untagged.is_empty() {
        text += &comment("The messages without a tag.", 4);
        text += &parser_filter(&matched, untagged.iter().flat_map(|(_, parsers)| parsers));
    }
    let mut seen: Vec<&str> = Vec::new();
    for (rule, _) in untagged {
        let tag = &*rule.message.tag;
        if seen.contains(&tag) {
            continue;
        }
        seen.push(tag);
        let key = found_key(namespace, tag);
        let mut values = vec![format!("{tag_key} {tag}")];
        values.extend(keywords(rule.message, namespace));
        text += &modify(&matched, &format!("Key_exists {key}"), "add", &values);
        text += &modify(&matched, &format!("Key_exists {key}"), "remove", slice::from_ref(&key));
        text += &removals(rule, &matched, namespace);
    }
    text += &comment("Most texts end with the message.", 4);
    let rest = format!("{namespace}_rest");
    text += &modify(
        &format!("{namespace}.*"),
        &format!("Key_value_does_not_match {rest} ."),
        "remove",
        slice::from_ref(&rest),
    );
    text
}

/// Returns a filter that tries parsers in order.
fn parser_filter<'p>(matched: &str, parsers: impl Iterator<Item = &'p Parser>) -> String {
    let mut text =
        format!("    - name: parser\n      match: {}\n      key_name: message\n      parser:\n", scalar(matched));
    for parser in parsers {
        let _ = writeln!(text, "        - {}", parser.name);
    }
    text + "      reserve_data: true\n      preserve_key: true\n"
}

/// Returns a filter that changes a record under a condition.
fn modify(matched: &str, condition: &str, rule: &str, values: &[String]) -> String {
    let mut text = format!(
        "    - name: modify\n      match: {}\n      condition: {}\n      {rule}:\n",
        scalar(matched),
        scalar(condition)
    );
    for value in values {
        let _ = writeln!(text, "        - {}", scalar(value));
    }
    text
}

/// Returns the keys and values that all events of a message have.
fn keywords(message: &Message, namespace: &str) -> Vec<String> {
    let keyword = |key: &str, value: &str| format!("{namespace}_{key} {value}");
    vec![keyword("severity", message.severity.name), keyword("facility", message.facility.name)]
}

/// Returns filters that remove the words for missing values.
fn removals(rule: &Rule<'_>, matched: &str, namespace: &str) -> String {
    let mut text = String::new();
    let mut seen = Vec::new();
    for (index, field, conversion) in rule.expressions.iter().flat_map(|expression| rule.conversions(expression)) {
        let Some(absent) = field.absent.as_ref().filter(|_| type_name(conversion).is_none()) else { continue };
        if seen.contains(&index) {
            continue;
        }
        seen.push(index);
        let key = format!("{namespace}_{}", rule.name(index));
        text += &modify(matched, &equals(&key, absent), "remove", &[key]);
    }
    text
}

/// Returns a condition that the value of a key is a word.
fn equals(key: &str, word: &str) -> String {
    // A variable, or an escape in quotes.
    if word.contains(['$', '"', '\\']) {
        let word = escape(word).replace(r"\$", r"\x24").replace(' ', r"\x20");
        return format!(r"Key_value_matches {key} \A{word}\z");
    }
    format!("Key_value_equals {key} \"{word}\"")
}

/// Returns a line with a comment.
pub(super) fn comment(text: &str, indentation: usize) -> String {
    let text: String = text.chars().map(|char| if is_printable(char) { char } else { '\u{fffd}' }).collect();
    // `${` begins the name of an environment variable.
    format!("{:indentation$}# {}\n", "", text.replace("${", "$ {"))
}
