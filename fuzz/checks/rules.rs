//! The properties of the rules of any catalog. The files for all engines have the syntax of their language, and the parser and the
//! regular expressions read the same values from hard lines.

use kmd_catalog::FieldType;
use kmd_catalog::model::{Message, Model};
use kmd_rules::{Engine, Example, Fidelity, Options, RuleFile, rules};
use kmd_tests::hard_lines::{HardLine, hard_lines};
use kmd_tests::lines::is_end_kept;
use kmd_tests::{oracle, regex_rules};
use serde_json::Value;

/// Checks any bytes as the text of a catalog.
///
/// # Panics
///
/// Panics if a property does not hold.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (Some(model), diagnostics) = kmd_catalog::parse(text) else { return };
    if !diagnostics.is_empty() {
        return;
    }
    for &engine in Engine::ALL {
        let rules = rules(engine, &model, &Options::default());
        assert_eq!(rules.fidelity.len(), model.messages.len(), "{engine:?}");
        for file in &rules.files {
            syntax(file);
        }
    }
    lines(&model);
}

/// Checks the syntax of a file in a language that other formats do not have in them.
fn syntax(RuleFile { name, text, .. }: &RuleFile) {
    let error = match name.rsplit('.').next() {
        Some("json") => serde_json::from_str::<Value>(text).err().map(|error| error.to_string()),
        Some("yaml") => serde_norway::from_str::<serde_norway::Value>(text).err().map(|error| error.to_string()),
        _ => None,
    };
    assert_eq!(error, None, "{name}: {text}");
    let is_control = |char: char| char.is_control() && char != '\n';
    assert!(!text.contains(is_control), "{name}: {text:?}");
}

/// Checks that the parser reads the examples as they are described, and that the regular expressions read lines as the parser does.
fn lines(model: &Model) {
    let catalog = kmd_loader::load(model);
    let rules = rules(Engine::Regex, model, &Options::default());
    // What ends a line is not a part of its text.
    let is_compared = |example: &Example| {
        let mut fidelity = rules.fidelity.iter().filter(|it| it.tag == example.tag);
        fidelity.any(Fidelity::is_exact_for_printed_lines) && is_end_kept(&example.text)
    };
    for example in kmd_rules::examples(model).into_iter().filter(is_compared) {
        let line = HardLine::new(&catalog, example.text.clone(), true);
        assert_eq!((line.tag, &line.rest), (Some(&*example.tag), &example.rest), "{example:?}");
        assert_eq!(line.fields.len(), example.values.len(), "{example:?} has {:?}", line.fields);
        let has = |(name, value): &(String, Value)| line.fields.get(name).is_some_and(|it| oracle::equal(it, value));
        assert!(example.values.iter().all(has), "{example:?} has {:?}", line.fields);
    }
    let messages = regex_rules::read(&rules.files[0].text);
    let mut lines = hard_lines(&catalog);
    // The expressions do not know how many digits a number keeps.
    let has_float = |message: &Message| message.fields.iter().any(|field| field.field_type == FieldType::F64);
    if model.messages.iter().any(has_float) {
        lines.retain(|line| line.is_printed || line.tag.is_some());
    }
    let found: Vec<_> = lines.iter().map(|line| regex_rules::find(&messages, &line.text)).collect();
    let report = oracle::compare(&lines, &rules.fidelity, &found).report;
    assert!(report.is_empty(), "{report}");
}
