//! The places of keys and values by their paths, for programs that report where a catalog has something.

use crate::diagnostics::Diagnostics;
use crate::source::Source;
use crate::span::Span;
use crate::yaml::{self, Node, Value};

/// The places of the keys and values of a catalog.
///
/// ```
/// use kmd_catalog::{Places, Position, Source};
///
/// let text = "prefix: APP\nmessages:\n  APP_UP: { template: 'Up' }\n  APP_DOWN: { template: 'Down', tail: [' now'] }\n";
/// let source = Source::new("messages.yaml", text);
/// let places = Places::new(&source);
/// let place = |path: &[&str]| source.locate(places.find(path)?);
/// assert_eq!(place(&["prefix"]), Some(("messages.yaml", Position { line: 1, column: 9 })));
/// assert_eq!(place(&["messages", "APP_UP"]), Some(("messages.yaml", Position { line: 3, column: 3 })));
/// assert_eq!(place(&["messages", "APP_DOWN", "tail", "0"]), Some(("messages.yaml", Position { line: 4, column: 40 })));
/// assert_eq!(place(&["messages", "APP_LEFT"]), None);
/// ```
#[derive(Debug)]
pub struct Places {
    /// The tree of each file.
    roots: Vec<Node>,
}

impl Places {
    /// Reads the places of a source. A file with a syntax error has those before the error.
    #[must_use]
    pub fn new(source: &Source) -> Self {
        let mut diagnostics = Diagnostics::default();
        let trees = source.valid_files();
        let tree = |Span { start, end }| yaml::parse(&source.text[..end], start, &mut diagnostics);
        Self { roots: trees.filter_map(tree).collect() }
    }

    /// Returns the place of the value at a path of keys and of the indices of lists. The place of a mapping is that of its
    /// key.
    #[must_use]
    pub fn find(&self, path: &[&str]) -> Option<Span> {
        self.roots.iter().find_map(|root| find(root, root.span, path))
    }
}

/// Returns the place of the value at a path below a node, whose own place is that of its key.
fn find(node: &Node, key: Span, path: &[&str]) -> Option<Span> {
    let Some((&name, rest)) = path.split_first() else {
        let is_mapping = matches!(node.value, Value::Mapping(_) | Value::Null | Value::Error);
        return Some(if is_mapping { key } else { node.span });
    };
    match &node.value {
        Value::Mapping(entries) => {
            let (key, value) = entries.iter().find(|(key, _)| key.value == name)?;
            find(value, key.span, rest)
        }
        Value::Sequence(items) => {
            let item = items.get(name.parse::<usize>().ok()?)?;
            find(item, item.span, rest)
        }
        _ => None,
    }
}
