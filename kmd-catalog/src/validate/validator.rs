//! The state that the rules share: the diagnostics and the findings of earlier rules.

use std::collections::HashSet;

use crate::ast::Message;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::source::Source;
use crate::span::{Span, Spanned};
use crate::template::{Template, Use};

pub(super) struct Validator<'v> {
    pub(super) source: &'v Source,
    pub(super) diagnostics: &'v mut Diagnostics,
    /// The tags of messages that cannot be generated.
    pub(super) rejected: HashSet<String>,
    /// The placeholders whose enums cannot be generated.
    pub(super) broken_enums: HashSet<String>,
    /// The placeholders that were suggested for an undeclared one. They count as used.
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

    /// Returns the span of the first use of a placeholder in a template, or of the whole template if it is written with
    /// escape sequences.
    pub(super) fn placeholder(&self, template: &Template, name: &str) -> Span {
        let used = template.uses().find(|used| used.name == name);
        used.map_or(template.text.span, |used| self.written(&template.text, &used.to_string()))
    }

    /// Returns the span of the format of a placeholder, or of the placeholder if it has none.
    pub(super) fn format(&self, template: &Template, used: Use<'_>) -> Span {
        let span = self.written(&template.text, &used.to_string());
        match used.format {
            // Before the closing brace.
            Some(format) if span != template.text.span => {
                Span { start: span.end - 1 - format.len(), end: span.end - usize::from(!format.is_empty()) }
            }
            _ => span,
        }
    }

    /// Returns the span of placeholders in a template, or of the whole template if it is written with escape sequences.
    pub(super) fn written(&self, template: &Spanned<String>, placeholders: &str) -> Span {
        if self.diagnostics.is_full() {
            return template.span;
        }
        let source = template.span.slice(&self.source.text);
        // After an odd number of braces, `{{name}}` is literal text.
        let is_escaped = |at: usize| source[..at].bytes().rev().take_while(|&byte| byte == b'{').count() % 2 == 1;
        let found = source.match_indices(placeholders).find(|&(at, _)| !is_escaped(at));
        found.map_or(template.span, |(at, _)| {
            let start = template.span.start + at;
            Span { start, end: start + placeholders.len() }
        })
    }
}

/// Returns the diagnostic for a name that is too long.
pub(super) fn too_long(what: &str, name: &str, max_len: usize) -> Diagnostic {
    Diagnostic::new(format!("{what} too long: `{name}` has {} characters (maximum {max_len})", name.len()))
}

/// Returns the diagnostic for a name that cannot be used in Rust.
pub(super) fn not_an_identifier(what: &str, name: &str, identifier: &str) -> Diagnostic {
    let is_word = identifier.starts_with(|first: char| first.is_alphabetic());
    let article = if is_word { "the reserved identifier" } else { "an invalid identifier:" };
    Diagnostic::new(format!("{what} `{name}` maps to {article} `{identifier}`"))
}

/// Returns the diagnostic for two names that map to the same identifier.
pub(super) fn same_identifier(what: &str, name: &str, first: &str, identifier: &str) -> Diagnostic {
    Diagnostic::new(format!("{what} `{first}` and `{name}` map to the same identifier `{identifier}`"))
}

/// Adds a `help:` line if `help` is not `None`.
pub(super) fn with_help(diagnostic: Diagnostic, help: Option<String>) -> Diagnostic {
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// Returns the diagnostic for a text that is not one line of plain text.
pub(super) fn unprintable(what: &str) -> Diagnostic {
    let contents = "a line break, a control character or a change of text direction";
    Diagnostic::new(format!("{what} contains {contents}")).note("a message is one line of plain text")
}
