//! How events print: pieces into a buffer on the stack, or straight into a `String`.
//!
//! The standard library's formatting of an address takes five times as long as this, that of an integer three
//! times, and every call of a formatter as long as a short text.

#![expect(
    clippy::missing_errors_doc,
    reason = "hidden: what the formatter or the text says is passed on"
)]

use core::fmt::{self, Write};
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use arrayvec::ArrayString;

use crate::{Event, Piece, Value};

/// A text on the stack.
pub type Buffer = ArrayString<512>;

/// Hands a text to a formatter in one piece, of which it asks no width and precision; a text that did not
/// fit its buffer, in pieces.
pub fn print(
    f: &mut fmt::Formatter<'_>,
    event: &dyn Event,
    text: Result<&str, fmt::Error>,
) -> fmt::Result {
    match text {
        Ok(text) => f.write_str(text),
        Err(fmt::Error) => print_pieces(f, event),
    }
}

#[cold]
fn print_pieces(f: &mut fmt::Formatter<'_>, event: &dyn Event) -> fmt::Result {
    for piece in event.message().pieces() {
        match piece {
            Piece::Literal(text) => f.write_str(text)?,
            Piece::Placeholder(index) => match event.value(*index) {
                Some(Value::Text(text)) => f.write_str(text)?,
                Some(value) => write!(f, "{value}")?,
                None => {}
            },
        }
    }
    Ok(())
}

/// Prints the value of an integer placeholder.
pub fn print_integer(out: &mut impl Write, integer: impl itoa::Integer) -> fmt::Result {
    out.write_str(itoa::Buffer::new().format(integer))
}

/// Prints the value of an `ip` placeholder.
pub fn print_address(out: &mut impl Write, address: IpAddr) -> fmt::Result {
    match address {
        IpAddr::V4(address) => print_v4(out, address),
        IpAddr::V6(address) => print_v6(out, address),
    }
}

fn print_v4(out: &mut impl Write, address: Ipv4Addr) -> fmt::Result {
    let mut digits = itoa::Buffer::new();
    let [first, rest @ ..] = address.octets();
    out.write_str(digits.format(first))?;
    for octet in rest {
        out.write_char('.')?;
        out.write_str(digits.format(octet))?;
    }
    Ok(())
}

/// As RFC 5952 asks: `::` for the first of the longest runs of zeros, and the four bytes behind `::ffff:` as
/// an IPv4 address.
fn print_v6(out: &mut impl Write, address: Ipv6Addr) -> fmt::Result {
    if let Some(address) = address.to_ipv4_mapped() {
        out.write_str("::ffff:")?;
        return print_v4(out, address);
    }
    let segments = address.segments();
    let (start, length) = zeros(segments);
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

/// Where the zeros that `::` stands for begin, and how many there are: none or at least two.
fn zeros(segments: [u16; 8]) -> (usize, usize) {
    let (mut start, mut longest, mut run) = (0, 1, 0);
    for (index, segment) in segments.into_iter().enumerate() {
        run = if segment == 0 { run + 1 } else { 0 };
        if run > longest {
            (start, longest) = (index + 1 - run, run);
        }
    }
    if longest > 1 {
        (start, longest)
    } else {
        (8, 0)
    }
}

fn print_hex(out: &mut impl Write, segment: u16) -> fmt::Result {
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
    use alloc::string::{String, ToString as _};

    use super::*;

    fn printed(address: IpAddr) -> String {
        let mut out = String::new();
        print_address(&mut out, address).expect("a text");
        out
    }

    /// Zeros in every arrangement, among segments of every length.
    #[test]
    fn addresses_print_as_in_the_standard_library() {
        for others in [
            [1, 0x20, 0x300, 0x4000, 5, 0x60, 0xffff, 0xabcd],
            [0xffff; 8],
        ] {
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
