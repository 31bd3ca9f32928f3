//! Parsers and filters of Fluent Bit.
//!
//! The tag of a text becomes the tag of its record, so that the filters of a message get only its records.

mod filters;
mod parsers;

use kmd_catalog::Model;

use self::parsers::{Parser, parsers, type_name};
use crate::conversion::Conversion;
use crate::engine::Engine;
use crate::fidelity::Limit;
use crate::head::Head;
use crate::options::Options;
use crate::pattern::takes_any_text;
use crate::rule::{Expression, Rule};
use crate::rules::{RuleFile, Rules};

pub(crate) fn rules(lowered: &[Rule<'_>], model: &Model, options: &Options) -> Rules {
    let is_text = |it| it != Conversion::Text && type_name(it).is_none();
    let fidelity = Rule::fidelity(lowered, |rule| {
        [rule.limits(model, true), rule.text_limits(is_text), absent_numbers(rule, model)].concat()
    });
    let name = options.namespace(model);
    let install = format!(
        "Add this file to `includes` in fluent-bit.yaml. The records need the tag `syslog`, and the keys `message` and\n  \
         `ident`, which the parsers `syslog-rfc3164` and `syslog-rfc5424` set. The records that are read have tags that\n  \
         match `{name}.*`."
    );
    let test = format!(
        "fluent-bit --dry-run -c fluent-bit.yaml\n  \
         fluent-bit -c {name}.yaml -i dummy -t syslog -p 'dummy={{\"message\":\"a line\"}}' -o stdout -m '*'"
    );
    let head = Head { engine: Engine::FluentBit, model, options, fidelity: &fidelity, install: &install, test: &test };

    let tagged: Vec<(&Rule<'_>, Vec<Parser>)> = lowered
        .iter()
        .filter(|rule| rule.message.is_tagged)
        .map(|rule| (rule, parsers(rule, &rule.expressions.iter().collect::<Vec<_>>(), &name)))
        .collect();
    let untagged = untagged_parsers(&Rule::untagged(lowered), &name);

    let mut text = format!("{}\nparsers:\n", head.comment("#"));
    for (rule, parsers) in &tagged {
        text += &filters::comment(&rule.message.template, 2);
        text.extend(parsers.iter().map(Parser::yaml));
    }
    for (rule, parsers) in &untagged {
        text += &filters::comment(&rule.message.template, 2);
        text.extend(parsers.iter().map(Parser::yaml));
    }
    text += &filters::filters(&tagged, &untagged, model, &name);
    Rules { files: vec![RuleFile { name: format!("{name}.yaml"), text }], fidelity }
}

/// Returns the parsers of the messages without a tag, in the order in which they are tried.
fn untagged_parsers<'r, 'm>(all: &[(&'r Rule<'m>, &Expression)], namespace: &str) -> Vec<(&'r Rule<'m>, Vec<Parser>)> {
    let mut untagged = Vec::new();
    for (index, (rule, expression)) in all.iter().enumerate() {
        let mut parsers = parsers(rule, &[expression], namespace);
        for parser in &mut parsers {
            parser.name = format!("{namespace}_untagged_{}_{}", index + 1, parser.name);
        }
        untagged.push((*rule, parsers));
    }
    untagged
}

/// Returns the limits of numbers that may be absent. The word for no value has a parser of its own, which is tried first, so
/// a text before it may end elsewhere.
fn absent_numbers(rule: &Rule<'_>, model: &Model) -> Vec<Limit> {
    let mut limits = Vec::new();
    for expression in &rule.expressions {
        let has_text = rule.fields(expression).any(|field| takes_any_text(field, model));
        for (_, field, conversion) in rule.conversions(expression) {
            let limit = Limit::Ambiguous(field.placeholder.clone());
            if has_text && field.absent.is_some() && type_name(conversion).is_some() && !limits.contains(&limit) {
                limits.push(limit);
            }
        }
    }
    limits
}
