//! The chunks of the input, decoded by all threads and written in their order.

use std::io::{self, Write as _};

use anyhow::Context as _;
use kmd_events::LoadedCatalog;
use rayon::prelude::*;

use super::json_line::JsonLine;
use super::json_text::write_json;
use super::queue::{Chunk, End, Queue};
use super::summary::Summary;
use crate::line_limit::cut;

/// The number of chunks per thread that wait in the queue.
pub(super) const CHUNKS_PER_THREAD: usize = 2;

/// How lines are decoded.
pub(super) struct Decoder<'a> {
    pub(super) catalog: &'a LoadedCatalog,
    /// The names of the files, or no names if the objects do not have them.
    pub(super) files: &'a [String],
    /// Whether lines are only counted.
    pub(super) summary: bool,
}

impl Decoder<'_> {
    /// Decodes the lines of a queue until its end, prints them, and adds them to the totals. While they are decoded, the next
    /// ones are read.
    ///
    /// # Errors
    ///
    /// Returns an error if the output cannot be written.
    pub(super) fn run(&self, queue: &Queue, totals: &mut Summary) -> anyhow::Result<End> {
        loop {
            let (chunks, end) = queue.take();
            let decoded: Vec<_> = chunks.par_iter().map(|chunk| self.decode(chunk)).collect();
            let mut out = io::stdout().lock();
            for (text, part) in decoded {
                totals.add(part);
                match out.write_all(&text) {
                    Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(End::Closed),
                    result => result.context("cannot write standard output")?,
                }
            }
            if let Some(end) = end {
                return Ok(end);
            }
        }
    }

    /// Decodes the lines of a chunk, and counts them.
    fn decode(&self, chunk: &Chunk) -> (Vec<u8>, Summary) {
        let mut part = Summary::of_lines(&chunk.lines);
        let mut text = Vec::with_capacity(if self.summary { 0 } else { chunk.lines.len() * 3 });
        let file = self.files.get(chunk.file).map(|file| &**file);
        let lines = chunk.lines.strip_suffix(b"\n").unwrap_or(&chunk.lines);
        for line in lines.split(|byte| *byte == b'\n') {
            let line = cut(line);
            let record = self.catalog.parse_bytes(line);
            part.count(&record, self.summary);
            if !self.summary && write_json(&mut text, &JsonLine { file, line, record: &record }).is_ok() {
                text.push(b'\n');
            }
        }
        (text, part)
    }
}
