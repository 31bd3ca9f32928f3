//! A manual as a man page of section 7.

use kmd_events::{LoadedCatalog, Message};
use roff::{Inline, Roff, bold, italic, roman};

use super::manual::{self, kind, sections, values};
use super::prose::{Span, spans};
use crate::template_text::{Part, parts, text};

/// Returns the man page of a catalog.
pub(super) fn write(catalog: &LoadedCatalog) -> String {
    let process = catalog.catalog().process();
    let name = format!("{process}-messages");
    let mut page = Roff::new();
    page.control("TH", [&*argument(&name.to_uppercase()), "7"]);
    // Tags and templates are neither hyphenated nor justified.
    page.control("nh", []).control("ad", ["l"]);
    page.control("SH", ["NAME"]).text([roman(format!("{name} - log messages of {process}"))]);
    page.control("SH", ["DESCRIPTION"]).text([roman(manual::introduction(catalog))]);
    page.control("SH", ["MESSAGES"]);
    for message in catalog.messages() {
        entry(&mut page, message);
    }
    page.render()
}

/// Returns the argument of a request, in which the characters with a meaning are escape sequences. `roff` does not escape arguments.
fn argument(text: &str) -> String {
    text.replace('\\', "\\(rs").replace('"', "\\(dq").replace('\'', "\\(aq")
}

fn entry(page: &mut Roff, message: &Message) {
    page.control("SS", [message.tag()]);
    page.text(template(&text(message)));
    let (severity, facility) = (message.severity(), message.facility());
    let properties = format!("Severity {severity}, facility {facility}; {}.", kind(message));
    paragraph(page, [roman(properties)]);
    if !message.is_tagged() {
        paragraph(page, [roman(manual::UNTAGGED)]);
    }
    for (heading, text) in sections(message) {
        let mut inlines = if heading == "Description" { Vec::new() } else { vec![bold(heading), roman(": ")] };
        inlines.extend(prose(text));
        paragraph(page, inlines);
    }
    if !message.alternatives().is_empty() {
        paragraph(page, [bold(manual::ALTERNATIVES), roman(":")]);
        for alternative in message.alternatives() {
            page.control("IP", []).text(template(&parts(alternative)));
        }
    }
    if !message.placeholders().is_empty() {
        paragraph(page, [bold("Fields"), roman(":")]);
    }
    for placeholder in message.placeholders() {
        page.control("TP", []).text([italic(placeholder.name())]);
        let mut inlines = prose(placeholder.description());
        inlines.push(roman(" ("));
        inlines.extend(prose(&values(message, placeholder)));
        inlines.push(roman(")"));
        page.text(inlines);
    }
}

fn paragraph(page: &mut Roff, inlines: impl Into<Vec<Inline>>) {
    page.control("PP", []).text(inlines);
}

/// Returns a text with its placeholders in angle brackets and italics.
fn template(parts: &[Part<'_>]) -> Vec<Inline> {
    let inlines = parts.iter().flat_map(|part| match part {
        Part::Literal(literal) => vec![roman(literal.replace(char::is_control, " "))],
        Part::Placeholder(name, _) => vec![roman("<"), italic(*name), roman(">")],
    });
    inlines.collect()
}

/// Returns prose on one line, because the meaning of a line of roff depends on its beginning.
fn prose(text: &str) -> Vec<Inline> {
    let one_line = manual::one_line(text);
    let inlines = spans(&one_line).into_iter().map(|span| match span {
        Span::Text(text) => roman(text),
        Span::Code(code) => italic(code),
    });
    inlines.collect()
}
