//! Tests of catalogs with mistakes and of hostile catalogs.

#![allow(clippy::format_collect, clippy::format_push_string, reason = "readable tests matter more than fast ones")]

use std::fs;
use std::path::Path;
use std::time::Instant;

use kmd_catalog::{Diagnostic, Source, load, parse};

/// Compares the diagnostics of each file in `invalid/` with its `.expected` file. Lines and columns were counted by
/// hand. After a change, run `UPDATE=1 cargo test -p kmd-catalog` and review every changed line.
#[test]
fn invalid_catalogs_are_explained() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid");
    let mut cases = 0;
    let mut wrong = String::new();
    for entry in fs::read_dir(&folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.extension().is_none_or(|extension| extension != "yaml") {
            assert!(path.with_extension("yaml").exists(), "{name} has no catalog");
            continue;
        }
        cases += 1;
        let found: Vec<String> = load(&folder, &[&*name]).errors().map(|error| format!("error: {error}\n")).collect();
        let found = found.join("\n");
        let file = path.with_extension("expected");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, &found).expect("written");
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if found != expected {
            wrong += &format!("expected:\n{expected}found:\n{found}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(cases > 120, "{cases}");
}

/// Returns the messages of the diagnostics.
fn messages(diagnostics: &[Diagnostic]) -> Vec<String> {
    let message = |diagnostic: &Diagnostic| diagnostic.message.clone();
    diagnostics.iter().map(message).collect()
}

/// Hostile files are reported as errors, without a panic, an overflow or a hang. Run
/// `cargo test -p kmd-catalog hostile -- --nocapture` to see the times.
#[test]
fn hostile_files_are_reported_as_errors() {
    let head = "prefix: APP\nprocess: appd\n";
    let message = |tag: usize, text: &str| {
        format!(
            "  APP_{tag}: {{template: '{text}', type: event, severity: info, facility: LOG_KERN, description: d}}\n"
        )
    };
    let messages = |text: &dyn Fn(usize) -> String| (0..20_000).map(|tag| message(tag, &text(tag))).collect::<String>();
    let bomb: String = (1..30).map(|n| format!("a{n}: &a{n} [{}]\n", format!("*a{},", n - 1).repeat(9))).collect();
    let many = |line: &str| line.repeat(100_000);
    let numbered = |line: &str| (0..100_000).map(|n| line.replace('#', &n.to_string())).collect::<String>();
    let placeholders: String = (0..20_000).map(|n| format!("  p{n}: {{type: text, description: d}}\n")).collect();
    for (name, text) in [
        ("an alias bomb", format!("a0: &a0 x\n{bomb}")),
        ("nested brackets", many("[")),
        ("nested braces", many("{a: ")),
        ("nested dashes", many("- ")),
        ("nested questions", many("? ")),
        ("nested indentation", (0..2_000).map(|n| format!("{}a:\n", " ".repeat(n))).collect()),
        ("a long key", format!("{}: 1\n", "k".repeat(10_000_000))),
        ("a long value", format!("prefix: {}\n", "A".repeat(10_000_000))),
        ("a long tag", format!("{head}messages:\n  ? {}\n  : 1\n", "A".repeat(10_000_000))),
        ("a long template", format!("{head}messages:\n{}", message(1, &"{a} ".repeat(1_000_000)))),
        ("open braces", format!("{head}messages:\n{}", message(1, &"{".repeat(10_000_001)))),
        ("a NUL", "prefix: A\0PP\n".to_owned()),
        ("control characters", (1..=31).map(char::from).collect()),
        ("duplicate keys", many("a: 1\n")),
        ("unknown keys", numbered("key-#: 1\n")),
        ("null keys", many("null: 1\n")),
        ("tags and anchors", many("- !a &b\n- &c !d e\n")),
        ("tags after spaces", format!("- {}!a b\n", "\n".repeat(1_000_000)).repeat(3)),
        ("directives", many("%YAML 1.2\n")),
        ("lists in lists", many("a:\n-\n")),
        (
            "unknown placeholders",
            format!("{head}placeholders:\n{placeholders}messages:\n{}", messages(&|n| format!("{{q{n}}}"))),
        ),
        (
            "unused placeholders",
            format!("{head}placeholders:\n{placeholders}messages:\n{}", messages(&|_| "x{q}".to_owned())),
        ),
        (
            "untagged twins",
            format!(
                "{head}defaults: {{tagged: false}}\nplaceholders:\n  p: {{type: text, description: d}}\nmessages:\n{}",
                messages(&|n| format!("{{p}} {} {n}", "x".repeat(n % 100)))
            ),
        ),
        ("words", format!("{head}placeholders:\n  p: {{type: enum, values: [{}]}}\n", numbered("w#, "))),
        ("equal words", format!("{head}placeholders:\n  p: {{type: enum, values: [{}]}}\n", "w, ".repeat(1_000))),
        (
            "words with the next text",
            format!(
                "{head}placeholders:\n  p: {{type: enum, values: [{}], description: d}}\nmessages:\n{}",
                (0..1_000).map(|n| format!("w{n} {n}, ")).collect::<String>(),
                messages(&|n| format!("{{p}}{}{n}", " ".repeat(n % 1_000)))
            ),
        ),
        (
            "tails",
            format!(
                "{head}messages:\n{}",
                message(1, "x").replace("type:", &format!("tail: [{}], type:", "' {p}', ".repeat(100_000)))
            ),
        ),
        (
            "alternatives",
            format!(
                "{head}messages:\n{}",
                message(1, "x").replace("type:", &format!("alternatives: [{}'x'], type:", numbered("'x#', ")))
            ),
        ),
        (
            "formats",
            format!(
                "{head}placeholders:\n  p: {{type: u8, description: d}}\nmessages:\n{}",
                message(1, &(0..500_000).map(|n| format!("{{p:{n}}} ")).collect::<String>())
            ),
        ),
        ("removed tags", format!("{head}removed:\n{}", numbered("  APP_#: {note: n}\n"))),
        (
            "tags of one Rust name",
            format!(
                "{head}messages:\n{}",
                (1..20_000)
                    .map(|n| message(1, "x").replace("APP_1", &format!("APP{}A", "_".repeat(n % 20 + 1))))
                    .collect::<String>()
            ),
        ),
    ] {
        let start = Instant::now();
        let (_, diagnostics) = parse(&text);
        println!("{:>6} ms  {name}, {} bytes", start.elapsed().as_millis(), text.len());
        assert!(!diagnostics.is_empty(), "{name}");
        assert!(diagnostics.len() <= 101, "{name}");
        let source = Source::new("f", text);
        for diagnostic in &diagnostics {
            let longest = source.render(diagnostic).lines().map(str::len).max();
            // A message may quote the input. The line of the catalog is cut.
            assert!(longest.is_some_and(|longest| longest < 1_000), "{name}: {longest:?}");
        }
    }
}

/// The file is generated, since it is too large for the repository.
#[test]
fn a_file_of_more_than_16_mib_is_rejected() {
    let folder = std::env::temp_dir().join(format!("large-catalog-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("large.yaml"), vec![b'#'; (16 << 20) + 1]).expect("written");
    let loaded = load(&folder, &["large.yaml"]);
    fs::remove_dir_all(&folder).expect("removed");
    assert_eq!(messages(&loaded.diagnostics), ["file too large: 16777217 bytes (maximum 16777216)"]);
}

#[test]
fn a_file_of_16_mib_is_read() {
    let folder = std::env::temp_dir().join(format!("largest-catalog-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("largest.yaml"), vec![b'\n'; 16 << 20]).expect("written");
    let loaded = load(&folder, &["largest.yaml"]);
    fs::remove_dir_all(&folder).expect("removed");
    assert_eq!(messages(&loaded.diagnostics), ["empty catalog"]);
}

/// The limit of a process name is that of TAG in RFC 3164 (section 4.1.3). The limits of an SD-ID and of the name of a
/// placeholder are those of SD-ID and PARAM-NAME in RFC 5424 (section 6).
#[test]
fn names_and_templates_may_be_as_long_as_their_limits() {
    let name = |length: usize| "n".repeat(length);
    let catalog = |process: usize, sd_id: usize, tag: usize, placeholder: usize, template: usize| {
        let placeholder = name(placeholder);
        let text = format!("{{{placeholder}}}");
        format!(
            "prefix: APP\nprocess: {}\nsd-id: {}\nplaceholders:\n  {placeholder}: {{type: text, description: d}}\n\
             messages:\n  APP_{}:\n    template: '{text}{}'\n    type: event\n    severity: info\n    \
             facility: LOG_KERN\n    description: d\n",
            name(process),
            name(sd_id),
            "T".repeat(tag - 4),
            "x".repeat(template - text.len()),
        )
    };
    let said = |text: &str| messages(&parse(text).1);
    assert_eq!(said(&catalog(32, 32, 64, 32, 8_192)), [""; 0]);
    assert_eq!(said(&catalog(1, 1, 5, 1, 4)), [""; 0]);
    let prefix = "P".repeat(30);
    let longest = catalog(1, 1, 5, 1, 4).replace("APP", &prefix);
    assert_eq!(said(&longest), [""; 0]);
    for (longer, text) in [
        (catalog(33, 32, 32, 32, 8_192), "invalid process name "),
        (catalog(32, 33, 32, 32, 8_192), "invalid SD-ID "),
        (catalog(32, 32, 65, 32, 8_192), "tag too long: "),
        (catalog(32, 32, 32, 33, 8_192), "placeholder too long: "),
        (catalog(32, 32, 32, 32, 8_193), "template too long: 8193 bytes (maximum 8192)"),
    ] {
        let said = said(&longer);
        assert!(said.len() == 1 && said[0].starts_with(text), "{said:#?}");
    }
}

#[test]
fn a_template_may_have_64_placeholders() {
    let names: Vec<String> = (0..64).map(|n| format!("p{n}")).collect();
    let described: String = names.iter().map(|name| format!("  {name}: {{type: text, description: d}}\n")).collect();
    let text = format!(
        "prefix: APP\nprocess: appd\nplaceholders:\n{described}messages:\n  APP_UP: {{template: '{{{}}}', \
         type: event, severity: info, facility: LOG_KERN, description: d}}\n",
        names.join("} {")
    );
    assert_eq!(messages(&parse(&text).1), [""; 0]);
}

#[test]
fn an_enum_may_have_1000_words() {
    let catalog = |count: usize| {
        let words: Vec<String> = (0..count).map(|n| format!("w{n}")).collect();
        format!(
            "prefix: APP\nprocess: appd\nplaceholders:\n  a: {{type: enum, values: [{}], description: d}}\nmessages:\n  \
             APP_UP: {{template: '{{a}}', type: event, severity: info, facility: LOG_KERN, description: d}}\n",
            words.join(", ")
        )
    };
    assert_eq!(messages(&parse(&catalog(1_000)).1), [""; 0]);
    assert_eq!(messages(&parse(&catalog(1_001)).1), ["too many words: 1001 (maximum 1000)"]);
}

#[test]
fn a_hundred_mistakes_are_reported_and_the_rest_are_counted() {
    let said = |count: usize| {
        let wrong: String = (0..count).map(|n| format!("key-{n}: 1\n")).collect();
        let right = include_str!("fixtures/small.yaml");
        messages(&parse(&[right, &*wrong].concat()).1)
    };
    assert_eq!(said(100).len(), 100);
    let said = said(103);
    assert_eq!(said.len(), 101);
    assert_eq!(said[100], "3 more errors not shown");
}

#[test]
fn a_rejected_value_is_reported_once() {
    let text = "prefix: APP\nprocess: appd\nmessages:\n  APP_UP:\n    template: &t Up\n    alternatives: *t\n    \
                type: event\n    severity: info\n    facility: LOG_KERN\n    description: d\n";
    assert_eq!(messages(&parse(text).1), ["YAML anchors are not supported", "YAML aliases are not supported",]);
}

/// The event enum has a lifetime if a message has a `text` field. If mistakes exclude messages, any `text` placeholder
/// counts.
#[test]
fn an_event_borrows_if_a_message_has_a_text_field() {
    let catalog = |placeholders: &str, message: &str| {
        format!(
            "prefix: APP\nprocess: appd\nplaceholders:\n{placeholders}messages:\n  APP_UP:\n    template: \
             'Up {{a}} and {{b}}'\n    severity: info\n    facility: LOG_KERN\n    description: d\n{message}"
        )
    };
    let numbers = "  a: {type: u8, description: d}\n  b: {type: u8, description: d}\n";
    let text = "  a: {type: u8, description: d}\n  b: {type: text, description: d}\n";
    let right = "    type: event\n";
    let own = "    type: event\n    placeholders: {b: {type: u8}}\n";
    let wrong = "    type: evnt\n";
    for (placeholders, message, complete, borrows) in [
        (numbers, right, true, false),
        (text, right, true, true),
        (text, own, true, false),
        (numbers, wrong, false, false),
        (text, wrong, false, true),
    ] {
        let model = parse(&catalog(placeholders, message)).0.expect("a model");
        assert_eq!((model.complete, model.borrows), (complete, borrows), "{placeholders}{message}");
    }
}

/// A line that is removed, indented by one space, or has a damaged colon or hyphen is reported as at most one mistake.
#[test]
fn one_wrong_line_is_at_most_one_mistake() {
    let mut files = 0;
    for good in [include_str!("fixtures/small.yaml"), include_str!("fixtures/everything.yaml")] {
        files += check_wrong_lines(good);
    }
    assert!(files > 200, "{files}");
}

/// Checks that a wrong line in a catalog is at most one mistake. Returns the number of wrong catalogs.
fn check_wrong_lines(good: &str) -> usize {
    assert_eq!(messages(&parse(good).1), [""; 0]);
    let lines: Vec<&str> = good.lines().collect();
    let mut files = 0;
    for (at, &line) in lines.iter().enumerate() {
        // Without its heading, the lines below it have another meaning. Without defaults, each message lacks keys.
        let is_heading = line.ends_with(':') || line.starts_with("defaults:");
        let changed = [
            (!is_heading).then(String::new),
            Some(format!(" {line}")),
            Some(line.replacen(": ", ":", 1)),
            Some(line.replacen(':', "", 1)),
            Some(line.replace('-', "_")),
        ];
        for changed in changed.into_iter().flatten().filter(|text| text != line) {
            let mut lines = lines.clone();
            lines[at] = &changed;
            let said = messages(&parse(&lines.join("\n")).1);
            assert!(said.len() <= 1, "{changed}: {said:#?}");
            files += 1;
        }
    }
    files
}
