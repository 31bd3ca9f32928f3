//! `kmd audit`: which messages of a catalog are logged nowhere, and which in several places.

mod calls;
mod excluded;
mod logged_messages;
mod rust_files;

use std::path::PathBuf;
use std::process::ExitCode;

use kmd_catalog::printable;

use crate::catalog;
use crate::output::{FOUND, print, report};
use calls::Macros;
use logged_messages::LoggedMessages;

const OUTPUT: &str = "\
Calls of the event macro and the log macro are found by their tokens, also in the arguments of other macros, and under the \
name that a `use … as …` in one of the sources gives the macro. Comments, strings and the items of tests do not count. A \
call through a macro of your own, whose arguments have only the tag, is not found, nor is an event that is built without a \
macro. The folders `tests` and `benches` of a package are not read, unless they are named.

The exit status is 0 for success, 1 if a message that is not deprecated is logged nowhere, and 2 if the catalog cannot be \
loaded or a path does not exist. A source file that does not parse is only reported.

The object of `--json` has these keys:

  messages  a list of objects with `tag`, `place` (in the catalog), `calls` and
            `deprecated` (the note, or null)
  unknown   the calls of messages that the catalog does not have: a list of
            objects with `tag` and `call`

A place and a call are objects with `file`, `line` and `column`.";

#[derive(clap::Args)]
#[command(after_long_help = OUTPUT)]
pub(crate) struct Arguments {
    /// The files of the catalog, separated by commas
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Folders with Rust sources, or single files
    #[arg(value_name = "SRC", required = true)]
    sources: Vec<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command. The exit status is 1 if a message is logged nowhere.
///
/// A call is a call of the event macro or the log macro of the catalog. Calls in the items and folders of tests
/// do not count.
///
/// # Errors
///
/// Returns an error if the catalog cannot be loaded, or if a path does not exist.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let loaded = catalog::load(std::slice::from_ref(&arguments.file))?;
    let (source, model) = kmd_loader::check(loaded)?;
    let catalog = kmd_loader::load(&model);
    let sources = rust_files::read(&arguments.sources, Macros::of(catalog.catalog().prefix()))?;
    for problem in &sources.problems {
        report(format_args!("warning: {}", printable(problem)));
    }
    let logged = LoggedMessages::new(&catalog, &source, &sources.calls);
    print(&if arguments.json { format!("{:#}\n", logged.json()) } else { logged.text() })?;
    Ok(if logged.is_complete() { ExitCode::SUCCESS } else { ExitCode::from(FOUND) })
}
