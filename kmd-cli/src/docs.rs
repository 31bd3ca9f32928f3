//! `kmd docs`: a manual of a catalog for operators.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::ValueEnum;

use crate::catalog;
use crate::output::print;

mod html;
mod journal;
mod man;
mod manual;
mod markdown;
mod prose;

pub(crate) use self::manual::{one_line, sections};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The files of a catalog, as several arguments or with commas between them; without a file, the catalog is that of kmd
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
    /// A message catalog of systemd, for `journalctl -x`
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
        Some(path) => fs::write(path, text).with_context(|| format!("cannot write `{}`", path.display()))?,
        None => print(&text)?,
    }
    Ok(ExitCode::SUCCESS)
}
