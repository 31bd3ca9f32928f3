//! `kmd docs`: a manual of a catalog for operators.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use crate::catalog;
use crate::output::{print, write_file};

mod html;
mod journal;
mod man;
mod manual;
mod markdown;
mod prose;

pub(crate) use self::manual::{ALTERNATIVES, one_line, sections, values};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The files of the catalog, separated by commas or given as several arguments; without a file, the catalog is that of kmd
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The format of the manual
    #[arg(long, value_enum, default_value = "markdown")]
    to: Format,
    /// Write to a file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The address of the support for the messages, which `journalctl -x` shows; only for `--to journal`
    #[arg(long, value_name = "URL")]
    support: Option<String>,
}

/// The formats of a manual.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One Markdown file with a table of contents
    Markdown,
    /// One HTML page with a search, which decodes lines of a log and needs no other file and no server
    Html,
    /// A man page of section 7
    Man,
    /// A message catalog of systemd, for `journalctl -x`. It explains entries that a program wrote with `MESSAGE_ID`, not lines
    /// received from a device
    Journal,
}

/// Runs the command.
///
/// # Errors
///
/// Returns an error if the catalog cannot be loaded or the manual cannot be written.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let support = arguments.support.as_deref();
    if support.is_some() && arguments.to != Format::Journal {
        anyhow::bail!("`--support` requires `--to journal`");
    }
    let (_, model) = catalog::model(&arguments.files)?;
    let catalog = kmd_loader::load(&model);
    let text = match arguments.to {
        Format::Markdown => markdown::write(&catalog),
        Format::Html => html::write(&catalog, &model),
        Format::Man => man::write(&catalog),
        Format::Journal => journal::write(&catalog, support),
    };
    match &arguments.out {
        Some(path) => write_file(path, &text)?,
        None => print(&text)?,
    }
    Ok(ExitCode::SUCCESS)
}
