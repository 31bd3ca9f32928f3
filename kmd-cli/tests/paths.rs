//! Tests of the names of files that errors show.

#![cfg(unix)]

use std::fs;
use std::process::{Command, Stdio};

/// Names with an escape sequence, a C1 character and a line break, of files that do not exist or that are wrong.
#[test]
fn a_path_cannot_control_the_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let evil = "a\u{1b}[31m\n\u{9b}\u{202e}.yaml";
    let wrong = path(evil);
    fs::write(&wrong, "prefix: [").expect("written");
    let xz = path(&format!("{evil}.xz"));
    fs::write(&xz, b"\xfd7zXZ\0\0").expect("written");
    let gzip = path(&format!("{evil}.gz"));
    fs::write(&gzip, b"\x1f\x8b").expect("written");
    let changed = path(&format!("{evil}.new"));
    let catalog = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog.yaml")).expect("a catalog");
    fs::write(&changed, catalog.replace("severity: info", "severity: alert")).expect("written");
    let (missing, below) = (format!("{wrong}.missing"), format!("{wrong}/below"));
    let mut commands: Vec<Vec<&str>> = vec![
        vec!["decode", &xz],
        vec!["decode", &gzip],
        vec!["explain", evil.trim_end_matches(".yaml")],
        vec!["explain", "a text\u{1b}"],
        vec!["docs", "--out", &below],
        vec!["rules", "--to", "vector", "--out", &below],
        vec!["diff", "HEAD:\u{1b}", "catalog.yaml"],
        vec!["diff", "\u{1b},", "catalog.yaml"],
        vec!["diff", "catalog.yaml", &changed],
        vec!["audit", "catalog.yaml", &missing],
        vec!["audit", "catalog.yaml", &wrong],
        vec!["audit", "catalog.yaml", &xz],
        vec!["check", "\u{1b},"],
    ];
    for file in [&wrong, &missing, &below] {
        commands.extend([
            vec!["check", file],
            vec!["docs", file],
            vec!["explain", file],
            vec!["rules", "--to", "vector", file],
            vec!["diff", file, "catalog.yaml"],
            vec!["diff", "catalog.yaml", file],
            vec!["decode", "--catalog", file],
            vec!["filter", "--catalog", file],
            vec!["audit", file, "examples"],
        ]);
    }
    commands.extend([&missing, &below].map(|file| vec!["decode", &**file]));
    for arguments in commands {
        // On a terminal, escape sequences are not removed.
        let mut command = Command::new(env!("CARGO_BIN_EXE_kmd"));
        command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).args(&arguments);
        command.env_remove("NO_COLOR").env("CLICOLOR_FORCE", "1").stdin(Stdio::null());
        let output = command.output().expect("kmd runs");
        let (printed, error) = (text(output.stdout), text(output.stderr));
        assert!(!error.contains('\u{1b}'), "{arguments:?}: {error:?}");
        let printed = printed + &error;
        assert!(!printed.contains(['\u{9b}', '\u{202e}']), "{arguments:?}: {printed:?}");
        assert!(!printed.lines().any(|line| line.contains("a\u{1b}[31m")), "{arguments:?}: {printed:?}");
        assert!(printed.contains("\\u{1b}"), "{arguments:?}: {printed:?}");
    }
}
