//! The table by which a tag is found at run time: open addressing, so that a tag costs one comparison or two.

/// Where the search for a tag begins. The same function is `__private::hash` of `kmd-events`, which uses the
/// table; a difference would lose tags, which the tests of both crates would tell.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, word: u64| {
        let hash = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^ hash >> 32
    };
    let mut words = text.as_bytes().chunks_exact(8);
    let mut hash = text.len() as u64;
    for word in &mut words {
        let word = word.iter().rev();
        hash = step(
            hash,
            word.fold(0, |word, &byte| word << 8 | u64::from(byte)),
        );
    }
    let rest = words.remainder().iter().rev();
    step(
        hash,
        rest.fold(0, |word, &byte| word << 8 | u64::from(byte)),
    )
}

/// For each place of the table, the number of the tag that it holds, counted from 1; 0 for none. Its length is
/// a power of two, and at least half of the places are empty.
pub(crate) fn table(tags: &[&str]) -> Vec<u32> {
    let length = (2 * tags.len()).next_power_of_two();
    let mut table = vec![0; length];
    for (number, tag) in (1..).zip(tags) {
        #[expect(clippy::cast_possible_truncation, reason = "taken modulo the length")]
        let mut place = hash(tag) as usize % length;
        while table[place] != 0 {
            place = (place + 1) % length;
        }
        table[place] = number;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::{hash, table};

    #[test]
    fn every_tag_has_its_place_and_at_least_half_of_all_are_empty() {
        for (tags, length) in [(1, 2), (2, 4), (4, 8), (5, 16), (91, 256)] {
            let names: Vec<String> = (0..tags).map(|tag| format!("APP_{tag}")).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let table = table(&names);
            assert_eq!(table.len(), length);
            assert_eq!(table.iter().filter(|&&tag| tag != 0).count(), names.len());
            for (number, name) in (1..).zip(names) {
                let begin = usize::try_from(hash(name) % length as u64).expect("small");
                let mut places = (begin..length).chain(0..begin).map(|place| table[place]);
                let met = places.find(|&held| held == number || held == 0);
                assert_eq!(met, Some(number), "{name}");
            }
        }
    }
}
