//! Files with mistakes and files that were written to do harm.

#![allow(
    clippy::format_collect,
    clippy::format_push_string,
    reason = "texts are built to be read"
)]

use std::fs;
use std::path::Path;
use std::time::Instant;

use super::{open, understand};

/// Every file of `bad/` with what is said of it, line and column counted by hand.
#[test]
fn bad_files_are_explained() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("bad");
    let mut cases = 0;
    let mut wrong = String::new();
    for entry in fs::read_dir(&folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if path.extension().is_none_or(|extension| extension != "yaml") {
            assert!(
                path.with_extension("yaml").exists(),
                "{name} answers nothing"
            );
            continue;
        }
        cases += 1;
        let expected = fs::read_to_string(path.with_extension("txt")).expect(&name);
        let said: String = open(&folder, &name)
            .1
            .iter()
            .map(|line| format!("{line}\n"))
            .collect();
        if said != expected {
            wrong += &format!("expected: {expected}    said: {said}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(cases > 60, "{cases}");
}

/// Files that were written to do harm: an error each, without panic, overflow or hang.
/// `cargo test -p kmd-macros hostile -- --nocapture` shows the times.
#[test]
fn hostile_files_are_errors() {
    let head = "prefix: APP\nprocess: appd\n";
    let message = |tag: usize, text: &str| {
        format!(
            "  APP_{tag}: {{template: '{text}', type: event, severity: info, facility: LOG_KERN, description: d}}\n"
        )
    };
    let messages = |text: &dyn Fn(usize) -> String| {
        (0..20_000)
            .map(|tag| message(tag, &text(tag)))
            .collect::<String>()
    };
    let bomb: String = (1..30)
        .map(|n| format!("a{n}: &a{n} [{}]\n", format!("*a{},", n - 1).repeat(9)))
        .collect();
    let many = |line: &str| line.repeat(100_000);
    let numbered = |line: &str| {
        (0..100_000)
            .map(|n| line.replace('#', &n.to_string()))
            .collect::<String>()
    };
    let placeholders: String = (0..20_000)
        .map(|n| format!("  p{n}: {{type: text, description: d}}\n"))
        .collect();
    for (name, text) in [
        ("an alias bomb", format!("a0: &a0 x\n{bomb}")),
        ("nested brackets", many("[")),
        ("nested braces", many("{a: ")),
        ("nested dashes", many("- ")),
        ("nested questions", many("? ")),
        (
            "nested indentation",
            (0..2_000)
                .map(|n| format!("{}a:\n", " ".repeat(n)))
                .collect(),
        ),
        ("a long key", format!("{}: 1\n", "k".repeat(10_000_000))),
        (
            "a long value",
            format!("prefix: {}\n", "A".repeat(10_000_000)),
        ),
        (
            "a long tag",
            format!("{head}messages:\n  ? {}\n  : 1\n", "A".repeat(10_000_000)),
        ),
        (
            "a long template",
            format!("{head}messages:\n{}", message(1, &"{a} ".repeat(1_000_000))),
        ),
        (
            "open braces",
            format!("{head}messages:\n{}", message(1, &"{".repeat(10_000_001))),
        ),
        ("a NUL", "prefix: A\0PP\n".to_owned()),
        ("control characters", (1..=31).map(char::from).collect()),
        ("doubled keys", many("a: 1\n")),
        ("unknown keys", numbered("key-#: 1\n")),
        (
            "unknown placeholders",
            format!(
                "{head}placeholders:\n{placeholders}messages:\n{}",
                messages(&|n| format!("{{q{n}}}"))
            ),
        ),
        (
            "unused placeholders",
            format!(
                "{head}placeholders:\n{placeholders}messages:\n{}",
                messages(&|_| "x{q}".to_owned())
            ),
        ),
        (
            "tags of one Rust name",
            format!(
                "{head}messages:\n{}",
                (1..20_000)
                    .map(|n| message(1, "x")
                        .replace("APP_1", &format!("APP{}A", "_".repeat(n % 20 + 1))))
                    .collect::<String>()
            ),
        ),
    ] {
        let start = Instant::now();
        let (_, problems) = understand(&text);
        println!(
            "{:>6} ms  {name}, {} bytes",
            start.elapsed().as_millis(),
            text.len()
        );
        let lines = problems.in_file("f");
        assert!(!lines.is_empty(), "{name}");
        assert!(lines.len() <= 101, "{name}");
    }
}

/// Too large to lie in the repository.
#[test]
fn a_file_of_more_than_16_mib_is_refused() {
    let folder = std::env::temp_dir().join(format!("large-catalog-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("large.yaml"), vec![b'#'; (16 << 20) + 1]).expect("written");
    let problems = open(&folder, "large.yaml").1;
    fs::remove_dir_all(&folder).expect("removed");
    assert_eq!(
        problems,
        ["large.yaml: has 16777217 bytes; write at most 16777216"]
    );
}

/// A catalogue with one line that is missing, indented by one, or has its first colon spoilt: one problem.
#[test]
fn one_wrong_line_is_one_problem() {
    let good = include_str!("../../snapshots/three.yaml");
    assert_eq!(understand(good).1.in_file("f"), [""; 0]);
    let lines: Vec<&str> = good.lines().collect();
    let mut files = 0;
    for (at, &line) in lines.iter().enumerate() {
        // Without a head, all below it is something else.
        let is_head = line.ends_with(':');
        let changed = [
            (!is_head).then(String::new),
            Some(format!(" {line}")),
            Some(line.replacen(": ", ":", 1)),
            Some(line.replacen(':', "", 1)),
            Some(line.replace('-', "_")),
        ];
        for changed in changed.into_iter().flatten().filter(|text| text != line) {
            let mut lines = lines.clone();
            lines[at] = &changed;
            let said = understand(&lines.join("\n")).1.in_file("f");
            assert!(said.len() <= 1, "{changed}: {said:#?}");
            files += 1;
        }
    }
    assert!(files > 100, "{files}");
}
