//! The values that the parser takes out of mappings: strings, lists, keywords and types.

use super::mapping::{Mapping, invalid_type};
use super::repair::MAY_BE_MISSING;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::field_type::FieldType;
use crate::keywords::{Keyword, SYNONYMS};
use crate::schema::{Key, ValueKind};
use crate::span::{Span, Spanned};
use crate::suggest::{any_of, closest, similar};
use crate::unit::Unit;
use crate::yaml::{Entry, Node, Value};

pub(super) struct Parser<'p> {
    pub(super) text: &'p str,
    /// The keys in `defaults`, which messages may leave out.
    pub(super) defaults: Vec<&'static str>,
    pub(super) diagnostics: &'p mut Diagnostics,
}

impl Parser<'_> {
    pub(super) fn mapping(&mut self, node: Node, what: String, span: Span, keys: &'static [Key]) -> Option<Mapping> {
        Mapping::read(node, what, span, keys, &self.defaults, self.text, self.diagnostics)
    }

    /// Parses the mapping at a key of another mapping.
    pub(super) fn map_at(&mut self, outer: &mut Mapping, key: &str) -> Option<Mapping> {
        let Some(ValueKind::Map(keys)) = outer.kind(key) else {
            return None;
        };
        let node = outer.take(key)?;
        let what = format!("`{key}` in {}", outer.what);
        let span = Span { end: node.span.start, ..node.span };
        self.mapping(node, what, span, keys)
    }

    /// Parses each entry of a mapping whose keys are free names. An entry for which `parse` returns `None` is skipped.
    pub(super) fn map_of<T>(
        &mut self,
        map: &mut Mapping,
        key: &str,
        mut parse: impl FnMut(&mut Self, Spanned<String>, Node, &'static [Key]) -> Option<T>,
    ) -> Vec<T> {
        let (entries, keys) = map.take_map_of(key, self.diagnostics);
        let parse = |(name, node): Entry| parse(self, name, node, keys);
        entries.into_iter().filter_map(parse).collect()
    }

    pub(super) fn string(&mut self, map: &mut Mapping, key: &str) -> Option<Spanned<String>> {
        let node = map.take(key)?;
        if matches!(map.kind(key), Some(ValueKind::String)) || matches!(key, "template" | "absent") {
            self.trailing_comment(&node);
        }
        if key == "template" && node.trailing_comment.is_some() {
            // The comment may be the rest of the template and contain placeholders.
            self.diagnostics.mark_hidden_uses();
        }
        self.scalar(node, key)
    }

    /// Parses a list of strings, in which a string that is wrong is `None`.
    pub(super) fn strings(&mut self, map: &mut Mapping, key: &str) -> Vec<Option<Spanned<String>>> {
        let Some(node) = map.take(key) else {
            return Vec::new();
        };
        match node.value {
            Value::Sequence(items) => {
                let parse = |item: Node| {
                    self.trailing_comment(&item);
                    let is_whole = item.trailing_comment.is_none();
                    self.scalar(item, key).filter(|_| is_whole)
                };
                items.into_iter().map(parse).collect()
            }
            Value::Error => vec![None],
            other => {
                self.diagnostics.report(node.span, || {
                    invalid_type(&format!("`{key}`"), "a list", &other).help(format!("write `{key}: ['…', '…']`"))
                });
                vec![None]
            }
        }
    }

    /// Reports a comment after an unquoted string, since the comment may be meant as the rest of the string.
    pub(super) fn trailing_comment(&mut self, node: &Node) {
        if let Some(span) = node.trailing_comment {
            self.diagnostics.report(span, || {
                Diagnostic::new("the unquoted string ends at ` #`")
                    .help("quote the string, or move the comment to a line of its own")
            });
        }
    }

    pub(super) fn scalar(&mut self, node: Node, key: &str) -> Option<Spanned<String>> {
        let span = node.span;
        let quote = match node.value {
            Value::Scalar(value) => return Some(Spanned { span, value }),
            Value::Error => return None,
            Value::Sequence(_) if key == "process" => {
                "write the name of one process; a catalog for each can share the files with the messages"
            }
            Value::Null => "write a string, and quote a word like `null`",
            Value::Mapping(_) | Value::Sequence(_) => "quote a string that begins with `{` or `[` or contains `: `",
        };
        self.diagnostics.report(span, || invalid_type(&format!("`{key}`"), "a string", &node.value).help(quote));
        None
    }

    pub(super) fn keyword(&mut self, map: &mut Mapping, key: &str) -> Option<Keyword> {
        let Some(ValueKind::Enum(keywords)) = map.kind(key) else {
            return None;
        };
        let text = self.string(map, key)?;
        let keyword = keywords.iter().find(|keyword| keyword.name == text.value);
        if keyword.is_none() {
            self.unknown_word(&text, key, &map.what, keywords.iter().map(|keyword| keyword.name));
        }
        keyword.copied()
    }

    pub(super) fn field_type(&mut self, map: &mut Mapping) -> Option<FieldType> {
        let Some(ValueKind::FieldType(types)) = map.kind("type") else {
            return None;
        };
        let text = self.string(map, "type")?;
        match FieldType::from_name(&text.value) {
            Some(field_type) if types.contains(&field_type) => return Some(field_type),
            Some(other) => self.diagnostics.report(text.span, || {
                Diagnostic::new(format!("unexpected type `{}` in {} of a message", other.as_str(), map.what))
                    .help("declare another placeholder of this type in the `placeholders` of the catalog")
            }),
            None => match other_notion(&text.value) {
                Some(help) => self.diagnostics.report(text.span, || unknown("type", &text, &map.what).help(help)),
                None => self.unknown_word(&text, "type", &map.what, types.iter().map(|known| known.as_str())),
            },
        }
        None
    }

    pub(super) fn unit(&mut self, map: &mut Mapping) -> Option<Unit> {
        self.keyword(map, "unit").and_then(|keyword| Unit::from_name(keyword.name))
    }

    pub(super) fn boolean(&mut self, map: &mut Mapping, key: &str) -> Option<Spanned<bool>> {
        let Spanned { span, value } = self.string(map, key)?;
        match &*value {
            "true" | "True" | "TRUE" => Some(Spanned { span, value: true }),
            "false" | "False" | "FALSE" => Some(Spanned { span, value: false }),
            _ => {
                self.diagnostics.report(span, || {
                    let diagnostic = Diagnostic::new(format!(
                        "invalid value for `{key}` in {}: expected `true` or `false`, found `{value}`",
                        map.what
                    ));
                    match &*value.to_lowercase() {
                        "yes" | "on" | "y" | "1" | "true" => diagnostic.help("use `true`"),
                        "no" | "off" | "n" | "0" | "false" => diagnostic.help("use `false`"),
                        _ => diagnostic,
                    }
                });
                None
            }
        }
    }

    fn unknown_word<'n>(
        &mut self,
        text: &Spanned<String>,
        key: &str,
        what: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) {
        let known: Vec<&str> = known.into_iter().collect();
        self.diagnostics.report(text.span, || {
            let diagnostic = unknown(key, text, what);
            if let Some(word) = same_word(&text.value, &known) {
                return diagnostic.help(format!("use `{word}`"));
            }
            match similar(key, &closest(&text.value, known.iter().copied())) {
                Some(similar) => diagnostic.help(similar),
                None => diagnostic.note(format!("expected one of {}", any_of(known))),
            }
        });
    }
}

fn unknown(key: &str, word: &Spanned<String>, what: &str) -> Diagnostic {
    Diagnostic::new(format!("unknown {key} `{}` in {what}", word.value))
}

/// Returns the help for a type that a catalog expresses by another key or by a format.
fn other_notion(field_type: &str) -> Option<&'static str> {
    match &*field_type.to_ascii_lowercase() {
        "hex" | "hexadecimal" | "octal" | "binary" => {
            Some("use an integer, such as `u32`, and give it a format in the template, such as `{n:08x}`")
        }
        name if name.starts_with("option") => Some(MAY_BE_MISSING),
        _ => None,
    }
}

/// Returns the word of `known` that `typed` is in another case, without `LOG_` or by a synonym: `LOG_AUTH` for `auth`.
fn same_word<'n>(typed: &str, known: &[&'n str]) -> Option<&'n str> {
    let typed = typed.to_ascii_lowercase();
    let synonym = SYNONYMS.iter().find(|(_, others)| others.contains(&&*typed));
    let typed = synonym.map_or(&*typed, |(word, _)| word);
    let plain = |word: &str| {
        let word = word.to_ascii_lowercase();
        word.strip_prefix("log_").map(str::to_owned).unwrap_or(word)
    };
    known.iter().copied().find(|word| plain(word) == plain(typed))
}
