//! The AST of a catalog. A value that is missing or invalid is `None`. The mistake was reported by the parser, and the
//! rest of the catalog is still validated.

use crate::field_type::FieldType;
use crate::keywords::Keyword;
use crate::span::Spanned;
use crate::template::Template;

#[derive(Debug)]
pub(crate) struct Catalog {
    pub(crate) prefix: Spanned<String>,
    pub(crate) process: Option<Spanned<String>>,
    pub(crate) sd_id: Option<Spanned<String>>,
    pub(crate) placeholders: Vec<Placeholder>,
    pub(crate) messages: Vec<Message>,
}

impl Catalog {
    /// Returns the names under `placeholders`.
    pub(crate) fn declared(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.placeholders.iter().map(|placeholder| &placeholder.name)
    }
}

/// An entry of the catalog's `placeholders`.
#[derive(Debug)]
pub(crate) struct Placeholder {
    pub(crate) name: Spanned<String>,
    pub(crate) field_type: Option<FieldType>,
    pub(crate) description: Option<Spanned<String>>,
}

/// An entry of `messages`.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) tag: Spanned<String>,
    pub(crate) template: Option<Template>,
    pub(crate) kind: Option<Keyword>,
    pub(crate) severity: Option<Keyword>,
    pub(crate) facility: Option<Keyword>,
    pub(crate) description: Option<Spanned<String>>,
    pub(crate) cause: Option<Spanned<String>>,
    pub(crate) action: Option<Spanned<String>>,
    pub(crate) note: Option<Spanned<String>>,
    /// Further templates, which are only used for parsing.
    pub(crate) alternatives: Vec<Template>,
    pub(crate) deprecated: Option<Deprecated>,
    /// The placeholder types that this message overrides.
    pub(crate) overrides: Vec<(Spanned<String>, Option<FieldType>)>,
}

impl Message {
    /// Returns whether the message has a template that is neither empty nor malformed.
    pub(crate) fn has_template(&self) -> bool {
        self.template.as_ref().is_some_and(Template::is_valid)
    }

    /// Returns the placeholders of the template, each once.
    pub(crate) fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.template.iter().flat_map(Template::placeholders)
    }

    /// Returns the template and the alternatives.
    pub(crate) fn templates(&self) -> impl Iterator<Item = &Template> {
        self.template.iter().chain(&self.alternatives)
    }
}

/// The deprecation of a message: its replacement and the reason.
#[derive(Debug)]
pub(crate) struct Deprecated {
    pub(crate) replacement: Option<Spanned<String>>,
    pub(crate) note: Option<Spanned<String>>,
}
