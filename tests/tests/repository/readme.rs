//! Every block of code in the README is true. The Rust ones are documentation tests of kmd-events.

use std::fs;

use kmd_tests::cargo::{cargo, root, user_crate};

/// The blocks of the README: what stands behind the fence, and the text.
fn blocks() -> Vec<(String, String)> {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README");
    let mut blocks = Vec::new();
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push((kind.to_owned(), text.join("\n") + "\n"));
        }
    }
    blocks
}

fn block(kind: &str) -> String {
    let mut found = blocks().into_iter().filter(|(of, _)| of == kind).map(|(_, text)| text);
    let block = found.next().unwrap_or_else(|| panic!("no block of {kind}"));
    assert_eq!(found.next(), None, "a second block of {kind} is not tested");
    block
}

#[test]
fn every_block_is_tested() {
    let tested = ["rust", "rust,ignore", "text", "sh", "toml", "yaml"];
    for (kind, text) in blocks() {
        assert!(tested.contains(&&*kind), "`{kind}` of:\n{text}");
    }
}

#[test]
fn the_error_is_what_the_compiler_says() {
    let said = include_str!("../../ui/call/missing_one.stderr").replace("ui/call/missing_one.rs", "src/main.rs");
    assert_eq!(block("text"), said);
}

#[test]
fn commands_are_steps_of_ci() {
    let steps = fs::read_to_string(root().join(".ci/run")).expect(".ci/run");
    let commands = block("sh");
    assert_eq!(commands.lines().count(), 2);
    for command in commands.lines() {
        assert!(steps.lines().any(|line| line == format!("step {command}")), "{command}");
    }
}

/// The catalog and the code of the section about a catalog of one's own, in a crate.
#[test]
fn own_catalog_builds() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let dependency = block("toml");
    assert!(dependency.starts_with("[dependencies]\nkmd-events = \""), "{dependency}");
    user_crate(folder, "own");
    fs::write(folder.join("messages.yaml"), block("yaml")).expect("written");
    let test = r#"
#[test]
fn it_prints() {
    let event = login("ada", std::net::Ipv4Addr::LOCALHOST.into());
    assert_eq!(event.to_string(), "User ada logged in from 127.0.0.1");
}
"#;
    fs::write(folder.join("src/lib.rs"), block("rust,ignore") + test).expect("written");
    let output = cargo(folder, &["test"], &[]);
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains("test it_prints ... ok"), "{printed}");
}

/// The guide shows the example program as it is, and the errors of an invalid catalog as rustc prints them.
#[test]
fn the_guide_shows_what_is_tested_elsewhere() {
    let guide = fs::read_to_string(root().join("kmd-events/src/guide/own_catalog.md")).expect("the guide");
    for (kind, path) in [("yaml", "examples/own_catalog.yaml"), ("rust,ignore", "examples/own_catalog.rs")] {
        let text = fs::read_to_string(root().join(path)).expect(path);
        let text = text.trim_end();
        assert!(guide.contains(&format!("```{kind}\n{text}\n```\n")), "{path}");
    }
    let place = " --> src/lib.rs:1:22
  |
1 | kmd_events::catalog!(\"bad.yaml\");
  |                      ^^^^^^^^^^";
    // rustc indents the lines of a message below its beginning, after `error: `.
    let error = |error: String| format!("error: {}\n{place}\n", error.replace('\n', "\n       "));
    let loaded = kmd_catalog::load(&root().join("tests/fixtures"), "bad.yaml");
    let errors: Vec<String> = loaded.errors().map(error).collect();
    let errors = format!("```text\n{}```\n", errors.join("\n"));
    assert!(guide.contains(&errors), "{errors}");
    let misplaced = root().join("tests/ui/rustc/catalog_elsewhere.stderr");
    let misplaced = fs::read_to_string(misplaced).expect("a case");
    let misplaced = misplaced.replace("ui/rustc/catalog_elsewhere.rs", "src/lib.rs");
    assert!(guide.contains(&format!("```text\n{misplaced}```\n")), "{misplaced}");
    assert_eq!(guide.matches("```").count(), 8, "a block is not tested");
}
