//! The remedies that a change names.

use kmd_diff::{Version, compare};

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
