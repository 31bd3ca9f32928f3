//! The program `kmd`, for the life of a catalog: it checks, compares and documents catalogs, and decodes logs.

mod audit;
mod catalog;
mod check;
mod completions;
mod decode;
mod diff;
mod docs;
mod explain;
mod filter;
mod line_limit;
mod man_pages;
mod output;
mod rules;
mod template_text;

use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

/// The program in one sentence.
const PURPOSE: &str = "\
Checks, compares and documents catalogs of log messages, decodes logs with them, and writes them as rules for log engines.";

/// Checks catalogs of log messages, and decodes logs with them
#[derive(Parser)]
#[command(name = "kmd", version, infer_subcommands = true, max_term_width = 100)]
#[command(long_about = PURPOSE, after_help = output::EXIT_STATUS)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check a catalog for mistakes
    Check(check::Arguments),
    /// Compare two versions of a catalog
    Diff(diff::Arguments),
    /// Find messages that are logged nowhere, or in several places
    Audit(audit::Arguments),
    /// Write a manual of a catalog for operators
    Docs(docs::Arguments),
    /// Explain messages, or list them
    Explain(explain::Arguments),
    /// Print the lines of logs as JSON, or count them
    Decode(decode::Arguments),
    /// Answer each line of standard input at once with JSON
    Filter(filter::Arguments),
    /// Write rules for an engine that reads logs
    Rules(rules::Arguments),
    /// Print completions of the command line for a shell
    Completions(completions::Arguments),
    /// Print the man pages of the program
    Man(man_pages::Arguments),
}

/// Returns the command line.
fn program() -> clap::Command {
    man_pages::with_names(Arguments::command())
}

fn main() -> ExitCode {
    let parsed = program().try_get_matches().and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() => error.exit(),
        // The help or the version.
        Err(text) => {
            let printed = output::print_styled(&text.render().ansi().to_string());
            return output::exit_code(printed.map(|()| ExitCode::SUCCESS));
        }
    };
    let result = match arguments.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Audit(arguments) => audit::run(&arguments),
        Command::Docs(arguments) => docs::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Decode(arguments) => decode::run(&arguments),
        Command::Filter(arguments) => filter::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments, program()),
        Command::Man(arguments) => man_pages::run(&arguments, program()),
    };
    output::exit_code(result)
}
