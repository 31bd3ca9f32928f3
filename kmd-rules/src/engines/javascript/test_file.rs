//! The tests of the module, which Node.js runs.

use std::fmt::Write as _;

use kmd_catalog::Model;
use serde_json::Value;

use super::literal::string;
use crate::fidelity::Fidelity;
use crate::rule::Rule;

/// The greatest integer up to which a number of JavaScript has each integer.
const MAX_SAFE: u64 = (1 << 53) - 1;

/// Returns a file that compares what the module reads in the examples with their values. It has no examples of messages whose
/// values can differ from those of the parser.
pub(super) fn write(rules: &[Rule<'_>], model: &Model, fidelity: &[Fidelity], module: &str) -> String {
    let mut rows = String::new();
    let exact = rules.iter().zip(fidelity).filter(|(_, fidelity)| fidelity.is_exact_for_printed_lines());
    for (rule, _) in exact {
        for example in rule.examples(model) {
            let fields = rule.message.fields.iter().enumerate();
            let values: Vec<String> = fields
                .filter_map(|(index, field)| {
                    let (_, value) = example.values.iter().find(|(name, _)| *name == field.placeholder)?;
                    Some(format!("{}: {}", rule.name(index), literal(value)))
                })
                .collect();
            let [text, tag, rest] = [&example.text, &example.tag, &example.rest].map(|text| string(text));
            let _ = writeln!(rows, "  [{text}, {tag}, {{ {} }}, {rest}],", values.join(", "));
        }
    }
    format!(
        "import assert from 'node:assert/strict';\n\
         import test from 'node:test';\n\n\
         import {{ decode }} from {};\n\n\
         // Texts with the tag, the values and the rest in each.\n\
         const EXAMPLES = [\n{rows}];\n\n\
         for (const [text, tag, values, rest] of EXAMPLES) {{\n  \
           test(text, () => {{\n    \
             const found = decode(text);\n    \
             assert.deepEqual({{ ...found?.values }}, values);\n    \
             assert.deepEqual([found.tag, found.rest], [tag, rest]);\n  \
           }});\n\
         }}\n",
        string(&format!("./{module}"))
    )
}

/// Returns a value as a literal.
fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => string(text),
        Value::Number(number) if number.as_u64().is_some_and(|number| number > MAX_SAFE) => format!("{number}n"),
        other => other.to_string(),
    }
}
