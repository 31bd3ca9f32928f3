//! The parsers and filters of Fluent Bit.

use std::collections::HashMap;

use kmd_engines::{Subject, hostile_subject, subjects, unseen};
use kmd_rules::{Engine, Rules};
use kmd_tests::oracle::assert_fidelity;
use onig::{Regex, RegexOptions, Syntax};
use serde_json::{Map, Number, Value, json};

use crate::found;

struct Parser {
    regex: Regex,
    types: HashMap<String, String>,
}

/// The configuration.
struct Pipeline {
    parsers: HashMap<String, Parser>,
    filters: Vec<Filter>,
}

struct Filter {
    /// The beginning of the tags of its records, or a whole tag.
    matched: String,
    kind: Kind,
}

enum Kind {
    /// Keys, expressions and new tags.
    RewriteTag(Vec<(String, Regex, String)>),
    Parser(Vec<String>),
    Modify {
        condition: Vec<String>,
        add: Vec<Vec<String>>,
        remove: Vec<String>,
    },
}

fn regex(text: &str) -> Regex {
    Regex::with_options(text, RegexOptions::REGEX_OPTION_NONE, Syntax::ruby()).expect(text)
}

/// Returns the strings of a list, or one string.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(list) => list.iter().map(|value| value.as_str().expect("a string").to_owned()).collect(),
        text => vec![text.as_str().expect("a string").to_owned()],
    }
}

/// Splits a value at spaces, but not in quotes.
fn split(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(first) = chars.next() {
        let mut part = String::new();
        if first == '"' {
            while let Some(char) = chars.next().filter(|char| *char != '"') {
                part.push(if char == '\\' { chars.next().expect("a character") } else { char });
            }
            assert!(chars.next().is_none_or(|char| char == ' '), "{text}");
        } else {
            part.push(first);
            part.extend(std::iter::from_fn(|| chars.next().filter(|char| *char != ' ')));
        }
        parts.push(part);
    }
    parts
}

fn read(rules: &Rules) -> Pipeline {
    assert!(!rules.files[0].text.contains("${"));
    let file: Value = serde_norway::from_str(&rules.files[0].text).expect("YAML");
    let text = |value: &Value| value.as_str().expect("a string").to_owned();
    let parsers = file["parsers"].as_array().expect("parsers").iter().map(|parser| {
        assert_eq!((&parser["format"], &parser["skip_empty_values"]), (&"regex".into(), &false.into()));
        let types = strings(&parser["types"]).concat();
        let types = types.split(' ').filter_map(|of| of.split_once(':'));
        let types = types.map(|(key, name)| (key.to_owned(), name.to_owned())).collect();
        (text(&parser["name"]), Parser { regex: regex(&text(&parser["regex"])), types })
    });
    let parsers: HashMap<String, Parser> = parsers.collect();
    assert_eq!(parsers.len(), file["parsers"].as_array().map_or(0, Vec::len), "the names differ");
    let filters = file["pipeline"]["filters"].as_array().expect("filters").iter().map(|filter| {
        let kind = match &*text(&filter["name"]) {
            "rewrite_tag" => Kind::RewriteTag(
                strings(&filter["rule"])
                    .iter()
                    .map(|rule| {
                        let [key, expression, tag, "false"] = *rule.split(' ').collect::<Vec<_>>() else {
                            panic!("{rule}")
                        };
                        (key.strip_prefix('$').expect("a key").to_owned(), regex(expression), tag.to_owned())
                    })
                    .collect(),
            ),
            "parser" => {
                assert_eq!((&filter["reserve_data"], &filter["preserve_key"]), (&true.into(), &true.into()));
                assert_eq!(filter["key_name"], "message");
                Kind::Parser(strings(&filter["parser"]))
            }
            "modify" => Kind::Modify {
                condition: split(&text(&filter["condition"])),
                add: strings(&filter["add"]).iter().map(|it| split(it)).collect(),
                remove: strings(&filter["remove"]),
            },
            other => panic!("{other}"),
        };
        Filter { matched: text(&filter["match"]), kind }
    });
    Pipeline { parsers, filters: filters.collect() }
}

impl Pipeline {
    /// Runs the filters on a record. A record with a new tag begins again.
    fn run(&self, tag: &str, record: &mut Map<String, Value>) {
        for Filter { matched, kind } in &self.filters {
            let is_matched = matched.strip_suffix('*').map_or(tag == matched, |begin| tag.starts_with(begin));
            if !is_matched {
                continue;
            }
            match kind {
                Kind::RewriteTag(rules) => {
                    let new = rules.iter().find_map(|(key, regex, new)| {
                        let groups = regex.captures(record.get(key)?.as_str()?)?;
                        Some(new.replace("$1", groups.at(1).unwrap_or_default()))
                    });
                    if let Some(new) = new {
                        return self.run(&new, record);
                    }
                }
                Kind::Parser(names) => {
                    let text = record["message"].as_str().expect("a string").to_owned();
                    if let Some(values) = names.iter().find_map(|name| self.parsers[name].parse(&text)) {
                        record.extend(values);
                    }
                }
                Kind::Modify { condition, add, remove } => {
                    if holds(condition, record) {
                        for value in add {
                            let [key, value] = &**value else { panic!("{value:?}") };
                            record.entry(key).or_insert_with(|| value.clone().into());
                        }
                        remove.iter().for_each(|key| drop(record.remove(key)));
                    }
                }
            }
        }
    }
}

fn holds(condition: &[String], record: &Map<String, Value>) -> bool {
    let Some(value) = record.get(&condition[1]) else { return false };
    match &*condition[0] {
        "Key_exists" => true,
        "Key_value_equals" => *value == condition[2],
        "Key_value_matches" => regex(&condition[2]).find(value.as_str().expect("a string")).is_some(),
        "Key_value_does_not_match" => regex(&condition[2]).find(value.as_str().expect("a string")).is_none(),
        other => panic!("{other}"),
    }
}

impl Parser {
    fn parse(&self, text: &str) -> Option<Map<String, Value>> {
        let captures = self.regex.captures(text)?;
        let mut values = Map::new();
        self.regex.foreach_name(|name, groups| {
            assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'), "{name}");
            let [group] = *groups else { panic!("{name} has several groups") };
            let text = captures.at(usize::try_from(group).expect("a group")).expect("a group of each match");
            values.insert(name.to_owned(), convert(text, self.types.get(name).map(String::as_str)));
            true
        });
        Some(values)
    }
}

/// Converts as `atoll`, `atof` and `strtoull` of C.
fn convert(text: &str, to: Option<&str>) -> Value {
    match to {
        None => text.into(),
        Some("integer") => text.parse::<i64>().expect("an integer").into(),
        Some("hex") => u64::from_str_radix(text.strip_prefix("0x").unwrap_or(text), 16).expect("an integer").into(),
        Some("float") => Number::from_f64(text.parse().expect("a number")).expect("a finite number").into(),
        Some("bool") => (text == "true").into(),
        Some(other) => panic!("{other}"),
    }
}

/// Runs the filters on a text of a process. Returns the keys of the catalog in an object, without what they begin with.
fn event(pipeline: &Pipeline, subject: &Subject, text: &str, process: &str) -> Value {
    let Value::Object(mut record) = json!({ "message": text, "ident": process }) else { unreachable!() };
    pipeline.run("syslog", &mut record);
    assert_eq!((&record["message"], &record["ident"]), (&text.into(), &process.into()));
    let prefix = format!("{}_", subject.namespace());
    let keys = record.into_iter().filter_map(|(key, value)| Some((key.strip_prefix(&prefix)?.to_owned(), value)));
    let event: Map<String, Value> = keys.collect();
    if event.is_empty() { json!({}) } else { json!({ subject.namespace(): event }) }
}

#[test]
fn lines() {
    for subject in subjects().into_iter().chain([hostile_subject()]) {
        let rules = subject.rules(Engine::FluentBit);
        let pipeline = read(&rules);
        let process = &subject.model.process;
        let lines = subject.lines.iter();
        let found: Vec<_> =
            lines.map(|line| found(&subject, &event(&pipeline, &subject, &line.text, process))).collect();
        // The second use of the number shows where the first one ends. A number that is absent is at the same place in the
        // lines of the others.
        let unseen = [unseen(&subject), &["WX_TWICE", "WX_OTHER_UNITS", "WX_ABSENT", "HS_SOME"]].concat();
        assert_fidelity(&subject.lines, &rules.fidelity, &unseen, &found);
    }
}

#[test]
fn a_text_without_a_tag_of_another_process_is_not_read() {
    let [_, subject, _] = subjects();
    let pipeline = read(&subject.rules(Engine::FluentBit));
    assert_eq!(event(&pipeline, &subject, "contact lost: x", "wxd")["wx"]["tag"], "WX_CONTACT_LOST");
    assert_eq!(event(&pipeline, &subject, "contact lost: x", "other"), json!({}));
}
