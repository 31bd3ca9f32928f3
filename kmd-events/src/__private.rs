//! Items that generated code uses. They are not part of the public interface and may change in every version.

mod call;
mod event_enum_impl;
mod message_impl;
mod module_check;
mod parsing;
mod serde_impl;
mod tag_enum_impl;
mod tracing_impl;
mod words_impl;

pub use alloc::borrow::Cow;
pub use alloc::string::String;

pub use kmd_macros::{assert_logged, catalog, event, log};
#[cfg(feature = "serde")]
pub use serde_core;

pub use self::call::{Enabled, enabled, rust_analyzer, unreachable_value, use_value};
pub use self::event_enum_impl::event_enum;
pub use self::message_impl::message;
pub use self::module_check::check_module;
pub use self::parsing::{from_str, parse, parse_exact, recognize, recognize_exact};
pub use self::serde_impl::serde;
pub use self::tag_enum_impl::tag_enum;
pub use self::tracing_impl::*;
pub use self::words_impl::{closed_word, find_word, words, words_serde};
pub use crate::assert_logged::{
    Difference, Entry, Expected, Seen, check, check_name, expect_logged, expect_not_logged,
};
pub use crate::display::display;
pub use crate::event_struct::EventStruct;
pub use crate::field_value::{FieldValue, field};
pub use crate::into_value::{IntoOptionalIp, optional_text};
pub use crate::metadata::{EventEnum, MessageSet, TagTable, slot_count, slots};
pub use crate::parse::{ParsedValue, ParsedValues, Values, owned_values};
#[cfg(feature = "serde")]
pub use crate::serde::{deserialize, deserialize_tag, deserialize_word, serialize};
pub use crate::text_output::Output;
pub use crate::typed_event::{Then, TypedEvent, hash_values, same_values};
