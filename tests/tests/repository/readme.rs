//! The code blocks of the README. Those in `rust` are doctests of kmd-events.

use std::fs;

use kmd_tests::cargo::{cargo, root, user_crate};

use crate::code_blocks::{code_blocks, texts};
use crate::read;

/// Returns the only block in a language.
fn block(language: &str) -> String {
    let [text] = texts("README.md", language).try_into().unwrap_or_else(|_| panic!("one block of {language}"));
    text
}

#[test]
fn every_block_is_tested() {
    // The tests of kmd-cli run the commands in `console`.
    let tested = ["console", "rust", "rust,ignore", "text", "sh", "toml", "yaml"];
    for block in code_blocks("README.md") {
        assert!(tested.contains(&&*block.language), "`{}` of:\n{}", block.language, block.text);
    }
}

#[test]
fn the_error_is_the_one_of_the_compiler() {
    let expected = include_str!("../../ui/call/missing_one.stderr").replace("ui/call/missing_one.rs", "src/main.rs");
    // The other block is the diagram.
    let [error, _] = texts("README.md", "text").try_into().expect("two blocks");
    assert_eq!(error, expected);
}

#[test]
fn the_diagram_names_public_items() {
    let [_, diagram] = texts("README.md", "text").try_into().expect("two blocks");
    let public = read("kmd-events/src/lib.rs") + &read("kmd-events/src/format.rs") + &read("kmd-events/src/sinks.rs");
    for name in ["KmdEvent", "KmdTag", "KmdRecord", "kmd_event", "catalog!", "Formatter", "log", "tracing", "serde"] {
        assert!(diagram.contains(name), "{name}");
        assert!(public.contains(name), "{name}");
    }
}

#[test]
fn commands_are_steps_of_ci() {
    let steps = read(".ci/run");
    let commands = block("sh");
    assert_eq!(commands.lines().count(), 2);
    for command in commands.lines() {
        assert!(steps.lines().any(|line| line == format!("step {command}")), "{command}");
    }
}

/// Builds the catalog and the code of the section about a catalog of your own.
#[test]
fn the_catalog_of_the_readme_builds() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    assert_eq!(block("toml"), "[dependencies]\nkmd-events = { path = \"../kmd-events/kmd-events\" }\n");
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

/// The page of the crate replaces the links of the README with links to its own modules.
#[test]
fn the_crate_page_links_every_guide() {
    let readme = read("README.md");
    let crate_page = read("kmd-events/src/lib.rs");
    let definition = |line: &str| {
        let (name, path) = line.strip_prefix('[')?.split_once("]: kmd-events/src/guide/")?;
        Some(format!("//! [{name}]: guide::{}", path.strip_suffix(".md")?))
    };
    let definitions: Vec<String> = readme.lines().filter_map(definition).collect();
    let guides = fs::read_dir(root().join("kmd-events/src/guide")).expect("the guides").count();
    assert_eq!(definitions.len(), guides);
    for definition in definitions {
        assert!(crate_page.contains(&format!("{definition}\n")), "{definition}");
    }
}
