//! A manual as one Markdown file.

use std::fmt::Write as _;

use kmd_events::{LoadedCatalog, Message};

use super::manual::{self, kind, sections, values};
use super::prose::{Span, spans};
use crate::template_text::{parts, plain, text};

/// Returns the manual of a catalog.
pub(super) fn write(catalog: &LoadedCatalog) -> String {
    let mut page = format!(
        "# {}\n\n{}\n\n## Contents\n\n",
        escape(&manual::title(catalog)),
        escape(&manual::introduction(catalog))
    );
    for message in catalog.messages() {
        let _ =
            writeln!(page, "- [{}](#{}) ({})", escape(message.tag()), message.tag().to_lowercase(), message.severity());
    }
    page += "\n## Messages\n";
    for message in catalog.messages() {
        entry(&mut page, catalog, message);
    }
    page
}

fn entry(page: &mut String, catalog: &LoadedCatalog, message: &Message) {
    let _ = write!(page, "\n### {}\n\n{}\n\n", escape(message.tag()), block(&plain(text(message))));
    let (severity, facility) = (message.severity(), message.facility());
    let _ = writeln!(page, "- **Severity:** {severity}\n- **Facility:** {facility}\n- **Type:** {}", kind(message));
    if !message.is_tagged() {
        let _ = writeln!(page, "- {}", manual::UNTAGGED);
    }
    for (heading, text) in sections(message) {
        let _ = write!(page, "\n**{heading}:** {}\n", prose(catalog, text));
    }
    if !message.alternatives().is_empty() {
        let _ = write!(page, "\n**{}:**\n", manual::ALTERNATIVES);
        for alternative in message.alternatives() {
            let _ = write!(page, "\n{}\n", block(&plain(parts(alternative))));
        }
    }
    if !message.placeholders().is_empty() {
        *page += "\n| Field | Values | Description |\n|---|---|---|\n";
        for placeholder in message.placeholders() {
            let values = prose(catalog, &values(message, placeholder));
            let _ = writeln!(
                page,
                "| `{}` | {values} | {} |",
                placeholder.name(),
                prose(catalog, placeholder.description())
            );
        }
    }
}

/// Returns prose on one line, in which tags are links and only code has another markup.
fn prose(catalog: &LoadedCatalog, text: &str) -> String {
    let one_line = manual::one_line(text);
    let spans = spans(&one_line).into_iter().map(|span| match span {
        Span::Text(text) => escape(text),
        Span::Code(tag) if catalog.find(tag).is_some() => format!("[`{tag}`](#{})", tag.to_lowercase()),
        // With the next backtick, these two would be another fence.
        Span::Code("") => "\\`\\`".to_owned(),
        // A table ends a cell at a bar, even in code.
        Span::Code(code) => format!("`{}`", code.replace('|', "\\|")),
    });
    spans.collect()
}

/// Returns text that Markdown shows unchanged.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        // Before a link, an exclamation mark makes it an image.
        let is_before_link = char == '!' && chars.peek().is_none();
        // An underscore within a word is not a markup.
        let is_in_word = before.is_alphanumeric() && chars.peek().is_some_and(|next| next.is_alphanumeric());
        if matches!(char, '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '&' | '~')
            || (char == '_' && !is_in_word)
            || is_before_link
        {
            escaped.push('\\');
        }
        escaped.push(char);
        before = char;
    }
    escaped
}

/// Returns a block of code. Its fence is longer than any in the text.
fn block(text: &str) -> String {
    let mut fence = "```".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    format!("{fence}text\n{text}\n{fence}")
}

#[cfg(test)]
mod tests {
    use kmd_events::{KmdTag, LoadedCatalog};

    use super::{block, escape, prose};

    #[test]
    fn texts_are_no_markup() {
        assert_eq!(escape("a_b _c_ <b> *x* [y](z) | \\ &lt;"), r"a_b \_c\_ \<b\> \*x\* \[y\](z) \| \\ \&lt;");
        let catalog = LoadedCatalog::of::<KmdTag>();
        assert_eq!(prose(&catalog, "The `a|b` of\n  <c>."), r"The `a\|b` of \<c\>.");
        assert_eq!(
            prose(&catalog, "```<b>`!`KMD_VPN_UP_ALARM_USER`"),
            r"\`\``<b>`\![`KMD_VPN_UP_ALARM_USER`](#kmd_vpn_up_alarm_user)"
        );
        assert_eq!(block("a ``` b"), "````text\na ``` b\n````");
    }
}
