//! Measures how many lines the rules read per second: `figures NUMBER`. The engines are those of the features.
//!
//! The lines are those of kmd that the tests use, again and again. Vector runs its whole program on each event. For
//! Oniguruma (Fluent Bit, Logstash, Elasticsearch) and RE2 (the Collector), only the choice of the expressions by tag and
//! the expressions are measured, since the engines around them are not here.

use kmd_engines::subjects;

fn main() {
    let number = std::env::args().nth(1).and_then(|number| number.parse().ok()).unwrap_or(100_000);
    let [subject, _] = subjects();
    let printed: Vec<&str> =
        subject.lines.iter().filter(|line| line.is_printed && line.tag.is_some()).map(|line| &*line.text).collect();
    let lines: Vec<&str> = printed.into_iter().cycle().take(number).collect();
    println!("{number} lines of kmd");
    println!("{:<12} {:>12} {:>10}", "engine", "lines/s", "read");
    #[cfg(feature = "vector")]
    vector::measure(&subject, &lines);
    #[cfg(feature = "oniguruma")]
    oniguruma::measure(&subject, &lines);
    re2::measure(&subject, &lines);
}

/// Prints a line of the table.
#[cfg_attr(not(any(feature = "vector", feature = "oniguruma")), allow(dead_code))]
fn print(engine: &str, seconds: f64, lines: usize, read: usize) {
    let lines = f64::from(u32::try_from(lines).unwrap_or(u32::MAX));
    println!("{engine:<12} {:>12.0} {read:>10}", lines / seconds);
}

#[cfg(feature = "vector")]
mod vector {
    use std::collections::BTreeMap;
    use std::time::Instant;

    use kmd_engines::Subject;
    use kmd_rules::Engine;
    use vrl::compiler::state::RuntimeState;
    use vrl::compiler::{Context, TargetValue, TimeZone, compile};
    use vrl::value::{Secrets, Value};

    pub(crate) fn measure(subject: &Subject, lines: &[&str]) {
        let rules = subject.rules(Engine::Vector);
        let source = rules.files.iter().find(|file| file.name.ends_with(".vrl")).expect("a program");
        let program = compile(&source.text, &vrl::stdlib::all()).expect("a valid program").program;
        let timezone = TimeZone::default();
        let mut state = RuntimeState::default();
        let start = Instant::now();
        let mut read = 0;
        for line in lines {
            let event = BTreeMap::from([("message".into(), Value::from(*line)), ("appname".into(), "kmd".into())]);
            let metadata = Value::Object(BTreeMap::new());
            let mut target = TargetValue { value: Value::Object(event), metadata, secrets: Secrets::default() };
            state.clear();
            program.resolve(&mut Context::new(&mut target, &mut state, &timezone)).expect("no error");
            read += usize::from(target.value.as_object().is_some_and(|event| event.contains_key("kmd")));
        }
        super::print("vrl", start.elapsed().as_secs_f64(), lines.len(), read);
    }
}

#[cfg(feature = "oniguruma")]
mod oniguruma {
    use std::collections::HashMap;
    use std::time::Instant;

    use kmd_engines::Subject;
    use kmd_rules::Engine;
    use onig::{Regex, RegexOptions, Region, SearchOptions, Syntax};
    use serde_json::Value;

    pub(crate) fn measure(subject: &Subject, lines: &[&str]) {
        let rules = subject.rules(Engine::FluentBit);
        let file: Value = serde_norway::from_str(&rules.files[0].text).expect("YAML");
        let text = |value: &Value| value.as_str().expect("a string").to_owned();
        let parsers = file["parsers"].as_array().expect("parsers");
        let parsers: HashMap<String, String> =
            parsers.iter().map(|parser| (text(&parser["name"]), text(&parser["regex"]))).collect();
        let filters = file["pipeline"]["filters"].as_array().expect("filters").iter();
        let by_tag: HashMap<String, Vec<Regex>> = filters
            .filter(|filter| filter["name"] == "parser")
            .map(|filter| {
                let names = filter["parser"].as_array().expect("parsers").iter();
                let regexes = names.map(|name| {
                    let options = RegexOptions::REGEX_OPTION_NONE;
                    Regex::with_options(&parsers[&text(name)], options, Syntax::ruby()).expect("a valid expression")
                });
                (text(&filter["match"])["kmd.".len()..].to_owned(), regexes.collect())
            })
            .collect();
        let start = Instant::now();
        let mut read = 0;
        let mut region = Region::new();
        for line in lines {
            let tag = line.split(':').next().unwrap_or_default();
            let regexes = by_tag.get(tag).unwrap_or_else(|| &by_tag["untagged"]);
            let mut matches = |regex: &Regex| {
                region.clear();
                regex.search_with_options(line, 0, line.len(), SearchOptions::SEARCH_OPTION_NONE, Some(&mut region))
            };
            read += usize::from(regexes.iter().any(|regex| matches(regex).is_some()));
        }
        super::print("oniguruma", start.elapsed().as_secs_f64(), lines.len(), read);
    }
}

mod re2 {
    use std::fs;
    use std::path::Path;
    use std::process::Command;

    use kmd_engines::{Subject, python};
    use kmd_rules::Engine;

    pub(crate) fn measure(subject: &Subject, lines: &[&str]) {
        let folder = tempfile::tempdir().expect("a folder");
        for file in &subject.rules(Engine::Regex).files {
            fs::write(folder.path().join(&file.name), &file.text).expect("a file");
        }
        fs::write(folder.path().join("lines.txt"), lines.join("\n")).expect("a file");
        let program = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/python/re2_figures.py"));
        let status = Command::new(python()).arg(program).arg(folder.path()).status();
        if !status.is_ok_and(|status| status.success()) {
            println!("{:<12} skipped, because the Python module re2 is not installed", "re2");
        }
    }
}
