//! How closely the rules of engines follow the parser, as a table and a list.

use std::fmt::Write as _;

use kmd_rules::{Engine, Fidelity, Limit};

/// Returns a table of the engines with the numbers of messages, and a list of the messages that are not exact.
pub(super) fn table(engines: &[(Engine, Vec<Fidelity>)]) -> String {
    let mut out = String::from("engine          exact  exact if printed  limited  left out\n");
    for (engine, messages) in engines {
        let count = |is_counted: fn(&Fidelity) -> bool| messages.iter().filter(|message| is_counted(message)).count();
        let exact = count(Fidelity::is_exact);
        let printed = count(|message| !message.is_exact() && message.is_exact_for_printed_lines());
        let left_out = count(is_left_out);
        let limited = messages.len() - exact - printed - left_out;
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{:14} {exact:6} {printed:17} {limited:8} {left_out:9}", engine.as_str());
    }
    for (tag, limits) in limits(engines) {
        let _ = write!(out, "\n{tag}\n{limits}");
    }
    out
}

fn is_left_out(message: &Fidelity) -> bool {
    message.limits.iter().any(|limit| matches!(limit, Limit::LeftOut(_)))
}

/// Returns the tags of messages that are not exact in an engine, each with a list of engines and limits.
fn limits(engines: &[(Engine, Vec<Fidelity>)]) -> Vec<(&str, String)> {
    let messages = engines.first().map(|(_, messages)| &messages[..]).unwrap_or_default();
    let tags = messages.iter().map(|message| &*message.tag);
    let listed = tags.map(|tag| {
        let mut list = String::new();
        for (engine, messages) in engines {
            for limit in messages.iter().filter(|message| message.tag == tag).flat_map(|message| &message.limits) {
                let _ = writeln!(list, "  {}: {limit}", engine.as_str());
            }
        }
        (tag, list)
    });
    listed.filter(|(_, list)| !list.is_empty()).collect()
}
