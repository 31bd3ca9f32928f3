//! Filters of Logstash.

mod message;

use std::fmt::Write as _;

use kmd_catalog::Model;

use self::message::Writer;
use crate::engine::Engine;
use crate::head::Head;
use crate::options::Options;
use crate::rule::{Expression, Rule};
use crate::rules::{RuleFile, Rules};
use crate::yaml::indented;

/// The number of tags that are compared one after the other. A list of these tags selects the group.
const GROUP: usize = 12;

pub(crate) fn rules(lowered: &[Rule<'_>], model: &Model, options: &Options) -> Rules {
    let fidelity = Rule::fidelity(lowered, |rule| rule.limits(model, false));
    let name = options.namespace(model);
    let install = format!(
        "Copy this file to /etc/logstash/conf.d/50-{name}.conf, between the files of the inputs and the outputs. The\n  \
         input has to set `[process][name]`, and `message` without the header of the line, as the input `syslog` does."
    );
    let test = format!(
        "logstash -f {name}.conf --config.test_and_exit\n  \
         logstash -e 'input {{ stdin {{ }} }}' -f {name}.conf -e 'output {{ stdout {{ }} }}'"
    );
    let head = Head { engine: Engine::Logstash, model, options, fidelity: &fidelity, install: &install, test: &test };
    let text = format!("{}\nfilter {{\n{}}}\n", head.comment("#"), indented(&filter(lowered, model, &name), 2));
    Rules { files: vec![RuleFile { name: format!("{name}.conf"), text }], fidelity }
}

/// Returns the filters.
fn filter(lowered: &[Rule<'_>], model: &Model, namespace: &str) -> String {
    let mut writer = Writer::new(namespace);
    let tag = writer.tag_field();
    let mut text = writer.tag_filter();
    let tagged: Vec<&Rule<'_>> = lowered.iter().filter(|rule| rule.message.is_tagged).collect();
    for (index, group) in tagged.chunks(GROUP).enumerate() {
        let tags: Vec<String> = group.iter().map(|rule| format!("\"{}\"", rule.message.tag)).collect();
        let condition = match &*tags {
            // A list of one would be a string, and `in` true for parts of it.
            [only] => format!("{tag} == {only}"),
            tags => format!("{tag} in [{}]", tags.join(", ")),
        };
        let before = if index == 0 { "" } else { "} else " };
        let _ = write!(text, "{before}if {condition} {{\n{}", indented(&of_group(group, &mut writer), 2));
    }
    let untagged = of_untagged(&Rule::untagged(lowered), model, &mut writer);
    match (tagged.is_empty(), untagged.is_empty()) {
        (true, _) => text += &untagged,
        (false, true) => text += "}\n",
        (false, false) => {
            let _ = write!(text, "}} else {{\n{}}}\n", indented(&untagged, 2));
        }
    }
    text + &writer.end()
}

/// Returns the filters for a text with the tag of one of several messages.
fn of_group(group: &[&Rule<'_>], writer: &mut Writer) -> String {
    let mut text = String::new();
    for (index, rule) in group.iter().enumerate() {
        let before = if index == 0 { "" } else { "} else " };
        let condition = format!("{} == \"{}\"", writer.tag_field(), rule.message.tag);
        let expressions: Vec<&Expression> = rule.expressions.iter().collect();
        let _ = write!(text, "{before}if {condition} {{\n{}", indented(&writer.message(rule, &expressions), 2));
    }
    text + "}\n"
}

/// Returns the filters for the messages without a tag, or an empty string if the catalog has only messages with one.
fn of_untagged(all: &[(&Rule<'_>, &Expression)], model: &Model, writer: &mut Writer) -> String {
    if all.is_empty() {
        return String::new();
    }
    let mut tries = String::new();
    for (index, (rule, expression)) in all.iter().enumerate() {
        let filters = writer.message(rule, &[expression]);
        tries += &if index == 0 { filters } else { writer.unless_read(&filters) };
    }
    let filters = match &*model.process {
        "" => tries,
        process => {
            let is_process = format!("![process][name] or {}", message::is_equal("[process][name]", process));
            format!("if {is_process} {{\n{}}}\n", indented(&tries, 2))
        }
    };
    format!("# The messages without a tag.\n{filters}")
}
