//! Tests of `kmd check`. All lines and columns were counted by hand.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

/// A catalog with an unknown type on line 4, and two mistakes of one message.
const WRONG: &str = "\
prefix: APP
process: appd
placeholders:
  user: { type: txt, description: Name of the user. }
messages:
  APP_LOGIN:
    template: 'User {user} logged in'
    type: event
    severity: inof
    facility: LOG_AUTH
    description: A user logged in.
    colour: red
";

/// A catalog without mistakes.
fn right() -> String {
    WRONG.replace("txt", "text").replace("inof", "info").replace("    colour: red\n", "")
}

/// Runs `kmd check` with a text as standard input.
fn check(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kmd"))
        .arg("check")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("kmd runs");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("written");
    child.wait_with_output().expect("kmd ends")
}

/// Returns standard output and the exit status.
fn checked(arguments: &[&str], input: &str) -> (String, Option<i32>) {
    let output = check(arguments, input);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    (String::from_utf8(output.stdout).expect("UTF-8"), output.status.code())
}

#[test]
fn mistakes_are_shown_with_their_lines() {
    let expected = "\
error: unknown type `txt` in placeholder `user`
 --> <stdin>:4:17
  |
4 |   user: { type: txt, description: Name of the user. }
  |                 ^^^
  |
  = help: a type with a similar name exists: `text`

error: unknown severity `inof` in message `APP_LOGIN`
 --> <stdin>:9:15
  |
9 |     severity: inof
  |               ^^^^
  |
  = help: a severity with a similar name exists: `info`

error: unknown key `colour` in message `APP_LOGIN`
  --> <stdin>:12:5
   |
12 |     colour: red
   |     ^^^^^^
   |
   = note: expected one of `template`, `type`, `severity`, `facility`, `description`, `cause`, `action`, `note`, `tail`, \
`tagged`, `since`, `source`, `alternatives`, `placeholders` or `deprecated`
";
    assert_eq!(checked(&["-"], WRONG), (expected.to_owned(), Some(1)));
}

#[test]
fn a_catalog_without_mistakes_prints_nothing() {
    for format in ["human", "json", "github"] {
        assert_eq!(checked(&["-", "--format", format], &right()), (String::new(), Some(0)), "{format}");
    }
}

#[test]
fn json_is_one_object_per_mistake() {
    let (text, status) = checked(&["-", "--format", "json"], WRONG);
    let mistakes: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(mistakes.len(), 3);
    assert_eq!(
        mistakes[..2],
        [
            json!({
                "file": "<stdin>", "line": 4, "column": 17, "end": { "line": 4, "column": 20 },
                "message": "unknown type `txt` in placeholder `user`",
                "help": ["a type with a similar name exists: `text`"], "notes": [],
            }),
            json!({
                "file": "<stdin>", "line": 9, "column": 15, "end": { "line": 9, "column": 19 },
                "message": "unknown severity `inof` in message `APP_LOGIN`",
                "help": ["a severity with a similar name exists: `info`"], "notes": [],
            }),
        ]
    );
    assert_eq!(status, Some(1));
}

/// `%`, the line break, `:` and `,` have escape sequences in workflow commands.
#[test]
fn workflow_commands_escape_their_texts() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a,b%.yaml");
    fs::write(&file, WRONG.replace("type: txt", "type: 'a%, b'")).expect("written");
    let file = file.to_str().expect("UTF-8");
    let (text, status) = checked(&[file, "--format", "github"], "");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    let name = file.replace("a,b%.yaml", "a%2Cb%25.yaml").replace(':', "%3A");
    let place = format!("::error file={name},line=4,endLine=4,col=17,endColumn=24::");
    assert!(
        lines[0].starts_with(&format!("{place}unknown type `a%25, b` in placeholder `user`%0Anote: expected one of "))
    );
    let place = format!("::error file={name},line=9,endLine=9,col=15,endColumn=19::");
    assert_eq!(
        lines[1],
        format!(
            "{place}unknown severity `inof` in message `APP_LOGIN`%0Ahelp: a severity with a similar name exists: `info`"
        )
    );
    assert_eq!(status, Some(1));
}

/// The properties are those that the schema of SARIF 2.1.0 requires, and those that GitHub's code scanning reads.
#[test]
fn sarif_is_a_log_of_one_run() {
    let (text, status) = checked(&["-", "--format", "sarif"], WRONG);
    assert_eq!(status, Some(1));
    let log: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().is_some_and(|schema| schema.ends_with("/sarif-schema-2.1.0.json")));
    let [run] = &log["runs"].as_array().expect("runs")[..] else { panic!("{text}") };
    assert_eq!(run["tool"]["driver"]["name"], "kmd");
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "invalid-catalog");
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 3);
    assert_eq!(
        results[0],
        json!({
            "ruleId": "invalid-catalog", "ruleIndex": 0, "level": "error",
            "message": {
                "text": "unknown type `txt` in placeholder `user`\nhelp: a type with a similar name exists: `text`"
            },
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": "%3Cstdin%3E" },
                "region": { "startLine": 4, "startColumn": 17, "endLine": 4, "endColumn": 20 },
            }}],
        })
    );
    let (text, status) = checked(&["-", "--format", "sarif"], &right());
    let log: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((&log["runs"][0]["results"], status), (&json!([]), Some(0)));
}

/// A byte order mark, `\r` and characters of two columns do not move the place.
#[test]
fn columns_count_characters() {
    let text = format!("\u{feff}{}", right().replace("APP\n", "app\r\n").replace("appd\n", "'a é'\r\n"));
    let (text, _) = checked(&["-", "--format", "json"], &text);
    let places: Vec<String> = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON"))
        .map(|it| format!("{}:{}-{}:{}", it["line"], it["column"], it["end"]["line"], it["end"]["column"]))
        .collect();
    assert_eq!(places, ["1:9-1:12", "2:10-2:15"]);
}

/// Several files are one catalog. Their paths can be absolute, and one can be standard input.
#[test]
fn several_files_are_one_catalog() {
    let folder = tempfile::tempdir().expect("a folder");
    let right = right();
    let (head, messages) = right.split_at(right.find("messages:").expect("messages"));
    let file = folder.path().join("head.yaml");
    fs::write(&file, head).expect("written");
    let file = file.to_str().expect("UTF-8");
    assert_eq!(checked(&[file, "-"], messages), (String::new(), Some(0)));
    let (text, status) = checked(&[file, "-", "--format", "json"], &messages.replace("info", "inof"));
    let mistake: Value = serde_json::from_str(&text).expect("one object");
    assert_eq!((&mistake["file"], &mistake["line"], status), (&json!("<stdin>"), &json!(5), Some(1)));
    let (text, status) = checked(&[file, file, "-"], messages);
    assert_eq!(text, format!("error: file `{file}` is listed twice\n --> {file}\n  = help: remove one\n"));
    assert_eq!(status, Some(1));
}

#[test]
fn a_file_that_cannot_be_read_is_status_2() {
    let folder = tempfile::tempdir().expect("a folder");
    let missing = folder.path().join("missing.yaml");
    let missing = missing.to_str().expect("UTF-8");
    let (text, status) = checked(&[missing], "");
    let expected = format!("error: cannot read `{missing}`: No such file or directory (os error 2)");
    assert_eq!(text.lines().next(), Some(&*expected));
    assert_eq!((text.lines().nth(1), status), (Some(&*format!(" --> {missing}")), Some(2)));
    assert!(!text.contains("Cargo.toml"));
    let (text, status) = checked(&[missing, "--format", "json"], "");
    let mistake: Value = serde_json::from_str(&text).expect("one object");
    assert_eq!((&mistake["line"], &mistake["end"], status), (&Value::Null, &Value::Null, Some(2)));
    let (text, status) = checked(&[folder.path().to_str().expect("UTF-8")], "");
    assert!(text.starts_with("error: expected a file, found a directory\n"), "{text}");
    assert_eq!(status, Some(2));
}

#[test]
fn a_file_is_required() {
    let output = check(&[], "");
    assert_eq!((output.stdout.len(), output.status.code()), (0, Some(2)));
}

/// Neither the lines of a catalog nor the names and texts that are wrong control a terminal. The carets are at their places.
#[test]
fn a_catalog_cannot_control_the_terminal() {
    let evil = "\u{85}31m\u{202e}\u{2066}\u{2028}";
    let wrong = WRONG.replace("txt", &format!("'{evil}'")).replace("inof", &format!("'{evil}'"));
    let wrong = wrong
        .replace("colour", &format!("'colour{evil}'"))
        .replace("User {user} logged", &format!("User {{user}} {evil}"));
    for (text, place) in [
        (wrong, ":4:17"),
        (WRONG.replace("appd", "\"\u{9b}\u{1b}[2J\""), ":2:11"),
        (right() + "\u{7f}\u{1b}[2J\n", ":12:"),
    ] {
        for format in ["human", "json", "github", "sarif"] {
            let (text, status) = checked(&["-", "--format", format], &text);
            let line = text.lines().find(|line| line.contains(kmd_catalog::is_unprintable));
            assert_eq!((line, status), (None, Some(1)), "{format}");
            assert!(format != "human" || text.contains(place), "{text}");
        }
    }
}

/// Output that is not for a terminal has colors only if they are forced, and `NO_COLOR` removes them.
#[test]
fn colors_are_for_terminals() {
    let colors = |variables: &[(&str, &str)]| {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../kmd-catalog/tests/invalid/prefix.yaml");
        let mut command = Command::new(env!("CARGO_BIN_EXE_kmd"));
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").args(["check", file]);
        let output = command.envs(variables.iter().copied()).output().expect("kmd runs");
        output.stdout.contains(&0x1b)
    };
    assert!(!colors(&[]));
    assert!(colors(&[("CLICOLOR_FORCE", "1")]));
    assert!(!colors(&[("NO_COLOR", "1")]));
}
