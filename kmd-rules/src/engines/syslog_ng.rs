//! Pattern database of syslog-ng with examples.
//!
//! A pattern is a chain of literals and parsers. A parser takes one part of the text and does not
//! backtrack, so it looks ahead at the rest of the text to end where the parser of `kmd-events` does.

mod database;
mod db_parser;
mod limits;
mod lookahead;
mod rule_patterns;
mod test_messages;
mod xml;

use std::collections::HashMap;
use std::fmt::Write as _;

use kmd_catalog::Model;

use self::database::Database;
use self::limits::limits;
use self::rule_patterns::{Pattern, patterns};
use self::xml::xml;
use crate::engine::Engine;
use crate::fidelity::Fidelity;
use crate::head::Head;
use crate::options::Options;
use crate::rule::{Expression, Rule};
use crate::rules::{RuleFile, Rules};

pub(crate) fn rules(lowered: &[Rule<'_>], model: &Model, options: &Options) -> Rules {
    let fidelity: Vec<Fidelity> =
        lowered.iter().map(|rule| Fidelity { tag: rule.message.tag.clone(), limits: limits(rule, model) }).collect();
    let tags = lowered.iter().filter(|rule| rule.message.is_tagged).map(|rule| &*rule.message.tag).collect();
    let database = Database { model, namespace: options.namespace(model), tags };
    let configuration = db_parser::configuration(&database, lowered, options, &fidelity);
    let name = |extension| format!("{}.{extension}", database.namespace);
    let files = vec![
        RuleFile { name: name("xml"), text: database.file(lowered, options, &fidelity) },
        RuleFile { name: name("conf"), text: configuration },
    ];
    Rules { files, fidelity }
}

impl Database<'_> {
    /// Returns the file with the patterns.
    fn file(&self, lowered: &[Rule<'_>], options: &Options, fidelity: &[Fidelity]) -> String {
        let namespace = &self.namespace;
        let head = Head {
            engine: Engine::SyslogNg,
            model: self.model,
            options,
            fidelity,
            install: &format!(
                "Copy this file to /etc/syslog-ng and {namespace}.conf to /etc/syslog-ng/conf.d, and add \
                 `parser(p_{namespace});`\nto the log path of the messages. Tried with syslog-ng 3.38.\nThe first \
                 <pattern> matches ${{PROGRAM}}. A message that no rule matches has the class `unknown`."
            ),
            test: &format!(
                "pdbtool test {namespace}.xml\nIf several wordings of a message match a text, pdbtool reports a conflict, \
                 and syslog-ng uses the first rule.\nAll values are strings. An integer has the decimal digits of the \
                 line, and a boolean is `true` or `false`."
            ),
        };
        let mut file =
            "<?xml version='1.0' encoding='UTF-8'?>\n<patterndb version='5' pub_date='1970-01-01'>\n".to_owned();
        let _ = writeln!(file, "<ruleset name='{}' id='{}'>", xml(namespace), xml(&format!("{namespace}-events")));
        let _ = writeln!(file, "<description>");
        for line in head.lines() {
            let _ = writeln!(file, "{}", xml(&line));
        }
        let _ = writeln!(file, "</description>");
        // A literal would also match the beginning of the name of another program.
        let process = crate::escape::escape(&self.model.process).replace('@', r"\x40");
        let _ = writeln!(file, r"<patterns><pattern>@PCRE::{}\z@</pattern></patterns>", xml(&process));
        let _ = writeln!(file, "<rules>");
        for rule in lowered.iter().filter(|rule| rule.message.is_tagged) {
            self.message(&mut file, rule, &rule.expressions.iter().collect::<Vec<_>>(), 0);
        }
        // Patterns are tried in the order of the file. Those without a tag are in the order of their phases.
        let untagged = Rule::untagged(lowered);
        let mut written: HashMap<&str, usize> = HashMap::new();
        for run in untagged.chunk_by(|(one, _), (other, _)| std::ptr::eq(*one, *other)) {
            let Some((rule, _)) = run.first() else { continue };
            let expressions: Vec<_> = run.iter().map(|(_, expression)| *expression).collect();
            let before = written.entry(&rule.message.tag).or_default();
            *before += self.message(&mut file, rule, &expressions, *before);
        }
        file + "</rules>\n</ruleset>\n</patterndb>\n"
    }

    /// Writes the rules of a message and returns their number: one, or one for each set of values that are empty if the
    /// text does not have them. `before` is the number of rules of the message before them.
    fn message(&self, file: &mut String, rule: &Rule<'_>, of: &[&Expression], before: usize) -> usize {
        let patterns = patterns(rule, of, self);
        let examples = rule.examples_by_expression(self.model);
        let _ = writeln!(file, "\n<!-- {} -->", rule.message.tag);
        let mut number = before;
        for group in patterns.chunk_by(|one, other| one.empty == other.empty) {
            let Some(Pattern { empty, .. }) = group.first() else { continue };
            number += 1;
            let id = if number == 1 { String::new() } else { format!("/{number}") };
            let id = format!("{}{id}", rule.message.tag);
            let _ = writeln!(file, "<rule provider='kmd-events' id='{}' class='system'>", xml(&id));
            if number == 1 {
                let _ = writeln!(file, "<description>{}</description>", xml(&rule.message.template));
            }
            let _ = writeln!(file, "<patterns>");
            for pattern in group {
                let _ = writeln!(file, "<pattern>{}</pattern>", xml(&pattern.text));
            }
            let _ = writeln!(file, "</patterns>");
            let is_read = |by: &Expression| group.iter().any(|pattern| std::ptr::eq(pattern.expression, by));
            let read: Vec<_> = examples.iter().filter(|(by, _)| is_read(by)).map(|(_, example)| example).collect();
            test_messages::write(file, &read, rule, self);
            let _ = writeln!(file, "<values>");
            let about = [
                ("tag", &*rule.message.tag),
                ("severity", rule.message.severity.name),
                ("facility", rule.message.facility.name),
            ];
            for (name, value) in about {
                self.value(file, name, value);
            }
            for &field in empty {
                // Sets the value to an empty string if the pattern does not.
                let name = rule.name(field);
                self.value(file, name, &format!("${{{}.{name}}}", self.namespace));
            }
            let _ = writeln!(file, "</values>\n</rule>");
        }
        number - before
    }

    fn value(&self, file: &mut String, name: &str, value: &str) {
        let _ = writeln!(file, "<value name='{}.{}'>{}</value>", xml(&self.namespace), xml(name), xml(value));
    }
}
