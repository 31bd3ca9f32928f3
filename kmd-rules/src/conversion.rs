//! The conversion of the text of a value in an engine.

use kmd_catalog::model::Field;
use kmd_catalog::{FieldType, FormatSpec};

use crate::fidelity::Limit;
use crate::pattern;
use crate::rule::{Expression, Part, Rule};

/// The conversion of the text of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Conversion {
    /// A string, as it is.
    Text,
    /// An integer.
    Integer(Integer),
    /// A number with decimals: a floating-point number, or a duration in its unit.
    Number,
    /// `true` or `false`.
    Boolean,
}

/// The form and the range of an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Integer {
    pub(crate) least: i128,
    pub(crate) greatest: i128,
    /// The base of the digits: 2, 8, 10 or 16.
    pub(crate) base: u32,
    /// The text before the digits: `0x`, `0o`, `0b` or nothing.
    pub(crate) prefix: &'static str,
}

impl Conversion {
    /// Returns the conversion for a field in a format.
    pub(crate) fn new(field: &Field, format: FormatSpec) -> Self {
        match field.field_type {
            FieldType::Bool => Self::Boolean,
            FieldType::F64 | FieldType::Duration => Self::Number,
            integer if integer.is_integer() => {
                let (least, greatest) = pattern::range(integer);
                let (base, prefix) = pattern::base(format.radix);
                let prefix = if format.alternate { prefix } else { "" };
                Self::Integer(Integer { least, greatest, base, prefix })
            }
            _ => Self::Text,
        }
    }
}

/// Expressions of a message that convert each field in the same way.
#[derive(Debug)]
pub(crate) struct Batch<'r> {
    pub(crate) expressions: Vec<&'r Expression>,
    /// The fields that any of them captures, with their conversions.
    pub(crate) values: Vec<(usize, &'r Field, Conversion)>,
}

impl Integer {
    /// Returns whether every value fits a signed integer of 64 bits, the only type of many engines.
    pub(crate) fn fits_i64(self) -> bool {
        self.greatest <= i128::from(i64::MAX)
    }

    /// Returns the number of bits if negative values are in two's complement.
    pub(crate) fn twos_complement(self) -> Option<u32> {
        let bits = 128 - self.greatest.leading_zeros() + 1;
        (self.base != 10 && self.least < 0).then_some(bits)
    }
}

impl Rule<'_> {
    /// Returns the fields that an expression captures, in order, each with its conversion.
    pub(crate) fn conversions(&self, expression: &Expression) -> Vec<(usize, &Field, Conversion)> {
        let parts = expression.parts.iter().filter_map(|part| match part {
            Part::Value(index, format, _) => {
                self.message.fields.get(*index).map(|field| (*index, field, Conversion::new(field, *format)))
            }
            _ => None,
        });
        parts.collect()
    }

    /// Returns expressions in batches with the same conversion of each field, for an engine that tries several expressions
    /// and does not know which of them matched.
    pub(crate) fn batches<'r>(&'r self, expressions: &[&'r Expression]) -> Vec<Batch<'r>> {
        let mut batches: Vec<Batch<'r>> = Vec::new();
        for &expression in expressions {
            let values = self.conversions(expression);
            let agrees = |batch: &Batch<'_>| {
                let known = |index| batch.values.iter().find(|(other, ..)| *other == index);
                values.iter().all(|(index, _, conversion)| known(*index).is_none_or(|(.., it)| it == conversion))
            };
            match batches.last_mut().filter(|batch| agrees(batch)) {
                None => batches.push(Batch { expressions: vec![expression], values }),
                Some(batch) => {
                    batch.expressions.push(expression);
                    let is_new = |index| batch.values.iter().all(|(other, ..)| *other != index);
                    let new: Vec<_> = values.into_iter().filter(|(index, ..)| is_new(*index)).collect();
                    batch.values.extend(new);
                }
            }
        }
        batches
    }

    /// Returns a limit for each field with a conversion that an engine does not have.
    pub(crate) fn text_limits(&self, is_missing: impl Fn(Conversion) -> bool) -> Vec<Limit> {
        let mut limits = Vec::new();
        for (_, field, conversion) in self.expressions.iter().flat_map(|expression| self.conversions(expression)) {
            let limit = Limit::Text(field.placeholder.clone());
            if is_missing(conversion) && !limits.contains(&limit) {
                limits.push(limit);
            }
        }
        limits
    }
}
