//! `kmd filter`: one answer per line, for programs that ask while they run.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::ValueEnum;
use serde_json::json;

use crate::catalog;
use crate::decode::{JsonLine, write_json};
use crate::line_limit::{cut, read_line};

const HELP: &str = "\
Answers each line of standard input at once with JSON; no line is left out. Like other Unix filters, the command can be used \
between two programs. Here, jq selects some of the answers:

  tail -F messages | kmd filter | jq --unbuffered -c 'select(.tag == \"KMD_DPD_PEER_DOWN\")'

`kmd help decode` describes the keys of an answer. It has no `file`. Only the first 64 KiB of a longer line are decoded.";

#[derive(clap::Args)]
#[command(after_long_help = HELP)]
pub(crate) struct Arguments {
    /// The files of one catalog, separated by commas or with the option repeated; without it, the catalog is that of kmd
    #[arg(long, short, value_name = "FILE")]
    catalog: Vec<PathBuf>,
    /// The form of the answers
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
}

/// The form of an answer.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    #[value(help = "The object of `kmd decode`, as an executable function of ClickHouse expects it")]
    Json,
    /// The object in the variable `$!kmd`, as the module `mmexternal` of rsyslog expects it
    Rsyslog,
}

/// Runs the command.
///
/// # Errors
///
/// Returns an error if the catalog cannot be loaded, or if standard input or output fails.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    if catalog::reads_standard_input(&arguments.catalog)? {
        bail!("standard input cannot be both the catalog and the log");
    }
    let catalog = catalog::open(&arguments.catalog)?;
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let (mut line, mut answer) = (Vec::new(), Vec::new());
    loop {
        if !read_line(&mut input, &mut line).context("cannot read standard input")? {
            return Ok(ExitCode::SUCCESS);
        }
        let line = cut(&line);
        let object = JsonLine { file: None, line, record: &catalog.parse_bytes(line) };
        answer.clear();
        match arguments.format {
            Format::Json => write_json(&mut answer, &object)?,
            Format::Rsyslog => write_json(&mut answer, &json!({ "$!": { "kmd": object } }))?,
        }
        answer.push(b'\n');
        // The other program waits for each answer.
        match output.write_all(&answer).and_then(|()| output.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
            result => result.context("cannot write standard output")?,
        }
    }
}
