use std::io::{self, BufRead, Read as _};
use std::vec::Vec;

use core::marker::PhantomData;
use core::{fmt, mem};

use super::event_builder::Typed;
use super::find_byte::find_byte;
use super::found::Found;
use super::record::Record;
use crate::Tag;

/// A reader that parses each line of a file, a pipe or a connection into a record, in bounded memory. A stream
/// with octet counting (RFC 6587 section 3.4.1) is read only if a line feed ends each message.
///
/// `T` is the tag enum of a catalog. The reader is an iterator over records that own their strings.
/// [`read`](Self::read) returns the same records without copying.
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
    /// The length of the line of the last record in the buffer of the reader. The next call consumes the line.
    lent: usize,
    /// The part that was read of a line that the buffer of the reader does not hold whole.
    line: Vec<u8>,
    state: LineState,
    max_line_len: usize,
    counts: Counts,
    tags: PhantomData<T>,
}

/// The state of `line`. The reader can fail at any time, and the next call continues in the same state.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineState {
    /// The current line is being read, or the next one if `line` is empty.
    Reading,
    /// The line is longer than the limit, and its end has to be skipped.
    Skipping,
    /// The record was returned, and the line has to be cleared.
    Done,
}

/// The number of lines per [`Outcome`](crate::Outcome).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Counts {
    /// Lines with an event.
    pub events: u64,
    /// Lines with a known tag and a text that does not match.
    pub mismatches: u64,
    /// Lines with an unknown tag.
    pub unknown: u64,
    /// Lines of the process without a tag.
    pub untagged: u64,
    /// Lines of other processes, and lines with neither a process nor a tag.
    pub other: u64,
    /// Lines that were truncated because they were longer than the limit. They are included in the other counts.
    pub truncated: u64,
}

impl Counts {
    /// Returns the number of all lines.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.events + self.mismatches + self.unknown + self.untagged + self.other
    }

    /// Counts a line.
    #[inline]
    fn add(&mut self, found: &Found<'_>, is_truncated: bool) {
        let count = match found {
            Found::Event { .. } => &mut self.events,
            Found::Mismatch { .. } => &mut self.mismatches,
            Found::UnknownTag => &mut self.unknown,
            Found::Untagged | Found::Ambiguous => &mut self.untagged,
            Found::Other => &mut self.other,
        };
        *count += 1;
        self.truncated += u64::from(is_truncated);
    }
}

impl<R: BufRead, T: Tag> Records<R, T> {
    /// The default limit for the length of a line: 65,536 bytes (64 KiB) without the line break.
    pub const DEFAULT_MAX_LINE_LEN: usize = 64 * 1024;

    /// Creates a reader with the default limit for the length of a line.
    pub fn new(reader: R) -> Self {
        Self::with_max_line_len(reader, Self::DEFAULT_MAX_LINE_LEN)
    }

    /// Creates a reader with another limit for the length of a line, in bytes without the line break. The part of a
    /// line after the limit is skipped, and its record [is truncated](Record::is_truncated).
    ///
    /// ```
    /// use kmd_events::{KmdTag, Records};
    ///
    /// let mut records = Records::<_, KmdTag>::with_max_line_len(&b"kmd: a long line\nkmd: short\n"[..], 10);
    /// let record = records.read()?.ok_or("a line")?;
    /// assert!(record.is_truncated());
    /// assert_eq!(record.text(), "a lon");
    /// assert_eq!(records.read()?.ok_or("another line")?.text(), "short");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_max_line_len(reader: R, max_line_len: usize) -> Self {
        Self {
            reader,
            lent: 0,
            line: Vec::new(),
            state: LineState::Reading,
            max_line_len,
            counts: Counts::default(),
            tags: PhantomData,
        }
    }

    /// Returns the next record, or `None` at the end. The record borrows its line until the next call.
    ///
    /// # Errors
    ///
    /// Returns an error if the reader returns one. Nothing is lost: the next call continues with the same line.
    pub fn read(&mut self) -> io::Result<Option<Record<'_, T::Event<'_>, T>>> {
        self.reader.consume(mem::take(&mut self.lent));
        if self.state == LineState::Done {
            self.line.clear();
            self.state = LineState::Reading;
        }
        if self.line.is_empty() {
            match self.find_whole_line()? {
                None => return Ok(None),
                Some(len) => self.lent = len,
            }
        }
        let (line, is_truncated) = if self.lent > 0 {
            let buffer = self.reader.fill_buf()?;
            (buffer.get(..self.lent).unwrap_or(buffer), false)
        } else {
            let is_truncated = self.copy_line()?;
            (&*self.line, is_truncated)
        };
        let counts = &mut self.counts;
        Ok(Some(Record::from_bytes(line, is_truncated, &Typed::<T>::NEW, |found| counts.add(found, is_truncated))))
    }

    /// Returns the length of the next line, or 0 if the line is too long or not whole in the buffer of the reader.
    /// Returns `None` at the end.
    fn find_whole_line(&mut self) -> io::Result<Option<usize>> {
        loop {
            match self.reader.fill_buf() {
                Ok([]) => return Ok(None),
                Ok(buffer) => {
                    let line = find_byte(buffer, b'\n').and_then(|end| buffer.get(..=end));
                    let line =
                        line.filter(|line| line.len() <= self.max_line_len || text_len(line) <= self.max_line_len);
                    return Ok(Some(line.map_or(0, <[u8]>::len)));
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Reads the next line into `self.line`, and returns whether it is truncated.
    fn copy_line(&mut self) -> io::Result<bool> {
        if self.state == LineState::Reading {
            // Room for a line break of two bytes after the limit.
            let room = self.max_line_len.saturating_add(2) - self.line.len();
            let mut begin = self.reader.by_ref().take(room as u64);
            begin.read_until(b'\n', &mut self.line)?;
        }
        let has_ended = self.line.last() == Some(&b'\n');
        let is_truncated = self.state == LineState::Skipping || text_len(&self.line) > self.max_line_len;
        if is_truncated && !has_ended {
            self.state = LineState::Skipping;
            self.reader.skip_until(b'\n')?;
        }
        if is_truncated {
            let len = whole_characters(&self.line, self.max_line_len);
            self.line.truncate(len);
        }
        self.state = LineState::Done;
        Ok(is_truncated)
    }

    /// Returns the reader. The line of the last record may not be consumed yet.
    pub fn get_ref(&self) -> &R {
        &self.reader
    }

    /// Converts this into the reader, which continues at the line after the last record. A part of a line that was read
    /// before an error is lost.
    pub fn into_inner(mut self) -> R {
        self.reader.consume(self.lent);
        self.reader
    }

    /// Returns the numbers of lines so far.
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
            .field("max_line_len", &self.max_line_len)
            .field("counts", &self.counts)
            .finish_non_exhaustive()
    }
}

/// Returns the length of a line without its line break.
fn text_len(line: &[u8]) -> usize {
    let text = line.strip_suffix(b"\n").unwrap_or(line);
    text.strip_suffix(b"\r").unwrap_or(text).len()
}

/// Returns `len`, or less if the line would be split there within a UTF-8 character.
fn whole_characters(line: &[u8], len: usize) -> usize {
    let begin = &line[..len];
    match core::str::from_utf8(begin) {
        // Without an error length, the last bytes could begin a character.
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => len,
    }
}
