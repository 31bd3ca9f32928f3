//! Placeholders with other names, which the text around them tells.

use std::collections::BTreeSet;

use kmd_diff::{Version, compare};

/// Returns a catalog with one message and its placeholders, all of which are texts.
fn catalog(template: &str, tail: Option<&str>) -> Version {
    let texts = [template, tail.unwrap_or_default()].concat();
    let names: BTreeSet<&str> = texts.split('{').skip(1).map(|rest| rest.split_once('}').expect("a name").0).collect();
    let placeholder = |name: &&str| format!("  {name}: {{ type: text, description: A text. }}\n");
    let placeholders = names.iter().map(placeholder).collect::<Vec<_>>().concat();
    let tail = tail.map(|tail| format!("    tail: ['{tail}']\n")).unwrap_or_default();
    let text = format!(
        "prefix: APP\nprocess: appd\ndefaults: {{ type: event, severity: info, facility: LOG_USER }}\n\
         placeholders:\n{placeholders}messages:\n  APP_A:\n    template: '{template}'\n{tail}    description: A message.\n"
    );
    Version::parse("app.yaml", &text).expect("a catalog")
}

/// Returns what changed about the placeholders.
fn changes(old: (&str, Option<&str>), new: (&str, Option<&str>)) -> Vec<String> {
    let changes = compare(&catalog(old.0, old.1), &catalog(new.0, new.1));
    let placeholders = changes.iter().filter_map(|change| change.what.strip_prefix("placeholder "));
    placeholders.map(|what| what.replace('`', "")).collect()
}

#[test]
fn the_text_around_placeholders_tells_which_is_which() {
    for (old, new, expected) in [
        ("{a} of {b}", "{c} of {d}", &["a renamed to c", "b renamed to d"][..]),
        ("{a} of {b}", "{a} of {c}", &["b renamed to c"]),
        ("{a}: {a} of {b}", "{c}: {c} of {d}", &["a renamed to c", "b renamed to d"]),
        ("{a} of {b} in {e}", "{c} of {d} in {e}", &["a renamed to c", "b renamed to d"]),
        // A placeholder that is in both has its name in both.
        ("{a} of {b} in {c}", "{b} of {x} in {y}", &["a removed", "c removed", "x added", "y added"]),
        // The text changed, too.
        ("{a} of {b}", "{c} by {d}", &["a removed", "b removed", "c added", "d added"]),
        ("{a} of {b}", "{c} of {d}.", &["a removed", "b removed", "c added", "d added"]),
        // It would be two placeholders, or one in place of two.
        ("{a}: {a} of {b}", "{c}: {d} of {e}", &["a removed", "b removed", "c added", "d added", "e added"]),
        ("{a}: {b} of {x}", "{c}: {c} of {y}", &["a removed", "b removed", "x removed", "c added", "y added"]),
        // With only one of each, there is no other possibility.
        ("{a} of {b}", "{b} by {c}", &["a renamed to c"]),
    ] {
        assert_eq!(changes((old, None), (new, None)), expected, "{old} -> {new}");
    }
}

#[test]
fn a_placeholder_of_a_tail_can_be_renamed() {
    assert_eq!(changes(("Up", Some(" by {a}")), ("Up", Some(" by {b}"))), ["a renamed to b"]);
}
