//! The ingest pipeline of Elasticsearch.

use std::collections::HashMap;

use kmd_engines::{Subject, hostile_subject, subjects, unseen};
use kmd_rules::{Engine, Rules};
use kmd_tests::oracle::assert_fidelity;
use onig::Regex;
use serde_json::{Map, Number, Value, json};

use crate::grok::Grok;
use crate::{found, paths};

/// A processor, and the parts of its condition with `&&` between them.
struct Processor {
    name: String,
    condition: Vec<Condition>,
    options: Value,
    groks: Vec<Grok>,
}

fn compile(pipeline: &Value) -> Vec<Processor> {
    let processors = pipeline["processors"].as_array().expect("processors").iter();
    processors
        .map(|processor| {
            let (name, options) = processor.as_object().and_then(|object| object.iter().next()).expect("a processor");
            let condition = options["if"].as_str().expect("a condition").split(" && ").map(Condition::new).collect();
            let patterns = options["pattern_definitions"].as_object().cloned().unwrap_or_default();
            let text = |value: &Value| value.as_str().expect("a string").to_owned();
            let patterns: HashMap<String, String> =
                patterns.iter().map(|(key, value)| (key.clone(), text(value))).collect();
            let groks = options["patterns"].as_array().into_iter().flatten();
            let groks = groks.map(|expression| Grok::new(&text(expression), &patterns)).collect();
            Processor { name: name.clone(), condition, options: options.clone(), groks }
        })
        .collect()
}

/// Returns the names in `ctx.wx?.tag`.
fn path(field: &str) -> Vec<&str> {
    let names = field.strip_prefix("ctx.").unwrap_or(field).split('.');
    names.map(|name| name.trim_end_matches('?')).collect()
}

/// Reads a literal of Painless for a string.
fn string(literal: &str) -> String {
    let text = literal.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')).expect("a string");
    let mut chars = text.chars();
    std::iter::from_fn(|| chars.next().map(|char| if char == '\\' { chars.next().expect("a character") } else { char }))
        .collect()
}

/// A condition, of which the fields are paths.
enum Condition {
    Any(Vec<Condition>),
    IsString(Vec<String>),
    Begins(Vec<String>, String),
    IsNull(Vec<String>, bool),
    Equals(Vec<String>, String),
}

impl Condition {
    /// Reads one of the forms of conditions that the rules have.
    fn new(text: &str) -> Self {
        let path = |field: &str| path(field).into_iter().map(str::to_owned).collect();
        if let Some(either) = text.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
            return Self::Any(either.split(" || ").map(Self::new).collect());
        }
        if let Some(field) = text.strip_suffix(" instanceof String") {
            return Self::IsString(path(field));
        }
        if let Some((field, begin)) = text.strip_suffix(')').and_then(|it| it.split_once(".startsWith(")) {
            return Self::Begins(path(field), string(begin));
        }
        if let Some((field, "null")) = text.split_once(" != ") {
            return Self::IsNull(path(field), false);
        }
        match text.split_once(" == ") {
            Some((field, "null")) => Self::IsNull(path(field), true),
            Some((field, text)) => Self::Equals(path(field), string(text)),
            None => panic!("{text}"),
        }
    }

    fn holds(&self, event: &Value) -> bool {
        let value = |path: &[String]| {
            let value = path.iter().try_fold(event, |value, name| value.get(name));
            value.filter(|value| !value.is_null())
        };
        match self {
            Self::Any(either) => either.iter().any(|condition| condition.holds(event)),
            Self::IsString(path) => value(path).is_some_and(Value::is_string),
            Self::Begins(path, begin) => value(path).and_then(Value::as_str).expect("a string").starts_with(begin),
            Self::IsNull(path, wanted) => value(path).is_none() == *wanted,
            Self::Equals(path, text) => value(path).is_some_and(|value| value == text),
        }
    }
}

fn run(processors: &[Processor], event: &mut Value) {
    for Processor { name, condition, options, groks } in processors {
        if !condition.iter().all(|part| part.holds(event)) {
            continue;
        }
        let field = options["field"].as_str().unwrap_or_default();
        match &**name {
            "grok" => {
                assert_eq!(options["ignore_failure"], true);
                let text = event[field].as_str().expect("a string").to_owned();
                for (field, to, text) in groks.iter().find_map(|grok| grok.captures(&text)).unwrap_or_default() {
                    let value =
                        to.map_or_else(|| Some(text.into()), |to| convert(text, to)).expect("a value of its type");
                    paths::set(event, &path(field), value);
                }
            }
            "set" => paths::set(event, &path(field), options["value"].clone()),
            "remove" => {
                // The processor fails if the field is missing.
                assert!(paths::get(event, &path(field)).is_some());
                paths::remove(event, &path(field));
            }
            "convert" => {
                let Some(text) = paths::get(event, &path(field)) else { continue };
                assert_eq!((&options["ignore_missing"], &options["ignore_failure"]), (&true.into(), &true.into()));
                if let Some(value) =
                    convert(text.as_str().expect("a string"), options["type"].as_str().expect("a type"))
                {
                    paths::set(event, &path(field), value);
                }
            }
            "script" => script(options, event),
            other => panic!("{other}"),
        }
    }
}

/// Converts as `parseLong`, `parseDouble` and `parseBoolean` of Java.
fn convert(text: &str, to: &str) -> Option<Value> {
    Some(match to {
        "long" => text.parse::<i64>().ok()?.into(),
        "double" => Number::from_f64(text.parse().ok()?)?.into(),
        "boolean" => (text == "true").into(),
        other => panic!("{other}"),
    })
}

/// Runs one of the forms of scripts that the rules have.
fn script(options: &Value, event: &mut Value) {
    let source = options["source"].as_str().expect("a script");
    let regex = |text: &str| Regex::new(text).expect("a regex");
    let untagged = r"\Aint colon = ctx\.message\.indexOf\(':'\); if \(colon < 0 \|\| !params\.tags\.contains\(ctx\.message\.substring\(0, colon\)\)\) \{ ctx\.(\w+) = \['tag': ''\] \}\z";
    let keywords = r"\Actx\.(\w+)\.severity = params\[ctx\.\1\.tag\]\.severity; ctx\.\1\.facility = params\[ctx\.\1\.tag\]\.facility\z";
    let plain = r"\A(ctx\.[\w.]+) = Long\.parse(Unsigned)?Long\(\1(?:\.substring\((\d)\))?, (\d+)\)\z";
    let signed = r"\Along number = Long\.parseLong\((ctx\.[\w.]+)(?:\.substring\((\d)\))?, (\d+)\); \1 = number > (\d+)L \? number - (\d+)L : number\z";
    if let Some(groups) = regex(untagged).captures(source) {
        let text = event["message"].as_str().expect("a string");
        let tags = options["params"]["tags"].as_array().expect("tags");
        if text.split_once(':').is_none_or(|(tag, _)| tags.iter().all(|other| other != tag)) {
            event[groups.at(1).expect("a name")] = json!({ "tag": "" });
        }
    } else if let Some(groups) = regex(keywords).captures(source) {
        let event = &mut event[groups.at(1).expect("a name")];
        let message = &options["params"][event["tag"].as_str().expect("a tag")];
        event["severity"] = message["severity"].clone();
        event["facility"] = message["facility"].clone();
    } else if let Some(groups) = regex(plain).captures(source) {
        let digits = groups.at(3).map_or(0, |skipped| skipped.parse().expect("a number"));
        convert_digits(event, &path(groups.at(1).expect("a field")), |text| {
            let base = groups.at(4).expect("a base").parse().expect("a base");
            match groups.at(2) {
                None => i64::from_str_radix(&text[digits..], base).ok(),
                Some(_) => u64::from_str_radix(&text[digits..], base).ok().map(u64::cast_signed),
            }
        });
    } else if let Some(groups) = regex(signed).captures(source) {
        let number = |at: usize| groups.at(at).map_or(0, |text| text.parse::<i64>().expect("a number"));
        convert_digits(event, &path(groups.at(1).expect("a field")), |text| {
            let digits = &text[usize::try_from(number(2)).expect("a number")..];
            let value = i64::from_str_radix(digits, u32::try_from(number(3)).expect("a base")).ok()?;
            Some(if value > number(4) { value - number(5) } else { value })
        });
    } else {
        panic!("{source}");
    }
}

/// Replaces digits with a number. If they do not fit, they stay, since failures are ignored.
fn convert_digits(event: &mut Value, path: &[&str], number: impl Fn(&str) -> Option<i64>) {
    let digits = paths::get(event, path).and_then(Value::as_str).expect("a string");
    if let Some(number) = number(digits) {
        paths::set(event, path, number.into());
    }
}

fn processors(subject: &Subject) -> (Vec<Processor>, Rules) {
    let rules = subject.rules(Engine::Elasticsearch);
    let pipeline: Value = serde_json::from_str(&rules.files[0].text).expect("JSON");
    (compile(&pipeline), rules)
}

#[test]
fn lines() {
    for subject in subjects().into_iter().chain([hostile_subject()]) {
        let (processors, rules) = processors(&subject);
        let found: Vec<_> = subject
            .lines
            .iter()
            .map(|line| {
                let mut event = json!({ "message": line.text, "process": { "name": subject.model.process } });
                run(&processors, &mut event);
                found(&subject, &event)
            })
            .collect();
        assert_fidelity(&subject.lines, &rules.fidelity, unseen(&subject), &found);
    }
}

#[test]
fn simulation_of_the_file() {
    for subject in subjects().into_iter().chain([hostile_subject()]) {
        let (processors, rules) = processors(&subject);
        let simulation: Value = serde_json::from_str(&rules.files[1].text).expect("JSON");
        let documents = simulation["docs"].as_array().expect("documents");
        assert!(documents.len() > subject.model.messages.len());
        for document in documents {
            let mut event = document["_source"].clone();
            run(&processors, &mut event);
            assert_eq!(event[subject.namespace()], event["expected"], "{}", event["message"]);
        }
    }
}

#[test]
fn documents_that_are_no_lines_of_the_process_are_not_changed() {
    let [_, subject, _] = subjects();
    let (processors, _) = processors(&subject);
    let other = json!({ "message": "contact lost: x", "process": { "name": "other" } });
    for before in [Value::Object(Map::new()), json!({ "message": 7 }), other] {
        let mut event = before.clone();
        run(&processors, &mut event);
        assert_eq!(event, before);
    }
}
