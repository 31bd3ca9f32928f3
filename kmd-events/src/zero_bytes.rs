//! The search for zero among eight bytes at once.

/// Returns a number that consists of the same byte eight times.
#[inline]
pub(crate) const fn repeated(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Returns a number in which the highest bit of each zero byte of `block` is set. The bit can also be set in bytes above
/// a zero byte, but not below the lowest one.
#[inline]
pub(crate) const fn zero_bytes(block: u64) -> u64 {
    block.wrapping_sub(repeated(1)) & !block & repeated(0x80)
}
