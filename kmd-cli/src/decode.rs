//! `kmd decode`: the lines of logs as JSON.

mod chunks;
mod decompress;
mod gzip;
mod input;
mod json_line;
mod json_text;
mod magic;
mod pipeline;
mod queue;
mod summary;
mod zstd;

use std::path::PathBuf;
use std::process::{self, ExitCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use anyhow::{Context as _, anyhow, bail};

use self::input::{Input, is_standard_input};
use self::pipeline::{CHUNKS_PER_THREAD, Decoder};
use self::queue::{End, Queue};
use self::summary::Summary;
use crate::{catalog, output};

pub(crate) use self::json_line::JsonLine;
pub(crate) use self::json_text::write_json;

const HELP: &str = "\
The object of a line has the following keys, without those that the line does not have:

  file      the path as given, if there are several files
  time      as the line has it, maybe without year and time zone
  host      the name or the address of the host
  process   the name of the process
  pid       the PID of the process
  facility  of the line, or else of the message in the catalog
  severity  of the line, or else of the message in the catalog
  tag       the tag
  outcome   `event`, `mismatch`, `unknown`, `untagged` or `other`
  rest      the text after that of the message, of an `event`
  fields    the values by their names in the catalog, of an `event`
  reason    where the text differs, of a `mismatch`
  text      the text after the header and the tag
  line      the whole line as it was read; of an `event`, only if its structured
            data has more than the values

The outcomes are:

  event     a message of the catalog was read
  mismatch  the tag of a message, but not its text
  unknown   a tag that the catalog lacks
  untagged  a line of the process without a known tag or text
  other     a line of another process, or without a known header

Headers of RFC 3164 and RFC 5424 are read, those in the files of Junos, and those of `journalctl -o` with `short`, \
`short-precise`, `short-iso`, `short-iso-precise`, `short-full` and `short-unix`, but not the objects of `json`. Bytes that \
are not UTF-8 become U+FFFD. Only the first 64 KiB of a longer line are decoded.

In jq, a name with a hyphen needs brackets and quotes:

  kmd decode messages* |
    jq -r 'select(.fields[\"remote-address\"] == \"203.0.113.7\") | [.time, .host, .tag] | @csv'

Lines are printed as soon as they are read, so `tail -F messages | kmd decode` follows a log. If a file cannot be read, the \
others are still decoded, and the exit status is 2.";

#[derive(clap::Args)]
#[command(after_long_help = HELP)]
pub(crate) struct Arguments {
    /// The logs, which can be compressed with gzip or zstd; without a file or with `-`, standard input is read
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The files of one catalog, separated by commas or with the option repeated; without it, the catalog is that of kmd
    #[arg(long, short, value_name = "FILE")]
    catalog: Vec<PathBuf>,
    /// Count the lines of each message instead of printing them; an interrupt prints the counts so far
    ///
    /// `first` and `last` are the times of the first and the last line, in the order of the files; give the oldest file
    /// first. The severity is that of the catalog. A line such as `last message repeated 3 times` counts as one `other` line.
    #[arg(long)]
    summary: bool,
    /// Exit with status 1 if a line has a tag with another text or an unknown tag, or if there are lines, but none is of the
    /// process of the catalog; an empty log is no mistake
    ///
    /// A changed text of a message without a tag is `untagged`, which does not set the status.
    #[arg(long)]
    check: bool,
    /// The number of threads that decode, at most 1024; by default, one per processor
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
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
/// Returns an error if a catalog cannot be loaded, or if the output cannot be written. Logs that cannot be read are reported.
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
    let queue = Arc::new(Queue::new(pool.current_num_threads() * CHUNKS_PER_THREAD));
    end_at_interrupt(Arc::clone(&queue))?;
    let input = Input::new(&arguments.files, !arguments.no_progress)?;
    let (bar, filled) = (input.bar(), Arc::clone(&queue));
    thread::Builder::new().spawn(move || input.read(&filled)).context("cannot start threads")?;
    let files: Vec<String> = arguments.files.iter().map(|file| file.display().to_string()).collect();
    let files = if files.len() > 1 { &*files } else { &[] };
    let mut totals = Summary::default();
    let decoder = Decoder { catalog: &catalog, files, summary: arguments.summary };
    let end = pool.install(|| decoder.run(&queue, &mut totals));
    bar.finish_and_clear();
    let end = end?;
    if arguments.summary {
        output::print(&totals.to_string())?;
    }
    // The lines that were not read may be of the catalog.
    let is_other = totals.is_other() && end != End::Closed;
    if is_other {
        report_other(catalog.catalog().process(), arguments.check, totals.begins_with_json());
    }
    let is_found = arguments.check && (is_other || totals.has_mistakes());
    Ok(ExitCode::from(match end {
        End::Interrupt => INTERRUPT,
        End::Failure => output::FAILED,
        _ if is_found => output::FOUND,
        _ => 0,
    }))
}

/// Ends a queue at an interrupt, and the program at the second one. Then standard output may be blocked.
fn end_at_interrupt(queue: Arc<Queue>) -> anyhow::Result<()> {
    let is_second = AtomicBool::new(false);
    let handler = move || {
        if is_second.swap(true, Ordering::Relaxed) {
            process::exit(INTERRUPT.into());
        }
        queue.end(End::Interrupt);
    };
    ctrlc::set_handler(handler).context("cannot handle interrupts")
}

/// Reports that no line is of a process.
fn report_other(process: &str, is_error: bool, is_json: bool) {
    let level = if is_error { "error" } else { "note" };
    let help = if is_json {
        "the first line is JSON; for lines of the journal, use `journalctl -o short-iso`"
    } else {
        "name another catalog with `--catalog FILE`"
    };
    output::report(format_args!("{level}: no line is of the process `{process}` of the catalog\nhelp: {help}"));
}
