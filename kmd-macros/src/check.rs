//! The rules of a catalogue. Each is a function that looks at the whole and says why; a message with
//! a problem is not generated.

use std::collections::{HashMap, HashSet};

use proc_macro2::Span;

use crate::entry::{Catalog, Message, Position, Problem, Text};
use crate::names;
use crate::suggest::{any_of, closest};
use crate::template::{self, Piece};

/// RFC 5424 section 6: MSGID and PARAM-NAME have at most 32 characters.
const LONGEST_NAME: usize = 32;

/// All rules, in the order in which they report.
const RULES: &[fn(&Catalog, &mut Report)] = &[
    prefix_is_a_word,
    process_is_a_word,
    tags_have_the_prefix,
    tags_fit_a_msgid,
    tags_give_rust_names,
    templates_are_templates,
    templates_are_one_line,
    placeholders_are_apart,
    placeholders_are_names,
    placeholders_are_described,
    placeholders_are_used,
    placeholders_give_rust_names,
    own_types_are_used,
    replacements_exist,
];

/// What the rules found.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) problems: Vec<Problem>,
    /// Tags of messages that cannot be generated.
    pub(crate) refused: HashSet<String>,
}

impl Report {
    fn problem(&mut self, at: Position, text: impl Into<String>) {
        self.problems.push(Problem::new(at, text));
    }

    fn refuse(&mut self, message: &Message, at: Position, text: impl Into<String>) {
        self.refused.insert(message.tag.text.clone());
        self.problem(at, text);
    }
}

/// Applies all rules.
pub(crate) fn check(catalog: &Catalog) -> Report {
    let mut report = Report::default();
    for rule in RULES {
        rule(catalog, &mut report);
    }
    report
}

/// Tags begin with it, and the generated names are made from it.
fn prefix_is_a_word(catalog: &Catalog, report: &mut Report) {
    let Text { at, text } = &catalog.prefix;
    if !is_tag(text) {
        let text = format!(
            "`{text}` is no prefix; write capitals, digits and `_`, a capital first, like `KMD`"
        );
        report.problem(*at, text);
    }
}

/// It stands before the pid in a line and is APP-NAME in RFC 5424: printable ASCII, 1 to 48.
fn process_is_a_word(catalog: &Catalog, report: &mut Report) {
    let Text { at, text } = &catalog.process;
    let fits = (1..=48).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
    if !fits {
        let text = format!(
            "`{text}` is no process name; write 1 to 48 printable ASCII characters without blanks"
        );
        report.problem(*at, text);
    }
}

/// A reader knows a line of this catalogue by the prefix.
fn tags_have_the_prefix(catalog: &Catalog, report: &mut Report) {
    let prefix = &catalog.prefix.text;
    for message in &catalog.messages {
        let tag = &message.tag.text;
        let rest = tag
            .strip_prefix(&**prefix)
            .and_then(|rest| rest.strip_prefix('_'));
        if !is_tag(tag) || rest.is_none_or(str::is_empty) {
            let text =
                format!("`{tag}` is no tag; write `{prefix}_` and then capitals, digits and `_`");
            report.refuse(message, message.tag.at, text);
        }
    }
}

/// RFC 5424 carries the tag as MSGID.
fn tags_fit_a_msgid(catalog: &Catalog, report: &mut Report) {
    for message in &catalog.messages {
        let length = message.tag.text.len();
        if length > LONGEST_NAME {
            let text = format!(
                "`{}` has {length} characters; write at most {LONGEST_NAME}, the limit of a MSGID (RFC 5424 section 6)",
                message.tag.text
            );
            report.refuse(message, message.tag.at, text);
        }
    }
}

/// Every message is a struct and a variant, so its name must be Rust's and its own.
fn tags_give_rust_names(catalog: &Catalog, report: &mut Report) {
    let mut seen: HashMap<String, &Message> = HashMap::new();
    for message in &catalog.messages {
        let tag = &message.tag.text;
        let name = names::type_name(&catalog.prefix.text, tag);
        if names::identifier(&name, Span::call_site()).is_none() {
            let text = format!(
                "`{tag}` would be `{name}` in Rust, which is no name there; write another tag"
            );
            report.refuse(message, message.tag.at, text);
        } else if let Some(first) = seen.get(&name) {
            let text = format!(
                "`{tag}` and `{}` would both be `{name}` in Rust; write another tag",
                first.tag.text
            );
            report.refuse(message, message.tag.at, text);
        } else {
            seen.insert(name, message);
        }
    }
}

/// The text must be readable before anything can be said of its placeholders.
fn templates_are_templates(catalog: &Catalog, report: &mut Report) {
    for message in &catalog.messages {
        if let Err(error) = template::parse(&message.template.text) {
            report.refuse(message, message.template.at, error.to_string());
        }
    }
}

/// A message is one line of a log.
fn templates_are_one_line(catalog: &Catalog, report: &mut Report) {
    for message in &catalog.messages {
        let Text { at, text } = &message.template;
        if text.is_empty() {
            report.refuse(
                message,
                *at,
                "the template is empty; write the text of the message",
            );
        } else if text
            .chars()
            .any(|char| char.is_control() || matches!(char, '\u{2028}' | '\u{2029}'))
        {
            report.refuse(
                message,
                *at,
                "the template has a line break or control character; write one line of plain text",
            );
        }
    }
}

/// Nobody could say where one value ends and the next begins.
fn placeholders_are_apart(catalog: &Catalog, report: &mut Report) {
    for message in &catalog.messages {
        for pair in pieces(message).windows(2) {
            if let [Piece::Placeholder(one), Piece::Placeholder(two)] = pair {
                let text = format!(
                    "nothing between `{{{one}}}` and `{{{two}}}`; write a text that parts them"
                );
                report.refuse(message, message.template.at, text);
            }
        }
    }
}

/// RFC 5424 carries the name as PARAM-NAME, and a field is named after it.
fn placeholders_are_names(catalog: &Catalog, report: &mut Report) {
    for Text { at, text } in catalog
        .placeholders
        .iter()
        .map(|placeholder| &placeholder.name)
    {
        let first = text.starts_with(|char: char| char.is_ascii_lowercase());
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !first || !text.bytes().all(fits) {
            let text = format!(
                "`{text}` is no placeholder name; write small letters, digits and `-`, a letter first"
            );
            report.problem(*at, text);
        } else if text.len() > LONGEST_NAME {
            let text = format!(
                "`{text}` has {} characters; write at most {LONGEST_NAME}, the limit of a PARAM-NAME (RFC 5424 section 6)",
                text.len()
            );
            report.problem(*at, text);
        }
    }
}

/// What a value means is said once, with its type, for all messages.
fn placeholders_are_described(catalog: &Catalog, report: &mut Report) {
    let known: HashSet<&str> = described(catalog).collect();
    for message in &catalog.messages {
        for name in placeholder_names(message) {
            if !known.contains(&*name) {
                let meant = did_you_mean(&name, described(catalog), "{", "}");
                let text = format!(
                    "`{{{name}}}` is described nowhere; {meant}write `{name}: {{ type: text, description: … }}` under `placeholders`"
                );
                report.refuse(message, message.template.at, text);
            }
        }
    }
}

/// A leftover misleads whoever looks for its message.
fn placeholders_are_used(catalog: &Catalog, report: &mut Report) {
    let used: HashSet<String> = catalog
        .messages
        .iter()
        .flat_map(placeholder_names)
        .collect();
    for Text { at, text } in catalog
        .placeholders
        .iter()
        .map(|placeholder| &placeholder.name)
    {
        if !used.contains(text) {
            report.problem(
                *at,
                format!("no message uses `{text}`; remove it, or write `{{{text}}}` in a template"),
            );
        }
    }
}

/// Every placeholder is a field, so its name must be Rust's and its own.
fn placeholders_give_rust_names(catalog: &Catalog, report: &mut Report) {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for Text { at, text } in catalog
        .placeholders
        .iter()
        .map(|placeholder| &placeholder.name)
    {
        let name = names::field_name(text);
        let taken = seen.insert(name.clone(), text);
        let text = if names::identifier(&name, Span::call_site()).is_none() {
            format!(
                "`{text}` would be `{name}` in Rust, which is no name there; write another name"
            )
        } else if let Some(first) = taken {
            format!("`{text}` and `{first}` would both be `{name}` in Rust; write another name")
        } else {
            continue;
        };
        report.problem(*at, text.clone());
        for message in &catalog.messages {
            if placeholder_names(message)
                .iter()
                .any(|used| names::field_name(used) == name)
            {
                report.refused.insert(message.tag.text.clone());
            }
        }
    }
}

/// A type for a placeholder that the message does not have is a slip of the pen.
fn own_types_are_used(catalog: &Catalog, report: &mut Report) {
    for message in &catalog.messages {
        let used = placeholder_names(message);
        for (Text { at, text }, _) in &message.types {
            if !used.contains(text) {
                let meant = did_you_mean(text, used.iter().map(String::as_str), "", "");
                let text = format!(
                    "the template of `{}` has no `{{{text}}}`; {meant}remove it",
                    message.tag.text
                );
                report.refuse(message, *at, text);
            }
        }
    }
}

/// Whoever follows the advice must find the message.
fn replacements_exist(catalog: &Catalog, report: &mut Report) {
    let tags = || catalog.messages.iter().map(|message| &*message.tag.text);
    for message in &catalog.messages {
        let Some(Text { at, text }) = message
            .deprecated
            .as_ref()
            .and_then(|it| it.instead.as_ref())
        else {
            continue;
        };
        if text == &message.tag.text || !tags().any(|tag| tag == text) {
            let meant = did_you_mean(text, tags().filter(|tag| *tag != message.tag.text), "", "");
            report.problem(
                *at,
                format!("`{text}` is no other message; {meant}write the tag of one"),
            );
        }
    }
}

fn is_tag(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    text.starts_with(|char: char| char.is_ascii_uppercase()) && text.bytes().all(fits)
}

fn described(catalog: &Catalog) -> impl Iterator<Item = &str> {
    catalog
        .placeholders
        .iter()
        .map(|placeholder| &*placeholder.name.text)
}

/// No pieces where the template is broken: that is another rule's problem.
fn pieces(message: &Message) -> Vec<Piece> {
    template::parse(&message.template.text).unwrap_or_default()
}

/// The names in a template, each once.
fn placeholder_names(message: &Message) -> Vec<String> {
    template::placeholder_names(&pieces(message))
        .map(str::to_owned)
        .collect()
}

/// `` did you mean `{a}`? `` and a blank, or nothing.
fn did_you_mean<'n>(
    typed: &str,
    known: impl IntoIterator<Item = &'n str>,
    open: &str,
    close: &str,
) -> String {
    let names: Vec<String> = closest(typed, known)
        .into_iter()
        .map(|name| [open, name, close].concat())
        .collect();
    if names.is_empty() {
        String::new()
    } else {
        format!(
            "did you mean {}? Else ",
            any_of(names.iter().map(String::as_str))
        )
    }
}
