//! The logs to decode, as chunks of whole lines.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal as _, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{gzip, zstd};
use crate::line_limit::KEPT_LEN;
use crate::output::counted;
use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressStyle};

/// The size of a chunk. A chunk is as much work as one thread does at a time.
const CHUNK_LEN: usize = 1 << 20;

/// The logs, one after another.
pub(super) struct Input {
    /// The files that are not opened yet, from the last to the first.
    files: Vec<PathBuf>,
    current: Option<(String, Box<dyn BufRead + Send>)>,
    /// The error that ends the input after the last chunk.
    error: Option<anyhow::Error>,
    /// Whether the rest of a line is skipped, because the line is too long.
    skipping: bool,
    bar: ProgressBar,
    lines: u64,
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
        Ok(Self { files, current: None, error: None, skipping: false, bar, lines: 0 })
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
            let mut chunk = Vec::with_capacity(CHUNK_LEN + KEPT_LEN);
            match self.fill(&mut *reader, &mut chunk) {
                Ok(true) => {}
                Ok(false) => self.current = Some((name, reader)),
                Err(error) => self.error = Some(anyhow::Error::from(error).context(name)),
            }
            match self.error.take_if(|_| chunk.is_empty()) {
                Some(error) => return Err(error),
                None if chunk.is_empty() => {}
                None => return Ok(Some(chunk)),
            }
        }
    }

    /// Appends lines to a chunk until it is large enough. Returns whether the reader is at its end.
    fn fill(&mut self, reader: &mut dyn BufRead, chunk: &mut Vec<u8>) -> io::Result<bool> {
        let mut line_start = chunk.len();
        loop {
            let buffer = match reader.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if buffer.is_empty() {
                self.skipping = false;
                return Ok(true);
            }
            let end = memchr::memchr(b'\n', buffer);
            let used = end.map_or(buffer.len(), |end| end + 1);
            let line = &buffer[..end.unwrap_or(used)];
            if !self.skipping {
                let room = KEPT_LEN.saturating_sub(chunk.len() - line_start);
                chunk.extend_from_slice(&line[..line.len().min(room)]);
                self.skipping = end.is_none() && line.len() >= room;
            }
            reader.consume(used);
            if end.is_some() {
                chunk.push(b'\n');
                self.skipping = false;
                line_start = chunk.len();
                self.lines += 1;
                if chunk.len() >= CHUNK_LEN {
                    self.bar.set_message(counted(self.lines, "line", "lines"));
                    return Ok(false);
                }
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

/// Opens a file, and decompresses it if its first bytes say that it is compressed.
fn open(file: &Path, bar: &ProgressBar) -> io::Result<Box<dyn BufRead + Send>> {
    let bytes: Box<dyn Read + Send> =
        if is_standard_input(file) { Box::new(io::stdin()) } else { Box::new(bar.wrap_read(File::open(file)?)) };
    let mut reader = BufReader::with_capacity(1 << 18, bytes);
    Ok(match reader.fill_buf()? {
        begin if gzip::is_gzip(begin) => Box::new(BufReader::with_capacity(1 << 18, gzip::Members::new(reader))),
        begin if zstd::is_zstd(begin) => Box::new(BufReader::with_capacity(1 << 18, zstd::Frames::new(reader))),
        _ => Box::new(reader),
    })
}
