//! Texts that several diagnostics share.

use kmd_catalog::names;
use kmd_catalog::suggest::{all_of, closest, recase};
use proc_macro2::{Span, TokenTree};

use crate::diagnostic::Diagnostic;
use crate::message_table::{Entry, Field, MessageTable};

/// Returns `kmd_event!(KMD_X { field: /* &str */ })`.
pub(super) fn example(entry: Entry<'_>, table: MessageTable<'_>) -> String {
    format!("{}!({})", names::macro_name(table.prefix), literal(entry))
}

/// Returns `KMD_X { field: /* &str */ }`, or only the tag if the message has no fields.
pub(super) fn literal(entry: Entry<'_>) -> String {
    let fields = entry
        .fields()
        .map(|field| (field.placeholder, field.field_type));
    names::literal(entry.tag, fields)
}

/// Returns `field: /* &str */`.
pub(super) fn assignment(field: Field<'_>) -> String {
    names::assignment(field.placeholder, field.field_type)
}

/// Returns what to write for a wrong set of fields.
pub(super) fn set_all(entry: Entry<'_>) -> String {
    format!("set every field: `{}`", literal(entry))
}

/// Returns the diagnostic for fields of a message that has none.
pub(super) fn no_fields(tokens: &[TokenTree], entry: Entry<'_>, macro_name: &str) -> Diagnostic {
    Diagnostic::spanning(tokens, format!("message `{}` has no fields", entry.tag))
        .help(format!("write `{macro_name}!({})`", entry.tag))
}

/// Returns that names like the typed one exist.
pub(super) fn similar(kind: &str, names: &[&str]) -> String {
    let all = all_of(names.iter().copied());
    match names {
        [_] => format!("a {kind} with a similar name exists: {all}"),
        _ => format!("{kind}s with similar names exist: {all}"),
    }
}

/// Returns the diagnostic for a tag that the catalog does not have.
pub(super) fn unknown_tag(span: Span, typed: &str, table: MessageTable<'_>) -> Diagnostic {
    let prefix = table.prefix;
    let message = format!("cannot find message `{typed}` in catalog `{prefix}`");
    let diagnostic = Diagnostic::spanned(span, message);
    let close = close_tags(typed, table);
    if !close.is_empty() {
        diagnostic.help(similar("message", &close))
    } else if typed.starts_with(&format!("{prefix}_")) {
        let tags = names::type_prefix(prefix);
        diagnostic.note(format!("`{tags}Tag` lists all messages"))
    } else {
        diagnostic.note(format!("tags in this catalog begin with `{prefix}_`"))
    }
}

/// A tag with fewer letters after the prefix resembles too many.
const MIN_LETTERS: usize = 3;

fn close_tags<'s>(typed: &str, table: MessageTable<'s>) -> Vec<&'s str> {
    let tags = || table.entries().map(|entry| entry.tag);
    let like = recase(typed, |typed| names::tag_like(table.prefix, typed));
    let own = like.strip_prefix(table.prefix).unwrap_or(&like);
    if own.trim_matches('_').chars().count() < MIN_LETTERS {
        return Vec::new();
    }
    let close = closest(typed, tags());
    if close.is_empty() {
        closest(&like, tags())
    } else {
        close
    }
}
