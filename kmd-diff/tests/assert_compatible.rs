//! The comparison as an assertion: what passes, and what a failure prints.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::process::Command;

use kmd_diff::{Class, Deny, Version, assert_compatible, compare};
use tempfile::TempDir;

const OLD: &str = "\
prefix: APP
process: appd
placeholders:
  user: { type: text, description: Name of the user. }
messages:
  APP_LOGIN:
    template: 'User {user} logged in'
    type: event
    severity: info
    facility: LOG_AUTH
    description: A user logged in.
";

/// Creates a folder with an old and a new catalog.
fn folder(new: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("old.yaml"), OLD).expect("written");
    fs::write(folder.path().join("new.yaml"), new).expect("written");
    folder
}

/// Returns the message of the panic, or `None` if the assertion passes.
fn failure(old: &str, new: &str, deny: impl Into<Deny>) -> Option<String> {
    let deny = deny.into();
    let panic = catch_unwind(|| assert_compatible(old, new, deny)).err()?;
    Some(panic.downcast_ref::<String>().expect("a text").clone())
}

fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).to_str().expect("UTF-8").to_owned()
}

#[test]
fn a_change_that_is_not_denied_passes() {
    let folder = folder(&OLD.replace("severity: info", "severity: notice"));
    let (old, new) = (path(&folder, "old.yaml"), path(&folder, "new.yaml"));
    assert_compatible(&old, &new, [Class::Read, Class::Call]);
    assert!(failure(&old, &new, Class::Watch).is_some());
}

#[test]
#[should_panic(expected = "no class is denied")]
fn a_comparison_without_a_class_fails() {
    let folder = folder(OLD);
    assert_compatible(&path(&folder, "old.yaml"), &path(&folder, "new.yaml"), []);
}

#[test]
fn a_failure_is_the_text_of_the_denied_changes() {
    let new = OLD.replace("User {user} logged in", "Login of {user}").replace("severity: info", "severity: notice");
    let folder = folder(&new);
    let (old, new) = (path(&folder, "old.yaml"), path(&folder, "new.yaml"));
    assert_eq!(
        failure(&old, &new, [Class::Read, Class::Call]).expect("a failure"),
        format!(
            "read: APP_LOGIN: template changed: `User {{user}} logged in` -> `Login of {{user}}`\n \
             --> {new}:7:15\n\
             help: add `alternatives: ['User {{user}} logged in']`\n\
             note: the line `appd[7]: APP_LOGIN: User x logged in` is no longer parsed to the same tag and values\n\
             \n\
             1 change: 1 read, 0 call, 0 watch"
        )
    );
}

#[test]
fn lines_with_text_of_a_template_can_be_allowed() {
    // A user can be called `x logged in at y`.
    let (one, other) =
        ("template: 'User {user} logged in'", "template: 'User {user} logged in'\n    tail: [' at {door}']");
    let door = "placeholders:\n  door: { type: text, description: Name of the door. }\n";
    let folder = folder(&OLD.replace(one, other).replace("placeholders:\n", door));
    let (old, new) = (path(&folder, "old.yaml"), path(&folder, "new.yaml"));
    let text = failure(&old, &new, Class::Read).expect("a failure");
    assert!(text.contains("note: only lines in which a value contains text of a template are concerned\n"), "{text}");
    assert_compatible(&old, &new, Deny::from(Class::Read).allow_ambiguous());
}

#[test]
fn versions_that_cannot_be_compared_fail() {
    let folder = folder(&OLD.replace("severity: info", "severity: information"));
    let (old, new) = (path(&folder, "old.yaml"), path(&folder, "new.yaml"));
    let missing = path(&folder, "missing.yaml");
    let text = failure(&missing, &old, Class::Read).expect("a failure");
    assert!(text.starts_with(&format!("error: cannot read `{missing}`: ")), "{text}");
    let text = failure(&old, &new, Class::Read).expect("a failure");
    let expected = format!("error: unknown severity `information` in message `APP_LOGIN`\n --> {new}:9:15\n");
    assert!(text.starts_with(&expected), "{text}");
    let text = failure("no-such-revision:old.yaml", &old, Class::Read).expect("a failure");
    assert!(text.starts_with("error: cannot read `no-such-revision:old.yaml` from git: "), "{text}");
}

fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.net", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").current_dir(folder).args(identity).args(arguments).output().expect("git runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Only this test sets the working directory. All other paths are absolute, or do not exist.
#[test]
fn the_old_version_can_be_that_of_a_tag() {
    let folder = folder(&OLD.replace("User {user}", "The user {user}"));
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "-m", "Add a catalog"]);
    git(folder.path(), &["tag", "v1.4.0"]);
    fs::write(folder.path().join("old.yaml"), OLD.replace("severity: info", "severity: notice")).expect("written");
    std::env::set_current_dir(&folder).expect("the folder");
    assert_compatible("v1.4.0:old.yaml", "old.yaml", [Class::Read, Class::Call]);
    let text = failure("v1.4.0:old.yaml", "new.yaml", Class::Read).expect("a failure");
    assert!(text.contains("\n --> new.yaml:7:15\n"), "{text}");
}

#[test]
fn texts_in_memory_are_compared() {
    let old = Version::parse("old.yaml", OLD).expect("a catalog");
    let changes = compare(&old, &Version::parse("new.yaml", &OLD.replace("LOG_AUTH", "LOG_USER")).expect("a catalog"));
    assert_eq!((changes.len(), changes.is_empty()), (1, false));
    assert_eq!(changes.iter().map(|change| &*change.what).collect::<Vec<_>>(), ["facility changed"]);
    assert_eq!(changes.into_iter().map(|change| change.classes).collect::<Vec<_>>(), [[Class::Watch]]);
    assert_eq!(compare(&old, &old).to_string(), "0 changes: 0 read, 0 call, 0 watch");
    let error = Version::parse("new.yaml", &OLD.replace("APP\n", "app\n")).expect_err("mistakes");
    assert!(error.to_string().starts_with("invalid prefix `app`\n --> new.yaml:1:9\n"), "{error}");
}
