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

/// Returns the statements that set the values of a span, which is the variable itself if it has a single value.
pub(super) fn statements(span: &Span, rule: &Rule<'_>, namespace: &str) -> String {
    let variable = |index: usize| format!("$!{namespace}!{}", rule.name(index));
    let whole = format!("$!{namespace}!{}", span.name);
    if let [Item::Value(index, ..)] = &*span.items
        && span.rest.is_none()
    {
        return value(span, 0, rule, &variable(*index), &whole, namespace);
    }
    let mut text = format!("set $.{namespace}_text = {whole};\nunset {whole};\n");
    for (at, item) in span.items.iter().enumerate() {
        let is_last = at + 1 == span.items.len() && span.rest.is_none();
        match item {
            Item::Literal(_) if is_last => {}
            Item::Literal(literal) => {
                let length = literal.len();
                let _ = writeln!(
                    text,
                    "set $.{namespace}_text = substring($.{namespace}_text, {length}, strlen($.{namespace}_text) - {length});"
                );
            }
            Item::Text(index) => {
                let variable = variable(*index);
                if is_last {
                    let _ = writeln!(text, "set {variable} = $.{namespace}_text;");
                } else {
                    // The first place where the rest of the text follows is where its longest form begins.
                    let regex = string(&format!("{}$", from(span, at + 1)));
                    let _ =
                        writeln!(text, "set $.{namespace}_after = re_extract($.{namespace}_text, {regex}, 0, 0, '');");
                    let length = format!("strlen($.{namespace}_text) - strlen($.{namespace}_after)");
                    let _ = writeln!(
                        text,
                        "set {variable} = substring($.{namespace}_text, 0, {length});\nset $.{namespace}_text = $.{namespace}_after;"
                    );
                }
                let absent = rule.message.fields.get(*index).and_then(|field| field.absent.as_deref());
                if let Some(absent) = absent {
                    let _ = writeln!(text, "if {variable} == {} then unset {variable};", string(absent));
                }
            }
            Item::Value(..) | Item::Again(..) => {
                let (Item::Value(.., pattern) | Item::Again(pattern)) = item else { continue };
                let regex = string(&format!("^({}){}$", posix(pattern), from(span, at + 1)));
                if is_last {
                    let _ = writeln!(text, "set $.{namespace}_value = $.{namespace}_text;");
                } else {
                    let _ =
                        writeln!(text, "set $.{namespace}_value = re_extract($.{namespace}_text, {regex}, 0, 1, '');");
                    let length = format!("strlen($.{namespace}_value)");
                    let _ = writeln!(
                        text,
                        "set $.{namespace}_text = substring($.{namespace}_text, {length}, strlen($.{namespace}_text) - {length});"
                    );
                }
                if let Item::Value(index, ..) = item {
                    let variable = variable(*index);
                    let converted = value(span, at, rule, &variable, &format!("$.{namespace}_value"), namespace);
                    if !converted.starts_with("set") {
                        let _ = writeln!(text, "set {variable} = $.{namespace}_value;");
                    }
                    text += &converted;
                }
            }
        }
    }
    for &index in &span.empty {
        let _ = writeln!(text, "set {} = '';", variable(index));
    }
    if span.rest.is_some() {
        let _ = writeln!(text, "set $!{namespace}!rest = $.{namespace}_text;");
    }
    text
}

/// Returns the statements that convert a value, whose text is that of `source`.
fn value(span: &Span, at: usize, rule: &Rule<'_>, variable: &str, source: &str, namespace: &str) -> String {
    let Some(Item::Value(index, format, _)) = span.items.get(at) else { return String::new() };
    let Some(field) = rule.message.fields.get(*index) else { return String::new() };
    let conversion = Conversion::new(field, *format);
    let converted = if super::is_converted(conversion) {
        convert(conversion, *format, variable, source, namespace)
    } else {
        String::new()
    };
    let Some(absent) = &field.absent else { return converted };
    let is_absent = format!("if {source} == {} then unset {variable};\n", string(absent));
    if converted.is_empty() { is_absent } else { format!("{is_absent}else {{\n{converted}}}\n") }
}

fn convert(conversion: Conversion, format: FormatSpec, variable: &str, source: &str, namespace: &str) -> String {
    let Conversion::Integer(Integer { least, greatest, base, prefix }) = conversion else { return String::new() };
    let (zero, modulus) = match base {
        10 if format.width <= 1 => return format!("set {variable} = cnum({source});\n"),
        // `cnum` takes digits after a zero for octal ones.
        8 => ("'0' & ", (greatest + 1) * 2),
        _ => ("", 0),
    };
    let digits = format!("re_extract({source}, '^-?{prefix}0*([0-9]+)$', 0, 1, '')");
    let number = format!("set {variable} = cnum({zero}{digits});\n");
    match (least < 0, base) {
        (false, _) => number,
        (true, 8) => {
            format!("{number}if {variable} > {greatest} then set {variable} = {variable} - {modulus};\n")
        }
        // The variable can be the source.
        (true, _) => format!(
            "set $.{namespace}_sign = re_extract({source}, '^-', 0, 0, '');\n{number}if $.{namespace}_sign == '-' then set {variable} = 0 - \
             {variable};\n"
        ),
    }
}
