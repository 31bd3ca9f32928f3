//! The step from the roots of several files to one root.

use std::collections::HashMap;

use super::mapping::{self, CATALOG_NAME};
use super::repair;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::schema::{self, Key, ValueKind};
use crate::source::Source;
use crate::span::{Span, Spanned};
use crate::yaml::{Entry, Node, Value};

/// The keys that differ between two catalogs.
const IDENTITY: [&str; 2] = ["prefix", "process"];

/// Merges the roots of the files. An entry that an earlier file has is reported and left out. Merging ends at a file of another
/// catalog.
pub(super) fn roots(mut roots: Vec<Node>, source: &Source, diagnostics: &mut Diagnostics) -> Option<Node> {
    if !source.has_several_files() {
        return roots.pop();
    }
    let span = roots.first()?.span;
    let mut merged = Merger { entries: Vec::new(), known: HashMap::new(), source, diagnostics };
    for root in roots {
        if merged.is_of_another_catalog(&root) {
            merged.diagnostics.mark_incomplete();
            break;
        }
        merged.add(root);
    }
    Some(Node::new(span, Value::Mapping(merged.entries)))
}

struct Merger<'m> {
    entries: Vec<Entry>,
    /// The first place of each key, and of each name in the mapping at a key.
    known: HashMap<(Option<&'static str>, String), Span>,
    source: &'m Source,
    diagnostics: &'m mut Diagnostics,
}

impl Merger<'_> {
    /// Returns whether the root of the next file has another prefix or process than an earlier file, and reports it if it has.
    fn is_of_another_catalog(&mut self, root: &Node) -> bool {
        let Value::Mapping(entries) = &root.value else { return false };
        for key in IDENTITY {
            let (Some(first), Some(second)) = (value(&self.entries, key), value(entries, key)) else { continue };
            let (Value::Scalar(expected), Value::Scalar(found)) = (&first.value, &second.value) else { continue };
            if expected != found {
                self.diagnostics.report(second.span, || {
                    Diagnostic::new(format!("mismatched `{key}`: expected `{expected}`, found `{found}`"))
                        .help("these are two catalogs, read each by itself")
                        .note(format!("the first is in {}", self.source.place(first.span.start)))
                });
                return true;
            }
        }
        false
    }

    /// Adds the root of the next file.
    fn add(&mut self, root: Node) {
        let Some(mut entries) = mapping::entries(root, CATALOG_NAME, "messages: …", self.diagnostics) else {
            self.diagnostics.mark_incomplete();
            return;
        };
        // A file need not have all keys.
        let text = &self.source.text;
        if !repair::mapping(&mut entries, CATALOG_NAME, schema::CATALOG, &|_| false, text, self.diagnostics) {
            self.diagnostics.mark_incomplete();
        }
        for (name, node) in entries {
            let key = schema::CATALOG.iter().find(|key| key.name == name.value);
            match key {
                Some(key) if matches!(key.kind, ValueKind::MapOf(..)) => self.add_names(key, name, node),
                _ => {
                    if self.is_new(None, &name) {
                        self.entries.push((name, node));
                    }
                }
            }
        }
    }

    /// Adds the names in the mapping at a key.
    fn add_names(&mut self, key: &'static Key, name: Spanned<String>, node: Node) {
        let span = node.span;
        let what = format!("`{}` in {CATALOG_NAME}", key.name);
        let names = mapping::entries(node, &what, &mapping::example(key), self.diagnostics).map(|mut names| {
            names.retain(|(name, _)| self.is_new(Some(key.name), name));
            names
        });
        if names.is_none() {
            self.diagnostics.mark_incomplete();
        }
        let all = self.entries.iter_mut().find(|(name, _)| name.value == key.name).map(|(_, node)| &mut node.value);
        match (all, names) {
            (Some(Value::Mapping(all)), Some(names)) => all.extend(names),
            (Some(all), Some(names)) => *all = Value::Mapping(names),
            (Some(_), None) => {}
            (None, names) => {
                let value = names.map_or(Value::Error, Value::Mapping);
                self.entries.push((name, Node::new(span, value)));
            }
        }
    }

    /// Returns whether no earlier file has a name, and reports it if one has.
    fn is_new(&mut self, key: Option<&'static str>, name: &Spanned<String>) -> bool {
        let first = *self.known.entry((key, name.value.clone())).or_insert(name.span);
        let is_new = first == name.span;
        if !is_new {
            self.diagnostics.report(name.span, || {
                Diagnostic::new(format!("duplicate key `{}`", name.value))
                    .help("remove one")
                    .note(format!("the first is in {}", self.source.place(first.start)))
            });
        }
        is_new
    }
}

/// Returns the value of a key.
fn value<'e>(entries: &'e [Entry], key: &str) -> Option<&'e Node> {
    entries.iter().find(|(name, _)| name.value == key).map(|(_, node)| node)
}
