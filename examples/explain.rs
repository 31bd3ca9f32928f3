//! Shows how to use the metadata of messages. The program prints the reference entry of a message in the layout of
//! `help syslog` on a Junos router, or lists tags.
//!
//! ```text
//! $ cargo run --example explain KMD_VPN_UP_ALARM_USER
//! Name:          KMD_VPN_UP_ALARM_USER
//! Message:       VPN <vpn-name> from <remote-address> is up.
//! …
//!
//! $ cargo run --example explain -- --json KMD_VPN_UP_ALARM_USER
//! $ cargo run --example explain
//! $ cargo run --example explain -- --list --severity notice --facility LOG_AUTH
//! KMD_DPD_REMOTE_ADDRESS_CHANGED
//! ```

use std::io::{self, Write as _};
use std::process::ExitCode;

use kmd_events::{Facility, KmdTag, Message, Severity};
use lexopt::prelude::*;

/// The column at which the values begin.
const COLUMN: usize = 15;
/// The width of the output, in columns.
const WIDTH: usize = 80;

/// The arguments of the program. Without a tag, it lists tags.
#[derive(Default)]
struct Arguments {
    tag: Option<String>,
    json: bool,
    severity: Option<Severity>,
    facility: Option<Facility>,
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let text = match &arguments.tag {
        None => list(arguments.severity, arguments.facility),
        Some(name) => match name.parse::<KmdTag>() {
            Ok(tag) if arguments.json => format!("{:#}\n", json(tag.message())),
            Ok(tag) => entry(tag.message()),
            Err(_) => {
                eprintln!("cannot find message {name}; {}", advice(name));
                return ExitCode::FAILURE;
            }
        },
    };
    match io::stdout().write_all(text.as_bytes()) {
        // The reader of the pipe has stopped, which is not an error.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("standard output: {error}");
            ExitCode::FAILURE
        }
        Ok(()) => ExitCode::SUCCESS,
    }
}

fn arguments() -> Result<Arguments, lexopt::Error> {
    let mut arguments = Arguments::default();
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => arguments.json = true,
            // Tags are listed unless a tag is given.
            Long("list") => {}
            Long("severity") => {
                let text = parser.value()?.string()?;
                arguments.severity = Some(word(&text, "severity", &Severity::ALL, Severity::as_str)?);
            }
            Long("facility") => {
                let text = parser.value()?.string()?;
                arguments.facility = Some(word(&text, "facility", &Facility::ALL, Facility::as_str)?);
            }
            Value(tag) if arguments.tag.is_none() => arguments.tag = Some(tag.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(arguments)
}

/// Returns the value whose name is `text`.
fn word<T: Copy>(text: &str, what: &str, all: &[T], as_str: fn(T) -> &'static str) -> Result<T, String> {
    let known = || all.iter().copied().map(as_str).collect::<Vec<_>>().join(", ");
    let found = all.iter().copied().find(|&value| as_str(value) == text);
    found.ok_or_else(|| format!("unknown {what} {text}, expected one of {}", known()))
}

/// Lists the tags with a severity and a facility, one tag per line.
fn list(severity: Option<Severity>, facility: Option<Facility>) -> String {
    let fits = |tag: &&KmdTag| {
        severity.is_none_or(|severity| tag.severity() == severity)
            && facility.is_none_or(|facility| tag.facility() == facility)
    };
    let mut list = String::new();
    for tag in KmdTag::ALL.iter().filter(fits) {
        list.extend([tag.as_str(), "\n"]);
    }
    list
}

/// Suggests the closest tag, or explains how to list all tags.
fn advice(name: &str) -> String {
    let edits = |tag: &KmdTag| strsim::osa_distance(name, tag.as_str());
    match KmdTag::ALL.iter().min_by_key(|tag| edits(tag)) {
        Some(tag) if edits(tag) <= 5 => format!("did you mean {tag}?"),
        _ => "run without arguments to list all tags".to_owned(),
    }
}

fn entry(message: &Message) -> String {
    let sentence = |text: &str| text.split_once(". ").map_or(text.to_owned(), |(first, _)| format!("{first}."));
    let kind = match message.kind() {
        kmd_events::MessageKind::Error => "Error: An error occurred",
        kmd_events::MessageKind::Event => "Event: This message reports an event, not an error",
    };
    let help = sentence(message.description());
    let template = message.template().replace('{', "<").replace('}', ">");
    let rows = [
        ("Name", Some(message.tag())),
        ("Message", Some(&*template)),
        ("Help", Some(&*help)),
        ("Description", Some(message.description())),
        ("Type", Some(kind)),
        ("Severity", Some(message.severity().as_str())),
        ("Facility", Some(message.facility().as_str())),
        ("Cause", message.cause()),
        ("Action", message.action()),
        ("Note", message.note()),
        ("Since", message.since()),
        ("Source", message.source()),
    ];
    let mut entry = String::new();
    for (label, text) in rows {
        let Some(text) = text else { continue };
        let first = format!("{:<COLUMN$}", format!("{label}:"));
        let others = " ".repeat(COLUMN);
        // A line must not break at the hyphen of a placeholder.
        let options = textwrap::Options::new(WIDTH)
            .initial_indent(&first)
            .subsequent_indent(&others)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .break_words(false);
        entry += &textwrap::fill(&text.replace('`', ""), options);
        entry.push('\n');
    }
    entry
}

fn json(message: &Message) -> serde_json::Value {
    let placeholders: Vec<_> = message
        .placeholders()
        .iter()
        .map(|placeholder| {
            serde_json::json!({
                "name": placeholder.name(),
                "type": placeholder.field_type().as_str(),
                "description": placeholder.description(),
            })
        })
        .collect();
    serde_json::json!({
        "tag": message.tag(),
        "message": message.template(),
        "type": message.kind().as_str(),
        "severity": message.severity().as_str(),
        "facility": message.facility().as_str(),
        "priority": message.priority(),
        "description": message.description(),
        "cause": message.cause(),
        "action": message.action(),
        "note": message.note(),
        "since": message.since(),
        "source": message.source(),
        "alternatives": message.alternatives(),
        "placeholders": placeholders,
    })
}
