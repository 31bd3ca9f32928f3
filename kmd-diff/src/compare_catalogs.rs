//! The two versions of a catalog: its own properties, and the pairs of messages.

use crate::change::{Change, Class, Place, verb};
use crate::changes::Changes;
use crate::compare_messages::Messages;
use crate::version::Version;

/// Compares two versions of a catalog. The changes have the order of the new catalog, and the removed messages are last.
///
/// The strings of both catalogs, and some of the lines that are tried, are never freed.
#[must_use]
pub fn compare(old: &Version, new: &Version) -> Changes {
    let mut changes = catalog_changes(old, new);
    let pairs = Pairs::new(old, new);
    for (new_index, message) in new.model.messages.iter().enumerate() {
        let place = new.place(&[&["messages", &message.tag]]);
        let Some(&(index, _, is_renamed)) = pairs.found.iter().find(|(_, other, _)| *other == new_index) else {
            changes.push(added(old, &message.tag, place));
            continue;
        };
        if is_renamed {
            let old_tag = &old.model.messages[index].tag;
            let change = Change::new(format!("message renamed to `{}`", message.tag), place).of(old_tag);
            let change = change.class(&[Class::Read, Class::Call, Class::Watch]);
            // Two messages without a tag cannot have the same text.
            let change = change.help(if message.is_tagged {
                format!("keep the message, and deprecate it: `deprecated: {{ replacement: {} }}`", message.tag)
            } else {
                format!("keep the tag `{old_tag}`")
            });
            let is_listed = new.model.removed.iter().any(|removed| removed.tag == *old_tag);
            let entry = format!("add `{old_tag}: {{ replacement: {} }}` to `removed`", message.tag);
            changes.push(if is_listed { change } else { change.help(entry) });
        }
        changes.extend(Messages::new(old, new, index, new_index).into_iter().flat_map(|it| it.changes(is_renamed)));
    }
    for (index, message) in old.model.messages.iter().enumerate() {
        if pairs.found.iter().all(|(other, ..)| *other != index) {
            changes.push(removed(new, &message.tag));
        }
    }
    Changes::new(changes)
}

/// Returns the change of a message that the old catalog does not have.
fn added(old: &Version, tag: &str, place: Place) -> Change {
    if old.model.removed.iter().all(|removed| removed.tag != tag) {
        return Change::new("message added", place).of(tag);
    }
    // Alerts on the tag are of another message.
    let change = Change::new("removed tag used again", place).of(tag).class(&[Class::Watch]);
    change.help("use another tag, and keep this one in `removed`")
}

/// Returns the change of a message that the new catalog does not have.
fn removed(new: &Version, tag: &str) -> Change {
    let place = new.place(&[&["removed", tag], &["removed"], &["messages"]]);
    let change = Change::new("message removed", place).of(tag).class(&[Class::Read, Class::Call, Class::Watch]);
    let entry = new.model.removed.iter().find(|removed| removed.tag == tag);
    let change = match entry {
        Some(_) => change,
        None => change.help(format!("add `{tag}: {{ note: … }}` to `removed`")),
    };
    let deprecated = match entry.and_then(|entry| entry.replacement.as_ref()) {
        Some(replacement) => format!("{{ replacement: {replacement} }}"),
        None => String::from("{ note: … }"),
    };
    change.help(format!("keep the message, and deprecate it: `deprecated: {deprecated}`"))
}

/// Returns the changes of the properties of the catalog.
fn catalog_changes(old: &Version, new: &Version) -> Vec<Change> {
    use Class::{Call, Read, Watch};
    let (before, after) = (&old.model, &new.model);
    let mut changes = Vec::new();
    let properties = [
        ("prefix", Some(&*before.prefix), Some(&*after.prefix), &[Read, Call, Watch][..]),
        ("process", Some(&*before.process), Some(&*after.process), &[Read, Watch]),
        ("sd-id", before.sd_id.as_deref(), after.sd_id.as_deref(), &[Watch]),
    ];
    for (key, before, after, classes) in properties {
        if before != after {
            let change = Change::new(format!("{key} {}", verb(before, after)), new.place(&[&[key], &["prefix"]]));
            let mut change = change.class(classes).values(before, after);
            change.help.extend(before.map(|value| format!("keep `{key}: {value}`")));
            changes.push(change);
        }
    }
    if before.borrows != after.borrows {
        let name = format!("{}Event", kmd_catalog::names::type_prefix(&after.prefix));
        let (with, without) = (format!("{name}<'_>"), name.clone());
        let (old, new_name) = if after.borrows { (&without, &with) } else { (&with, &without) };
        let change = Change::new(format!("lifetime of `{name}` changed"), new.place(&[&["prefix"]]));
        changes.push(change.class(&[Call]).values(Some(old), Some(new_name)).help(format!("write `{new_name}`")));
    }
    changes
}

/// The pairs of old and new messages.
struct Pairs {
    /// The indices in both catalogs, and whether the message has another name.
    found: Vec<(usize, usize, bool)>,
}

impl Pairs {
    fn new(old: &Version, new: &Version) -> Self {
        let (olds, news) = (&old.model.messages, &new.model.messages);
        let tag_in_new = |tag: &str| match tag.strip_prefix(&*old.model.prefix) {
            Some(name) => format!("{}{name}", new.model.prefix),
            None => tag.to_owned(),
        };
        let mut found: Vec<(usize, usize, bool)> = Vec::new();
        let position = |tag: &str| news.iter().position(|message| message.tag == tag);
        for (index, message) in olds.iter().enumerate() {
            found.extend(position(&tag_in_new(&message.tag)).map(|new_index| (index, new_index, false)));
        }
        for (index, message) in olds.iter().enumerate() {
            let is_free = |new_index: &usize| found.iter().all(|(_, other, _)| other != new_index);
            if found.iter().any(|(other, ..)| *other == index) {
                continue;
            }
            let tag = tag_in_new(&message.tag);
            let removed = new.model.removed.iter().find(|removed| removed.tag == tag);
            let replacement = removed.and_then(|removed| position(removed.replacement.as_ref()?));
            // Without an entry, a new message with the same template is probably the same message.
            let same = || news.iter().position(|other| other.template == message.template);
            let new_index = replacement.filter(is_free).or_else(|| same().filter(is_free));
            if let Some(new_index) = new_index {
                found.push((index, new_index, true));
            }
        }
        Self { found }
    }
}
