//! What the tests of all engines need: the catalogs, their lines, and programs in Python that run an engine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kmd_catalog::Model;
use kmd_catalog::model::Message;
use kmd_events::{KmdTag, LoadedCatalog};
use kmd_rules::{Engine, Example, Options, RuleFile, Rules};
use kmd_tests::all_types::WxTag;
use kmd_tests::hard_lines::{HardLine, hard_lines};
use kmd_tests::oracle::{Found, assert_fidelity};
use serde_json::Value;

/// A catalog, and lines with what the parser gives for each.
pub struct Subject {
    /// The name of the catalog for messages of tests.
    pub name: &'static str,
    /// The model, from which the rules are made.
    pub model: Model,
    /// The lines.
    pub lines: Vec<HardLine>,
}

/// Returns the catalog of kmd, and one with every type.
#[must_use]
pub fn subjects() -> [Subject; 2] {
    let subject = |name, path: &str, catalog: &LoadedCatalog| {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        let model = kmd_catalog::load(root, &[path]).model.expect("a model");
        Subject { name, model, lines: hard_lines(catalog) }
    };
    [
        subject("kmd", "catalog.yaml", &LoadedCatalog::of::<KmdTag>()),
        subject("every type", "tests/fixtures/all_types.yaml", &LoadedCatalog::of::<WxTag>()),
    ]
}

/// A catalog whose texts, words and names would end a string, a comment or a name if they were not escaped.
const HOSTILE: &str = include_str!("hostile.yaml");

/// Returns a catalog that tries to break out of the syntax of an engine, with the examples as lines.
#[must_use]
pub fn hostile() -> Subject {
    let (model, diagnostics) = kmd_catalog::parse(HOSTILE);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let model = model.expect("a model");
    let line = |example: Example| HardLine {
        text: example.text,
        is_printed: true,
        tag: Some(example.tag.leak()),
        rest: example.rest,
        fields: example.values.into_iter().collect(),
    };
    // An example has one of the first words, and no absent value.
    let absent = model.messages.iter().flat_map(|message| &message.fields).find_map(|field| field.absent.clone());
    let words = model.enums.iter().flat_map(|it| &it.words).map(|word| &*word.text);
    let by = words.flat_map(|word| [("hq", word), (absent.as_deref().expect("an absent word"), word)]);
    let more = by.map(|(gone, word)| {
        let gone_value = (gone == "hq").then(|| ("gone".to_owned(), gone.into()));
        let values = gone_value.into_iter().chain([("word".to_owned(), word.into())]).collect();
        let text = format!("HX_ABSENT: by {gone} or {word}");
        Example { tag: "HX_ABSENT".to_owned(), text, values, rest: String::new() }
    });
    let more: Vec<Example> = more.collect();
    let lines = kmd_rules::examples(&model).into_iter().chain(more).map(line).collect();
    Subject { name: "hostile", model, lines }
}

impl Subject {
    /// Returns the rules for an engine.
    #[must_use]
    pub fn rules(&self, engine: Engine) -> Rules {
        kmd_rules::rules(engine, &self.model, &Options::default())
    }
}

/// Writes the rules and the lines to a folder, and runs a program in Python with the path of the folder. The program reads
/// `lines.jsonl` and writes one JSON value per line: null, or an object with `tag`, `fields` and `rest`.
///
/// Returns `None` if a module that the program needs is not installed and `KMD_ENGINES` is not `required`.
#[must_use]
pub fn run_python(program: &str, modules: &[&str], subject: &Subject, rules: &Rules) -> Option<Vec<Option<Found>>> {
    let is_required = std::env::var_os("KMD_ENGINES").is_some_and(|value| value == "required");
    for module in modules {
        let import = Command::new(python()).args(["-c", &format!("import {module}")]).output();
        if !import.is_ok_and(|output| output.status.success()) {
            assert!(!is_required, "the Python module {module} is not installed");
            eprintln!("skipped, because the Python module {module} is not installed");
            return None;
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    for file in &rules.files {
        fs::write(folder.path().join(&file.name), &file.text).expect("a file");
    }
    let lines: String = subject.lines.iter().map(|line| format!("{}\n", line.json())).collect();
    fs::write(folder.path().join("lines.jsonl"), lines).expect("a file");
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("python").join(program);
    let output = Command::new(python()).arg(program).arg(folder.path()).output().expect("Python runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    Some(text.lines().map(|line| found(&serde_json::from_str(line).expect("JSON"))).collect())
}

/// Returns the Python of the virtual environment that `run` makes, or that of the system.
fn python() -> PathBuf {
    std::env::var_os("KMD_ENGINES_PYTHON").map_or_else(|| PathBuf::from("python3"), PathBuf::from)
}

/// Reads what an engine found.
#[must_use]
pub fn found(value: &Value) -> Option<Found> {
    let tag = value["tag"].as_str()?.to_owned();
    let fields = value["fields"].as_object().cloned().unwrap_or_default();
    Some(Found { tag, fields, rest: value["rest"].as_str().unwrap_or_default().to_owned() })
}

impl Subject {
    /// Returns a file with the keywords of the messages and the names of the views of SQL.
    #[must_use]
    pub fn messages(&self) -> RuleFile {
        let prefix = self.model.prefix.to_lowercase();
        let message = |message: &Message| {
            serde_json::json!({
                "tag": message.tag,
                "severity": message.severity.name,
                "facility": message.facility.name,
                "view": view(&message.tag),
                "events": format!("{prefix}_events"),
            })
        };
        let messages: Vec<Value> = self.model.messages.iter().map(message).collect();
        RuleFile { name: "messages.json".to_owned(), text: Value::from(messages).to_string() }
    }
}

/// Compares the views of an engine that reads SQL with the parser. `unseen` has the tags of messages of the catalog with
/// every type whose limit no line shows.
pub fn check_views(engine: Engine, program: &str, modules: &[&str], unseen: &[&str]) {
    for subject in subjects().into_iter().chain([hostile()]) {
        let mut rules = subject.rules(engine);
        rules.files.push(subject.messages());
        let Some(found) = run_python(program, modules, &subject, &rules) else { return };
        println!("{}: {} of {} messages are exact", subject.name, exact(&rules), rules.fidelity.len());
        let unseen = if subject.name == "every type" { unseen } else { &[] };
        assert_fidelity(&subject.lines, &rules.fidelity, unseen, &found);
    }
}

/// Returns the name of the view of a message. Two names belong to views of the catalog.
fn view(tag: &str) -> String {
    let end = if tag.ends_with("_EVENTS") || tag.ends_with("_UNTAGGED") { "_" } else { "" };
    format!("{}{end}", tag.to_lowercase())
}

/// Returns the number of messages that are read exactly.
fn exact(rules: &Rules) -> usize {
    rules.fidelity.iter().filter(|message| message.is_exact()).count()
}
