//! Repairs of mappings that are valid YAML but probably not what the author intended. Each repair reports its mistake
//! once and changes the entries to the intended ones, so that no follow-up mistakes are reported.

use heck::ToKebabCase as _;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::schema::{FOREIGN_KEY, Key, ValueKind};
use crate::span::{Span, Spanned};
use crate::suggest::{any_of, closest, recase, similar};
use crate::yaml::{Entry, Value};

/// The characters that join a key and its value into one word if the colon or the space after it is missing.
const GLUE: [char; 3] = [':', '=', '{'];

/// The help for a placeholder that is declared as optional.
pub(super) const MAY_BE_MISSING: &str =
    "if a value may be missing, write `absent: …` with the word for it, or put the placeholder into a `tail`";

/// Repairs a mapping with `keys`, and drops the keys for other tools. Returns whether all keys were understood.
pub(super) fn mapping(
    entries: &mut Vec<Entry>,
    what: &str,
    keys: &'static [Key],
    is_required: &dyn Fn(&Key) -> bool,
    text: &str,
    diagnostics: &mut Diagnostics,
) -> bool {
    entries.retain(|(name, _)| !name.value.starts_with(FOREIGN_KEY));
    unquoted_comma(entries, keys, text, diagnostics);
    // `messages:` is followed by tags that are not indented.
    let is_empty_map = |(key, node): &Entry| {
        let is_map_of = |known: &Key| known.name == key.value && matches!(known.kind, ValueKind::MapOf(..));
        matches!(node.value, Value::Null) && keys.iter().any(is_map_of)
    };
    let empty: Vec<Span> = entries.iter().filter(|entry| is_empty_map(entry)).map(|(key, _)| key.span).collect();
    under_indented(entries, diagnostics, |(name, node), (owner, _)| {
        let is_named = matches!(node.value, Value::Mapping(_)) && !is_key(keys, name);
        is_named && empty.contains(&owner.span) && closest(&name.value, keys.iter().map(|key| key.name)).is_empty()
    });
    unknown_keys(entries, what, keys, is_required, diagnostics)
}

/// Repairs a mapping whose keys are free names and whose values are mappings with `keys`.
pub(super) fn map_of(entries: &mut Vec<Entry>, keys: &[Key], diagnostics: &mut Diagnostics) {
    // A name is followed by its keys, which are not indented.
    under_indented(entries, diagnostics, |(name, node), (_, owned)| {
        let is_stray = is_key(keys, name) && !matches!(node.value, Value::Mapping(_));
        let has_room = match &owned.value {
            Value::Mapping(owned) => owned.iter().all(|(known, _)| known.value != name.value),
            Value::Null => true,
            _ => false,
        };
        is_stray && has_room
    });
}

/// Reports entries in braces that a comma splits: `{ key, value }` and `{ key: a string, with a comma }`.
fn unquoted_comma(entries: &mut Vec<Entry>, keys: &[Key], text: &str, diagnostics: &mut Diagnostics) {
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    let mut torn = None;
    for (name, node) in std::mem::take(entries) {
        // `type:text` is reported as an unknown key.
        let is_stray = !name.value.contains(GLUE) && !is_key(keys, &name) && matches!(node.value, Value::Null);
        let is_near = |before: &Span| !Span { start: before.end, end: name.span.start }.slice(text).contains('\n');
        let before = kept.last_mut().filter(|(before, _)| is_stray && is_near(&before.span));
        let Some((key, value)) = before else {
            kept.push((name, node));
            continue;
        };
        match &value.value {
            Value::Null => {
                diagnostics.report(key.span, || {
                    Diagnostic::new(format!("expected `:` after `{}`, found `,`", key.value))
                        .help(format!("write `{}: {}`", key.value, name.value))
                });
                value.value = Value::Error;
            }
            // A string with several commas is reported once.
            Value::Scalar(_) if torn != Some(key.span) => {
                torn = Some(key.span);
                diagnostics.report(name.span, || {
                    Diagnostic::new(format!("the unquoted string of `{}` ends at the comma", key.value))
                        .help("quote the string")
                });
            }
            _ => {}
        }
    }
    *entries = kept;
}

/// Moves entries that are not indented far enough into the preceding entry to which they belong.
fn under_indented(entries: &mut Vec<Entry>, diagnostics: &mut Diagnostics, belongs: impl Fn(&Entry, &Entry) -> bool) {
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    let mut reported = None;
    for entry in std::mem::take(entries) {
        let Some(owner) = kept.last_mut().filter(|owner| belongs(&entry, owner)) else {
            kept.push(entry);
            continue;
        };
        if reported != Some(owner.0.span) {
            reported = Some(owner.0.span);
            diagnostics.report(entry.0.span, || {
                let (name, owner) = (&entry.0.value, &owner.0.value);
                Diagnostic::new(format!("`{name}` is not indented below `{owner}`"))
                    .help(format!("indent it by more spaces than `{owner}`"))
            });
        }
        match &mut owner.1.value {
            Value::Mapping(entries) => entries.push(entry),
            other => *other = Value::Mapping(vec![entry]),
        }
    }
    *entries = kept;
}

/// Reports unknown keys. An unknown key takes the place of the missing key that it resembles. A single unknown key also
/// takes the place of the only missing required key. Returns whether no unknown key has entries or items.
fn unknown_keys(
    entries: &mut Vec<Entry>,
    what: &str,
    keys: &'static [Key],
    is_required: &dyn Fn(&Key) -> bool,
    diagnostics: &mut Diagnostics,
) -> bool {
    let is_missing = |entries: &[Entry], key: &Key| entries.iter().all(|(name, _)| name.value != key.name);
    let mut unknown = entries.iter().filter(|(name, _)| !is_key(keys, name));
    let mut missing = keys.iter().filter(|key| is_required(key) && key.only_for.is_empty() && is_missing(entries, key));
    let only = match (unknown.next(), unknown.next(), missing.next(), missing.next()) {
        (Some(_), None, Some(key), None) => Some(key.name),
        _ => None,
    };
    let mut is_understood = true;
    let is_placeholder = keys.iter().any(|key| key.name == "absent");
    for index in 0..entries.len() {
        if is_key(keys, &entries[index].0) {
            continue;
        }
        let mut meant = None;
        // Without a space after the colon, `type:text` is one key.
        let is_glued = entries[index].0.value.contains(GLUE);
        diagnostics.report(entries[index].0.span, || {
            let name = &*entries[index].0.value;
            let word = name.split(GLUE).next().unwrap_or(name).trim_end();
            let missing = keys.iter().filter(|key| is_missing(entries, key)).map(|key| key.name);
            let close = closest(&recase(word, str::to_kebab_case), missing).first().copied();
            meant = close.or(only);
            let diagnostic = Diagnostic::new(format!("unknown key `{name}` in {what}"));
            match (meant, similar("key", close.as_slice())) {
                (Some(key), _) if is_glued => {
                    let value = name[word.len()..].trim_start_matches([' ', ':', '=']);
                    diagnostic.help(format!("write `{key}: {value}`"))
                }
                (_, Some(similar)) => diagnostic.help(similar),
                (Some(key), None) => diagnostic.help(format!("the only missing key is `{key}`")),
                (None, None) if name == "optional" && is_placeholder => diagnostic.help(MAY_BE_MISSING),
                (None, None) => {
                    let known = any_of(keys.iter().map(|key| key.name));
                    diagnostic.note(format!("expected one of {known}"))
                }
            }
        });
        let (name, node) = &mut entries[index];
        match (meant, &node.value) {
            (Some(meant), _) => meant.clone_into(&mut name.value),
            // The value of the key is not parsed.
            (None, Value::Mapping(_) | Value::Sequence(_)) => is_understood = false,
            (None, _) => {}
        }
        if is_glued || matches!(node.value, Value::Null) {
            node.value = Value::Error;
        }
    }
    entries.retain(|(name, _)| is_key(keys, name));
    is_understood
}

/// Returns whether `name` is one of `keys`.
fn is_key(keys: &[Key], name: &Spanned<String>) -> bool {
    keys.iter().any(|key| key.name == name.value)
}
