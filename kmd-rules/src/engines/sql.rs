//! The common parts of the engines that read SQL: a view of all events, and a view of each message with typed columns.
//!
//! A view has nested queries, because no engine can name a value inside an expression. An inner query finds the number of
//! the expression that matches, the next one finds its groups, and the outer one finds the values. An engine evaluates only
//! the branch of a `CASE` that a line needs. ClickHouse takes twice as long for `CASE x WHEN y` as for `CASE WHEN x = y`.

mod catalog;
mod columns;
mod message_view;
mod overview;
mod patterns;

use kmd_catalog::Model;

pub(crate) use self::catalog::{Catalog, Numbered};
use crate::conversion::Integer;
use crate::dialect::Dialect;
use crate::engine::Engine;
use crate::expression::Group;
use crate::fidelity::Fidelity;
use crate::head::Head;
use crate::options::Options;
use crate::rule::Rule;
use crate::rules::{RuleFile, Rules};

/// An engine that reads SQL.
pub(crate) trait Sql {
    /// The engine.
    const ENGINE: Engine;
    /// The dialect of its regular expressions, with numbers for the groups.
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

    /// Returns the source of the innermost query.
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

/// Returns the views for a catalog.
pub(crate) fn rules<S: Sql>(lowered: &[Rule<'_>], model: &Model, options: &Options) -> Rules {
    let fidelity: Vec<Fidelity> = lowered
        .iter()
        .map(|rule| Fidelity { tag: rule.message.tag.clone(), limits: rule.limits(model, S::DIALECT.compares) })
        .collect();
    let catalog = Catalog::<S>::new(lowered, model, options);
    let name = format!("{}.{}.sql", catalog.namespace, S::ENGINE.as_str());
    let file = |text: &str| {
        text.replace("{file}", &name).replace("{view}", &catalog.events()).replace("{process}", &model.process)
    };
    let (install, test) = (file(S::INSTALL), file(S::TEST));
    let head = Head { engine: S::ENGINE, model, options, fidelity: &fidelity, install: &install, test: &test };
    let mut text = head.comment("--").replace(|char: char| char.is_control() && char != '\n', "\u{fffd}");
    text += &S::before(&catalog.constants());
    text += &catalog.overview();
    text += &catalog.message_views();
    Rules { files: vec![RuleFile { name, text }], fidelity }
}
