//! The language of the repository: no banned words, and a verb at the beginning of the documentation of a function.

use std::fs;
use std::path::{Path, PathBuf};

use kmd_tests::cargo::root;

use crate::relative;

/// Words that are replaced by plain ones. They are in two parts, since this file is checked too.
const BANNED: &[(&str, &str, &str)] = &[
    ("be", "hind", "write `after`"),
    ("st", "and", "write `is` or `occurs`"),
    ("st", "ands", "write `is` or `occurs`"),
    ("is", " none", "write `is not`"),
    ("are", " none", "write `are not`"),
    ("no", "body", "name the actor, or use the passive"),
    ("some", "body", "name the actor, or use the passive"),
    ("cata", "logue", "write `catalog`"),
    ("cata", "logues", "write `catalogs`"),
    ("mis", "spelt", "write `misspelled`"),
    ("li", "cence", "write `license`"),
    ("behavi", "our", "write `behavior`"),
    ("neigh", "bour", "write `neighbor`"),
];

#[test]
fn no_banned_words() {
    let files = sources();
    assert!(files.len() > 200, "{}", files.len());
    let mut found = Vec::new();
    for (path, text) in &files {
        for (number, line) in text.lines().enumerate() {
            found.extend(banned_in(line).map(|advice| format!("{path}:{}: {advice}: {}", number + 1, line.trim())));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn public_functions_begin_with_a_verb() {
    let mut found = Vec::new();
    let mut functions = 0;
    for (path, text) in sources() {
        for summary in summaries(&text) {
            functions += 1;
            if !begins_with_verb(summary) {
                found.push(format!("{path}: {summary}"));
            }
        }
    }
    assert!(functions > 150, "{functions}");
    assert!(found.is_empty(), "{found:#?}");
}

/// Returns the advice for each banned word in a line.
fn banned_in(line: &str) -> impl Iterator<Item = &'static str> {
    let line = line.to_lowercase();
    let is_part = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    let contains = move |word: &str| {
        line.match_indices(word).any(|(start, _)| {
            let (before, after) = (&line[..start], &line[start + word.len()..]);
            !is_part(before.chars().next_back()) && !is_part(after.chars().next())
        })
    };
    BANNED.iter().filter(move |(begin, end, _)| contains(&format!("{begin}{end}"))).map(|(.., advice)| *advice)
}

/// Returns the first line of the documentation of each public function and each method of a public trait.
fn summaries(source: &str) -> Vec<&str> {
    let mut summaries = Vec::new();
    let mut summary = None;
    let mut in_trait = false;
    for line in source.lines() {
        let code = line.trim_start();
        in_trait |= line.starts_with("pub trait ");
        in_trait &= line != "}";
        if let Some(text) = code.strip_prefix("///") {
            summary = summary.or(Some(text.trim()));
        } else if !code.starts_with("#[") {
            let is_function = code.split('(').next().is_some_and(|head| head.split(' ').any(|word| word == "fn"));
            if is_function && (code.starts_with("pub ") || (in_trait && code.starts_with("fn "))) {
                summaries.extend(summary);
            }
            summary = None;
        }
    }
    summaries
}

/// Returns whether a text begins with a verb in the third person: a capital letter, and an `s` at the end of the word.
fn begins_with_verb(text: &str) -> bool {
    let word = text.split(' ').next().unwrap_or_default();
    word.starts_with(|first: char| first.is_ascii_uppercase())
        && word.ends_with('s')
        && word.chars().skip(1).all(|char| char.is_ascii_lowercase())
        && !["This", "Its", "As", "Is", "Has"].contains(&word)
}

/// Returns the text files that people write, with their paths from the root.
fn sources() -> Vec<(String, String)> {
    let is_text = |path: &Path| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        matches!(extension, Some("rs" | "md" | "toml" | "yaml" | "yml" | "json" | "txt"))
            || path.parent().and_then(Path::file_name).is_some_and(|name| name == ".ci")
    };
    let mut files = Vec::new();
    collect(root(), &mut files);
    let files = files.into_iter().filter(|path| is_text(path));
    files.filter_map(|path| Some((relative(&path), fs::read_to_string(&path).ok()?))).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let is_foreign = name.starts_with("target") || matches!(name, ".git" | "corpus" | "artifacts" | "mutants.out");
        if path.is_symlink() || is_foreign {
            continue;
        }
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

#[test]
fn the_checks_find_what_they_look_for() {
    for (begin, end, advice) in BANNED {
        let line = format!("A word: {begin}{end}.");
        assert_eq!(banned_in(&line).collect::<Vec<_>>(), [*advice], "{line}");
    }
    assert_eq!(banned_in("understands an outstanding standard").count(), 0);

    let source = "/// The facility.\n#[must_use]\npub const fn facility(self) {}\n\
                  /// Returns it.\npub fn it() {}\n\n/// A name.\nconst NAME: &str = \"fn\";\n\
                  pub trait T {\n    /// Its tag.\n    fn tag(&self);\n}\n/// Private.\nfn private() {}\n";
    let found = summaries(source);
    assert_eq!(found, ["The facility.", "Returns it.", "Its tag."]);
    assert_eq!(found.into_iter().filter(|text| begins_with_verb(text)).collect::<Vec<_>>(), ["Returns it."]);
}
