//! Rules for tags.

use std::collections::{HashMap, HashSet};

use heck::ToShoutySnakeCase as _;

use super::validator::{Validator, not_an_identifier, same_identifier, too_long, with_help};
use crate::ast::{Catalog, Message};
use crate::diagnostics::Diagnostic;
use crate::names::{self, is_prefix, is_tag_of};
use crate::schema::MAX_TAG_LEN;
use crate::span::Spanned;
use crate::suggest::{closest, recase, similar};

/// Rejects tags that do not begin with the prefix, by which a parser recognizes the lines of the catalog.
pub(super) fn tags_have_the_prefix(catalog: &Catalog, validator: &mut Validator<'_>) {
    let prefix = &catalog.prefix.value;
    if !is_prefix(prefix) {
        return;
    }
    if let Some(other) = prefix_of_all_tags(catalog) {
        validator.rejected.extend(catalog.messages.iter().map(|message| message.tag.value.clone()));
        validator.report(catalog.prefix.span, || {
            Diagnostic::new(format!("no tag begins with `{prefix}_`"))
                .help(format!("use `{other}`, with which all tags begin"))
        });
        return;
    }
    for message in &catalog.messages {
        let Spanned { span, value } = &message.tag;
        if !is_tag_of(prefix, value) {
            validator.reject(message, *span, || {
                let diagnostic = Diagnostic::new(format!("invalid tag `{value}`"));
                let suggested = recase(value, |tag| near_tag(prefix, tag));
                if is_tag_of(prefix, &suggested) && suggested.len() <= MAX_TAG_LEN {
                    diagnostic.help(format!("use `{suggested}`"))
                } else {
                    diagnostic.note(format!("a tag is `{prefix}_`, and then capital letters, digits and `_`"))
                }
            });
        }
    }
}

/// Returns the first word of all tags if they share it and no tag has the prefix. In this case, the prefix is the
/// mistake. At least two tags are required, since a single tag may be misspelled itself.
fn prefix_of_all_tags(catalog: &Catalog) -> Option<&str> {
    let first_word = |message: &Message| message.tag.value.split('_').next().map(str::len);
    let [first, others @ ..] = &catalog.messages[..] else {
        return None;
    };
    let word = first.tag.value.get(..first_word(first)?)?;
    let is_shared = |message: &Message| is_tag_of(word, &message.tag.value);
    let has_prefix = |message: &Message| is_tag_of(&catalog.prefix.value, &message.tag.value);
    let all = &catalog.messages;
    (!others.is_empty() && all.iter().all(is_shared) && !all.iter().any(has_prefix)).then_some(word)
}

/// Returns the tag that was probably meant: `typed` with its misspelled prefix replaced, or with the prefix added.
fn near_tag(prefix: &str, typed: &str) -> String {
    let shouted = typed.to_shouty_snake_case();
    let mut ends = shouted.match_indices('_').skip(prefix.matches('_').count());
    match ends.next().map(|(end, _)| shouted.split_at(end)) {
        Some((first, rest)) if !closest(first, [prefix]).is_empty() => format!("{prefix}{rest}"),
        _ => names::tag_like(prefix, typed),
    }
}

/// Rejects tags that are too long, since a syslog message has room for a header of limited length.
pub(super) fn tags_are_not_too_long(catalog: &Catalog, validator: &mut Validator<'_>) {
    for message in &catalog.messages {
        let Spanned { span, value } = &message.tag;
        // A longer tag with other characters was reported as invalid.
        if is_tag_of(&catalog.prefix.value, value) && value.len() > MAX_TAG_LEN {
            validator.reject(message, *span, || too_long("tag", value, MAX_TAG_LEN));
        }
    }
}

/// The constants of the tag enum, which a variant with the same name would hide.
const RESERVED: [&str; 3] = ["ALL", "CATALOG", "MESSAGES"];

/// Rejects tags that do not map to unique identifiers, since every message is a struct and a variant.
pub(super) fn tags_map_to_rust_names(catalog: &Catalog, validator: &mut Validator<'_>) {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for message in &catalog.messages {
        let Spanned { span, value: tag } = &message.tag;
        if !is_tag_of(&catalog.prefix.value, tag) {
            continue;
        }
        let name = names::type_name(&catalog.prefix.value, tag);
        if !names::is_identifier(&name) || RESERVED.contains(&&*name) {
            let begins_with_digit = name.starts_with(|first: char| first.is_ascii_digit());
            let help =
                if begins_with_digit { "begin the part after the prefix with a letter" } else { "choose another tag" };
            validator.reject(message, *span, || not_an_identifier("tag", tag, &name).help(help));
        } else if let Some(first) = seen.get(&name) {
            validator.reject(message, *span, || same_identifier("tags", tag, first, &name));
        } else {
            seen.insert(name, tag);
        }
    }
}

/// Reports replacements of deprecated messages and removed tags that are not a message, since a caller must find them.
pub(super) fn replacements_exist(catalog: &Catalog, validator: &mut Validator<'_>) {
    let tags: HashSet<&str> = catalog.messages.iter().map(|message| &*message.tag.value).collect();
    let deprecated = catalog.messages.iter().filter_map(|message| {
        let replacement = message.deprecated.as_ref()?.replacement.as_ref()?;
        Some((&message.tag, replacement))
    });
    let removed = catalog.removed.iter().filter_map(|removed| Some((&removed.tag, removed.replacement.as_ref()?)));
    for (tag, Spanned { span, value }) in deprecated.chain(removed) {
        if *value == tag.value || !tags.contains(&**value) {
            validator.diagnostics.unused(*span, || {
                let others = tags.iter().copied().filter(|other| *other != tag.value);
                let close = closest(&names::tag_like(&catalog.prefix.value, value), others);
                let diagnostic = Diagnostic::new(format!("replacement `{value}` is not another message"));
                with_help(diagnostic, similar("message", &close))
            });
        }
    }
}
