//! Unit tests of Vector.
//!
//! Each test has the texts of a message as events and a condition for each. A condition is met if it is for any event.

use std::fmt::Write as _;

use kmd_catalog::Model;
use serde_json::Value;

use super::vrl::{segment, string};
use crate::examples::Example;
use crate::fidelity::Fidelity;
use crate::rule::Rule;
use crate::yaml;

/// Returns the tests.
pub(super) fn tests(lowered: &[Rule<'_>], fidelity: &[Fidelity], model: &Model, namespace: &str) -> String {
    let mut text = String::from("tests:\n");
    for (rule, Fidelity { limits, .. }) in lowered.iter().zip(fidelity) {
        let examples: Vec<Example> = rule.examples_within(limits, model).into_iter().filter(fits).collect();
        if examples.is_empty() {
            continue;
        }
        let _ = writeln!(text, "  - name: {}\n    inputs:", yaml::scalar(&rule.message.tag));
        for example in &examples {
            let source = format!(".message = {}", string(&example.text));
            let _ = writeln!(
                text,
                "      - insert_at: {namespace}\n        type: vrl\n        source: {}",
                yaml::scalar(&source)
            );
        }
        let _ = writeln!(text, "    outputs:\n      - extract_from: {namespace}\n        conditions:");
        for example in &examples {
            let condition = condition(rule, example, namespace);
            let _ = write!(text, "          - type: vrl\n            source: |\n{}", yaml::indented(&condition, 14));
        }
    }
    text
}

/// Returns whether all integers fit a signed integer of 64 bits. Others are strings.
fn fits(example: &Example) -> bool {
    example.values.iter().all(|(_, value)| !value.is_u64() || value.is_i64())
}

/// Returns an expression that is true for the event of an example.
fn condition(rule: &Rule<'_>, example: &Example, namespace: &str) -> String {
    let mut entries = vec![
        ("tag", string(&rule.message.tag)),
        ("severity", string(rule.message.severity.name)),
        ("facility", string(rule.message.facility.name)),
    ];
    for (index, field) in rule.message.fields.iter().enumerate() {
        if let Some((_, value)) = example.values.iter().find(|(name, _)| *name == field.placeholder) {
            entries.push((rule.name(index), literal(value)));
        }
    }
    if !example.rest.is_empty() {
        entries.push(("rest", string(&example.rest)));
    }
    let entries: Vec<String> = entries.into_iter().map(|(name, value)| format!("{}: {value}", string(name))).collect();
    let (message, path) = (string(&example.text), segment(namespace));
    format!(".message == {message} &&\n.{path} == {{ {} }}\n", entries.join(", "))
}

fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => string(text),
        other => other.to_string(),
    }
}
