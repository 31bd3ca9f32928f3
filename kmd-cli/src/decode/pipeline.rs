//! The chunks of the input, decoded by all threads and written in their order.

use std::io::{self, Write as _};
use std::sync::{Mutex, PoisonError};

use anyhow::Context as _;
use kmd_events::LoadedCatalog;
use rayon::prelude::*;

use super::input::Input;
use super::json_line::JsonLine;
use super::json_text::write_json;
use super::summary::Summary;
use crate::line_limit::cut;

/// The number of chunks per thread that are in memory.
const CHUNKS_PER_THREAD: usize = 2;

/// Decodes the input. Each round reads the next chunks while the current ones are decoded.
///
/// # Errors
///
/// Returns an error if the input cannot be read or the output cannot be written. The lines before the error are written.
pub(super) fn run(
    input: &mut Input,
    catalog: &LoadedCatalog,
    summary: bool,
    totals: &Mutex<Option<Summary>>,
) -> anyhow::Result<()> {
    let batch_len = rayon::current_num_threads() * CHUNKS_PER_THREAD;
    let (mut chunks, mut end) = read(input, batch_len);
    loop {
        let is_last = !matches!(end, Ok(true));
        let decode_all = || chunks.par_iter().map(|chunk| decode(chunk, catalog, summary)).collect::<Vec<_>>();
        let read_next = || if is_last { (Vec::new(), Ok(false)) } else { read(input, batch_len) };
        let (decoded, (next, next_end)) = rayon::join(decode_all, read_next);
        let mut out = io::stdout().lock();
        let mut totals = totals.lock().unwrap_or_else(PoisonError::into_inner);
        let totals = totals.get_or_insert_default();
        for (text, part) in decoded {
            totals.add(part);
            match out.write_all(&text) {
                // The reader of the pipe has stopped.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
                result => result.context("standard output")?,
            }
        }
        if is_last {
            return end.map(drop);
        }
        (chunks, end) = (next, next_end);
    }
}

/// Reads chunks. Returns whether more may follow, or the error that ended the input.
fn read(input: &mut Input, count: usize) -> (Vec<Vec<u8>>, anyhow::Result<bool>) {
    let mut chunks = Vec::with_capacity(count);
    while chunks.len() < count {
        match input.next_chunk() {
            Ok(Some(chunk)) => chunks.push(chunk),
            Ok(None) => return (chunks, Ok(false)),
            Err(error) => return (chunks, Err(error)),
        }
    }
    (chunks, Ok(true))
}

/// Decodes the lines of a chunk, and counts them.
fn decode(chunk: &[u8], catalog: &LoadedCatalog, summary: bool) -> (Vec<u8>, Summary) {
    let mut part = Summary::default();
    let mut text = Vec::with_capacity(if summary { 0 } else { chunk.len() * 3 });
    let lines = chunk.strip_suffix(b"\n").unwrap_or(chunk);
    for line in lines.split(|byte| *byte == b'\n') {
        let record = catalog.parse_bytes(cut(line));
        part.count(&record, summary);
        if !summary && write_json(&mut text, &JsonLine(&record)).is_ok() {
            text.push(b'\n');
        }
    }
    (text, part)
}
