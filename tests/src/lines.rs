//! The rows of `fixtures/lines.tsv`, which are lines with the expected result of parsing them.

/// Returns whether a text can be the end of a line without losing anything: it does not end with what ends a line.
pub fn is_end_kept(text: &str) -> bool {
    !text.ends_with([' ', '\t', '\r', '\n', '\0']) && !text.ends_with("#015") && !text.ends_with("#000")
}

/// A row of the file. A `-` means that the line does not have the value or that it does not matter.
pub struct Row {
    pub outcome: &'static str,
    pub tag: &'static str,
    pub host: &'static str,
    pub process: &'static str,
    pub pid: &'static str,
    /// The line. `\r` and `\u{feff}` are escape sequences as in Rust.
    pub line: String,
}

pub fn rows() -> Vec<Row> {
    let rows = include_str!("../fixtures/lines.tsv").lines().skip(1);
    rows.map(|row| {
        let columns: Vec<&str> = row.splitn(6, '\t').collect();
        let [outcome, tag, host, process, pid, line] = columns[..] else {
            panic!("six columns: {row}");
        };
        Row { outcome, tag, host, process, pid, line: line.replace("\\r", "\r").replace("\\u{feff}", "\u{feff}") }
    })
    .collect()
}
