//! Versions, copies and links agree with each other.

use std::fs;
use std::path::Path;

use kmd_tests::cargo::root;

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The version of both crates.
fn version() -> String {
    let manifest = read("Cargo.toml");
    let line = manifest
        .lines()
        .find(|line| line.starts_with("version = "))
        .expect("a version");
    line.split('"').nth(1).expect("quotes").to_owned()
}

#[test]
fn one_version_everywhere() {
    let version = version();
    let manifest = read("Cargo.toml");
    assert!(manifest.contains(&format!(
        r#"kmd-events = {{ path = "kmd-events", version = "{version}" }}"#
    )));
    assert!(manifest.contains(&format!(
        r#"kmd-macros = {{ path = "kmd-macros", version = "={version}" }}"#
    )));
    assert!(read("CHANGELOG.md").contains(&format!("\n## {version}\n")));
    let minor = version.rsplit_once('.').expect("three parts").0;
    assert!(read("README.md").contains(&format!("kmd-events = \"{minor}\"")));
}

#[test]
fn rust_version_is_the_same_everywhere() {
    let manifest = read("Cargo.toml");
    let line = manifest
        .lines()
        .find(|line| line.starts_with("rust-version"))
        .expect("a version");
    let rust = line.split('"').nth(1).expect("quotes");
    assert!(read("README.md").contains(&format!("Rust {rust}.")));
    assert!(read(".github/workflows/ci.yml").contains(&format!("toolchain install {rust} ")));
}

#[test]
fn the_crates_hold_what_the_root_holds() {
    for (copy, original) in [
        ("kmd-events/catalog.yaml", "catalog.yaml"),
        ("kmd-events/catalog.schema.json", "catalog.schema.json"),
        ("kmd-events/README.md", "README.md"),
        ("kmd-events/LICENSE-MIT", "LICENSE-MIT"),
        ("kmd-events/LICENSE-APACHE", "LICENSE-APACHE"),
        ("kmd-macros/LICENSE-MIT", "LICENSE-MIT"),
        ("kmd-macros/LICENSE-APACHE", "LICENSE-APACHE"),
    ] {
        assert_eq!(read(copy), read(original), "{copy}");
    }
}

#[test]
fn links_and_layout_lead_somewhere() {
    for page in [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "kmd-macros/README.md",
    ] {
        let text = read(page);
        for target in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            if let Some(anchor) = target.strip_prefix('#') {
                let heading = |line: &str| {
                    line.trim_start_matches('#')
                        .trim()
                        .to_lowercase()
                        .replace(' ', "-")
                };
                assert!(
                    text.lines()
                        .any(|line| line.starts_with('#') && heading(line) == anchor),
                    "{target}"
                );
            } else if !target.starts_with("https://") {
                assert!(root().join(target).exists(), "{page}: {target}");
            }
        }
    }
    // The layout in CONTRIBUTING names files below the folder named above them.
    let text = read("CONTRIBUTING.md");
    let layout = text
        .split("```text\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("the layout");
    let mut folder = "";
    let mut files = 0;
    for line in layout.lines() {
        let name = line.split_whitespace().next().expect("a name");
        let place = if line.starts_with(' ') {
            Path::new(folder).join(name)
        } else {
            folder = name;
            Path::new(name).to_owned()
        };
        assert!(root().join(&place).exists(), "{}", place.display());
        files += 1;
    }
    assert!(files > 20);
    let sources = fs::read_dir(root().join("kmd-macros/src")).expect("sources");
    for source in sources {
        let name = source
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned();
        assert!(layout.contains(&name), "the layout lacks {name}");
    }
}

#[test]
fn macros_do_not_mention_kmd() {
    // The macros serve every catalogue alike; only tests and documentation may speak of one.
    for entry in walk(&root().join("kmd-macros/src")) {
        let text = fs::read_to_string(&entry).expect("a source");
        let code = text.split("#[cfg(test)]").next().expect("code");
        for line in code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
        {
            let line = line.replace("kmd_events", "").replace("kmd-events", "");
            assert!(
                !line.to_lowercase().contains("kmd"),
                "{}: {line}",
                entry.display()
            );
        }
    }
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(walk(&path))
        } else {
            files.push(path)
        }
    }
    files
}
