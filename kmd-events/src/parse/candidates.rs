//! The values that a placeholder can have at the beginning of a text, in the order in which they are tried.

use super::lengths::Lengths;
use super::read_value::read_value;
use super::typed_value::TypedValue;
use crate::{FormatSpec, Placeholder};

/// A possible value: its length, and what it is as far as that is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) length: usize,
    known: Option<TypedValue>,
}

/// The possible values of a placeholder. The word for an absent value is first. The words of a closed enum follow, the
/// longest first. Any other value except a text is as short as possible or, at the open end of a text, as long as
/// possible.
#[derive(Clone)]
pub(super) struct Candidates<'t> {
    placeholder: &'t Placeholder,
    format: FormatSpec,
    bytes: &'t [u8],
    longest_first: bool,
    absent: Option<&'static str>,
    /// The words from this length on were tried.
    words_below: usize,
    lengths: Lengths,
}

impl<'t> Candidates<'t> {
    pub(super) fn new(placeholder: &'t Placeholder, format: FormatSpec, bytes: &'t [u8], longest_first: bool) -> Self {
        Self {
            placeholder,
            format,
            bytes,
            longest_first,
            absent: placeholder.absent(),
            words_below: usize::MAX,
            lengths: Lengths::new(placeholder, format, bytes),
        }
    }

    /// Returns the same candidates, the longest first.
    pub(super) fn longest_first(self) -> Self {
        Self { longest_first: true, ..self }
    }

    /// Returns the next candidate.
    pub(super) fn next(&mut self) -> Option<Candidate> {
        if let Some(word) = self.absent.take() {
            if self.bytes.starts_with(word.as_bytes()) {
                return Some(Candidate { length: word.len(), known: Some(TypedValue::Absent) });
            }
        }
        if self.placeholder.is_closed_enum() {
            return self.next_word();
        }
        let length = if self.longest_first { self.lengths.longest() } else { self.lengths.shortest() };
        Some(Candidate { length: length?, known: None })
    }

    /// Returns the longest word that was not tried yet.
    fn next_word(&mut self) -> Option<Candidate> {
        let words = self.placeholder.words().iter().enumerate();
        let fitting =
            words.filter(|(_, word)| word.len() < self.words_below && self.bytes.starts_with(word.as_bytes()));
        let (index, word) = fitting.max_by_key(|(_, word)| word.len())?;
        self.words_below = word.len();
        Some(Candidate { length: word.len(), known: Some(TypedValue::Word(index)) })
    }

    /// Returns the value of a candidate, or `None` if it is not valid.
    pub(super) fn read(&self, candidate: Candidate) -> Option<TypedValue> {
        candidate.known.or_else(|| read_value(self.placeholder, self.format, self.bytes.get(..candidate.length)?))
    }

    /// Returns the first valid value that may end before the rest, and its length.
    pub(super) fn first(mut self, may_end: impl Fn(&[u8]) -> bool) -> Option<(TypedValue, usize)> {
        while let Some(candidate) = self.next() {
            if self.bytes.get(candidate.length..).is_some_and(&may_end) {
                if let Some(value) = self.read(candidate) {
                    return Some((value, candidate.length));
                }
            }
        }
        None
    }
}

/// Returns whether a value of a placeholder can begin with `bytes`. A closed enum is checked exactly.
pub(super) fn can_begin(placeholder: &Placeholder, bytes: &[u8]) -> bool {
    let absent = placeholder.absent();
    let mut words = placeholder.words().iter().chain(absent.iter());
    !placeholder.is_closed_enum() || words.any(|word| bytes.starts_with(word.as_bytes()))
}
