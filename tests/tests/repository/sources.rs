//! The source files of the published crates.

use std::fs;

use kmd_tests::cargo::root;

use crate::files;

#[test]
fn macros_do_not_mention_kmd() {
    // The macros serve every catalog alike; only tests and documentation may mention one.
    let folders = ["kmd-catalog/src", "kmd-macros/src"];
    for entry in folders
        .iter()
        .flat_map(|folder| files(&root().join(folder)))
    {
        let text = fs::read_to_string(&entry).expect("a source");
        let code = text.split("#[cfg(test)]").next().expect("code");
        for line in code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
        {
            let line = line.replace('-', "_");
            let line = line.replace("kmd_events", "").replace("kmd_catalog", "");
            assert!(
                !line.to_lowercase().contains("kmd"),
                "{}: {line}",
                entry.display()
            );
        }
    }
}
