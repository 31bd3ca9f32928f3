use std::io::{self, BufRead, Read as _};
use std::vec::Vec;

use core::fmt;
use core::marker::PhantomData;

use super::{Outcome, Record};
use crate::Tag;

/// The records of a file, a pipe or a connection that holds one a line, in bounded memory. (Octet counting,
/// RFC 6587 section 3.4.1, has no lines.)
///
/// It is an iterator over records that own their texts. [`read`](Self::read) gives the same records without
/// copying.
///
/// ```
/// use kmd_events::{KmdTag, Records};
///
/// let log = "\
/// Aug  3 10:18:44  srx1 kmd[14162]: KMD_PM_NEW_GROUP_UNSUPPORTED: New Group mode not supported
/// Aug  3 10:18:45  srx1 rpd[1871]: something else
/// ";
/// let mut records = Records::<_, KmdTag>::new(log.as_bytes());
/// while let Some(record) = records.read()? {
///     if let Some(event) = record.event() {
///         println!("{}: {event}", event.tag());
///     }
/// }
/// let counts = records.counts();
/// assert_eq!((counts.events, counts.other), (1, 1));
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Records<R, T> {
    reader: R,
    line: Vec<u8>,
    progress: Progress,
    limit: usize,
    counts: Counts,
    tags: PhantomData<T>,
}

/// How far the line is read. An error of the reader can come anywhere, and the next call goes on there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    /// Its beginning, perhaps.
    Begun,
    /// It is longer than the limit, and its end is still to be skipped.
    Cut,
    /// All of it, and a record was made of it.
    Done,
}

/// How many lines said what; see [`Outcome`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Counts {
    /// Typed events.
    pub events: u64,
    /// Known tags with another text.
    pub mismatches: u64,
    /// Unknown tags.
    pub unknown: u64,
    /// Texts of the process without a tag.
    pub untagged: u64,
    /// Lines of other processes, or of none.
    pub other: u64,
    /// Lines that were cut because they were longer than the limit; they count above too.
    pub cut: u64,
}

impl Counts {
    /// All lines.
    #[must_use]
    pub fn lines(&self) -> u64 {
        self.events + self.mismatches + self.unknown + self.untagged + self.other
    }

    fn add<E, T>(&mut self, outcome: &Outcome<'_, E, T>) {
        let count = match outcome {
            Outcome::Event { .. } => &mut self.events,
            Outcome::Mismatch { .. } => &mut self.mismatches,
            Outcome::UnknownTag => &mut self.unknown,
            Outcome::Untagged => &mut self.untagged,
            Outcome::Other => &mut self.other,
        };
        *count += 1;
    }
}

impl<R: BufRead, T: Tag> Records<R, T> {
    /// The bytes of a line that are read unless another limit is set: 64 KiB.
    pub const DEFAULT_MAX_LINE_LEN: usize = 64 * 1024;

    /// The records of what `reader` holds.
    pub fn new(reader: R) -> Self {
        Self::with_max_line_len(reader, Self::DEFAULT_MAX_LINE_LEN)
    }

    /// The same, with a limit of its own for the bytes of a line. What a line has beyond it is skipped, and
    /// its record says that it was [cut](Record::cut).
    pub fn with_max_line_len(reader: R, limit: usize) -> Self {
        Self {
            reader,
            line: Vec::new(),
            progress: Progress::Begun,
            limit,
            counts: Counts::default(),
            tags: PhantomData,
        }
    }

    /// The next record, which borrows the line until the one after it is read; `None` at the end.
    ///
    /// # Errors
    ///
    /// Those of the reader. Nothing is lost: the next call goes on with the same line.
    pub fn read(&mut self) -> io::Result<Option<Record<'_, T::Event<'_>, T>>> {
        if self.progress == Progress::Done {
            self.line.clear();
            self.progress = Progress::Begun;
        }
        if self.progress == Progress::Begun {
            // Room for a line break of two bytes behind the limit.
            let room = self.limit.saturating_add(2) - self.line.len();
            let mut begin = self.reader.by_ref().take(room as u64);
            begin.read_until(b'\n', &mut self.line)?;
            if self.line.is_empty() {
                return Ok(None);
            }
        }
        let ended = self.line.last() == Some(&b'\n');
        let cut = self.progress == Progress::Cut || text_length(&self.line) > self.limit;
        if cut && !ended {
            self.progress = Progress::Cut;
            self.reader.skip_until(b'\n')?;
        }
        if cut {
            self.line.truncate(whole_characters(&self.line, self.limit));
        }
        self.progress = Progress::Done;
        let counts = &mut self.counts;
        counts.cut += u64::from(cut);
        // Counted where it is made: what is handed on as it is given back need not be moved.
        Ok(Some(Record::read(&self.line, cut, |outcome| {
            counts.add(outcome);
        })))
    }

    /// The reader; what it holds is not yet read.
    pub fn get_ref(&self) -> &R {
        &self.reader
    }

    /// The reader, without what of a line was read before an error.
    pub fn into_inner(self) -> R {
        self.reader
    }

    /// How many lines said what so far.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }
}

impl<R: BufRead, T: Tag> Iterator for Records<R, T> {
    type Item = io::Result<Record<'static, T::Event<'static>, T>>;

    fn next(&mut self) -> Option<Self::Item> {
        let record = self.read().transpose()?;
        Some(record.map(Record::into_owned))
    }
}

impl<R, T> fmt::Debug for Records<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Records")
            .field("limit", &self.limit)
            .field("counts", &self.counts)
            .finish_non_exhaustive()
    }
}

/// Without the line break.
fn text_length(line: &[u8]) -> usize {
    let text = line.strip_suffix(b"\n").unwrap_or(line);
    text.strip_suffix(b"\r").unwrap_or(text).len()
}

/// `limit`, or less where a character of UTF-8 would be cut in two.
fn whole_characters(line: &[u8], limit: usize) -> usize {
    let begin = &line[..limit];
    match core::str::from_utf8(begin) {
        // No error length: the last bytes could begin a character.
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => limit,
    }
}
