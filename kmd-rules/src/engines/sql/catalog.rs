//! What an engine that reads SQL defines, and the expressions of a catalog with their numbers.

use std::marker::PhantomData;

use kmd_catalog::Model;

use crate::conversion::Integer;
use crate::dialect::Dialect;
use crate::engine::Engine;
use crate::expression::{Group, Regex};
use crate::options::Options;
use crate::rule::{Expression, Rule};

/// An engine that reads SQL.
pub(crate) trait Sql {
    /// The engine.
    const ENGINE: Engine;
    /// Its regular expressions, with numbers for the groups.
    const DIALECT: Dialect;
    /// How to install the file.
    const INSTALL: &'static str;
    /// How to test the file.
    const TEST: &'static str;
    /// The words before the name of a view.
    const CREATE: &'static str = "CREATE OR REPLACE VIEW";
    /// The word before the columns that `*` leaves out.
    const EXCEPT: &'static str;

    /// Returns a name in quotes.
    fn name(name: &str) -> String;

    /// Returns a string literal.
    fn string(text: &str) -> String;

    /// Returns a string literal for a regular expression.
    fn regex(text: &str) -> String;

    /// Returns a text for a comment.
    fn comment(text: &str) -> String {
        text.chars().map(|char| if char.is_control() { '\u{fffd}' } else { char }).collect()
    }

    /// Returns the statements before the views, for the names and the expressions of the addresses.
    fn before(_constants: &[(String, String)]) -> String {
        String::new()
    }

    /// Returns the beginning of a view that uses the names of addresses.
    fn with(_constants: &[(String, String)]) -> String {
        String::new()
    }

    /// Returns what the innermost query reads.
    fn source(_constants: &[(String, String)]) -> String {
        "logs".to_owned()
    }

    /// Returns the columns that the source adds.
    fn source_columns(_constants: &[(String, String)]) -> Vec<String> {
        Vec::new()
    }

    /// Returns a use of the name of an address.
    fn constant(name: &str) -> String;

    /// Returns the condition that the text of a message matches a regular expression.
    fn matches(regex: &str) -> String;

    /// Returns the condition that the text of a message begins with a string.
    fn starts_with(literal: &str) -> String;

    /// Returns the text of a message up to the first colon.
    fn tag() -> &'static str;

    /// Returns the query that adds a column with the number of the matching expression, and has only the lines with one.
    fn numbered(number: &str, column: &str, from: &str) -> String {
        format!("SELECT *, {number} AS {column}\n{from}")
    }

    /// Returns the groups of a regular expression. For lines of another number, they can be anything.
    fn groups(is_used: &str, regex: &str, groups: &[Group]) -> String;

    /// Returns a group. The index counts from 0.
    fn group(groups: &str, index: usize) -> String;

    /// Returns an integer. The text has only the digits, without the prefix.
    fn integer(text: &str, integer: Integer, type_name: &str) -> String;

    /// Returns the name of the type of an integer.
    fn integer_type(least: i128, greatest: i128) -> &'static str;

    /// Returns a string, or NULL if it is a word.
    fn unless(text: &str, word: &str) -> String {
        format!("nullif({text}, {word})")
    }

    /// Returns a floating-point number.
    fn number(text: &str) -> String;

    /// Returns a boolean.
    fn boolean(text: &str) -> String {
        format!("{text} = 'true'")
    }

    /// Returns an expression for a string that no line has.
    fn null() -> &'static str {
        "NULL"
    }

    /// Returns the groups of all messages as one column.
    fn all_groups(catalog: &Catalog<'_, Self>) -> String
    where
        Self: Sized;

    /// Returns the names and the texts of the values, and the rest, from that column.
    fn fields(catalog: &Catalog<'_, Self>, groups: &str) -> [String; 2]
    where
        Self: Sized;
}

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
