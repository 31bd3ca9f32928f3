//! Writes what the measurement of the engines needs to a folder, and measures the engines that are libraries:
//! `figures FOLDER`. The script `figures` of this package runs it, and then the other engines.
//!
//! The lines are half of kmd and half of other processes. Vector runs its whole program on each event. For Oniguruma (Fluent
//! Bit, Logstash, Elasticsearch) and RE2 (the Collector), only the choice of the expressions by tag and the expressions are
//! measured, since the engines around them are not here.

use std::fs::{self, File};
use std::io::{BufWriter, Error, Write as _};
use std::path::Path;

use kmd_engines::{Subject, subjects};
use kmd_rules::Engine;

/// The number of lines.
const LINES: usize = 1_000_000;

/// A line without its header.
struct Line {
    process: &'static str,
    text: String,
}

fn main() -> Result<(), Error> {
    let folder = std::env::args().nth(1).ok_or_else(|| Error::other("usage: figures FOLDER"))?;
    let folder = Path::new(&folder);
    let [subject, ..] = subjects();
    for engine in [Engine::ClickHouse, Engine::DuckDb, Engine::Spark, Engine::Rsyslog, Engine::SyslogNg] {
        let folder = folder.join(engine.as_str());
        fs::create_dir_all(&folder)?;
        for file in subject.rules(engine).files {
            fs::write(folder.join(file.name), file.text)?;
        }
    }
    let lines = lines(&subject);
    let mut file = BufWriter::new(File::create(folder.join("lines.log"))?);
    for Line { process, text } in &lines {
        writeln!(file, "Jul 27 10:00:00 srx1 {process}[7]: {text}")?;
    }
    file.flush()?;
    #[cfg(feature = "vector")]
    vector::measure(&subject, &lines);
    #[cfg(feature = "oniguruma")]
    oniguruma::measure(&subject, &lines);
    re2::measure(&subject, &lines);
    Ok(())
}

/// Returns lines that kmd prints and lines of other processes in turn.
fn lines(subject: &Subject) -> Vec<Line> {
    let printed: Vec<&str> =
        subject.lines.iter().filter(|line| line.is_printed && line.tag.is_some()).map(|line| &*line.text).collect();
    let line = |number: usize| match number % 2 {
        0 => Line { process: "kmd", text: printed[number / 2 % printed.len()].to_owned() },
        _ => foreign(number / 2),
    };
    (0..LINES).map(line).collect()
}

/// Returns a line of another process, with a number that makes the lines differ.
fn foreign(number: usize) -> Line {
    let port = 1024 + number % 60_000;
    let (process, text) = match number % 4 {
        0 => ("sshd", format!("Accepted publickey for root from 192.0.2.1 port {port} ssh2: ED25519")),
        1 => ("rpd", format!("RPD_BGP_NEIGHBOR_STATE_CHANGED: BGP peer 192.0.2.{} changed state", number % 250)),
        2 => ("cron", format!("(root) CMD (newsyslog {number})")),
        _ => ("mgd", format!("UI_CMDLINE_READ_LINE: User 'admin', command 'show log messages | last {number}'")),
    };
    Line { process, text }
}

/// Prints a row of the table.
#[cfg_attr(not(any(feature = "vector", feature = "oniguruma")), allow(dead_code))]
fn print(engine: &str, seconds: f64, lines: usize, read: usize) {
    let lines = f64::from(u32::try_from(lines).unwrap_or(u32::MAX));
    println!("{engine:<28} {:>12.0} {read:>10}", lines / seconds);
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

    pub(crate) fn measure(subject: &Subject, lines: &[super::Line]) {
        let rules = subject.rules(Engine::Vector);
        let source = rules.files.iter().find(|file| file.name.ends_with(".vrl")).expect("a program");
        let program = compile(&source.text, &vrl::stdlib::all()).expect("a valid program").program;
        let timezone = TimeZone::default();
        let mut state = RuntimeState::default();
        let start = Instant::now();
        let mut read = 0;
        for super::Line { process, text } in lines {
            let event =
                BTreeMap::from([("message".into(), Value::from(&**text)), ("appname".into(), (*process).into())]);
            let metadata = Value::Object(BTreeMap::new());
            let mut target = TargetValue { value: Value::Object(event), metadata, secrets: Secrets::default() };
            state.clear();
            program.resolve(&mut Context::new(&mut target, &mut state, &timezone)).expect("no error");
            read += usize::from(target.value.as_object().is_some_and(|event| event.contains_key("kmd")));
        }
        super::print("Vector (vrl 0.38)", start.elapsed().as_secs_f64(), lines.len(), read);
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

    pub(crate) fn measure(subject: &Subject, lines: &[super::Line]) {
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
        for super::Line { process, text } in lines {
            let tag = text.split(':').next().unwrap_or_default();
            let untagged = || Some(&by_tag["untagged"]).filter(|_| *process == "kmd");
            let Some(regexes) = by_tag.get(tag).or_else(untagged) else { continue };
            let mut matches = |regex: &Regex| {
                region.clear();
                regex.search_with_options(text, 0, text.len(), SearchOptions::SEARCH_OPTION_NONE, Some(&mut region))
            };
            read += usize::from(regexes.iter().any(|regex| matches(regex).is_some()));
        }
        super::print("Oniguruma (expressions)", start.elapsed().as_secs_f64(), lines.len(), read);
    }
}

mod re2 {
    use std::fs;
    use std::path::Path;
    use std::process::Command;

    use kmd_engines::{Subject, python};
    use kmd_rules::Engine;

    pub(crate) fn measure(subject: &Subject, lines: &[super::Line]) {
        let folder = tempfile::tempdir().expect("a folder");
        for file in &subject.rules(Engine::Regex).files {
            fs::write(folder.path().join(&file.name), &file.text).expect("a file");
        }
        let of_kmd = |line: &super::Line| format!("{}\t{}", line.process, line.text);
        let lines: Vec<String> = lines.iter().map(of_kmd).collect();
        fs::write(folder.path().join("lines.txt"), lines.join("\n")).expect("a file");
        let program = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/python/re2_figures.py"));
        let status = Command::new(python()).arg(program).arg(folder.path()).status();
        if !status.is_ok_and(|status| status.success()) {
            println!("RE2 is left out, because the Python module re2 is not installed");
        }
    }
}
