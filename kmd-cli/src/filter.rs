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

#[derive(clap::Args)]
#[command(after_help = "Of a line of more than 64 KiB, the first 64 KiB are decoded.")]
pub(crate) struct Arguments {
    /// The file of the catalog; several files have commas between them, or the option is repeated; without it, the catalog
    /// is that of kmd
    #[arg(long, short, value_name = "FILE")]
    catalog: Vec<PathBuf>,
    /// The form of the answers
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
}

/// The form of an answer.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// The object of `kmd decode`, as for an executable function of `ClickHouse`
    Json,
    /// The object in the variable `$!kmd`, as for `mmexternal` of rsyslog
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
        if !read_line(&mut input, &mut line).context("standard input")? {
            return Ok(ExitCode::SUCCESS);
        }
        let record = catalog.parse_bytes(cut(&line));
        answer.clear();
        match arguments.format {
            Format::Json => write_json(&mut answer, &JsonLine(&record))?,
            Format::Rsyslog => write_json(&mut answer, &json!({ "$!": { "kmd": JsonLine(&record) } }))?,
        }
        answer.push(b'\n');
        // The other program waits for each answer.
        match output.write_all(&answer).and_then(|()| output.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
            result => result.context("standard output")?,
        }
    }
}
