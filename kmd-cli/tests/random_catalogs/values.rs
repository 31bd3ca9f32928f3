//! Random values. The texts are few and alike, so that values are often taken for something else.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use kmd_events::{FieldType, IpPrefix, Placeholder, Value};

/// A sequence of numbers that depends on the seed alone.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..4 {
            random.below(2);
        }
        random
    }

    /// Returns a number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    /// Returns one of the items.
    pub(crate) fn pick<'t, T: ?Sized>(&mut self, items: &[&'t T]) -> &'t T {
        items[self.below(items.len())]
    }

    /// Returns whether a number below `count` is zero.
    pub(crate) fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    /// Returns a string of parts of templates and values.
    fn text(&mut self) -> String {
        let parts = [
            "a",
            "b",
            " ",
            "7",
            "300",
            "-1",
            "192.0.2.1",
            "::1",
            "open",
            "nil",
            "up",
            ", ",
            ": ",
            " from ",
            " to ",
            " is ",
            "x",
            "closed",
            " after ",
            "12",
        ];
        (0..self.below(5)).map(|_| self.pick(&parts)).collect()
    }

    /// Returns a value of a placeholder.
    pub(crate) fn value(&mut self, placeholder: &Placeholder) -> Sample {
        if placeholder.is_optional() && self.one_in(3) {
            return Sample::Other(Value::Absent);
        }
        let address: IpAddr = match self.below(3) {
            0 => Ipv4Addr::new(192, 0, 2, 1).into(),
            1 => Ipv6Addr::LOCALHOST.into(),
            _ => Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 7).into(),
        };
        Sample::Other(match placeholder.field_type() {
            FieldType::Text => return Sample::Text(self.text()),
            FieldType::Enum if placeholder.is_open() && self.one_in(2) => return Sample::Text(self.text()),
            FieldType::Enum => return Sample::Text(self.pick(placeholder.words()).to_owned()),
            FieldType::Ip => Value::Address(address),
            FieldType::Socket => Value::Socket(SocketAddr::new(address, 514)),
            FieldType::Prefix => Value::Prefix(IpPrefix::new(address, 8).expect("a prefix")),
            FieldType::Mac => Value::Mac([2, 0, 0x5e, 0xab, 0, u8::try_from(self.below(256)).expect("a byte")]),
            FieldType::Bool => Value::Bool(self.one_in(2)),
            FieldType::F64 => Value::Float([0.5, 7.0, -3.25, 300.0][self.below(4)]),
            FieldType::Duration => {
                let unit = placeholder.unit().expect("a unit");
                let milliseconds = [0, 500, 7_000, 90_001][self.below(4)];
                Value::Duration(Duration::from_millis(milliseconds), unit)
            }
            integer => {
                let (least, greatest) = integer.range().expect("an integer");
                let number = [0, 1, 7, 12, 127, 200, 300, 70_000, -1, -128, least, greatest][self.below(12)];
                Value::Integer(number.clamp(least, greatest))
            }
        })
    }
}

/// A value that owns its string.
pub(crate) enum Sample {
    Text(String),
    Other(Value<'static>),
}

impl Sample {
    pub(crate) fn value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Other(value) => *value,
        }
    }
}
