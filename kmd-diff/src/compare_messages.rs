//! The two versions of a message.

use kmd_catalog::model;
use kmd_events::Message;

use crate::change::{Change, Class, Place, verb};
use crate::pairing::Pairing;
use crate::version::Version;

/// Two versions of a message.
pub(crate) struct Messages<'v> {
    pub(crate) old: &'v Version,
    pub(crate) new: &'v Version,
    pub(crate) old_message: &'v model::Message,
    pub(crate) new_message: &'v model::Message,
    /// The same messages as the parser sees them.
    pub(crate) old_entry: &'static Message,
    pub(crate) new_entry: &'static Message,
    pub(crate) pairing: Pairing,
}

impl<'v> Messages<'v> {
    /// Pairs the messages with the given indices.
    pub(crate) fn new(old: &'v Version, new: &'v Version, index: usize, new_index: usize) -> Option<Self> {
        let entry = |version: &Version, index: usize| version.catalog.messages().get(index).copied();
        let (old_entry, new_entry) = (entry(old, index)?, entry(new, new_index)?);
        Some(Self {
            old_message: old.model.messages.get(index)?,
            new_message: new.model.messages.get(new_index)?,
            pairing: Pairing::new(old_entry, new_entry),
            old,
            new,
            old_entry,
            new_entry,
        })
    }

    /// Creates a change of the message.
    pub(crate) fn change(&self, what: impl Into<String>, place: Place) -> Change {
        Change::new(what, place).of(&self.new_message.tag)
    }

    /// Returns the path of a value in the message.
    pub(crate) fn path<'p>(&'p self, rest: &[&'p str]) -> Vec<&'p str> {
        ["messages", &*self.new_message.tag].into_iter().chain(rest.iter().copied()).collect()
    }

    /// Returns the place of a property of the message, which can be a default.
    fn place_of(&self, key: &str) -> Place {
        let (own, message) = (self.path(&[key]), self.path(&[]));
        self.new.place(&[&own, &["defaults", key], &message])
    }

    /// Returns the changes of the properties other than texts and placeholders.
    pub(crate) fn property_changes(&self) -> Vec<Change> {
        let (old, new) = (self.old_message, self.new_message);
        let mut changes = Vec::new();
        let watched =
            [("severity", old.severity.name, new.severity.name), ("facility", old.facility.name, new.facility.name)];
        for (key, before, after) in watched.into_iter().filter(|(_, before, after)| before != after) {
            let change = self.change(format!("{key} changed"), self.place_of(key)).class(&[Class::Watch]);
            changes.push(change.values(Some(before), Some(after)).help(format!("keep `{key}: {before}`")));
        }
        let documented = [
            ("type", Some(old.kind.name), Some(new.kind.name)),
            ("description", Some(&*old.description), Some(&*new.description)),
            ("cause", old.cause.as_deref(), new.cause.as_deref()),
            ("action", old.action.as_deref(), new.action.as_deref()),
            ("note", old.note.as_deref(), new.note.as_deref()),
            ("since", old.since.as_deref(), new.since.as_deref()),
            ("source", old.source.as_deref(), new.source.as_deref()),
            ("deprecated", old.deprecated.as_deref(), new.deprecated.as_deref()),
        ];
        for (key, before, after) in documented.into_iter().filter(|(_, before, after)| before != after) {
            let name = if key == "deprecated" { "deprecation" } else { key };
            let what = format!("{name} {}", verb(before, after));
            changes.push(self.change(what, self.place_of(key)).values(before, after));
        }
        changes
    }

    /// Returns the change from a message with its tag in the text to one without, or the other way round.
    pub(crate) fn tagged_change(&self) -> Option<Change> {
        let (before, after) = (self.old_message.is_tagged, self.new_message.is_tagged);
        let word = |is_tagged: bool| if is_tagged { "true" } else { "false" };
        let change = self.change("`tagged` changed", self.place_of("tagged")).class(&[Class::Watch]);
        let change = change.values(Some(word(before)), Some(word(after)));
        (before != after).then(|| change.help(format!("keep `tagged: {}`", word(before))))
    }
}
