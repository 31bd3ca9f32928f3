//! The expressions of a catalog with their numbers.

use std::marker::PhantomData;

use kmd_catalog::Model;

use super::Sql;
use crate::expression::Regex;
use crate::options::Options;
use crate::rule::{Expression, Rule};

/// A catalog for an engine.
pub(crate) struct Catalog<'r, S> {
    pub(crate) model: &'r Model,
    pub(crate) namespace: String,
    /// The expressions of the messages with a tag in the order of the catalog.
    pub(crate) tagged: Vec<(&'r Rule<'r>, Vec<Numbered<'r>>)>,
    /// The expressions of the messages without a tag in the order in which they are tried.
    pub(crate) untagged: Vec<(&'r Rule<'r>, Numbered<'r>)>,
    engine: PhantomData<S>,
}

/// An expression with its number.
pub(crate) struct Numbered<'r> {
    pub(crate) number: usize,
    pub(crate) expression: &'r Expression,
    pub(crate) regex: Regex,
}

impl<'r, S: Sql> Catalog<'r, S> {
    pub(super) fn new(lowered: &'r [Rule<'r>], model: &'r Model, options: &Options) -> Self {
        let mut number = 0;
        let mut numbered = |rule: &Rule<'_>, expression: &'r Expression| {
            number += 1;
            Numbered { number, expression, regex: rule.regex(expression, S::DIALECT) }
        };
        let tagged = lowered.iter().filter(|rule| rule.message.is_tagged);
        let tagged =
            tagged.map(|rule| (rule, rule.expressions.iter().map(|it| numbered(rule, it)).collect())).collect();
        let untagged = Rule::untagged(lowered).into_iter();
        let untagged = untagged.map(|(rule, expression)| (rule, numbered(rule, expression))).collect();
        Self { model, namespace: options.namespace(model), tagged, untagged, engine: PhantomData }
    }

    /// Returns all expressions with their messages, in the order of their numbers.
    pub(crate) fn expressions(&self) -> impl Iterator<Item = (&'r Rule<'r>, &Numbered<'r>)> {
        let tagged = self.tagged.iter().flat_map(|(rule, all)| all.iter().map(move |numbered| (*rule, numbered)));
        tagged.chain(self.untagged.iter().map(|(rule, numbered)| (*rule, numbered)))
    }

    /// Returns the name of a column or a view with the namespace.
    pub(crate) fn helper(&self, name: &str) -> String {
        quoted::<S>(&format!("{}_{name}", self.namespace))
    }

    /// Returns the name of the view of all events.
    pub(crate) fn events(&self) -> String {
        self.helper("events")
    }

    /// Returns the name of the view of the lines without a tag.
    pub(crate) fn untagged_lines(&self) -> String {
        self.helper("untagged")
    }

    /// Returns the name of the view of a message. A name that the catalog's own views have gets a `_` at its end.
    pub(crate) fn view(&self, rule: &Rule<'_>) -> String {
        let tag = rule.message.tag.strip_prefix(&self.model.prefix).unwrap_or(&rule.message.tag).to_lowercase();
        let end = if ["_events", "_untagged"].contains(&&*tag) { "_" } else { "" };
        quoted::<S>(&format!("{}{tag}{end}", self.namespace))
    }

    /// Returns an expression for the number of the first regular expression that matches.
    pub(crate) fn number<'n>(&self, all: impl IntoIterator<Item = &'n Numbered<'n>>) -> String {
        let when = |it: &Numbered<'_>| format!("WHEN {} THEN {}", S::matches(&self.regex(&it.regex.text)), it.number);
        let all: Vec<String> = all.into_iter().map(when).collect();
        format!("CASE {} END", all.join("\n    "))
    }
}

/// Returns a name in quotes if it needs them. With a namespace, a name is not a keyword.
fn quoted<S: Sql>(name: &str) -> String {
    let is_plain = name.starts_with(|char: char| char.is_ascii_lowercase())
        && name.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_');
    if is_plain { name.to_owned() } else { S::name(name) }
}
