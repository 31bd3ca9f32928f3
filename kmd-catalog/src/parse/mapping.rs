//! Mappings with known keys. Reading one repairs it and reports unknown and missing keys.

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::field_type::FieldType;
use crate::schema::{FOREIGN_KEY, Key, MESSAGE, ValueKind};
use crate::span::Span;
use crate::suggest::any_of;
use crate::yaml::{Entry, Node, Value};

use super::repair;

/// The description of the root in diagnostics.
pub(super) const CATALOG_NAME: &str = "the catalog";

/// A mapping whose values are taken out by key. The default has no keys.
#[derive(Default)]
pub(super) struct Mapping {
    /// The description of the mapping in diagnostics.
    pub(super) what: String,
    keys: &'static [Key],
    entries: Vec<Entry>,
}

impl Mapping {
    /// Reads a mapping with `keys`, of which `defaults` may be missing. Other missing keys are reported at `span`.
    pub(super) fn read(
        node: Node,
        what: String,
        span: Span,
        keys: &'static [Key],
        defaults: &[&str],
        text: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let example = keys.first().map(|key| format!("{}: …", key.name)).unwrap_or_default();
        let mut entries = entries(node, &what, &example, diagnostics)?;
        let is_required = |key: &Key| key.required && !(key.has_default && defaults.contains(&key.name));
        let is_understood = repair::mapping(&mut entries, &what, keys, &is_required, text, diagnostics);
        // An unknown key of a message may contain another message. Elsewhere, it may contain declarations.
        if !is_understood && std::ptr::eq(keys, MESSAGE) {
            diagnostics.mark_hidden_uses();
        } else if !is_understood {
            diagnostics.mark_incomplete();
        }
        let map = Self { what, keys, entries };
        let field_type = map.field_type();
        for key in keys {
            let is_allowed = key.only_for.is_empty() || field_type.is_some_and(|known| key.only_for.contains(&known));
            if is_understood && is_allowed && is_required(key) && !map.has(key.name) {
                map.report_missing(key, span, diagnostics);
            }
            // A missing or unknown type is a mistake of its own.
            let is_type_known = field_type.is_some() || !map.has("type") && !keys.iter().any(is_required_type);
            if !is_allowed && is_type_known {
                map.report_unexpected(key, field_type, diagnostics);
            }
        }
        Some(map)
    }

    fn report_missing(&self, key: &Key, span: Span, diagnostics: &mut Diagnostics) {
        diagnostics.missing(span, || {
            let help = match key.kind {
                ValueKind::Words => format!("add `{}: [word, …]`", key.name),
                _ => format!("add `{}: …`", key.name),
            };
            let diagnostic = Diagnostic::new(format!("missing key `{}` in {}", key.name, self.what)).help(help);
            match key.kind {
                ValueKind::Enum(keywords) if !key.only_for.is_empty() => {
                    let names = keywords.iter().map(|keyword| keyword.name);
                    diagnostic.note(format!("expected one of {}", any_of(names)))
                }
                _ => diagnostic,
            }
        });
        if let ValueKind::MapOf(..) = key.kind {
            diagnostics.mark_incomplete();
        }
    }

    /// Reports a key that the type of the placeholder does not have.
    fn report_unexpected(&self, key: &Key, field_type: Option<FieldType>, diagnostics: &mut Diagnostics) {
        let Some((name, _)) = self.entries.iter().find(|(name, _)| name.value == key.name) else {
            return;
        };
        diagnostics.report(name.span, || {
            let types = any_of(key.only_for.iter().map(|known| known.as_str()));
            let note = format!("only a placeholder of type {types} has `{}`", key.name);
            let what = &self.what;
            let (of_type, help) = match field_type {
                Some(field_type) => (format!(" of type `{}`", field_type.as_str()), "remove it".to_owned()),
                None => (String::new(), format!("add `type: {}`", types.trim_matches('`'))),
            };
            Diagnostic::new(format!("unexpected key `{}` in {what}{of_type}", key.name)).help(help).note(note)
        });
    }

    /// Returns the value of the key `type`.
    fn field_type(&self) -> Option<FieldType> {
        match &self.get("type")?.value {
            Value::Scalar(name) => FieldType::from_name(name),
            _ => None,
        }
    }

    /// Returns whether the mapping has a key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Returns the value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        self.entries.iter().find(|(name, _)| name.value == key).map(|(_, node)| node)
    }

    /// Takes the value of a key out of the mapping.
    pub(super) fn take(&mut self, key: &str) -> Option<Node> {
        let index = self.entries.iter().position(|(name, _)| name.value == key)?;
        Some(self.entries.swap_remove(index).1)
    }

    /// Returns the kind of value that a key has.
    pub(super) fn kind(&self, key: &str) -> Option<&'static ValueKind> {
        self.keys.iter().find(|known| known.name == key).map(|known| &known.kind)
    }

    /// Takes out the mapping at `key`, whose keys are free names. Returns its entries and the known keys of their
    /// values.
    pub(super) fn take_map_of(&mut self, key: &str, diagnostics: &mut Diagnostics) -> (Vec<Entry>, &'static [Key]) {
        let Some(known) = self.keys.iter().find(|known| known.name == key) else {
            return (Vec::new(), &[]);
        };
        let ValueKind::MapOf(_, keys) = known.kind else {
            return (Vec::new(), &[]);
        };
        let Some(node) = self.take(key) else {
            return (Vec::new(), keys);
        };
        let what = format!("`{key}` in {}", self.what);
        let Some(mut entries) = entries(node, &what, &example(known), diagnostics) else {
            // The names in it are unknown.
            if self.what == CATALOG_NAME {
                diagnostics.mark_incomplete();
            }
            return (Vec::new(), keys);
        };
        repair::map_of(&mut entries, keys, diagnostics);
        (entries, keys)
    }
}

/// Returns whether a key is the type of a placeholder and required.
fn is_required_type(key: &Key) -> bool {
    key.name == "type" && key.required
}

/// Returns an example entry for the mapping at `key`: `name: { key: …, key: … }`.
pub(super) fn example(key: &Key) -> String {
    let ValueKind::MapOf(_, keys) = key.kind else {
        return String::new();
    };
    let name = if matches!(key.name, "messages" | "removed") { "TAG" } else { "name" };
    let is_required = |key: &Key| key.required && key.only_for.is_empty();
    // Without a required key, one of the others is needed.
    let is_shown = |key: &&Key| is_required(key) || !keys.iter().any(is_required) && key.name == "replacement";
    let keys: Vec<String> = keys.iter().filter(is_shown).map(|key| format!("{}: …", key.name)).collect();
    format!("{name}: {{ {} }}", keys.join(", "))
}

/// Returns whether a mapping has no keys but those for other tools.
pub(super) fn is_empty(entries: &[Entry]) -> bool {
    entries.iter().all(|(name, _)| name.value.starts_with(FOREIGN_KEY))
}

/// Returns the entries of a mapping, or reports that the node is not a mapping.
pub(super) fn entries(node: Node, what: &str, example: &str, diagnostics: &mut Diagnostics) -> Option<Vec<Entry>> {
    match node.value {
        Value::Mapping(entries) => Some(entries),
        Value::Error => None,
        other => {
            diagnostics.report(node.span, || {
                invalid_type(what, "a mapping", &other).help(format!("write entries like `{example}`"))
            });
            None
        }
    }
}

/// Returns the diagnostic for a value of the wrong kind.
pub(super) fn invalid_type(what: &str, expected: &str, found: &Value) -> Diagnostic {
    let found = match found {
        Value::Scalar(word) if matches!(&**word, "true" | "false") => format!("`{word}`"),
        found => found.kind().to_owned(),
    };
    Diagnostic::new(format!("invalid type for {what}: expected {expected}, found {found}"))
}
