//! What to write so that a new message reads the lines of the old one.

use kmd_events::{LoadedCatalog, Message, Piece, Placeholder};

use crate::change::{Change, Class};
use crate::compare_messages::Messages;
use crate::disjoint::takes_any_text;
use crate::pairing::{quoted, template, wordings};
use crate::verdict::{Verdict, verdicts};

/// The maximum number of lines that a remedy is tried on.
const MAX_LINES: usize = 100;

impl Messages<'_> {
    /// Adds to the first of the changes that concerns lines what to write so that lines of the old wordings are read. The
    /// indices are those of the wordings that are not kept.
    pub(crate) fn add_help(&self, unkept: &[usize], texts: [&mut Option<Change>; 2]) {
        let Some(change) = texts.into_iter().flatten().find(|change| change.classes.contains(&Class::Read)) else {
            return;
        };
        let (old, new) = (self.old_entry, self.new_entry);
        let news = wordings(new);
        let tails = old.tail_wordings().len();
        let mut accepted: Vec<(usize, Vec<Piece>)> = Vec::new();
        let mut kept = Vec::new();
        for (index, wording) in wordings(old).into_iter().enumerate().take(tails + 1) {
            let is_known = news.iter().any(|new| self.pairing.is_same(wording, new));
            if !unkept.contains(&index) || is_known {
                continue;
            }
            match self.as_alternative(wording) {
                Some(pieces) => accepted.push((index, pieces)),
                None => kept.push(index),
            }
        }
        let broken = self.broken_with(&accepted);
        let (lost, accepted): (Vec<_>, Vec<_>) = accepted.into_iter().partition(|(index, _)| broken.contains(index));
        kept.extend(lost.into_iter().map(|(index, _)| index));
        if !accepted.is_empty() {
            // The parser tried the old template before the alternatives.
            let accepted = accepted.iter().map(|(_, pieces)| self.quoted_template(pieces));
            let all: Vec<String> = accepted.chain(new.alternatives().iter().map(|text| quoted(text))).collect();
            change.help.push(format!("add `alternatives: [{}]`", all.join(", ")));
        }
        if kept.contains(&tails) {
            change.help.push(format!("keep the template `{}`", quoted(old.template())));
        } else if !kept.is_empty() {
            change.help.extend(self.tails_to_keep());
        }
    }

    /// Returns the pieces of an old wording if the new message can have it as an alternative.
    fn as_alternative(&self, wording: &[Piece]) -> Option<Vec<Piece>> {
        let pieces = wording.iter().map(|piece| match *piece {
            Piece::Placeholder(index) => self.pairing.to_new(index).map(Piece::Placeholder),
            Piece::Formatted(index, format) => self.pairing.to_new(index).map(|index| Piece::Formatted(index, format)),
            piece => Some(piece),
        });
        let pieces: Vec<Piece> = pieces.collect::<Option<_>>()?;
        let is_used = |index| pieces.iter().any(|piece| piece.placeholder().is_some_and(|(used, _)| used == index));
        let may_be_missing = |(index, placeholder): (usize, &Placeholder)| {
            is_used(index) || placeholder.is_optional() || takes_any_text(placeholder)
        };
        self.new_entry.placeholders().iter().enumerate().all(may_be_missing).then_some(pieces)
    }

    /// Returns the indices of the old wordings whose lines have other values, although the new message has them as
    /// alternatives. For example, its template reads the lines before the alternatives do.
    fn broken_with(&self, accepted: &[(usize, Vec<Piece>)]) -> Vec<usize> {
        if accepted.is_empty() {
            return Vec::new();
        }
        let new = self.new_entry;
        let mut pieces: Vec<&'static [Piece]> = accepted.iter().map(|(_, pieces)| &*pieces.clone().leak()).collect();
        pieces.extend(new.alternative_pieces());
        let templates: &'static [&'static str] = vec![""; pieces.len()].leak();
        // The parser needs messages that are never freed.
        let message: &'static Message = Box::leak(Box::new(new.clone().with_alternatives(templates, pieces.leak())));
        let messages = self.new.catalog.messages().iter();
        let messages = messages.map(|other| if other.tag() == new.tag() { message } else { *other });
        let messages: Vec<&'static Message> = messages.collect();
        let catalog = LoadedCatalog::new(self.new.catalog.catalog(), messages.leak());
        let verdicts = verdicts((&self.old.catalog, self.old_entry), (&catalog, message), &self.pairing, MAX_LINES);
        let broken =
            verdicts.into_iter().filter(|(_, verdict)| matches!(verdict, Verdict::Broken { is_ambiguous: false, .. }));
        broken.map(|(index, _)| index).collect()
    }

    /// Returns what to write about the tails if lines with tails are not read.
    fn tails_to_keep(&self) -> Vec<String> {
        let old = self.old_entry;
        let is_removed = |piece: &Piece| piece.placeholder().is_some_and(|(at, _)| self.pairing.to_new(at).is_none());
        let removed = old.tail_pieces().iter().zip(old.tails());
        let removed = removed.filter(|(pieces, _)| pieces.iter().any(is_removed));
        let removed: Vec<String> = removed.map(|(_, text)| format!("keep the tail `{}`", quoted(text))).collect();
        if !removed.is_empty() {
            return removed;
        }
        let tails: Vec<String> = old.tails().iter().map(|text| quoted(text)).collect();
        vec![format!("keep `tail: [{}]`", tails.join(", "))]
    }

    /// Returns the template with these pieces as a string of YAML.
    fn quoted_template(&self, pieces: &[Piece]) -> String {
        let name = |index: usize| self.new_entry.placeholders().get(index).map_or("", Placeholder::name);
        quoted(&template(pieces, name))
    }
}
