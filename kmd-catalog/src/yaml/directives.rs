//! The directives before a YAML document: `%YAML 1.2` and its like.

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::span::Span;

/// Returns the length of the lines before the document if they contain directives, and 0 otherwise. `base` is the offset
/// of `text` in the catalog.
///
/// A version does not change the meaning of a catalog, since each scalar is the text as written. So it is accepted. Any
/// other directive is reported.
pub(super) fn skip(text: &str, base: usize, diagnostics: &mut Diagnostics) -> usize {
    let mut offset = text.len() - text.trim_start_matches('\u{feff}').len();
    let (mut has_directive, mut has_version) = (false, false);
    for line in text[offset..].split_inclusive(['\n', '\r']) {
        let content = line.trim_end();
        if content.starts_with('%') {
            let span = Span { start: base + offset, end: base + offset + content.len() };
            has_directive = true;
            if !is_version(content) {
                diagnostics.report(span, || {
                    Diagnostic::new("unsupported YAML directive")
                        .help("remove it")
                        .note("only `%YAML 1.1` and `%YAML 1.2` are supported")
                });
            } else if std::mem::replace(&mut has_version, true) {
                diagnostics.report(span, || Diagnostic::new("duplicate YAML directive").help("remove one"));
            }
        } else if !content.is_empty() && !content.trim_start().starts_with('#') {
            break;
        }
        offset += line.len();
    }
    if !has_directive {
        return 0;
    }
    if !begins_document(&text[offset..]) {
        let start = base + offset;
        diagnostics.report(Span { start, end: start }, || {
            Diagnostic::new("expected `---` after the directive").help("write `---` on a line of its own")
        });
    }
    offset
}

/// Returns whether a line is `%YAML` and a version that is supported, possibly with a comment.
fn is_version(line: &str) -> bool {
    let mut words = line.split([' ', '\t']).filter(|word| !word.is_empty());
    let is_version = words.next() == Some("%YAML") && matches!(words.next(), Some("1.1" | "1.2"));
    is_version && words.next().is_none_or(|word| word.starts_with('#'))
}

/// Returns whether a text begins with `---`.
fn begins_document(text: &str) -> bool {
    text.strip_prefix("---").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\r']))
}
