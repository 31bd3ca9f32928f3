use alloc::vec;
use alloc::vec::Vec;

/// A hash table of the tags of a catalog, built at compile time.
#[derive(Clone, Copy, Debug)]
pub struct TagTable {
    tags: &'static [&'static str],
    /// The index of a tag for each slot, counted from 1, or 0 for an empty slot. The length is a power of two, and at
    /// least half of the slots are empty, so most lookups take one or two comparisons.
    slots: &'static [u32],
}

impl TagTable {
    /// Creates a table from tags and from the slots that [`slots`] returns for them.
    #[must_use]
    pub const fn new(tags: &'static [&'static str], slots: &'static [u32]) -> Self {
        Self { tags, slots }
    }

    /// Returns the index of a tag, or `None` if it is not in the table.
    #[inline]
    pub(crate) fn find(&self, tag: &[u8]) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = hash(tag) & mask;
        loop {
            let index = (*self.slots.get(slot)? as usize).checked_sub(1)?;
            if self.tags.get(index)?.as_bytes() == tag {
                return Some(index);
            }
            slot = (slot + 1) & mask;
        }
    }
}

/// Returns the number of slots for a number of tags: a power of two, at least twice as large.
#[must_use]
pub const fn slot_count(tags: usize) -> usize {
    (2 * tags).next_power_of_two()
}

/// Returns the slots for tags, filled by open addressing with linear probing.
#[must_use]
pub const fn slots<const N: usize>(tags: &[&str]) -> [u32; N] {
    let mut slots = [0; N];
    fill(&mut slots, tags);
    slots
}

/// Returns the slots for tags that are known at run time.
pub(crate) fn runtime_slots(tags: &[&str]) -> Vec<u32> {
    let mut slots = vec![0; slot_count(tags.len())];
    fill(&mut slots, tags);
    slots
}

/// Fills empty slots, whose number is a power of two and larger than that of the tags.
const fn fill(slots: &mut [u32], tags: &[&str]) {
    let mask = slots.len() - 1;
    let mut number = 0;
    while (number as usize) < tags.len() {
        let mut slot = hash(tags[number as usize].as_bytes()) & mask;
        while slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        number += 1;
        slots[slot] = number;
    }
}

/// Returns the hash of a tag. It reads eight bytes per step.
const fn hash(tag: &[u8]) -> usize {
    let mut hash = tag.len() as u64;
    let mut rest = tag;
    while let Some((word, after)) = rest.split_first_chunk() {
        hash = mix(hash, u64::from_le_bytes(*word));
        rest = after;
    }
    // The last eight bytes, which may overlap with the previous step, or all bytes of a shorter tag.
    let last = match tag.last_chunk() {
        Some(word) => u64::from_le_bytes(*word),
        None => short_word(tag),
    };
    #[expect(clippy::cast_possible_truncation, reason = "the low bits choose the slot")]
    let hash = mix(hash, last) as usize;
    hash
}

/// Mixes eight bytes into a hash.
const fn mix(hash: u64, word: u64) -> u64 {
    let hash = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ hash >> 32
}

/// Returns up to seven bytes as a number.
const fn short_word(bytes: &[u8]) -> u64 {
    let mut word = 0;
    let mut rest = bytes;
    while let [before @ .., byte] = rest {
        word = word << 8 | *byte as u64;
        rest = before;
    }
    word
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;
    use std::vec::Vec;

    use super::{TagTable, slot_count, slots};

    #[test]
    fn every_tag_is_found_and_at_least_half_of_the_slots_are_empty() {
        let tags: Vec<String> = (0..91).map(|tag| format!("APP_{tag}")).collect();
        for count in [1, 2, 4, 5, 91] {
            let tags: &[&str] = tags[..count].iter().map(|tag| &*tag.clone().leak()).collect::<Vec<_>>().leak();
            let slots: &[u32] = &slots::<256>(tags).to_vec().leak()[..];
            assert_eq!(slots.iter().filter(|&&tag| tag != 0).count(), count);
            let table = TagTable::new(tags, slots);
            for (index, tag) in tags.iter().enumerate() {
                assert_eq!(table.find(tag.as_bytes()), Some(index), "{tag}");
            }
            for unknown in ["", "A", "APP_", "APP_91", "APP_0123456789"] {
                assert_eq!(table.find(unknown.as_bytes()), None, "{unknown}");
            }
        }
    }

    #[test]
    fn slot_counts_are_powers_of_two() {
        for (tags, slots) in [(1, 2), (2, 4), (4, 8), (5, 16), (91, 256)] {
            assert_eq!(slot_count(tags), slots);
        }
    }
}
