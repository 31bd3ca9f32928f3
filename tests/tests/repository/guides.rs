//! The code blocks and tables of the guides. Blocks in `rust` are doctests of kmd-events.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use kmd_catalog::schema::{self, Key};
use kmd_events::{KmdRecord, Outcome};
use kmd_tests::cargo::{cargo, example, root, try_cargo, user_crate};

use crate::code_blocks::{code_blocks, texts};
use crate::{files, read};

mod quickstart;

const OWN_CATALOG: &str = "kmd-events/src/guide/own_catalog.md";
const TYPES: &str = "kmd-events/src/guide/types.md";
const CATALOG_FORMAT: &str = "kmd-events/src/guide/catalog_format.md";

#[test]
fn every_block_is_tested() {
    for file in files(&root().join("kmd-events/src/guide")) {
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
        // The other languages of these guides are tested below.
        let tested: &[&str] = match name {
            "quickstart.md" => &["console", "toml", "yaml", "rust,ignore"],
            "own_catalog.md" => &["console", "text", "yaml", "rust,ignore"],
            "types.md" => &["console", "yaml", "rust,ignore", "rust"],
            "catalog_format.md" => &["yaml"],
            // The tests of kmd-cli run the commands.
            "command_line.md" => &["console", "rust,ignore", "sh", "text", "yaml"],
            // The tests of kmd-cli run the commands of kmd. The engines are run by their own tests.
            "engines.md" => &["console", "html", "js", "json", "python", "sh", "sql", "text", "yaml"],
            // The tests of `assert_logged!` compare the report.
            "testing.md" => &["rust", "text"],
            _ => &["rust", "rust,no_run"],
        };
        for block in code_blocks(&format!("kmd-events/src/guide/{name}")) {
            assert!(tested.contains(&&*block.language), "{name}: `{}` of:\n{}", block.language, block.text);
        }
    }
}

#[test]
fn guides_show_the_examples_as_they_are() {
    for (guide, name) in [(OWN_CATALOG, "own_catalog"), (TYPES, "irrigation")] {
        let [catalog] = texts(guide, "yaml").try_into().expect("one catalog");
        assert_eq!(catalog, read(&format!("examples/{name}.yaml")));
        let code = texts(guide, "rust,ignore").swap_remove(0);
        assert_eq!(code, read(&format!("examples/{name}.rs")));
        let [console] = texts(guide, "console").try_into().expect("one block");
        let output = example(name, &[], std::process::Stdio::null());
        let output = String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(console, format!("$ cargo run --quiet --example {name}\n{output}"));
    }
}

/// The lines of the first table have an event, and those of the second do not.
#[test]
fn headers_are_read_as_the_guide_says() {
    let guide = read("kmd-events/src/guide/parsing.md");
    let tables: Vec<Vec<String>> = [("| Line | Written by |", 29), ("| Line | Why |", 9)]
        .map(|(head, count)| {
            let (_, table) = guide.split_once(head).expect("the table");
            let rows = table.lines().skip(2).take_while(|row| row.starts_with('|'));
            let lines = rows.map(|row| row.split('`').nth(1).expect("a line"));
            let text = "KMD_VPN_UP_ALARM_USER: VPN hq from 192.0.2.1 is up.";
            let lines = lines.map(|line| match line.strip_suffix('T').or_else(|| line.strip_suffix("T#015")) {
                Some(header) => header.to_owned() + text + if line.ends_with("#015") { "#015" } else { "" },
                None => line.replace("T\"", &format!("{text}\"")),
            });
            let lines: Vec<String> = lines.map(|line| line.replace('⇥', "\t")).collect();
            assert_eq!(lines.len(), count, "{head}");
            lines
        })
        .into();
    for line in &tables[0] {
        let record = KmdRecord::parse(line);
        let event = record.event().map(ToString::to_string);
        assert_eq!(event.as_deref(), Some("VPN hq from 192.0.2.1 is up."), "{line}");
        assert_eq!(record.process(), Some("kmd"), "{line}");
    }
    for line in &tables[1] {
        assert_eq!(KmdRecord::parse(line).outcome(), &Outcome::Other, "{line}");
    }
}

/// A package with `lib.rs` and `main.rs` is two crates, and the second has no dependency of its own.
#[test]
fn a_library_exports_its_catalog() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let [_, library] = texts(OWN_CATALOG, "rust,ignore").try_into().expect("two blocks");
    user_crate(folder, "app-log");
    let [catalog] = texts("README.md", "yaml").try_into().expect("one catalog");
    fs::write(folder.join("messages.yaml"), catalog).expect("written");
    fs::write(folder.join("src/lib.rs"), library).expect("written");
    let program = r#"
use app_log::{AppEvent, kmd_events::Event};

fn main() {
    let event: AppEvent<'_> = app_log::app_event!(APP_LOGIN {
        user: "ada",
        remote_address: std::net::Ipv4Addr::LOCALHOST,
    });
    let message = Event::message(&event);
    println!("{}: {event}", message.tag());
}
"#;
    fs::write(folder.join("src/main.rs"), program).expect("written");
    let output = cargo(folder, &["run", "--quiet"], &[]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "APP_LOGIN: User ada logged in from 127.0.0.1\n");
}

#[test]
fn the_guide_shows_the_errors_of_the_compiler() {
    let [bad, misplaced] = texts(OWN_CATALOG, "text").try_into().expect("two blocks");
    let place = " --> src/lib.rs:1:22
  |
1 | kmd_events::catalog!(\"bad.yaml\");
  |                      ^^^^^^^^^^";
    // rustc indents the lines of a message below its beginning, after `error: `.
    let error = |error: String| format!("error: {}\n{place}\n", error.replace('\n', "\n       "));
    let loaded = kmd_catalog::load(&root().join("tests/fixtures"), &["bad.yaml"]);
    let errors: Vec<String> = loaded.errors().map(error).collect();
    assert_eq!(bad, errors.join("\n"));
    let expected = read("tests/ui/rustc/catalog_elsewhere.stderr");
    assert_eq!(misplaced, expected.replace("ui/rustc/catalog_elsewhere.rs", "src/lib.rs"));
}

#[test]
fn the_reference_lists_every_key() {
    let page = read(CATALOG_FORMAT);
    let section = |title: &str| {
        let after = page.split(&format!("# {title}\n")).nth(1).unwrap_or_else(|| panic!("{title}"));
        after.split("\n# ").next().unwrap_or(after)
    };
    let tables: [(&str, &[Key]); 5] = [
        ("The catalog", schema::CATALOG),
        ("A placeholder", schema::PLACEHOLDER_KEYS),
        ("A message", schema::MESSAGE),
        ("A deprecated message", schema::DEPRECATED),
        ("A removed message", schema::REMOVED),
    ];
    for (title, keys) in tables {
        let rows = section(title).lines().filter(|line| line.starts_with("| `"));
        let rows = rows.map(|row| {
            let mut cells = row.trim_start_matches('|').split('|').map(str::trim);
            let key = cells.next().expect("a key").trim_matches('`');
            (key, cells.next().expect("yes or no").to_owned())
        });
        let required = |key: &Key| match (key.required, key.has_default, key.only_for) {
            (true, true, _) => "here or in `defaults`".to_owned(),
            (true, false, [field_type]) => format!("for `{}`", field_type.as_str()),
            (true, false, _) => "yes".to_owned(),
            (false, ..) => "no".to_owned(),
        };
        let keys: Vec<(&str, String)> = keys.iter().map(|key| (key.name, required(key))).collect();
        assert_eq!(rows.collect::<Vec<_>>(), keys, "{title}");
    }
    for word in schema_words() {
        assert!(page.contains(&format!("`{word}`")) || word.starts_with("LOG_LOCAL"), "{word}");
    }
}

/// Returns the words of all fixed lists.
fn schema_words() -> impl Iterator<Item = &'static str> {
    use kmd_catalog::keywords::{FACILITIES, KINDS, SEVERITIES};
    let keywords = KINDS.iter().chain(SEVERITIES).chain(FACILITIES).map(|keyword| keyword.name);
    keywords.chain(kmd_catalog::FieldType::ALL.iter().map(|field_type| field_type.as_str()))
}

#[test]
fn the_catalog_of_the_reference_uses_every_key() {
    let [catalog, first_line] = texts(CATALOG_FORMAT, "yaml").try_into().expect("two blocks");
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("pump.yaml"), &catalog).expect("written");
    let loaded = kmd_catalog::load(folder.path(), &["pump.yaml"]);
    let errors: Vec<String> = loaded.errors().collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let keys = schema::CATALOG
        .iter()
        .chain(schema::PLACEHOLDER_KEYS)
        .chain(schema::MESSAGE)
        .chain(schema::DEPRECATED)
        .chain(schema::REMOVED);
    for key in keys {
        assert!(catalog.contains(&format!("{}:", key.name)), "{}", key.name);
    }
    assert_eq!(read("catalog.yaml").lines().next(), first_line.lines().next());
}

/// The test of a catalog passes for the released catalog, and fails with what `kmd diff` prints.
#[test]
fn the_guide_compares_catalogs_in_a_test() {
    let guide = "kmd-events/src/guide/command_line.md";
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    user_crate(folder, "doord");
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
    let dependency = format!("\n[dev-dependencies]\nkmd-diff = {{ path = {:?} }}\n", root().join("kmd-diff"));
    fs::write(folder.join("Cargo.toml"), manifest + &dependency).expect("written");
    let [test] = texts(guide, "rust,ignore").try_into().expect("one block");
    fs::write(folder.join("src/lib.rs"), format!("#[cfg(test)]\nmod tests {{\n{test}}}\n")).expect("written");
    let [catalog] = texts(guide, "yaml").try_into().expect("one catalog");
    fs::write(folder.join("messages.yaml"), &catalog).expect("written");
    for arguments in [
        &["init", "--quiet"][..],
        &["add", "messages.yaml"],
        &["-c", "user.name=Ada", "-c", "user.email=ada@example.net", "commit", "--quiet", "--message=catalog"],
        &["tag", "v1.4.0"],
    ] {
        let status = Command::new("git").current_dir(folder).args(arguments).status().expect("git runs");
        assert!(status.success(), "{arguments:?}");
    }
    cargo(folder, &["test", "--lib"], &[]);

    let new = catalog.replace("Door {door} opened by {user}", "{user} opened door {door}").replace("alert", "critical");
    fs::write(folder.join("messages.yaml"), new).expect("written");
    let output = try_cargo(folder, &["test", "--lib"], &[]);
    assert!(!output.status.success());
    let printed = String::from_utf8_lossy(&output.stdout);
    let consoles = texts(guide, "console");
    let diff = consoles.iter().find(|text| text.contains("$ kmd diff messages.yaml new.yaml\n")).expect("the command");
    let (_, diff) =
        diff.split_once("new.yaml\n").and_then(|(_, rest)| rest.split_once("new.yaml\n")).expect("the output");
    let (read, _) = diff.split_once("\n\n").expect("a change");
    let read = read.replace("new.yaml", "messages.yaml");
    assert!(printed.contains(&format!("{read}\n\n1 change: 1 read, 0 call, 0 watch\n")), "{printed}");
}

/// Each message of the guide is one that a test expects, word for word.
#[test]
fn the_guide_of_errors_quotes_real_messages() {
    let folders =
        ["tests/ui/call", "tests/ui/catalog", "tests/ui/rustc", "tests/ui/multiple", "kmd-catalog/tests/invalid"];
    let is_expected = |path: &Path| path.extension().is_some_and(|name| name == "stderr" || name == "expected");
    let mut real = BTreeSet::new();
    for file in folders.iter().flat_map(|folder| files(&root().join(folder))).filter(|file| is_expected(file)) {
        let text = fs::read_to_string(&file).expect("a snapshot");
        real.extend(text.lines().filter_map(|line| Some(line.split_once(": ")?.1.to_owned())));
    }
    let page = read("kmd-events/src/guide/errors.md");
    let cells = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    let quoted: Vec<&str> = cells.map(|(message, _)| message.trim_matches('`').trim()).collect();
    assert!(quoted.len() > 30, "{}", quoted.len());
    for message in quoted {
        assert!(real.contains(message), "{message}");
    }
}
