//! The logs to decode.

use std::fs::{File, Metadata};
use std::io::{self, BufRead, IsTerminal as _};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::chunks::Chunks;
use super::decompress::decompressed;
use super::magic::Unsupported;
use super::queue::{Chunk, End, Queue};
use crate::output::{self, counted, quoted};
use indicatif::{ProgressBar, ProgressStyle};

/// The logs, one after another.
pub(super) struct Input {
    files: Vec<PathBuf>,
    chunks: Chunks,
    bar: ProgressBar,
}

impl Input {
    /// Prepares to read files. Without a file, standard input is read.
    pub(super) fn new(files: &[PathBuf], shows_progress: bool) -> anyhow::Result<Self> {
        let files = if files.is_empty() { vec![PathBuf::from("-")] } else { files.to_vec() };
        // An error is reported when the file is opened.
        let lens = files.iter().map(|file| file.metadata().ok().filter(Metadata::is_file).map(|file| file.len()));
        let bar = match lens.sum::<Option<u64>>() {
            Some(total) if shows_progress && io::stderr().is_terminal() => bar(total)?,
            _ => ProgressBar::hidden(),
        };
        Ok(Self { files, chunks: Chunks::default(), bar })
    }

    /// Returns the progress bar.
    pub(super) fn bar(&self) -> ProgressBar {
        self.bar.clone()
    }

    /// Reads the files into a queue, and ends it. Reports each file that cannot be read to its end.
    pub(super) fn read(mut self, queue: &Queue) {
        // If the decoder of a compressed file panics, the program has to end, too.
        let is_complete = panic::catch_unwind(AssertUnwindSafe(|| self.read_files(queue))).unwrap_or(false);
        queue.end(if is_complete { End::Complete } else { End::Failure });
    }

    /// Returns whether all files were read to their ends.
    fn read_files(&mut self, queue: &Queue) -> bool {
        let mut is_complete = true;
        for (index, file) in self.files.iter().enumerate() {
            let result = open(file, &self.bar)
                .and_then(|mut reader| read_file(&mut *reader, index, &mut self.chunks, &self.bar, queue));
            match result {
                Ok(true) => {}
                Ok(false) => return false,
                Err(error) => {
                    is_complete = false;
                    self.bar.suspend(|| report(file, &error));
                }
            }
        }
        is_complete
    }
}

/// Reads a file into a queue. Returns `false` if the queue ends before the file.
fn read_file(
    reader: &mut dyn BufRead,
    file: usize,
    chunks: &mut Chunks,
    bar: &ProgressBar,
    queue: &Queue,
) -> io::Result<bool> {
    loop {
        let (lines, end) = chunks.next(reader);
        bar.set_message(counted(chunks.lines(), "line", "lines"));
        if !lines.is_empty() && !queue.add(Chunk { file, lines }) {
            return Ok(false);
        }
        if end? {
            return Ok(true);
        }
    }
}

/// Prints the error of a file.
fn report(file: &Path, error: &io::Error) {
    let name = if is_standard_input(file) { "standard input".to_owned() } else { quoted(file) };
    output::report(format_args!("error: cannot read {name}: {error}"));
    if let Some(Unsupported { program, .. }) = error.get_ref().and_then(|error| error.downcast_ref()) {
        output::report(format_args!("help: decompress it with `{program}`, and pass the lines on standard input"));
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

/// Opens a file, and decompresses it if it is compressed.
fn open(file: &Path, bar: &ProgressBar) -> io::Result<Box<dyn BufRead + Send>> {
    if is_standard_input(file) { decompressed(io::stdin()) } else { decompressed(bar.wrap_read(File::open(file)?)) }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Cursor;

    use indicatif::ProgressBar;

    use super::{Input, read_file};
    use crate::decode::chunks::{CHUNK_LEN, Chunks};
    use crate::decode::queue::{End, Queue};

    /// After an interrupt, the lines may not be taken, for example because standard output is blocked.
    #[test]
    fn nothing_is_read_after_an_interrupt() {
        let queue = Queue::new(1);
        queue.end(End::Interrupt);
        let mut file = Cursor::new(b"a line\n".repeat(CHUNK_LEN));
        let is_read = read_file(&mut file, 0, &mut Chunks::default(), &ProgressBar::hidden(), &queue);
        assert!(!is_read.expect("no error"));
        // The slice of a cursor is one buffer, and a chunk has the lines of one.
        let (chunks, _) = queue.take();
        assert_eq!(chunks.len(), 1);

        let folder = tempfile::tempdir().expect("a folder");
        let files = [0, 1, 2].map(|name| folder.path().join(name.to_string()));
        for file in &files {
            fs::write(file, "a line\n").expect("written");
        }
        Input::new(&files, false).expect("an input").read(&queue);
        let (chunks, _) = queue.take();
        assert_eq!(chunks.iter().map(|chunk| chunk.file).collect::<Vec<_>>(), [0]);
    }
}
