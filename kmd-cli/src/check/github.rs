//! Mistakes as workflow commands of GitHub Actions.

use super::finding::Finding;

/// Returns the command that shows a mistake at its lines.
pub(super) fn command(finding: &Finding<'_>) -> String {
    let place = finding.place.as_ref().map_or_else(String::new, |place| {
        let (start, end) = (place.start, place.end);
        let lines = format!(",line={},endLine={}", start.line, end.line);
        // Columns are only allowed on one line.
        let is_one_line = start.line == end.line;
        if is_one_line { format!("{lines},col={},endColumn={}", start.column, end.column) } else { lines }
    });
    format!("::error file={}{place}::{}", property(finding.file), data(&finding.text()))
}

/// Returns the text after the properties of a command, with its escape sequences.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Returns the value of a property, with its escape sequences.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
