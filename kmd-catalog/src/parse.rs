//! The step from the YAML tree to the AST, guided by the tables of keys in `schema`.

mod mapping;
mod repair;

use crate::ast::{Catalog, Deprecated, Message, Placeholder};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::field_type::FieldType;
use crate::keywords::{Keyword, SYNONYMS};
use crate::schema::{self, Key, ValueKind};
use crate::span::{Span, Spanned};
use crate::suggest::{any_of, closest, similar};
use crate::template::Template;
use crate::yaml::{Entry, Node, Value};

use self::mapping::{Mapping, invalid_type};

/// Parses the root of a catalog. Returns `None` if it has no prefix, since all generated names depend on it.
pub(crate) fn catalog(root: Node, text: &str, diagnostics: &mut Diagnostics) -> Option<Catalog> {
    let mut parser = Parser { text, diagnostics };
    // A missing key is reported at the start of the catalog. Underlining the whole mapping would not help.
    let span = Span { end: root.span.start, ..root.span };
    let mut map = parser.mapping(root, "the catalog".to_owned(), span, schema::CATALOG)?;
    let prefix = parser.string(&mut map, "prefix");
    let process = parser.string(&mut map, "process");
    Some(Catalog {
        sd_id: parser.string(&mut map, "sd-id"),
        placeholders: parser.map_of(&mut map, "placeholders", Parser::placeholder),
        messages: parser.map_of(&mut map, "messages", Parser::message),
        prefix: prefix?,
        process,
    })
}

struct Parser<'p> {
    text: &'p str,
    diagnostics: &'p mut Diagnostics,
}

impl Parser<'_> {
    fn placeholder(&mut self, name: Spanned<String>, node: Node, keys: &'static [Key]) -> Option<Placeholder> {
        let mut map = self.mapping(node, format!("placeholder `{}`", name.value), name.span, keys)?;
        Some(Placeholder {
            field_type: self.field_type(&mut map),
            description: self.string(&mut map, "description"),
            name,
        })
    }

    fn message(&mut self, tag: Spanned<String>, node: Node, keys: &'static [Key]) -> Option<Message> {
        let mut map = self.mapping(node, format!("message `{}`", tag.value), tag.span, keys)?;
        Some(Message {
            template: self.string(&mut map, "template").map(Template::new),
            kind: self.keyword(&mut map, "type"),
            severity: self.keyword(&mut map, "severity"),
            facility: self.keyword(&mut map, "facility"),
            description: self.string(&mut map, "description"),
            cause: self.string(&mut map, "cause"),
            action: self.string(&mut map, "action"),
            note: self.string(&mut map, "note"),
            alternatives: self.strings(&mut map, "alternatives").into_iter().map(Template::new).collect(),
            overrides: self.map_of(&mut map, "placeholders", Parser::type_override),
            deprecated: self.deprecated(&mut map),
            tag,
        })
    }

    fn type_override(
        &mut self,
        name: Spanned<String>,
        node: Node,
        keys: &'static [Key],
    ) -> Option<(Spanned<String>, Option<FieldType>)> {
        let mut map = self.mapping(node, format!("placeholder `{}`", name.value), name.span, keys)?;
        Some((name, self.field_type(&mut map)))
    }

    fn deprecated(&mut self, message: &mut Mapping) -> Option<Deprecated> {
        let Some(ValueKind::Map(keys)) = message.kind("deprecated") else {
            return None;
        };
        let node = message.take("deprecated")?;
        let span = Span { end: node.span.start, ..node.span };
        let is_empty = matches!(&node.value, Value::Mapping(entries) if entries.is_empty());
        if is_empty {
            self.diagnostics.report(node.span, || {
                Diagnostic::new(format!("empty `deprecated` in {}", message.what))
                    .help("write `{ replacement: TAG }` or `{ note: … }`")
            });
        }
        let mut map = self.mapping(node, format!("`deprecated` in {}", message.what), span, keys)?;
        Some(Deprecated { replacement: self.string(&mut map, "replacement"), note: self.string(&mut map, "note") })
    }

    fn mapping(&mut self, node: Node, what: String, span: Span, keys: &'static [Key]) -> Option<Mapping> {
        Mapping::read(node, what, span, keys, self.text, self.diagnostics)
    }

    /// Parses each entry of a mapping whose keys are free names. An entry that is not a mapping is skipped.
    fn map_of<T>(
        &mut self,
        map: &mut Mapping,
        key: &str,
        mut parse: impl FnMut(&mut Self, Spanned<String>, Node, &'static [Key]) -> Option<T>,
    ) -> Vec<T> {
        let (entries, keys) = map.take_map_of(key, self.diagnostics);
        let parse = |(name, node): Entry| parse(self, name, node, keys);
        entries.into_iter().filter_map(parse).collect()
    }

    fn string(&mut self, map: &mut Mapping, key: &str) -> Option<Spanned<String>> {
        let node = map.take(key)?;
        if matches!(map.kind(key), Some(ValueKind::String)) || key == "template" {
            self.trailing_comment(&node);
        }
        if key == "template" && node.trailing_comment.is_some() {
            // The comment may be the rest of the template and contain placeholders.
            self.diagnostics.mark_incomplete();
        }
        self.scalar(node, key)
    }

    fn strings(&mut self, map: &mut Mapping, key: &str) -> Vec<Spanned<String>> {
        let Some(node) = map.take(key) else {
            return Vec::new();
        };
        match node.value {
            Value::Sequence(items) => {
                let parse = |item: Node| {
                    self.trailing_comment(&item);
                    self.scalar(item, key)
                };
                items.into_iter().filter_map(parse).collect()
            }
            Value::Error => Vec::new(),
            other => {
                self.diagnostics.report(node.span, || {
                    invalid_type(&format!("`{key}`"), "a list", &other).help(format!("write `{key}: ['…', '…']`"))
                });
                Vec::new()
            }
        }
    }

    /// Reports a comment after an unquoted string, since the comment may be meant as the rest of the string.
    fn trailing_comment(&mut self, node: &Node) {
        if let Some(span) = node.trailing_comment {
            self.diagnostics.report(span, || {
                Diagnostic::new("the unquoted string ends at ` #`")
                    .help("quote the string, or move the comment to a line of its own")
            });
        }
    }

    fn scalar(&mut self, node: Node, key: &str) -> Option<Spanned<String>> {
        let span = node.span;
        let quote = match node.value {
            Value::Scalar(value) => return Some(Spanned { span, value }),
            Value::Error => return None,
            Value::Null => "write a string, and quote a word like `null`",
            Value::Mapping(_) | Value::Sequence(_) => "quote a string that begins with `{` or `[` or contains `: `",
        };
        self.diagnostics.report(span, || invalid_type(&format!("`{key}`"), "a string", &node.value).help(quote));
        None
    }

    fn keyword(&mut self, map: &mut Mapping, key: &str) -> Option<Keyword> {
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

    fn field_type(&mut self, map: &mut Mapping) -> Option<FieldType> {
        let text = self.string(map, "type")?;
        let field_type = FieldType::from_name(&text.value);
        if field_type.is_none() {
            self.unknown_word(&text, "type", &map.what, FieldType::ALL.map(FieldType::as_str));
        }
        field_type
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
            let diagnostic = Diagnostic::new(format!("unknown {key} `{}` in {what}", text.value));
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
