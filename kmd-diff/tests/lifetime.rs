//! The lifetime of the event enum, which it has if a value of a message borrows. All places were counted by hand.

use kmd_diff::{Class, Version, compare};

const OLD: &str = "\
prefix: APP
process: appd
placeholders:
  count: { type: u32, description: Number of doors. }
defaults: { type: event, severity: info, facility: LOG_USER }
messages:
  APP_DOORS: { template: '{count} doors', description: Counts the doors. }
";

const NEW: &str = "\
prefix: APP
process: appd
placeholders:
  count: { type: u32, description: Number of doors. }
  user: { type: text, description: Name of the user. }
defaults: { type: event, severity: info, facility: LOG_USER }
messages:
  APP_DOORS: { template: '{count} doors', description: Counts the doors. }
  APP_LOGIN: { template: 'Login of {user}', description: A user logged in. }
";

/// Returns the text of each change.
fn changes(old: &str, new: &str) -> Vec<String> {
    let old = Version::parse("old.yaml", old).expect("a catalog");
    let new = Version::parse("new.yaml", new).expect("a catalog");
    let changes = compare(&old, &new);
    changes.iter().map(ToString::to_string).collect()
}

#[test]
fn the_first_value_that_borrows_adds_a_lifetime() {
    let expected = [
        "call: lifetime of `AppEvent` changed: `AppEvent` -> `AppEvent<'_>`\n --> new.yaml:1:9\nhelp: write `AppEvent<'_>`",
        "documentation: APP_LOGIN: message added\n --> new.yaml:9:3",
    ];
    assert_eq!(changes(OLD, NEW), expected);
}

#[test]
fn without_a_value_that_borrows_there_is_no_lifetime() {
    let expected = [
        "call: lifetime of `AppEvent` changed: `AppEvent<'_>` -> `AppEvent`\n --> new.yaml:1:9\nhelp: write `AppEvent`",
        "read, call, watch: APP_LOGIN: message removed\n --> new.yaml:6:1\n\
         help: add `APP_LOGIN: { note: … }` to `removed`\n\
         help: keep the message, and deprecate it: `deprecated: { note: … }`",
    ];
    assert_eq!(changes(NEW, OLD), expected);
}

/// Code that names the type must change. Lines, alerts and filters do not depend on it.
#[test]
fn a_lifetime_concerns_calls_only() {
    let old = Version::parse("old.yaml", OLD).expect("a catalog");
    let new = Version::parse("new.yaml", NEW).expect("a catalog");
    let changes = compare(&old, &new);
    assert_eq!(changes.denied(Class::Call).len(), 1);
    assert!(changes.denied([Class::Read, Class::Watch]).is_empty());
}

/// A tail is optional, so a call does not have to set its fields. But code that names the type of the message must change
/// if the type has no lifetime yet.
#[test]
fn only_the_first_optional_value_that_borrows_concerns_calls() {
    let added = |template: &str, tails: &str| {
        let placeholders =
            "placeholders:\n  days: { type: u8, description: Age. }\n  host: { type: text, description: Host. }";
        let new = NEW.replace("placeholders:", placeholders).replace(template, &format!("{template}, tail: [{tails}]"));
        let changes = changes(NEW, &new);
        changes.into_iter().filter(|change| change.contains("placeholder")).collect::<Vec<_>>()
    };
    let expected = [
        "call: APP_DOORS: placeholder `host` added\n --> new.yaml:10:55\nhelp: write the lifetime: `events::Doors<'_>`",
        "documentation: APP_DOORS: placeholder `days` added\n --> new.yaml:10:67",
    ];
    assert_eq!(added("template: '{count} doors'", "' of {host}', ', {days} days'"), expected);
    let expected = [
        "documentation: APP_LOGIN: placeholder `host` added\n --> new.yaml:11:59",
        "documentation: APP_LOGIN: placeholder `days` added\n --> new.yaml:11:71",
    ];
    assert_eq!(added("template: 'Login of {user}'", "' from {host}', ', {days} days'"), expected);
}
