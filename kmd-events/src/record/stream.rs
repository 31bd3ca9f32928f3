use std::io::{self, BufRead, Read as _};
use std::vec::Vec;

use core::fmt;
use core::marker::PhantomData;

use super::{Outcome, Record};
use crate::Tag;

/// The records of a file, a pipe or a connection, one a line, in bounded memory.
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
    limit: usize,
    counts: Counts,
    tags: PhantomData<T>,
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
}

impl<R: BufRead, T: Tag> Records<R, T> {
    /// The bytes of a line that are read unless another limit is set: 64 KiB.
    pub const LIMIT: usize = 64 * 1024;

    /// The records of what `reader` holds.
    pub fn new(reader: R) -> Self {
        Self::with_limit(reader, Self::LIMIT)
    }

    /// The same, with a limit of its own for the bytes of a line. What a line has beyond it is skipped, and
    /// its record says that it was [cut](Record::cut).
    pub fn with_limit(reader: R, limit: usize) -> Self {
        Self {
            reader,
            line: Vec::new(),
            limit,
            counts: Counts::default(),
            tags: PhantomData,
        }
    }

    /// The next record, which borrows the line until the one after it is read; `None` at the end.
    ///
    /// # Errors
    ///
    /// Those of the reader. The line that was being read is lost; the next call goes on behind it.
    pub fn read(&mut self) -> io::Result<Option<Record<'_, T>>> {
        self.line.clear();
        // One more shows that there is more, unless it ends the line.
        let most = u64::try_from(self.limit)
            .unwrap_or(u64::MAX)
            .saturating_add(1);
        let mut begin = self.reader.by_ref().take(most);
        if begin.read_until(b'\n', &mut self.line)? == 0 {
            return Ok(None);
        }
        let cut = self.line.len() > self.limit && self.line.last() != Some(&b'\n');
        if cut {
            self.reader.skip_until(b'\n')?;
            self.line.truncate(whole_characters(&self.line, self.limit));
        }
        let mut record = Record::parse_bytes(&self.line);
        record.cut = cut;
        self.counts.cut += u64::from(cut);
        let count = match record.outcome {
            Outcome::Event { .. } => &mut self.counts.events,
            Outcome::Mismatch { .. } => &mut self.counts.mismatches,
            Outcome::Unknown => &mut self.counts.unknown,
            Outcome::Untagged => &mut self.counts.untagged,
            Outcome::Other => &mut self.counts.other,
        };
        *count += 1;
        Ok(Some(record))
    }

    /// How many lines said what so far.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }
}

impl<R: BufRead, T: Tag> Iterator for Records<R, T> {
    type Item = io::Result<Record<'static, T>>;

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

/// `limit`, or less where a character of UTF-8 would be cut in two.
fn whole_characters(line: &[u8], limit: usize) -> usize {
    let begin = &line[..limit];
    match core::str::from_utf8(begin) {
        // No error length: the last bytes could begin a character.
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => limit,
    }
}
