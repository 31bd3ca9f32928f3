//! `kmd decode`: the lines of logs as JSON.

mod input;
mod json_line;
mod pipeline;
mod summary;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::Ordering;

use anyhow::Context as _;

use self::input::Input;
use self::pipeline::{INTERRUPTED, Totals};
use crate::{catalog, output};

pub(crate) use self::json_line::JsonLine;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The logs, which can be compressed with gzip or zstd; without a file or with `-`, standard input is read
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The file of the catalog, once per file; without it, the catalog is that of kmd
    #[arg(long, short, value_name = "FILE")]
    catalog: Vec<PathBuf>,
    /// Count the lines of each message instead of printing them
    #[arg(long)]
    summary: bool,
    /// Exit with 1 if a line has the tag of a message but not its text, or an unknown tag
    #[arg(long)]
    check: bool,
    /// The number of threads; by default, that of the processors
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// Do not show a progress bar
    #[arg(long)]
    no_progress: bool,
}

/// The exit status of a program that was interrupted.
const INTERRUPT: u8 = 130;

/// Runs the command.
///
/// # Errors
///
/// Returns an error if a catalog cannot be loaded, or if a log cannot be read.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let catalog = catalog::open(&arguments.catalog)?;
    let threads = arguments.threads.unwrap_or(0);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().context("cannot start threads")?;
    ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::Relaxed)).context("cannot handle interrupts")?;
    let mut input = Input::new(&arguments.files, !arguments.no_progress)?;
    let mut totals = Totals::default();
    let result = pool.install(|| pipeline::run(&mut input, &catalog, arguments.summary, &mut totals));
    input.finish();
    if arguments.summary {
        output::print(&totals.to_string())?;
    }
    result?;
    Ok(match () {
        () if INTERRUPTED.load(Ordering::Relaxed) => ExitCode::from(INTERRUPT),
        () if arguments.check && totals.has_mistakes() => ExitCode::from(output::FOUND),
        () => ExitCode::SUCCESS,
    })
}
