//! Mistakes as rustc shows them, with the line of the file and carets under the wrong part.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use kmd_catalog::printable;

use super::finding::Finding;

/// Returns the mistakes as text with the escape sequences of a terminal.
pub(super) fn render(findings: &[Finding<'_>]) -> String {
    let renderer = Renderer::styled();
    let texts: Vec<String> = findings.iter().map(|finding| renderer.render(&[group(finding)]) + "\n").collect();
    texts.join("\n")
}

/// Returns a line in which other characters of the same length replace the control characters that the renderer leaves in a text.
fn shown(line: &str) -> String {
    let shown = |char| match char {
        '\u{80}'..='\u{9f}' => '\u{b7}',
        '\u{2028}' | '\u{2029}' => char::REPLACEMENT_CHARACTER,
        char => char,
    };
    line.chars().map(shown).collect()
}

fn group<'a>(finding: &'a Finding<'_>) -> Group<'a> {
    let title = Level::ERROR.primary_title(&*finding.message);
    let group = match &finding.place {
        Some(place) => title.element(
            Snippet::source(shown(place.line))
                .line_start(place.start.line)
                .path(printable(finding.file))
                .annotation(AnnotationKind::Primary.span(place.span.start..place.span.end)),
        ),
        None => title.element(Origin::path(printable(finding.file))),
    };
    let help = finding.help.iter().map(|help| Level::HELP.message(&**help));
    group.elements(help.chain(finding.notes.iter().map(|note| Level::NOTE.message(&**note))))
}
