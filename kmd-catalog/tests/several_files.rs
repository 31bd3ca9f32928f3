//! Tests of catalogs in several files. All lines and columns were counted by hand.

use std::fs;

use kmd_catalog::{Loaded, load};

/// The head of a catalog.
const HEAD: (&str, &str) = ("head.yaml", "prefix: APP\nprocess: appd\ndefaults: { type: event, severity: info }\n");

/// Placeholders for several catalogs.
const SHARED: (&str, &str) = (
    "shared.yaml",
    "placeholders:\n  user: { type: text, description: Name of the user. }\n  \
     phase: { type: enum, values: [on, off], description: Phase. }\n  \
     port: { type: u16, description: Port. }\n",
);

/// A file of messages.
const LOGIN: (&str, &str) = (
    "login.yaml",
    "messages:\n  APP_LOGIN:\n    template: 'User {user} logged in'\n    facility: LOG_AUTH\n    \
     description: A user logged in.\n",
);

/// Another file of messages.
const PHASE: (&str, &str) = (
    "phase.yaml",
    "# The last file.\nplaceholders:\n  old: { type: enum, values: phase, description: Phase before. }\nmessages:\n  \
     APP_PHASE:\n    template: 'Phase {old}, {phase}'\n    facility: LOG_DAEMON\n    description: The phase changed.",
);

/// Loads `paths` from a folder with `files`.
fn load_paths(name: &str, files: &[(&str, &str)], paths: &[&str]) -> Loaded {
    let folder = std::env::temp_dir().join(format!("several-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    for (path, text) in files {
        fs::write(folder.join(path), text).expect("written");
    }
    let loaded = load(&folder, paths);
    fs::remove_dir_all(&folder).expect("removed");
    loaded
}

fn load_files(name: &str, files: &[(&str, &str)]) -> Loaded {
    let paths: Vec<&str> = files.iter().map(|(path, _)| *path).collect();
    load_paths(name, files, &paths)
}

fn errors(name: &str, files: &[(&str, &str)]) -> Vec<String> {
    load_files(name, files).errors().collect()
}

#[test]
fn files_share_everything() {
    for (name, files) in [("ahead", [HEAD, SHARED, LOGIN, PHASE]), ("reverse", [PHASE, LOGIN, SHARED, HEAD])] {
        let loaded = load_files(name, &files);
        assert_eq!(loaded.errors().collect::<Vec<_>>(), [""; 0]);
        assert_eq!(loaded.source.existing_paths().collect::<Vec<_>>(), files.map(|(path, _)| path));
        assert!(loaded.source.exists);
        let model = loaded.model.expect("a model");
        assert!(model.complete);
        assert_eq!((&*model.prefix, &*model.process), ("APP", "appd"));
        let mut tags: Vec<&str> = model.messages.iter().map(|message| &*message.tag).collect();
        tags.sort_unstable();
        assert_eq!(tags, ["APP_LOGIN", "APP_PHASE"]);
        // The enum is shared by `old`, and `port` is for another catalog.
        let enums: Vec<&str> = model.enums.iter().map(|found| &*found.name).collect();
        assert_eq!(enums, ["Phase"]);
        let phase = model.messages.iter().find(|message| message.tag == "APP_PHASE").expect("a message");
        assert!(phase.fields.iter().all(|field| field.enumeration == Some(0)));
        assert_eq!(phase.severity.name, "info");
    }
}

#[test]
fn each_error_is_in_its_own_file() {
    let wrong_login = ("login.yaml", &*LOGIN.1.replace("LOG_AUTH", "LOG_AUHT"));
    let wrong_phase = ("phase.yaml", &*PHASE.1.replace("{old}", "{olf}"));
    assert_eq!(
        errors("own", &[HEAD, SHARED, wrong_login, wrong_phase]),
        [
            "unknown facility `LOG_AUHT` in message `APP_LOGIN`\n --> login.yaml:4:15\n  |\n\
             4 |     facility: LOG_AUHT\n  |               ^^^^^^^^\n\
             help: a facility with a similar name exists: `LOG_AUTH`",
            // `old` was probably meant, so it is not reported as unused.
            "undeclared placeholder `{olf}`\n --> phase.yaml:6:22\n  |\n\
             6 |     template: 'Phase {olf}, {phase}'\n  |                      ^^^^^\n\
             help: a placeholder with a similar name exists: `old`\n\
             help: to declare a new one, add `olf: { type: text, description: … }` to `placeholders`",
        ]
    );
}

/// Syntax errors hide the rest of their file alone.
#[test]
fn syntax_errors_are_in_their_own_files() {
    let broken = |text: &str| format!("{text}\n}}\n");
    let (head, phase) = (broken(HEAD.1), broken(PHASE.1));
    let found = errors("syntax", &[("head.yaml", &head), SHARED, LOGIN, ("phase.yaml", &phase)]);
    let places: Vec<&str> = found.iter().filter_map(|error| error.lines().nth(1)).collect();
    assert_eq!(places, [" --> head.yaml:5:1", " --> phase.yaml:9:1"], "{found:#?}");
    // The first file ends without a line break.
    let found = errors("unclosed", &[("head.yaml", "prefix: APP\nprocess: 'appd"), SHARED, LOGIN, PHASE]);
    let places: Vec<&str> = found.iter().filter_map(|error| error.lines().nth(1)).collect();
    assert_eq!(places.len(), 1, "{found:#?}");
    assert!(places[0].starts_with(" --> head.yaml:2:"), "{found:#?}");
}

#[test]
fn a_key_or_name_in_two_files_is_reported_at_the_second() {
    let again = (
        "again.yaml",
        "prefix: APP\nplaceholders:\n  user: { type: text, description: Name. }\nmessages:\n  APP_LOGIN:\n    \
         template: Up\n    facility: LOG_AUTH\n    description: It happened.\n",
    );
    let duplicate = |key: &str, place: &str, line: &str, carets: &str, first: &str| {
        let number = place.split(':').nth(1).expect("a line");
        format!(
            "duplicate key `{key}`\n --> {place}\n  |\n{number} | {line}\n  | {carets}\nhelp: remove one\nnote: the first \
             is in {first}"
        )
    };
    assert_eq!(
        errors("again", &[HEAD, SHARED, LOGIN, again]),
        [
            duplicate("prefix", "again.yaml:1:1", "prefix: APP", "^^^^^^", "`head.yaml`, line 1"),
            duplicate(
                "user",
                "again.yaml:3:3",
                "  user: { type: text, description: Name. }",
                "  ^^^^",
                "`shared.yaml`, line 2"
            ),
            duplicate("APP_LOGIN", "again.yaml:5:3", "  APP_LOGIN:", "  ^^^^^^^^^", "`login.yaml`, line 2"),
        ]
    );
}

/// The line is that of the file.
#[test]
fn a_key_twice_in_a_file_names_the_first_line() {
    let twice = LOGIN.1.to_owned() + "    template: Up\n";
    let expected = "duplicate key `template`\n --> login.yaml:6:5\n  |\n6 |     template: Up\n  |     ^^^^^^^^\n\
                    help: remove one\nnote: the first is on line 3";
    assert_eq!(errors("key-twice", &[HEAD, SHARED, ("login.yaml", &twice)]), [expected]);
}

/// The messages of the other catalog, in its own file and in the next one, are not reported.
#[test]
fn two_catalogs_are_one_mistake() {
    let messages = ("messages.yaml", "messages:\n  LAB_UP: { template: Up, description: It is up. }\n");
    for (key, head, line) in [
        ("prefix", "prefix: LAB\nprocess: labd\n", 1),
        ("prefix", "process: appd\nprefix: LAB\n", 2),
        ("process", "prefix: APP\nprocess: labd\n", 2),
    ] {
        let (expected, found) = if key == "prefix" { ("APP", "LAB") } else { ("appd", "labd") };
        let of_first = if key == "prefix" { 1 } else { 2 };
        let (column, width) = (key.len() + 3, found.len());
        let mistake = format!(
            "mismatched `{key}`: expected `{expected}`, found `{found}`\n --> lab.yaml:{line}:{column}\n  |\n\
             {line} | {key}: {found}\n  | {}{}\nhelp: these are two catalogs, read each by itself\n\
             note: the first is in `head.yaml`, line {of_first}",
            " ".repeat(column - 1),
            "^".repeat(width),
        );
        let lab = format!("{head}placeholders:\n  host: {{ type: text, description: Host. }}\n{}", messages.1);
        assert_eq!(errors("two", &[HEAD, SHARED, LOGIN, ("lab.yaml", &lab), messages]), [mistake], "{head}");
    }
    let found = errors("three", &[HEAD, SHARED, LOGIN, ("lab.yaml", "prefix: LAB\n"), ("x.yaml", "prefix: X\n")]);
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn a_removed_tag_of_another_file_is_found() {
    let removed = ("removed.yaml", "removed:\n  APP_LOGIN: { note: Gone. }\n");
    assert_eq!(
        errors("removed", &[HEAD, SHARED, removed, LOGIN]),
        ["removed tag `APP_LOGIN` is also a message\n --> removed.yaml:2:3\n  |\n\
          2 |   APP_LOGIN: { note: Gone. }\n  |   ^^^^^^^^^\n\
          help: remove it from `removed`, or give the message another tag"]
    );
}

/// In a file without messages, placeholders may be for another catalog.
#[test]
fn placeholders_of_a_file_with_messages_are_used() {
    let more = LOGIN.1.to_owned() + "placeholders:\n  host: { type: text, description: Host. }\n";
    assert_eq!(
        errors("unused", &[HEAD, SHARED, ("login.yaml", &more)]),
        ["unused placeholder `host`\n --> login.yaml:7:3\n  |\n\
          7 |   host: { type: text, description: Host. }\n  |   ^^^^\n\
          help: remove it, or use `{host}` in a template"]
    );
}

#[test]
fn a_file_is_listed_once() {
    let files = [HEAD, SHARED, LOGIN];
    for path in ["shared.yaml", "./shared.yaml"] {
        let loaded = load_paths("twice", &files, &["head.yaml", "shared.yaml", "login.yaml", path]);
        let expected = format!("file `{path}` is listed twice\n --> {path}\nhelp: remove one");
        assert_eq!(loaded.errors().collect::<Vec<_>>(), [expected]);
        let model = loaded.model.expect("a model");
        assert_eq!((model.messages.len(), model.complete), (1, false));
        assert_eq!(loaded.source.existing_paths().count(), 3);
    }
}

/// The names in a file that cannot be read are unknown, so they are not reported.
#[test]
fn a_file_that_cannot_be_read_is_named() {
    let loaded = load_paths("none", &[HEAD, SHARED, LOGIN], &["head.yaml", "none.yaml", "login.yaml"]);
    let errors: Vec<String> = loaded.errors().collect();
    assert_eq!(errors.len(), 1, "{errors:#?}");
    let lines: Vec<&str> = errors[0].lines().collect();
    assert!(lines[0].starts_with("cannot read `none.yaml`: "), "{errors:#?}");
    assert_eq!(lines[1..], [" --> none.yaml", "note: the path is relative to Cargo.toml"]);
    assert!(!loaded.source.exists);
    assert_eq!(loaded.source.existing_paths().collect::<Vec<_>>(), ["head.yaml", "login.yaml"]);
}

#[test]
fn invalid_utf8_is_located_in_its_file() {
    let folder = std::env::temp_dir().join(format!("several-utf8-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("head.yaml"), HEAD.1).expect("written");
    fs::write(folder.join("login.yaml"), b"messages: {}\n# \xff\n").expect("written");
    let errors: Vec<String> = load(&folder, &["head.yaml", "login.yaml"]).errors().collect();
    fs::remove_dir_all(&folder).expect("removed");
    let expected = "invalid UTF-8\n --> login.yaml:2:3\n  |\n2 | # \u{fffd}\n  |   ^\nhelp: save the file as UTF-8";
    assert_eq!(errors, [expected]);
}

#[test]
fn what_all_files_lack_is_reported_once() {
    for (name, files, expected) in [
        ("prefix", vec![SHARED, LOGIN], "missing key `prefix` in the catalog\n --> shared.yaml:1:1"),
        ("messages", vec![HEAD, SHARED], "missing key `messages` in the catalog\n --> head.yaml:1:1"),
    ] {
        let found = errors(name, &files);
        assert!(found[0].starts_with(expected), "{found:#?}");
    }
    let found = errors("empty", &[("a.yaml", ""), ("b.yaml", "# nothing\n")]);
    assert_eq!(
        found,
        ["empty catalog\n --> a.yaml:1:1\n  |\n1 | \n  | ^\nhelp: write `prefix`, `process` and `messages`"]
    );
}

/// Values of the wrong kind in one file leave the names of the others.
#[test]
fn a_mapping_of_another_kind_is_reported_in_its_file() {
    let found = errors("kind", &[HEAD, SHARED, LOGIN, ("more.yaml", "messages: none\nremoved:\n")]);
    let heads: Vec<String> = found.iter().map(|error| error.lines().take(2).collect::<Vec<_>>().join("")).collect();
    assert_eq!(
        heads,
        [
            "invalid type for `messages` in the catalog: expected a mapping, found a string --> more.yaml:1:11",
            "invalid type for `removed` in the catalog: expected a mapping, found nothing --> more.yaml:2:8",
        ]
    );
    let found = errors("scalar", &[HEAD, SHARED, LOGIN, ("more.yaml", "just text\n")]);
    assert!(
        found[0].starts_with("invalid type for the catalog: expected a mapping, found a string\n --> more.yaml:1:1")
    );
}

/// A misspelled key is repaired in its own file, and keys for other tools may be in each.
#[test]
fn a_misspelled_key_is_reported_in_its_file() {
    let login = LOGIN.1.replace("messages", "mesages") + "x-owner: a\n";
    let phase = PHASE.1.to_owned() + "\nx-owner: b\n";
    let found = errors("key", &[HEAD, SHARED, ("login.yaml", &login), ("phase.yaml", &phase)]);
    assert_eq!(
        found,
        ["unknown key `mesages` in the catalog\n --> login.yaml:1:1\n  |\n1 | mesages:\n  | ^^^^^^^\n\
          help: a key with a similar name exists: `messages`"]
    );
}
