//! The typed columns of a message.

use super::catalog::{Catalog, Numbered, Sql};
use crate::conversion::{Conversion, Integer};
use crate::expression::Group;
use crate::rule::{Part, Rule};

impl<S: Sql> Catalog<'_, S> {
    /// Returns the name of the column with the groups of an expression.
    pub(crate) fn groups_column(&self, numbered: &Numbered<'_>) -> String {
        self.helper(&format!("groups_{}", numbered.number))
    }

    /// Returns the columns of a message: an expression and a name for each.
    pub(super) fn columns(&self, rule: &Rule<'_>, all: &[&Numbered<'_>]) -> Vec<String> {
        let values = rule.names.iter().enumerate().map(|(index, _)| {
            let of = |numbered: &Numbered<'_>| self.value(rule, numbered, index);
            format!("{} AS {}", self.choose(all, of), S::name(&column(rule.name(index))))
        });
        let rest = |numbered: &Numbered<'_>| {
            let index = numbered.regex.groups.iter().position(|group| *group == Group::Rest)?;
            Some(S::unless(&S::group(&self.groups_column(numbered), index), "''"))
        };
        values.chain([format!("{} AS {}", self.choose(all, rest), S::name("rest"))]).collect()
    }

    /// Returns the value that belongs to the number of a line.
    fn choose(&self, all: &[&Numbered<'_>], of: impl Fn(&Numbered<'_>) -> Option<String>) -> String {
        let values: Vec<_> = all.iter().map(|numbered| (numbered.number, of(numbered))).collect();
        match &*values {
            [(_, Some(value))] => return value.clone(),
            values if values.iter().all(|(_, value)| value.is_none()) => return S::null().to_owned(),
            _ => {}
        }
        let number = self.helper("number");
        let cases = values.into_iter().filter_map(|(it, value)| Some(format!(" WHEN {number} = {it} THEN {}", value?)));
        format!("CASE{} END", cases.collect::<String>())
    }

    /// Returns the value of a field, or `None` if it is absent.
    fn value(&self, rule: &Rule<'_>, numbered: &Numbered<'_>, index: usize) -> Option<String> {
        let field = rule.message.fields.get(index)?;
        let Some(position) = numbered.regex.groups.iter().position(|group| *group == Group::Field(index)) else {
            return numbered.expression.empty.contains(&index).then(|| "''".to_owned());
        };
        let format = numbered.expression.parts.iter().find_map(|part| match part {
            Part::Value(field, format, _) if *field == index => Some(*format),
            _ => None,
        })?;
        let mut text = S::group(&self.groups_column(numbered), position);
        if let Some(absent) = &field.absent {
            text = S::unless(&text, &S::string(absent));
        }
        Some(match Conversion::new(field, format) {
            Conversion::Text => text,
            Conversion::Number => S::number(&text),
            Conversion::Boolean => S::boolean(&text),
            Conversion::Integer(integer) => {
                let Integer { least, greatest, prefix, .. } = integer;
                if !prefix.is_empty() {
                    text = format!("substring({text}, {})", prefix.len() + 1);
                }
                S::integer(&text, integer, S::integer_type(least, greatest))
            }
        })
    }
}

/// Returns the name of a column. The column of the text itself passes through.
pub(crate) fn column(name: &str) -> String {
    if name == "message" { "message_".to_owned() } else { name.to_owned() }
}
