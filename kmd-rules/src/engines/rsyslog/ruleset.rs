//! The configuration that uses the rule base.

use std::collections::HashSet;
use std::fmt::Write as _;

use kmd_catalog::model::Model;

use super::liblognorm::Lines;
use super::span::Span;
use super::split::{condition, statements, string};
use crate::pattern::takes_any_text;
use crate::rule::Rule;

/// The configuration, as messages are added.
pub(super) struct Configuration<'m> {
    namespace: &'m str,
    model: &'m Model,
    /// The name of a span, the statements for it, and the tags of the messages that have it.
    spans: Vec<(String, String, Vec<&'m str>)>,
    /// The names of values that are any text in a message.
    texts: HashSet<String>,
}

impl<'m> Configuration<'m> {
    pub(super) fn new(namespace: &'m str, model: &'m Model) -> Self {
        Self { namespace, model, spans: Vec::new(), texts: HashSet::new() }
    }

    /// Adds the spans of a message.
    pub(super) fn add(&mut self, rule: &'m Rule<'_>, lines: &Lines) {
        let texts = rule.message.fields.iter().enumerate().filter(|(_, field)| takes_any_text(field, self.model));
        self.texts.extend(texts.map(|(index, _)| rule.name(index).to_owned()));
        let mut names: Vec<&str> = Vec::new();
        for span in &lines.spans {
            if names.contains(&&*span.name) {
                continue;
            }
            names.push(&span.name);
            let variable = format!("$!{}!{}", self.namespace, span.name);
            let forms = lines.spans.iter().filter(|other| other.name == span.name);
            let text = self.statements(rule, forms, &variable);
            let tag = &*rule.message.tag;
            match self.spans.iter_mut().find(|(name, other, _)| *name == span.name && *other == text) {
                Some((.., tags)) => tags.push(tag),
                None => self.spans.push((span.name.clone(), text, vec![tag])),
            }
        }
    }

    /// Returns the statements for the forms of a span. A value at the end of a text has several, by what can follow it.
    fn statements<'s>(&self, rule: &Rule<'_>, forms: impl Iterator<Item = &'s Span>, variable: &str) -> String {
        let mut cases: Vec<(String, String)> = Vec::new();
        for form in forms {
            let condition = condition(form, variable);
            if cases.iter().all(|(other, _)| *other != condition) {
                cases.push((condition, statements(form, rule, self.namespace)));
            }
        }
        let invalid = format!("unset $!{};", self.namespace);
        if let [(condition, statements)] = &*cases {
            if statements.is_empty() {
                return format!("if not {condition} then {invalid}\n");
            }
        }
        let cases: Vec<String> = cases
            .into_iter()
            .map(|(condition, statements)| {
                // There is no empty block.
                let statements =
                    if statements.is_empty() { &format!("unset $.{}_value;\n", self.namespace) } else { &*statements };
                format!("if {condition} then {{\n{}}}\n", indented(statements))
            })
            .collect();
        format!("{}else {invalid}\n", cases.join("else "))
    }

    /// Returns the text of the configuration.
    pub(super) fn file(&self) -> String {
        let Self { namespace, model, spans, texts } = self;
        let mut body = String::new();
        // The values of a span with several ones are set afterwards, and not checked again.
        let (single, several): (Vec<_>, Vec<_>) = spans.iter().partition(|(_, text, _)| !text.contains("substring("));
        for (name, text, tags) in single.into_iter().chain(several) {
            let mut condition = format!("exists($!{namespace}!{name})");
            let is_other = |(other, statements, _): &(String, String, _)| other == name && statements != text;
            if texts.contains(name) || spans.iter().any(is_other) {
                let tags: Vec<String> =
                    tags.iter().map(|tag| format!("$!{namespace}!tag == {}", string(tag))).collect();
                condition = format!("{condition} and ({})", tags.join(" or "));
            }
            let _ = writeln!(body, "if {condition} then {{\n{}}}", indented(text));
        }
        let body = indented(&indented(&indented(&body)));
        let process = string(&model.process);
        let untagged = model.messages.iter().filter(|message| !message.is_tagged);
        let untagged: Vec<String> = untagged.map(|it| format!(" and $msgid != {}", string(&it.tag))).collect();
        let untagged = untagged.concat();
        format!(
            r#"ruleset(name="{namespace}") {{
  if $programname == {process} then {{
    # A line of RFC 3164 has a blank before the text, and one of RFC 5424 has the tag in its header.
    if $msgid != '-' and $msgid != ''{untagged} then
      set $.{namespace} = $msgid & ': ' & $msg;
    else
      set $.{namespace} = re_extract($msg, '^ ?(.*)$', 0, 1, '');
    action(type="mmnormalize" ruleBase="/etc/rsyslog.d/{namespace}.rulebase" variable="$.{namespace}" path="$!{namespace}")
    if $parsesuccess == 'OK' then {{
      unset $!{namespace}!event.tags;
      # The rule base does not check these values. If one is not of its type, the text is not one of the message.
{body}      if $!{namespace}!rest == '' then unset $!{namespace}!rest;
    }} else {{
      # It has the text that was not read, only.
      unset $!{namespace};
    }}
  }}
}}
"#
        )
    }
}

/// Returns lines that begin with two more blanks.
fn indented(text: &str) -> String {
    text.split_inclusive('\n').flat_map(|line| ["  ", line]).collect()
}
