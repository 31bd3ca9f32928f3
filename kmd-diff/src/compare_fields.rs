//! The changes of the placeholders of a message.

use kmd_catalog::model::{Enum, Field, Word};

use crate::change::{Change, Class, Place, verb};
use crate::compare_messages::Messages;
use crate::pairing::quoted;

/// The change of a property of an old placeholder, by its index. Such a change can concern the lines of the old catalog.
pub(crate) struct FieldChange {
    pub(crate) field: Option<usize>,
    pub(crate) change: Change,
}

impl Messages<'_> {
    /// Returns the changes of all placeholders.
    pub(crate) fn field_changes(&self) -> Vec<FieldChange> {
        let mut changes = Vec::new();
        for (index, field) in self.old_message.fields.iter().enumerate() {
            let new = self.pairing.to_new(index).and_then(|index| self.new_message.fields.get(index));
            match new {
                Some(new) => changes.extend(self.changes_of(index, field, new)),
                None => changes.push(FieldChange { field: None, change: self.removed(field) }),
            }
        }
        let added = self.new_message.fields.iter().enumerate();
        let added = added.filter(|(index, _)| self.pairing.to_old(*index).is_none());
        changes.extend(added.map(|(_, field)| FieldChange { field: None, change: self.added(field) }));
        changes
    }

    fn removed(&self, field: &Field) -> Change {
        let name = &field.placeholder;
        let place = self.new.place(&[&self.path(&["template"])]);
        self.change(format!("placeholder `{name}` removed"), place)
            .class(&[Class::Call, Class::Watch])
            .help(format!("keep `{{{name}}}` in the text"))
    }

    fn added(&self, field: &Field) -> Change {
        let name = &field.placeholder;
        let change = self.change(format!("placeholder `{name}` added"), self.place_of_use(name));
        let has_lifetime = !self.old_message.borrows() && self.new_message.borrows();
        if !field.is_optional() {
            change
                .class(&[Class::Call])
                .help(format!("move `{{{name}}}` to a `tail`, whose fields a call may leave out"))
        } else if has_lifetime && field.borrows(&self.new.model) {
            change.class(&[Class::Call]).help(format!("write the lifetime: `events::{}<'_>`", self.new_message.name))
        } else {
            change
        }
    }

    /// Returns the place of a placeholder in the template or in a tail.
    fn place_of_use(&self, name: &str) -> Place {
        let tails = (0..self.new_message.tails.len()).map(|index| index.to_string()).collect::<Vec<_>>();
        let tails: Vec<Vec<&str>> = tails.iter().map(|index| self.path(&["tail", index])).collect();
        let template = self.path(&["template"]);
        let paths: Vec<&[&str]> = std::iter::once(&template).chain(&tails).map(Vec::as_slice).collect();
        self.new.place_in(name, &paths)
    }

    /// Returns the changes of a placeholder that is in both versions.
    fn changes_of(&self, index: usize, old: &Field, new: &Field) -> Vec<FieldChange> {
        let name = &*new.placeholder;
        let mut changes = Vec::new();
        let mut add = |field: Option<usize>, change: Change| changes.push(FieldChange { field, change });
        if old.placeholder != new.placeholder {
            let what = format!("placeholder `{}` renamed to `{name}`", old.placeholder);
            let change = self.change(what, self.place_of_use(name)).class(&[Class::Call, Class::Watch]);
            add(None, change.help(format!("keep the name `{}`", old.placeholder)));
        }
        if old.field_type != new.field_type {
            let (before, after) = (old.field_type.as_str(), new.field_type.as_str());
            let change = self.property(format!("type of `{name}` changed"), name, "type").class(&[Class::Call]);
            add(Some(index), change.values(Some(before), Some(after)).help(format!("keep `type: {before}`")));
        } else if old.unit != new.unit {
            let unit = |field: &Field| field.unit.map(kmd_catalog::Unit::as_str);
            let change = self.property(format!("unit of `{name}` changed"), name, "unit");
            let help = format!("keep `unit: {}`", unit(old).unwrap_or_default());
            add(Some(index), change.values(unit(old), unit(new)).help(help));
        } else if old.brackets != new.brackets {
            let change = self.property(format!("brackets of `{name}` changed"), name, "brackets");
            let help = if old.brackets { "remove `brackets: false`" } else { "keep `brackets: false`" };
            add(Some(index), change.help(help));
        }
        if let (Some(old_enum), Some(new_enum)) = (self.old_enum(old), self.new_enum(new)) {
            self.enum_changes(index, (old, old_enum), (new, new_enum), &mut add);
        }
        let keep = || old.absent.as_ref().map(|word| format!("keep `absent: {}`", quoted(word)));
        let optional = match (old.is_optional(), new.is_optional()) {
            (true, false) => Some((format!("`{name}` is no longer optional"), keep())),
            (false, true) => {
                Some((format!("`{name}` became optional"), Some(String::from("calls must pass `Some(…)`"))))
            }
            _ => None,
        };
        if let Some((what, help)) = optional {
            let place =
                if new.tail.is_some() { self.place_of_use(name) } else { self.place_of_property(name, "absent") };
            let mut change = self.change(what, place).class(&[Class::Call]);
            change.help.extend(help);
            add(Some(index), change);
        } else if old.absent != new.absent {
            let (before, after) = (old.absent.as_deref(), new.absent.as_deref());
            let what = format!("word for an absent `{name}` {}", verb(before, after));
            let mut change = self.property(what, name, "absent").values(before, after);
            change.help.extend(keep());
            add(Some(index), change);
        }
        for change in self.external_name_changes(old, new) {
            add(None, change);
        }
        if old.description != new.description {
            let change = self.property(format!("description of `{name}` changed"), name, "description");
            add(None, change.values(Some(&old.description), Some(&new.description)));
        }
        changes
    }

    /// Returns the changes of the names in the conventions of others, on which the rules of engines depend.
    fn external_name_changes(&self, old: &Field, new: &Field) -> Vec<Change> {
        let name = &*new.placeholder;
        let names = [
            ("otel", "OpenTelemetry", old.otel.as_deref(), new.otel.as_deref()),
            ("ecs", "the Elastic Common Schema", old.ecs.as_deref(), new.ecs.as_deref()),
        ];
        let changed = names.into_iter().filter(|(_, _, before, after)| before != after);
        changed
            .map(|(key, convention, before, after)| {
                let place = self.new.place(&[&["placeholders", name, "names", key], &["placeholders", name]]);
                let what = format!("name of `{name}` for {convention} {}", verb(before, after));
                let change = self.change(what, place);
                let mut change = change.class(&[Class::Watch]).values(before, after);
                change.help.extend(before.map(|before| format!("keep `{key}: {before}`")));
                change
            })
            .collect()
    }

    /// Adds the changes of an enum.
    fn enum_changes(
        &self,
        index: usize,
        (_, old): (&Field, &Enum),
        (field, new): (&Field, &Enum),
        add: &mut impl FnMut(Option<usize>, Change),
    ) {
        let name = &*field.placeholder;
        if old.is_open != new.is_open {
            let verb = if new.is_open { "opened" } else { "closed" };
            let change = self.property(format!("enum of `{name}` {verb}"), name, "open").class(&[Class::Call]);
            add(Some(index), change.help(if old.is_open { "keep `open: true`" } else { "remove `open: true`" }));
        }
        let (before, after) = (words(old), words(new));
        let (removed, added) = (difference(&before, &after), difference(&after, &before));
        if !removed.is_empty() || !added.is_empty() {
            let change = self.property(format!("words of `{name}` changed"), name, "values").class(&[Class::Call]);
            let list = |words: &[&str]| words.iter().map(|word| shown_word(word)).collect::<Vec<_>>().join(", ");
            let mut change = change.values(Some(&list(&before)), Some(&list(&after)));
            change.help.extend(removed.iter().map(|word| format!("keep the word `{}`", shown_word(word))));
            if removed.is_empty() {
                let arm = |word: &&str| format!("add an arm for `{}` to each `match`", shown_word(word));
                change.help.extend(added.iter().map(arm));
            }
            add(Some(index), change);
        }
        for Word { text, variant, .. } in &old.words {
            let is_changed = |other: &&Word| other.text == *text && other.variant != *variant;
            let Some(other) = new.words.iter().find(is_changed) else { continue };
            let what = format!("variant of the word `{}` of `{name}` changed", shown_word(text));
            let change = self.property(what, name, "values").class(&[Class::Call]);
            let change = change.values(Some(variant), Some(&other.variant));
            add(None, change.help(format!("write `{{ {variant}: {} }}`", quoted(text))));
        }
    }

    /// Creates a change of a property in the declaration of a placeholder.
    fn property(&self, what: String, name: &str, key: &str) -> Change {
        self.change(what, self.place_of_property(name, key))
    }

    /// Returns the place of a property: in the message if it overrides it, otherwise in the declaration.
    fn place_of_property(&self, name: &str, key: &str) -> Place {
        let own = self.path(&["placeholders", name, key]);
        self.new.place(&[&own, &["placeholders", name, key], &["placeholders", name]])
    }

    fn old_enum(&self, field: &Field) -> Option<&Enum> {
        self.old.model.enums.get(field.enumeration?)
    }

    fn new_enum(&self, field: &Field) -> Option<&Enum> {
        self.new.model.enums.get(field.enumeration?)
    }
}

/// Returns the words of an enum.
fn words(it: &Enum) -> Vec<&str> {
    it.words.iter().map(|word| &*word.text).collect()
}

/// Returns the words that are only in the first list.
fn difference<'w>(words: &[&'w str], others: &[&str]) -> Vec<&'w str> {
    words.iter().copied().filter(|word| !others.contains(word)).collect()
}

/// Returns a word as a change shows it. An empty one is in quotes.
fn shown_word(word: &str) -> &str {
    if word.is_empty() { "''" } else { word }
}
