//! Catalogs that are loaded at run time, and what is said of their mistakes.

use std::fs;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use kmd_events::{Event, Facility, MessageKind, Outcome, Severity, Value};

const HEAD: &str =
    "prefix: APP\nprocess: appd\nplaceholders:\n  user: { type: text, description: Name of the user. }\n";
const MESSAGES: &str = "\
messages:
  APP_LOGIN:
    template: 'User {user} logged in'
    type: event
    severity: info
    facility: LOG_AUTH
    description: A user logged in.
";

#[test]
fn a_catalog_of_several_files_parses_lines() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [folder.path().join("head.yaml"), folder.path().join("messages.yaml")];
    fs::write(&files[0], HEAD).expect("written");
    fs::write(&files[1], MESSAGES).expect("written");
    let catalog = kmd_loader::open(&files).expect("a catalog");
    let record = catalog.parse("appd[7]: APP_LOGIN: User ada logged in");
    let event = record.event().expect("an event");
    assert_eq!(event.message().tag(), "APP_LOGIN");
    assert_eq!(event.value(0), Some(Value::Text("ada")));
    assert_eq!(catalog.parse("appd[7]: APP_LOGOUT: User ada left").outcome(), &Outcome::UnknownTag);
}

#[test]
fn a_message_has_the_kind_the_severity_and_the_facility_of_its_entry() {
    let failed = MESSAGES.replace("messages:\n", "").replace("APP_LOGIN", "APP_FAILED").replace("logged in", "failed");
    let failed = failed.replace("event", "error").replace("info", "alert").replace("LOG_AUTH", "LOG_DAEMON");
    let catalog = kmd_loader::parse("app.yaml", &format!("{HEAD}{MESSAGES}{failed}")).expect("a catalog");
    let [login, failed] = catalog.messages() else { panic!("{:?}", catalog.messages()) };
    assert_eq!((login.tag(), login.kind(), login.severity()), ("APP_LOGIN", MessageKind::Event, Severity::Info));
    assert_eq!((failed.tag(), failed.kind(), failed.severity()), ("APP_FAILED", MessageKind::Error, Severity::Alert));
    assert_eq!((login.facility(), failed.facility()), (Facility::Auth, Facility::Daemon));
}

/// Texts without a tag are searched only in a catalog that has such messages.
#[test]
fn the_messages_of_a_catalog_can_all_be_without_a_tag() {
    let text = format!("{HEAD}{MESSAGES}    tagged: false\n");
    let catalog = kmd_loader::parse("app.yaml", &text).expect("a catalog");
    let record = catalog.parse("appd[7]: User ada logged in");
    assert_eq!(record.event().and_then(|event| event.value(0)), Some(Value::Text("ada")));
}

/// The line has no text, and so it does not have a value that is an empty one.
#[test]
fn a_brief_line_without_values_has_absent_ones() {
    let text =
        format!("{HEAD}{MESSAGES}").replace("User {user} logged in", "{user}").replace("text,", "text, absent: nil,");
    let catalog = kmd_loader::parse("app.yaml", &text).expect("a catalog");
    let record = catalog.parse("<38>1 2026-04-02T06:30:00Z gw appd - APP_LOGIN -");
    assert_eq!(record.event().and_then(|event| event.value(0)), Some(Value::Absent));
    let record = catalog.parse("<38>1 2026-04-02T06:30:00Z gw appd - APP_LOGIN [junos@2636 user=\"\"]");
    assert_eq!(record.event().and_then(|event| event.value(0)), Some(Value::Text("")));
}

#[test]
fn an_error_lists_all_mistakes() {
    let text = format!("{HEAD}{MESSAGES}").replace("prefix: APP", "prefix: app").replace("info", "information");
    let error = kmd_loader::parse("app.yaml", &text).expect_err("mistakes");
    let [first, second] = error.diagnostics() else { panic!("{error}") };
    assert!(first.starts_with("invalid prefix `app`\n --> app.yaml:1:9\n"), "{first}");
    assert!(
        second.starts_with("unknown severity `information` in message `APP_LOGIN`\n --> app.yaml:9:15\n"),
        "{second}"
    );
    assert_eq!(error.to_string(), format!("{first}\n\nerror: {second}"));
}

/// A program can read a log from standard input while it loads a catalog from a file.
#[test]
fn standard_input_is_not_locked_for_a_file() {
    let _input = std::io::stdin().lock();
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(kmd_loader::open(&["missing.yaml"]).is_err()));
    assert_eq!(receiver.recv_timeout(Duration::from_secs(20)), Ok(true));
}

#[cfg(unix)]
#[test]
fn a_path_need_not_be_utf8() {
    use std::os::unix::ffi::OsStrExt as _;

    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &[u8]| folder.path().join(std::ffi::OsStr::from_bytes(name));
    let Ok(()) = fs::write(path(b"caf\xe9.yaml"), format!("{HEAD}{MESSAGES}")) else {
        // Some file systems have only names in UTF-8.
        return;
    };
    let catalog = kmd_loader::open(&[path(b"caf\xe9.yaml")]).expect("a catalog");
    assert_eq!(catalog.messages()[0].tag(), "APP_LOGIN");
    let error = kmd_loader::open(&[path(b"th\xe9.yaml")]).expect_err("no file");
    assert!(error.to_string().contains("th\u{fffd}.yaml`: "), "{error}");
}

#[test]
fn a_missing_file_is_an_error() {
    let error = kmd_loader::open(&["missing.yaml"]).expect_err("no file");
    assert!(error.to_string().starts_with("cannot read `missing.yaml`: "), "{error}");
}
