//! The claims of SECURITY.md, each of which names the tests that hold it.

use crate::needs::exists;
use crate::read;

/// Returns the items of the lists, each on one line.
fn claims(page: &str) -> Vec<String> {
    let mut claims: Vec<String> = Vec::new();
    for line in page.lines() {
        match (line.strip_prefix("- "), line.strip_prefix("  "), claims.last_mut()) {
            (Some(claim), ..) => claims.push(claim.to_owned()),
            (None, Some(rest), Some(claim)) => claim.extend([" ", rest]),
            _ => {}
        }
    }
    claims
}

/// Returns the tests that a text names between backticks, as a path and a name.
fn tests(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).filter(|code| code.contains(".rs#")).collect()
}

#[test]
fn every_claim_names_tests_that_exist() {
    let page = read("SECURITY.md");
    let claims = claims(&page);
    assert!(claims.len() > 20, "{}", claims.len());
    for claim in &claims {
        assert!(!tests(claim).is_empty(), "{claim}");
    }
    let missing: Vec<&str> = tests(&page).into_iter().filter(|test| !exists(test)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn claims_without_a_test_are_found() {
    let page = "A text:\n\n- Claim `a`\n  (`tests/b.rs#c`, `d.rs`).\n- Other.\n\nMore `tests/e.rs#f`.\n";
    let claims = claims(page);
    assert_eq!(claims, ["Claim `a` (`tests/b.rs#c`, `d.rs`).", "Other."]);
    assert_eq!(tests(page), ["tests/b.rs#c", "tests/e.rs#f"]);
    assert_eq!([tests(&claims[0]).len(), tests(&claims[1]).len()], [1, 0]);
    assert!(!exists("tests/tests/repository/security.rs#claims") && !exists("SECURITY.md#Supported versions"));
}
