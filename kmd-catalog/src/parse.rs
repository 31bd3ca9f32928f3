//! From the tree to the entries of a catalogue: which keys there are and what each may hold.
//!
//! One mistake is one problem: a misspelt key stands for the one that was meant, and what is wrong in one
//! place does not hide what is wrong in another.

use heck::ToKebabCase as _;

use crate::ast::{Catalog, Deprecated, Message, Placeholder, Position, Template, Text};
use crate::diagnostics::Problems;
use crate::field_type::FieldType;
use crate::keywords::{Keyword, SYNONYMS};
use crate::schema::{self, Holds, Key};
use crate::suggest::{any_of, closest, spelt};
use crate::yaml::{Node, Value};

/// Reads the catalogue; `None` where not even its prefix can be told.
pub fn catalog(root: Node, problems: &mut Problems) -> Option<Catalog> {
    let reader = &mut Reader { problems };
    let mut top = reader.section(root, "the catalogue", None, schema::CATALOG)?;
    let prefix = reader.text(&mut top, "prefix");
    let process = reader.text(&mut top, "process");
    Some(Catalog {
        sd_id: reader.text(&mut top, "sd-id"),
        placeholders: reader.named(&mut top, "placeholders", Reader::placeholder),
        messages: reader.named(&mut top, "messages", Reader::message),
        prefix: prefix?,
        process,
    })
}

/// A map whose values are taken out by name.
struct Section {
    /// What it is, in words.
    what: String,
    keys: &'static [Key],
    entries: Vec<(Text, Node)>,
}

impl Section {
    fn take(&mut self, key: &str) -> Option<Node> {
        let index = self.entries.iter().position(|(name, _)| name.text == key)?;
        Some(self.entries.swap_remove(index).1)
    }

    fn holds(&self, key: &str) -> Option<&'static Holds> {
        self.keys
            .iter()
            .find(|known| known.name == key)
            .map(|known| &known.holds)
    }
}

fn is_key(keys: &[Key], name: &Text) -> bool {
    keys.iter().any(|key| key.name == name.text)
}

/// A key and a value that a missing blank or another sign than a colon put together: `type:text`, `type = text`.
fn together(name: &Text, keys: &[Key]) -> Option<(String, String)> {
    let (key, value) = name.text.split_once([':', '='])?;
    let (key, value) = (key.trim_end(), value.trim_start());
    let is_key = keys.iter().any(|known| known.name == key) && !value.is_empty();
    is_key.then(|| (key.to_owned(), value.to_owned()))
}

/// An entry of the map behind `key`, whose values have these keys: `name: { key: …, key: … }`.
fn line(key: &str, keys: &[Key]) -> String {
    let name = if key == "messages" { "TAG" } else { "name" };
    let required = keys.iter().filter(|key| key.required);
    let keys: Vec<String> = required.map(|key| format!("{}: …", key.name)).collect();
    format!("{name}: {{ {} }}", keys.join(", "))
}

struct Reader<'p> {
    problems: &'p mut Problems,
}

impl Reader<'_> {
    fn placeholder(&mut self, name: Text, node: Node, keys: &'static [Key]) -> Option<Placeholder> {
        let what = format!("placeholder `{}`", name.text);
        let section = &mut self.section(node, &what, Some(name.at), keys)?;
        Some(Placeholder {
            field_type: self.field_type(section),
            description: self.text(section, "description"),
            name,
        })
    }

    fn message(&mut self, tag: Text, node: Node, keys: &'static [Key]) -> Option<Message> {
        let what = format!("message `{}`", tag.text);
        let section = &mut self.section(node, &what, Some(tag.at), keys)?;
        Some(Message {
            template: self.text(section, "template").map(Template::from),
            kind: self.word(section, "type"),
            severity: self.word(section, "severity"),
            facility: self.word(section, "facility"),
            description: self.text(section, "description"),
            cause: self.text(section, "cause"),
            action: self.text(section, "action"),
            note: self.text(section, "note"),
            alternatives: self
                .texts(section, "alternatives")
                .into_iter()
                .map(Template::from)
                .collect(),
            types: self.named(section, "placeholders", |reader, name, node, keys| {
                let what = format!("placeholder `{}`", name.text);
                let mut section = reader.section(node, &what, Some(name.at), keys)?;
                Some((name, reader.field_type(&mut section)))
            }),
            deprecated: self.deprecated(section),
            tag,
        })
    }

    fn deprecated(&mut self, message: &mut Section) -> Option<Deprecated> {
        let Some(Holds::Map(keys)) = message.holds("deprecated") else {
            return None;
        };
        let node = message.take("deprecated")?;
        let what = format!("`deprecated` of {}", message.what);
        let at = node.at;
        let mut section = self.section(node, &what, None, keys)?;
        if section.entries.is_empty() {
            self.problems.report(at, || {
                format!("{what} says nothing; write `{{ replacement: TAG }}` or `{{ note: why }}`")
            });
        }
        let instead = self.text(&mut section, "replacement");
        let note = self.text(&mut section, "note");
        Some(Deprecated { instead, note })
    }

    /// The entries of a map with free names, each read by `read`; one that is no map is left out.
    fn named<T>(
        &mut self,
        section: &mut Section,
        key: &str,
        mut read: impl FnMut(&mut Self, Text, Node, &'static [Key]) -> Option<T>,
    ) -> Vec<T> {
        let Some(Holds::Named(_, keys)) = section.holds(key) else {
            return Vec::new();
        };
        let node = section.take(key);
        let what = format!("`{key}` of {}", section.what);
        let mut entries = node
            .and_then(|node| self.map(node, &what, &line(key, keys)))
            .unwrap_or_default();
        // A name and its keys below it, not indented.
        self.outdented(&mut entries, |(name, node), (_, owned)| {
            let is_stray = is_key(keys, name) && !matches!(node.value, Value::Map(_));
            is_stray
                && match &owned.value {
                    Value::Map(owned) => owned.iter().all(|(known, _)| known.text != name.text),
                    Value::Nothing => true,
                    _ => false,
                }
        });
        entries
            .into_iter()
            .filter_map(|(name, node)| read(self, name, node, keys))
            .collect()
    }

    /// A map with `keys` and no others; what it lacks is reported at `at`, or where it begins.
    fn section(
        &mut self,
        node: Node,
        what: &str,
        at: Option<Position>,
        keys: &'static [Key],
    ) -> Option<Section> {
        let at = at.unwrap_or(node.at);
        let line = keys.first().map(|key| format!("{}: …", key.name));
        let mut entries = self.map(node, what, &line.unwrap_or_default())?;
        self.commas(&mut entries, what, keys);
        // `messages:` and tags below it, not indented.
        let mut empty = None;
        self.outdented(&mut entries, |(name, node), (owner, owned)| {
            let has_names = keys
                .iter()
                .any(|key| key.name == owner.text && matches!(key.holds, Holds::Named(..)));
            if has_names && matches!(owned.value, Value::Nothing) {
                empty = Some(owner.at);
            }
            let is_named = matches!(node.value, Value::Map(_)) && !is_key(keys, name);
            // Not another key, misspelt.
            let is_stray = || closest(&name.text, keys.iter().map(|key| key.name)).is_empty();
            is_named && empty == Some(owner.at) && is_stray()
        });
        self.strangers(&mut entries, what, keys);
        for key in keys.iter().filter(|key| key.required) {
            if !entries.iter().any(|(name, _)| name.text == key.name) {
                self.problems.report_absence(at, || {
                    format!("{what} has no `{0}`; write `{0}: …`", key.name)
                });
                if let Holds::Named(..) = key.holds {
                    self.problems.part_unread();
                }
            }
        }
        Some(Section {
            what: what.to_owned(),
            keys,
            entries,
        })
    }

    /// What stands beside the key that it belongs to, a level too far out: it is put where it was meant.
    fn outdented(
        &mut self,
        entries: &mut Vec<(Text, Node)>,
        mut belongs: impl FnMut(&(Text, Node), &(Text, Node)) -> bool,
    ) {
        let mut kept: Vec<(Text, Node)> = Vec::with_capacity(entries.len());
        let mut said = None;
        for entry in std::mem::take(entries) {
            let Some(owner) = kept.last_mut().filter(|owner| belongs(&entry, owner)) else {
                kept.push(entry);
                continue;
            };
            if said != Some(owner.0.at) {
                said = Some(owner.0.at);
                self.problems.report(entry.0.at, || {
                    let (name, owner) = (&entry.0.text, &owner.0.text);
                    format!("`{name}` stands beside `{owner}`; indent it by more than that")
                });
            }
            match &mut owner.1.value {
                Value::Map(entries) => entries.push(entry),
                other => *other = Value::Map(vec![entry]),
            }
        }
        *entries = kept;
    }

    /// What a comma in braces tore apart: `{ key, value }`, or `{ key: some, text }`.
    fn commas(&mut self, entries: &mut Vec<(Text, Node)>, what: &str, keys: &[Key]) {
        let mut kept: Vec<(Text, Node)> = Vec::with_capacity(entries.len());
        let mut torn = None;
        for (mut name, mut node) in std::mem::take(entries) {
            let stray = !is_key(keys, &name) && matches!(node.value, Value::Nothing);
            let is_new = |key: &str| stray && kept.iter().all(|(known, _)| known.text != key);
            if let Some((key, value)) = together(&name, keys).filter(|(key, _)| is_new(key)) {
                self.problems.report(name.at, || {
                    format!("no colon with a blank behind it; write `{key}: {value}`")
                });
                name.text = key;
                node.value = Value::Refused;
                kept.push((name, node));
                continue;
            }
            let before = kept
                .last_mut()
                .filter(|(before, _)| stray && before.at.line == name.at.line);
            let Some((before, value)) = before else {
                kept.push((name, node));
                continue;
            };
            let key = &before.text;
            match &value.value {
                Value::Nothing => {
                    self.problems.report(before.at, || {
                        let text = &name.text;
                        format!("a comma where {what} needs a colon; write `{key}: {text}`")
                    });
                    value.value = Value::Refused;
                }
                // The rest of a text with several commas.
                Value::Text(_) if torn != Some(before.at) => {
                    torn = Some(before.at);
                    self.problems.report(name.at, || {
                        format!(
                            "a comma ends the text of `{key}` of {what}; write the text in quotes"
                        )
                    });
                }
                _ => {}
            }
        }
        *entries = kept;
    }

    /// What a missing blank or colon put together: `key:{ … }`, or `key { … }`.
    fn braces(&mut self, entries: &mut [(Text, Node)]) {
        for (name, node) in entries {
            let Some((key, _)) = name.text.split_once('{') else {
                continue;
            };
            let key = key.trim_end_matches([':', ' ']).to_owned();
            self.problems.report(name.at, || {
                format!("no colon and blank before the brace; write `{key}: {{ … }}`")
            });
            name.text = key;
            node.value = Value::Refused;
        }
    }

    /// Reports keys that are not among `keys`; one that was meant takes the place of the other.
    fn strangers(&mut self, entries: &mut Vec<(Text, Node)>, what: &str, keys: &'static [Key]) {
        let lacks = |entries: &[(Text, Node)], key: &Key| {
            !entries.iter().any(|(name, _)| name.text == key.name)
        };
        let mut others = entries.iter().filter(|(name, _)| !is_key(keys, name));
        let mut absent = keys
            .iter()
            .filter(|key| key.required && lacks(entries, key));
        // The one wrong key stands for the one that is missing.
        let only = match (others.next(), others.next(), absent.next(), absent.next()) {
            (Some(_), None, Some(key), None) => Some(key.name),
            _ => None,
        };
        let mut stray = Vec::new();
        for index in 0..entries.len() {
            let name = &entries[index].0;
            if is_key(keys, name) {
                continue;
            }
            let mut meant = None;
            // What stands in a part of an unknown name is not read.
            let is_part = matches!(entries[index].1.value, Value::Map(_) | Value::List(_));
            self.problems.report(name.at, || {
                let absent = keys.iter().filter(|key| lacks(entries, key));
                let typed = spelt(&name.text, str::to_kebab_case);
                let close = closest(&typed, absent.map(|key| key.name));
                meant = close.first().copied().or(only);
                let write = match meant {
                    Some(meant) => format!("`{meant}`"),
                    None => any_of(keys.iter().map(|key| key.name)),
                };
                format!("unknown key `{}` of {what}; write {write}", name.text)
            });
            if let Some(meant) = meant {
                meant.clone_into(&mut entries[index].0.text);
            } else {
                stray.push(index);
                if is_part {
                    self.problems.part_unread();
                }
            }
        }
        for index in stray.into_iter().rev() {
            entries.swap_remove(index);
        }
    }

    /// The entries of a map; `line` is what one of them looks like.
    fn map(&mut self, node: Node, what: &str, line: &str) -> Option<Vec<(Text, Node)>> {
        let is = match node.value {
            Value::Map(mut entries) => {
                self.braces(&mut entries);
                return Some(entries);
            }
            Value::Refused => return None,
            Value::Nothing => "empty",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
        };
        self.problems.report_unread(node.at, || {
            format!("{what} is {is}; write lines like `{line}`")
        });
        None
    }

    fn text(&mut self, section: &mut Section, key: &str) -> Option<Text> {
        let node = section.take(key)?;
        if matches!(section.holds(key), Some(Holds::Text)) || key == "template" {
            self.comment(&node);
        }
        if key == "template" && node.comment.is_some() {
            // Placeholders may stand in the rest.
            self.problems.part_unread();
        }
        self.as_text(node, key)
    }

    /// A comment behind a text for people may be the rest of it.
    fn comment(&mut self, node: &Node) {
        if let Some(at) = node.comment {
            self.problems.report(at, || {
                "a comment ends the text; write the text in quotes, or the comment on a line of its own".to_owned()
            });
        }
    }

    fn texts(&mut self, section: &mut Section, key: &str) -> Vec<Text> {
        let Some(node) = section.take(key) else {
            return Vec::new();
        };
        match node.value {
            Value::List(items) => items
                .into_iter()
                .filter_map(|item| {
                    self.comment(&item);
                    self.as_text(item, key)
                })
                .collect(),
            Value::Refused => Vec::new(),
            _ => {
                self.problems.report(node.at, || {
                    format!("`{key}` is no list; write `{key}: ['…', '…']`")
                });
                Vec::new()
            }
        }
    }

    fn as_text(&mut self, node: Node, key: &str) -> Option<Text> {
        let at = node.at;
        match node.value {
            Value::Text(text) => return Some(Text { at, text }),
            Value::Refused => {}
            Value::Nothing => self.problems.report(at, || {
                format!("`{key}` is empty; write a text, in quotes if it is a word like `null`")
            }),
            Value::Map(_) | Value::List(_) => self.problems.report(at, || {
                format!("`{key}` is no text; write one, in quotes if it begins with `{{` or `[` or holds `: `")
            }),
        }
        None
    }

    fn word(&mut self, section: &mut Section, key: &str) -> Option<Keyword> {
        let Some(Holds::OneOf(words)) = section.holds(key) else {
            return None;
        };
        let text = self.text(section, key)?;
        let word = words.iter().find(|word| word.name == text.text);
        if word.is_none() {
            self.unknown(&text, key, words.iter().map(|word| word.name));
        }
        word.copied()
    }

    fn field_type(&mut self, section: &mut Section) -> Option<FieldType> {
        let text = self.text(section, "type")?;
        let field_type = FieldType::from_name(&text.text);
        if field_type.is_none() {
            self.unknown(&text, "type", schema::field_types());
        }
        field_type
    }

    fn unknown<'n>(&mut self, text: &Text, key: &str, known: impl IntoIterator<Item = &'n str>) {
        let known: Vec<&str> = known.into_iter().collect();
        self.problems.report(text.at, || {
            let write = match same_word(&text.text, &known) {
                Some(word) => format!("`{word}`"),
                None => match &closest(&text.text, known.iter().copied())[..] {
                    [] => any_of(known),
                    close => any_of(close.iter().copied()),
                },
            };
            format!("unknown {key} `{}`; write {write}", text.text)
        });
    }
}

/// The one of `known` that is `typed` in other letters or by another name: `AUTH` is `LOG_AUTH`.
fn same_word<'n>(typed: &str, known: &[&'n str]) -> Option<&'n str> {
    let typed = typed.to_ascii_lowercase();
    let synonym = SYNONYMS.iter().find(|(other, _)| *other == typed);
    let typed = synonym.map_or(&*typed, |(_, word)| word);
    let plain = |word: &str| {
        let word = word.to_ascii_lowercase();
        word.strip_prefix("log_").map(str::to_owned).unwrap_or(word)
    };
    known
        .iter()
        .copied()
        .find(|word| plain(word) == plain(typed))
}
