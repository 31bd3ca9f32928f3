//! How the files of a catalog are named: each command has the same rule.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const HEAD: &str = "prefix: APP\nprocess: appd\n";
const MESSAGES: &str = "\
messages:
  APP_UP: { template: Up, type: event, severity: info, facility: LOG_AUTH, description: The daemon is up. }
";

/// The commands, with `FILE` in place of the files of the catalog.
const COMMANDS: [&[&str]; 8] = [
    &["audit", "FILE", "src"],
    &["check", "FILE"],
    &["decode", "--catalog", "FILE", "app.log"],
    &["diff", "FILE", "FILE"],
    &["docs", "FILE"],
    &["explain", "FILE"],
    &["filter", "--catalog", "FILE"],
    &["rules", "--fidelity", "FILE"],
];

fn kmd(folder: &Path, command: &[&str], file: &str) -> Output {
    let arguments = command.iter().map(|argument| if *argument == "FILE" { file } else { argument });
    let mut program = Command::new(env!("CARGO_BIN_EXE_kmd"));
    program.current_dir(folder).args(arguments).stdin(fs::File::open(folder.join("app.log")).expect("the log"));
    program.output().expect("kmd runs")
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("src")).expect("a folder");
    for (name, text) in [
        ("head.yaml", HEAD),
        ("messages.yaml", MESSAGES),
        ("all,in,one.yaml", &format!("{HEAD}{MESSAGES}")),
        ("app.log", "appd[7]: APP_UP: Up\n"),
        ("src/main.rs", "fn main() { log(app_event!(APP_UP)) }"),
    ] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

#[test]
fn files_have_commas_between_them_unless_a_file_has_this_name() {
    let folder = folder();
    for command in COMMANDS {
        let several = kmd(folder.path(), command, "head.yaml,messages.yaml");
        assert_eq!((&*String::from_utf8_lossy(&several.stderr), several.status.code()), ("", Some(0)), "{command:?}");
        let one = kmd(folder.path(), command, "all,in,one.yaml");
        assert_eq!((&*String::from_utf8_lossy(&one.stderr), one.status.code()), ("", Some(0)), "{command:?}");
        assert_eq!(several.stdout, one.stdout, "{command:?}");
    }
}

#[test]
fn a_missing_name_is_reported() {
    let folder = folder();
    for command in COMMANDS {
        for file in ["head.yaml,", ",head.yaml", "head.yaml,,messages.yaml"] {
            let output = kmd(folder.path(), command, file);
            let expected = format!("error: the name of a file is missing in `{file}`\n");
            assert_eq!(String::from_utf8_lossy(&output.stderr), expected, "{command:?}");
            assert_eq!(output.status.code(), Some(2));
        }
    }
}

#[test]
fn each_command_says_how_files_are_named() {
    for command in COMMANDS {
        let output = Command::new(env!("CARGO_BIN_EXE_kmd")).args([command[0], "--help"]).output().expect("kmd runs");
        let help: Vec<&str> = std::str::from_utf8(&output.stdout).expect("UTF-8").split_whitespace().collect();
        assert!(help.join(" ").contains("commas"), "{command:?}");
    }
}

/// An operand with a colon names a file of a git revision, and is never an option of git.
#[test]
fn an_operand_is_not_an_option_of_git() {
    let folder = folder();
    let git = Command::new("git").args(["init", "--quiet"]).current_dir(folder.path()).status();
    assert!(git.expect("git runs").success());
    for operand in
        ["--path=messages.yaml:HEAD", "--batch=%(objectname):x", "-t:messages.yaml", "--textconv:./head.yaml"]
    {
        let output = kmd(folder.path(), &["diff", "--", "FILE", "all,in,one.yaml"], operand);
        let (revision, _) = operand.split_once(':').expect("a colon");
        let expected = format!("error: cannot read `{operand}` from git: invalid object name '{revision}'");
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(error.starts_with(&expected), "{error}");
        assert_eq!(output.status.code(), Some(2));
    }
}
