//! `kmd diff`: the classes, the places and the help of changes, the formats, the exit status, and revisions of git.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const OLD: &str = include_str!("diff_cases/old.yaml");

/// A change of the catalog, and what is said of it.
struct Case {
    name: String,
    edits: Vec<(String, String)>,
    /// The classes, the tag, the place, the change, and some of the help.
    expected: Vec<(String, Vec<String>)>,
}

fn cases() -> Vec<Case> {
    let text = include_str!("diff_cases/cases.txt");
    let unescape = |text: &str| text.replace("\\n", "\n");
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines() {
        let Some((mark, rest)) = line.split_at_checked(2).or(line.split_at_checked(1)) else { continue };
        if mark == "# " {
            cases.push(Case { name: rest.to_owned(), edits: Vec::new(), expected: Vec::new() });
        }
        let Some(case) = cases.last_mut() else { continue };
        match mark {
            "- " => case.edits.push((unescape(rest), String::new())),
            "+ " | "+" => case.edits.last_mut().expect("an edit").1 = unescape(rest),
            "= " => case.expected.push((rest.to_owned(), Vec::new())),
            "? " => case.expected.last_mut().expect("a finding").1.push(rest.to_owned()),
            "# " => {}
            _ => panic!("{line}"),
        }
    }
    cases
}

fn kmd(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kmd")).arg("diff").args(arguments).current_dir(folder).output().expect("kmd runs")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

/// Creates a folder with the old catalog and a new one.
fn folder(new: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("old.yaml"), OLD).expect("written");
    fs::write(folder.path().join("new.yaml"), new).expect("written");
    folder
}

/// Compares the old catalog with a new one.
fn compared(new: &str, options: &[&str]) -> Output {
    let all: Vec<&str> = options.iter().copied().chain(["old.yaml", "new.yaml"]).collect();
    kmd(folder(new).path(), &all)
}

fn changes(folder: &Path) -> Vec<Value> {
    let output = kmd(folder, &["--format", "json", "old.yaml", "new.yaml"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let all: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    all["changes"].as_array().expect("a list").clone()
}

/// Returns a change as the table writes it.
fn shown(change: &Value) -> String {
    let class = |class: &Value| match class.as_str().expect("a class") {
        "read" if change["undecided"] == true => "read?".to_owned(),
        class => class.to_owned(),
    };
    let classes: Vec<String> = change["classes"].as_array().expect("a list").iter().map(class).collect();
    let classes = if classes.is_empty() { "-".to_owned() } else { classes.join(",") };
    let tag = change["tag"].as_str().unwrap_or("-");
    assert_eq!(change["path"], "new.yaml");
    let place = format!("{}:{}", change["line"], change["column"]);
    format!("{classes} {tag} {place} {}", change["change"].as_str().expect("a string"))
}

#[test]
fn each_change_has_its_classes_its_place_and_its_help() {
    let cases = cases();
    assert!(cases.len() >= 40, "{}", cases.len());
    let mut failed = Vec::new();
    for Case { name, edits, expected } in &cases {
        let mut new = OLD.to_owned();
        for (from, to) in edits {
            assert!(new.contains(from), "{name}: {from}");
            new = new.replace(from, to);
        }
        let folder = folder(&new);
        let changes = changes(folder.path());
        let found: Vec<String> = changes.iter().map(shown).collect();
        let wanted: Vec<String> = expected.iter().map(|(change, _)| change.clone()).collect();
        if found != wanted {
            failed.push(format!("{name}:\nexpected {wanted:#?}\nfound {found:#?}\n{changes:#?}"));
        }
        for (change, (_, helps)) in changes.iter().zip(expected) {
            let found = change["help"].as_array().expect("a list");
            for help in helps.iter().filter(|help| !found.contains(&Value::from(&***help))) {
                failed.push(format!("{name}: expected {help}\nfound {found:#?}"));
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

#[test]
fn with_the_alternative_of_the_help_all_lines_are_read() {
    let new = OLD.replace(
        "'User {user} logged in from {address}'",
        "'Login of {user} from {address}'\n    alternatives: ['User {user} logged in from {address}']",
    );
    let folder = folder(&new);
    assert!(changes(folder.path()).iter().all(|change| change["classes"] == Value::Array(Vec::new())));
}

const REWORDED: [&str; 2] = ["Door is {state}, owner {owner}", "The door is {state}, owner {owner}"];

#[test]
fn the_text_for_people_names_the_line() {
    let folder = folder(&OLD.replace(REWORDED[0], REWORDED[1]));
    let output = kmd(folder.path(), &["old.yaml", "new.yaml"]);
    assert_eq!(
        stdout(&output),
        "read: APP_DOOR: template changed: `Door is {state}, owner {owner}` -> `The door is {state}, owner {owner}`\n \
         --> new.yaml:25:15\n\
         help: add `alternatives: ['Door is {state}, owner {owner}']`\n\
         note: the line `appd[7]: APP_DOOR: Door is open, owner x` is no longer parsed to the same tag and values\n\
         \n\
         1 change: 1 read, 0 call, 0 watch\n"
    );
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_text_for_people_says_what_is_undecided() {
    let folder = folder(&OLD.replace("type: socket", "type: text"));
    let output = kmd(folder.path(), &["old.yaml", "new.yaml"]);
    assert_eq!(
        stdout(&output),
        "read?, call: APP_FAIL: type of `peer` changed: `socket` -> `text`\n \
         --> new.yaml:15:17\n\
         help: keep `type: socket`\n\
         note: lines of the old catalog may no longer be parsed to the same tag and values\n\
         \n\
         1 change: 1 read, 1 call, 0 watch\n"
    );
}

/// The spaces at the ends of a tail are a part of the text.
#[test]
fn the_text_for_people_quotes_each_tail() {
    let folder =
        folder(&OLD.replace("tail: [', exit status {code}']", "tail: [', status {code}', ' (it''s {reason})']"));
    let output = kmd(folder.path(), &["old.yaml", "new.yaml"]);
    let first = stdout(&output).lines().next();
    assert_eq!(
        first,
        Some("read: APP_END: tail changed: `', exit status {code}'` -> `', status {code}', ' (it''s {reason})'`")
    );
}

/// Colors are for terminals, as those of `kmd check`.
#[test]
fn the_text_for_people_has_colors_if_they_are_forced() {
    let folder = folder(&OLD.replace(REWORDED[0], REWORDED[1]).replace("severity: notice", "severity: debug"));
    let run = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kmd"));
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").current_dir(folder.path());
        let output = command.args(["diff", "old.yaml", "new.yaml"]).envs(variables.iter().copied()).output();
        stdout(&output.expect("kmd runs")).to_owned()
    };
    let (plain, colored) = (run(&[]), run(&[("CLICOLOR_FORCE", "1")]));
    assert!(!plain.contains('\x1b'), "{plain}");
    assert_eq!(run(&[("NO_COLOR", "1")]), plain);
    for (color, text) in [(91, "read"), (93, "watch"), (94, " -->"), (96, "help"), (92, "note")] {
        assert!(colored.contains(&format!("\x1b[1m\x1b[{color}m{text}\x1b[0m")), "{colored:?}");
    }
    let mut without = colored;
    for code in ["1m", "0m", "91m", "92m", "93m", "94m", "96m"] {
        without = without.replace(&format!("\x1b[{code}"), "");
    }
    assert_eq!(without, plain);
}

#[test]
fn markdown_is_a_section_of_a_changelog() {
    let new = OLD.replace(REWORDED[0], REWORDED[1]).replace("severity: notice", "severity: debug");
    let new = new.replace("type: i8", "type: i16").replace("A user logged in.", "A user logged in over SSH.");
    let folder = folder(&new);
    let output = kmd(folder.path(), &["--format", "markdown", "old.yaml", "new.yaml"]);
    assert_eq!(
        stdout(&output),
        "## Log messages\n\
         \n### Lines of older releases that are no longer parsed\n\n\
         - `APP_DOOR`: template changed: `Door is {state}, owner {owner}` -> `The door is {state}, owner {owner}`\n\
         \n### Code that no longer compiles\n\n\
         - `APP_END`: type of `code` changed: `i8` -> `i16`\n\
         \n### For alerts and filters\n\n\
         - `APP_CONNECT`: severity changed: `notice` -> `debug`\n\
         \n### Other changes\n\n\
         - `APP_LOGIN`: description changed: `A user logged in.` -> `A user logged in over SSH.`\n"
    );
    let same = kmd(folder.path(), &["--format", "markdown", "old.yaml", "old.yaml"]);
    assert_eq!(stdout(&same), "## Log messages\n\nNo changes.\n");
}

#[test]
fn denied_classes_set_the_exit_status() {
    let new = OLD.replace("severity: notice", "severity: debug");
    let status = |arguments: &[&str]| compared(&new, arguments).status.code();
    assert_eq!(status(&[]), Some(0));
    assert_eq!(status(&["--deny", "read,call"]), Some(0));
    assert_eq!(status(&["--deny", "read,call,watch"]), Some(1));
    assert_eq!(status(&["--deny", "watch"]), Some(1));
    assert_eq!(status(&["--deny", "write"]), Some(2));
}

#[test]
fn a_read_of_ambiguous_lines_can_be_allowed() {
    let status = |from: &str, to: &str, arguments: &[&str]| {
        let output = compared(&OLD.replace(from, to), arguments);
        (
            output.status.code(),
            stdout(&output).contains("note: only lines in which a value contains text of a template"),
        )
    };
    // A user can be called `x logged in from y`.
    let ambiguous = ("type: ip", "type: text");
    assert_eq!(status(ambiguous.0, ambiguous.1, &["--deny", "read"]), (Some(1), true));
    assert_eq!(status(ambiguous.0, ambiguous.1, &["--deny", "read", "--allow-ambiguous"]), (Some(0), true));
    assert_eq!(status(ambiguous.0, ambiguous.1, &["--deny", "call", "--allow-ambiguous"]), (Some(1), true));
    assert_eq!(status(REWORDED[0], REWORDED[1], &["--deny", "read", "--allow-ambiguous"]), (Some(1), false));
}

/// A socket address that becomes a text may end elsewhere, since it can have the character after it.
#[test]
fn an_undecided_read_can_be_allowed() {
    let status = |new: &str, arguments: &[&str]| compared(new, arguments).status.code();
    let undecided = OLD.replace("type: socket", "type: text");
    let certain = OLD.replace(REWORDED[0], REWORDED[1]);
    assert_eq!(status(&undecided, &["--deny", "read"]), Some(1));
    assert_eq!(status(&undecided, &["--deny", "read", "--allow-undecided"]), Some(0));
    assert_eq!(status(&certain, &["--deny", "read", "--allow-undecided"]), Some(1));
}

/// Alerts on the tag are of another message.
#[test]
fn a_removed_tag_that_is_used_again_is_reported() {
    let removed = "removed:\n  APP_OLD: { replacement: APP_END }\n";
    let message =
        "  APP_OLD: { template: Old, type: event, severity: info, facility: LOG_USER, description: A message. }\n";
    let output = compared(&OLD.replace(removed, message), &["--deny", "watch"]);
    let said = stdout(&output);
    assert!(
        said.starts_with("watch: APP_OLD: removed tag used again\n --> new.yaml:42:3\nhelp: use another tag"),
        "{said}"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn versions_that_cannot_be_read_are_errors() {
    let folder = folder("prefix: APP\nprocess: appd\nmessages:\n  APP_UP: { template: 'Up' }\n");
    let error = |arguments: &[&str]| {
        let output = kmd(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stdout(&output), "");
        stderr(&output).to_owned()
    };
    assert!(error(&["old.yaml", "new.yaml"]).contains("new.yaml:4:3"));
    assert!(error(&["missing.yaml", "old.yaml"]).starts_with("error: cannot read `missing.yaml`: No such file"));
    let of_git = error(&["HEAD:old.yaml", "old.yaml"]);
    assert!(of_git.starts_with("error: cannot read `HEAD:old.yaml` from git: "), "{of_git}");
    // These have no revision or no path.
    for operand in [":old.yaml", "HEAD:"] {
        let of_file = error(&[operand, "old.yaml"]);
        assert!(of_file.starts_with(&format!("error: cannot read `{operand}`: No such file")), "{of_file}");
    }
    // A file can be named like a file of a revision.
    fs::write(folder.path().join("HEAD:file.yaml"), OLD).expect("written");
    assert_eq!(kmd(folder.path(), &["HEAD:file.yaml", "old.yaml"]).status.code(), Some(0));
}

#[test]
fn a_catalog_that_is_not_utf_8_has_a_place() {
    let folder = folder(OLD);
    let mut bytes = OLD.as_bytes().to_vec();
    // The process of the second line, `process: appd`.
    let at = OLD.find("appd").expect("the process");
    bytes[at] = 0xe9;
    fs::write(folder.path().join("new.yaml"), bytes).expect("written");
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "-m", "Add a catalog"]);
    for new in ["new.yaml", "HEAD:new.yaml"] {
        let output = kmd(folder.path(), &["old.yaml", new]);
        let expected = format!("error: invalid UTF-8\n --> {new}:2:10\n");
        assert!(stderr(&output).starts_with(&expected), "{}", stderr(&output));
        assert_eq!(output.status.code(), Some(2));
    }
}

fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.net", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").current_dir(folder).args(identity).args(arguments).output().expect("git runs");
    assert!(output.status.success(), "{}", stderr(&output));
}

#[test]
fn a_version_can_be_of_a_git_revision() {
    let folder = folder(OLD);
    let inner = folder.path().join("log");
    fs::create_dir(&inner).expect("a folder");
    let file: PathBuf = inner.join("messages.yaml");
    fs::write(&file, OLD).expect("written");
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "-m", "Add a catalog"]);
    fs::write(&file, OLD.replace("severity: notice", "severity: debug")).expect("written");

    let output = kmd(&inner, &["HEAD:messages.yaml", "messages.yaml"]);
    assert!(stdout(&output).starts_with("watch: APP_CONNECT: severity changed: `notice` -> `debug`\n"), "{output:?}");
    let output = kmd(folder.path(), &["HEAD:log/messages.yaml", "HEAD:old.yaml"]);
    assert_eq!(stdout(&output), "0 changes: 0 read, 0 call, 0 watch\n");
    let output = kmd(folder.path(), &["HEAD~1:old.yaml", "old.yaml"]);
    assert!(stderr(&output).starts_with("error: cannot read `HEAD~1:old.yaml` from git: "), "{output:?}");
}

#[test]
fn a_catalog_can_have_several_files_and_come_from_standard_input() {
    let (head, messages) = OLD.split_at(OLD.find("messages:\n").expect("messages"));
    let folder = folder(OLD);
    fs::write(folder.path().join("head.yaml"), head).expect("written");
    fs::write(folder.path().join("rest.yaml"), messages.replace("LOG_AUTH", "LOG_USER")).expect("written");
    let output = kmd(folder.path(), &["old.yaml", "head.yaml,rest.yaml"]);
    assert!(
        stdout(&output).contains("facility changed: `LOG_AUTH` -> `LOG_USER`\n --> rest.yaml:20:15\n"),
        "{output:?}"
    );

    let mut command = Command::new(env!("CARGO_BIN_EXE_kmd"));
    let input = fs::File::open(folder.path().join("old.yaml")).expect("opened");
    let output = command.args(["diff", "old.yaml", "-"]).current_dir(folder.path()).stdin(input).output();
    assert_eq!(stdout(&output.expect("kmd runs")), "0 changes: 0 read, 0 call, 0 watch\n");
}
