//! The links of the pages lead to a heading, a file or a module.

use kmd_tests::cargo::root;

use crate::read;

#[test]
fn links_lead_to_a_heading_or_a_file() {
    for page in ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md"] {
        let text = read(page);
        for target in targets(&text) {
            if let Some(anchor) = target.strip_prefix('#') {
                assert!(has_anchor(&text, anchor), "{page}: {target}");
            } else if !target.starts_with("https://") {
                assert!(root().join(target).exists(), "{page}: {target}");
            }
        }
    }
}

/// Rustdoc checks that a link leads to an item, but not that the page has the heading.
#[test]
fn links_between_guides_lead_to_a_heading() {
    let guides = crate::files(&root().join("kmd-events/src/guide"));
    let mut links = 0;
    for file in &guides {
        let text = std::fs::read_to_string(file).expect("a guide");
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let Some((path, anchor)) = target.split_once('#') else { continue };
            let page = match path.strip_prefix("crate::guide::") {
                Some(guide) => read(&format!("kmd-events/src/guide/{guide}.md")),
                None if path.is_empty() => text.clone(),
                None => read(&format!("kmd-events/src/{}.rs", path.trim_start_matches("crate::"))).replace("//! ", ""),
            };
            assert!(has_anchor(&page, anchor), "{}: {target}", file.display());
            links += 1;
        }
    }
    assert!(links > 0);
}

/// Returns where the links of a page and their definitions lead.
pub fn targets(page: &str) -> impl Iterator<Item = &str> {
    let inline = page.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let definitions = page.lines().filter_map(|line| line.strip_prefix('[')?.split_once("]: "));
    inline.chain(definitions.map(|(_, target)| target))
}

pub fn has_anchor(page: &str, anchor: &str) -> bool {
    page.lines().any(|line| line.starts_with('#') && anchor_of(line) == anchor)
}

/// Returns the anchor of a heading.
fn anchor_of(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    words.replace(' ', "-").replace(|char: char| !char.is_alphanumeric() && char != '-', "")
}
