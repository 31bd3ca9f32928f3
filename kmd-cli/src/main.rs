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

use clap::{CommandFactory as _, Parser, Subcommand};

const EXIT_STATUS: &str = "\
Exit status: 0 if all is well, 1 if a command has found mistakes, and 2 if it could not do its work, for example because a \
file is missing.";

/// Works on catalogs of log messages, and decodes logs.
///
/// The program checks, compares and documents catalogs, explains their messages, and decodes logs with them.
#[derive(Parser)]
#[command(name = "kmd", version, infer_subcommands = true, max_term_width = 100, after_help = EXIT_STATUS)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Find messages that are logged nowhere, or in several places
    Audit(audit::Arguments),
    /// Check a catalog for mistakes
    Check(check::Arguments),
    /// Compare two versions of a catalog
    Diff(diff::Arguments),
    /// Write a manual of a catalog for operators
    Docs(docs::Arguments),
    /// Write rules for an engine that reads logs
    Rules(rules::Arguments),
    /// Explain a message, or list messages
    Explain(explain::Arguments),
    /// Print the lines of logs as JSON, or count them
    Decode(decode::Arguments),
    /// Answer each line of standard input with JSON
    Filter(filter::Arguments),
    /// Print completions of the command line for a shell
    Completions(completions::Arguments),
    /// Print the man pages of the program
    Man(man_pages::Arguments),
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() => error.exit(),
        // The help or the version.
        Err(text) => {
            let printed = output::print_styled(&text.render().ansi().to_string());
            return output::exit_code(printed.map(|()| ExitCode::SUCCESS));
        }
    };
    let result = match arguments.command {
        Command::Audit(arguments) => audit::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Docs(arguments) => docs::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Decode(arguments) => decode::run(&arguments),
        Command::Filter(arguments) => filter::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments, Arguments::command()),
        Command::Man(arguments) => man_pages::run(&arguments, Arguments::command()),
    };
    output::exit_code(result)
}
