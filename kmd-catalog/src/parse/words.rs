//! The words of enums, written as a list or as the name of another placeholder.

use super::mapping::{Mapping, invalid_type};
use super::parser::Parser;
use crate::ast::{Values, Word};
use crate::diagnostics::Diagnostic;
use crate::span::Spanned;
use crate::yaml::{Node, Value};

const LIST: &str = "write `values: [word, …]`, or the name of a placeholder with the same words";

impl Parser<'_> {
    /// Parses `values`. Returns `None` if a word is wrong.
    pub(super) fn values(&mut self, map: &mut Mapping) -> Option<Values> {
        let node = map.take("values")?;
        self.trailing_comment(&node);
        let items = match node.value {
            Value::Sequence(items) => items,
            Value::Scalar(value) => return Some(Values::Shared(Spanned { span: node.span, value })),
            Value::Error => return None,
            other => {
                self.diagnostics.report(node.span, || invalid_type("`values`", "a list", &other).help(LIST));
                return None;
            }
        };
        if items.is_empty() {
            self.diagnostics
                .report(node.span, || Diagnostic::new(format!("empty `values` in {}", map.what)).help(LIST));
            return None;
        }
        // Each mistake is reported.
        let words: Vec<Option<Word>> = items.into_iter().map(|item| self.word(item)).collect();
        words.into_iter().collect::<Option<_>>().map(Values::List)
    }

    /// Parses `word` or `{ Variant: 'word' }`.
    fn word(&mut self, node: Node) -> Option<Word> {
        self.trailing_comment(&node);
        let entries = match node.value {
            Value::Mapping(entries) => entries,
            value => {
                let text = self.scalar(Node { value, ..node }, "values")?;
                return Some(Word { text, variant: None });
            }
        };
        let found = entries.len();
        let mut entries = entries.into_iter();
        if let (Some((variant, value)), 1) = (entries.next(), found) {
            self.trailing_comment(&value);
            let text = self.scalar(value, &variant.value)?;
            return Some(Word { text, variant: Some(variant) });
        }
        self.diagnostics.report(node.span, || {
            Diagnostic::new(format!("expected one variant and its word, found {found} entries"))
                .help("write `{ Variant: 'word' }`")
        });
        None
    }
}
