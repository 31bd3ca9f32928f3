//! `kmd diff`: what changed between two versions of a catalog, and what the changes break.

mod change;
mod change_report;
mod compare_catalogs;
mod compare_fields;
mod compare_messages;
mod compare_texts;
mod disjoint;
mod old_lines;
mod operand;
mod pairing;
mod proof;
mod verdict;

use std::process::ExitCode;

use anyhow::bail;

use crate::output::print;

use self::change::{Change, Class};
use self::change_report::Format;
use self::operand::Version;

const HELP: &str = "\
`read` concerns the lines that the old catalog printed, and those of its alternatives, without structured data. It is certain \
if the output has a line that is no longer parsed to the same tag and values, and `read?` if there is neither a proof nor such \
a line. A value of another type is the same if both are strings in JSON, and equal. Text after the message does not \
count. Some changes, such as another tail, concern only lines in which a value contains text of a template; \
`--allow-ambiguous` allows these.

Each object of `changes` in the JSON has `classes` (an empty list for documentation), `undecided` (whether `read` is not \
certain), `ambiguous` (whether `example` has a value with text of a template), `tag` (or null), `change`, `old`, `new`, `path`, \
`line`, `column`, `help` (what to write), and `example` (a line that is no longer read, or null).";

#[derive(clap::Args)]
#[command(after_long_help = HELP)]
pub(crate) struct Arguments {
    /// The old version: a file, several files with commas between them, or `REV:PATH` for a file of a git revision
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
    /// The form of the output; `markdown` is a section of a changelog
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
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
    let changes = compare_catalogs::changes(&old, &new);
    print(&change_report::report(&changes, arguments.format))?;
    let is_denied = |change: &Change, class: Class| {
        let is_allowed = class == Class::Read && change.is_ambiguous && arguments.allow_ambiguous;
        arguments.deny.contains(&class) && !is_allowed
    };
    let is_denied = changes.iter().any(|change| change.classes.iter().any(|&class| is_denied(change, class)));
    Ok(if is_denied { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
