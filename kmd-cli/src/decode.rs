//! `kmd decode`: the lines of logs as JSON.

mod chunks;
mod decompress;
mod gzip;
mod input;
mod json_line;
mod pipeline;
mod summary;
mod zstd;

use std::io;
use std::path::PathBuf;
use std::process::{self, ExitCode};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::{Context as _, anyhow, bail};

use self::input::{Input, is_standard_input};
use self::summary::Summary;
use crate::{catalog, output};

pub(crate) use self::json_line::JsonLine;

const HELP: &str = "\
Of a line of more than 64 KiB, the first 64 KiB are decoded. Lines are read in large chunks. To follow a log, use `kmd filter`.";

#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct Arguments {
    /// The logs, which can be compressed with gzip or zstd; without a file or with `-`, standard input is read
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The file of the catalog; several files have commas between them, or the option is repeated; without it, the catalog
    /// is that of kmd
    #[arg(long, short, value_name = "FILE")]
    catalog: Vec<PathBuf>,
    /// Count the lines of each message instead of printing them; after an interrupt, those that were read
    #[arg(long)]
    summary: bool,
    /// Exit with status 1 if a line has the tag of a message but not its text, or an unknown tag, or if there are lines, but
    /// none of the catalog
    #[arg(long)]
    check: bool,
    /// The number of threads, at most 1024; by default, one per processor
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Do not show a progress bar
    #[arg(long)]
    no_progress: bool,
}

/// The exit status of a program that was interrupted.
const INTERRUPT: i32 = 130;

/// The counts of the lines that were written, or `None` if they are printed.
type Shared = Mutex<Option<Summary>>;

static IS_INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Runs the command.
///
/// # Errors
///
/// Returns an error if a catalog cannot be loaded, or if a log cannot be read.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let reads_input = arguments.files.is_empty() || arguments.files.iter().any(|file| is_standard_input(file));
    if reads_input && catalog::reads_standard_input(&arguments.catalog)? {
        bail!("standard input cannot be both the catalog and the log");
    }
    let catalog = catalog::open(&arguments.catalog)?;
    let threads = arguments.threads.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    // The text of the error has its cause.
    let pool = pool.map_err(|error| anyhow!("cannot start threads: {error}"))?;
    let shared = Arc::new(Mutex::new(Some(Summary::default())));
    let (counted, has_summary) = (Arc::clone(&shared), arguments.summary);
    ctrlc::set_handler(move || end_at_line(&counted, has_summary)).context("cannot handle interrupts")?;
    let mut input = Input::new(&arguments.files, !arguments.no_progress)?;
    let result = pool.install(|| pipeline::run(&mut input, &catalog, arguments.summary, &shared));
    input.finish();
    // Until the program ends, an interrupt prints no other summary.
    let _lines = io::stdout().lock();
    let totals = take(&shared).unwrap_or_default();
    if arguments.summary {
        output::print(&totals.to_string())?;
    }
    result?;
    let is_other = arguments.check && totals.is_other();
    if is_other {
        eprintln!(
            "error: no line is of the process `{}` of the catalog\nhelp: name another catalog with `--catalog FILE`",
            catalog.catalog().process()
        );
    }
    let is_found = arguments.check && totals.has_mistakes();
    Ok(if is_found || is_other { ExitCode::from(output::FOUND) } else { ExitCode::SUCCESS })
}

/// Ends the program after a whole line and the summary, or at once if this is the second interrupt. Then standard output may be
/// blocked.
fn end_at_line(totals: &Arc<Shared>, has_summary: bool) {
    if IS_INTERRUPTED.swap(true, Ordering::Relaxed) {
        process::exit(INTERRUPT);
    }
    let totals = Arc::clone(totals);
    thread::spawn(move || {
        // The pipeline keeps the lock while it writes whole lines and counts them.
        let _lines = io::stdout().lock();
        if let Some(totals) = take(&totals).filter(|_| has_summary) {
            // The exit status already says that the program did not end well.
            let _ = output::print(&totals.to_string());
        }
        process::exit(INTERRUPT)
    });
}

/// Takes the counts, so that they are printed once.
fn take(totals: &Shared) -> Option<Summary> {
    totals.lock().unwrap_or_else(PoisonError::into_inner).take()
}
