//! `kmd check` finds what the macro finds: the same mistakes, at the same places, in the same words.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A mistake as it is printed, without the layout, which differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Mistake {
    message: String,
    /// File, line and column.
    place: String,
    /// The line of the catalog and the carets.
    rows: Vec<String>,
    /// Help and notes.
    advice: Vec<String>,
}

/// The mistakes of each catalog, by file name.
type Mistakes = BTreeMap<String, Vec<Mistake>>;

impl Mistake {
    /// Reads a mistake in the layout of the macro or of `kmd check`.
    fn parse(text: &str) -> Self {
        let mut lines = text.lines();
        let mut mistake = Self { message: lines.next().expect("a message").to_owned(), ..Self::default() };
        for line in lines {
            let start = line.trim_start();
            if let Some(place) = start.strip_prefix("--> ") {
                place.clone_into(&mut mistake.place);
            } else if let Some((_, row)) = line.split_once(" |").filter(|(number, _)| is_number(number)) {
                mistake.rows.push(row.trim_end().to_owned());
            } else {
                mistake.advice.push(start.trim_start_matches("= ").to_owned());
            }
        }
        mistake.rows.retain(|row| !row.is_empty());
        mistake
    }

    /// Removes rows that the macro and `kmd check` show differently: both cut long lines, but not at the same column, and
    /// a change of direction is an escape sequence or U+FFFD.
    fn with_comparable_rows(mut self, macro_rows: &[String]) -> Self {
        if macro_rows.iter().any(|row| row.contains('…') || row.contains("\\u{")) {
            self.rows.clear();
        }
        self
    }

    /// Reads an object of the format `json`.
    fn from_json(text: &str) -> Self {
        let mistake: Value = serde_json::from_str(text).expect("JSON");
        let texts = |key: &str, label: &str| {
            let texts = mistake[key].as_array().expect("a list").iter();
            texts.map(|text| format!("{label}: {}", text.as_str().expect("a string"))).collect::<Vec<_>>()
        };
        let file = mistake["file"].as_str().expect("a file");
        let place = match (&mistake["line"], &mistake["column"]) {
            (Value::Null, Value::Null) => file.to_owned(),
            (line, column) => format!("{file}:{line}:{column}"),
        };
        Self {
            message: mistake["message"].as_str().expect("a message").to_owned(),
            place,
            rows: Vec::new(),
            advice: [texts("help", "help"), texts("notes", "note")].concat(),
        }
    }
}

fn is_number(text: &str) -> bool {
    text.trim_start().chars().all(|char| char.is_ascii_digit())
}

/// Returns the folder and the names of the bad catalogs.
fn bad_catalogs() -> (PathBuf, Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../kmd-catalog/tests/invalid");
    let names = fs::read_dir(&folder).expect("the folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().expect("UTF-8")).collect();
    names.retain(|name| Path::new(name).extension().is_some_and(|extension| extension == "yaml"));
    names.sort();
    assert!(names.len() > 200, "{}", names.len());
    (folder, names)
}

/// Compiles a crate with a `catalog!` for each file, and returns the errors of the macros.
fn found_by_the_macro(invalid: &Path, names: &[String]) -> Mistakes {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a parent");
    let manifest = format!(
        "[package]\nname = \"bad-catalogs\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\nkmd-events = {{ path = '{}', default-features = false }}\n",
        root.join("kmd-events").display()
    );
    let mut library = String::new();
    for name in names {
        fs::copy(invalid.join(name), folder.path().join(name)).expect("a copy");
        let module = name.trim_end_matches(".yaml");
        writeln!(library, "mod {module} {{ kmd_events::catalog!(\"{name}\", in crate::{module}); }}")
            .expect("a string");
    }
    fs::create_dir(folder.path().join("src")).expect("a folder");
    fs::write(folder.path().join("Cargo.toml"), manifest).expect("written");
    fs::write(folder.path().join("src/lib.rs"), library).expect("written");
    fs::copy(root.join("Cargo.lock"), folder.path().join("Cargo.lock")).expect("a copy");
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // The environment of this build must not affect the other.
    for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR"] {
        cargo.env_remove(name);
    }
    cargo.current_dir(folder.path()).args(["check", "--offline", "--message-format=json"]);
    let output = cargo.output().expect("cargo runs");
    let mut mistakes = Mistakes::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let line: Value = serde_json::from_str(line).expect("JSON");
        let message = line["message"]["message"].as_str().unwrap_or_default();
        if let Some((_, place)) = message.split_once(" --> ") {
            let name = place.split([':', '\n']).next().expect("a file").to_owned();
            mistakes.entry(name).or_default().push(Mistake::parse(message));
        }
    }
    assert!(!mistakes.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    mistakes
}

/// Returns what `kmd check` prints of a catalog.
fn check(folder: &Path, name: &str, format: &str) -> String {
    let mut kmd = Command::new(env!("CARGO_BIN_EXE_kmd"));
    let output = kmd.current_dir(folder).args(["check", name, "--format", format]).output().expect("kmd runs");
    assert_eq!((output.status.code(), &*output.stderr), (Some(1), &b""[..]), "{name}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Reads the output in the format `human`.
fn parse_human(text: &str) -> Vec<Mistake> {
    let errors = text.strip_prefix("error: ").expect("an error").split("\n\nerror: ");
    errors.map(Mistake::parse).collect()
}

#[test]
fn check_and_the_macro_find_the_same_mistakes() {
    let (folder, names) = bad_catalogs();
    let expected = found_by_the_macro(&folder, &names);
    assert_eq!(expected.keys().collect::<Vec<_>>(), names.iter().collect::<Vec<_>>());
    let mut compared = 0;
    for name in &names {
        let expected = &expected[name];
        let found = parse_human(&check(&folder, name, "human"));
        assert_eq!(found.len(), expected.len(), "{name}");
        for (found, expected) in found.into_iter().zip(expected) {
            let rows = &expected.rows;
            assert_eq!(found.with_comparable_rows(rows), expected.clone().with_comparable_rows(rows), "{name}");
            compared += usize::from(rows.len() == 2);
        }
        let found: Vec<Mistake> = check(&folder, name, "json").lines().map(Mistake::from_json).collect();
        let without_rows = |mistake: &Mistake| Mistake { rows: Vec::new(), ..mistake.clone() };
        assert_eq!(found, expected.iter().map(without_rows).collect::<Vec<_>>(), "{name}");
    }
    assert!(compared > 200, "{compared}");
}
