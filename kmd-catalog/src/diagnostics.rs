//! What is wrong in a catalogue, and where.

use crate::ast::Position;

/// More are not reported one by one: a file with more is no catalogue, and to look for the closest
/// name of each could take forever.
const MOST: usize = 100;

/// The problems of one file.
#[derive(Debug, Default)]
pub struct Problems {
    reported: Vec<(Position, String)>,
    further: usize,
    /// Whether some part of the file could not be read, so that what seems absent may stand there.
    unread: bool,
    /// The line of a syntax error, which hides the rest of the file.
    cut: Option<usize>,
}

impl Problems {
    /// Reports a problem. `text` says what is wrong and, behind a semicolon, what to write; it is not
    /// asked where there are too many problems already.
    pub fn report(&mut self, at: Position, text: impl FnOnce() -> String) {
        // What is left of a line with a syntax error was meant otherwise.
        if self.cut == Some(at.line) {
            return;
        }
        if self.reported.len() < MOST {
            self.reported.push((at, text()));
        } else {
            self.further += 1;
        }
    }

    /// Reports that something is not there, unless it may stand in a part that could not be read.
    pub fn report_absence(&mut self, at: Position, text: impl FnOnce() -> String) {
        if !self.unread {
            self.report(at, text);
        }
    }

    /// Reports what makes a part of the file unreadable.
    pub fn report_unread(&mut self, at: Position, text: impl FnOnce() -> String) {
        self.report(at, text);
        self.part_unread();
    }

    /// Says that a part of the file was not read, for a reason that was reported.
    pub fn part_unread(&mut self) {
        self.unread = true;
    }

    /// Reports a syntax error, behind which nothing can be read.
    pub fn cut_short(&mut self, at: Position, text: impl FnOnce() -> String) {
        self.report_unread(at, text);
        self.cut = Some(at.line);
    }

    pub fn is_empty(&self) -> bool {
        self.reported.is_empty()
    }

    /// A line each, `path:line:column: text`, in the order of the file.
    pub fn in_file(&self, path: &str) -> Vec<String> {
        let mut sorted: Vec<&(Position, String)> = self.reported.iter().collect();
        sorted.sort_by_key(|(at, _)| *at);
        let line = |(at, text): &(Position, String)| {
            format!("{path}:{}:{}: {}", at.line, at.column, one_line(text))
        };
        let mut lines: Vec<String> = sorted.into_iter().map(line).collect();
        if self.further > 0 {
            lines.push(format!(
                "{path}: {} more problems; mend these first",
                self.further
            ));
        }
        lines
    }
}

/// With escapes for control characters, which a text in quotes of YAML can have: what is cited ends no line.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() {
            line.extend(character.escape_debug());
        } else {
            line.push(character);
        }
    }
    line
}
