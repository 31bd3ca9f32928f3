//! The mistakes in a catalog, each with its position, message, help and notes.

use std::collections::HashSet;

use crate::span::{Span, line_end, line_start};

/// The maximum number of mistakes that are described. Further mistakes are only counted, since searching for similar
/// names takes time.
const MAX_DIAGNOSTICS: usize = 100;

/// A mistake in a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The wrong part of the text, or `None` if the mistake concerns a whole file.
    pub span: Option<Span>,
    /// The path of the file that the mistake concerns, or `None` if the span or the only file tells.
    pub path: Option<String>,
    /// The description of the mistake.
    pub message: String,
    /// Proposed fixes, one per entry.
    pub help: Vec<String>,
    /// Facts that explain the mistake.
    pub notes: Vec<String>,
}

impl Diagnostic {
    /// Creates a diagnostic without help and notes.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { span: None, path: None, message: message.into(), help: Vec::new(), notes: Vec::new() }
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
    /// Whether a part of the text was not understood. An item that seems to be missing may be in that part.
    is_incomplete: bool,
    /// Whether a part of a message was not understood. A use that seems to be missing may be in that part.
    hides_uses: bool,
    /// The lines with a syntax error, at most one per file.
    broken_lines: Vec<Span>,
    /// The names that are not strings. Nothing else is reported about them.
    rejected_names: HashSet<Span>,
}

impl Diagnostics {
    /// Reports a mistake at `span`. `describe` is called only if the diagnostic is going to be shown.
    pub(crate) fn report(&mut self, span: Span, describe: impl FnOnce() -> Diagnostic) {
        if self.has_room(span) {
            let span = Some(span);
            self.reported.push(Diagnostic { span, ..describe() });
        }
    }

    /// Returns whether a mistake at `span` is shown, and counts it if there are too many.
    ///
    /// This function is not generic, while its callers are compiled once per mistake that they report.
    fn has_room(&mut self, span: Span) -> bool {
        // The rest of a line with a syntax error cannot be interpreted.
        if self.broken_lines.iter().any(|line| (line.start..=line.end).contains(&span.start))
            || self.rejected_names.contains(&span)
        {
            return false;
        }
        let has_room = !self.is_full();
        self.omitted += usize::from(!has_room);
        has_room
    }

    /// Returns whether further mistakes are only counted, so that their positions do not matter.
    pub(crate) fn is_full(&self) -> bool {
        self.reported.len() >= MAX_DIAGNOSTICS
    }

    /// Reports a file that is not read.
    pub(crate) fn unreadable(&mut self, diagnostic: Diagnostic) {
        self.reported.push(diagnostic);
        self.mark_incomplete();
    }

    /// Reports a missing item, unless it may be in a part of the text that was not understood.
    pub(crate) fn missing(&mut self, span: Span, describe: impl FnOnce() -> Diagnostic) {
        if !self.is_incomplete {
            self.report(span, describe);
        }
    }

    /// Reports a name that seems to be unused or not to be a message, unless its use may be in a part of the text that
    /// was not understood.
    pub(crate) fn unused(&mut self, span: Span, describe: impl FnOnce() -> Diagnostic) {
        if !self.hides_uses {
            self.missing(span, describe);
        }
    }

    /// Records that a part of a message was not understood, for a reason that was reported.
    pub(crate) fn mark_hidden_uses(&mut self) {
        self.hides_uses = true;
    }

    /// Reports a name that is not a string. Further mistakes of the name are not reported.
    pub(crate) fn reject_name(&mut self, span: Span, describe: impl FnOnce() -> Diagnostic) {
        self.report(span, describe);
        self.rejected_names.insert(span);
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

    /// Reports a syntax error in `text`, which hides the text after it.
    pub(crate) fn syntax_error(&mut self, text: &str, span: Span, diagnostic: Diagnostic) {
        self.incomplete(span, || diagnostic);
        let at = span.start.min(text.len());
        self.broken_lines.push(Span { start: line_start(text, at), end: line_end(text, at) });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.reported.is_empty()
    }

    /// Returns the diagnostics in the order of the text. If some were omitted, the last diagnostic states their number.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        self.reported.sort_by_key(|diagnostic| diagnostic.span);
        if self.omitted > 0 {
            let more = format!("{} more errors not shown", self.omitted);
            self.reported.push(Diagnostic::new(more));
        }
        self.reported
    }
}
