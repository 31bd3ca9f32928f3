//! Operators: a router by tag, and for each message those that read its texts and name the values.

use std::fmt::Write as _;

use kmd_catalog::Model;

use super::attributes::{attribute, batch_of, string, wording_group};
use crate::dialect::Dialect;
use crate::rule::{Expression, Rule};
use crate::yaml::{is_printable, scalar};

/// Writes operators.
struct Writer<'a> {
    namespace: &'a str,
}

/// Returns the list of operators.
pub(super) fn operators(lowered: &[Rule<'_>], model: &Model, namespace: &str) -> String {
    let writer = Writer { namespace };
    let (tagged, untagged) = (|| lowered.iter().filter(|rule| rule.message.is_tagged), Rule::untagged(lowered));
    let end = format!("{namespace}_end");
    let mut text = format!(
        "- type: router\n  id: {namespace}_router\n  routes:\n    - expr: {}\n      output: {end}\n",
        scalar("type(attributes.message) != \"string\"")
    );
    for rule in tagged() {
        let begins = format!("attributes.message startsWith {}", string(&format!("{}:", rule.message.tag)));
        let _ = writeln!(text, "    - expr: {}\n      output: {}", scalar(&begins), writer.id(rule, 1));
    }
    let default = if untagged.is_empty() { end.clone() } else { format!("{namespace}_untagged") };
    let _ = writeln!(text, "  # Without a default, other texts would be dropped.\n  default: {default}");
    for rule in tagged() {
        text += &writer.tagged(rule);
    }
    if !untagged.is_empty() {
        text += &writer.untagged(&untagged, model);
    }
    text + &writer.end(lowered)
}

impl Writer<'_> {
    /// Returns the identifier of a parser of a message.
    fn id(&self, rule: &Rule<'_>, number: usize) -> String {
        format!("{}_{}_{number}", self.namespace, rule.message.tag.to_lowercase())
    }

    /// Returns a field with a value that a parser found.
    fn found(&self, name: &str) -> String {
        format!("attributes.{}.{name}", self.namespace)
    }

    /// Returns a condition that a text was read, with a further one.
    fn is_found(&self, further: &str) -> String {
        format!("attributes.{} != nil{further}", self.namespace)
    }

    /// Returns the operators of a message with a tag.
    fn tagged(&self, rule: &Rule<'_>) -> String {
        let mut text = comment(&rule.message.template);
        for (index, expression) in rule.expressions.iter().enumerate() {
            let is_open = format!("attributes.{} == nil", self.namespace);
            let condition = if index == 0 { String::new() } else { is_open };
            let regex = Self::regex(rule, expression);
            text += &self.parser(&self.id(rule, index + 1), &condition, &regex);
        }
        text += &self.after(rule, "");
        let _ = writeln!(text, "- type: noop\n  output: {}_end", self.namespace);
        text
    }

    /// Returns the operators of the messages without a tag.
    fn untagged(&self, all: &[(&Rule<'_>, &Expression)], model: &Model) -> String {
        let namespace = self.namespace;
        let is_process = match &*model.process {
            "" => String::new(),
            process => format!(" and (attributes.appname == nil or attributes.appname == {})", string(process)),
        };
        let mut text = comment("The messages without a tag.");
        let _ = writeln!(text, "- type: noop\n  id: {namespace}_untagged");
        for (number, (rule, expression)) in all.iter().enumerate() {
            let condition = format!("attributes.{namespace} == nil{is_process}");
            let id = format!("{namespace}_untagged_{}", number + 1);
            text += &comment(&rule.message.template);
            text += &self.parser(&id, &condition, &Self::regex(rule, expression));
            let is_new = self.is_found(&format!(" and {} == \"\"", self.found("tag")));
            text += &self.add("tag", &rule.message.tag, &is_new);
            let is_message = format!(" and {} == {}", self.found("tag"), string(&rule.message.tag));
            text += &self.after(rule, &is_message);
        }
        text
    }

    /// Returns an expression that also captures the tag, the empty values, and the wording.
    fn regex(rule: &Rule<'_>, expression: &Expression) -> String {
        let mut regex = rule.regex(expression, Dialect::RE2).text.replace(r"\$", r"\x24");
        let start = Dialect::RE2.start.len();
        let tag = &rule.message.tag;
        if rule.message.is_tagged {
            regex.replace_range(start..start + tag.len(), &format!("(?P<tag>{tag})"));
        } else {
            // It is set to the tag afterwards.
            regex.insert_str(start, "(?P<tag>)");
        }
        for &index in &expression.empty {
            let _ = write!(regex, "(?P<{}>)", rule.name(index));
        }
        if let (number @ 2.., _) = batch_of(rule, expression) {
            let _ = write!(regex, "(?P<{}>)", wording_group(number));
        }
        regex
    }

    fn parser(&self, id: &str, condition: &str, regex: &str) -> String {
        let condition = if condition.is_empty() { String::new() } else { format!("  if: {}\n", scalar(condition)) };
        format!(
            "- type: regex_parser\n  id: {id}\n{condition}  parse_from: attributes.message\n  \
             parse_to: attributes.{}\n  regex: {}\n  on_error: send_quiet\n",
            self.namespace,
            scalar(regex)
        )
    }

    fn add(&self, name: &str, value: &str, condition: &str) -> String {
        format!("- type: add\n  if: {}\n  field: {}\n  value: {}\n", scalar(condition), self.found(name), scalar(value))
    }

    /// Returns an operator that moves a value to an attribute, if there is one.
    fn move_to(&self, name: &str, attribute: &str) -> String {
        let from = self.found(name);
        format!(
            "- type: move\n  if: {}\n  from: {from}\n  to: attributes[\"{attribute}\"]\n",
            scalar(&self.is_found(&format!(" and {from} != nil")))
        )
    }

    /// Returns an operator that removes a value if it is a word.
    fn remove_if(&self, name: &str, word: &str) -> String {
        let field = self.found(name);
        let condition = self.is_found(&format!(" and {field} == {}", string(word)));
        format!("- type: remove\n  if: {}\n  field: {field}\n", scalar(&condition))
    }

    /// Returns the operators after the parsers of a message.
    fn after(&self, rule: &Rule<'_>, further: &str) -> String {
        let condition = self.is_found(further);
        let mut text = self.add("severity", rule.message.severity.name, &condition);
        text += &self.add("facility", rule.message.facility.name, &condition);
        for (index, field) in rule.message.fields.iter().enumerate() {
            let name = rule.name(index);
            if let Some(absent) = &field.absent {
                text += &self.remove_if(name, absent);
            }
            text += &self.move_to(name, &attribute(rule, index, self.namespace));
        }
        text
    }

    /// Returns the operators after those of all messages.
    fn end(&self, lowered: &[Rule<'_>]) -> String {
        let namespace = self.namespace;
        let mut text = comment("The values that all messages have. Most texts end with the message.");
        let _ = writeln!(text, "- type: noop\n  id: {namespace}_end");
        // The severities of the data model of OpenTelemetry for those of syslog.
        let _ = writeln!(
            text,
            "- type: severity_parser\n  if: {}\n  parse_from: {}\n  preset: none\n  mapping:\n    fatal: emergency\n    \
             error3: alert\n    error2: critical\n    error: error\n    warn: warning\n    info2: notice\n    \
             info: info\n    debug: debug",
            scalar(&self.is_found("")),
            self.found("severity")
        );
        text += &self.remove_if("rest", "");
        let batches = lowered.iter().flat_map(|rule| rule.expressions.iter().map(|it| batch_of(rule, it).1));
        let wordings = (2..=batches.max().unwrap_or(0)).map(wording_group);
        let names = ["tag", "severity", "facility", "rest"].map(str::to_owned).into_iter().chain(wordings);
        text.extend(names.map(|name| self.move_to(&name, &format!("{namespace}.{name}"))));
        let _ = writeln!(text, "- type: remove\n  if: {}\n  field: attributes.{namespace}", scalar(&self.is_found("")));
        text
    }
}

/// Returns a line with a comment.
fn comment(text: &str) -> String {
    let text: String = text.chars().map(|char| if is_printable(char) { char } else { '\u{fffd}' }).collect();
    format!("# {text}\n")
}
