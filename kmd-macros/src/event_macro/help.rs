//! What to write instead, in the words of errors.

use crate::message_table::{Field, Record, Schema};
use kmd_catalog::names;
use kmd_catalog::suggest::{any_of, closest, recase};

/// `kmd_event!(KMD_X { field: /* &str */ })`.
pub(super) fn example(record: Record<'_>, schema: Schema<'_>) -> String {
    format!("{}!({})", names::macro_name(schema.prefix), literal(record))
}

/// `KMD_X { field: /* &str */ }`, or the tag alone.
pub(super) fn literal(record: Record<'_>) -> String {
    let fields = record
        .fields()
        .map(|field| (field.placeholder, field.field_type));
    names::literal(record.tag, fields)
}

/// `field: /* &str */`.
pub(super) fn assignment(field: Field<'_>) -> String {
    names::assignment(field.placeholder, field.field_type)
}

/// What a field takes, as a sentence.
pub(super) fn takes(field: Field<'_>) -> String {
    format!(
        "placeholder `{}` takes {}",
        field.placeholder,
        field.field_type.takes()
    )
}

/// What to say of fields where a message has none.
pub(super) fn no_fields(record: Record<'_>, schema: Schema<'_>) -> String {
    format!(
        "`{}` has no fields; write `{}`",
        record.tag,
        example(record, schema)
    )
}

/// What to say of a tag that the catalogue does not have.
pub(super) fn unknown_tag(typed: &str, schema: Schema<'_>) -> String {
    let problem = format!("no message `{typed}` in the `{}` catalogue", schema.prefix);
    match close_tags(typed, schema)[..] {
        [] => {
            let begin = format!("{}_", schema.prefix);
            let hint = if typed.starts_with(&begin) {
                String::new()
            } else {
                format!("its tags begin with `{begin}`, ")
            };
            let tags = names::type_prefix(schema.prefix);
            format!("{problem}; {hint}see `{tags}Tag` for all of them")
        }
        ref close => format!("{problem}; did you mean {}?", any_of(close.iter().copied())),
    }
}

/// As few letters behind the prefix say nothing.
const FEWEST_LETTERS: usize = 3;

fn close_tags<'s>(typed: &str, schema: Schema<'s>) -> Vec<&'s str> {
    let tags = || schema.records().map(|record| record.tag);
    let like = recase(typed, |typed| names::tag_like(schema.prefix, typed));
    let own = like.strip_prefix(schema.prefix).unwrap_or(&like);
    if own.trim_matches('_').chars().count() < FEWEST_LETTERS {
        return Vec::new();
    }
    let close = closest(typed, tags());
    if close.is_empty() {
        closest(&like, tags())
    } else {
        close
    }
}
