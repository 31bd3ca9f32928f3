//! A manual as a message catalog of systemd, which `journalctl -x` shows with the entries.

use std::fmt::Write as _;

use kmd_events::journald::{field_name, message_id};
use kmd_events::{LoadedCatalog, Message, Placeholder};

use super::manual::{self, kind, sections};
use super::prose::{Span, spans};

/// The width of a line, in columns. `journalctl` indents it by three.
const WIDTH: usize = 76;

/// Returns the message catalog of a catalog.
pub(super) fn write(catalog: &LoadedCatalog, support: Option<&str>) -> String {
    let process = catalog.catalog().process();
    let mut page = format!(
        "# {}. To install this file, copy it to /usr/local/lib/systemd/catalog/{process}.catalog\n\
         # and run `journalctl --update-catalog`. It explains entries that a program wrote with `MESSAGE_ID`, not\n\
         # lines received from a device.\n",
        manual::title(catalog)
    );
    for message in catalog.messages() {
        let _ = write!(page, "\n-- {}\nSubject: {} ({})\n", message_id(message), message.tag(), message.severity());
        let _ = writeln!(page, "Defined-By: {process}");
        if let Some(support) = support {
            let _ = writeln!(page, "Support: {}", manual::one_line(support));
        }
        page.push('\n');
        body(&mut page, message);
    }
    page
}

fn body(page: &mut String, message: &Message) {
    for (heading, text) in sections(message) {
        let text = prose(message, text);
        paragraph(page, &if heading == "Description" { text } else { format!("{heading}: {text}") }, "");
        page.push('\n');
    }
    for placeholder in message.placeholders() {
        let value = value(message, placeholder).unwrap_or_else(|| {
            // The reader finds the value with `journalctl --output=verbose`.
            format!("field {}", field_name(message, placeholder.name()))
        });
        let optional = if placeholder.is_optional() { " (may be missing)" } else { "" };
        paragraph(page, &format!("{}{optional}: {value}", placeholder.name()), "  ");
    }
    if !message.placeholders().is_empty() {
        page.push('\n');
    }
    let facility = message.facility();
    paragraph(page, &format!("Severity {}, facility {facility}; {}.", message.severity(), kind(message)), "");
}

/// Returns the reference that systemd replaces by the value of a placeholder. It replaces no field whose name contains a
/// digit.
fn value(message: &Message, placeholder: &Placeholder) -> Option<String> {
    let field = field_name(message, placeholder.name());
    let is_replaced = field.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    is_replaced.then(|| format!("@{field}@"))
}

/// Returns prose in which the names of placeholders in backticks are followed by their values.
fn prose(message: &Message, text: &str) -> String {
    let spans = spans(text).into_iter().map(|span| match span {
        Span::Text(text) => text.to_owned(),
        Span::Code(code) => {
            let placeholder = message.placeholders().iter().find(|placeholder| placeholder.name() == code);
            match placeholder.and_then(|placeholder| value(message, placeholder)) {
                Some(value) => value,
                None => code.to_owned(),
            }
        }
    });
    spans.collect()
}

/// Appends a paragraph. No line looks like a comment or like the beginning of another message.
fn paragraph(page: &mut String, text: &str, indent: &str) {
    let others = format!("{indent}{indent}");
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(indent)
        .subsequent_indent(&others)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(false);
    for line in textwrap::wrap(&manual::one_line(text), options) {
        if line.starts_with(['#', ';', '-']) {
            page.push(' ');
        }
        *page += &line;
        page.push('\n');
    }
}
