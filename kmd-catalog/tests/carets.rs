//! Tests of the carets that mark the wrong part of a line. All columns were counted by hand.

use kmd_catalog::{Source, parse};

/// Returns the rendered position, line and carets of the only mistake in a catalog.
fn shown(text: &str) -> Vec<String> {
    let (_, diagnostics) = parse(text);
    let [diagnostic] = &diagnostics[..] else {
        panic!("{text}: {diagnostics:#?}");
    };
    let rendered = Source::new("app.yaml", text).render(diagnostic);
    rendered.lines().skip(1).take(4).map(str::to_owned).collect()
}

/// A catalog without mistakes, to which each case adds one.
const GOOD: &str = "\
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

#[test]
fn the_caret_is_under_the_wrong_part() {
    let cases: [(&str, &str, [&str; 4]); 12] = [
        ("prefix: APP", "prefix: app", [" --> app.yaml:1:9", "  |", "1 | prefix: app", "  |         ^^^"]),
        (
            "process: appd",
            "process: 'app d'",
            [" --> app.yaml:2:10", "  |", "2 | process: 'app d'", "  |          ^^^^^^^"],
        ),
        (
            "{ type: text,",
            "{ type: txt,",
            [
                " --> app.yaml:4:17",
                "  |",
                "4 |   user: { type: txt, description: Name of the user. }",
                "  |                 ^^^",
            ],
        ),
        (
            "  user: {",
            "  user: { kind: x,",
            [
                " --> app.yaml:4:11",
                "  |",
                "4 |   user: { kind: x, type: text, description: Name of the user. }",
                "  |           ^^^^",
            ],
        ),
        ("  APP_LOGIN:", "  APP_log-in:", [" --> app.yaml:6:3", "  |", "6 |   APP_log-in:", "  |   ^^^^^^^^^^"]),
        (
            "{user} logged in'",
            "{user} from {host}'",
            [
                " --> app.yaml:7:33",
                "  |",
                "7 |     template: 'User {user} from {host}'",
                "  |                                 ^^^^^^",
            ],
        ),
        (
            "severity: info",
            "severity:\tinof",
            [" --> app.yaml:9:15", "  |", "9 |     severity:    inof", "  |                  ^^^^"],
        ),
        (
            "{ type: text, description: Name of the user. }",
            "{ description: 利用者の名, type: txt }",
            [
                " --> app.yaml:4:37",
                "  |",
                "4 |   user: { description: 利用者の名, type: txt }",
                "  |                                          ^^^",
            ],
        ),
        (
            "{user} logged in'",
            "{user} é e\u{301} {user2}'",
            [
                " --> app.yaml:7:33",
                "  |",
                "7 |     template: 'User {user} é e\u{301} {user2}'",
                "  |                                ^^^^^^^",
            ],
        ),
        (
            "facility: LOG_AUTH",
            "facility: LOG_AUHT",
            ["  --> app.yaml:10:15", "   |", "10 |     facility: LOG_AUHT", "   |               ^^^^^^^^"],
        ),
        (
            "    description: A user logged in.\n",
            "    description: A user logged in.\n    alternatives: ['Login of {user}', 'Login {user}{user}']\n",
            [
                "  --> app.yaml:12:46",
                "   |",
                "12 |     alternatives: ['Login of {user}', 'Login {user}{user}']",
                "   |                                              ^^^^^^^^^^^^",
            ],
        ),
        (
            "    description: A user logged in.\n",
            "    description: A user logged in.\n    deprecated: { replacement: APP_LOGOUT }\n",
            [
                "  --> app.yaml:12:32",
                "   |",
                "12 |     deprecated: { replacement: APP_LOGOUT }",
                "   |                                ^^^^^^^^^^",
            ],
        ),
    ];
    for (good, wrong, expected) in cases {
        assert_eq!(shown(&GOOD.replacen(good, wrong, 1)), expected);
    }
}
