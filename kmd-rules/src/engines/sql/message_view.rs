//! The view of a message.

use std::fmt::Write as _;

use super::catalog::{Catalog, Numbered, Sql};
use crate::rule::Rule;

impl<S: Sql> Catalog<'_, S> {
    /// Returns a view of each message.
    pub(super) fn message_views(&self) -> String {
        let mut text = String::new();
        let number = self.helper("number");
        for (rule, all) in &self.tagged {
            let head = S::starts_with(&S::string(&format!("{}:", rule.message.tag)));
            let used = self.used(all);
            let from = format!("FROM {}\nWHERE {head}", S::source(&used));
            let matched = S::numbered(&self.number(all), &number, &from);
            text += &self.message_view(rule, &all.iter().collect::<Vec<_>>(), &matched, S::source_columns(&used));
        }
        if self.untagged.is_empty() {
            return text;
        }
        // A text belongs to the first message that matches, so the views of these messages share a view.
        let tags = self.tagged.iter().map(|(rule, _)| S::string(&rule.message.tag)).collect::<Vec<_>>();
        let condition = if tags.is_empty() {
            String::new()
        } else {
            format!("\nWHERE {} NOT IN (\n  {}\n)", S::tag(), tags.join(",\n  "))
        };
        let used = self.used(self.untagged.iter().map(|(_, it)| it));
        let from = format!("FROM {}{condition}", S::source(&used));
        let _ = write!(
            text,
            "\n-- The lines of the messages without a tag, with the number of an expression.\n\
             {create} {} AS\n{}{};\n",
            self.untagged_lines(),
            S::with(&used),
            S::numbered(&self.number(self.untagged.iter().map(|(_, it)| it)), &number, &from),
            create = S::CREATE,
        );
        let mut rules: Vec<&Rule<'_>> = Vec::new();
        for (rule, _) in &self.untagged {
            if !rules.iter().any(|other| other.message.tag == rule.message.tag) {
                rules.push(rule);
            }
        }
        for rule in rules {
            let own = self.untagged.iter().filter(|(other, _)| other.message.tag == rule.message.tag);
            let own: Vec<&Numbered<'_>> = own.map(|(_, numbered)| numbered).collect();
            let matched = format!("SELECT *\nFROM {}", self.untagged_lines());
            text += &self.message_view(rule, &own, &matched, S::source_columns(&used));
        }
        text
    }

    fn message_view(&self, rule: &Rule<'_>, all: &[&Numbered<'_>], matched: &str, mut helpers: Vec<String>) -> String {
        let number = self.helper("number");
        helpers.push(number.clone());
        let mut groups = String::new();
        for numbered in all.iter().filter(|numbered| !numbered.regex.groups.is_empty()) {
            let column = self.groups_column(numbered);
            let regex = self.regex(&numbered.regex.text);
            let is_used = format!("{number} = {}", numbered.number);
            let _ = write!(groups, ",\n  {} AS {column}", S::groups(&is_used, &regex, &numbered.regex.groups));
            helpers.push(column);
        }
        let columns = [String::new()].into_iter().chain(self.columns(rule, all)).collect::<Vec<_>>().join(",\n  ");
        let numbers = all.iter().map(|numbered| numbered.number.to_string()).collect::<Vec<_>>().join(", ");
        format!(
            "\n-- {tag} ({severity}, {facility}): {template}\n{create} {view} AS\n{with}\
             SELECT * {except} ({helpers}){columns}\nFROM (\nSELECT *{groups}\nFROM (\n{matched}\n) AS matched\n\
             WHERE {number} IN ({numbers})\n) AS found;\n",
            tag = rule.message.tag,
            severity = rule.message.severity.name,
            facility = rule.message.facility.name,
            template = S::comment(&rule.message.template),
            view = self.view(rule),
            with = S::with(&self.used(all.iter().copied())),
            create = S::CREATE,
            except = S::EXCEPT,
            helpers = helpers.join(", "),
        )
    }
}
