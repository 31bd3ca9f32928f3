//! Standard output, files that are written, and the exit status of the program.

use std::fmt::Display;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use kmd_catalog::printable;

/// The exit status if a catalog or a log has mistakes.
pub(crate) const FOUND: u8 = 1;

/// The exit status if the program cannot do its work, for example because a file is missing. It is that of `clap` for wrong
/// arguments.
pub(crate) const FAILED: u8 = 2;

/// The exit status of all commands.
pub(crate) const EXIT_STATUS: &str = "\
The exit status is 0 for success, 1 if the command found a mistake, a denied change, an unknown tag, a message that is \
logged nowhere or, with `decode --check`, a line that is not read, and 2 if it could not do its work.";

/// Returns a number and a noun, such as `1 line` and `2 lines`.
pub(crate) fn counted(count: u64, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

/// Returns a path as errors show it. Its characters cannot control a terminal.
pub(crate) fn quoted(path: &Path) -> String {
    format!("`{}`", printable(&path.to_string_lossy()))
}

/// Writes a text to standard output. If the reader of a pipe has stopped, this is not an error.
///
/// # Errors
///
/// Returns an error if standard output cannot be written.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    write(&mut io::stdout().lock(), text)
}

/// Writes a text with escape sequences to standard output, like [`print()`]. It has colors only on a terminal, and not if
/// `NO_COLOR` is set.
///
/// # Errors
///
/// Returns an error if standard output cannot be written.
pub(crate) fn print_styled(text: &str) -> anyhow::Result<()> {
    write(&mut anstream::stdout().lock(), text)
}

/// Writes a text to a file.
///
/// # Errors
///
/// Returns an error if the file cannot be written.
pub(crate) fn write_file(path: &Path, text: &str) -> anyhow::Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", quoted(path)))
}

/// Creates a folder, unless it exists.
///
/// # Errors
///
/// Returns an error if the folder cannot be created.
pub(crate) fn create_folder(path: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(path).with_context(|| format!("cannot write {}", quoted(path)))
}

/// Writes a line to standard error. If that fails, for example on a full disk, nothing can be said of it, and the exit status is
/// that of the result.
pub(crate) fn report(text: impl Display) {
    let _ = writeln!(io::stderr(), "{text}");
}

fn write(out: &mut dyn Write, text: &str) -> anyhow::Result<()> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.context("cannot write standard output"),
    }
}

/// Returns the exit status of a command, and prints its error.
pub(crate) fn exit_code(result: anyhow::Result<ExitCode>) -> ExitCode {
    result.unwrap_or_else(|error| {
        report(format_args!("error: {error:#}"));
        ExitCode::from(FAILED)
    })
}
