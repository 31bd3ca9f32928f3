//! Tests of `kmd audit`. All lines and columns were counted by hand.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

const CATALOG: &str = "\
prefix: APP
process: appd
placeholders:
  user: { type: text, description: Name of the user. }
defaults: { type: event, severity: info, facility: LOG_AUTH }
messages:
  APP_LOGIN: { template: 'User {user} logged in', description: A user logged in. }
  APP_LOGOUT: { template: 'User {user} logged out', description: A user logged out. }
  APP_UP: { template: Up, description: The daemon is up. }
  APP_DOWN: { template: Down, description: The daemon is down. }
  APP_OLD: { template: Old, description: An old message., deprecated: { replacement: APP_UP } }
  APP_OLDER: { template: Older, description: An older message., deprecated: { note: no use } }
";

/// Each message of the catalog but `APP_DOWN` and `APP_OLDER`, in the forms that a call can have.
const MAIN: &str = "\
#!/usr/bin/env cargo
//! A comment: app_event!(APP_DOWN)
mod session;
#[cfg(test)]
mod tests;

fn main() {
    app_log!(Sink::<u8, u8>::new(), APP_LOGIN { user: \"é\" }); app_log!(log, APP_LOGOUT { user });
    let text = \"app_event!(APP_DOWN)\"; // app_event!(APP_DOWN)
    tokio::select! {
        _ = stop => { crate::log::app_event![APP_UP] }
        _ = other => debug_app_event!(APP_DOWN),
    }
    other_event!(APP_DOWN);
    app_event!(APP_MISSING);
}

#[cfg(test)]
mod unit {
    fn f() { app_event!(APP_DOWN); }
}

#[tokio::test(flavor = \"current_thread\")]
async fn down() -> [u8; 2] { app_event!(APP_DOWN) }

#[cfg(all(test, unix))]
use app_event as event;

#[test_case]
fn last() { app_event!(APP_OLD); }
";

const SESSION: &str = "\
pub fn end() {
    app_log!(
        Fanout(vec![a, b]),
        APP_LOGOUT { user: name(app_event!(APP_LOGIN { user })) },
    );
    assert_logged!(log, APP_DOWN);
}
";

/// Writes the catalog and its sources.
fn write(folder: &Path) {
    fs::create_dir_all(folder.join("src/session")).expect("a folder");
    fs::create_dir_all(folder.join("src/tests")).expect("a folder");
    fs::create_dir_all(folder.join("src/.hidden")).expect("a folder");
    fs::create_dir_all(folder.join("src/out")).expect("a folder");
    let text = "fn f() { app_event!(APP_DOWN); }\n";
    for (name, text) in [
        ("app.yaml", CATALOG),
        ("src/main.rs", MAIN),
        ("src/session/mod.rs", SESSION),
        ("src/session/notes.txt", text),
        // A module for tests, its submodule, a hidden folder and build output.
        ("src/tests.rs", text),
        ("src/tests/more.rs", text),
        ("src/.hidden/a.rs", text),
        ("src/out/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55"),
        ("src/out/a.rs", text),
    ] {
        fs::write(folder.join(name), text).expect("written");
    }
}

fn audit(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kmd")).current_dir(folder).arg("audit").args(arguments).output().expect("kmd runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn calls_are_found_in_tokens() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path());
    let expected = "\
note: message `APP_LOGIN` is logged in 2 places
  --> src/main.rs:8:37
  --> src/session/mod.rs:4:44
note: message `APP_LOGOUT` is logged in 2 places
  --> src/main.rs:8:77
  --> src/session/mod.rs:4:9
error: message `APP_DOWN` is logged nowhere
  --> app.yaml:10:3
warning: deprecated message `APP_OLD` is logged: use `APP_UP`
  --> src/main.rs:30:24
warning: unknown message `APP_MISSING`
  --> src/main.rs:15:16
6 messages: 2 logged once, 2 in several places, 2 nowhere
";
    for sources in [&["app.yaml", "src"][..], &["app.yaml", "."], &["app.yaml", "src/session", "src", "src/main.rs"]] {
        let output = audit(folder.path(), sources);
        assert_eq!(text(&output.stderr), "", "{sources:?}");
        assert_eq!(text(&output.stdout), expected, "{sources:?}");
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn json_has_every_message() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path());
    let output = audit(folder.path(), &["--json", "app.yaml", "src"]);
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let call = |file: &str, line: usize, column: usize| json!({ "file": file, "line": line, "column": column });
    let message = |tag: &str, line: usize, deprecated: Option<&str>, calls: Value| json!({ "tag": tag, "place": call("app.yaml", line, 3), "deprecated": deprecated, "calls": calls });
    let (main, session) = ("src/main.rs", "src/session/mod.rs");
    assert_eq!(
        found,
        json!({
            "messages": [
                message("APP_LOGIN", 7, None, json!([call(main, 8, 37), call(session, 4, 44)])),
                message("APP_LOGOUT", 8, None, json!([call(main, 8, 77), call(session, 4, 9)])),
                message("APP_UP", 9, None, json!([call(main, 11, 46)])),
                message("APP_DOWN", 10, None, json!([])),
                message("APP_OLD", 11, Some("use `APP_UP`"), json!([call(main, 30, 24)])),
                message("APP_OLDER", 12, Some("no use"), json!([])),
            ],
            "unknown": [{ "tag": "APP_MISSING", "call": call(main, 15, 16) }],
        })
    );
    assert_eq!(output.status.code(), Some(1));
}

/// Tests and benchmarks of a package log nothing, unless their folder is named.
#[test]
fn folders_of_tests_are_not_read() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path());
    let package = folder.path().join("door");
    for name in ["tests", "benches", "src/tests"] {
        fs::create_dir_all(package.join(name)).expect("a folder");
    }
    fs::write(package.join("Cargo.toml"), "").expect("written");
    for name in ["tests/a.rs", "benches/a.rs"] {
        fs::write(package.join(name), "fn f() { app_event!(APP_DOWN); }").expect("written");
    }
    let nowhere = |sources: &[&str]| {
        let arguments: Vec<&str> = ["app.yaml"].into_iter().chain(sources.iter().copied()).collect();
        text(&audit(folder.path(), &arguments).stdout).contains("`APP_DOWN` is logged nowhere")
    };
    assert!(nowhere(&["."]));
    assert!(!nowhere(&[".", "door/tests"]));
    assert!(!nowhere(&["src", "door/benches"]));
    // This is a module.
    fs::write(package.join("src/tests/a.rs"), "fn f() { app_event!(APP_DOWN); }").expect("written");
    assert!(!nowhere(&["."]));
}

/// A deprecated message does not have to be logged.
#[test]
fn all_messages_that_are_logged_are_status_0() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path());
    fs::write(folder.path().join("down.rs"), "const X: AppEvent = app_event!(APP_DOWN);").expect("written");
    let output = audit(folder.path(), &["app.yaml", "src", "down.rs"]);
    assert!(!text(&output.stdout).contains("error"));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn one_message_is_not_several() {
    let folder = tempfile::tempdir().expect("a folder");
    let catalog = "\
prefix: APP
process: appd
messages:
  APP_UP: { template: Up, type: event, severity: info, facility: LOG_AUTH, description: The daemon is up. }
";
    fs::write(folder.path().join("app.yaml"), catalog).expect("written");
    fs::write(folder.path().join("main.rs"), "fn main() { log(app_event!(APP_UP)) }").expect("written");
    let output = audit(folder.path(), &["app.yaml", "main.rs"]);
    assert_eq!(text(&output.stdout), "1 message: 1 logged once, 0 in several places, 0 nowhere\n");
}

/// A file that is not Rust, or not UTF-8, is reported, and the other files are read.
#[test]
fn a_file_that_does_not_parse_does_not_stop_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path());
    fs::write(folder.path().join("src/bad.rs"), "fn f() {\n    app_event!(APP_DOWN);\n  )\n").expect("written");
    fs::write(folder.path().join("src/latin1.rs"), b"// \xe9\n").expect("written");
    let nested = format!("{}{}", "(".repeat(100_000), ")".repeat(100_000));
    fs::write(folder.path().join("src/nested.rs"), nested).expect("written");
    let output = audit(folder.path(), &["app.yaml", "src"]);
    let warnings: Vec<&str> = text(&output.stderr).lines().collect();
    assert_eq!(warnings.len(), 2, "{warnings:#?}");
    assert!(warnings[0].starts_with("warning: src/bad.rs:3: cannot parse the file: "), "{warnings:#?}");
    assert_eq!(warnings[1], "warning: cannot read `src/latin1.rs`: stream did not contain valid UTF-8");
    assert!(text(&output.stdout).ends_with("6 messages: 2 logged once, 2 in several places, 2 nowhere\n"));
    assert_eq!(output.status.code(), Some(1));
}

/// Neither the name of a file nor a note of the catalog is a line of its own or a command for a terminal.
#[cfg(unix)]
#[test]
fn a_name_of_a_file_is_on_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path());
    let catalog = CATALOG.replace("note: no use", "note: \"no\\n::error::use\"");
    fs::write(folder.path().join("app.yaml"), catalog).expect("written");
    fs::write(folder.path().join("src/older.rs"), "fn f() { app_event!(APP_OLDER) }").expect("written");
    fs::write(folder.path().join("src/a\n::error::b\u{1b}[2J\u{9b}.rs"), "fn f() { app_event!(APP_NONE) }")
        .expect("written");
    fs::write(folder.path().join("src/a\n::error::c.rs"), ")").expect("written");
    let output = audit(folder.path(), &["app.yaml", "src"]);
    let unknown = "warning: unknown message `APP_NONE`\n  --> src/a\\n::error::b\\u{1b}[2J\\u{9b}.rs:1:";
    assert!(text(&output.stdout).contains(unknown), "{}", text(&output.stdout));
    assert!(!text(&output.stdout).lines().any(|line| line.starts_with("::")), "{}", text(&output.stdout));
    assert!(!text(&output.stdout).contains(['\u{1b}', '\u{9b}']), "{}", text(&output.stdout));
    assert!(
        text(&output.stderr).starts_with("warning: src/a\\n::error::c.rs:1: cannot parse"),
        "{}",
        text(&output.stderr)
    );
    assert_eq!(text(&output.stderr).lines().count(), 1);
    let deprecated = "warning: deprecated message `APP_OLDER` is logged: no ::error::use\n  --> src/older.rs:1:";
    assert!(text(&output.stdout).contains(deprecated), "{}", text(&output.stdout));
}

#[test]
fn a_missing_folder_or_catalog_is_status_2() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path());
    for (arguments, expected) in [
        (["app.yaml", "sources"], "error: cannot read `sources`: No such file or directory (os error 2)\n"),
        (
            ["missing.yaml", "src"],
            "error: cannot read `missing.yaml`: No such file or directory (os error 2)\n --> missing.yaml\n",
        ),
    ] {
        let output = audit(folder.path(), &arguments);
        assert_eq!((text(&output.stdout), text(&output.stderr), output.status.code()), ("", expected, Some(2)));
    }
}

/// The calls in the sources of a whole daemon, which were counted with a search for `door_event!` and `door_log!`.
#[test]
fn the_calls_of_a_daemon_are_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/crates/daemon");
    let output = audit(&folder, &["log/door.yaml", "log/src", "doord/src", "doorctl/src"]);
    assert_eq!(text(&output.stdout), "10 messages: 10 logged once, 0 in several places, 0 nowhere\n");
    assert_eq!(output.status.code(), Some(0));
}

/// A macro can have another name, which a module shares with the others. The name can also be that of another macro.
#[test]
fn calls_of_a_macro_with_another_name_are_found() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("app.yaml"), CATALOG).expect("written");
    fs::create_dir(folder.path().join("src")).expect("a folder");
    for (name, text) in [
        ("lib.rs", "pub use log::{app_event as event, app_log as record};\nmod a;\n"),
        ("a.rs", "use crate::{event, record};\nfn f() {\n    event!(APP_UP);\n    record!(SINK, APP_DOWN);\n}\n"),
        ("b.rs", "use tracing::event;\nfn f() {\n    event!(INFO, \"up\");\n    other!(APP_LOGIN);\n}\n"),
    ] {
        fs::write(folder.path().join("src").join(name), text).expect("written");
    }
    let output = audit(folder.path(), &["--json", "app.yaml", "src"]);
    assert_eq!(text(&output.stderr), "");
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let calls = |tag: &str| {
        let mut messages = found["messages"].as_array().expect("a list").iter();
        messages.find(|message| message["tag"] == tag).expect("a message")["calls"].clone()
    };
    assert_eq!(calls("APP_UP"), json!([{ "file": "src/a.rs", "line": 3, "column": 12 }]));
    assert_eq!(calls("APP_DOWN"), json!([{ "file": "src/a.rs", "line": 4, "column": 19 }]));
    assert_eq!(calls("APP_LOGIN"), json!([]));
    assert_eq!(found["unknown"], json!([]));
}

/// A name can be given to another name, in a file that comes earlier.
#[test]
fn calls_of_a_name_of_a_name_are_found() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("app.yaml"), CATALOG).expect("written");
    fs::create_dir(folder.path().join("src")).expect("a folder");
    for (name, text) in [
        ("a.rs", "use crate::second as\n    third;\nfn f() {\n    third!(APP_UP);\n}\n"),
        ("b.rs", "pub use crate::app_event as second;\npub use crate::third as second;\n"),
    ] {
        fs::write(folder.path().join("src").join(name), text).expect("written");
    }
    let output = audit(folder.path(), &["--json", "app.yaml", "src"]);
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let messages = found["messages"].as_array().expect("a list");
    let up = messages.iter().find(|message| message["tag"] == "APP_UP").expect("a message");
    assert_eq!(up["calls"], json!([{ "file": "src/a.rs", "line": 4, "column": 12 }]));
}

/// In each source, `APP_UP` is logged, and `APP_DOWN` only in a test.
#[test]
fn an_attribute_excludes_only_what_follows_it() {
    for source in [
        "fn f() { match x { #[cfg(test)] A => app_event!(APP_DOWN), B => app_event!(APP_UP) } }",
        "fn f() { match x { #[cfg(test)] A => { app_event!(APP_DOWN) } B => app_event!(APP_UP) } }",
        "fn f() { match x { #[cfg(test)] A { b } if b => { app_event!(APP_DOWN) }, B => app_event!(APP_UP) } }",
        "fn f() { match x { A => app_event!(APP_UP), #[cfg(test)] B => app_event!(APP_DOWN) } }",
        "fn f() { S { #[cfg(test)] a: app_event!(APP_DOWN), b: app_event!(APP_UP) } }",
        "fn f() { g(#[cfg(test)] S { a: app_event!(APP_DOWN) }, app_event!(APP_UP)) }",
        "#[cfg(all(unix, test))] fn f() { app_event!(APP_DOWN) } fn g() { app_event!(APP_UP) }",
        "#[cfg(test)] #[allow(unused)] fn f() { app_event!(APP_DOWN) } fn g() { app_event!(APP_UP) }",
        // The code is also part of other builds.
        "#[cfg(any(unix, test))] fn f() { app_event!(APP_UP) }",
        "#[expect(test)] fn f() { app_event!(APP_UP) }",
        "fn f() { a!(# {test} app_event!(APP_UP)) }",
        "fn f() { #[cfg(test)] app_event!(APP_DOWN); app_event!(APP_UP) }",
        "fn f() { #[cfg(test)] { app_event!(APP_DOWN) } app_event!(APP_UP) }",
        "fn f() { #[cfg(test)] if a == b { app_event!(APP_DOWN) } app_event!(APP_UP) }",
        "fn f() { #[cfg(test)] let S { a } = S { a: app_event!(APP_DOWN) }; app_event!(APP_UP) }",
        "fn f() { #[cfg(test)] #[allow(unused)] use a::{b}; app_event!(APP_UP) }",
        "struct S { #[cfg(test)] a: u8, b: [u8; { app_event!(APP_UP); 1 }] }",
        "#[test] fn f<const A: usize>() -> S<{ A }> where T: U<fn() -> u8, { A }> { app_event!(APP_DOWN) } const A: () = { app_event!(APP_UP) };",
        "#[cfg(test)] const A: [u8; 2] = S { a: app_event!(APP_DOWN) }.b(app_event!(APP_DOWN)); fn f() { app_event!(APP_UP) }",
        "#[cfg(test)] pub(crate) static A: u8 = if 1 << 2 > b { app_event!(APP_DOWN) } else { 2 }; fn f() { app_event!(APP_UP) }",
        "#[cfg(test)] macro_rules! a { () => { app_event!(APP_DOWN) } } fn f() { app_event!(APP_UP) }",
        "#[cfg(test)] thread_local! { static A: u8 = app_event!(APP_DOWN); } fn f() { app_event!(APP_UP) }",
        "enum E { #[cfg(test)] A { b: [u8; { app_event!(APP_DOWN); 1 }] }, B = { app_event!(APP_UP); 1 } }",
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("app.yaml"), CATALOG).expect("written");
        fs::write(folder.path().join("main.rs"), source).expect("written");
        let output = audit(folder.path(), &["--json", "app.yaml", "main.rs"]);
        let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let messages = found["messages"].as_array().expect("a list").iter();
        let logged = messages.filter(|message| message["calls"] != json!([]));
        assert_eq!(logged.map(|message| &message["tag"]).collect::<Vec<_>>(), ["APP_UP"], "{source}");
    }
}
