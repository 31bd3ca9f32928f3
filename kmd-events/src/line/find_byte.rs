//! The search for a byte, many bytes at once.

use crate::zero_bytes::{repeated, zero_bytes};

/// Returns the position of the first byte that is the wanted one.
#[cfg(feature = "std")]
#[inline]
pub(super) fn find_byte(bytes: &[u8], wanted: u8) -> Option<usize> {
    const CHUNK_LEN: usize = 32;
    // Without an early exit, the compiler compares the bytes of a chunk at once.
    let is_in = |chunk: &[u8]| {
        let found = chunk.iter().map(|&byte| byte == wanted);
        found.fold(false, |any, found| any | found)
    };
    let chunks = bytes.chunks_exact(CHUNK_LEN);
    let start = CHUNK_LEN * chunks.take_while(|chunk| !is_in(chunk)).count();
    find_near(&bytes[start..], wanted).map(|place| start + place)
}

/// Returns the position of the first byte that is the wanted one. This is the faster search if the byte is near.
#[inline]
pub(super) fn find_near(bytes: &[u8], wanted: u8) -> Option<usize> {
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk() {
        if let Some(place) = find_in_word(*word, wanted) {
            return Some(bytes.len() - rest.len() + place);
        }
        rest = after;
    }
    let last = rest.iter().position(|&byte| byte == wanted)?;
    Some(bytes.len() - rest.len() + last)
}

/// Returns the position of the first byte of eight that is the wanted one.
#[inline]
fn find_in_word(word: [u8; 8], wanted: u8) -> Option<usize> {
    let found = zero_bytes(u64::from_le_bytes(word) ^ repeated(wanted));
    (found != 0).then(|| found.trailing_zeros() as usize / 8)
}

#[cfg(test)]
mod tests {
    use std::vec;

    #[cfg(feature = "std")]
    use super::find_byte;
    use super::find_near;

    fn check(bytes: &[u8], place: Option<usize>) {
        #[cfg(feature = "std")]
        assert_eq!(find_byte(bytes, b'\n'), place, "{bytes:?}");
        assert_eq!(find_near(bytes, b'\n'), place, "{bytes:?}");
    }

    #[test]
    fn finds_the_first_byte() {
        // Miri needs minutes for the greater length.
        let max_len = if cfg!(miri) { 24 } else { 99 };
        // Bytes that differ in one bit, with and without a carry.
        for other in [b'x', b'\n' ^ 1, b'\n' ^ 0x80, b'\n' - 1, 0, 0xff] {
            for len in 0..=max_len {
                let mut bytes = vec![other; len];
                check(&bytes, None);
                for place in (0..len).rev() {
                    bytes[place] = b'\n';
                    check(&bytes, Some(place));
                }
            }
        }
    }
}
