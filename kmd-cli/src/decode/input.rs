//! The logs to decode, as chunks of whole lines.

use std::fs::File;
use std::io::{self, BufRead, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::chunks::Chunks;
use super::decompress::decompressed;
use crate::output::counted;
use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressStyle};

/// The logs, one after another.
pub(super) struct Input {
    /// The files that are not opened yet, from the last to the first.
    files: Vec<PathBuf>,
    current: Option<(String, Box<dyn BufRead + Send>)>,
    /// The error that ends the input after the last chunk.
    error: Option<anyhow::Error>,
    chunks: Chunks,
    bar: ProgressBar,
}

impl Input {
    /// Prepares to read files. Without a file, standard input is read.
    pub(super) fn new(files: &[PathBuf], shows_progress: bool) -> anyhow::Result<Self> {
        let files = if files.is_empty() { vec![PathBuf::from("-")] } else { files.to_vec() };
        let mut total = Some(0);
        for file in &files {
            let len = if is_standard_input(file) {
                None
            } else {
                let metadata = file.metadata().with_context(|| file.display().to_string())?;
                metadata.is_file().then_some(metadata.len())
            };
            total = total.zip(len).map(|(total, len)| total + len);
        }
        let bar = match total {
            Some(total) if shows_progress && io::stderr().is_terminal() => bar(total)?,
            _ => ProgressBar::hidden(),
        };
        let files = files.into_iter().rev().collect();
        Ok(Self { files, current: None, error: None, chunks: Chunks::default(), bar })
    }

    /// Returns the next chunk, or `None` at the end of the last file. A chunk ends with the end of a line or of a file.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read. The lines before the error are in the previous chunk.
    pub(super) fn next_chunk(&mut self) -> anyhow::Result<Option<Vec<u8>>> {
        if let Some(error) = self.error.take() {
            self.files.clear();
            return Err(error);
        }
        loop {
            let (name, mut reader) = if let Some(current) = self.current.take() {
                current
            } else if let Some(file) = self.files.pop() {
                (name(&file), open(&file, &self.bar).with_context(|| name(&file))?)
            } else {
                return Ok(None);
            };
            let (chunk, end) = self.chunks.next(&mut *reader);
            match end {
                Ok(true) => {}
                Ok(false) => {
                    self.bar.set_message(counted(self.chunks.lines(), "line", "lines"));
                    self.current = Some((name, reader));
                }
                Err(error) => self.error = Some(anyhow::Error::from(error).context(name)),
            }
            match self.error.take_if(|_| chunk.is_empty()) {
                Some(error) => return Err(error),
                None if chunk.is_empty() => {}
                None => return Ok(Some(chunk)),
            }
        }
    }

    /// Removes the progress bar.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// Returns a progress bar for a number of bytes.
fn bar(total: u64) -> anyhow::Result<ProgressBar> {
    let style = "{bar:30} {bytes}/{total_bytes}, {bytes_per_sec}, {eta} left, {msg}";
    let bar = ProgressBar::new(total).with_style(ProgressStyle::with_template(style)?);
    bar.enable_steady_tick(Duration::from_millis(200));
    Ok(bar)
}

pub(super) fn is_standard_input(file: &Path) -> bool {
    file.as_os_str() == "-"
}

fn name(file: &Path) -> String {
    if is_standard_input(file) { "standard input".to_owned() } else { file.display().to_string() }
}

/// Opens a file, and decompresses it if it is compressed.
fn open(file: &Path, bar: &ProgressBar) -> io::Result<Box<dyn BufRead + Send>> {
    if is_standard_input(file) { decompressed(io::stdin()) } else { decompressed(bar.wrap_read(File::open(file)?)) }
}
