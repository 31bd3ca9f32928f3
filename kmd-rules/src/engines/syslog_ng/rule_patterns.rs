//! Patterns for the expressions of a message.

use super::database::Database;
use super::lookahead::{End, can_be_empty, is_used_again};
use crate::escape::escape;
use crate::pattern::{Boundary, takes_any_text};
use crate::rule::{Expression, Part, Rule};

/// A pattern.
pub(super) struct Pattern<'r> {
    pub(super) text: String,
    pub(super) expression: &'r Expression,
    /// The fields whose value is an empty string if the pattern does not set them.
    pub(super) empty: Vec<usize>,
}

/// Returns the patterns for expressions of a message, in their order.
pub(super) fn patterns<'r>(rule: &Rule<'_>, of: &[&'r Expression], database: &Database<'_>) -> Vec<Pattern<'r>> {
    let is_checked = !splits_check(rule, of, database);
    of.iter().flat_map(|expression| of_expression(rule, expression, is_checked, database)).collect()
}

/// Returns whether the first value of each expression checks the whole text, so that no parser before it has to.
///
/// At a place in a text, syslog-ng tries a literal before parsers, and parsers in the order of the file. So the texts
/// before the first values have to be the same.
fn splits_check(rule: &Rule<'_>, of: &[&Expression], database: &Database<'_>) -> bool {
    if !rule.message.is_tagged {
        return false;
    }
    if let [Expression { parts, rest: Some(Boundary::None), .. }] = of {
        if parts.iter().all(|part| matches!(part, Part::Literal(text) if !text.starts_with(' '))) {
            return true;
        }
    }
    let heads: Option<Vec<&str>> = of
        .iter()
        .map(|expression| match &*expression.parts {
            [Part::Literal(head), Part::Value(field, ..), ..] if !head.starts_with(' ') => {
                let field = rule.message.fields.get(*field)?;
                takes_any_text(field, database.model).then_some(&**head)
            }
            _ => None,
        })
        .collect();
    heads.is_some_and(|heads| heads.windows(2).all(|pair| pair[0] == pair[1]))
}

/// Returns the patterns of an expression. Since syslog-ng tries no parser at the end of a text, there is a pattern for
/// each number of values at the end that can be empty.
fn of_expression<'r>(
    rule: &Rule<'_>,
    expression: &'r Expression,
    is_checked: bool,
    database: &Database<'_>,
) -> Vec<Pattern<'r>> {
    let mut text = if rule.message.is_tagged {
        let check = if is_checked { format!("(?={})", rule.whole(expression)) } else { String::new() };
        format!("{}:{}", literal(&rule.message.tag), parser("PCRE", "", &format!(" {check}")))
    } else {
        let exclusion = exclusion(expression, &database.tags);
        parser("PCRE", "", &format!("{exclusion}(?={})", rule.whole(expression)))
    };
    let first_open = first_open(rule, expression, database);
    let mut texts = Vec::new();
    if first_open == 0 {
        // There is no text after the tag, so there is no parser for the space, either.
        if rule.message.is_tagged {
            texts.push(format!("{}:", literal(&rule.message.tag)));
        }
        texts.push(text.clone());
    }
    let mut is_taken = false;
    for (at, part) in expression.parts.iter().enumerate() {
        let piece = match part {
            // An `ESTRING` takes the text after the value, too.
            Part::Literal(_) if std::mem::take(&mut is_taken) => String::new(),
            Part::Literal(text) => literal(text),
            Part::Value(field, _, value) => {
                let name = format!("{}.{}", database.namespace, rule.name(*field));
                match rule.end(expression, at, database.model) {
                    End::Text => parser("ANYSTRING", &name, ""),
                    End::First(literal) if !literal.contains('@') => {
                        is_taken = true;
                        format!("@ESTRING:{name}:{literal}@")
                    }
                    End::First(literal) => parser("PCRE", &name, &format!(".*?(?={})", escape(&literal))),
                    End::Port(after) => parser("PCRE", &name, &format!("[0-9A-Fa-f:.]+(?=:[0-9]+{after})")),
                    End::Rest(rest) if is_used_again(expression, at) => {
                        parser("PCRE", &name, &format!("({value})(?={rest})"))
                    }
                    End::Rest(rest) => parser("PCRE", &name, &format!("{value}(?={rest})")),
                }
            }
            Part::Again(.., value) | Part::Reformatted(.., value) => {
                parser("PCRE", "", &format!("{value}(?={})", rule.after(expression, at)))
            }
        };
        text += &piece;
        if at + 1 >= first_open {
            texts.push(text.clone());
        }
    }
    if expression.rest.is_some() {
        if rule.needs_rest(expression) {
            texts.clear();
        }
        texts.push(text + &parser("ANYSTRING", &format!("{}.rest", database.namespace), ""));
    }
    // The longest first, which an operator reads first. syslog-ng prefers the longest in any order.
    texts.reverse();
    let mut empty = expression.empty.clone();
    empty.extend(expression.parts.iter().enumerate().skip(first_open).filter_map(|(_, part)| match part {
        Part::Value(field, ..) => Some(*field),
        _ => None,
    }));
    empty.sort_unstable();
    texts.into_iter().map(|text| Pattern { text, expression, empty: empty.clone() }).collect()
}

/// Returns the index of the first part from which on the parts and the rest can be empty.
fn first_open(rule: &Rule<'_>, expression: &Expression, database: &Database<'_>) -> usize {
    let last_fixed = expression.parts.iter().rposition(|part| match part {
        Part::Literal(_) => true,
        Part::Value(field, ..) | Part::Again(field, ..) | Part::Reformatted(field, ..) => {
            rule.message.fields.get(*field).is_none_or(|field| !can_be_empty(field, database.model))
        }
    });
    last_fixed.map_or(0, |at| at + 1)
}

/// Returns an expression that fails for a text with a tag of the catalog, if the expression could match such a text.
fn exclusion(expression: &Expression, tags: &[&str]) -> String {
    let could_match = |tag: &str| match expression.parts.first() {
        Some(Part::Literal(text)) => tag.starts_with(&**text) || text.starts_with(tag),
        _ => true,
    };
    let tags: Vec<&str> = tags.iter().copied().filter(|tag| could_match(tag)).collect();
    if tags.is_empty() { String::new() } else { format!("(?!(?:{}):)", tags.join("|")) }
}

/// Returns a parser. It has no escape for `@`, but its regular expression has one.
fn parser(kind: &str, name: &str, argument: &str) -> String {
    // The library limits the size of a compiled expression, and a class is large.
    let argument = argument.replace('@', r"\x40").replace("[0-9]", r"\d");
    // A dot is for a line break, too.
    let flag = if argument.contains(".*") { "(?s)" } else { "" };
    if argument.is_empty() { format!("@{kind}:{name}@") } else { format!("@{kind}:{name}:{flag}{argument}@") }
}

/// Returns a text as literal text of a pattern.
fn literal(text: &str) -> String {
    text.replace('@', "@@")
}
