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
fn rust_version_is_the_same_everywhere() {
    let manifest = read("Cargo.toml");
    let line = manifest.lines().find(|line| line.starts_with("rust-version")).expect("a version");
    let rust = line.split('"').nth(1).expect("quotes");
    assert!(read("README.md").contains(&format!("Rust {rust} or later")));
    assert!(read(".github/workflows/ci.yml").contains(&format!("toolchain install {rust} ")));
}

#[test]
fn the_crates_hold_what_the_root_holds() {
    for (copy, original) in [
        ("kmd-events/catalog.yaml", "catalog.yaml"),
        ("kmd-events/iked.yaml", "iked.yaml"),
        ("kmd-events/catalog.schema.json", "catalog.schema.json"),
        ("kmd-events/LICENSE-MIT", "LICENSE-MIT"),
        ("kmd-events/LICENSE-APACHE", "LICENSE-APACHE"),
        ("kmd-catalog/LICENSE-MIT", "LICENSE-MIT"),
        ("kmd-catalog/LICENSE-APACHE", "LICENSE-APACHE"),
        ("kmd-macros/LICENSE-MIT", "LICENSE-MIT"),
        ("kmd-macros/LICENSE-APACHE", "LICENSE-APACHE"),
        ("kmd-loader/LICENSE-MIT", "LICENSE-MIT"),
        ("kmd-loader/LICENSE-APACHE", "LICENSE-APACHE"),
        ("kmd-diff/LICENSE-MIT", "LICENSE-MIT"),
        ("kmd-diff/LICENSE-APACHE", "LICENSE-APACHE"),
        ("kmd-rules/LICENSE-MIT", "LICENSE-MIT"),
        ("kmd-rules/LICENSE-APACHE", "LICENSE-APACHE"),
        ("kmd-cli/catalog.yaml", "catalog.yaml"),
    ] {
        assert_eq!(read(copy), read(original), "{copy}");
    }
}
