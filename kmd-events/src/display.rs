//! How events print: pieces into a buffer on the stack, or straight into a `String`.
//!
//! The standard library's formatting of an address takes five times as long as this, that of an integer three
//! times, and every call of a formatter as long as a short text.

#![expect(
    clippy::missing_errors_doc,
    reason = "hidden: what the formatter or the text says is passed on"
)]

use alloc::string::String;
use core::fmt::{self, Write};
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use arrayvec::ArrayString;

use crate::event::TypedEvent;
use crate::{Piece, Value};

/// Where the text of an event goes, a part at a time.
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
}

impl Output for String {
    #[inline]
    fn push(&mut self, part: &str) {
        self.push_str(part);
    }
}

/// A string on the stack.
struct StackString<'b> {
    text: &'b mut ArrayString<512>,
    /// Whether a part did not fit.
    is_full: bool,
}

impl Output for StackString<'_> {
    #[inline]
    fn push(&mut self, part: &str) {
        if self.text.try_push_str(part).is_err() {
            self.is_full = true;
        }
    }
}

/// Formats an event: in one piece, unless its text does not fit on the stack. Width and precision are ignored.
#[inline]
pub fn display<E: TypedEvent>(event: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut text = ArrayString::new_const();
    let mut out = StackString {
        text: &mut text,
        is_full: false,
    };
    event.print(&mut out);
    finish(event, &out, f)
}

#[inline(never)]
fn finish(
    event: &dyn TypedEvent,
    out: &StackString<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if out.is_full {
        return display_long(event, f);
    }
    f.write_str(out.text)
}

/// Formats an event in pieces.
#[cold]
fn display_long(event: &dyn TypedEvent, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut result = Ok(());
    event.with_values(&mut |values| {
        result = event
            .message()
            .pieces()
            .iter()
            .try_for_each(|piece| match piece {
                Piece::Literal(text) => f.write_str(text),
                Piece::Placeholder(index) => match values.get(*index) {
                    Some(Value::Text(text)) => f.write_str(text),
                    Some(value) => write!(f, "{value}"),
                    None => Ok(()),
                },
            });
    });
    result
}

fn push_v4(out: &mut (impl Output + ?Sized), address: Ipv4Addr) {
    let mut digits = itoa::Buffer::new();
    let [first, rest @ ..] = address.octets();
    out.push(digits.format(first));
    for octet in rest {
        out.push(".");
        out.push(digits.format(octet));
    }
}

/// An IPv6 address as text: one with an IPv4 tail is the longest.
type V6Text = ArrayString<45>;

fn v6(address: Ipv6Addr) -> V6Text {
    let mut text = V6Text::new_const();
    // The longest address fits.
    let _ = print_v6(&mut text, address);
    text
}

/// As RFC 5952 asks: `::` for the first of the longest runs of zeros, and the four bytes behind `::ffff:` as
/// an IPv4 address.
fn print_v6(out: &mut V6Text, address: Ipv6Addr) -> fmt::Result {
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
