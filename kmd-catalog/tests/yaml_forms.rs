//! Tests of the forms that YAML 1.2 has for a catalog. The classes of cases are those of the YAML test suite; the texts
//! are our own. The forms of strings are tested in `src/yaml.rs`.

use kmd_catalog::parse;

/// A catalog whose only message has the key `note` with this value.
fn with_note(value: &str) -> String {
    format!(
        "prefix: APP\nprocess: appd\nmessages:\n  APP_UP:\n    template: Up\n    type: event\n    severity: info\n    \
         facility: LOG_KERN\n    description: d\n    note:{value}\n"
    )
}

/// Returns the note of the only message, or each error as `line:column: message`.
fn note(text: &str) -> Result<String, Vec<String>> {
    let (model, diagnostics) = parse(text);
    if diagnostics.is_empty() {
        let message = model.expect("a model").messages.remove(0);
        return Ok(message.note.expect("a note"));
    }
    let line = |diagnostic: kmd_catalog::Diagnostic| {
        let place = kmd_catalog::Position::of(text, diagnostic.span.expect("a place").start);
        format!("{}:{}: {}", place.line, place.column, diagnostic.message)
    };
    Err(diagnostics.into_iter().map(line).collect())
}

#[test]
fn line_breaks_and_marks_change_nothing() {
    let text = with_note(" >-\n      a\n      b");
    for text in [
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
        format!("\u{feff}{text}"),
        format!("---\n{text}...\n"),
        format!("%YAML 1.2\n--- # c\n{text}... # c\n# c\n"),
        format!("# c\n\n{text}\n# c"),
        text.trim_end().to_owned(),
        format!("  {}", text.trim_end().replace('\n', "\n  ")),
    ] {
        assert_eq!(note(&text).as_deref(), Ok("a b"), "{text:?}");
    }
}

#[test]
fn a_mapping_has_many_forms() {
    let keys = "template: Up, type: event, severity: info, facility: LOG_KERN, description: d";
    let head = "prefix: APP\nprocess: appd\nmessages:";
    for text in [
        format!("{head} {{APP_UP: {{{keys}, note: a b}}}}"),
        format!("{head}\n  {{ APP_UP: {{\n{},\nnote: a\n b,\n}} }}", keys.replace(", ", " ,\n")),
        format!("{head} {{'APP_UP':{{{keys},\"note\":'a b'}}}}"),
        format!("{head}\n  ? APP_UP\n  : {{{keys}, ? note : a b}}"),
        format!("{head}\n  ? APP_UP\n  :\n    ? note\n    # c\n    : a b\n    {}", keys.replace(", ", "\n    ")),
        format!("{head}\n APP_UP:\n  note : a b\n  {}", keys.replace(", ", "\n  ")),
        format!("{{\"prefix\": \"APP\", \"process\": \"appd\", \"messages\": {{\"APP_UP\": {{{keys}, note: a b}}}}}}"),
    ] {
        assert_eq!(note(&text).as_deref(), Ok("a b"), "{text}");
    }
    let tails = |list: &str| {
        let (model, errors) = parse(
            &format!(
                "{head}\n  APP_UP: {{{keys}}}\nplaceholders:\n  a: {{type: u8, description: d}}\n  \
             b: {{type: u8, description: d}}\n"
            )
            .replace(&format!("{{{keys}}}"), &format!("\n    {}\n    tail:{list}", keys.replace(", ", "\n    "))),
        );
        assert_eq!(errors, [], "{list}");
        model.expect("a model").messages[0].tails.len()
    };
    for list in [
        " [' {a}', ', {b}']",
        " [\n      ' {a}', # c\n      \", {b}\",\n    ]",
        "\n      - ' {a}'\n      - ', {b}'",
        "\n    - ' {a}'\n    # c\n    - ', {b}'",
        "\n    -   ' {a}'\n    -\n      ', {b}'",
    ] {
        assert_eq!(tails(list), 2, "{list}");
    }
}

/// Each form is an error of its own, at the place that has to be changed. Line 10 is that of the note.
#[test]
fn other_forms_are_errors_at_their_place() {
    for (value, expected) in [
        (" &a b", "10:11: YAML anchors are not supported"),
        (" !!str b", "10:11: YAML tags are not supported"),
        (" !<tag:yaml.org,2002:str> b", "10:11: YAML tags are not supported"),
        ("\n      # c\n      &a\n      b", "12:7: YAML anchors are not supported"),
        ("", "10:9: invalid type for `note`: expected a string, found nothing"),
        (" ~", "10:11: invalid type for `note`: expected a string, found nothing"),
        (" [a]", "10:11: invalid type for `note`: expected a string, found a list"),
        ("\n    - a", "11:5: invalid type for `note`: expected a string, found a list"),
        (" {a: b}", "10:11: invalid type for `note`: expected a string, found a mapping"),
        (" a #b", "10:13: the unquoted string ends at ` #`"),
        (" a\n...\nb", "12:1: expected one YAML document, found a second"),
    ] {
        assert_eq!(note(&with_note(value)), Err(vec![expected.to_owned()]), "{value}");
    }
    // The words are those of the YAML library.
    for (value, place) in [
        ("a", "10:5"),
        (" a: b", "10:12"),
        (" 'a' b", "10:15"),
        (" \"a\" b", "10:15"),
        (" \"\\q\"", "10:11"),
        (" \"a", "10:11"),
        (" [a", "10:11"),
        (" a]: b", "10:13"),
        (" - a", "10:11"),
        (" @a", "10:11"),
        (" `a`", "10:11"),
        (" |0\n      a", "10:11"),
        (" > a\n      b", "10:11"),
        (" 'a'#b", "10:14"),
        (" a\n   b: c", "11:4"),
        (" a\n      b # c\n      d", "11:9"),
        ("\n    \ta: b", "11:5"),
        (" *a", "10:11"),
    ] {
        let errors = note(&with_note(value)).expect_err(value);
        assert_eq!(errors.len(), 1, "{value}: {errors:#?}");
        assert!(errors[0].starts_with(&format!("{place}: invalid YAML: ")), "{value}: {errors:#?}");
    }
}
