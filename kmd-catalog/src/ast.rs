//! The AST of a catalog. A value that is missing or invalid is `None`. The mistake was reported by the parser, and the
//! rest of the catalog is still validated.

use crate::field_type::FieldType;
use crate::keywords::Keyword;
use crate::names;
use crate::span::Spanned;
use crate::template::Template;
use crate::unit::Unit;

#[derive(Debug)]
pub(crate) struct Catalog {
    pub(crate) prefix: Spanned<String>,
    pub(crate) process: Option<Spanned<String>>,
    pub(crate) sd_id: Option<Spanned<String>>,
    pub(crate) placeholders: Vec<Placeholder>,
    pub(crate) messages: Vec<Message>,
    pub(crate) removed: Vec<Removed>,
}

impl Catalog {
    /// Returns the names under `placeholders`.
    pub(crate) fn declared(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.placeholders.iter().map(|placeholder| &placeholder.name)
    }

    /// Returns each template, tail and alternative with its message.
    pub(crate) fn templates(&self) -> impl Iterator<Item = (&Message, &Template)> {
        self.messages.iter().flat_map(|message| message.templates().map(move |template| (message, template)))
    }
}

/// An entry of the catalog's `placeholders`.
#[derive(Debug)]
pub(crate) struct Placeholder {
    pub(crate) name: Spanned<String>,
    pub(crate) field_type: Option<FieldType>,
    pub(crate) description: Option<Spanned<String>>,
    pub(crate) unit: Option<Unit>,
    pub(crate) values: Option<Values>,
    /// Whether an enum can have other words, too.
    pub(crate) open: Option<Spanned<bool>>,
    pub(crate) absent: Option<Spanned<String>>,
    pub(crate) brackets: bool,
    pub(crate) names: ExternalNames,
}

/// The names of a placeholder in the conventions of others.
#[derive(Debug, Default)]
pub(crate) struct ExternalNames {
    pub(crate) otel: Option<Spanned<String>>,
    pub(crate) ecs: Option<Spanned<String>>,
}

/// The words of an enum.
#[derive(Debug)]
pub(crate) enum Values {
    List(Vec<Word>),
    /// The name of another placeholder, whose words are shared.
    Shared(Spanned<String>),
}

/// A word of an enum.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) text: Spanned<String>,
    pub(crate) variant: Option<Spanned<String>>,
}

impl Word {
    /// Returns the name of the variant, which need not be an identifier.
    pub(crate) fn variant_name(&self) -> String {
        match &self.variant {
            Some(variant) => variant.value.clone(),
            None => names::variant_name(&self.text.value),
        }
    }
}

/// The values that messages have if they leave out a key.
#[derive(Debug, Default)]
pub(crate) struct Defaults {
    pub(crate) kind: Option<Keyword>,
    pub(crate) severity: Option<Keyword>,
    pub(crate) facility: Option<Keyword>,
    pub(crate) tagged: Option<bool>,
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
    /// Templates of optional parts after the template.
    pub(crate) tails: Vec<Template>,
    /// Whether a tail is missing in `tails` because it is not a string.
    pub(crate) has_wrong_tail: bool,
    pub(crate) is_tagged: bool,
    pub(crate) since: Option<Spanned<String>>,
    pub(crate) source: Option<Spanned<String>>,
    pub(crate) overrides: Vec<Override>,
}

/// What a message changes in the declaration of a placeholder.
#[derive(Debug)]
pub(crate) struct Override {
    pub(crate) name: Spanned<String>,
    /// The type and the unit of durations. The inner type is `None` if it is unknown.
    pub(crate) field_type: Option<(Option<FieldType>, Option<Unit>)>,
    pub(crate) absent: Option<Spanned<String>>,
}

impl Message {
    /// Returns whether the message has a template, and neither the template nor a tail is empty or malformed.
    pub(crate) fn has_template(&self) -> bool {
        self.template.is_some() && !self.has_wrong_tail && self.template_and_tails().all(Template::is_valid)
    }

    /// Returns the placeholders of the template and of the tails, each once if no tail repeats one.
    pub(crate) fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.template_and_tails().flat_map(Template::placeholders)
    }

    /// Returns the template and the tails, which have all placeholders of the message.
    pub(crate) fn template_and_tails(&self) -> impl Iterator<Item = &Template> {
        self.template.iter().chain(&self.tails)
    }

    /// Returns the template, the tails and the alternatives.
    pub(crate) fn templates(&self) -> impl Iterator<Item = &Template> {
        self.template_and_tails().chain(&self.alternatives)
    }
}

/// The deprecation of a message: its replacement and the reason.
#[derive(Debug)]
pub(crate) struct Deprecated {
    pub(crate) replacement: Option<Spanned<String>>,
    pub(crate) note: Option<Spanned<String>>,
}

/// A tag that the catalog had once.
#[derive(Debug)]
pub(crate) struct Removed {
    pub(crate) tag: Spanned<String>,
    pub(crate) replacement: Option<Spanned<String>>,
    pub(crate) note: Option<Spanned<String>>,
}
