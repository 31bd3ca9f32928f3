//! The texts that several diagnostics share.

use kmd_catalog::names;
use kmd_catalog::suggest::{closest, recase, similar};
use proc_macro2::{Span, TokenTree};

use crate::diagnostic::Diagnostic;
use crate::message_table::{Entry, Field, MessageTable};

/// A message and the name of its macro.
pub(super) struct Message<'m> {
    pub(super) entry: Entry<'m>,
    /// `kmd_event`.
    pub(super) macro_name: String,
}

impl<'m> Message<'m> {
    pub(super) fn new(entry: Entry<'m>, table: MessageTable<'_>) -> Self {
        let macro_name = names::macro_name(table.prefix);
        Self { entry, macro_name }
    }

    /// Returns the names of the fields in Rust, without `r#`.
    pub(super) fn names(&self) -> Vec<String> {
        self.entry.fields().map(Field::name).collect()
    }

    /// Returns `kmd_event!(KMD_X { field: /* &str */ })`.
    pub(super) fn example(&self) -> String {
        format!("{}!({})", self.macro_name, literal(self.entry))
    }
}

/// Returns `KMD_X { field: /* &str */ }`, or only the tag if the message has no fields.
pub(super) fn literal(entry: Entry<'_>) -> String {
    let fields = entry.fields().map(|field| (field.placeholder, field.field_type));
    names::literal(entry.tag, fields)
}

/// Returns `field: /* &str */`.
pub(super) fn assignment(field: Field<'_>) -> String {
    names::assignment(field.placeholder, field.field_type)
}

/// Returns the help for a wrong set of fields.
pub(super) fn set_all(entry: Entry<'_>) -> String {
    format!("set every field: `{}`", literal(entry))
}

/// Returns the diagnostic for fields of a message that has none.
pub(super) fn no_fields(tokens: &[TokenTree], message: &Message<'_>) -> Diagnostic {
    let text = format!("message `{}` has no fields", message.entry.tag);
    Diagnostic::spanning(tokens, text).help(format!("write `{}`", message.example()))
}

/// Returns the diagnostic for a tag that the catalog does not have.
pub(super) fn unknown_tag(span: Span, typed: &str, table: MessageTable<'_>) -> Diagnostic {
    let prefix = table.prefix;
    let message = format!("cannot find message `{typed}` in catalog `{prefix}`");
    let diagnostic = Diagnostic::spanned(span, message);
    if let Some(help) = similar("message", &close_tags(typed, table)) {
        diagnostic.help(help)
    } else if typed.starts_with(&format!("{prefix}_")) {
        let tags = names::type_prefix(prefix);
        diagnostic.note(format!("`{tags}Tag` lists all messages"))
    } else {
        diagnostic.note(format!("tags in this catalog begin with `{prefix}_`"))
    }
}

/// The minimum number of letters after the prefix. A shorter tag resembles too many tags.
const MIN_LETTERS: usize = 3;

fn close_tags<'s>(typed: &str, table: MessageTable<'s>) -> Vec<&'s str> {
    let tags = || table.entries().map(|entry| entry.tag);
    let like = recase(typed, |typed| names::tag_like(table.prefix, typed));
    let own = like.strip_prefix(table.prefix).unwrap_or(&like);
    if own.trim_matches('_').chars().count() < MIN_LETTERS {
        return Vec::new();
    }
    let close = closest(typed, tags());
    if close.is_empty() { closest(&like, tags()) } else { close }
}
