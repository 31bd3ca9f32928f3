//! From the tree to the entries of a catalogue: which keys there are and what each may hold.
//!
//! One mistake is one problem: a misspelt key stands for the one that was meant, and what is wrong in one
//! place does not hide what is wrong in another.

use crate::entry::{
    Catalog, Deprecated, FieldType, Message, Placeholder, Position, Template, Text, Word,
};
use crate::keys::{self, Holds, Key};
use crate::problems::Problems;
use crate::suggest::{any_of, closest};
use crate::yaml::{Node, Value};

/// Reads the catalogue; `None` where not even its prefix can be told.
pub(crate) fn catalog(root: Node, problems: &mut Problems) -> Option<Catalog> {
    let reader = &mut Reader { problems };
    let mut top = reader.section(root, "the catalogue", None, keys::CATALOG)?;
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

struct Reader<'p> {
    problems: &'p mut Problems,
}

impl Reader<'_> {
    fn placeholder(&mut self, name: Text, node: Node, keys: &'static [Key]) -> Placeholder {
        let what = format!("placeholder `{}`", name.text);
        let mut section = self.section(node, &what, Some(name.at), keys);
        let section = section.as_mut();
        let (field_type, description) = match section {
            Some(section) => (self.field_type(section), self.text(section, "description")),
            None => (None, None),
        };
        Placeholder {
            name,
            field_type,
            description,
        }
    }

    fn message(&mut self, tag: Text, node: Node, keys: &'static [Key]) -> Message {
        let what = format!("message `{}`", tag.text);
        // A message that is no map at all has nothing.
        let empty = Section {
            what: what.clone(),
            keys,
            entries: Vec::new(),
        };
        let section = &mut self
            .section(node, &what, Some(tag.at), keys)
            .unwrap_or(empty);
        Message {
            template: self.text(section, "template").map(Template::from),
            kind: self.word(section, "type"),
            severity: self.word(section, "severity"),
            facility: self.word(section, "facility"),
            description: self.text(section, "description"),
            cause: self.text(section, "cause"),
            action: self.text(section, "action"),
            note: self.text(section, "note"),
            also: self
                .texts(section, "also")
                .into_iter()
                .map(Template::from)
                .collect(),
            types: self.named(section, "placeholders", |reader, name, node, keys| {
                let what = format!("placeholder `{}`", name.text);
                let mut section = reader.section(node, &what, Some(name.at), keys);
                let field_type = section
                    .as_mut()
                    .and_then(|section| reader.field_type(section));
                (name, field_type)
            }),
            deprecated: self.deprecated(section),
            tag,
        }
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
                format!("{what} says nothing; write `{{ use: TAG }}` or `{{ note: why }}`")
            });
        }
        let instead = self.text(&mut section, "use");
        let note = self.text(&mut section, "note");
        Some(Deprecated { instead, note })
    }

    /// The entries of a map with free names, each read by `read`.
    fn named<T>(
        &mut self,
        section: &mut Section,
        key: &str,
        mut read: impl FnMut(&mut Self, Text, Node, &'static [Key]) -> T,
    ) -> Vec<T> {
        let Some(Holds::Named(_, keys)) = section.holds(key) else {
            return Vec::new();
        };
        let node = section.take(key);
        let what = format!("`{key}` of {}", section.what);
        let entries = node
            .and_then(|node| self.map(node, &what))
            .unwrap_or_default();
        entries
            .into_iter()
            .map(|(name, node)| read(self, name, node, keys))
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
        let mut entries = self.map(node, what)?;
        let mut stray = Vec::new();
        for index in 0..entries.len() {
            let name = &entries[index].0;
            if keys.iter().any(|key| key.name == name.text) {
                continue;
            }
            let mut meant = None;
            self.problems.report(name.at, || {
                let is_absent = |key: &&Key| !entries.iter().any(|(name, _)| name.text == key.name);
                let absent = keys.iter().filter(is_absent).map(|key| key.name);
                meant = closest(&name.text, absent).first().copied();
                let write = match meant {
                    Some(meant) => format!("`{meant}`"),
                    None => any_of(keys.iter().map(|key| key.name)),
                };
                format!("unknown key `{}` of {what}; write {write}", name.text)
            });
            match meant {
                Some(meant) => meant.clone_into(&mut entries[index].0.text),
                None => stray.push(index),
            }
        }
        for index in stray.into_iter().rev() {
            entries.swap_remove(index);
        }
        for key in keys.iter().filter(|key| key.required) {
            if !entries.iter().any(|(name, _)| name.text == key.name) {
                self.problems.report_absence(at, || {
                    format!("{what} has no `{0}`; write `{0}: …`", key.name)
                });
            }
        }
        Some(Section {
            what: what.to_owned(),
            keys,
            entries,
        })
    }

    fn map(&mut self, node: Node, what: &str) -> Option<Vec<(Text, Node)>> {
        match node.value {
            Value::Map(entries) => return Some(entries),
            Value::Refused => {}
            Value::Nothing => {
                self.problems.report(node.at, || {
                    format!("{what} is empty; write `key: value` lines")
                });
            }
            Value::Text(_) | Value::List(_) => {
                self.problems.report(node.at, || {
                    format!("{what} is no map; write `key: value` lines")
                });
            }
        }
        None
    }

    fn text(&mut self, section: &mut Section, key: &str) -> Option<Text> {
        let node = section.take(key)?;
        self.as_text(node, key)
    }

    fn texts(&mut self, section: &mut Section, key: &str) -> Vec<Text> {
        let Some(node) = section.take(key) else {
            return Vec::new();
        };
        match node.value {
            Value::List(items) => items
                .into_iter()
                .filter_map(|item| self.as_text(item, key))
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
                format!("`{key}` is no text; write one, in quotes if it begins with `{{` or `[`")
            }),
        }
        None
    }

    fn word(&mut self, section: &mut Section, key: &str) -> Option<Word> {
        let Some(Holds::OneOf(words)) = section.holds(key) else {
            return None;
        };
        let text = self.text(section, key)?;
        let word = words.iter().find(|word| word.written == text.text);
        if word.is_none() {
            self.unknown(&text, key, words.iter().map(|word| word.written));
        }
        word.copied()
    }

    fn field_type(&mut self, section: &mut Section) -> Option<FieldType> {
        let text = self.text(section, "type")?;
        let field_type = FieldType::from_name(&text.text);
        if field_type.is_none() {
            self.unknown(&text, "type", keys::field_types());
        }
        field_type
    }

    fn unknown<'n>(&mut self, text: &Text, key: &str, known: impl IntoIterator<Item = &'n str>) {
        let known: Vec<&str> = known.into_iter().collect();
        self.problems.report(text.at, || {
            let close = closest(&text.text, known.iter().copied());
            let write = if close.is_empty() {
                any_of(known)
            } else {
                any_of(close)
            };
            format!("unknown {key} `{}`; write {write}", text.text)
        });
    }
}
