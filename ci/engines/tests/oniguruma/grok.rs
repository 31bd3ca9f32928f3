//! Grok: a regular expression with named patterns, `%{NAME}` and `%{NAME:field:type}`.

use std::collections::HashMap;

use onig::{Regex, RegexOptions, Syntax};

/// A compiled expression, and the field and the type of each group.
pub struct Grok {
    regex: Regex,
    captures: Vec<(String, Option<String>)>,
}

impl Grok {
    /// Expands the patterns and compiles the expression, without options as in Elasticsearch. Logstash sets the one for
    /// dots, which the expressions set themselves.
    pub fn new(expression: &str, patterns: &HashMap<String, String>) -> Self {
        let mut text = String::new();
        let mut captures = Vec::new();
        let mut rest = expression;
        while let Some((before, after)) = rest.split_once("%{") {
            let (reference, after) = after.split_once('}').expect("the end of a pattern");
            let mut parts = reference.splitn(3, ':');
            let name = parts.next().expect("a name");
            let pattern = patterns.get(name).unwrap_or_else(|| panic!("no pattern {name}"));
            assert!(!pattern.contains("%{"), "{pattern}");
            text += before;
            text += &match parts.next() {
                None => format!("(?:{pattern})"),
                Some(field) => {
                    captures.push((field.to_owned(), parts.next().map(str::to_owned)));
                    format!("(?<g{}>{pattern})", captures.len())
                }
            };
            rest = after;
        }
        text += rest;
        let regex = Regex::with_options(&text, RegexOptions::REGEX_OPTION_NONE, Syntax::ruby()).expect(&text);
        Self { regex, captures }
    }

    /// Returns the field, the type and the text of each group.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Vec<(&str, Option<&str>, &'t str)>> {
        let captures = self.regex.captures(text)?;
        let groups = self.captures.iter().enumerate().map(|(index, (field, type_name))| {
            (&**field, type_name.as_deref(), captures.at(index + 1).expect("a group of each match"))
        });
        Some(groups.collect())
    }
}
