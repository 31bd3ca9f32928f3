//! The guide `command_line` and the README show what the program prints.

#![cfg(unix)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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
        let run = Command::new("sh").args(["-c", &format!("{command} 2>&1")]).current_dir(folder).env("PATH", &path);
        let output = run.env("NO_COLOR", "1").env("COLUMNS", "80").output().expect("a shell");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        write!(session, "$ {command}\n{text}").expect("a string");
    }
    session
}

/// Creates the files of a text: its blocks in `yaml` that begin with a name in a comment.
fn create_files(text: &str, folder: &Path) {
    for (_, block) in code_blocks(text).iter().filter(|(language, _)| *language == "yaml") {
        if let Some((name, _)) = block.strip_prefix("# ").and_then(|rest| rest.split_once('\n')) {
            fs::write(folder.join(name), block).expect("written");
        }
    }
}

/// Runs the commands of each block in `console` that has `kmd`, and compares what they print. Returns the number of commands.
fn check(file: &str) -> usize {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = fs::read_to_string(root.join(file)).expect("a text");
    let folder = tempfile::tempdir().expect("a folder");
    create_files(&text, folder.path());
    let mut commands = 0;
    for (_, block) in code_blocks(&text).iter().filter(|(language, _)| *language == "console") {
        if block.contains("$ kmd ") {
            assert_eq!(session(block, folder.path()), *block, "{file}");
            commands += block.matches("$ kmd ").count();
        }
    }
    commands
}

#[test]
fn the_guide_shows_what_the_program_prints() {
    assert_eq!(check("kmd-events/src/guide/command_line.md"), 11);
}
