//! The rules of a catalogue. Each is a function that looks at the whole and says why; a message with
//! a problem is not generated.

use std::collections::{HashMap, HashSet};

use crate::ast::{Catalog, Message, Position, Template, Text};
use crate::diagnostics::Problems;
use crate::field_type::FieldType;
use crate::names;
use crate::schema::{LONGEST_NAME, LONGEST_PREFIX, LONGEST_PROCESS, LONGEST_TEMPLATE};
use crate::suggest::{any_of, closest, spelt};
use crate::template::Piece;
use heck::{ToKebabCase as _, ToShoutySnakeCase as _};

/// Different placeholders in one message.
const MOST_PLACEHOLDERS: usize = 64;

/// All rules.
const RULES: &[fn(&Catalog, &mut Report<'_>)] = &[
    prefix_is_a_word,
    process_is_a_word,
    sd_id_is_a_word,
    there_is_a_message,
    tags_have_the_prefix,
    tags_fit_a_msgid,
    tags_give_rust_names,
    texts_say_something,
    templates_are_templates,
    templates_are_one_line,
    templates_are_of_a_size,
    placeholders_are_apart,
    placeholders_are_names,
    placeholders_are_described,
    placeholders_are_used,
    placeholders_give_rust_names,
    other_wordings_have_no_further_placeholders,
    other_wordings_have_all_but_texts,
    own_types_are_used,
    replacements_exist,
];

/// What the rules find.
pub struct Report<'p> {
    problems: &'p mut Problems,
    /// Tags of messages that cannot be generated.
    refused: HashSet<String>,
    /// Placeholders that a misspelt one in a template probably stands for.
    meant: HashSet<String>,
}

impl Report<'_> {
    fn problem(&mut self, at: Position, text: impl FnOnce() -> String) {
        self.problems.report(at, text);
    }

    fn absence(&mut self, at: Position, text: impl FnOnce() -> String) {
        self.problems.report_absence(at, text);
    }

    fn refuse(&mut self, message: &Message, at: Position, text: impl FnOnce() -> String) {
        self.refused.insert(message.tag.text.clone());
        self.problem(at, text);
    }
}

/// Applies all rules; gives the tags of the messages that cannot be generated.
pub fn check(catalog: &Catalog, problems: &mut Problems) -> HashSet<String> {
    let mut report = Report {
        problems,
        refused: HashSet::new(),
        meant: HashSet::new(),
    };
    for rule in RULES {
        rule(catalog, &mut report);
    }
    report.refused
}

/// Tags begin with it, and the generated names are made from it.
fn prefix_is_a_word(catalog: &Catalog, report: &mut Report<'_>) {
    let Text { at, text } = &catalog.prefix;
    if is_tag(text) && text.len() > LONGEST_PREFIX {
        report.problem(*at, || {
            format!(
                "`{text}` has {} characters; write at most {LONGEST_PREFIX}: a tag goes on behind it, and has at most \
                 {LONGEST_NAME} (RFC 5424 section 6)",
                text.len()
            )
        });
    } else if !is_prefix(text) {
        report.problem(*at, || {
            let write = match respelt(text, str::to_shouty_snake_case, is_prefix) {
                Some(meant) => format!("`{meant}`"),
                None => "capitals, digits and `_`, a capital first, like `APP`".to_owned(),
            };
            format!("`{text}` is no prefix; write {write}")
        });
    }
}

/// It is APP-NAME in RFC 5424 and TAG in RFC 3164, printable ASCII, and in old syslog ends where the pid or the colon
/// begins. Before a colon, a tag is none.
fn process_is_a_word(catalog: &Catalog, report: &mut Report<'_>) {
    let Some(Text { at, text }) = &catalog.process else {
        return;
    };
    if !is_printable(text, LONGEST_PROCESS) || text.contains([':', '[', ']']) {
        report.problem(*at, || {
            format!(
                "`{text}` is no process name; write 1 to {LONGEST_PROCESS} printable ASCII characters \
                 without blanks, `:`, `[` and `]`"
            )
        });
    } else if is_tag_of(&catalog.prefix.text, text) {
        report.problem(*at, || {
            format!("`{text}` would be read as a tag; write another process name")
        });
    }
}

/// RFC 5424 section 6.3.2: printable ASCII without `=`, `]` and `"`, 1 to 32.
fn sd_id_is_a_word(catalog: &Catalog, report: &mut Report<'_>) {
    let Some(Text { at, text }) = &catalog.sd_id else {
        return;
    };
    if !is_printable(text, LONGEST_NAME) || text.contains(['=', ']', '"']) {
        report.problem(*at, || {
            format!(
                "`{text}` is no SD-ID; write 1 to {LONGEST_NAME} printable ASCII characters \
                 without blanks, `=`, `]` and `\"` (RFC 5424 section 6.3.2)"
            )
        });
    }
}

/// Enums without variants could be neither built nor matched.
fn there_is_a_message(catalog: &Catalog, report: &mut Report<'_>) {
    if catalog.messages.is_empty() {
        let at = catalog.prefix.at;
        report.absence(at, || {
            "the catalogue has no message; write one under `messages`".to_owned()
        });
    }
}

/// A reader knows a line of this catalogue by the prefix.
fn tags_have_the_prefix(catalog: &Catalog, report: &mut Report<'_>) {
    let prefix = &catalog.prefix.text;
    if !is_prefix(prefix) {
        return;
    }
    if let Some(other) = prefix_of_all(catalog) {
        let tags = catalog.messages.iter().map(|message| &message.tag.text);
        report.refused.extend(tags.cloned());
        report.problem(catalog.prefix.at, || {
            format!(
                "no tag begins with `{prefix}_`; write `{other}`, or `{prefix}_` before each tag"
            )
        });
        return;
    }
    for message in &catalog.messages {
        let tag = &message.tag.text;
        if !is_tag_of(prefix, tag) {
            report.refuse(message, message.tag.at, || {
                let like = |tag: &str| tag_near(prefix, tag);
                let is_good = |tag: &str| is_tag_of(prefix, tag) && tag.len() <= LONGEST_NAME;
                let write = match respelt(tag, like, is_good) {
                    Some(meant) => format!("`{meant}`"),
                    None => format!("`{prefix}_` and then capitals, digits and `_`"),
                };
                format!("`{tag}` is no tag; write {write}")
            });
        }
    }
}

/// What all tags begin with, if none begins with the prefix; one alone may be misspelt.
fn prefix_of_all(catalog: &Catalog) -> Option<&str> {
    fn begin(message: &Message) -> Option<&str> {
        let (begin, _) = message.tag.text.split_once('_')?;
        is_tag_of(begin, &message.tag.text).then_some(begin)
    }
    let [first, others @ ..] = &catalog.messages[..] else {
        return None;
    };
    let prefix = begin(first)?;
    let is_shared = !others.is_empty()
        && is_prefix(prefix)
        && others.iter().all(|other| begin(other) == Some(prefix));
    let is_other = |message: &Message| !is_tag_of(&catalog.prefix.text, &message.tag.text);
    (is_shared && catalog.messages.iter().all(is_other)).then_some(prefix)
}

/// The tag that was meant: with the prefix in place of a misspelt one, or before all of it.
fn tag_near(prefix: &str, typed: &str) -> String {
    let shouted = typed.to_shouty_snake_case();
    let mut ends = shouted.match_indices('_').skip(prefix.matches('_').count());
    let misspelt = ends.next().map(|(end, _)| shouted.split_at(end));
    match misspelt {
        Some((first, rest)) if !closest(first, [prefix]).is_empty() => format!("{prefix}{rest}"),
        _ => names::tag_like(prefix, typed),
    }
}

/// RFC 5424 carries the tag as MSGID.
fn tags_fit_a_msgid(catalog: &Catalog, report: &mut Report<'_>) {
    for message in &catalog.messages {
        let Text { at, text } = &message.tag;
        if text.len() > LONGEST_NAME {
            report.refuse(message, *at, || too_long(text, "a MSGID"));
        }
    }
}

/// Constants of the tag enum, which a variant of the same name would hide.
const TAKEN: [&str; 3] = ["ALL", "CATALOG", "MESSAGES"];

/// Every message is a struct and a variant, so its name must be Rust's and its own.
fn tags_give_rust_names(catalog: &Catalog, report: &mut Report<'_>) {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for message in &catalog.messages {
        let Text { at, text: tag } = &message.tag;
        if !is_tag_of(&catalog.prefix.text, tag) {
            continue;
        }
        let name = names::type_name(&catalog.prefix.text, tag);
        if !names::is_identifier(&name) || TAKEN.contains(&&*name) {
            report.refuse(message, *at, || {
                format!(
                    "`{tag}` would be `{name}` in Rust, which is no name there or taken; write another tag"
                )
            });
        } else if let Some(first) = seen.get(&name) {
            report.refuse(message, *at, || {
                format!("`{tag}` and `{first}` would both be `{name}` in Rust; write another tag")
            });
        } else {
            seen.insert(name, tag);
        }
    }
}

/// Documentation with nothing in it looks forgotten.
fn texts_say_something(catalog: &Catalog, report: &mut Report<'_>) {
    let of_placeholders = catalog
        .placeholders
        .iter()
        .map(|placeholder| &placeholder.description);
    let of_messages = catalog.messages.iter().flat_map(|message| {
        let Message {
            description,
            cause,
            action,
            note,
            ..
        } = message;
        [description, cause, action, note]
    });
    let of_advice = catalog
        .messages
        .iter()
        .filter_map(|message| message.deprecated.as_ref()?.note.as_ref());
    for Text { at, text } in of_placeholders
        .chain(of_messages)
        .flatten()
        .chain(of_advice)
    {
        if text.trim().is_empty() {
            report.problem(*at, || {
                "an empty text; write what there is to say, or remove the key".to_owned()
            });
        }
    }
}

/// The text must be readable before anything can be said of its placeholders.
fn templates_are_templates(catalog: &Catalog, report: &mut Report<'_>) {
    for (message, template) in templates(catalog) {
        if let Err(error) = &template.pieces {
            report.refuse(message, template.text.at, || error.to_string());
        }
    }
}

/// A message is one line of a log.
fn templates_are_one_line(catalog: &Catalog, report: &mut Report<'_>) {
    for (message, template) in templates(catalog) {
        let Text { at, text } = &template.text;
        // The last two ranges change the direction of text, which rustc refuses in code.
        let breaks = |char: char| {
            char.is_control()
                || matches!(char, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        if text.is_empty() {
            report.refuse(message, *at, || {
                "the template is empty; write the text of the message".to_owned()
            });
        } else if text.contains(breaks) {
            report.refuse(message, *at, || {
                "the template has a line break or control character; write one line of plain text".to_owned()
            });
        }
    }
}

/// No receiver of syslog has to take a longer message (RFC 5424 section 6.1 speaks of 2,048 bytes), and
/// code that prints, reads and checks every part of one takes time to compile.
fn templates_are_of_a_size(catalog: &Catalog, report: &mut Report<'_>) {
    for (message, template) in templates(catalog) {
        let Text { at, text } = &template.text;
        let placeholders = template.placeholders().count();
        if text.len() > LONGEST_TEMPLATE {
            report.refuse(message, *at, || {
                format!(
                    "the template has {} bytes; write at most {LONGEST_TEMPLATE}",
                    text.len()
                )
            });
        } else if placeholders > MOST_PLACEHOLDERS {
            report.refuse(message, *at, || {
                format!("the template has {placeholders} placeholders; write at most {MOST_PLACEHOLDERS}")
            });
        }
    }
}

/// Nobody could say where one value ends and the next begins.
fn placeholders_are_apart(catalog: &Catalog, report: &mut Report<'_>) {
    for (message, template) in templates(catalog) {
        for pair in template.pieces().windows(2) {
            if let [Piece::Placeholder(one), Piece::Placeholder(two)] = pair {
                report.refuse(message, template.text.at, || {
                    format!(
                        "nothing between `{{{one}}}` and `{{{two}}}`; write a text between them"
                    )
                });
            }
        }
    }
}

/// What a name of a placeholder consists of.
const NAME: &str = "small letters, digits and `-`, a letter first";

/// RFC 5424 carries the name as PARAM-NAME, and a field is named after it.
fn placeholders_are_names(catalog: &Catalog, report: &mut Report<'_>) {
    for Text { at, text } in catalog
        .placeholders
        .iter()
        .map(|placeholder| &placeholder.name)
    {
        if !is_placeholder(text) {
            report.problem(*at, || match meant_name(text) {
                Some(name) => format!("`{text}` is no placeholder name; write `{name}`"),
                None => format!("`{text}` is no placeholder name; write {NAME}"),
            });
        } else if text.len() > LONGEST_NAME {
            report.problem(*at, || too_long(text, "a PARAM-NAME"));
        }
    }
}

/// What a value means is said once, with its type, for all messages.
fn placeholders_are_described(catalog: &Catalog, report: &mut Report<'_>) {
    let mut known: HashSet<&str> = described(catalog).collect();
    let meant: Vec<String> = described(catalog).filter_map(meant_name).collect();
    known.extend(meant.iter().map(String::as_str));
    // Names like no other: one description is missing, however many templates use it.
    let mut undescribed: HashSet<&str> = HashSet::new();
    for message in &catalog.messages {
        for name in message.placeholders().filter(|name| !known.contains(name)) {
            report.refused.insert(message.tag.text.clone());
            if undescribed.contains(name) {
                continue;
            }
            let at = message
                .template
                .as_ref()
                .map_or(message.tag.at, |template| template.text.at);
            let meant = &mut report.meant;
            report.problems.report_absence(at, || {
                let respelt = meant_name(name);
                let close = closest(respelt.as_deref().unwrap_or(name), described(catalog));
                if close.is_empty() {
                    undescribed.insert(name);
                }
                meant.extend(close.iter().map(|&name| name.to_owned()));
                if !is_placeholder(name) {
                    return match (close.first(), respelt) {
                        (Some(meant), _) => {
                            format!("`{{{name}}}` is described nowhere; write `{{{meant}}}`")
                        }
                        (None, Some(meant)) => format!(
                            "`{{{name}}}` is described nowhere; write `{{{meant}}}`, and \
                             `{meant}: {{ type: text, description: … }}` under `placeholders`"
                        ),
                        (None, None) => format!("`{{{name}}}` is no placeholder; write {NAME}"),
                    };
                }
                let question = question(&close, "{", "}");
                format!(
                    "`{{{name}}}` is described nowhere; {question}write \
                     `{name}: {{ type: text, description: … }}` under `placeholders`"
                )
            });
        }
    }
}

/// A leftover misleads whoever looks for its message.
fn placeholders_are_used(catalog: &Catalog, report: &mut Report<'_>) {
    // A template that cannot be read, or is not there at all, may use any of them.
    if catalog.messages.is_empty() || !catalog.messages.iter().all(Message::is_readable) {
        return;
    }
    let used: HashSet<&str> = catalog
        .messages
        .iter()
        .flat_map(Message::placeholders)
        .collect();
    for Text { at, text } in catalog
        .placeholders
        .iter()
        .map(|placeholder| &placeholder.name)
    {
        // What is no name was reported as that.
        if is_placeholder(text) && !used.contains(&**text) && !report.meant.contains(text) {
            report.absence(*at, || {
                format!("no message uses `{text}`; remove it, or write `{{{text}}}` in a template")
            });
        }
    }
}

/// Every placeholder is a field, so its name must be Rust's and its own.
fn placeholders_give_rust_names(catalog: &Catalog, report: &mut Report<'_>) {
    let mut seen: HashMap<String, &str> = HashMap::new();
    let mut unusable: HashSet<&str> = HashSet::new();
    for Text { at, text } in catalog
        .placeholders
        .iter()
        .map(|placeholder| &placeholder.name)
    {
        if !is_placeholder(text) {
            unusable.insert(text);
            continue;
        }
        let name = names::field_name(text);
        if !names::is_identifier(&name) {
            unusable.insert(text);
            report.problem(*at, || {
                format!(
                    "`{text}` would be `{name}` in Rust, which is no name there; write another name"
                )
            });
        } else if let Some(first) = seen.get(&name) {
            unusable.insert(text);
            report.problem(*at, || {
                format!("`{text}` and `{first}` would both be `{name}` in Rust; write another name")
            });
        } else {
            seen.insert(name, text);
        }
    }
    for message in &catalog.messages {
        if message.placeholders().any(|name| unusable.contains(name)) {
            report.refused.insert(message.tag.text.clone());
        }
    }
}

/// A reader could not fill the fields of a placeholder that the template lacks.
fn other_wordings_have_no_further_placeholders(catalog: &Catalog, report: &mut Report<'_>) {
    for message in catalog
        .messages
        .iter()
        .filter(|message| message.is_readable())
    {
        let own: HashSet<&str> = message.placeholders().collect();
        for wording in &message.alternatives {
            for name in wording.placeholders() {
                // The template was meant to have it.
                if own.contains(name) || report.meant.contains(name) {
                    continue;
                }
                report.refuse(message, wording.text.at, || {
                    let meant = question(&closest(name, message.placeholders()), "{", "}");
                    format!(
                        "the template of `{}` has no `{{{name}}}`; {meant}write only what the template has",
                        message.tag.text
                    )
                });
            }
        }
    }
}

/// A reader has an empty text for a field that a wording lacks, and nothing for one of another type.
fn other_wordings_have_all_but_texts(catalog: &Catalog, report: &mut Report<'_>) {
    let declared = catalog.placeholders.iter();
    let declared: HashMap<&str, FieldType> = declared
        .filter_map(|placeholder| Some((&*placeholder.name.text, placeholder.field_type?)))
        .collect();
    for message in &catalog.messages {
        if message.alternatives.is_empty() {
            continue;
        }
        let own = message.types.iter();
        let own: HashMap<&str, Option<FieldType>> = own
            .map(|(name, field_type)| (&*name.text, *field_type))
            .collect();
        let is_strict = |name: &&str| {
            let declared = || declared.get(name).copied();
            let field_type = own.get(name).copied().unwrap_or_else(declared);
            field_type.is_some_and(|field_type| field_type != FieldType::Text)
        };
        let strict: Vec<&str> = message.placeholders().filter(is_strict).collect();
        for wording in message
            .alternatives
            .iter()
            .filter(|wording| wording.is_readable())
        {
            let own: HashSet<&str> = wording.placeholders().collect();
            if let Some(name) = strict.iter().find(|name| !own.contains(*name)) {
                report.refuse(message, wording.text.at, || {
                    format!(
                        "the wording has no `{{{name}}}`, which only a text may be without; write it, or remove the \
                         wording"
                    )
                });
            }
        }
    }
}

/// A type for a placeholder that the message does not have is a slip of the pen.
fn own_types_are_used(catalog: &Catalog, report: &mut Report<'_>) {
    for message in catalog
        .messages
        .iter()
        .filter(|message| message.is_readable())
    {
        let used: HashSet<&str> = message.placeholders().collect();
        for (Text { at, text }, _) in &message.types {
            if !used.contains(&**text) && !report.meant.contains(text) {
                report.refuse(message, *at, || {
                    let meant = did_you_mean(text, message.placeholders());
                    format!(
                        "the template of `{}` has no `{{{text}}}`; {meant}remove it",
                        message.tag.text
                    )
                });
            }
        }
    }
}

/// Whoever follows the advice must find the message.
fn replacements_exist(catalog: &Catalog, report: &mut Report<'_>) {
    let tags: HashSet<&str> = catalog
        .messages
        .iter()
        .map(|message| &*message.tag.text)
        .collect();
    for message in &catalog.messages {
        let instead = message
            .deprecated
            .as_ref()
            .and_then(|deprecated| deprecated.instead.as_ref());
        let Some(Text { at, text }) = instead else {
            continue;
        };
        if *text == message.tag.text || !tags.contains(&**text) {
            report.absence(*at, || {
                let others = tags.iter().copied().filter(|tag| *tag != message.tag.text);
                let like = names::tag_like(&catalog.prefix.text, text);
                let meant = did_you_mean(&like, others);
                format!("`{text}` is no other message; {meant}write the tag of one")
            });
        }
    }
}

/// Every template and other wording with its message.
fn templates(catalog: &Catalog) -> impl Iterator<Item = (&Message, &Template)> {
    catalog.messages.iter().flat_map(|message| {
        let templates = message.template.iter().chain(&message.alternatives);
        templates.map(move |template| (message, template))
    })
}

/// Whether names can be made from `text`.
pub fn is_prefix(text: &str) -> bool {
    is_tag(text) && !text.ends_with('_') && text.len() <= LONGEST_PREFIX
}

fn is_tag(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    text.starts_with(|char: char| char.is_ascii_uppercase()) && text.bytes().all(fits)
}

fn is_tag_of(prefix: &str, tag: &str) -> bool {
    let rest = tag
        .strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'));
    is_tag(tag) && rest.is_some_and(|rest| !rest.is_empty())
}

fn is_placeholder(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    text.starts_with(|char: char| char.is_ascii_lowercase()) && text.bytes().all(fits)
}

/// The name that was meant by one that is none: `remote-address` by `remote_address`.
fn meant_name(text: &str) -> Option<String> {
    if is_placeholder(text) {
        return None;
    }
    let is_good = |text: &str| {
        let name = names::field_name(text);
        is_placeholder(text) && names::is_identifier(&name)
    };
    respelt(text, str::to_kebab_case, is_good)
}

/// `text` in another spelling, if that makes it good.
fn respelt(
    text: &str,
    spell: impl Fn(&str) -> String,
    is_good: impl Fn(&str) -> bool,
) -> Option<String> {
    Some(spelt(text, spell)).filter(|text| is_good(text))
}

fn is_printable(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn too_long(text: &str, name: &str) -> String {
    format!(
        "`{text}` has {} characters; write at most {LONGEST_NAME}, the limit of {name} (RFC 5424 section 6)",
        text.len()
    )
}

fn described(catalog: &Catalog) -> impl Iterator<Item = &str> {
    catalog
        .placeholders
        .iter()
        .map(|placeholder| &*placeholder.name.text)
}

/// `` did you mean `a`? Else `` and a blank, or nothing.
fn did_you_mean<'n>(typed: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    question(&closest(typed, known), "", "")
}

fn question(names: &[&str], open: &str, close: &str) -> String {
    if names.is_empty() {
        return String::new();
    }
    let names: Vec<String> = names
        .iter()
        .map(|name| [open, name, close].concat())
        .collect();
    format!(
        "did you mean {}? Else ",
        any_of(names.iter().map(String::as_str))
    )
}
