//! From the tree to the entries of a catalogue: which keys there are and what each may hold.
//!
//! An entry with a problem is left out, so that everything else can be checked and generated.

use crate::entry::{
    Catalog, Deprecated, FACILITIES, FieldType, KINDS, Message, Placeholder, Position, Problem,
    SEVERITIES, Text, Word,
};
use crate::suggest::{any_of, closest};
use crate::yaml::{Node, Value};

/// Reads the catalogue; `None` where not even its prefix can be told.
pub(crate) fn catalog(root: Node, problems: &mut Vec<Problem>) -> Option<Catalog> {
    let reader = &mut Reader { problems };
    let keys = ["prefix", "process", "placeholders", "messages"];
    let mut top = reader.section(root, "the catalogue", &keys)?;
    let prefix = reader.text(&mut top, "prefix");
    let process = reader.text(&mut top, "process");
    let placeholders = match top.take("placeholders") {
        None => Vec::new(),
        Some(node) => reader.each(node, "`placeholders`", Reader::placeholder),
    };
    let messages = match reader.node(&mut top, "messages") {
        None => Vec::new(),
        Some(node) => reader.each(node, "`messages`", Reader::message),
    };
    Some(Catalog {
        prefix: prefix?,
        process: process?,
        placeholders,
        messages,
    })
}

/// A map whose values are taken out by name.
struct Section {
    /// What it is, in words.
    what: String,
    at: Position,
    entries: Vec<(Text, Node)>,
}

impl Section {
    fn take(&mut self, key: &str) -> Option<Node> {
        let index = self.entries.iter().position(|(name, _)| name.text == key)?;
        Some(self.entries.swap_remove(index).1)
    }
}

struct Reader<'p> {
    problems: &'p mut Vec<Problem>,
}

impl Reader<'_> {
    fn problem(&mut self, at: Position, text: impl Into<String>) {
        self.problems.push(Problem::new(at, text));
    }

    fn placeholder(&mut self, name: Text, node: Node) -> Option<Placeholder> {
        let what = format!("placeholder `{}`", name.text);
        let mut section = self.named(&name, node, &what, &["type", "description"])?;
        let field_type = self.field_type(&mut section);
        let description = self.text(&mut section, "description");
        Some(Placeholder {
            name,
            field_type: field_type?,
            description: description?,
        })
    }

    fn message(&mut self, tag: Text, node: Node) -> Option<Message> {
        let what = format!("message `{}`", tag.text);
        let keys = [
            "template",
            "type",
            "severity",
            "facility",
            "description",
            "cause",
            "action",
            "note",
            "placeholders",
            "deprecated",
        ];
        let mut section = self.named(&tag, node, &what, &keys)?;
        let section = &mut section;
        let template = self.text(section, "template");
        let kind = self.word(section, "type", KINDS);
        let severity = self.word(section, "severity", SEVERITIES);
        let facility = self.word(section, "facility", FACILITIES);
        let description = self.text(section, "description");
        let cause = self.optional_text(section, "cause");
        let action = self.optional_text(section, "action");
        let note = self.optional_text(section, "note");
        let deprecated = self.deprecated(section);
        let types = match section.take("placeholders") {
            None => Vec::new(),
            Some(node) => {
                let what = format!("`placeholders` of {what}");
                self.each(node, &what, |reader, name, node| {
                    let what = format!("placeholder `{}`", name.text);
                    let mut section = reader.named(&name, node, &what, &["type"])?;
                    let field_type = reader.field_type(&mut section)?;
                    Some((name, field_type))
                })
            }
        };
        Some(Message {
            tag,
            template: template?,
            kind: kind?,
            severity: severity?,
            facility: facility?,
            description: description?,
            cause,
            action,
            note,
            deprecated,
            types,
        })
    }

    fn deprecated(&mut self, message: &mut Section) -> Option<Deprecated> {
        let node = message.take("deprecated")?;
        let what = format!("`deprecated` of {}", message.what);
        let at = node.at;
        let mut section = self.section(node, &what, &["use", "note"])?;
        let instead = self.optional_text(&mut section, "use");
        let note = self.optional_text(&mut section, "note");
        if instead.is_none() && note.is_none() {
            let text = format!("{what} says nothing; write `{{ use: TAG }}` or `{{ note: why }}`");
            self.problem(at, text);
            return None;
        }
        Some(Deprecated { instead, note })
    }

    /// The entries of a map with free names, each read by `read`.
    fn each<T>(
        &mut self,
        node: Node,
        what: &str,
        mut read: impl FnMut(&mut Self, Text, Node) -> Option<T>,
    ) -> Vec<T> {
        let Some(entries) = self.map(node, what) else {
            return Vec::new();
        };
        let read = |(name, node)| read(self, name, node);
        entries.into_iter().filter_map(read).collect()
    }

    /// A map with `keys` under a name of its own; a missing key is reported at that name.
    fn named(&mut self, name: &Text, node: Node, what: &str, keys: &[&str]) -> Option<Section> {
        let section = self.section(node, what, keys)?;
        Some(Section {
            at: name.at,
            ..section
        })
    }

    /// A map with `keys` and no others.
    fn section(&mut self, node: Node, what: &str, keys: &[&str]) -> Option<Section> {
        let at = node.at;
        let mut entries = self.map(node, what)?;
        entries.retain(|(name, _)| {
            let known = keys.contains(&&*name.text);
            if !known {
                let text = format!(
                    "unknown key `{}` of {what}; write {}",
                    name.text,
                    one_of(&name.text, keys)
                );
                self.problem(name.at, text);
            }
            known
        });
        Some(Section {
            what: what.to_owned(),
            at,
            entries,
        })
    }

    fn map(&mut self, node: Node, what: &str) -> Option<Vec<(Text, Node)>> {
        match node.value {
            Value::Map(entries) => return Some(entries),
            Value::Refused => {}
            Value::Nothing => self.problem(
                node.at,
                format!("{what} is empty; write `key: value` lines"),
            ),
            Value::Text(_) | Value::List => {
                self.problem(
                    node.at,
                    format!("{what} is no map; write `key: value` lines"),
                );
            }
        }
        None
    }

    fn node(&mut self, section: &mut Section, key: &str) -> Option<Node> {
        let node = section.take(key);
        if node.is_none() {
            let text = format!("{} has no `{key}`; write `{key}: …`", section.what);
            self.problem(section.at, text);
        }
        node
    }

    fn text(&mut self, section: &mut Section, key: &str) -> Option<Text> {
        let node = self.node(section, key)?;
        self.as_text(node, key)
    }

    fn optional_text(&mut self, section: &mut Section, key: &str) -> Option<Text> {
        let node = section.take(key)?;
        self.as_text(node, key)
    }

    fn as_text(&mut self, node: Node, key: &str) -> Option<Text> {
        let at = node.at;
        match node.value {
            Value::Text(text) => return Some(Text { at, text }),
            Value::Refused => {}
            Value::Nothing => self.problem(
                at,
                format!("`{key}` is empty; write a text, in quotes if it is a word like `null`"),
            ),
            Value::Map(_) | Value::List => self.problem(
                at,
                format!("`{key}` is no text; write one, in quotes if it begins with `{{` or `[`"),
            ),
        }
        None
    }

    fn word(&mut self, section: &mut Section, key: &str, words: &[Word]) -> Option<Word> {
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
            self.unknown(&text, "type", FieldType::ALL.map(FieldType::as_str));
        }
        field_type
    }

    fn unknown<'n>(&mut self, text: &Text, key: &str, known: impl IntoIterator<Item = &'n str>) {
        let known: Vec<&str> = known.into_iter().collect();
        let text_ = format!(
            "unknown {key} `{}`; write {}",
            text.text,
            one_of(&text.text, &known)
        );
        self.problem(text.at, text_);
    }
}

/// The closest of the known words, or all of them.
fn one_of(typed: &str, known: &[&str]) -> String {
    let close = closest(typed, known.iter().copied());
    if close.is_empty() {
        any_of(known.iter().copied())
    } else {
        any_of(close)
    }
}
