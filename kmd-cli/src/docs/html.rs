//! A manual as one HTML page, which contains its style and its script.

mod decoder;

use std::collections::BTreeMap;

use kmd_catalog::Model;
use kmd_events::{LoadedCatalog, Message, Severity};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::manual::{self, sections, values};
use super::prose::{Span, spans};
use crate::template_text::{Part, parts};

/// The style of the page.
const STYLE: &str = include_str!("html/page.css");
/// The script of the page: the search. Without it, the page shows all messages.
const SCRIPT: &str = include_str!("html/page.js");
/// The browser loads nothing else, whatever a catalog contains.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

/// Returns the page of a catalog.
pub(super) fn write(catalog: &LoadedCatalog, model: &Model) -> String {
    let title = manual::title(catalog);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                link rel="icon" href="data:,";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#messages" { "Skip to the messages" }
                header {
                    h1 { (title) }
                    p { (manual::introduction(catalog)) }
                }
                div.side {
                    (search(catalog))
                    nav aria-label="Messages" {
                        ul {
                            @for message in catalog.messages() {
                                li { a href={ "#" (message.tag()) } { (message.tag()) } }
                            }
                        }
                    }
                }
                main #messages tabindex="-1" {
                    (decoder::form())
                    p #none hidden { "No message matches." }
                    @for message in catalog.messages() { (entry(catalog, message)) }
                }
                script { (PreEscaped(SCRIPT)) }
                // If the browser cannot run this script, the search does not fail.
                script type="module" { (PreEscaped(decoder::script(model))) }
            }
        }
    };
    page.into_string() + "\n"
}

/// Returns the form of the search. The script makes it visible.
fn search(catalog: &LoadedCatalog) -> Markup {
    let mut severities = BTreeMap::<Severity, usize>::new();
    for message in catalog.messages() {
        *severities.entry(message.severity()).or_default() += 1;
    }
    html! {
        form #search role="search" hidden {
            label for="words" { "Search the messages " kbd { "/" } }
            input #words type="search" autocomplete="off" autocapitalize="off" spellcheck="false";
            fieldset {
                legend { "Severity" }
                @for (severity, number) in severities {
                    label {
                        input type="checkbox" name="severity" value=(severity);
                        span class={ "severity " (severity) } { (severity) }
                        " " small { (number) }
                    }
                }
            }
            p #status role="status" {}
        }
    }
}

fn entry(catalog: &LoadedCatalog, message: &Message) -> Markup {
    let (tag, severity) = (message.tag(), message.severity());
    html! {
        article id=(tag) data-severity=(severity) {
            h2 { a href={ "#" (tag) } { (tag) } }
            p.text {
                (template(&parts(message.template())))
                @for tail in message.tails() { span { "[" (template(&parts(tail))) "]" } }
            }
            p.properties {
                span class={ "severity " (severity) } { (severity) }
                " · " (message.facility()) " · " (manual::kind(message))
                @if !message.is_tagged() { " · " (manual::UNTAGGED) }
            }
            dl {
                @for (heading, text) in sections(message) {
                    @if heading == "Description" {
                        dd.description { (prose(catalog, text)) }
                    } @else {
                        dt { (heading) }
                        dd { (prose(catalog, text)) }
                    }
                }
                @if !message.alternatives().is_empty() {
                    dt { (manual::ALTERNATIVES) }
                    @for alternative in message.alternatives() {
                        dd.text { (template(&parts(alternative))) }
                    }
                }
            }
            @if !message.placeholders().is_empty() {
                table {
                    thead { tr { th scope="col" { "Field" } th scope="col" { "Values" } th scope="col" { "Description" } } }
                    tbody {
                        @for placeholder in message.placeholders() {
                            tr {
                                th scope="row" { var { (placeholder.name()) } }
                                td { (prose(catalog, &values(message, placeholder))) }
                                td { (prose(catalog, placeholder.description())) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Returns a text in which placeholders are marked, and in angle brackets.
fn template(parts: &[Part<'_>]) -> Markup {
    html! {
        @for part in parts {
            @match part {
                Part::Literal(literal) => (literal),
                Part::Placeholder(name, _) => var { "<" (name) ">" },
            }
        }
    }
}

/// Returns prose in which tags are links.
fn prose(catalog: &LoadedCatalog, text: &str) -> Markup {
    html! {
        @for span in spans(text) {
            @match span {
                Span::Text(text) => (text),
                Span::Code(tag) if catalog.find(tag).is_some() => a href={ "#" (tag) } { code { (tag) } },
                Span::Code(code) => code { (code) },
            }
        }
    }
}
