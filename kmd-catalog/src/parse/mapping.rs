//! Mappings with known keys. Reading one repairs it and reports unknown and missing keys.

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::schema::{Key, ValueKind};
use crate::span::Span;
use crate::yaml::{Entry, Node, Value};

use super::repair;

/// A mapping whose values are taken out by key.
pub(super) struct Mapping {
    /// The description of the mapping in diagnostics.
    pub(super) what: String,
    keys: &'static [Key],
    entries: Vec<Entry>,
}

impl Mapping {
    /// Reads a mapping with `keys`. Missing keys are reported at `span`.
    pub(super) fn read(
        node: Node,
        what: String,
        span: Span,
        keys: &'static [Key],
        text: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let example = keys.first().map(|key| format!("{}: …", key.name)).unwrap_or_default();
        let mut entries = entries(node, &what, &example, diagnostics)?;
        repair::mapping(&mut entries, &what, keys, text, diagnostics);
        for key in keys.iter().filter(|key| key.required) {
            if entries.iter().all(|(name, _)| name.value != key.name) {
                diagnostics.missing(span, || {
                    Diagnostic::new(format!("missing key `{}` in {what}", key.name))
                        .help(format!("add `{}: …`", key.name))
                });
                if let ValueKind::MapOf(..) = key.kind {
                    diagnostics.mark_incomplete();
                }
            }
        }
        Some(Self { what, keys, entries })
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
        let Some(ValueKind::MapOf(_, keys)) = self.kind(key) else {
            return (Vec::new(), &[]);
        };
        let what = format!("`{key}` in {}", self.what);
        let entries = self.take(key).and_then(|node| entries(node, &what, &example(key, keys), diagnostics));
        let mut entries = entries.unwrap_or_default();
        repair::map_of(&mut entries, keys, diagnostics);
        (entries, keys)
    }
}

/// Returns an example entry for the mapping at `key`: `name: { key: …, key: … }`.
fn example(key: &str, keys: &[Key]) -> String {
    let name = if key == "messages" { "TAG" } else { "name" };
    let required = keys.iter().filter(|key| key.required);
    let keys: Vec<String> = required.map(|key| format!("{}: …", key.name)).collect();
    format!("{name}: {{ {} }}", keys.join(", "))
}

/// Returns the entries of a mapping, or reports that the node is not a mapping.
fn entries(node: Node, what: &str, example: &str, diagnostics: &mut Diagnostics) -> Option<Vec<Entry>> {
    match node.value {
        Value::Mapping(entries) => Some(entries),
        Value::Error => None,
        other => {
            diagnostics.incomplete(node.span, || {
                invalid_type(what, "a mapping", &other).help(format!("write entries like `{example}`"))
            });
            None
        }
    }
}

/// Returns the diagnostic for a value of the wrong kind.
pub(super) fn invalid_type(what: &str, expected: &str, found: &Value) -> Diagnostic {
    Diagnostic::new(format!("invalid type for {what}: expected {expected}, found {}", found.kind()))
}
