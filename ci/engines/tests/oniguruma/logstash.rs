//! The filters of Logstash.

use std::collections::HashMap;

use kmd_engines::{Subject, hostile_subject, subjects, unseen};
use kmd_rules::Engine;
use kmd_tests::oracle::assert_fidelity;
use onig::Regex;
use serde_json::{Number, Value as Json, json};

use crate::grok::Grok;
use crate::logstash_file::{Statement, Test, Value, parse};
use crate::{found, paths};

/// A compiled statement.
enum Step {
    If(Vec<(Option<Vec<Test>>, Vec<Step>)>),
    Grok {
        field: String,
        groks: Vec<Grok>,
        add: Vec<(String, String)>,
        tags: Vec<String>,
    },
    Remove(Vec<String>),
    Convert(String, String),
    /// A number in a base, and the greatest value and the number of all values if it is in two's complement.
    Ruby {
        field: String,
        base: u32,
        signed: Option<(i128, i128)>,
    },
}

fn compile(statements: Vec<Statement>) -> Vec<Step> {
    statements
        .into_iter()
        .map(|statement| match statement {
            Statement::If(branches) => {
                Step::If(branches.into_iter().map(|(condition, steps)| (condition, compile(steps))).collect())
            }
            Statement::Filter(name, options) => filter(&name, options),
        })
        .collect()
}

fn text(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Bare(text) => text.clone(),
        other => panic!("{other:?}"),
    }
}

fn list(value: &Value) -> Vec<String> {
    match value {
        Value::List(list) => list.iter().map(text).collect(),
        other => panic!("{other:?}"),
    }
}

fn map(value: &Value) -> Vec<(String, Value)> {
    match value {
        Value::Map(map) => map.clone(),
        other => panic!("{other:?}"),
    }
}

fn filter(name: &str, options: Vec<(String, Value)>) -> Step {
    let option = |name: &str| options.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    match name {
        "grok" => {
            let pairs = |value: &Value| map(value).iter().map(|(key, value)| (key.clone(), text(value))).collect();
            let patterns: Vec<(String, String)> = option("pattern_definitions").map(pairs).unwrap_or_default();
            let patterns: HashMap<String, String> = patterns.into_iter().collect();
            let [(field, expressions)] = &*map(option("match").expect("match")) else { panic!("one field") };
            let groks: Vec<Grok> = list(expressions).iter().map(|it| Grok::new(it, &patterns)).collect();
            let add: Vec<(String, String)> = option("add_field").map(pairs).unwrap_or_default();
            assert!(add.is_empty() || text(option("keep_empty_captures").expect("an option")) == "true");
            Step::Grok { field: field.clone(), groks, add, tags: list(option("tag_on_failure").expect("tags")) }
        }
        "mutate" => match &*options {
            [(key, value)] if key == "remove_field" => Step::Remove(list(value)),
            [(key, value)] if key == "convert" => {
                let [(field, to)] = &*map(value) else { panic!("one field") };
                Step::Convert(field.clone(), text(to))
            }
            other => panic!("{other:?}"),
        },
        "ruby" => ruby(&text(option("code").expect("code"))),
        other => panic!("{other}"),
    }
}

/// Reads one of the two forms of code that the rules have.
fn ruby(code: &str) -> Step {
    let unsigned = Regex::new(r"\Aevent\.set\('(.+)', event\.get\('\1'\)\.to_i\((\d+)\)\)\z").expect("a regex");
    let signed = r"\Anumber = event\.get\('(.+)'\)\.to_i\((\d+)\); event\.set\('\1', number > (\d+) \? number - (\d+) : number\)\z";
    let signed = Regex::new(signed).expect("a regex");
    let number = |text: Option<&str>| text.expect("a number").parse::<i128>().expect("a number");
    let groups = unsigned.captures(code).or_else(|| signed.captures(code)).unwrap_or_else(|| panic!("{code}"));
    let field = groups.at(1).expect("a field").to_owned();
    let base = u32::try_from(number(groups.at(2))).expect("a base");
    let signed = groups.at(3).map(|greatest| (number(Some(greatest)), number(groups.at(4))));
    Step::Ruby { field, base, signed }
}

/// Returns the names in `[kmd][tag]`, or a name without brackets.
fn path(field: &str) -> Vec<&str> {
    if !field.starts_with('[') {
        return vec![field];
    }
    field.trim_start_matches('[').trim_end_matches(']').split("][").collect()
}

fn holds(test: &Test, event: &Json) -> bool {
    let value = |field: &str| paths::get(event, &path(field)).filter(|value| !value.is_null());
    match test {
        Test::Exists(field, wanted) => value(field).is_some_and(|value| value != &Json::Bool(false)) == *wanted,
        Test::Equals(field, text) => value(field).is_some_and(|value| value == text),
        Test::In(field, list) => {
            value(field).and_then(Json::as_str).is_some_and(|it| list.iter().any(|text| text == it))
        }
        Test::Matches(field, regex) => {
            value(field).and_then(Json::as_str).is_some_and(|it| Regex::new(regex).expect("a regex").find(it).is_some())
        }
    }
}

fn run(steps: &[Step], event: &mut Json) {
    for step in steps {
        match step {
            Step::If(branches) => {
                let is_open = |condition: &Option<Vec<Test>>| {
                    condition.as_ref().is_none_or(|tests| tests.iter().any(|test| holds(test, event)))
                };
                if let Some((_, steps)) = branches.iter().find(|(condition, _)| is_open(condition)) {
                    run(steps, event);
                }
            }
            Step::Grok { field, groks, add, tags } => {
                let text = event[field].as_str().expect("a string").to_owned();
                let Some(captures) = groks.iter().find_map(|grok| grok.captures(&text)) else {
                    tags.iter().for_each(|tag| paths::set(event, &["tags", tag], true.into()));
                    continue;
                };
                for (field, to, text) in captures {
                    let value = if let Some(to) = to { convert(&text.into(), to) } else { text.into() };
                    paths::set(event, &path(field), value);
                }
                add.iter().for_each(|(field, value)| paths::set(event, &path(field), value.clone().into()));
            }
            Step::Remove(fields) => fields.iter().for_each(|field| paths::remove(event, &path(field))),
            Step::Convert(field, to) => {
                if let Some(value) = paths::get(event, &path(field)) {
                    let value = convert(value, to);
                    paths::set(event, &path(field), value);
                }
            }
            Step::Ruby { field, base, signed } => {
                let text = paths::get(event, &path(field)).and_then(Json::as_str).expect("a string");
                let number = integer(text, *base);
                let number =
                    signed.map_or(number, |(greatest, all)| if number > greatest { number - all } else { number });
                paths::set(event, &path(field), json_integer(number));
            }
        }
    }
}

/// Converts as `to_i` and `to_f` of Ruby.
fn convert(value: &Json, to: &str) -> Json {
    let text = value.as_str().expect("a string");
    match to {
        "int" | "integer" => json_integer(integer(text, 10)),
        "float" => Number::from_f64(text.parse().expect("a number")).expect("a finite number").into(),
        "boolean" => (text == "true").into(),
        other => panic!("{other}"),
    }
}

fn integer(text: &str, base: u32) -> i128 {
    let prefix = match base {
        2 => "0b",
        8 => "0o",
        16 => "0x",
        _ => "",
    };
    i128::from_str_radix(text.strip_prefix(prefix).unwrap_or(text), base).expect("an integer")
}

fn json_integer(number: i128) -> Json {
    u64::try_from(number).map_or_else(|_| i64::try_from(number).expect("64 bits").into(), Into::into)
}

fn steps(subject: &Subject) -> (Vec<Step>, kmd_rules::Rules) {
    let rules = subject.rules(Engine::Logstash);
    (compile(parse(&rules.files[0].text)), rules)
}

#[test]
fn lines() {
    for subject in subjects().into_iter().chain([hostile_subject()]) {
        let (steps, rules) = steps(&subject);
        let found: Vec<_> = subject
            .lines
            .iter()
            .map(|line| {
                let mut event = json!({ "message": line.text, "process": { "name": subject.model.process } });
                run(&steps, &mut event);
                let found = found(&subject, &event);
                assert!(found.is_none() || event.get("tags").is_none(), "{event}");
                found
            })
            .collect();
        assert_fidelity(&subject.lines, &rules.fidelity, unseen(&subject), &found);
    }
}

#[test]
fn a_text_without_a_tag_of_another_process_is_not_read() {
    let [_, subject, _] = subjects();
    let (steps, _) = steps(&subject);
    for (process, is_read) in [("wxd", true), ("other", false)] {
        let mut event = json!({ "message": "contact lost: x", "process": { "name": process } });
        run(&steps, &mut event);
        assert_eq!(event.get("wx").is_some(), is_read, "{event}");
    }
}
