//! The changes of the texts of a message, and what they mean for the lines of the old one.

use kmd_events::Piece;

use crate::change::{Change, Class};
use crate::compare_fields::FieldChange;
use crate::compare_messages::Messages;
use crate::pairing::{quoted, wordings};
use crate::verdict::{Verdict, verdicts};

/// The maximum number of lines that are tried for each wording. Messages with fewer than fifty placeholders have fewer.
const MAX_LINES: usize = 1_000;

impl Messages<'_> {
    /// Returns all changes of the message.
    pub(crate) fn changes(&self, is_renamed: bool) -> Vec<Change> {
        let mut template = self.template_change();
        let mut tail = self.tail_change();
        let mut alternatives = self.removed_alternatives();
        let mut fields = self.field_changes();
        let mut tagged = self.tagged_change();
        let mut other = None;
        // The lines of a renamed message have the old tag.
        if !is_renamed {
            let verdicts = verdicts(
                (&self.old.catalog, self.old_entry),
                (&self.new.catalog, self.new_entry),
                &self.pairing,
                MAX_LINES,
            );
            let is_broken = verdicts.iter().any(|(_, verdict)| matches!(verdict, Verdict::Broken { .. }));
            for (index, verdict) in &verdicts {
                let (line, differing, is_ambiguous, rivals) = match verdict {
                    Verdict::Kept => continue,
                    Verdict::Broken { line, fields, is_ambiguous, rivals } => {
                        (Some(line), &fields[..], *is_ambiguous, rivals)
                    }
                    // It is enough to name what is certain.
                    Verdict::Undecided { .. } if is_broken => continue,
                    Verdict::Undecided { rivals } => (None, &[][..], false, rivals),
                };
                let change = if !self.old_message.is_tagged && self.new_message.is_tagged {
                    tagged.as_mut()
                } else {
                    let texts = [&mut template, &mut tail, &mut alternatives];
                    self.cause((*index, differing, line.is_none()), texts, &mut fields)
                };
                let change = change.unwrap_or_else(|| other.get_or_insert_with(|| self.taken(rivals, line.is_some())));
                // A line without such values says more.
                if change.example.is_none() || change.is_ambiguous && !is_ambiguous {
                    change.example = line.cloned();
                    change.is_undecided = line.is_none();
                    change.is_ambiguous = is_ambiguous;
                }
                change.add(&[Class::Read]);
            }
            let unkept = verdicts.iter().filter(|(_, verdict)| !matches!(verdict, Verdict::Kept));
            let unkept: Vec<usize> = unkept.map(|(index, _)| *index).collect();
            self.add_help(&unkept, [&mut template, &mut tail]);
        }
        let texts = template.into_iter().chain(tail).chain(alternatives).chain(self.added_alternatives());
        let fields = fields.into_iter().map(|change| change.change);
        texts.chain(fields).chain(tagged).chain(other).chain(self.property_changes()).collect()
    }

    /// Returns the change that is the reason for a verdict on the wording at `index`.
    fn cause<'c>(
        &self,
        (index, differing, is_undecided): (usize, &[usize], bool),
        [template, tail, alternatives]: [&'c mut Option<Change>; 3],
        fields: &'c mut [FieldChange],
    ) -> Option<&'c mut Change> {
        let tails = self.old_entry.tail_wordings().len();
        // Without a tail, the line has none of the values after it.
        let lacks_tail = differing.iter().any(|&field| self.is_in_a_removed_tail(field));
        let is_cause = |change: &FieldChange| !lacks_tail && change.field.is_some_and(|it| differing.contains(&it));
        let at = fields.iter().position(is_cause);
        // Without a line that says more, the wording is the most probable reason.
        let at = at.or_else(|| {
            let has_text = template.is_some() || tail.is_some() || alternatives.is_some() && index > tails;
            let is_first = |change: &FieldChange| change.field.is_some();
            if has_text && !is_undecided || template.is_some() { None } else { fields.iter().position(is_first) }
        });
        if let Some(at) = at {
            return fields.get_mut(at).map(|change| &mut change.change);
        }
        let order = match index {
            index if index < tails => [tail, template, alternatives],
            index if index > tails => [alternatives, template, tail],
            _ => [template, tail, alternatives],
        };
        order.into_iter().find_map(Option::as_mut)
    }

    /// Returns whether an old placeholder is part of a tail that the new message does not have.
    fn is_in_a_removed_tail(&self, field: usize) -> bool {
        let is_part = |tail: &[Piece]| tail.iter().any(|piece| piece.placeholder().is_some_and(|(at, _)| at == field));
        self.old_entry.tail_pieces().iter().any(|tail| is_part(tail) && !self.keeps_tail(tail))
    }

    /// Returns whether the new message has an old tail.
    fn keeps_tail(&self, tail: &[Piece]) -> bool {
        self.new_entry.tail_pieces().iter().any(|new| self.pairing.is_same(tail, new))
    }

    /// Returns the change if no text of the message is the reason for a verdict. Others may take its lines.
    fn taken(&self, rivals: &[&str], is_certain: bool) -> Change {
        let verb = match (is_certain, rivals.len()) {
            (true, 1) => "takes",
            (true, _) => "take",
            (false, _) => "may take",
        };
        let names: Vec<String> = rivals.iter().map(|rival| format!("`{rival}`")).collect();
        let what = match (rivals, is_certain) {
            ([], true) => String::from("lines are parsed to other values"),
            ([], false) => String::from("lines may be parsed to other values"),
            _ => format!("{} {verb} lines of this one", names.join(", ")),
        };
        self.change(what, self.new.place(&[&self.path(&[])]))
    }

    fn template_change(&self) -> Option<Change> {
        let (old, new) = (self.old_entry.pieces(), self.new_entry.pieces());
        let place = self.new.place(&[&self.path(&["template"])]);
        let change = self.change("template changed", place);
        let change = change.values(Some(self.old_entry.template()), Some(self.new_entry.template()));
        (!self.pairing.is_same(old, new)).then_some(change)
    }

    fn tail_change(&self) -> Option<Change> {
        let (old, new) = (self.old_entry.tail_pieces(), self.new_entry.tail_pieces());
        let is_same = |old: &[Piece], new: &[Piece]| self.pairing.is_same(old, new);
        if old.len() == new.len() && old.iter().zip(new).all(|(old, new)| is_same(old, new)) {
            return None;
        }
        let removed: Vec<&str> = (0..old.len())
            .filter(|&index| !self.keeps_tail(old[index]))
            .filter_map(|index| self.old_entry.tails().get(index).copied())
            .collect();
        let added: Vec<usize> =
            (0..new.len()).filter(|&index| !old.iter().any(|old| is_same(old, new[index]))).collect();
        let what = match (&removed[..], &added[..]) {
            ([], []) => "order of the tails changed",
            ([], [_, ..]) => "tail added",
            ([_, ..], []) => "tail removed",
            _ => "tail changed",
        };
        let index = added.first().unwrap_or(&0).to_string();
        let (tail, message) = (self.path(&["tail", &index]), self.path(&["template"]));
        let added: Vec<&str> = added.iter().filter_map(|&index| self.new_entry.tails().get(index).copied()).collect();
        let all = |tails: &[&str]| tails.iter().map(|tail| quoted(tail)).collect::<Vec<_>>().join(", ");
        let shown = |tails: &[&str]| (!tails.is_empty()).then(|| all(tails));
        let place = if added.is_empty() { self.new.place(&[&message]) } else { self.new.place(&[&tail, &message]) };
        Some(self.change(what, place).values(shown(&removed).as_deref(), shown(&added).as_deref()))
    }

    /// Returns the old alternatives that the new message does not accept as a text of its own.
    fn removed_alternatives(&self) -> Option<Change> {
        let news = wordings(self.new_entry);
        let alternatives = self.old_entry.alternative_pieces().iter().zip(self.old_entry.alternatives());
        let removed = alternatives.filter(|(old, _)| !news.iter().any(|new| self.pairing.is_same(old, new)));
        let removed: Vec<String> = removed.map(|(_, text)| quoted(text)).collect();
        if removed.is_empty() {
            return None;
        }
        let what = if removed.len() == 1 { "alternative removed" } else { "alternatives removed" };
        let change = self.change(what, self.new.place(&[&self.path(&["template"])]));
        let removed = removed.join(", ");
        Some(change.values(Some(&removed), None).help(format!("keep `alternatives: [{removed}]`")))
    }

    fn added_alternatives(&self) -> Vec<Change> {
        let olds = self.old_entry.alternative_pieces();
        let is_added = |new: &[Piece]| !olds.iter().any(|old| self.pairing.is_same(old, new));
        let added = self.new_entry.alternative_pieces().iter().zip(self.new_entry.alternatives()).enumerate();
        let added = added.filter(|(_, (pieces, _))| is_added(pieces));
        let change = |(index, (_, text)): (usize, (&&[Piece], &&str))| {
            let index = index.to_string();
            let place = self.new.place(&[&self.path(&["alternatives", &index]), &self.path(&["template"])]);
            self.change("alternative added", place).values(None, Some(text))
        };
        added.map(change).collect()
    }
}
