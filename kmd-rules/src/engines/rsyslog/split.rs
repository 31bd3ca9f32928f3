//! Statements that check and split a span.

use std::fmt::Write as _;

use kmd_catalog::FormatSpec;

use super::span::{Item, Span};
use crate::conversion::{Conversion, Integer};
use crate::escape::escape;
use crate::rule::Rule;

/// Returns a text as a string of `RainerScript`. In double quotes, a `$` would be a variable.
pub(super) fn string(text: &str) -> String {
    format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'"))
}

/// Returns a regular expression in the syntax of POSIX, which has no groups without a capture and no lazy repetitions.
pub(super) fn posix(regex: &str) -> String {
    regex.replace("(?:", "(").replace(".*?", ".*")
}

/// Returns the condition that a variable has the text of a span.
pub(super) fn condition(span: &Span, variable: &str) -> String {
    format!("re_match({variable}, {})", string(&format!("^{}$", from(span, 0))))
}

/// Returns an expression for the items from an index on, and for the rest.
fn from(span: &Span, at: usize) -> String {
    let items = span.items.iter().skip(at).map(|item| match item {
        Item::Literal(literal) => escape(literal),
        Item::Value(.., value) | Item::Again(value) => posix(value),
        Item::Text(_) => ".*".to_owned(),
    });
    let rest = span.rest.map(|boundary| posix(boundary.rest()));
    items.chain(rest).collect()
}

/// A span whose values are set, and the names of variables.
struct Split<'s> {
    span: &'s Span,
    rule: &'s Rule<'s>,
    namespace: &'s str,
    /// The variable with the text that is not yet split.
    text: String,
    /// The variable with the text of a value.
    value: String,
}

/// Returns the statements that set the values of a span, which is the variable itself if it has a single value.
pub(super) fn statements(span: &Span, rule: &Rule<'_>, namespace: &str) -> String {
    let (text, value) = (format!("$.{namespace}_text"), format!("$.{namespace}_value"));
    let split = Split { span, rule, namespace, text, value };
    let whole = format!("$!{namespace}!{}", span.name);
    if let ([Item::Value(index, format, _)], None) = (&*span.items, &span.rest) {
        return split.converted(*index, *format, &whole);
    }
    let mut statements = format!("set {} = {whole};\nunset {whole};\n", split.text);
    for at in 0..span.items.len() {
        statements += &split.item(at);
    }
    for &index in &span.empty {
        let _ = writeln!(statements, "set {} = '';", split.variable(index));
    }
    if span.rest.is_some() {
        let _ = writeln!(statements, "set $!{namespace}!rest = {};", split.text);
    }
    statements
}

impl Split<'_> {
    fn variable(&self, index: usize) -> String {
        format!("$!{}!{}", self.namespace, self.rule.name(index))
    }

    /// Returns the statements for an item at the beginning of the text.
    fn item(&self, at: usize) -> String {
        let Self { span, text, value, .. } = self;
        let is_last = at + 1 == span.items.len() && span.rest.is_none();
        let take = match span.items.get(at) {
            None => return String::new(),
            Some(Item::Literal(_)) if is_last => return String::new(),
            Some(Item::Literal(literal)) => return self.without(&literal.len().to_string()),
            Some(_) if is_last => format!("set {value} = {text};\n"),
            Some(Item::Text(_)) => {
                // The first place where the rest of the text follows is where its longest form begins.
                let after = format!("$.{}_after", self.namespace);
                let regex = string(&format!("{}$", from(span, at + 1)));
                format!(
                    "set {after} = re_extract({text}, {regex}, 0, 0, '');\n\
                     set {value} = substring({text}, 0, strlen({text}) - strlen({after}));\n\
                     set {text} = {after};\n"
                )
            }
            Some(Item::Value(.., pattern) | Item::Again(pattern)) => {
                let regex = string(&format!("^({}){}$", posix(pattern), from(span, at + 1)));
                let without = self.without(&format!("strlen({value})"));
                format!("set {value} = re_extract({text}, {regex}, 0, 1, '');\n{without}")
            }
        };
        let (Some(Item::Text(index) | Item::Value(index, ..)), format) = (span.items.get(at), self.format(at)) else {
            return take;
        };
        let converted = self.converted(*index, format, value);
        let is_set = converted.starts_with("set");
        let set = if is_set { String::new() } else { format!("set {} = {value};\n", self.variable(*index)) };
        format!("{take}{set}{converted}")
    }

    fn format(&self, at: usize) -> FormatSpec {
        match self.span.items.get(at) {
            Some(Item::Value(_, format, _)) => *format,
            _ => FormatSpec::default(),
        }
    }

    /// Returns a statement that removes the beginning of the text.
    fn without(&self, length: &str) -> String {
        let text = &self.text;
        format!("set {text} = substring({text}, {length}, strlen({text}) - {length});\n")
    }

    /// Returns the statements that convert a value, whose text is that of `source`.
    fn converted(&self, index: usize, format: FormatSpec, source: &str) -> String {
        let Some(field) = self.rule.message.fields.get(index) else { return String::new() };
        let variable = self.variable(index);
        let converted = match Conversion::new(field, format) {
            conversion if !is_converted(conversion) => String::new(),
            Conversion::Integer(integer) => self.integer(integer, format, &variable, source),
            _ => String::new(),
        };
        let Some(absent) = &field.absent else { return converted };
        let is_absent = format!("if {source} == {} then unset {variable};\n", string(absent));
        if converted.is_empty() { is_absent } else { format!("{is_absent}else {{\n{converted}}}\n") }
    }

    /// Returns the statements that convert a decimal integer.
    fn integer(&self, integer: Integer, format: FormatSpec, variable: &str, source: &str) -> String {
        if format.width <= 1 {
            return format!("set {variable} = cnum({source});\n");
        }
        let number = format!("set {variable} = cnum(re_extract({source}, '^-?0*([0-9]+)$', 0, 1, ''));\n");
        if integer.least >= 0 {
            return number;
        }
        // The variable can be the source.
        let sign = format!("$.{}_sign", self.namespace);
        format!(
            "set {sign} = re_extract({source}, '^-', 0, 0, '');\n{number}\
             if {sign} == '-' then set {variable} = 0 - {variable};\n"
        )
    }
}

/// Returns whether rsyslog can convert a value. Its integers have 64 bits and a sign, its function `cnum` reads decimal digits, and
/// it has no other numbers and no booleans.
pub(super) fn is_converted(conversion: Conversion) -> bool {
    match conversion {
        Conversion::Text => true,
        Conversion::Integer(Integer { base: 10, greatest, .. }) => i64::try_from(greatest).is_ok(),
        Conversion::Integer(_) | Conversion::Number | Conversion::Boolean => false,
    }
}
