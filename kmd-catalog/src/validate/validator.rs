//! What the rules share: where they report, and what they found so far.

use std::collections::HashSet;

use crate::ast::Message;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::span::{Span, Spanned};

pub(super) struct Validator<'v> {
    /// The text of the catalog.
    pub(super) text: &'v str,
    pub(super) diagnostics: &'v mut Diagnostics,
    /// The tags of messages that cannot be generated.
    pub(super) rejected: HashSet<String>,
    /// The placeholders that were suggested for an undeclared one, and so count as used.
    pub(super) suggested: HashSet<String>,
}

impl Validator<'_> {
    /// Reports a mistake.
    pub(super) fn report(&mut self, span: Span, describe: impl FnOnce() -> Diagnostic) {
        self.diagnostics.report(span, describe);
    }

    /// Reports a mistake of a message and rejects the message.
    pub(super) fn reject(&mut self, message: &Message, span: Span, describe: impl FnOnce() -> Diagnostic) {
        self.rejected.insert(message.tag.value.clone());
        self.report(span, describe);
    }

    /// Returns the place of `{name}` in a template.
    pub(super) fn placeholder(&self, template: &Spanned<String>, name: &str) -> Span {
        template.span.find(self.text, &format!("{{{name}}}"))
    }
}

/// Describes a name that is too long.
pub(super) fn too_long(what: &str, name: &str, max_len: usize) -> Diagnostic {
    Diagnostic::new(format!("{what} too long: `{name}` has {} characters (maximum {max_len})", name.len()))
}

/// Adds a `help:` line if there is one.
pub(super) fn with_help(diagnostic: Diagnostic, help: Option<String>) -> Diagnostic {
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}
