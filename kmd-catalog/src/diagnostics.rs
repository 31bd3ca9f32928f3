//! What is wrong in a catalog: one message per mistake, with its place, help and notes as data of their own.

use crate::span::{Span, line_end, line_start};

/// More mistakes are counted, not described: finding similar names for each takes time.
const MAX_DIAGNOSTICS: usize = 100;

/// A mistake in a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The wrong part of the text, or `None` if the mistake concerns the whole file.
    pub span: Option<Span>,
    /// What is wrong.
    pub message: String,
    /// What to write instead, one proposal per entry.
    pub help: Vec<String>,
    /// Facts that explain the mistake.
    pub notes: Vec<String>,
}

impl Diagnostic {
    /// Creates a diagnostic without help and notes.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { span: None, message: message.into(), help: Vec::new(), notes: Vec::new() }
    }

    /// Adds a `help:` line.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds a `note:` line.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }
}

/// Collects the diagnostics of one catalog.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    reported: Vec<Diagnostic>,
    omitted: usize,
    /// Whether a part of the text was not understood, which may hold what seems to be missing.
    is_incomplete: bool,
    /// The line of a syntax error.
    broken_line: Option<Span>,
}

impl Diagnostics {
    /// Reports a mistake at `span`. `describe` is called only if the diagnostic is going to be shown.
    pub(crate) fn report(&mut self, span: Span, describe: impl FnOnce() -> Diagnostic) {
        if self.has_room(span) {
            let span = Some(span);
            self.reported.push(Diagnostic { span, ..describe() });
        }
    }

    /// Returns whether a mistake at `span` is shown, and counts it otherwise. Not generic, unlike its callers, which are
    /// compiled once per mistake that they report.
    fn has_room(&mut self, span: Span) -> bool {
        // The rest of a line with a syntax error was meant otherwise.
        if self.broken_line.is_some_and(|line| (line.start..=line.end).contains(&span.start)) {
            return false;
        }
        let has_room = self.reported.len() < MAX_DIAGNOSTICS;
        self.omitted += usize::from(!has_room);
        has_room
    }

    /// Reports that something is missing, unless a part of the text that was not understood may hold it.
    pub(crate) fn missing(&mut self, span: Span, describe: impl FnOnce() -> Diagnostic) {
        if !self.is_incomplete {
            self.report(span, describe);
        }
    }

    /// Reports a mistake that hides a part of the text.
    pub(crate) fn incomplete(&mut self, span: Span, describe: impl FnOnce() -> Diagnostic) {
        self.report(span, describe);
        self.mark_incomplete();
    }

    /// Records that a part of the text was not understood, for a reason that was reported.
    pub(crate) fn mark_incomplete(&mut self) {
        self.is_incomplete = true;
    }

    /// Reports a syntax error in `text`, which hides all that follows it.
    pub(crate) fn syntax_error(&mut self, text: &str, span: Span, diagnostic: Diagnostic) {
        self.incomplete(span, || diagnostic);
        let at = span.start.min(text.len());
        self.broken_line = Some(Span { start: line_start(text, at), end: line_end(text, at) });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.reported.is_empty()
    }

    /// Returns the diagnostics in the order of the text, and how many more there are as the last one.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        self.reported.sort_by_key(|diagnostic| diagnostic.span);
        if self.omitted > 0 {
            let more = format!("{} more errors not shown", self.omitted);
            self.reported.push(Diagnostic::new(more));
        }
        self.reported
    }
}
