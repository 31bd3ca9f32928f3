//! Changes of the tails of a message. All places were counted by hand.

use kmd_diff::{Change, Version, compare};

const OLD: &str = "\
prefix: APP
process: appd
placeholders:
  code: { type: u8, description: Exit status. }
  signal: { type: u8, description: Number of the signal. }
  elapsed: { type: duration, unit: s, description: Time that it took. }
defaults: { type: event, severity: info, facility: LOG_USER }
messages:
  APP_END:
    template: 'Ended after {elapsed} s'
    tail: [', status {code}', ', signal {signal}']
    description: The program ended.
";

/// Returns the changes after an edit of `OLD`.
fn changes(edits: &[(&str, &str)]) -> Vec<Change> {
    let new = edits.iter().fold(OLD.to_owned(), |new, (from, to)| {
        assert!(new.contains(from), "{from}");
        new.replace(from, to)
    });
    let old = Version::parse("old.yaml", OLD).expect("a catalog");
    let new = Version::parse("new.yaml", &new).expect("a catalog");
    compare(&old, &new).into_iter().collect()
}

#[test]
fn lines_with_both_tails_have_them_in_order() {
    let changes = changes(&[("', status {code}', ', signal {signal}'", "', signal {signal}', ', status {code}'")]);
    let texts: Vec<String> = changes.iter().map(ToString::to_string).collect();
    let text = "read: APP_END: order of the tails changed\n --> new.yaml:10:15\n\
        help: add `alternatives: ['Ended after {elapsed} s, status {code}, signal {signal}']`\n\
        note: the line `appd[7]: APP_END: Ended after 1.5 s, status 7, signal 7` is no longer parsed to the same tag and \
        values";
    assert_eq!(texts, [text]);
}

/// The lines with the tail and those without it show one change each.
#[test]
fn a_reworded_template_and_a_reworded_tail_have_one_line_each() {
    let changes = changes(&[("Ended", "Stopped"), (", status", ", code")]);
    let found: Vec<(&str, Option<&str>)> =
        changes.iter().map(|change| (&*change.what, change.example.as_deref())).collect();
    assert_eq!(
        found,
        [
            ("template changed", Some("appd[7]: APP_END: Ended after 1.5 s")),
            ("tail changed", Some("appd[7]: APP_END: Ended after 1.5 s, status 7, signal 7")),
        ]
    );
}

/// The tail of the value stays, so the type is the reason.
#[test]
fn a_removed_tail_is_no_reason_for_the_values_of_another_tail() {
    let changes = changes(&[
        ("', status {code}', ", ""),
        ("  code: { type: u8, description: Exit status. }\n", ""),
        ("signal: { type: u8", "signal: { type: i8"),
    ]);
    let found: Vec<(&str, Option<&str>)> =
        changes.iter().map(|change| (&*change.what, change.example.as_deref())).collect();
    let (removed, example) = found[0];
    assert!(removed == "tail removed" && example.is_some_and(|line| line.contains("status")), "{example:?}");
    let narrowed = found.iter().find(|(what, _)| *what == "type of `signal` changed");
    let (_, example) = narrowed.expect("the change of the type");
    assert!(example.is_some_and(|line| line.contains(", signal ") && !line.contains("status")), "{example:?}");
}

/// The text without a tail is the same, so the remedy for the tail does not name it.
#[test]
fn a_removed_tail_and_another_unit_have_one_remedy_each() {
    let changes = changes(&[
        ("', status {code}', ", ""),
        ("  code: { type: u8, description: Exit status. }\n", ""),
        ("unit: s", "unit: ms"),
    ]);
    let found: Vec<(&str, Vec<&str>)> =
        changes.iter().map(|change| (&*change.what, change.help.iter().map(String::as_str).collect())).collect();
    assert_eq!(found[0], ("tail removed", vec!["keep the tail `', status {code}'`"]));
    assert_eq!(found[1], ("unit of `elapsed` changed", vec!["keep `unit: s`"]));
    assert_eq!(found[2].0, "placeholder `code` removed");
    assert_eq!(found.len(), 3);
}
