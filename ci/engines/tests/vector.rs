//! The configuration of Vector: its program and its unit tests run in the crate `vrl`, which is the language of Vector.
#![cfg(feature = "vector")]

use std::collections::BTreeMap;

use kmd_engines::{Subject, found, hostile_subject, subjects, unseen};
use kmd_rules::{Engine, Rules};
use kmd_tests::oracle::assert_fidelity;
use serde_json::{Value as Json, json};
use vrl::compiler::state::RuntimeState;
use vrl::compiler::{Context, Program, TargetValue, TimeZone, compile};
use vrl::value::{ObjectMap, Secrets, Value};

/// Compiles a program with the functions of the language.
fn program(source: &str) -> Program {
    let compiled = compile(source, &vrl::stdlib::all())
        .unwrap_or_else(|error| panic!("{}", vrl::diagnostic::Formatter::new(source, error)));
    assert!(compiled.warnings.is_empty(), "{}", vrl::diagnostic::Formatter::new(source, compiled.warnings));
    compiled.program
}

/// Runs a program on an event. Returns the event after it, and the value of the program.
fn run(program: &Program, event: Value) -> (Value, Value) {
    let mut target =
        TargetValue { value: event, metadata: Value::Object(BTreeMap::new()), secrets: Secrets::default() };
    let mut state = RuntimeState::default();
    let timezone = TimeZone::default();
    let value = program.resolve(&mut Context::new(&mut target, &mut state, &timezone)).expect("no error");
    (target.value, value)
}

fn json(value: &Value) -> Json {
    serde_json::to_value(value).expect("JSON")
}

/// Returns the file of the rules with the end of a name.
fn file<'r>(rules: &'r Rules, end: &str) -> &'r str {
    let file = rules.files.iter().find(|file| file.name.ends_with(end)).expect("a file");
    assert!(!file.text.contains('$'), "{} has a $", file.name);
    &file.text
}

/// Reads the program of the configuration. The file with only the program has the same.
fn transform(subject: &Subject, rules: &Rules) -> Program {
    let configuration: Json = serde_norway::from_str(&rules.files[0].text).expect("YAML");
    let transform = &configuration["transforms"][subject.namespace()];
    assert_eq!(transform["type"], "remap");
    let source = transform["source"].as_str().expect("a program");
    assert!(file(rules, ".vrl").ends_with(source), "the two programs differ");
    program(source)
}

fn event(fields: &Json) -> Value {
    Value::from(fields.clone())
}

#[test]
fn lines() {
    for subject in subjects().into_iter().chain([hostile_subject()]) {
        let rules = subject.rules(Engine::Vector);
        let program = transform(&subject, &rules);
        let name = subject.namespace();
        let found: Vec<_> = subject
            .lines
            .iter()
            .map(|line| {
                let before = json!({ "message": line.text, "appname": subject.model.process });
                let after = json(&run(&program, event(&before)).0);
                assert_eq!(after["message"], before["message"]);
                found_event(&after[&name])
            })
            .collect();
        assert_fidelity(&subject.lines, &rules.fidelity, unseen(&subject), &found);
    }
}

/// Reads an event of the catalog, in which values and other keys are together.
fn found_event(event: &Json) -> Option<kmd_tests::oracle::Found> {
    let mut fields = event.as_object()?.clone();
    let tag = fields.remove("tag");
    let rest = fields.remove("rest");
    assert!(fields.remove("severity").is_some() && fields.remove("facility").is_some());
    found(&json!({ "tag": tag, "rest": rest, "fields": fields }))
}

#[test]
fn events_that_are_no_lines_of_the_process_are_not_changed() {
    let [_, subject, _] = subjects();
    let rules = subject.rules(Engine::Vector);
    let program = transform(&subject, &rules);
    let others = [
        json!({}),
        json!({ "message": 7 }),
        json!({ "message": null }),
        json!({ "message": "contact lost: x", "appname": "other" }),
    ];
    for before in others {
        assert_eq!(json(&run(&program, event(&before)).0), before);
    }
    let (after, _) = run(&program, event(&json!({ "message": "contact lost: x" })));
    assert_eq!(json(&after)[subject.namespace()]["tag"], "WX_CONTACT_LOST");
}

/// Runs the unit tests of the configuration as Vector does. Returns the number of conditions, and those that are not met.
fn unit_tests(program_under_test: &Program, text: &str) -> (usize, Vec<String>) {
    let tests: Json = serde_norway::from_str(text).expect("YAML");
    let mut count = 0;
    let mut failed = Vec::new();
    for test in tests["tests"].as_array().expect("tests") {
        let inputs = test["inputs"].as_array().expect("inputs").iter();
        let events: Vec<Value> = inputs
            .map(|input| {
                assert_eq!(input["type"], "vrl");
                let source = program(input["source"].as_str().expect("a program"));
                run(program_under_test, run(&source, Value::Object(ObjectMap::new())).0).0
            })
            .collect();
        for condition in test["outputs"][0]["conditions"].as_array().expect("conditions") {
            assert_eq!(condition["type"], "vrl");
            let source = condition["source"].as_str().expect("a program");
            let condition = program(source);
            count += 1;
            if !events.iter().any(|event| run(&condition, event.clone()).1 == Value::Boolean(true)) {
                failed.push(format!("{}: {source}", test["name"]));
            }
        }
    }
    (count, failed)
}

#[test]
fn unit_tests_of_the_file() {
    for subject in subjects().into_iter().chain([hostile_subject()]) {
        let rules = subject.rules(Engine::Vector);
        let program = transform(&subject, &rules);
        let tests = file(&rules, ".tests.yaml");
        let (count, failed) = unit_tests(&program, tests);
        println!("{}: {count} conditions", subject.name);
        assert!(count >= subject.model.messages.len() && failed.is_empty(), "{failed:#?}");
        // A wrong value is found.
        let severity = r#""severity": "info""#;
        assert!(tests.contains(severity));
        let (_, failed) = unit_tests(&program, &tests.replacen(severity, r#""severity": "debug""#, 1));
        assert_eq!(failed.len(), 1, "{failed:#?}");
    }
}
