//! What a change says: its remedies, its line and its values.

use kmd_diff::{Class, Version, compare};

/// An alternative is a template, in which braces are doubled, and a string of YAML, in which quotes are.
#[test]
fn an_alternative_can_be_copied_into_the_catalog() {
    let catalog = |template: &str, alternatives: &str| {
        format!(
            "prefix: APP\nprocess: appd\ndefaults: {{ type: event, severity: info, facility: LOG_USER }}\nplaceholders:\n\
             \x20 number: {{ type: u16, description: Number of the kettle. }}\n\
             messages:\n  APP_HOT:\n    template: '{template}'\n{alternatives}    description: A kettle is hot.\n"
        )
    };
    let old = "Kettle {number:03} {{it''s hot}}";
    let new = "It''s hot in kettle {number:03}";
    let version = |text: &str| Version::parse("app.yaml", text).expect("a catalog");
    let changes = compare(&version(&catalog(old, "")), &version(&catalog(new, "")));
    let [change] = changes.iter().collect::<Vec<_>>()[..] else { panic!("{changes:?}") };
    let help = format!("add `alternatives: ['{old}']`");
    assert_eq!(change.help, [help]);

    let with_help = catalog(new, &format!("    alternatives: ['{old}']\n"));
    let changes = compare(&version(&catalog(old, "")), &version(&with_help));
    assert!(changes.iter().all(|change| change.classes.is_empty()), "{changes:?}");
}

/// Returns a catalog with one message, whose placeholders have these declarations.
fn catalog(placeholders: &[&str], texts: &str) -> Version {
    let placeholders: Vec<String> =
        placeholders.iter().map(|it| format!("  {it}, description: A value. }}\n")).collect();
    let placeholders = placeholders.concat();
    let text = format!(
        "prefix: APP\nprocess: appd\ndefaults: {{ type: event, severity: info, facility: LOG_USER }}\n\
         placeholders:\n{placeholders}messages:\n  APP_X: {{ {texts}, description: A message. }}\n"
    );
    Version::parse("app.yaml", &text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Returns the help of all changes.
fn help(old: &Version, new: &Version) -> Vec<String> {
    compare(old, new).iter().flat_map(|change| change.help.clone()).collect()
}

/// The parser tried the old template first, so a known alternative must not take its lines.
#[test]
fn the_old_template_is_the_first_alternative() {
    let user = ["user: { type: text"];
    let old = catalog(&user, "template: 'Login of {user} failed', alternatives: ['Login of {user}']");
    let kept = "template: 'Login by {user} failed', alternatives: ['Login of {user}']";
    let remedy = "alternatives: ['Login of {user} failed', 'Login of {user}']";
    assert_eq!(help(&old, &catalog(&user, kept)), [format!("add `{remedy}`")]);
    let with_remedy = catalog(&user, &format!("template: 'Login by {{user}} failed', {remedy}"));
    assert!(compare(&old, &with_remedy).iter().all(|change| change.classes.is_empty() || change.is_ambiguous));
    // Each of two changes has a remedy of its own.
    let expected = ["add `alternatives: ['Login of {user} failed']`", "keep `alternatives: ['Login of {user}']`"];
    let without = catalog(&user, "template: 'Login by {user} failed'");
    assert_eq!(help(&old, &without), expected);
    let changes = compare(&old, &without);
    let lines = changes.iter().filter_map(|change| Some((&*change.what, change.example.as_deref()?)));
    let expected = [
        ("template changed", "appd[7]: APP_X: Login of x failed"),
        ("alternative removed", "appd[7]: APP_X: Login of x"),
    ];
    assert_eq!(lines.collect::<Vec<_>>(), expected);
}

/// There is no proof that all numbers are read as before, so lines are tried.
#[test]
fn a_remedy_is_tried_on_lines() {
    let ratio = ["ratio: { type: f64"];
    let [old, new] = ["Ratio {ratio:.2}", "Ratio {ratio:.3}"].map(|it| catalog(&ratio, &format!("template: '{it}'")));
    assert_eq!(help(&old, &new), ["add `alternatives: ['Ratio {ratio:.2}']`"]);
}

/// The new texts read lines of the old ones, so alternatives are never tried on these lines.
#[test]
fn an_alternative_that_does_not_help_is_not_proposed() {
    let words = ["one: { type: enum, values: [up, down]", "two: { type: enum, values: [up, down]"];
    let texts = ["a: { type: text", "b: { type: text"];
    let time = ["time: { type: duration, unit: ms", "time: { type: duration, unit: s"];
    for (old, new, expected) in [
        (
            catalog(&words, "template: '{one} -> {two}'"),
            catalog(&words, "template: '{two} -> {one}'"),
            "keep the template `'{one} -> {two}'`",
        ),
        (
            catalog(&texts, "template: 'Ready', tail: [' one {a}', ' two {b}']"),
            catalog(&texts, "template: 'Ready', tail: [' two {b}', ' one {a}']"),
            "keep `tail: [' one {a}', ' two {b}']`",
        ),
        // An alternative would be read in the new unit.
        (
            catalog(&time[..1], "template: 'Idle for {time:.3}'"),
            catalog(&time[1..], "template: 'Pause of {time:.3}'"),
            "keep the template `'Idle for {time:.3}'`",
        ),
    ] {
        let help = help(&old, &new);
        assert!(help.iter().any(|help| help == expected), "{help:?}");
        assert!(!help.iter().any(|help| help.contains("alternatives")), "{help:?}");
    }
}

/// The word is a string of YAML, in which `-` alone would be a list.
#[test]
fn a_word_can_be_copied_into_the_catalog() {
    let [old, new] = ["'-'", "none"].map(|word| format!("user: {{ type: text, absent: {word}"));
    let texts = "template: 'Login of {user}'";
    assert_eq!(help(&catalog(&[&old], texts), &catalog(&[&new], texts)), ["keep `absent: '-'`"]);
}

/// Both messages would have the same text.
#[test]
fn a_message_without_a_tag_keeps_its_tag() {
    let renamed = |tag: &str| {
        let text = format!(
            "prefix: APP\nprocess: appd\nmessages:\n  {tag}: {{ template: 'Up', tagged: false, type: event, \
             severity: info, facility: LOG_USER, description: A message. }}\n"
        );
        Version::parse("app.yaml", &text).expect("a catalog")
    };
    let help = help(&renamed("APP_UP"), &renamed("APP_READY"));
    assert_eq!(help[0], "keep the tag `APP_UP`");
    assert!(!help.iter().any(|help| help.contains("deprecate")), "{help:?}");
}

/// Without a limit, this would take minutes: most lines can be read in more ways than the parser tries.
#[test]
fn a_template_with_repeated_texts_is_compared() {
    let names: Vec<String> = (0..6).map(|index| format!("p{index}")).collect();
    let placeholders: Vec<String> = names.iter().map(|name| format!("{name}: {{ type: text")).collect();
    let placeholders: Vec<&str> = placeholders.iter().map(String::as_str).collect();
    let template = names.iter().chain(&names).map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(" ");
    let [old, new] = ["", "!"].map(|end| catalog(&placeholders, &format!("template: '{template}{end}'")));
    let changes = compare(&old, &new);
    let [change] = changes.iter().collect::<Vec<_>>()[..] else { panic!("{changes:?}") };
    assert_eq!((&*change.what, change.example.is_some()), ("template changed", true));
}

/// The line of a note can be copied into a log.
#[test]
fn the_line_of_a_note_is_not_escaped() {
    let [old, new] = ["Can''t open \"x\" \\ {user}", "Cannot open {user}"]
        .map(|text| catalog(&["user: { type: text"], &format!("template: '{text}'")));
    let note = "note: the line `appd[7]: APP_X: Can't open \"x\" \\ x` is no longer";
    assert!(compare(&old, &new).to_string().contains(note));
}

/// No text and no placeholder changed that could be the reason.
#[test]
fn lines_with_other_values_are_reported() {
    let user = ["user: { type: text"];
    let what = |old: &Version, new: &Version| {
        let changes = compare(old, new);
        let concerned = changes.iter().filter(|change| !change.classes.is_empty());
        concerned.map(|change| (change.what.clone(), change.is_undecided)).collect::<Vec<_>>()
    };
    // The alternative that is first takes the lines of the other one.
    let old = catalog(&user, "template: '{user} is gone', alternatives: ['Login of {user} failed']");
    let new = catalog(&user, "template: '{user} is gone', alternatives: ['Login of {user}', 'Login of {user} failed']");
    assert_eq!(what(&old, &new), [("lines are parsed to other values".to_owned(), false)]);
    // The longest word is tried first, so the order does not matter, but there is no proof of it.
    let [old, new] = ["[up, down]", "[down, up]"].map(|words| {
        let state = format!("state: {{ type: enum, values: {words}");
        catalog(&[user[0], &state, "time: { type: text"], "template: '{state}: {user}', tail: [' at {time}']")
    });
    assert_eq!(what(&old, &new), [("lines may be parsed to other values".to_owned(), true)]);
}

/// Of two placeholders whose types changed, only one has values that the new type lacks.
#[test]
fn the_placeholder_that_breaks_lines_is_named() {
    let texts = "template: 'Port {port} of {slot}'";
    let old = catalog(&["port: { type: u8", "slot: { type: u16"], texts);
    let new = catalog(&["port: { type: u16", "slot: { type: u8"], texts);
    let changes = compare(&old, &new);
    let found = changes.iter().map(|change| (&*change.what, change.classes.contains(&Class::Read)));
    assert_eq!(found.collect::<Vec<_>>(), [("type of `port` changed", false), ("type of `slot` changed", true)]);
}

/// A description can have line breaks and tabs.
#[test]
fn a_value_is_on_one_line() {
    let [old, new] = ["One", "Two\\nand\\tthree"].map(|text| {
        let text = format!(
            "prefix: APP\nprocess: appd\nmessages:\n  APP_X: {{ template: Up, type: event, severity: info, facility: \
             LOG_USER, description: \"{text}\" }}\n"
        );
        Version::parse("app.yaml", &text).expect("a catalog")
    });
    let changes = compare(&old, &new);
    let said = "APP_X: description changed: `One` -> `Two and three`\n --> app.yaml:4:88\n";
    assert!(changes.to_string().starts_with(&format!("documentation: {said}")), "{changes}");
    assert!(
        changes.to_markdown().contains("description changed: `One` -> `Two and three`\n"),
        "{}",
        changes.to_markdown()
    );
}
