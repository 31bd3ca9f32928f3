//! Outputs for the text of an event.
//!
//! Integers and addresses are formatted here, because formatting them with the standard library takes several times as
//! long.

use alloc::string::String;
use core::fmt::{self, Write};
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use arrayvec::ArrayString;

use crate::write_value::write_value;
use crate::{FormatSpec, Placeholder, Value};

/// An output that takes the text of an event in parts.
pub trait Output {
    /// Appends a part of the text.
    fn push(&mut self, part: &str);

    /// Appends an integer.
    fn integer(&mut self, integer: impl itoa::Integer) {
        self.push(itoa::Buffer::new().format(integer));
    }

    /// Appends an address.
    fn address(&mut self, address: IpAddr) {
        match address {
            IpAddr::V4(address) => push_v4(self, address),
            IpAddr::V6(address) => match address.to_ipv4_mapped() {
                Some(address) => {
                    self.push("::ffff:");
                    push_v4(self, address);
                }
                None => self.push(&v6(address)),
            },
        }
    }

    /// Appends a value of any type, in the format of the template and with the properties of the placeholder.
    fn value(&mut self, value: Value<'_>, placeholder: &Placeholder, format: FormatSpec) {
        // Appending does not fail.
        let _ = write_value(&mut AsWriter(self), value, placeholder, format);
    }
}

/// The output as a writer of `core::fmt`.
struct AsWriter<'o, O: ?Sized>(&'o mut O);

impl<O: Output + ?Sized> Write for AsWriter<'_, O> {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        self.0.push(part);
        Ok(())
    }
}

impl Output for String {
    #[inline]
    fn push(&mut self, part: &str) {
        self.push_str(part);
    }
}

/// Appends an IPv4 address.
fn push_v4(out: &mut (impl Output + ?Sized), address: Ipv4Addr) {
    let mut digits = itoa::Buffer::new();
    let [first, rest @ ..] = address.octets();
    out.push(digits.format(first));
    for octet in rest {
        out.push(".");
        out.push(digits.format(octet));
    }
}

/// The text of an IPv6 address without an IPv4 tail.
type V6Text = ArrayString<39>;

/// Returns the text of an IPv6 address that is not IPv4-mapped.
fn v6(address: Ipv6Addr) -> V6Text {
    let mut text = V6Text::new_const();
    // The longest address fits.
    let _ = print_v6(&mut text, address);
    text
}

/// Prints an address in the form of RFC 5952: `::` replaces the first of the longest runs of zeros.
fn print_v6(out: &mut V6Text, address: Ipv6Addr) -> fmt::Result {
    let segments = address.segments();
    let (start, length) = longest_zero_run(segments);
    let end = start + length;
    for (index, segment) in segments.into_iter().enumerate() {
        if (start..end).contains(&index) {
            if index == start {
                out.write_str("::")?;
            }
            continue;
        }
        if index > 0 && index != end {
            out.write_char(':')?;
        }
        print_hex(out, segment)?;
    }
    Ok(())
}

/// Returns the start and the length of the run of zeros that `::` replaces. The length is 0 or at least 2 (RFC 5952
/// section 4.2.2).
fn longest_zero_run(segments: [u16; 8]) -> (usize, usize) {
    let (mut start, mut longest, mut run) = (0, 1, 0);
    for (index, segment) in segments.into_iter().enumerate() {
        run = if segment == 0 { run + 1 } else { 0 };
        if run > longest {
            (start, longest) = (index + 1 - run, run);
        }
    }
    if longest > 1 { (start, longest) } else { (8, 0) }
}

/// Prints a segment in hexadecimal without leading zeros.
fn print_hex(out: &mut V6Text, segment: u16) -> fmt::Result {
    let mut shift = 12;
    while shift > 0 && segment >> shift == 0 {
        shift -= 4;
    }
    loop {
        let digit = u32::from(segment >> shift & 15);
        out.write_char(char::from_digit(digit, 16).unwrap_or_default())?;
        if shift == 0 {
            return Ok(());
        }
        shift -= 4;
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::*;

    fn printed(address: IpAddr) -> String {
        let mut out = String::new();
        Output::address(&mut out, address);
        out
    }

    /// Checks zeros in every arrangement, among segments of every length.
    #[test]
    fn addresses_print_as_in_the_standard_library() {
        for others in [[1, 0x20, 0x300, 0x4000, 5, 0x60, 0xffff, 0xabcd], [0xffff; 8]] {
            for mask in 0..256 {
                let mut segments = others;
                for (index, segment) in segments.iter_mut().enumerate() {
                    *segment *= mask >> index & 1;
                }
                let address = IpAddr::from(segments);
                assert_eq!(printed(address), address.to_string());
            }
        }
        for bits in [0, 1, 9, 10, 99, 100, 255] {
            let address = IpAddr::from([bits, 0, 255 - bits, 77]);
            assert_eq!(printed(address), address.to_string());
        }
    }
}
