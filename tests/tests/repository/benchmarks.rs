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

/// A table without a machine and a commit cannot be compared with a later one. All tables describe the same code.
#[test]
fn every_table_says_where_it_was_measured() {
    let page = read("benches/README.md");
    let mut commits = Vec::new();
    for section in page.split("\n## ").skip(1) {
        let line: Vec<&str> = section.lines().filter(|line| line.starts_with("Measured on 20")).collect();
        let [line] = &line[..] else {
            panic!("{section}");
        };
        let words: Vec<&str> = line.split(' ').collect();
        let [_, _, _, _, _, commit, "by", "rustc", _, "on", _, "threads", "of", ..] = words[..] else {
            panic!("measure a commit: {line}");
        };
        commits.push(commit);
        let rows = section.lines().filter(|line| line.starts_with("| ")).skip(1);
        let results: Vec<&str> =
            rows.map(|row| row.trim_end_matches(" |").rsplit(" | ").next().unwrap_or_default()).collect();
        assert!(!results.is_empty() && results.iter().all(|result| matches!(*result, "met" | "missed")), "{results:?}");
    }
    commits.dedup();
    assert_eq!(commits.len(), 1, "{commits:?}");
}
