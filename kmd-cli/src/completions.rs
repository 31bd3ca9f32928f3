//! `kmd completions`: completions of the command line for a shell.

use std::process::ExitCode;

use clap::Command;
use clap_complete::Shell;

use crate::output::print;

#[derive(clap::Args)]
#[command(after_help = "\
With bash, for example, write the completions to a file that it loads:

    kmd completions bash > ~/.local/share/bash-completion/completions/kmd")]
pub(crate) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Runs the command.
///
/// # Errors
///
/// Returns an error if standard output cannot be written.
pub(crate) fn run(arguments: &Arguments, mut command: Command) -> anyhow::Result<ExitCode> {
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, name, &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
