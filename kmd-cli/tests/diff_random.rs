//! `kmd diff` on 2,000 pairs of catalogs that differ by random edits. What it says of the class *read* is compared with what
//! the parser does: lines with random values are printed by the old catalog and parsed by the new one.

mod random_catalogs;

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use kmd_events::LoadedCatalog;
use random_catalogs::Catalog;
use random_catalogs::old_lines::{is_broken, lines};
use random_catalogs::values::Random;

/// The number of pairs.
const PAIRS: usize = 2_000;

/// The number of lines of each wording.
const LINES: usize = 60;

/// What `kmd diff` says of a message.
#[derive(Default)]
struct Said {
    /// Lines that it says are no longer read.
    lines: Vec<String>,
    is_undecided: bool,
    /// The new names of placeholders.
    renamed: HashMap<String, String>,
}

fn load(text: &str) -> LoadedCatalog {
    let (model, diagnostics) = kmd_catalog::parse(text);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}\n{text}");
    kmd_loader::load(&model.expect("a model"))
}

/// Returns what `kmd diff` says of each message, or `None` if a catalog has mistakes.
fn said(folder: &Path, old: &str, new: &str) -> Option<HashMap<String, Said>> {
    if [old, new].iter().any(|text| !kmd_catalog::parse(text).1.is_empty()) {
        return None;
    }
    fs::write(folder.join("old.yaml"), old).expect("written");
    fs::write(folder.join("new.yaml"), new).expect("written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_kmd"));
    let output = command.current_dir(folder).args(["diff", "--format", "json", "old.yaml", "new.yaml"]).output();
    let output = output.expect("kmd runs");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let all: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let mut said: HashMap<String, Said> = HashMap::new();
    for change in all["changes"].as_array().expect("a list") {
        // The lifetime of the event enum can change.
        let Some(tag) = change["tag"].as_str() else { continue };
        let said = said.entry(tag.to_owned()).or_default();
        let what = change["change"].as_str().expect("a string");
        if let Some((old, new)) = what.strip_prefix("placeholder `").and_then(|rest| rest.split_once("` renamed to `"))
        {
            said.renamed.insert(old.to_owned(), new.trim_end_matches('`').to_owned());
        }
        if change["classes"].as_array().expect("a list").iter().any(|class| class == "read") {
            let line = change["example"].as_str().map(str::to_owned);
            said.is_undecided |= change["undecided"] == true;
            assert_ne!(line.is_none(), change["undecided"] == false, "{change:#}");
            said.lines.extend(line);
        }
    }
    Some(said)
}

#[test]
fn the_class_read_is_what_the_parser_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut pairs, mut invalid, mut seed) = (0, 0, 0);
    // Messages that are kept, broken and undecided, and undecided ones of which a line is not read.
    let (mut kept, mut broken, mut undecided, mut missed, mut read) = (0, 0, 0, 0, 0);
    while pairs < PAIRS {
        seed += 1;
        let mut random = Random::new(seed);
        let old = Catalog::random(&mut random);
        let new = old.edited(&mut random);
        let (old, new) = (old.yaml(), new.yaml());
        let Some(mut all) = said(folder.path(), &old, &new) else {
            invalid += 1;
            continue;
        };
        pairs += 1;
        let (old_catalog, new_catalog) = (load(&old), load(&new));
        for message in old_catalog.messages() {
            let said = all.remove(message.tag()).unwrap_or_default();
            let context = |line: &str| {
                let outcomes =
                    [&old_catalog, &new_catalog].map(|catalog| format!("{:?}", catalog.parse(line).outcome()));
                format!("seed {seed}, {line:?}\n{outcomes:#?}\n{old}\n{new}")
            };
            for line in &said.lines {
                let verdict = is_broken(&old_catalog, &new_catalog, message.tag(), line, &said.renamed);
                assert_eq!(verdict, Some(true), "{}", context(line));
            }
            let mut is_missed = false;
            for line in lines(message, LINES, &mut random) {
                let verdict = is_broken(&old_catalog, &new_catalog, message.tag(), &line, &said.renamed);
                read += usize::from(verdict.is_some());
                if said.lines.is_empty() && verdict == Some(true) {
                    assert!(said.is_undecided, "{}", context(&line));
                    is_missed = true;
                }
            }
            match &said.lines[..] {
                [] if said.is_undecided => undecided += 1,
                [] => kept += 1,
                _ => broken += 1,
            }
            missed += usize::from(is_missed);
        }
    }
    println!("{pairs} pairs ({invalid} were invalid), {read} lines");
    println!("{kept} messages kept, {broken} broken, {undecided} undecided, {missed} of them not read");
    assert!(kept > 1_000 && broken > 500, "{kept} {broken}");
    assert!(undecided * 10 < kept + broken, "{undecided} of {}", kept + broken);
}
