//! The links of the pages lead somewhere.

use kmd_tests::cargo::root;

use crate::read;

#[test]
fn links_lead_to_a_heading_or_a_file() {
    for page in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "kmd-catalog/README.md", "kmd-macros/README.md"] {
        let text = read(page);
        let rests = text.split("](").skip(1);
        for target in rests.filter_map(|rest| rest.split(')').next()) {
            if let Some(anchor) = target.strip_prefix('#') {
                let is_heading = |line: &str| line.starts_with('#') && anchor_of(line) == anchor;
                assert!(text.lines().any(is_heading), "{page}: {target}");
            } else if !target.starts_with("https://") {
                assert!(root().join(target).exists(), "{page}: {target}");
            }
        }
    }
}

/// Returns the anchor of a heading.
fn anchor_of(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim();
    words.to_lowercase().replace(' ', "-")
}
