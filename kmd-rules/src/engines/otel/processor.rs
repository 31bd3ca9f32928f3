//! The processor, which converts integers, numbers and booleans.

use std::fmt::Write as _;

use super::attributes::{attribute, batch_of, is_converted, string, wording_group};
use crate::conversion::{Conversion, Integer};
use crate::rule::Rule;
use crate::yaml::scalar;

/// The conversion of an attribute in a wording of a message.
struct Use {
    attribute: String,
    conversion: Conversion,
    /// The condition that an event is of the message, and that its text has the wording.
    condition: String,
}

/// Returns the processor.
pub(super) fn processor(lowered: &[Rule<'_>], namespace: &str) -> String {
    let uses = uses(lowered, namespace);
    let mut attributes: Vec<&str> = Vec::new();
    for of in &uses {
        if !attributes.contains(&&*of.attribute) {
            attributes.push(&of.attribute);
        }
    }
    let mut statements = Vec::new();
    for attribute in attributes {
        let of_attribute: Vec<&Use> = uses.iter().filter(|of| of.attribute == attribute).collect();
        let Some(first) = of_attribute.first() else { continue };
        if of_attribute.iter().all(|of| of.conversion == first.conversion) {
            statements.extend(converted(attribute, first.conversion, ""));
        } else {
            let some = of_attribute.iter().filter(|of| is_converted(of.conversion));
            statements.extend(some.flat_map(|of| converted(attribute, of.conversion, &of.condition)));
        }
    }
    let most =
        lowered.iter().flat_map(|rule| rule.expressions.iter().map(|it| batch_of(rule, it).1)).max().unwrap_or(0);
    statements.extend((2..=most).map(|number| {
        format!("delete_key(attributes, {})", string(&format!("{namespace}.{}", wording_group(number))))
    }));
    let statements: Vec<String> = statements.iter().map(|text| format!("          - {}\n", scalar(text))).collect();
    // Without an item, there would be no list.
    let statements = if statements.is_empty() { "          []\n".to_owned() } else { statements.concat() };
    format!(
        "processors:\n  transform/{namespace}:\n    error_mode: silent\n    log_statements:\n      - context: log\n        \
         statements:\n{statements}"
    )
}

/// Returns the conversion of each attribute in each wording of each message.
fn uses(lowered: &[Rule<'_>], namespace: &str) -> Vec<Use> {
    let mut uses = Vec::new();
    let present = |number| format!("attributes[{}]", string(&format!("{namespace}.{}", wording_group(number))));
    for rule in lowered {
        let all: Vec<_> = rule.expressions.iter().collect();
        let batches = rule.batches(&all);
        for (at, batch) in batches.iter().enumerate() {
            let tag = string(&rule.message.tag);
            let mut condition = format!(" and attributes[{}] == {tag}", string(&format!("{namespace}.tag")));
            if at > 0 {
                let _ = write!(condition, " and {} != nil", present(at + 1));
            } else {
                condition.extend((2..=batches.len()).map(|number| format!(" and {} == nil", present(number))));
            }
            uses.extend(batch.values.iter().map(|(index, _, conversion)| Use {
                attribute: attribute(rule, *index, namespace),
                conversion: *conversion,
                condition: condition.clone(),
            }));
        }
    }
    uses
}

/// Returns statements that convert an attribute under a condition. What cannot be converted stays a string.
fn converted(attribute: &str, conversion: Conversion, condition: &str) -> Vec<String> {
    let field = format!("attributes[{}]", string(attribute));
    let set = |value: &str| format!("set({field}, {value}) where IsString({field}){condition}");
    match conversion {
        Conversion::Text => Vec::new(),
        Conversion::Boolean => {
            ["true", "false"].map(|word| format!("set({field}, {word}) where {field} == \"{word}\"{condition}")).into()
        }
        Conversion::Number => vec![set(&format!("Double({field})"))],
        Conversion::Integer(Integer { base: 10, .. }) => vec![set(&format!("Int({field})"))],
        Conversion::Integer(integer) => {
            let digits = match integer.prefix.len() {
                0 => field.clone(),
                skipped => format!("Substring({field}, {skipped}, Len({field}) - {skipped})"),
            };
            let mut statements = vec![set(&format!("ParseInt({digits}, {})", integer.base))];
            if let Some(bits @ ..64) = integer.twos_complement() {
                let (greatest, all) = (integer.greatest, 1_i128 << bits);
                let is_negative = format!("IsInt({field}) and {field} > {greatest}");
                statements.push(format!("set({field}, {field} - {all}) where {is_negative}{condition}"));
            }
            statements
        }
    }
}
