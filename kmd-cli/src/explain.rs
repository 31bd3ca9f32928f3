//! `kmd explain`: the entry of a message, or a list of messages.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::bail;
use kmd_catalog::suggest;
use kmd_events::{Facility, LoadedCatalog, Message, MessageKind, Severity};
use serde_json::{Value, json};

use crate::catalog;
use crate::docs::sections;
use crate::output::{FOUND, print, report};
use crate::template_text::{self, Part};

/// The column at which the values begin.
const COLUMN: usize = 15;
/// The width of the output, in columns.
const WIDTH: usize = 80;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The file of a catalog, and the tag of a message; several files have commas between them; without a file, the catalog
    /// is that of kmd, and without a tag, the messages are listed; a tag can be in lower case, and without the prefix
    #[arg(value_names = ["FILE", "TAG"], num_args = 0..=2)]
    operands: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// List only messages with this severity, like `warning`
    #[arg(long)]
    severity: Option<Severity>,
    /// List only messages with this facility, like `daemon`
    #[arg(long)]
    facility: Option<Facility>,
    /// List only messages whose tag, text or description contains a text, in any case
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
}

/// Runs the command.
///
/// # Errors
///
/// Returns an error if the catalog cannot be loaded, or if messages are selected and one is named.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (file, tag) = match &arguments.operands[..] {
        [] => (None, None),
        [file] if is_file(file) => (Some(file), None),
        [tag] => (None, Some(tag)),
        [file, tag, ..] => (Some(file), Some(tag)),
    };
    let files: Vec<PathBuf> = file.into_iter().map(PathBuf::from).collect();
    let catalog = catalog::open(&files)?;
    let text = if let Some(tag) = tag {
        if arguments.has_filter() {
            bail!(
                "`--severity`, `--facility` and `--search` select messages of a list, but `{tag}` is the tag of one message"
            );
        }
        let Some(message) = find(tag, &catalog) else {
            report(format_args!("error: {}", unknown(tag, &catalog, file)));
            return Ok(ExitCode::from(FOUND));
        };
        if arguments.json { format!("{:#}\n", json(message)) } else { entry(message) }
    } else {
        let messages = catalog.messages().iter().filter(|message| arguments.selects(message));
        if arguments.json {
            format!("{:#}\n", messages.map(|message| json(message)).collect::<Value>())
        } else {
            messages.flat_map(|message| [message.tag(), "\n"]).collect()
        }
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

impl Arguments {
    /// Returns whether not all messages are listed.
    fn has_filter(&self) -> bool {
        self.severity.is_some() || self.facility.is_some() || self.search.is_some()
    }

    /// Returns whether a message is listed.
    fn selects(&self, message: &Message) -> bool {
        let contains = |text: &str| {
            let words = [message.tag(), message.template(), message.description()].into_iter();
            words.chain(message.tails().iter().copied()).any(|word| word.to_lowercase().contains(&text.to_lowercase()))
        };
        self.severity.is_none_or(|severity| message.severity() == severity)
            && self.facility.is_none_or(|facility| message.facility() == facility)
            && self.search.as_deref().is_none_or(contains)
    }
}

/// Returns whether an operand is a file and not a tag.
fn is_file(operand: &str) -> bool {
    operand.contains(['.', '/']) || Path::new(operand).is_file()
}

/// Returns the message with a tag, which can be in lower case, and without the prefix.
fn find(tag: &str, catalog: &LoadedCatalog) -> Option<&'static Message> {
    let upper = tag.to_uppercase();
    let find = |tag: &str| catalog.find(tag);
    find(tag).or_else(|| find(&upper)).or_else(|| find(&format!("{}_{upper}", catalog.catalog().prefix())))
}

/// Returns what is said of a tag that the catalog does not have.
fn unknown(tag: &str, catalog: &LoadedCatalog, file: Option<&String>) -> String {
    let closest = suggest::closest(&tag.to_uppercase(), catalog.messages().iter().map(|message| message.tag()));
    let text = format!("cannot find message `{tag}` in catalog `{}`", catalog.catalog().prefix());
    match &closest[..] {
        [] => {
            let file = file.map(|file| format!(" {file}")).unwrap_or_default();
            format!("{text}\nhelp: `kmd explain{file}` without a tag lists all messages")
        }
        [one] => format!("{text}\nhelp: a message with a similar name exists: `{one}`"),
        several => {
            format!("{text}\nhelp: messages with similar names exist: {}", suggest::all_of(several.iter().copied()))
        }
    }
}

/// Returns the entry of a message, in the layout of `help syslog` on a Junos router.
fn entry(message: &Message) -> String {
    let sentence = |text: &str| text.split_once(". ").map_or(text.to_owned(), |(first, _)| format!("{first}."));
    let kind = match message.kind() {
        MessageKind::Error => "Error: An error occurred",
        MessageKind::Event => "Event: This message reports an event, not an error",
    };
    let template = template_text::text(message).into_iter().map(|part| match part {
        Part::Literal(literal) => literal,
        Part::Placeholder(name, format) => format!("<{name}{format}>"),
    });
    let template: String = template.collect();
    let help = sentence(message.description());
    let rows = [
        ("Name", message.tag()),
        ("Message", &*template),
        ("Help", &*help),
        ("Description", message.description()),
        ("Type", kind),
        ("Severity", message.severity().as_str()),
        ("Facility", message.facility().as_str()),
    ];
    // The description is in the rows. The lifetime of the others is that of the rows.
    let sections = sections(message).filter(|(heading, _)| *heading != "Description");
    let sections = sections.map(|(heading, text): (&str, &str)| (heading, text));
    let mut entry = String::new();
    for (label, text) in rows.into_iter().chain(sections) {
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

/// Returns the properties of a message as JSON.
fn json(message: &Message) -> Value {
    let placeholder = |placeholder: &kmd_events::Placeholder| {
        json!({
            "name": placeholder.name(),
            "type": placeholder.field_type().as_str(),
            "unit": placeholder.unit().map(kmd_events::DurationUnit::as_str),
            "words": placeholder.words(),
            "optional": placeholder.is_optional(),
            "absent": placeholder.absent(),
            "description": placeholder.description(),
        })
    };
    json!({
        "tag": message.tag(),
        "message": message.template(),
        "tails": message.tails(),
        "alternatives": message.alternatives(),
        "tagged": message.is_tagged(),
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
        "deprecated": message.deprecated(),
        "placeholders": message.placeholders().iter().map(placeholder).collect::<Vec<_>>(),
    })
}
