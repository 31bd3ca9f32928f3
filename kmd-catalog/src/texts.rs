//! Sets of texts, to find out whether two wordings can have a text in common.

use std::collections::HashSet;

/// A set of bytes, one bit each.
type Bytes = [u64; 4];

/// The number of pairs of states after which two sets are taken to have a text in common. Messages of real daemons have
/// thousands, and a hostile catalog could have billions.
const MAX_PAIRS: usize = 1 << 20;

/// The texts of a sequence of literals and values, or more than these. Values are known only by their bytes, so two sets can
/// have a text in common that is not one of both wordings. The reverse is certain: if the sets have no text in common, the
/// wordings have none.
///
/// ```
/// use kmd_catalog::Texts;
///
/// let of = |end: &str| {
///     let mut texts = Texts::default();
///     texts.add_value(|byte| byte.is_ascii_digit(), []);
///     texts.add_literal(end);
///     texts
/// };
/// assert!(of(" files").can_have_one_of(&of(" files")));
/// assert!(!of(" files").can_have_one_of(&of(" folders")));
/// ```
#[derive(Clone, Debug)]
pub struct Texts {
    /// A machine that reads a text. It begins in the first state, and accepts the text in the last one.
    states: Vec<State>,
}

#[derive(Clone, Debug, Default)]
struct State {
    /// The next states, each after one of these bytes.
    steps: Vec<(Bytes, usize)>,
    /// The next states without a byte.
    skips: Vec<usize>,
}

/// The set with only the empty text.
impl Default for Texts {
    fn default() -> Self {
        Self { states: vec![State::default()] }
    }
}

impl Texts {
    /// Appends a literal to each text.
    pub fn add_literal(&mut self, literal: &str) {
        let mut state = self.last();
        for byte in literal.bytes() {
            state = self.step(state, one(byte));
        }
    }

    /// Appends a value to each text: one of some words, or one or more bytes for which `contains` returns `true`.
    pub fn add_value<'w>(&mut self, contains: impl Fn(u8) -> bool, words: impl IntoIterator<Item = &'w str>) {
        let mut bytes = [0; 4];
        for byte in (0..=u8::MAX).filter(|byte| contains(*byte)) {
            bytes.iter_mut().zip(one(byte)).for_each(|(all, one)| *all |= one);
        }
        let start = self.last();
        let value = self.step(start, bytes);
        self.states[value].steps.push((bytes, value));
        let mut ends = vec![value];
        for word in words {
            ends.push(word.bytes().fold(start, |state, byte| self.step(state, one(byte))));
        }
        self.states.push(State::default());
        let end = self.last();
        for state in ends {
            self.states[state].skips.push(end);
        }
    }

    /// Appends any string to each text.
    pub fn add_any(&mut self) {
        self.add_value(|_| true, [""]);
    }

    /// Adds a state after another one, and returns it.
    fn step(&mut self, from: usize, bytes: Bytes) -> usize {
        self.states.push(State::default());
        let to = self.last();
        self.states[from].steps.push((bytes, to));
        to
    }

    fn last(&self) -> usize {
        self.states.len() - 1
    }

    /// Returns whether both sets can have the same text. If that would take too much time and memory to find out, they can.
    #[must_use]
    pub fn can_have_one_of(&self, other: &Self) -> bool {
        // The pairs of states in which both machines can be after the same text.
        let mut reached = HashSet::from([(0, 0)]);
        let mut left = vec![(0, 0)];
        while let Some((one, two)) = left.pop() {
            if (one, two) == (self.last(), other.last()) || reached.len() > MAX_PAIRS {
                return true;
            }
            let (state, other_state) = (&self.states[one], &other.states[two]);
            let skips = state.skips.iter().map(|&next| (next, two));
            let skips = skips.chain(other_state.skips.iter().map(|&next| (one, next)));
            let steps = state.steps.iter().flat_map(|(bytes, next)| {
                let both = other_state.steps.iter().filter(move |(other, _)| have_common(bytes, other));
                both.map(move |&(_, other_next)| (*next, other_next))
            });
            left.extend(skips.chain(steps).filter(|&pair| reached.insert(pair)));
        }
        false
    }
}

/// Returns the set of one byte.
fn one(byte: u8) -> Bytes {
    let mut bytes = [0; 4];
    bytes[usize::from(byte / 64)] = 1 << (byte % 64);
    bytes
}

fn have_common(bytes: &Bytes, other: &Bytes) -> bool {
    bytes.iter().zip(other).any(|(one, other)| one & other != 0)
}

#[cfg(test)]
mod tests {
    use super::Texts;

    /// After any text, each number of the same character can follow, so there is a pair of states for each two places.
    #[test]
    fn a_comparison_that_takes_too_long_gives_up() {
        let of = |count: usize, end: &str| {
            let mut texts = Texts::default();
            texts.add_any();
            texts.add_literal(&"a".repeat(count));
            texts.add_literal(end);
            texts
        };
        assert!(!of(100, "b").can_have_one_of(&of(100, "c")));
        assert!(of(2_000, "b").can_have_one_of(&of(2_000, "c")));
    }
}
