//! The texts that several diagnostics share.

use kmd_catalog::names;
use kmd_catalog::suggest::{all_of, closest, recase, similar};
use proc_macro2::{Span, TokenTree};

use crate::diagnostic::Diagnostic;
use crate::given;
use crate::message_table::{Entry, Field, MessageTable, Removed};

/// The maximum number of variants in a note.
const MAX_VARIANTS: usize = 12;

/// A message and its catalog.
pub(super) struct Message<'m> {
    pub(super) entry: Entry<'m>,
    table: MessageTable<'m>,
}

impl<'m> Message<'m> {
    pub(super) fn new(entry: Entry<'m>, table: MessageTable<'m>) -> Self {
        Self { entry, table }
    }

    /// Returns the macro of the call: `kmd_event` or `kmd_log`.
    pub(super) fn macro_name(&self) -> String {
        let name = if self.table.logs { names::log_macro_name } else { names::macro_name };
        name(self.table.prefix)
    }

    /// Returns the names of the fields in Rust, without `r#`.
    pub(super) fn names(&self) -> Vec<&'m str> {
        self.entry.fields().map(|field| field.name).collect()
    }

    /// Returns the names of the fields of tails, which a call usually leaves out.
    pub(super) fn names_in_tails(&self) -> Vec<&'m str> {
        self.entry.fields().filter(|field| field.tail.is_some()).map(|field| field.name).collect()
    }

    /// Returns a note about the variants of the enum of a field, or `None` if the field has another type.
    pub(super) fn variants(&self, field: Field<'_>) -> Option<String> {
        let enumeration = field.enumeration?;
        let variants: Vec<&str> = self.table.variants(enumeration).collect();
        let listed = match variants.get(..MAX_VARIANTS) {
            Some(first) if variants.len() > first.len() => {
                let names: Vec<String> = first.iter().map(|name| format!("`{name}`")).collect();
                format!("{} and {} others", names.join(", "), variants.len() - first.len())
            }
            _ => all_of(variants),
        };
        Some(format!("the variants of `values::{enumeration}` are: {listed}"))
    }

    /// Returns `kmd_event!(KMD_X { field: /* &str */ })` or `kmd_log!(sink, KMD_X { field: /* &str */ })`.
    pub(super) fn example(&self) -> String {
        let sink = if self.table.logs { "sink, " } else { "" };
        format!("{}!({sink}{})", self.macro_name(), literal(self.entry))
    }

    /// Returns `kmd_event`.
    pub(super) fn event_macro_name(&self) -> String {
        names::macro_name(self.table.prefix)
    }
}

/// Returns `KMD_X { field: /* &str */ }`, or only the tag if the message has no fields. The fields of tails are left
/// out, since a call may do so and a message may have many of them.
pub(super) fn literal(entry: Entry<'_>) -> String {
    given::literal(entry.tag, entry.fields().filter(|field| field.tail.is_none()).map(assignment))
}

/// Returns `field: /* &str */`.
pub(super) fn assignment(field: Field<'_>) -> String {
    given::assignment(field.name, field.field_type, field.enumeration, field.is_optional)
}

/// Returns the help for a wrong set of fields.
pub(super) fn set_all(entry: Entry<'_>) -> String {
    let has_tails = entry.fields().any(|field| field.tail.is_some());
    let which = if has_tails { " of the template" } else { "" };
    format!("set every field{which}: `{}`", literal(entry))
}

/// Returns the diagnostic for fields of a message that has none.
pub(super) fn no_fields(tokens: &[TokenTree], message: &Message<'_>) -> Diagnostic {
    let text = format!("message `{}` has no fields", message.entry.tag);
    Diagnostic::spanning(tokens, text).help(format!("write `{}`", message.example()))
}

/// Returns the diagnostic for a tag that the catalog does not have.
pub(super) fn unknown_tag(span: Span, typed: &str, table: MessageTable<'_>) -> Diagnostic {
    let prefix = table.prefix;
    if let Some(removed) = table.removed(typed) {
        return self::removed(span, typed, removed, table);
    }
    let message = format!("cannot find message `{typed}` in catalog `{prefix}`");
    let diagnostic = Diagnostic::spanned(span, message);
    if let Some(help) = similar("message", &close_tags(typed, table)) {
        diagnostic.help(help)
    } else if typed.starts_with(&format!("{prefix}_")) {
        diagnostic.note(format!("`{}Tag` lists all messages", table.type_prefix))
    } else {
        diagnostic.note(format!("tags in this catalog begin with `{prefix}_`"))
    }
}

/// Returns the diagnostic for a tag that was removed from the catalog.
fn removed(span: Span, tag: &str, removed: Removed<'_>, table: MessageTable<'_>) -> Diagnostic {
    let message = format!("message `{tag}` was removed from catalog `{}`", table.prefix);
    let mut diagnostic = Diagnostic::spanned(span, message);
    if !removed.replacement.is_empty() {
        let replacement = table.find(removed.replacement).map_or_else(|| removed.replacement.to_owned(), literal);
        diagnostic = diagnostic.help(format!("use `{replacement}`"));
    }
    if removed.note.is_empty() { diagnostic } else { diagnostic.note(removed.note) }
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
