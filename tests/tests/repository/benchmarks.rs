//! The page of the benchmarks. The benchmarks themselves compare the rows of its tables, in `cargo test`.

use crate::read;

/// Each section has a benchmark, which writes its table.
#[test]
fn every_table_is_printed_by_a_benchmark() {
    let page = read("benches/README.md");
    let sections: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let manifest = read("benches/Cargo.toml");
    let paths = manifest.lines().filter_map(|line| line.strip_prefix("path = \"")?.strip_suffix('"'));
    let sources: Vec<String> = paths.map(|path| read(&format!("benches/{path}"))).collect();
    assert_eq!(sections.len(), sources.len());
    for section in sections {
        let printed = format!("Table::new(\"{section}\")");
        assert!(sources.iter().any(|source| source.contains(&printed)), "{section}");
    }
}

/// A table without a machine and a commit cannot be compared with a later one.
#[test]
fn every_table_says_where_it_was_measured() {
    let page = read("benches/README.md");
    for section in page.split("\n## ").skip(1) {
        let lines = section.lines().filter(|line| line.starts_with("Measured on 20") && line.contains(" at commit `"));
        assert_eq!(lines.count(), 1, "{section}");
        assert!(!section.contains("with changes"), "measure a commit: {section}");
    }
}
