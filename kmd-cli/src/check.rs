//! `kmd check`: the mistakes in a catalog, as the macro `catalog!` reports them.

mod annotated;
mod finding;
mod github;
mod sarif;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::catalog;
use crate::output::{FAILED, FOUND, print, print_styled};
use finding::Finding;

const OUTPUT: &str = "\
The exit status is 0 if the catalog has no mistakes, 1 if it has mistakes, and 2 if a file cannot be read.

An object of the format `json` has these keys:

  file     the path as given, or `<stdin>`
  line     the number of the line, from 1, or null if the mistake concerns the whole file
  column   the number of the column in characters, from 1, or null
  end      the place after the last wrong character, an object with `line` and `column`, or null
  message  what is wrong
  help     a list of proposed fixes
  notes    a list of facts";

#[derive(clap::Args)]
#[command(after_long_help = OUTPUT)]
pub(crate) struct Arguments {
    /// The files of the catalog, separated by commas or given as several arguments, in the order in which `catalog!` lists
    /// them; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// How mistakes are shown
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// Text with the lines of the file, in colors on a terminal
    Human,
    /// A JSON object per mistake, each on one line
    Json,
    /// Workflow commands, which GitHub Actions shows at the lines of a pull request
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

/// Runs the command. The exit status is 1 if the catalog has mistakes, and 2 if a file cannot be read.
///
/// # Errors
///
/// Returns an error if the name of a file is missing, or if standard output cannot be written.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let loaded = catalog::load(&arguments.files)?;
    let findings: Vec<Finding<'_>> =
        loaded.diagnostics.iter().map(|diagnostic| Finding::new(&loaded.source, diagnostic)).collect();
    match arguments.format {
        Format::Human => print_styled(&annotated::render(&findings))?,
        Format::Json => print(&lines(findings.iter().map(|finding| finding.json().to_string())))?,
        Format::Github => print(&lines(findings.iter().map(github::command)))?,
        Format::Sarif => print(&format!("{:#}\n", sarif::log(&findings)))?,
    }
    Ok(match loaded.source.exists {
        false => ExitCode::from(FAILED),
        true if findings.is_empty() => ExitCode::SUCCESS,
        true => ExitCode::from(FOUND),
    })
}

/// Returns a text with each item on a line of its own.
fn lines(items: impl Iterator<Item = String>) -> String {
    items.flat_map(|item| [item, "\n".to_owned()]).collect()
}
