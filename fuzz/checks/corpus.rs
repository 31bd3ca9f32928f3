//! The inputs in the corpus of each target.

use std::fs;
use std::path::Path;

/// Runs a check on every file in the corpus of a target and prints the path of each file before its check.
///
/// # Panics
///
/// Panics if the check panics or if there is no corpus.
pub fn run(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus").join(target);
    let entries = fs::read_dir(&folder).expect("the folder of the corpus");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    assert!(files.len() > 10, "{}", folder.display());
    for file in files {
        println!("{}", file.display());
        check(&fs::read(&file).expect("a file"));
    }
}
