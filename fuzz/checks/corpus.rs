//! The inputs that are kept.

use std::fs;
use std::path::Path;

/// Runs a check over every file of a target's corpus; the last path that was printed is that of a failure.
///
/// # Panics
///
/// If the check does, and if there is no corpus.
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
