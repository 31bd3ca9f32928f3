//! The program `kmd`, for the life of a catalog: it checks, compares and documents catalogs, and decodes logs.

mod catalog;
mod docs;
mod explain;
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
    /// Write a manual of a catalog for operators
    Docs(docs::Arguments),
    /// Explain a message, or list messages
    Explain(explain::Arguments),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Docs(arguments) => docs::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
    };
    output::exit_code(result)
}
