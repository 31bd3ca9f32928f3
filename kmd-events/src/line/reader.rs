use std::io::{self, BufRead, Read as _};
use std::vec::Vec;

use core::marker::PhantomData;
use core::{fmt, mem};

use super::outcome::Outcome;
use super::record::Record;
use crate::Tag;

/// Reads the records of a file, a pipe or a connection that holds one on each line, in bounded memory. (Octet counting,
/// RFC 6587 section 3.4.1, has no lines.)
///
/// It is an iterator over records that own their strings. [`read`](Self::read) returns the same records without copying.
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
    /// How many bytes of the reader's buffer are the line of the last record. They are consumed by the next call.
    lent: usize,
    /// A line that the reader's buffer does not hold whole, as far as it is read.
    line: Vec<u8>,
    state: LineState,
    max_line_len: usize,
    counts: Counts,
    tags: PhantomData<T>,
}

/// What happens to `line` next. An error of the reader can come anywhere, and the next call continues there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineState {
    /// More of it is read, or all of the next line.
    Reading,
    /// It is longer than the limit, and its end has to be skipped.
    Skipping,
    /// Its record was returned, and it is cleared.
    Done,
}

/// The numbers of lines by what they say; see [`Outcome`].
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
    /// Lines that were truncated because they were longer than the limit; they count above too.
    pub truncated: u64,
}

impl Counts {
    /// Returns the number of all lines.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.events + self.mismatches + self.unknown + self.untagged + self.other
    }

    fn add<E, T>(&mut self, record: &Record<'_, E, T>) {
        let count = match record.outcome() {
            Outcome::Event { .. } => &mut self.events,
            Outcome::Mismatch { .. } => &mut self.mismatches,
            Outcome::UnknownTag => &mut self.unknown,
            Outcome::Untagged => &mut self.untagged,
            Outcome::Other => &mut self.other,
        };
        *count += 1;
        self.truncated += u64::from(record.is_truncated());
    }
}

impl<R: BufRead, T: Tag> Records<R, T> {
    /// The limit for the bytes of a line unless another is set: 64 KiB.
    pub const DEFAULT_MAX_LINE_LEN: usize = 64 * 1024;

    /// Returns a reader of the records in `reader`.
    pub fn new(reader: R) -> Self {
        Self::with_max_line_len(reader, Self::DEFAULT_MAX_LINE_LEN)
    }

    /// Returns a reader with another limit for the bytes of a line. The bytes of a line after it are skipped, and the record
    /// [is truncated](Record::is_truncated).
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

    /// Returns the next record, or `None` at the end. It borrows the line until the next call.
    ///
    /// # Errors
    ///
    /// Returns an error if the reader does. Nothing is lost: the next call continues with the same line.
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
        let record = Record::from_bytes(line, is_truncated);
        self.counts.add(&record);
        Ok(Some(record))
    }

    /// Returns the length of the next line, or 0 if the reader's buffer does not hold all of it or it is too long. Returns
    /// `None` if there is no other line.
    fn find_whole_line(&mut self) -> io::Result<Option<usize>> {
        loop {
            match self.reader.fill_buf() {
                Ok([]) => return Ok(None),
                Ok(buffer) => {
                    let line = find_line_feed(buffer).and_then(|end| buffer.get(..=end));
                    let line = line.filter(|line| text_len(line) <= self.max_line_len);
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

    /// Returns the reader. It still holds the line of the last record if its buffer held all of it.
    pub fn get_ref(&self) -> &R {
        &self.reader
    }

    /// Returns the reader at the line after the last record. What was read of a line before an error is lost.
    pub fn into_inner(mut self) -> R {
        self.reader.consume(self.lent);
        self.reader
    }

    /// Returns the numbers of lines so far, by what they say.
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

/// Returns the place of the first line feed.
fn find_line_feed(bytes: &[u8]) -> Option<usize> {
    const CHUNK_LEN: usize = 16;
    // Without an early exit, the compiler compares many bytes at once.
    let has_line_feed = |chunk: &[u8]| {
        let found = chunk.iter().map(|&byte| byte == b'\n');
        found.fold(false, |any, found| any | found)
    };
    let chunks = bytes.chunks_exact(CHUNK_LEN);
    let start = CHUNK_LEN * chunks.take_while(|chunk| !has_line_feed(chunk)).count();
    let last = bytes[start..].iter().position(|&byte| byte == b'\n');
    last.map(|place| start + place)
}

/// Returns the length of a line without its line break.
fn text_len(line: &[u8]) -> usize {
    let text = line.strip_suffix(b"\n").unwrap_or(line);
    text.strip_suffix(b"\r").unwrap_or(text).len()
}

/// Returns `len`, or less where a character of UTF-8 would be split.
fn whole_characters(line: &[u8], len: usize) -> usize {
    let begin = &line[..len];
    match core::str::from_utf8(begin) {
        // No error length: the last bytes could begin a character.
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => len,
    }
}

#[cfg(test)]
mod tests {
    use std::vec;

    use super::find_line_feed;

    #[test]
    fn finds_the_first_line_feed() {
        for len in 0..70 {
            let mut bytes = vec![b'x'; len];
            assert_eq!(find_line_feed(&bytes), None);
            for place in (0..len).rev() {
                bytes[place] = b'\n';
                assert_eq!(find_line_feed(&bytes), Some(place), "{len}");
            }
        }
    }
}
