//! `kmd man`: the man pages of the program.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Command;
use clap::builder::{PossibleValuesParser, Resettable};
use clap_mangen::Man;
use roff::{Roff, bold, roman};

use crate::output::{self, EXIT_STATUS, print};

/// The beginning of the paragraph of a help that is a section of its own.
const STATUS: &str = "The exit status ";

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

/// Returns the program, in which `kmd man` knows the names of all commands.
pub(crate) fn with_names(program: Command) -> Command {
    let names: Vec<String> = program.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    program.mut_subcommand("man", |man| {
        man.mut_arg("command", |command| command.value_parser(PossibleValuesParser::new(names)))
    })
}

/// Runs the command.
///
/// # Errors
///
/// Returns an error if a page cannot be written.
pub(crate) fn run(arguments: &Arguments, program: Command) -> anyhow::Result<ExitCode> {
    // The command `help` has no page.
    let mut program = program.disable_help_subcommand(true);
    // Gives each command its full name.
    program.build();
    if let Some(folder) = &arguments.out {
        output::create_folder(folder)?;
        for command in [&program].into_iter().chain(program.get_subcommands()) {
            output::write_file(&folder.join(format!("{}.1", name(command))), &page(command, &program)?)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let command = arguments.command.as_ref().and_then(|name| program.find_subcommand(name));
    print(&page(command.unwrap_or(&program), &program)?)?;
    Ok(ExitCode::SUCCESS)
}

/// Returns the name of a page, such as `kmd-check`.
fn name(command: &Command) -> &str {
    command.get_display_name().unwrap_or(command.get_name())
}

/// Returns the page of a command.
fn page(command: &Command, program: &Command) -> anyhow::Result<String> {
    let usage = command.clone().render_usage().to_string();
    let help = command.get_after_long_help().or(command.get_after_help()).map(ToString::to_string).unwrap_or_default();
    let command = command
        .clone()
        // clap writes `[FILE]...`, but clap_mangen does not.
        .override_usage(usage.trim_start_matches("Usage: ").to_owned())
        .after_help(Resettable::Reset)
        .after_long_help(Resettable::Reset);
    let (mut status, notes): (Vec<&str>, Vec<&str>) =
        help.split("\n\n").filter(|paragraph| !paragraph.is_empty()).partition(|text| text.starts_with(STATUS));
    if status.is_empty() {
        status.push(EXIT_STATUS);
    }
    let mut sections = Roff::new();
    section(&mut sections, "NOTES", &notes);
    section(&mut sections, "EXIT STATUS", &status);
    let pages = [program].into_iter().chain(program.get_subcommands()).map(name);
    let others = pages.filter(|page| *page != name(&command)).enumerate();
    let others = others.flat_map(|(index, page)| [roman(if index > 0 { ", " } else { "" }), bold(page), roman("(1)")]);
    sections.control("SH", ["SEE ALSO"]).text(others.collect::<Vec<_>>());

    let mut page = Vec::new();
    Man::new(command).source(concat!("kmd ", env!("CARGO_PKG_VERSION"))).render(&mut page)?;
    sections.to_writer(&mut page)?;
    Ok(String::from_utf8(page)?)
}

/// Appends a section, unless it has no paragraphs. The lines of a paragraph with a list or a command are kept.
fn section(page: &mut Roff, heading: &str, paragraphs: &[&str]) {
    for (index, paragraph) in paragraphs.iter().enumerate() {
        if index == 0 {
            page.control("SH", [heading]);
        } else {
            page.control("PP", []);
        }
        if paragraph.starts_with(' ') {
            page.control("nf", []);
            for line in paragraph.lines() {
                page.text([roman(line)]);
            }
            page.control("fi", []);
        } else {
            page.text([roman(paragraph.replace('\n', " "))]);
        }
    }
}
