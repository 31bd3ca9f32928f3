//! The lines that were read but not decoded yet.

use std::mem;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::chunks::CHUNK_LEN;

/// Whole lines of a file.
pub(super) struct Chunk {
    /// The number of the file among the arguments, from 0.
    pub(super) file: usize,
    pub(super) lines: Vec<u8>,
}

/// Why no more lines follow.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// All files were read.
    Complete,
    /// A file could not be read to its end. The error is reported.
    Failure,
    /// The program was interrupted.
    Interrupt,
    /// The program that read standard output has stopped.
    Closed,
}

/// The chunks from the thread that reads to the threads that decode.
pub(super) struct Queue {
    /// The number of chunks for which the thread that reads does not wait.
    capacity: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    chunks: Vec<Chunk>,
    end: Option<End>,
}

impl Queue {
    pub(super) fn new(capacity: usize) -> Self {
        Self { capacity, state: Mutex::default(), changed: Condvar::new() }
    }

    /// Appends lines. Waits while the queue is full. Returns whether more may follow; lines that were read before the end are
    /// still decoded.
    pub(super) fn add(&self, chunk: Chunk) -> bool {
        let mut state = self.wait_while(|state| state.chunks.len() >= self.capacity && state.end.is_none());
        match state.chunks.last_mut() {
            // A read from a pipe returns few lines.
            Some(last) if last.file == chunk.file && last.lines.len() + chunk.lines.len() <= CHUNK_LEN => {
                last.lines.extend(chunk.lines);
            }
            _ => state.chunks.push(chunk),
        }
        self.changed.notify_all();
        state.end.is_none()
    }

    /// Ends the queue. The lines in it are still decoded. The first end counts.
    pub(super) fn end(&self, end: End) {
        self.wait_while(|_| false).end.get_or_insert(end);
        self.changed.notify_all();
    }

    /// Takes all lines. If the queue is empty, waits for more or for the end.
    pub(super) fn take(&self) -> (Vec<Chunk>, Option<End>) {
        let mut state = self.wait_while(|state| state.chunks.is_empty() && state.end.is_none());
        self.changed.notify_all();
        (mem::take(&mut state.chunks), state.end)
    }

    fn wait_while(&self, mut condition: impl FnMut(&State) -> bool) -> MutexGuard<'_, State> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        self.changed.wait_while(state, |state| condition(state)).unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::{CHUNK_LEN, Chunk, End, Queue};

    fn chunk(file: usize) -> Chunk {
        Chunk { file, lines: b"a line\n".to_vec() }
    }

    /// The thread that reads may wait in a full queue at the interrupt. Its lines were read before.
    #[test]
    fn an_interrupt_drops_no_lines_that_were_read() {
        let queue = Queue::new(1);
        assert!(queue.add(chunk(0)));
        thread::scope(|scope| {
            let waiting = scope.spawn(|| queue.add(chunk(1)));
            queue.end(End::Interrupt);
            assert!(!waiting.join().expect("the thread ends"), "more lines may follow");
        });
        let (chunks, end) = queue.take();
        assert_eq!(chunks.iter().map(|chunk| chunk.file).collect::<Vec<_>>(), [0, 1]);
        assert!(end == Some(End::Interrupt));
    }

    /// The queue must not grow while the threads that decode are busy.
    #[test]
    fn the_lines_of_a_file_are_joined_to_at_most_one_chunk() {
        let queue = Queue::new(10);
        let half = || Chunk { file: 1, lines: vec![b'\n'; CHUNK_LEN / 2] };
        for chunk in [chunk(0), chunk(0), half(), half(), chunk(1)] {
            assert!(queue.add(chunk));
        }
        let (chunks, _) = queue.take();
        let sizes: Vec<_> = chunks.iter().map(|chunk| (chunk.file, chunk.lines.len())).collect();
        assert_eq!(sizes, [(0, 14), (1, CHUNK_LEN), (1, 7)]);
    }
}
