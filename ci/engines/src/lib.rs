//! What the tests of all engines need: the catalogs, their lines, and programs in Python that run an engine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kmd_catalog::Model;
use kmd_catalog::model::{Field, Message};
use kmd_events::{KmdTag, LoadedCatalog};
use kmd_rules::{Engine, Options, RuleFile, Rules};
use kmd_tests::all_types::WxTag;
use kmd_tests::hard_lines::{HardLine, hard_lines};
use kmd_tests::hard_shapes::HsTag;
use kmd_tests::oracle::{Found, assert_fidelity};
use serde_json::Value;

/// A catalog with texts that have a meaning in the languages of engines.
pub mod hostile {
    kmd_events::catalog!(pub "fixtures/hostile.yaml", in crate::hostile);
}

/// A catalog, and lines with what the parser gives for each.
pub struct Subject {
    /// The name of the catalog for messages of tests.
    pub name: &'static str,
    /// The model, from which the rules are made.
    pub model: Model,
    /// The lines.
    pub lines: Vec<HardLine>,
}

/// Returns the catalog of kmd, one with every type, and one with messages that are hard to tell from each other.
#[must_use]
pub fn subjects() -> [Subject; 3] {
    [
        Subject::new("kmd", "catalog.yaml", &LoadedCatalog::of::<KmdTag>()),
        Subject::new("every type", "tests/fixtures/all_types.yaml", &LoadedCatalog::of::<WxTag>()),
        Subject::new("hard shapes", "tests/fixtures/hard_shapes.yaml", &LoadedCatalog::of::<HsTag>()),
    ]
}

/// Returns the catalog with texts that have a meaning in the languages of engines.
#[must_use]
pub fn hostile_subject() -> Subject {
    Subject::new("hostile", "ci/engines/fixtures/hostile.yaml", &LoadedCatalog::of::<hostile::EvilTag>())
}

impl Subject {
    fn new(name: &'static str, path: &str, catalog: &LoadedCatalog) -> Self {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        let model = kmd_catalog::load(root, &[path]).model.expect("a model");
        Self { name, model, lines: hard_lines(catalog) }
    }

    /// Returns the name before the names of the values.
    #[must_use]
    pub fn namespace(&self) -> String {
        self.model.prefix.to_lowercase()
    }

    /// Returns the rules for an engine.
    #[must_use]
    pub fn rules(&self, engine: Engine) -> Rules {
        kmd_rules::rules(engine, &self.model, &Options::default())
    }
}

/// Returns the name of a field in the Elastic Common Schema.
#[must_use]
pub fn ecs(field: &Field) -> Option<&str> {
    field.ecs.as_deref()
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
#[must_use]
pub fn python() -> PathBuf {
    std::env::var_os("KMD_ENGINES_PYTHON").map_or_else(|| PathBuf::from("python3"), PathBuf::from)
}

/// Reads what an engine found.
#[must_use]
pub fn found(value: &Value) -> Option<Found> {
    let tag = value["tag"].as_str()?.to_owned();
    let fields = value["fields"].as_object().cloned().unwrap_or_default();
    Some(Found { tag, fields, rest: value["rest"].as_str().unwrap_or_default().to_owned() })
}

/// Returns the tags of messages with a limit of all engines with regular expressions that no line shows.
#[must_use]
pub fn unseen(subject: &Subject) -> &'static [&'static str] {
    match subject.name {
        // `inf` is not printed before a word, and no word follows an address in a line that is read.
        "every type" => &["WX_FORMATTED_ABSENT", "WX_ADDRESS_BEFORE_SKY"],
        _ => &[],
    }
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
        RuleFile::new("messages.json", Value::from(messages).to_string())
    }
}

/// Compares the views of an engine that reads SQL with the parser. `unseen` has the tags of messages of the catalog with
/// every type whose limit no line shows.
pub fn check_views(engine: Engine, program: &str, modules: &[&str], unseen: &[&str]) {
    for subject in subjects().into_iter().chain([hostile_subject()]) {
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
