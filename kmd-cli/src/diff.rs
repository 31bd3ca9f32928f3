//! `kmd diff`: what changed between two versions of a catalog, and what the changes break.

mod styled;

use std::process::ExitCode;

use anyhow::bail;
use kmd_diff::{Change, Changes, Deny, Version};
use serde_json::{Value, json};

use crate::output::{FOUND, print, print_styled};

use self::styled::styled;

const HELP: &str = "\
`read` concerns the lines that the old catalog printed, and those of its alternatives, without structured data. It is certain \
if the output has a line that is no longer parsed to the same tag and values, and `read?` if there is neither a proof nor such \
a line. `--deny read` denies both; `--allow-undecided` allows `read?`. A value of another type is the same if both are strings \
in JSON, and equal. Text after the message does not count. Some changes, such as another tail, concern only lines in which a \
value contains text of a template; `--allow-ambiguous` allows these.

Each object of `changes` in the JSON has `classes` (an empty list for documentation), `undecided` (whether `read` is not \
certain), `ambiguous` (whether `example` has a value with text of a template), `tag` (or null), `change`, `old`, `new`, `path`, \
`line`, `column`, `help` (what to write), and `example` (a line that is no longer read, or null).

The exit status is 0 for success, 1 if a change is denied, and 2 if a version cannot be read or has mistakes.";

#[derive(clap::Args)]
#[command(after_long_help = HELP)]
pub(crate) struct Arguments {
    /// The old version: the files of the catalog, separated by commas; a file can be `REV:PATH`, a file of a git revision
    old: String,
    /// The new version, in the same form
    new: String,
    /// Exit with status 1 if there is a change of one of these classes
    #[arg(long, value_enum, value_delimiter = ',', value_name = "CLASSES")]
    deny: Vec<Class>,
    /// Do not deny a `read` that concerns only lines in which a value contains text of a template, such as a user who is
    /// called `x logged in from y`
    #[arg(long)]
    allow_ambiguous: bool,
    /// Do not deny a `read?`, for which there is neither a proof nor a line
    #[arg(long)]
    allow_undecided: bool,
    /// The form of the output; `markdown` is a section of a changelog
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// The form of the output.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Format {
    /// Text for people, in colors on a terminal
    Human,
    /// JSON
    Json,
    /// A section of a changelog
    Markdown,
}

/// A class with its help.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Class {
    /// A line that the old catalog printed or accepted is no longer parsed to the same tag and values
    Read,
    /// Code that compiled no longer compiles
    Call,
    /// The severity, the facility, the tag, the process, the SD-ID or the name of a placeholder changed
    Watch,
}

/// Runs the command.
///
/// # Errors
///
/// Returns an error if a version cannot be read or has mistakes.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    if arguments.old == "-" && arguments.new == "-" {
        bail!("standard input cannot be both versions");
    }
    let (old, new) = (Version::open(&arguments.old)?, Version::open(&arguments.new)?);
    let changes = kmd_diff::compare(&old, &new);
    match arguments.format {
        Format::Human => print_styled(&styled(&changes)),
        Format::Json => print(&format!("{:#}\n", json(&changes))),
        Format::Markdown => print(&changes.to_markdown()),
    }?;
    let is_denied = !changes.denied(arguments.denied()).is_empty();
    Ok(if is_denied { ExitCode::from(FOUND) } else { ExitCode::SUCCESS })
}

impl Arguments {
    /// Returns which changes are denied.
    fn denied(&self) -> Deny {
        let class = |class: &Class| match class {
            Class::Read => kmd_diff::Class::Read,
            Class::Call => kmd_diff::Class::Call,
            Class::Watch => kmd_diff::Class::Watch,
        };
        let deny = Deny::from(&self.deny.iter().map(class).collect::<Vec<_>>()[..]);
        let deny = if self.allow_ambiguous { deny.allow_ambiguous() } else { deny };
        if self.allow_undecided { deny.allow_undecided() } else { deny }
    }
}

/// Returns the changes as JSON.
fn json(changes: &Changes) -> Value {
    let change = |change: &Change| {
        json!({
            "classes": change.classes.iter().map(|class| class.as_str()).collect::<Vec<_>>(),
            "undecided": change.is_undecided,
            "ambiguous": change.is_ambiguous,
            "tag": change.tag,
            "change": change.what,
            "old": change.old,
            "new": change.new,
            "path": change.place.path,
            "line": change.place.line,
            "column": change.place.column,
            "help": change.help,
            "example": change.example,
        })
    };
    json!({ "changes": changes.iter().map(change).collect::<Vec<_>>() })
}
