//! `kmd man`: the man pages of the program.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::Command;
use clap_mangen::Man;

use crate::output::print;

#[derive(clap::Args)]
#[command(after_help = "\
Show a page, or install all pages:

    kmd man check | man -l -
    kmd man --out ~/.local/share/man/man1")]
pub(crate) struct Arguments {
    /// The command whose page is printed; without it, the page is that of the program
    #[arg(conflicts_with = "out")]
    command: Option<String>,
    /// Write all pages to files in this folder, which is created if it does not exist
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
///
/// Returns an error if there is no such command, or if a page cannot be written.
pub(crate) fn run(arguments: &Arguments, program: Command) -> anyhow::Result<ExitCode> {
    // The command `help` has no page.
    let mut program = program.disable_help_subcommand(true);
    // Gives each command its full name.
    program.build();
    if let Some(folder) = &arguments.out {
        let written = fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(program, folder));
        written.with_context(|| format!("cannot write to {}", folder.display()))?;
        return Ok(ExitCode::SUCCESS);
    }
    let command = match &arguments.command {
        None => &program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => command,
            None => bail!("cannot find command `{name}`"),
        },
    };
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    print(&String::from_utf8(page)?)?;
    Ok(ExitCode::SUCCESS)
}
