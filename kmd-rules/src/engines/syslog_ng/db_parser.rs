//! The configuration that uses the patterns.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::database::Database;
use crate::engine::Engine;
use crate::fidelity::Fidelity;
use crate::head::Head;
use crate::options::Options;
use crate::rule::Rule;

/// Returns the configuration: a parser that reads the patterns, and removes the values that are words for no value.
pub(super) fn configuration(
    database: &Database<'_>,
    lowered: &[Rule<'_>],
    options: &Options,
    fidelity: &[Fidelity],
) -> String {
    let namespace = &database.namespace;
    let head = Head {
        engine: Engine::SyslogNg,
        model: database.model,
        options,
        fidelity,
        install: &format!(
            "Copy this file to /etc/syslog-ng/conf.d and {namespace}.xml to /etc/syslog-ng, and use the parser in a log \
             path:\n  \
             log {{ source(s_src); parser(p_{namespace}); destination(d_{namespace}); }};\n\
             A message that no pattern matches passes without values."
        ),
        test: "syslog-ng --syntax-only",
    };
    let mut file = head.comment("#");
    let _ = writeln!(file, "\nparser p_{namespace} {{\n  channel {{");
    let untagged = database.model.messages.iter().filter(|message| !message.is_tagged);
    let untagged: Vec<String> = untagged.map(|it| format!(r#" or "${{MSGID}}" eq "{}""#, it.tag)).collect();
    let untagged = untagged.concat();
    let _ = writeln!(
        file,
        "    parser {{\n      db-parser(\n        file(\"/etc/syslog-ng/{namespace}.xml\")\n        # A line of RFC 5424 has \
         the tag in its header.\n        template('$(if (\"${{MSGID}}\" eq \"\"{untagged}) \"${{MESSAGE}}\" \"${{MSGID}}: \
         ${{MESSAGE}}\")')\n      );\n    }};"
    );
    let absent = absent(lowered);
    if !absent.is_empty() {
        let _ = writeln!(file, "    # Words for no value.\n    rewrite {{");
        for ((name, word), tags) in absent {
            let value = format!("{namespace}.{name}");
            let tags: Vec<String> = tags.iter().map(|tag| format!("\"${{{namespace}.tag}}\" eq \"{tag}\"")).collect();
            let _ = writeln!(
                file,
                "      unset(value(\"{value}\") condition(\"${{{value}}}\" eq {} and ({})));",
                string(word),
                tags.join(" or ")
            );
        }
        let _ = writeln!(file, "    }};");
    }
    file + "  };\n};\n"
}

/// Returns the words for no value by the names of their fields, with the tags of the messages.
fn absent<'r>(lowered: &'r [Rule<'_>]) -> BTreeMap<(&'r str, &'r str), Vec<&'r str>> {
    let mut absent: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for rule in lowered {
        for (index, field) in rule.message.fields.iter().enumerate() {
            if let Some(word) = &field.absent {
                absent.entry((rule.name(index), &**word)).or_default().push(&rule.message.tag);
            }
        }
    }
    absent
}

/// Returns a text as a string of the configuration that is a template.
fn string(text: &str) -> String {
    let mut string = "\"".to_owned();
    for char in text.chars() {
        match char {
            '"' | '\\' => string.extend(['\\', char]),
            // A macro.
            '$' => string += "$$",
            // A global variable.
            '`' => string += "``",
            char => string.push(char),
        }
    }
    string + "\""
}
