//! The part of the page that decodes lines of a log. It runs in the browser, with the rules for JavaScript.

use kmd_catalog::Model;
use kmd_rules::{Engine, Options, rules};
use maud::{Markup, html};

/// The script that shows the messages that the rules read.
const SCRIPT: &str = include_str!("decoder.js");

/// Returns the field for the lines and the list for the results. The script makes them visible.
pub(super) fn form() -> Markup {
    html! {
        section #decoder aria-labelledby="lines-label" hidden {
            h2 { label #lines-label for="lines" { "Paste lines of a log" } }
            textarea #lines rows="3" autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-describedby="lines-hint" {}
            p #lines-hint {
                "The page shows the values and the explanation of each message. The lines do not leave the browser."
            }
            p #lines-status role="status" {}
            ol #decoded {}
            button #more type="button" hidden {}
        }
    }
}

/// Returns the rules for the catalog and the script. Nothing in the rules ends a script element.
pub(super) fn script(model: &Model) -> String {
    let rules = rules(Engine::JavaScript, model, &Options::default());
    let module = rules.files.into_iter().next().map(|file| file.text).unwrap_or_default();
    // The head of the file says how to install it.
    let rules = module.split_once("\n\n").map_or(&*module, |(_, rules)| rules);
    format!("{rules}\n{SCRIPT}")
}
