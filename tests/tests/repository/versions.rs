//! Versions and copies agree with each other.

use crate::read;

/// Returns the version of the published crates.
fn version() -> String {
    let manifest = read("Cargo.toml");
    let line = manifest.lines().find(|line| line.starts_with("version = ")).expect("a version");
    line.split('"').nth(1).expect("quotes").to_owned()
}

#[test]
fn one_version_everywhere() {
    let version = version();
    let manifest = read("Cargo.toml");
    assert!(manifest.contains(&format!(r#"kmd-events = {{ path = "kmd-events", version = "{version}" }}"#)));
    assert!(manifest.contains(&format!(r#"kmd-diff = {{ path = "kmd-diff", version = "{version}" }}"#)));
    for name in ["kmd-loader", "kmd-diff", "kmd-cli"] {
        let pinned = format!(r#"kmd-events = {{ path = "../kmd-events", version = "={version}""#);
        assert!(read(&format!("{name}/Cargo.toml")).contains(&pinned), "{name}: {pinned}");
    }
    for name in ["kmd-catalog", "kmd-macros", "kmd-loader", "kmd-rules"] {
        let pinned = format!(r#"{name} = {{ path = "{name}", version = "={version}" }}"#);
        assert!(manifest.contains(&pinned), "{pinned}");
    }
    assert!(read("CHANGELOG.md").contains(&format!("\n## {version}\n")));
}

#[test]
fn the_readme_has_the_oldest_compilers() {
    for (manifest, sentence) in [
        ("Cargo.toml", "kmd-events needs Rust {} or later"),
        ("kmd-cli/Cargo.toml", "the program `kmd` needs Rust {}."),
    ] {
        let manifest = read(manifest);
        let line = manifest.lines().find(|line| line.starts_with("rust-version =")).expect("a version");
        let rust = line.split('"').nth(1).expect("quotes");
        assert!(read("README.md").contains(&sentence.replace("{}", rust)), "{sentence}");
    }
}

#[test]
fn the_crates_hold_what_the_root_holds() {
    for name in ["catalog", "macros", "events", "loader", "diff", "rules", "cli"] {
        for license in ["LICENSE-MIT", "LICENSE-APACHE"] {
            assert_eq!(read(&format!("kmd-{name}/{license}")), read(license), "{name}");
        }
    }
    for (copy, original) in [
        ("kmd-events/catalog.yaml", "catalog.yaml"),
        ("kmd-events/iked.yaml", "iked.yaml"),
        ("kmd-events/catalog.schema.json", "catalog.schema.json"),
        ("kmd-cli/catalog.yaml", "catalog.yaml"),
    ] {
        assert_eq!(read(copy), read(original), "{copy}");
    }
}
