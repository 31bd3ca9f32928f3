//! The view of all events.

use super::catalog::{Catalog, Sql};
use crate::rule::Rule;

impl<'r, S: Sql> Catalog<'r, S> {
    /// Returns the view of all events.
    pub(super) fn overview(&self) -> String {
        let (tag, number, groups) = (self.helper("tag"), self.helper("number"), self.helper("groups"));
        let used = self.used(self.expressions().map(|(_, it)| it));
        let mut helpers = S::source_columns(&used);
        helpers.extend([tag.clone(), number.clone(), groups.clone()]);
        let [fields, rest] = S::fields(self, &groups);
        let from = format!("FROM (\nSELECT *, {} AS {tag}\nFROM {}\n) AS tagged", S::tag(), S::source(&used));
        format!(
            "\n-- All events: the tag, the severity and the facility of the catalog, the values as strings by name, and the \
             rest.\n\
             {create} {view} AS\n{with}SELECT * {except} ({helpers}),\n  {tag_of} AS {tag_name},\n  \
             {severity} AS {severity_name},\n  {facility} AS {facility_name},\n  {fields} AS {fields_name},\n  \
             {rest} AS {rest_name}\nFROM (\nSELECT *,\n  {all_groups} AS {groups}\nFROM (\n{matched}\n) AS matched\n\
             WHERE {number} > 0\n) AS found;\n",
            view = self.events(),
            with = S::with(&used),
            create = S::CREATE,
            except = S::EXCEPT,
            helpers = helpers.join(", "),
            tag_of = self.tag_of(&tag, &number),
            tag_name = S::name("tag"),
            severity = self.keyword(&number, |rule| rule.message.severity.name),
            severity_name = S::name("severity"),
            facility = self.keyword(&number, |rule| rule.message.facility.name),
            facility_name = S::name("facility"),
            fields_name = S::name("fields"),
            rest_name = S::name("rest"),
            all_groups = S::all_groups(self),
            matched = S::numbered(&self.number_of_all(&tag), &number, &from),
        )
    }

    /// Returns an expression for the number of the expression that matches: of those for the tag, or of those for texts
    /// without a tag.
    fn number_of_all(&self, tag: &str) -> String {
        let tagged = self.tagged.iter();
        let tagged =
            tagged.map(|(rule, all)| format!("{tag} = {} THEN {}", S::string(&rule.message.tag), self.number(all)));
        let tagged = ["CASE".to_owned()].into_iter().chain(tagged).collect::<Vec<_>>().join("\n  WHEN ");
        match (self.tagged.is_empty(), self.untagged.is_empty()) {
            (true, _) => self.number(self.untagged.iter().map(|(_, it)| it)),
            (false, true) => format!("{tagged}\n  END"),
            (false, false) => {
                let untagged = self.number(self.untagged.iter().map(|(_, it)| it));
                format!("{tagged}\n  ELSE {untagged}\n  END")
            }
        }
    }

    /// Returns an expression for the tag.
    fn tag_of(&self, tag: &str, number: &str) -> String {
        let mut tags: Vec<(&str, Vec<String>)> = Vec::new();
        for (rule, numbered) in &self.untagged {
            push(&mut tags, &rule.message.tag, numbered.number);
        }
        when::<S>(number, &tags, tag)
    }

    /// Returns an expression for the severity or for the facility: the most frequent one for all numbers that the others do
    /// not have.
    fn keyword(&self, number: &str, of: impl Fn(&'r Rule<'r>) -> &'r str) -> String {
        let mut keywords: Vec<(&str, Vec<String>)> = Vec::new();
        for (rule, numbered) in self.expressions() {
            push(&mut keywords, of(rule), numbered.number);
        }
        keywords.sort_by_key(|(_, numbers)| std::cmp::Reverse(numbers.len()));
        let Some(((most, _), others)) = keywords.split_first() else { return S::null().to_owned() };
        when::<S>(number, others, &S::string(most))
    }
}

/// Adds a number to those of a word.
fn push<'w>(words: &mut Vec<(&'w str, Vec<String>)>, word: &'w str, number: usize) {
    match words.iter_mut().find(|(other, _)| *other == word) {
        Some((_, numbers)) => numbers.push(number.to_string()),
        None => words.push((word, vec![number.to_string()])),
    }
}

/// Returns an expression for the word that belongs to a number.
fn when<S: Sql>(number: &str, words: &[(&str, Vec<String>)], other: &str) -> String {
    let cases = words
        .iter()
        .map(|(word, numbers)| format!("\n    WHEN {number} IN ({}) THEN {}", numbers.join(", "), S::string(word)));
    let cases: String = cases.collect();
    if cases.is_empty() { other.to_owned() } else { format!("CASE{cases}\n    ELSE {other}\n  END") }
}
