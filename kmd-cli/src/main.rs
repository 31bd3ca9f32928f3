//! The program `kmd`, for the life of a catalog: it checks, compares and documents catalogs, and decodes logs.

mod catalog;
mod decode;
mod explain;
mod filter;
mod output;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Checks, compares and documents catalogs of log messages, and decodes logs.
#[derive(Parser)]
#[command(name = "kmd", version, about, infer_subcommands = true, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Explain a message, or list messages
    Explain(explain::Arguments),
    /// Print the lines of logs as JSON, or count them
    Decode(decode::Arguments),
    /// Answer each line of standard input with JSON
    Filter(filter::Arguments),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Decode(arguments) => decode::run(&arguments),
        Command::Filter(arguments) => filter::run(&arguments),
    };
    output::exit_code(result)
}
