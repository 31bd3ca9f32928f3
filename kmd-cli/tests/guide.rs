//! The guides `command_line` and `engines` and the README show what the program prints.

#![cfg(unix)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

const ENGINES: &str = "kmd-events/src/guide/engines.md";

/// Returns the language and the text of each code block.
fn code_blocks(text: &str) -> Vec<(&str, String)> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(language) = line.strip_prefix("```") else { continue };
        let block = lines.by_ref().take_while(|line| *line != "```");
        blocks.push((language, block.fold(String::new(), |text, line| text + line + "\n")));
    }
    blocks
}

/// Runs the commands of a block, which begin with `$ `, and returns the block with what they print.
fn session(block: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_kmd")).parent().expect("a folder");
    let path = format!("{}:{}", program.display(), std::env::var("PATH").expect("a path"));
    let mut session = String::new();
    for command in block.lines().filter_map(|line| line.strip_prefix("$ ")) {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("{command} 2>&1")]).current_dir(folder).env("PATH", &path).env("NO_COLOR", "1");
        let output = shell.output().expect("a shell");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        write!(session, "$ {command}\n{text}").expect("a string");
    }
    session
}

/// A folder with the catalogs and the log of the guide.
struct Guide {
    text: String,
    folder: TempDir,
}

impl Guide {
    fn new() -> Self {
        let guide =
            Self { text: read("kmd-events/src/guide/command_line.md"), folder: tempfile::tempdir().expect("a folder") };
        let catalog = code_blocks(&guide.text).into_iter().find(|(language, _)| *language == "yaml");
        let (_, catalog) = catalog.expect("the catalog");
        fs::write(guide.folder.path().join("messages.yaml"), catalog).expect("written");
        guide
    }

    /// Runs the commands of each block in `console`, and compares what they print. Returns the number of commands of `kmd`.
    fn check(&self, text: &str) -> usize {
        let blocks = code_blocks(text);
        let sessions = blocks.iter().filter(|(language, _)| *language == "console");
        sessions.fold(0, |commands, (_, block)| {
            assert_eq!(session(block, self.folder.path()), *block);
            commands + block.matches("$ kmd ").count()
        })
    }
}

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file)).expect("a text")
}

#[test]
fn the_guide_shows_what_the_program_prints() {
    let guide = Guide::new();
    assert_eq!(guide.check(&guide.text), 10);
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let guide = Guide::new();
    guide.check(&guide.text);
    assert_eq!(guide.check(&read("README.md")), 3);
}

#[test]
fn the_guide_to_engines_shows_the_fidelity() {
    assert_eq!(Guide::new().check(&read(ENGINES)), 1);
}

/// Each section has a command that writes the files of an engine. The section names files that it writes.
#[test]
fn the_guide_to_engines_names_the_files_of_each_engine() {
    let guide = read(ENGINES);
    let sections = guide.split("\n# ").filter(|section| section.contains("kmd rules --to "));
    let mut engines = Vec::new();
    for section in sections.filter(|section| !section.starts_with("Running the parser")) {
        let (_, command) = section.split_once("kmd rules --to ").expect("a command");
        let engine: String = command.chars().take_while(|char| char.is_ascii_lowercase() || *char == '-').collect();
        let folder = tempfile::tempdir().expect("a folder");
        let written = session(&format!("$ kmd rules --to {engine} -o . && ls\n"), folder.path());
        let files: Vec<&str> = written.lines().skip(1).collect();
        assert!(!files.is_empty() && files.iter().any(|file| section.contains(file)), "{engine}: {written}");
        engines.push(engine);
    }
    let expected = [
        "rsyslog",
        "syslog-ng",
        "vector",
        "fluent-bit",
        "otel",
        "logstash",
        "elasticsearch",
        "clickhouse",
        "duckdb",
        "spark",
        "javascript",
    ];
    assert_eq!(engines, expected);
}

/// The commands that install files run with other folders. journalctl and jq do not run.
#[test]
fn the_other_commands_of_the_guide_run() {
    let guide = Guide::new();
    let folder = guide.folder.path();
    let prepare = "mkdir -p .local/share/bash-completion/completions && git init --quiet && git add messages.yaml && \
                   git -c user.name=test -c user.email=test@example.net commit --quiet --message=catalog && git tag v1.4.0";
    assert_eq!(session(&format!("$ {prepare}\n"), folder), format!("$ {prepare}\n"));
    let blocks = code_blocks(&guide.text);
    let lines = blocks.iter().filter(|(language, _)| *language == "sh").flat_map(|(_, block)| block.lines());
    let commands: Vec<String> = lines
        .filter(|line| line.starts_with("kmd ") && !line.contains(" | jq "))
        .map(|line| line.replace("/usr/local/lib/systemd/catalog/", "").replace('~', "."))
        .collect();
    assert_eq!(commands.len(), 4);
    for command in commands {
        let printed = session(&format!("$ {command} && echo done\n"), folder);
        assert!(printed.ends_with("\ndone\n"), "{printed}");
    }
}
