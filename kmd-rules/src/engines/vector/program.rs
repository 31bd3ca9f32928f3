//! The program in VRL.

use std::fmt::Write as _;

use kmd_catalog::Model;

use super::vrl::{comment, regex, segment, string};
use crate::conversion::{Conversion, Integer};
use crate::dialect::Dialect;
use crate::rule::{Expression, Rule};
use crate::yaml::indented;

/// The greatest number of messages that are compared one after the other. A longer list is halved by the order of the tags.
const FEW: usize = 8;

/// The context of all parts of the program.
struct Program<'a> {
    /// The path of the values.
    path: String,
    /// Whether it matters that a text has a tag of the catalog.
    has_untagged: bool,
    model: &'a Model,
}

/// Returns the program.
pub(super) fn program(lowered: &[Rule<'_>], model: &Model, namespace: &str) -> String {
    let mut tagged: Vec<&Rule<'_>> = lowered.iter().filter(|rule| rule.message.is_tagged).collect();
    tagged.sort_by(|rule, other| rule.message.tag.cmp(&other.message.tag));
    let untagged = Rule::untagged(lowered);
    let path = format!(".{}", segment(namespace));
    let program = Program { path, has_untagged: !untagged.is_empty(), model };

    let mut text = String::from("# The tag is the text before the first colon.\ntag = \"\"\n");
    text += "found, err = parse_regex(.message, r'\\A(?P<tag>[A-Z][0-9A-Z_]*):')\nif err == null { tag = to_string(found.tag) }\n";
    if program.has_untagged {
        text += "is_known = false\n";
    }
    text += "\n# The messages, halved by the order of their tags, so that few tags are compared.\n";
    text += &program.choice(&tagged);
    if program.has_untagged {
        text += &program.untagged(&untagged);
    }
    text
}

impl Program<'_> {
    /// Returns the rules of messages in the order of their tags.
    fn choice(&self, rules: &[&Rule<'_>]) -> String {
        if rules.len() > FEW {
            let (first, second) = rules.split_at(rules.len() / 2);
            let least = second.first().map(|rule| &*rule.message.tag).unwrap_or_default();
            let (first, second) = (indented(&self.choice(first), 2), indented(&self.choice(second), 2));
            return format!("if tag < {} {{\n{first}}} else {{\n{second}}}\n", string(least));
        }
        let mut text = String::new();
        for (index, rule) in rules.iter().enumerate() {
            let before = if index == 0 { "" } else { "} else " };
            let _ = writeln!(text, "{before}if tag == {} {{", string(&rule.message.tag));
            text += &indented(&self.message(rule), 2);
        }
        if rules.is_empty() { text } else { text + "}\n" }
    }

    /// Returns the rule of a message with a tag.
    fn message(&self, rule: &Rule<'_>) -> String {
        let mut text = comment(&rule.message.template);
        if self.has_untagged {
            text += "is_known = true\n";
        }
        for (index, expression) in rule.expressions.iter().enumerate() {
            let attempt = self.attempt(rule, expression);
            if index == 0 {
                text += &attempt;
            } else {
                let _ = write!(text, "if err != null {{\n{}}}\n", indented(&attempt, 2));
            }
        }
        text
    }

    /// Returns the rules of the messages without a tag.
    fn untagged(&self, all: &[(&Rule<'_>, &Expression)]) -> String {
        let mut text = String::from("\n# The messages without a tag.\n");
        let is_process = match &*self.model.process {
            "" => String::new(),
            process => format!(" && (!exists(.appname) || .appname == {})", string(process)),
        };
        let _ = writeln!(text, "if !is_known{is_process} {{");
        for (index, (rule, expression)) in all.iter().enumerate() {
            let attempt = format!("{}{}", comment(&rule.message.template), self.attempt(rule, expression));
            if index == 0 {
                text += &indented(&attempt, 2);
            } else {
                let _ = write!(text, "  if err != null {{\n{}  }}\n", indented(&attempt, 4));
            }
        }
        text + "}\n"
    }

    /// Returns statements that try an expression. If it matches, `err` is null.
    fn attempt(&self, rule: &Rule<'_>, expression: &Expression) -> String {
        let tried = regex(&rule.regex(expression, Dialect::RE2).text);
        let mut before = String::new();
        let mut after = String::new();
        let mut entries = vec![
            ("tag".to_owned(), string(&rule.message.tag)),
            ("severity".to_owned(), string(rule.message.severity.name)),
            ("facility".to_owned(), string(rule.message.facility.name)),
        ];
        for (index, field, conversion) in rule.conversions(expression) {
            let (statements, value) = value(rule.name(index), conversion);
            match &field.absent {
                None => {
                    before += &statements;
                    entries.push((rule.name(index).to_owned(), value));
                }
                Some(absent) => after += &self.optional(&segment(rule.name(index)), absent, &statements, &value),
            }
        }
        entries.extend(expression.empty.iter().map(|&index| (rule.name(index).to_owned(), string(""))));
        if expression.rest.is_some() {
            let _ = writeln!(after, "if found.rest != \"\" {{ {}.rest = found.rest }}", self.path);
        }
        let entries: Vec<String> = entries.iter().map(|(name, value)| format!("  {}: {value}", string(name))).collect();
        let object = format!("{before}{} = {{\n{}\n}}\n{after}", self.path, entries.join(",\n"));
        format!("found, err = parse_regex(.message, {tried})\nif err == null {{\n{}}}\n", indented(&object, 2))
    }

    /// Returns statements that set a value that may be missing.
    fn optional(&self, name: &str, absent: &str, statements: &str, value: &str) -> String {
        let set = format!("{statements}{}.{name} = {value}\n", self.path);
        format!("if found.{name} != {} {{\n{}}}\n", string(absent), indented(&set, 2))
    }
}

/// Returns statements and an expression for the value of a captured text. If a conversion fails, the text is the value.
fn value(name: &str, conversion: Conversion) -> (String, String) {
    let text = format!("found.{}", segment(name));
    match conversion {
        Conversion::Text => (String::new(), text),
        Conversion::Boolean => (String::new(), format!("{text} == \"true\"")),
        Conversion::Number => (String::new(), format!("to_float({text}) ?? {text}")),
        Conversion::Integer(integer) => self::integer(name, &text, integer),
    }
}

fn integer(name: &str, text: &str, integer: Integer) -> (String, String) {
    let Integer { greatest, base, prefix, .. } = integer;
    if base == 10 {
        return (String::new(), format!("to_int({text}) ?? {text}"));
    }
    let Some(bits) = integer.twos_complement() else {
        // Without a base, `parse_int` takes it from the prefix.
        let base = if prefix.is_empty() { format!(", {base}") } else { String::new() };
        return (String::new(), format!("parse_int({text}{base}) ?? {text}"));
    };
    let number = format!("{name}_number");
    let (mut statements, digits) = match prefix {
        "" => (String::new(), text),
        prefix => (format!("digits = slice({text}, {}) ?? \"\"\n", prefix.len()), "digits"),
    };
    if bits < 64 {
        let _ = writeln!(statements, "{number} = parse_int({digits}, {base}) ?? 0");
        let _ = writeln!(statements, "if {number} > {greatest} {{ {number} = {number} - {} }}", 1_i128 << bits);
    } else {
        // `parse_int` fails for all negative integers, since it takes no more than 63 bits.
        let last: u32 = if base == 2 { 4 } else { 1 };
        let factor = i128::from(base).pow(last);
        let high = format!("(parse_int(slice({digits}, 0, -{last}) ?? \"\", {base}) ?? 0) - {}", (1 << 64) / factor);
        let low = format!("(parse_int(slice({digits}, -{last}) ?? \"\", {base}) ?? 0)");
        let _ = writeln!(statements, "{number} = parse_int({digits}, {base}) ?? (({high}) * {factor} + {low})");
    }
    (statements, number)
}
