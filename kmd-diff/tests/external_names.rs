//! The names of placeholders in the conventions of others.

use kmd_diff::{Class, Version, compare};

fn version(names: &str) -> Version {
    let text = format!(
        "prefix: APP
process: appd
placeholders:
  user: {{ type: text, {names}description: Name. }}
messages:
  APP_UP:
    template: 'Up {{user}}'
    type: event
    severity: info
    facility: LOG_DAEMON
    description: It happened.
"
    );
    Version::parse("app.yaml", &text).expect("a version")
}

#[test]
fn a_change_of_a_name_concerns_alerts() {
    let (none, user) = ("", "names: { otel: user.name, ecs: user.name }, ");
    let other = "names: { otel: user.id, ecs: user.name }, ";
    for (old, new, expected) in [
        (user, user, vec![]),
        (
            user,
            other,
            vec![("OpenTelemetry", 4, 38, Some("user.name"), Some("user.id"), vec!["keep `otel: user.name`"])],
        ),
        (
            none,
            user,
            vec![
                ("OpenTelemetry", 4, 38, None, Some("user.name"), vec![]),
                ("the Elastic Common Schema", 4, 54, None, Some("user.name"), vec![]),
            ],
        ),
        (
            user,
            none,
            vec![
                ("OpenTelemetry", 4, 3, Some("user.name"), None, vec!["keep `otel: user.name`"]),
                ("the Elastic Common Schema", 4, 3, Some("user.name"), None, vec!["keep `ecs: user.name`"]),
            ],
        ),
    ] {
        let changes = compare(&version(old), &version(new));
        let found: Vec<_> = changes
            .iter()
            .map(|change| {
                assert_eq!(change.classes, [Class::Watch]);
                let convention = change.what.strip_prefix("name of `user` for ").expect("a name");
                let (convention, verb) = convention.rsplit_once(' ').expect("a change");
                let is_verb =
                    |old: bool, new: bool| ["added", "removed", "changed"][if old { 1 + usize::from(new) } else { 0 }];
                assert_eq!(verb, is_verb(change.old.is_some(), change.new.is_some()));
                let (old, new) = (change.old.as_deref(), change.new.as_deref());
                let help: Vec<&str> = change.help.iter().map(String::as_str).collect();
                (convention, change.place.line, change.place.column, old, new, help)
            })
            .collect();
        assert_eq!(found, expected, "{old} {new}");
    }
}
