//! `kmd rules`: rules for the engines that read logs.

mod fidelity_table;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use kmd_catalog::suggest::all_of;
use kmd_rules::{Engine, Options, Rules, rules};

use crate::catalog;
use crate::output::{create_folder, print, report, write_file};

/// The names that rules read, or that engines give every line.
const TAKEN: [&str; 9] = ["appname", "attributes", "host", "ident", "logs", "message", "msgid", "process", "timestamp"];

const HELP: &str = "\
The rules read the text of a line that follows the header: the tag, a colon, a space and the text of the message. The head of \
a file says how to install and test the rules, and which messages they do not read exactly as `kmd decode` does.";

/// Either `--to` or `--fidelity` is required.
const USAGE: &str = "\
kmd rules [OPTIONS] --to <ENGINE> [FILE]...
       kmd rules --fidelity [--to <ENGINE>] [FILE]...";

#[derive(clap::Args)]
#[command(after_long_help = HELP, override_usage = USAGE)]
pub(crate) struct Arguments {
    /// The files of the catalog, separated by commas or given as several arguments; without a file, the catalog is that of kmd
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The engine to write the rules for
    #[arg(long, value_name = "ENGINE", value_parser = engine(), required_unless_present = "fidelity")]
    to: Option<Engine>,
    /// Write all files to a folder, instead of printing the main file
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The beginning of the names of the values, such as `kmd` in `kmd.remote_address`; the default is the prefix of the
    /// catalog in lower case
    #[arg(long, value_name = "NAME", value_parser = namespace)]
    namespace: Option<String>,
    /// Print how closely the rules follow `kmd decode`, for all engines or only for that of `--to`
    #[arg(long, conflicts_with_all = ["out", "namespace"])]
    fidelity: bool,
}

/// Returns the parser for the name of an engine.
fn engine() -> impl TypedValueParser<Value = Engine> {
    let value = |engine: &Engine| PossibleValue::new(engine.as_str()).help(engine.description());
    let names = PossibleValuesParser::new(Engine::ALL.iter().map(value));
    names.try_map(|name| {
        let engine = Engine::ALL.iter().copied().find(|engine| engine.as_str() == name);
        engine.ok_or_else(|| format!("unknown engine `{name}`"))
    })
}

/// Parses a namespace, which must be a valid part of a name in all engines.
fn namespace(text: &str) -> Result<String, String> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !text.starts_with(|first: char| first.is_ascii_lowercase()) || !text.bytes().all(fits) {
        return Err("a namespace consists of lower-case letters, digits and `_`, and begins with a letter".to_owned());
    }
    if TAKEN.contains(&text) {
        return Err(format!("`{text}` is a name that engines have for a part of a line"));
    }
    Ok(text.to_owned())
}

/// Runs the command.
///
/// # Errors
///
/// Returns an error if the catalog cannot be loaded or a file cannot be written.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (source, model) = catalog::model(&arguments.files)?;
    let mut options = Options::default().with_catalog(source.path);
    options.namespace.clone_from(&arguments.namespace);
    options.is_built_in = arguments.files.is_empty();
    let of_engine = |engine| rules(engine, &model, &options);
    if arguments.fidelity {
        let engines = arguments.to.as_ref().map_or(Engine::ALL, std::slice::from_ref);
        let all: Vec<_> = engines.iter().map(|&engine| (engine, of_engine(engine).fidelity)).collect();
        print(&fidelity_table::table(&all))?;
        return Ok(ExitCode::SUCCESS);
    }
    let Some(engine) = arguments.to else { bail!("`--to ENGINE` is missing") };
    let Rules { files, .. } = of_engine(engine);
    match (&arguments.out, files.first()) {
        (Some(folder), _) => {
            create_folder(folder)?;
            for file in &files {
                write_file(&folder.join(&file.name), &file.text)?;
            }
        }
        (None, Some(main)) => {
            print(&main.text)?;
            let others = all_of(files.iter().skip(1).map(|file| &*file.name));
            let verb = if files.len() > 2 { "are" } else { "is" };
            if !others.is_empty() {
                report(format_args!("note: this is `{}`; with `-o DIR`, {others} {verb} written, too", main.name));
            }
        }
        (None, None) => {}
    }
    Ok(ExitCode::SUCCESS)
}
