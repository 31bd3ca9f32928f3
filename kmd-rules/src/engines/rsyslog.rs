//! Rule base of liblognorm and configuration of rsyslog.
//!
//! The rule base splits a text at literal text, and has no regular expressions. Between two literal texts, values of
//! types with a fixed form are a *span*, which the configuration checks and splits with regular expressions of POSIX.

mod liblognorm;
mod occurrences;
mod rulebase;
mod ruleset;
mod span;
mod split;
mod whole;

use std::fmt::Write as _;

use kmd_catalog::{Model, Piece};

use self::liblognorm::Lines;
use self::occurrences::ends_at_first_occurrence;
use self::rulebase::lines;
use self::ruleset::Configuration;
use self::split::is_converted;
use crate::conversion::Conversion;
use crate::engine::Engine;
use crate::fidelity::{Fidelity, Limit};
use crate::head::Head;
use crate::options::Options;
use crate::pattern::takes_any_text;
use crate::rule::{Part, Rule};
use crate::rules::{RuleFile, Rules};

pub(crate) fn rules(lowered: &[Rule<'_>], model: &Model, options: &Options) -> Rules {
    let namespace = options.namespace(model);
    let written: Vec<Result<Lines, &'static str>> = lowered.iter().map(|rule| lines(rule, model)).collect();
    let all = || lowered.iter().zip(&written);
    let fidelity: Vec<Fidelity> = all()
        .map(|(rule, lines)| {
            let limits = match lines {
                Ok(lines) => limits(rule, lines, model),
                Err(reason) => vec![Limit::LeftOut(reason)],
            };
            Fidelity { tag: rule.message.tag.clone(), limits }
        })
        .collect();
    let mut rulebase = String::new();
    let mut configuration = Configuration::new(&namespace, model);
    for (rule, lines) in all() {
        let tag = &rule.message.tag;
        let _ = writeln!(rulebase, "\n# {}", rule.message.template);
        let Ok(lines) = lines else {
            let _ = writeln!(rulebase, "# {tag} is left out.");
            continue;
        };
        for line in &lines.lines {
            let _ = writeln!(rulebase, "rule={tag}:{line}");
        }
        let (severity, facility) = (&rule.message.severity.name, &rule.message.facility.name);
        let _ = writeln!(rulebase, r#"annotate={tag}:+tag="{tag}" +severity="{severity}" +facility="{facility}""#);
        configuration.add(rule, lines);
    }
    let filter = filter(options);
    let install = format!(
        "Copy this file, {namespace}.conf and {MODULE} to /etc/rsyslog.d, and call the ruleset for the\nlines that you want \
         to read:\n  call {namespace}\nThe ruleset sets `$!{namespace}!tag` and the values of the message.\n{filter}"
    );
    let test = format!(
        "lognormalizer -r {namespace}.rulebase -e json < FILE\nEach line of FILE is a text without its header, which \
         begins with its tag. lognormalizer does not split and\ncheck the values. The configuration does this."
    );
    let head = |install: &str, test: &str| {
        let head = Head { engine: Engine::Rsyslog, model, options, fidelity: &fidelity, install, test };
        head.comment("#")
    };
    // The first line has to be this one, or the file is read as one of another version.
    let rulebase = format!("version=2\n{}{rulebase}", head(&install, &test));
    let install = format!(
        "Copy this file, {namespace}.rulebase and {MODULE} to /etc/rsyslog.d, and call the ruleset for\nthe lines that you \
         want to read:\n  call {namespace}\n{filter}"
    );
    let configuration = format!("{}\n{}", head(&install, "rsyslogd -N1"), configuration.file());
    let files = vec![
        RuleFile { name: format!("{namespace}.rulebase"), text: rulebase },
        RuleFile { name: format!("{namespace}.conf"), text: configuration },
        RuleFile { name: MODULE.to_owned(), text: LOAD.to_owned() },
    ];
    Rules { files, fidelity }
}

/// The file that loads the module. It is the same for all catalogs, because rsyslog refuses to load a module twice. Its name
/// comes before those of other files.
const MODULE: &str = "00-mmnormalize.conf";

const LOAD: &str = "# The module for the rules of all catalogs. If another file loads it, remove this one.\n\
                    module(load=\"mmnormalize\")\n";

/// Returns the alternative if the rules are not exact enough.
fn filter(options: &Options) -> String {
    let (end, catalog) =
        if options.is_built_in { (":", "") } else { (". CATALOG is the path of the catalog:", "--catalog CATALOG ") };
    format!(
        "For exactly the values of `kmd decode`, let rsyslog run `kmd filter` instead{end}\n  module(load=\"mmexternal\")\n  \
         action(type=\"mmexternal\" interface.input=\"rawmsg\"\n    \
         binary=\"/usr/local/bin/kmd filter {catalog}--format rsyslog\")"
    )
}

/// Returns the limits of a message.
fn limits(rule: &Rule<'_>, lines: &Lines, model: &Model) -> Vec<Limit> {
    let mut limits = rule.limits(model, false);
    let mut add = |limit: Limit| {
        if !limits.contains(&limit) {
            limits.push(limit);
        }
    };
    if !lines.is_exact {
        ends_at_first_occurrence(rule, model).for_each(|placeholder| add(Limit::FirstOccurrence(placeholder)));
        // If a value in the optional part is not of its type, the message is not read without this part.
        let has_typed_tail = rule.message.fields.iter().any(|it| it.tail.is_some() && !takes_any_text(it, model));
        // A text at the end of the template takes the part instead.
        let ends_with_text = match rule.message.pieces.last() {
            Some(Piece::Placeholder(name, _)) => {
                rule.message.fields.iter().any(|it| it.placeholder == *name && takes_any_text(it, model))
            }
            _ => false,
        };
        if has_typed_tail && !ends_with_text {
            add(Limit::NoRest);
        }
    }
    for part in rule.expressions.iter().flat_map(|expression| &expression.parts) {
        let Part::Value(index, format, _) = part else { continue };
        let Some(field) = rule.message.fields.get(*index) else { continue };
        if !is_converted(Conversion::new(field, *format)) {
            add(Limit::Text(field.placeholder.clone()));
        }
    }
    limits
}
