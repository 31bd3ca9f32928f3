//! The filters for a message.

use std::fmt::Write as _;

use kmd_catalog::model::Field;

use crate::conversion::{Batch, Conversion, Integer};
use crate::engines::grok::{Captures, Definitions};
use crate::escape::escape;
use crate::quoted::quoted;
use crate::rule::{Expression, Rule};
use crate::yaml::{indented, is_printable};

/// Writes filters. The patterns have the same names in the whole file.
pub(super) struct Writer {
    namespace: String,
    definitions: Definitions,
}

/// The names of the fields, such as `[kmd][remote_address]`.
struct Names<'a>(&'a str);

impl Captures for Names<'_> {
    fn field(&self, rule: &Rule<'_>, index: usize) -> String {
        match rule.names.get(index).and_then(|name| name.ecs.as_deref()) {
            Some(ecs) => format!("[{}]", ecs.replace('.', "][")),
            None => format!("[{}][{}]", self.0, rule.name(index)),
        }
    }

    fn rest(&self) -> String {
        format!("[{}][rest]", self.0)
    }

    fn type_name(&self, conversion: Conversion) -> Option<&'static str> {
        match conversion {
            Conversion::Integer(Integer { base: 10, .. }) => Some("int"),
            Conversion::Number => Some("float"),
            _ => None,
        }
    }
}

impl Writer {
    pub(super) fn new(namespace: &str) -> Self {
        Self { namespace: namespace.to_owned(), definitions: Definitions::new(namespace) }
    }

    /// Returns the field for the tag of a text, which no output writes.
    pub(super) fn tag_field(&self) -> String {
        format!("[@metadata][{}_tag]", self.namespace)
    }

    /// Returns the filter that sets the field.
    pub(super) fn tag_filter(&mut self) -> String {
        let name = self.definitions.name("TAG", "[A-Z][0-9A-Z_]*");
        let expression = format!(r"\A%{{{name}:{}}}:", self.tag_field());
        let filter = self.grok(&[expression], "tag_on_failure => []\n");
        format!("# The tag is the text before the first colon.\n{filter}\n")
    }

    /// Returns the filters for texts of a message that match one of some expressions.
    pub(super) fn message(&mut self, rule: &Rule<'_>, expressions: &[&Expression]) -> String {
        let mut text = format!("# {}\n", printable(&rule.message.template));
        let batches = rule.batches(expressions);
        for (index, batch) in batches.iter().enumerate() {
            // A text without a tag can be of any process, so it has not failed.
            let is_failed = rule.message.is_tagged && index + 1 == batches.len();
            let filters = self.batch(rule, batch, is_failed);
            text += &if index == 0 { filters } else { self.unless_read(&filters) };
        }
        text
    }

    /// Returns filters for texts that no filter before them has read.
    pub(super) fn unless_read(&self, filters: &str) -> String {
        format!("if ![{}][tag] {{\n{}}}\n", self.namespace, indented(filters, 2))
    }

    fn batch(&mut self, rule: &Rule<'_>, batch: &Batch<'_>, is_failed: bool) -> String {
        let head = rule.head();
        let namespace = self.namespace.clone();
        let names = Names(&namespace);
        let expressions = batch.expressions.iter();
        let texts: Vec<String> =
            expressions.map(|expression| self.definitions.expression(rule, expression, &head, &names)).collect();
        let message = rule.message;
        let failure = if is_failed { format!("\"_{namespace}_not_read\"") } else { String::new() };
        // Another filter may have set a field of ECS, and then the value would become one of several.
        let is_shared = |index: &usize| rule.names.get(*index).is_some_and(|name| name.ecs.is_some());
        let shared = batch.values.iter().map(|(index, ..)| index).filter(|index| is_shared(index));
        let shared: Vec<String> = shared.map(|index| format!("\"{}\"", names.field(rule, *index))).collect();
        let overwrite =
            if shared.is_empty() { String::new() } else { format!("overwrite => [{}]\n", shared.join(", ")) };
        let options = format!(
            "{overwrite}keep_empty_captures => true\ntag_on_failure => [{failure}]\nadd_field => {{\n  \
             \"[{namespace}][tag]\" => \"{}\"\n  \"[{namespace}][severity]\" => \"{}\"\n  \
             \"[{namespace}][facility]\" => \"{}\"\n}}\n",
            message.tag, message.severity.name, message.facility.name
        );
        let mut text = self.grok(&texts, &options);
        let after: String = batch
            .values
            .iter()
            .map(|(index, field, conversion)| converted(&names.field(rule, *index), field, *conversion, &names))
            .collect();
        if !after.is_empty() {
            let _ = write!(text, "if [{namespace}][tag] {{\n{}}}\n", indented(&after, 2));
        }
        text
    }

    /// Returns the filters after those of all messages.
    pub(super) fn end(&self) -> String {
        let rest = Names(&self.namespace).rest();
        format!(
            "\n# Most texts end with the message.\nif {rest} == \"\" {{\n  mutate {{ remove_field => [\"{rest}\"] }}\n}}\n"
        )
    }

    /// Returns a filter with expressions that are tried in order, and the patterns that they use.
    fn grok(&self, expressions: &[String], options: &str) -> String {
        let list: Vec<String> = expressions.iter().map(|expression| format!("    {}", regex(expression))).collect();
        let used = self.definitions.used(expressions);
        let used: Vec<String> = used.iter().map(|(name, text)| format!("  \"{name}\" => {}\n", regex(text))).collect();
        let used = used.concat();
        let options = format!(
            "match => {{\n  \"message\" => [\n{}\n  ]\n}}\npattern_definitions => {{\n{used}}}\n{options}",
            list.join(",\n")
        );
        format!("grok {{\n{}}}\n", indented(&options, 2))
    }
}

/// Returns filters that remove a value that is missing, and convert others, unless grok does.
fn converted(name: &str, field: &Field, conversion: Conversion, names: &Names<'_>) -> String {
    let is_done = field.absent.is_none() && names.type_name(conversion).is_some();
    let convert = |to: &str| format!("mutate {{ convert => {{ \"{name}\" => \"{to}\" }} }}\n");
    let conversion = match conversion {
        _ if is_done => String::new(),
        Conversion::Text => String::new(),
        Conversion::Boolean => convert("boolean"),
        Conversion::Number => convert("float"),
        Conversion::Integer(Integer { base: 10, .. }) => convert("integer"),
        Conversion::Integer(integer) => ruby(name, integer),
    };
    let Some(absent) = &field.absent else { return conversion };
    let remove = format!("if {} {{\n  mutate {{ remove_field => [\"{name}\"] }}\n}}", is_equal(name, absent));
    match &*conversion {
        "" => format!("{remove}\n"),
        conversion => format!("{remove} else {{\n{}}}\n", indented(conversion, 2)),
    }
}

/// Returns a filter that converts the digits of an integer. `to_i` takes `0x`, `0o` and `0b` before the digits.
fn ruby(name: &str, integer: Integer) -> String {
    let number = format!("event.get('{name}').to_i({})", integer.base);
    let code = match integer.twos_complement() {
        None => format!("event.set('{name}', {number})"),
        Some(bits) => format!(
            "number = {number}; event.set('{name}', number > {} ? number - {} : number)",
            integer.greatest,
            1_i128 << bits
        ),
    };
    format!("ruby {{ code => \"{code}\" }}\n")
}

/// Returns a condition that a value is a word.
pub(super) fn is_equal(name: &str, word: &str) -> String {
    if word.contains(['"', '\\']) || !word.chars().all(is_printable) {
        // Whether a backslash has a meaning in a string can be set. It has one in every regular expression.
        let expression = regex(&escape(word)).trim_matches('"').replace('/', r"\x2f");
        return format!(r"{name} =~ /\A{expression}\z/");
    }
    format!("{name} == \"{word}\"")
}

/// Returns a string with a regular expression. Its quotes are escaped as in the regular expression.
fn regex(text: &str) -> String {
    quoted("\"", text, "\"", |char| match char {
        '"' => Some(r"\x22".to_owned()),
        _ => (!is_printable(char)).then(|| format!(r"\x{{{:x}}}", u32::from(char))),
    })
}

/// Returns a text on one line.
fn printable(text: &str) -> String {
    text.chars().map(|char| if is_printable(char) { char } else { '\u{fffd}' }).collect()
}
