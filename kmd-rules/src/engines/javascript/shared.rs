//! The parts of expressions that many messages have. The table has each once.

use std::collections::BTreeMap;

use kmd_catalog::model::{Field, Model};

use super::literal::string;
use super::value;
use crate::pattern::{self, Boundary};
use crate::rule::{Part, Rule};

/// A shorter expression is not longer than its name.
const MIN_LEN: usize = 16;

/// Expressions with names.
pub(super) struct Shared {
    /// The names by the expressions.
    names: BTreeMap<String, String>,
    /// The names and the expressions, each after those that it uses.
    all: Vec<(String, String)>,
}

impl Shared {
    /// Returns the addresses, the rests of texts, and the expressions for values that occur at least twice.
    pub(super) fn new(rules: &[Rule<'_>], model: &Model) -> Self {
        let mut uses: BTreeMap<String, usize> = BTreeMap::new();
        let mut values = Vec::new();
        for (field, value) in rules.iter().flat_map(|rule| self::values(rule)) {
            let uses = uses.entry(value.clone()).or_default();
            *uses += 1;
            if *uses == 2 && value.len() >= MIN_LEN {
                values.push((name(field, model), value));
            }
        }
        let mut shared = Self { names: BTreeMap::new(), all: Vec::new() };
        shared.add("ipv4", pattern::v4());
        shared.add("ipv6", pattern::v6());
        for (name, value) in values {
            shared.add(&name, value);
        }
        shared.add("after_word", Boundary::Word.rest().to_owned());
        shared.add("after_colons", Boundary::Colon.rest().to_owned());
        shared
    }

    fn add(&mut self, name: &str, expression: String) {
        if self.names.contains_key(&expression) {
            return;
        }
        let mut unique = name.to_owned();
        let mut number = 1;
        while self.all.iter().any(|(other, _)| *other == unique) {
            number += 1;
            unique = format!("{name}_{number}");
        }
        self.all.push((unique.clone(), self.of(&expression)));
        self.names.insert(expression, unique);
    }

    /// Returns an expression in which names take the place of what is shared.
    pub(super) fn of(&self, expression: &str) -> String {
        if let Some(name) = self.names.get(expression) {
            return reference(name);
        }
        // The expression for IPv6 contains the one for IPv4.
        let addresses = [pattern::v6(), pattern::v4()];
        addresses.iter().fold(expression.to_owned(), |text, address| match self.names.get(address) {
            Some(name) => text.replace(address, &reference(name)),
            None => text,
        })
    }

    /// Returns the lines of an object with the expressions that the rows of the table use.
    pub(super) fn definitions(&self, rows: &str) -> String {
        let mut definitions = String::new();
        for (name, expression) in self.all.iter().rev() {
            let reference = reference(name);
            if rows.contains(&reference) || definitions.contains(&reference) {
                definitions = format!("  {name}: {},\n{definitions}", string(expression));
            }
        }
        definitions
    }
}

/// Returns the use of a shared expression. No other expression has this, since literals are escaped.
fn reference(name: &str) -> String {
    format!("(?&{name})")
}

/// Returns the expressions for the values of a message that are not any text, with their fields.
fn values<'r>(rule: &'r Rule<'_>) -> impl Iterator<Item = (&'r Field, String)> {
    let parts = rule.expressions.iter().flat_map(|expression| &expression.parts);
    parts.filter_map(|part| match part {
        Part::Value(index, format, value) | Part::Reformatted(index, format, value) => {
            let field = rule.message.fields.get(*index)?;
            Some((field, value::value(field, *format, value)))
        }
        Part::Again(..) | Part::Literal(_) => None,
    })
}

/// Returns a name for the values of a field: its type, or its enum.
fn name(field: &Field, model: &Model) -> String {
    let enumeration = field.enumeration.and_then(|index| model.enums.get(index));
    match enumeration {
        Some(enumeration) => enumeration.name.to_lowercase(),
        None => field.field_type.as_str().to_lowercase(),
    }
}
