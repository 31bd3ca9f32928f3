//! Tests that calls have the grammar of Rust: real code and each form of an expression are values in calls.

use std::path::Path;

use kmd_checks::real_code::Figures;
use kmd_checks::real_values;

fn lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).collect()
}

/// Takes the crates with the most forms of expressions. `fuzz/README.md` has the command for any code.
#[test]
fn the_code_of_this_repository_can_be_in_calls() {
    let mut figures = Figures::default();
    for folder in ["kmd-macros", "kmd-cli/src", "examples"] {
        figures.add_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder));
    }
    assert!(figures.mistakes.is_empty(), "{}\n{figures}", figures.mistakes.join("\n\n"));
    assert_eq!(figures.parsed, figures.files);
    assert!(figures.literals > 50 && figures.patterns > 200 && figures.calls > 10_000, "{figures}");
}

#[test]
fn expressions_of_every_form_can_be_values() {
    let expressions = lines(include_str!("real_code/expressions.txt"));
    let mut mistakes = Vec::new();
    for text in &expressions {
        // The list has only what a full parser of Rust accepts.
        if let Err(error) = syn::parse_str::<syn::Expr>(text) {
            mistakes.push(format!("{text}: {error}"));
        }
        mistakes.extend(real_values::expression(text).err());
    }
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n\n"));
    assert!(expressions.len() > 300, "{}", expressions.len());
}

/// A value ends at its comma, whatever follows it.
#[test]
fn expressions_of_different_forms_can_be_neighbors() {
    let expressions = lines(include_str!("real_code/expressions.txt"));
    let mut mistakes = Vec::new();
    for (at, first) in expressions.iter().enumerate() {
        for step in [1, 7, 50, 101] {
            let next = |steps: usize| expressions[(at + steps) % expressions.len()];
            mistakes.extend(real_values::neighbors([first, next(step), next(2 * step)]).err());
        }
    }
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n\n"));
}

#[test]
fn patterns_of_every_form_can_be_asserted() {
    let patterns = lines(include_str!("real_code/patterns.txt"));
    let mistakes: Vec<String> = patterns.iter().filter_map(|text| real_values::pattern(text).err()).collect();
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n\n"));
    assert!(patterns.len() > 60, "{}", patterns.len());
}
