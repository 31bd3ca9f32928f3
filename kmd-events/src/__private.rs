//! What generated code calls. Not part of the interface: it changes with every version.

mod call;
mod module_check;

pub use alloc::borrow::Cow;
pub use alloc::string::String;
pub use kmd_macros::{catalog, event};

pub use self::call::{rust_analyzer, unreachable_value, use_value};
pub use self::module_check::check_module;
pub use crate::display::{Buffer, print, print_address, print_integer};
use crate::parse::{self, Mode};
pub use crate::parse::{Raw, Values, address, integer, text};
#[cfg(feature = "serde")]
pub use crate::serde::{deserialize, deserialize_tag, serialize};
use crate::{ParseEventError, ParseTagError, Parsed, RecognizeError, Tag};
#[cfg(feature = "serde")]
pub use serde_core;

/// What depends on a feature of this crate cannot ask for it where it is generated: there it would be a
/// feature of the user's crate. So generated code calls a macro that is defined in two versions.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($event:ident $(<$lifetime:lifetime>)?, $tag:ident) => {
        impl $(<$lifetime>)? $crate::__private::serde_core::Serialize for $event $(<$lifetime>)? {
            fn serialize<S>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error>
            where
                S: $crate::__private::serde_core::Serializer,
            {
                $crate::__private::serialize(self, serializer)
            }
        }

        impl<'de $(, $lifetime)?> $crate::__private::serde_core::Deserialize<'de> for $event $(<$lifetime>)? {
            fn deserialize<D>(deserializer: D) -> ::core::result::Result<Self, D::Error>
            where
                D: $crate::__private::serde_core::Deserializer<'de>,
            {
                $crate::__private::deserialize::<$tag, D>(deserializer)
            }
        }

        impl $crate::__private::serde_core::Serialize for $tag {
            fn serialize<S>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error>
            where
                S: $crate::__private::serde_core::Serializer,
            {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::__private::serde_core::Deserialize<'de> for $tag {
            fn deserialize<D>(deserializer: D) -> ::core::result::Result<Self, D::Error>
            where
                D: $crate::__private::serde_core::Deserializer<'de>,
            {
                $crate::__private::deserialize_tag(deserializer)
            }
        }
    };
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($($types:tt)*) => {};
}

pub use __serde as serde;

#[cfg(feature = "tracing")]
pub use ::tracing;

/// All that `tracing` needs of a value.
#[cfg(feature = "tracing")]
pub fn harmless(text: &dyn core::fmt::Display) -> String {
    crate::format::escape_control(text)
}

/// The method of `Event` that hands an event to `tracing`.
#[cfg(feature = "tracing")]
#[doc(hidden)]
#[macro_export]
macro_rules! __tracing {
    ($self:ident) => {
        fn emit_to_tracing(&$self) {
            $self.inner().emit_to_tracing();
        }
    };
    ($self:ident, $message:ident, $process:literal, $tag:literal, { $($name:literal: $kind:ident $field:ident),* }) => {
        fn emit_to_tracing(&$self) {
            $crate::__private::tracing::event!(
                name: $tag,
                target: $process,
                $crate::tracing::level($message::SEVERITY),
                { tag = $tag, $($name = $crate::__tracing!(@ $kind $self.$field)),* },
                "{}",
                $crate::__private::harmless($self)
            );
        }
    };
    (@ text $value:expr) => { &*$crate::__private::harmless(&$value) };
    (@ address $value:expr) => { $crate::__private::tracing::field::display(&$value) };
    (@ integer $value:expr) => { $value };
}

#[cfg(not(feature = "tracing"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __tracing {
    ($($message:tt)*) => {};
}

pub use __tracing as tracing;

/// The tag that is written `text`, by the table that the macro made: for each place, the number of a tag
/// among all, counted from 1, or 0 for none.
#[must_use]
pub fn find<T: Tag>(table: &[u32], text: &str) -> Option<T> {
    let last = table.len().checked_sub(1)?;
    #[expect(clippy::cast_possible_truncation, reason = "taken modulo the length")]
    let mut place = hash(text) as usize & last;
    loop {
        let number = *table.get(place)? as usize;
        let tag = *T::ALL.get(number.checked_sub(1)?)?;
        if tag.message().tag() == text {
            return Some(tag);
        }
        place = (place + 1) & last;
    }
}

/// The same function is in `tag_hash.rs` of `kmd-macros`, which makes the table.
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

/// # Errors
///
/// [`ParseTagError`] if no tag is written `text`.
pub fn from_str<T: Tag>(text: &str) -> Result<T, ParseTagError> {
    T::find(text).ok_or_else(|| ParseTagError::new(text))
}

/// # Errors
///
/// As `parse` of a tag.
pub fn parse<T: Tag>(tag: T, text: &str) -> Result<Parsed<'_, T::Event<'_>>, ParseEventError<'_>> {
    parse::parse(tag, text.into(), Mode::Lenient)
}

/// # Errors
///
/// As `parse_exact` of a tag.
pub fn parse_exact<T: Tag>(tag: T, text: &str) -> Result<T::Event<'_>, ParseEventError<'_>> {
    parse::parse(tag, text.into(), Mode::Exact).map(|reading| reading.event)
}

/// # Errors
///
/// As `recognize` of an event.
pub fn recognize<T: Tag>(text: &str) -> Result<Parsed<'_, T::Event<'_>>, RecognizeError<T>> {
    parse::recognize::<T>(text.into(), Mode::Lenient)
}

/// # Errors
///
/// As `recognize_exact` of an event.
pub fn recognize_exact<T: Tag>(text: &str) -> Result<T::Event<'_>, RecognizeError<T>> {
    parse::recognize::<T>(text.into(), Mode::Exact).map(|reading| reading.event)
}
