//! The step from the YAML trees to the AST, guided by the tables of keys in `schema`.

mod mapping;
mod merge;
mod parser;
mod repair;
mod words;

use crate::ast::{Catalog, Defaults, Deprecated, ExternalNames, Message, Override, Placeholder, Removed};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::schema::{self, Key};
use crate::source::Source;
use crate::span::{Span, Spanned};
use crate::template::Template;
use crate::yaml::{Node, Value};

use self::mapping::{CATALOG_NAME, Mapping};
use self::parser::Parser;

/// Parses the roots of the files of a catalog. Returns `None` if they have no prefix, since all generated names depend
/// on it.
pub(crate) fn catalog(roots: Vec<Node>, source: &Source, diagnostics: &mut Diagnostics) -> Option<Catalog> {
    let root = merge::roots(roots, source, diagnostics)?;
    let mut parser = Parser { text: &source.text, defaults: Vec::new(), diagnostics };
    // A missing key is reported at the start of the catalog. Underlining the whole mapping would not help.
    let span = Span { end: root.span.start, ..root.span };
    let mut map = parser.mapping(root, CATALOG_NAME.to_owned(), span, schema::CATALOG)?;
    let prefix = parser.string(&mut map, "prefix");
    let process = parser.string(&mut map, "process");
    let defaults = parser.defaults(&mut map);
    let message = |parser: &mut Parser<'_>, tag, node, keys| parser.message(tag, node, keys, &defaults);
    Some(Catalog {
        sd_id: parser.string(&mut map, "sd-id"),
        placeholders: parser
            .map_of(&mut map, "placeholders", |parser, name, node, keys| Some(parser.placeholder(name, node, keys))),
        messages: parser.map_of(&mut map, "messages", message),
        removed: parser.map_of(&mut map, "removed", |parser, tag, node, keys| Some(parser.removed(tag, node, keys))),
        prefix: prefix?,
        process,
    })
}

impl Parser<'_> {
    /// Parses the defaults. A default that is wrong counts as a default, since its mistake was reported.
    fn defaults(&mut self, catalog: &mut Mapping) -> Defaults {
        let has_defaults = catalog.has("defaults");
        let Some(mut map) = self.map_at(catalog, "defaults") else {
            if has_defaults {
                self.defaults = schema::DEFAULTS.iter().map(|key| key.name).collect();
            }
            return Defaults::default();
        };
        self.defaults = schema::DEFAULTS.iter().map(|key| key.name).filter(|key| map.has(key)).collect();
        Defaults {
            kind: self.keyword(&mut map, "type"),
            severity: self.keyword(&mut map, "severity"),
            facility: self.keyword(&mut map, "facility"),
            tagged: self.boolean(&mut map, "tagged").map(|tagged| tagged.value),
        }
    }

    /// Parses a placeholder. If its value is not a mapping, the placeholder is declared nevertheless.
    fn placeholder(&mut self, name: Spanned<String>, node: Node, keys: &'static [Key]) -> Placeholder {
        let map = self.mapping(node, format!("placeholder `{}`", name.value), name.span, keys);
        let mut map = map.unwrap_or_default();
        Placeholder {
            field_type: self.field_type(&mut map),
            description: self.string(&mut map, "description"),
            unit: self.unit(&mut map),
            values: self.values(&mut map),
            open: self.boolean(&mut map, "open"),
            absent: self.string(&mut map, "absent"),
            brackets: self.boolean(&mut map, "brackets").is_none_or(|brackets| brackets.value),
            names: self.external_names(&mut map),
            name,
        }
    }

    /// Parses the names of a placeholder in the conventions of others.
    fn external_names(&mut self, placeholder: &mut Mapping) -> ExternalNames {
        let mut map = self.map_at(placeholder, "names").unwrap_or_default();
        ExternalNames { otel: self.string(&mut map, "otel"), ecs: self.string(&mut map, "ecs") }
    }

    /// Parses a message. If its value is not a mapping, the message is skipped.
    fn message(
        &mut self,
        tag: Spanned<String>,
        node: Node,
        keys: &'static [Key],
        defaults: &Defaults,
    ) -> Option<Message> {
        let map = self.mapping(node, format!("message `{}`", tag.value), tag.span, keys);
        let Some(mut map) = map else {
            self.diagnostics.mark_hidden_uses();
            return None;
        };
        let alternatives = self.strings(&mut map, "alternatives");
        let tails = self.strings(&mut map, "tail");
        let mut keyword = |key, default| if map.has(key) { self.keyword(&mut map, key) } else { default };
        Some(Message {
            kind: keyword("type", defaults.kind),
            severity: keyword("severity", defaults.severity),
            facility: keyword("facility", defaults.facility),
            template: self.string(&mut map, "template").map(Template::new),
            description: self.string(&mut map, "description"),
            cause: self.string(&mut map, "cause"),
            action: self.string(&mut map, "action"),
            note: self.string(&mut map, "note"),
            alternatives: alternatives.into_iter().flatten().map(Template::new).collect(),
            has_wrong_tail: tails.iter().any(Option::is_none),
            tails: tails.into_iter().flatten().map(Template::new).collect(),
            is_tagged: self.boolean(&mut map, "tagged").map(|tagged| tagged.value).or(defaults.tagged).unwrap_or(true),
            since: self.string(&mut map, "since"),
            source: self.string(&mut map, "source"),
            overrides: self
                .map_of(&mut map, "placeholders", |parser, name, node, keys| Some(parser.overrides(name, node, keys))),
            deprecated: self.deprecated(&mut map),
            tag,
        })
    }

    fn overrides(&mut self, name: Spanned<String>, node: Node, keys: &'static [Key]) -> Override {
        let map = self.mapping(node, format!("placeholder `{}`", name.value), name.span, keys);
        let has_type = map.as_ref().is_none_or(|map| map.has("type"));
        let mut map = map.unwrap_or_default();
        let (field_type, unit) = (self.field_type(&mut map), self.unit(&mut map));
        let field_type = has_type.then_some((field_type, unit));
        Override { name, field_type, absent: self.string(&mut map, "absent") }
    }

    fn deprecated(&mut self, message: &mut Mapping) -> Option<Deprecated> {
        if let Some(node) = message.get("deprecated") {
            self.empty_reference(node, &format!("`deprecated` in {}", message.what));
        }
        let mut map = self.map_at(message, "deprecated")?;
        Some(Deprecated { replacement: self.string(&mut map, "replacement"), note: self.string(&mut map, "note") })
    }

    fn removed(&mut self, tag: Spanned<String>, node: Node, keys: &'static [Key]) -> Removed {
        self.empty_reference(&node, &format!("`{}` in `removed`", tag.value));
        let map = self.mapping(node, format!("`{}` in `removed`", tag.value), tag.span, keys);
        let mut map = map.unwrap_or_default();
        Removed { replacement: self.string(&mut map, "replacement"), note: self.string(&mut map, "note"), tag }
    }

    /// Reports a mapping that should have a replacement or a note, and has neither.
    fn empty_reference(&mut self, node: &Node, what: &str) {
        if matches!(&node.value, Value::Mapping(entries) if mapping::is_empty(entries)) {
            self.diagnostics.report(node.span, || {
                Diagnostic::new(format!("empty {what}")).help("write `{ replacement: TAG }` or `{ note: … }`")
            });
        }
    }
}
