//! Regular expressions for RE2 as JSON.

use kmd_catalog::Model;
use serde_json::{Map, Value, json};

use crate::conversion::{Conversion, Integer};
use crate::dialect::Dialect;
use crate::expression::Group;
use crate::options::Options;
use crate::rule::{Phase, Rule};
use crate::rules::{RuleFile, Rules};

pub(crate) fn rules(lowered: &[Rule<'_>], model: &Model, options: &Options) -> Rules {
    let fidelity = Rule::fidelity(lowered, |rule| rule.limits(model, false));
    let messages: Vec<Value> =
        lowered.iter().zip(&fidelity).map(|(rule, fidelity)| message(rule, &fidelity.limits)).collect();
    let catalog = json!({
        "catalog": options.catalog,
        "namespace": options.namespace(model),
        "prefix": model.prefix,
        "process": model.process,
        "messages": messages,
    });
    let name = format!("{}.json", options.namespace(model));
    Rules { files: vec![RuleFile { name, text: format!("{catalog:#}\n") }], fidelity }
}

fn message(rule: &Rule<'_>, limits: &[crate::Limit]) -> Value {
    let expressions: Vec<Value> = rule
        .expressions
        .iter()
        .map(|expression| {
            let regex = rule.regex(expression, Dialect::RE2);
            let mut values = Map::new();
            for (index, field, conversion) in rule.conversions(expression) {
                let mut value = self::conversion(conversion);
                let more = [("absent", &field.absent), ("otel", &field.otel), ("ecs", &field.ecs)];
                if let Value::Object(value) = &mut value {
                    value.extend(more.into_iter().filter_map(|(key, it)| Some((key.into(), it.as_deref()?.into()))));
                }
                values.insert(rule.name(index).to_owned(), value);
            }
            let empty: Vec<&str> = expression.empty.iter().map(|&index| rule.name(index)).collect();
            let has_rest = regex.groups.contains(&Group::Rest);
            json!({
                "regex": regex.text,
                "phase": phase(expression.phase),
                "values": values,
                "empty": empty,
                "rest": has_rest,
            })
        })
        .collect();
    json!({
        "tag": rule.message.tag,
        "tagged": rule.message.is_tagged,
        "severity": rule.message.severity.name,
        "facility": rule.message.facility.name,
        "expressions": expressions,
        "limits": limits.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn conversion(conversion: Conversion) -> Value {
    match conversion {
        Conversion::Text => json!({ "type": "string" }),
        Conversion::Integer(Integer { base: 10, .. }) => json!({ "type": "integer" }),
        Conversion::Integer(integer @ Integer { base, prefix, .. }) => {
            let bits = integer.twos_complement().unwrap_or(0);
            json!({ "type": "integer", "base": base, "prefix": prefix, "twos_complement_bits": bits })
        }
        Conversion::Number => json!({ "type": "number" }),
        Conversion::Boolean => json!({ "type": "boolean" }),
    }
}

/// Returns the order of an expression among those of all messages without a tag.
fn phase(phase: Phase) -> u8 {
    match phase {
        Phase::Template => 1,
        Phase::Alternative => 2,
        Phase::Beginning => 3,
    }
}
