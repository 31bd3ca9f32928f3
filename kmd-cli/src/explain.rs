//! `kmd explain`: the entries of messages, or a list of messages.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::bail;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use kmd_catalog::{printable, suggest};
use kmd_events::{Facility, LoadedCatalog, Message, MessageKind, Placeholder, Severity};
use serde_json::{Value, json};

use crate::catalog;
use crate::docs::{ALTERNATIVES, sections, values};
use crate::output::{FOUND, print, report};
use crate::template_text::{parts, plain, text};

/// The column at which the values begin.
const COLUMN: usize = 15;
/// The width of the output, in columns.
const WIDTH: usize = 80;

const HELP: &str = "\
A tag can be in lower case, and without the prefix. An argument is a file if it has a dot or a slash, or if the file exists.

With `--json`, one tag prints an object, and several tags or none a list. For one unknown tag, nothing is printed.

The exit status is 0 for success, 1 if the catalog does not have a tag, and 2 if the catalog cannot be loaded.";

#[derive(clap::Args)]
#[command(after_long_help = HELP)]
pub(crate) struct Arguments {
    /// The files of the catalog, separated by commas, and the tags of messages, in any order; without a file, the catalog is
    /// that of kmd, and without a tag, the messages are listed
    #[arg(value_names = ["FILE", "TAG"], num_args = 0..)]
    operands: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// List only messages with this severity, like `error`
    #[arg(long, value_parser = severity(), ignore_case = true)]
    severity: Option<Severity>,
    /// List only messages with this facility, like `daemon`
    #[arg(long, value_parser = facility(), ignore_case = true)]
    facility: Option<Facility>,
    /// List only messages whose tag, text or description contains a text, in any case
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
}

/// Returns the parser for a severity, which has the name in a catalog or a short one.
fn severity() -> impl TypedValueParser<Value = Severity> {
    let value = |severity: Severity| {
        let short: &[&str] = match severity {
            Severity::Emergency => &["emerg", "panic"],
            Severity::Critical => &["crit"],
            Severity::Error => &["err"],
            Severity::Warning => &["warn"],
            _ => &[],
        };
        PossibleValue::new(severity.as_str()).aliases(short)
    };
    PossibleValuesParser::new(Severity::ALL.map(value)).try_map(|name| name.parse::<Severity>())
}

/// Returns the parser for a facility, whose name can be without `LOG_`.
fn facility() -> impl TypedValueParser<Value = Facility> {
    let value = |facility: Facility| {
        let name = facility.as_str();
        PossibleValue::new(name).alias(name.trim_start_matches("LOG_"))
    };
    PossibleValuesParser::new(Facility::ALL.map(value)).try_map(|name| name.parse::<Facility>())
}

/// Runs the command. The exit status is 1 if the catalog does not have a tag.
///
/// # Errors
///
/// Returns an error if the catalog cannot be loaded, or if messages are selected and one is named.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    if let Some(text) = arguments.operands.iter().find(|operand| is_text(operand)) {
        bail!(
            "`{}` is neither a file nor a tag\nhelp: pass a line of a log to `kmd decode` on standard input, which prints \
             its tag",
            printable(text)
        );
    }
    let (files, tags): (Vec<&String>, Vec<&String>) = arguments.operands.iter().partition(|operand| is_file(operand));
    let paths: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
    let catalog = catalog::open(&paths)?;
    if tags.is_empty() {
        print(&arguments.list(&catalog))?;
        return Ok(ExitCode::SUCCESS);
    }
    if arguments.has_filter() {
        bail!(
            "`--severity`, `--facility` and `--search` select messages of a list, but `{}` is the tag of one message",
            tags[0]
        );
    }
    let mut found = Vec::new();
    let mut status = ExitCode::SUCCESS;
    for tag in &tags {
        if let Some(message) = find(tag, &catalog) {
            found.push(message);
        } else {
            report(format_args!("error: {}", unknown(tag, &catalog, &files)));
            status = ExitCode::from(FOUND);
        }
    }
    let text = match &found[..] {
        messages if arguments.json && tags.len() > 1 => json_list(messages),
        [message] if arguments.json => format!("{:#}\n", json(message)),
        // Of one unknown tag, nothing is printed.
        messages => messages.iter().map(|message| entry(message)).collect::<Vec<_>>().join("\n"),
    };
    print(&text)?;
    Ok(status)
}

impl Arguments {
    /// Returns whether not all messages are listed.
    fn has_filter(&self) -> bool {
        self.severity.is_some() || self.facility.is_some() || self.search.is_some()
    }

    /// Returns the list of messages. If it is empty, a note says so.
    fn list(&self, catalog: &LoadedCatalog) -> String {
        let messages: Vec<&Message> =
            catalog.messages().iter().copied().filter(|message| self.selects(message)).collect();
        if messages.is_empty() {
            report("note: no message matches");
        }
        if self.json { json_list(&messages) } else { messages.iter().flat_map(|it| [it.tag(), "\n"]).collect() }
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

/// Returns whether an operand is a text with spaces, such as a line of a log. A missing file is not, if its path has a slash.
fn is_text(operand: &str) -> bool {
    operand.contains(' ') && !operand.contains('/') && !is_existing(operand)
}

/// Returns whether an operand is a file, or several with commas between them, and not a tag.
fn is_file(operand: &str) -> bool {
    operand.contains(['.', '/']) || is_existing(operand)
}

/// Returns whether all files of an operand exist. `-` is standard input.
fn is_existing(operand: &str) -> bool {
    Path::new(operand).is_file() || operand.split(',').all(|file| file == "-" || Path::new(file).is_file())
}

/// Returns the message with a tag, which can be in lower case, and without the prefix.
fn find(tag: &str, catalog: &LoadedCatalog) -> Option<&'static Message> {
    let upper = tag.to_uppercase();
    let find = |tag: &str| catalog.find(tag);
    find(tag).or_else(|| find(&upper)).or_else(|| find(&format!("{}_{upper}", catalog.catalog().prefix())))
}

/// Returns what is said of a tag that the catalog does not have.
fn unknown(tag: &str, catalog: &LoadedCatalog, files: &[&String]) -> String {
    let (upper, prefix) = (tag.to_uppercase(), catalog.catalog().prefix());
    let closest = |tag: &str| suggest::closest(tag, catalog.messages().iter().map(|message| message.tag()));
    let mut closest_tags = closest(&upper);
    if closest_tags.is_empty() {
        closest_tags = closest(&format!("{prefix}_{upper}"));
    }
    let text = format!("cannot find message `{}` in catalog `{prefix}`", printable(tag));
    match &closest_tags[..] {
        [] => {
            let files: String = files.iter().flat_map(|file| [" ", file]).collect();
            format!("{text}\nhelp: `kmd explain{}` without a tag lists all messages", printable(&files))
        }
        [one] => format!("{text}\nhelp: a message with a similar name exists: `{one}`"),
        several => {
            format!("{text}\nhelp: messages with similar names exist: {}", suggest::all_of(several.iter().copied()))
        }
    }
}

/// Returns the entry of a message, in the layout of `help syslog` on a Junos router, with more rows.
fn entry(message: &Message) -> String {
    let sentence = |text: &str| text.split_once(". ").map_or(text.to_owned(), |(first, _)| format!("{first}."));
    let kind = match message.kind() {
        MessageKind::Error => "Error: An error occurred",
        _ => "Event: This message reports an event, not an error",
    };
    let description = message.description();
    let help = Some(sentence(description)).filter(|help| help != description);
    let mut rows = vec![("Name", message.tag().to_owned()), ("Message", plain(text(message)))];
    rows.extend(help.map(|help| ("Help", help)));
    rows.extend([
        ("Description", description.to_owned()),
        ("Type", kind.to_owned()),
        ("Severity", message.severity().to_string()),
        ("Facility", message.facility().to_string()),
    ]);
    // The description has its place above.
    let sections = sections(message).filter(|(heading, _)| *heading != "Description");
    rows.extend(sections.map(|(heading, text)| (heading, text.to_owned())));
    let rows: String = rows.into_iter().map(|(label, text)| row(label, &text, COLUMN)).collect();
    let field = |field: &Placeholder| format!("{}: {} ({})", field.name(), field.description(), values(message, field));
    rows + &list(ALTERNATIVES, message.alternatives().iter().map(|text| plain(parts(text))))
        + &list("Fields", message.placeholders().iter().map(field))
}

/// Returns the lines of rows of which only the first has the label.
fn list(label: &str, texts: impl Iterator<Item = String>) -> String {
    texts.enumerate().map(|(index, text)| row(if index == 0 { label } else { "" }, &text, COLUMN + 2)).collect()
}

/// Returns the lines of a row. All lines but the first are indented.
fn row(label: &str, text: &str, indent: usize) -> String {
    let colon = if label.is_empty() { "" } else { ":" };
    let first = format!("{:<COLUMN$}", format!("{label}{colon}"));
    let others = " ".repeat(indent);
    // A line must not break at the hyphen of a placeholder.
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(&first)
        .subsequent_indent(&others)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(false);
    textwrap::fill(&text.replace('`', ""), options) + "\n"
}

/// Returns messages as a JSON list.
fn json_list(messages: &[&Message]) -> String {
    format!("{:#}\n", messages.iter().map(|message| json(message)).collect::<Value>())
}

/// Returns the properties of a message as JSON.
fn json(message: &Message) -> Value {
    let placeholder = |placeholder: &Placeholder| {
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
