//! The serde implementation of events: `{"tag": "KMD_X", "fields": {"documented-name": …}}`.
//!
//! A format that stores neither names nor types, like postcard, has to be told what comes next. So the tag comes first
//! and determines the types of the fields. In JSON and similar formats, the fields may precede the tag. Then their
//! strings and numbers are kept until the tag is known.
//!
//! A format for people gets numbers as numbers: a duration as a number of its unit. An absent value is left out. A format
//! that may not store types gets each value in the one form of its type, and an absent value as `None`.
//!
//! Programs with different versions of a catalog exchange events. So unknown fields are ignored, except by [`Strict`]. The
//! context is the map `context`, only in a format for people. It is not part of an event, so reading ignores it.

#![expect(clippy::missing_errors_doc, reason = "hidden: generated code returns the errors of the format")]

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde_core::de::{
    self, Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use crate::metadata::MAX_PLACEHOLDERS;
use crate::parse::ParsedValue;
use crate::{Message, Tag};

mod serialize;
mod strict;
mod untyped;
mod value_seed;

pub use self::serialize::serialize;
pub use self::strict::Strict;

use self::untyped::{UntypedFields, UntypedValue};
use self::value_seed::ValueSeed;

const KEYS: &[&str] = &["tag", "fields"];

/// The key that is known, but whose value is ignored.
const CONTEXT: &str = "context";

/// A visitor for a string that is parsed, and the name of what it is.
struct Parse<T>(&'static str, PhantomData<T>);

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Parse<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// Deserializes a tag.
pub fn deserialize_tag<'de, T: Tag, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(Parse("a tag", PhantomData))
}

/// Deserializes a value of an enum of words.
pub fn deserialize_word<'de, T: FromStr<Err: fmt::Display>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Parse("a word", PhantomData))
}

/// Deserializes an event, and ignores unknown fields.
pub fn deserialize<'de, 'a, T: Tag, D: Deserializer<'de>>(deserializer: D) -> Result<T::Event<'a>, D::Error> {
    deserialize_event::<T, D>(Unknown::Ignored, deserializer)
}

/// Deserializes an event.
fn deserialize_event<'de, 'a, T: Tag, D: Deserializer<'de>>(
    unknown: Unknown,
    deserializer: D,
) -> Result<T::Event<'a>, D::Error> {
    deserializer.deserialize_struct("Event", KEYS, Whole::<T>(unknown, PhantomData))
}

/// What happens to a field that the catalog does not have.
#[derive(Clone, Copy, PartialEq)]
enum Unknown {
    Ignored,
    Refused,
}

/// A visitor for an event.
struct Whole<'a, T>(Unknown, PhantomData<(&'a (), T)>);

impl<'de, 'a, T: Tag> Visitor<'de> for Whole<'a, T> {
    type Value = T::Event<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event: a tag and its fields")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
        let tag = parts.next_element::<TagOf<T>>()?.ok_or_else(|| A::Error::missing_field("tag"))?.0;
        let fields = parts.next_element_seed(FieldsOf(tag.message(), self.0))?;
        let mut fields = fields.ok_or_else(|| A::Error::missing_field("fields"))?;
        Ok(tag.build(&mut fields))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
        let mut tag: Option<T> = None;
        let mut fields: Option<Vec<ParsedValue<'static>>> = None;
        let mut early: Option<Vec<(String, UntypedValue)>> = None;
        while let Some(key) = parts.next_key::<String>()? {
            match (&*key, tag) {
                ("tag", None) => tag = Some(parts.next_value::<TagOf<T>>()?.0),
                ("fields", Some(tag)) if fields.is_none() && early.is_none() => {
                    fields = Some(parts.next_value_seed(FieldsOf(tag.message(), self.0))?);
                }
                ("fields", None) if early.is_none() => {
                    early = Some(parts.next_value::<UntypedFields>()?.0);
                }
                ("tag", _) => return Err(A::Error::duplicate_field("tag")),
                ("fields", _) => return Err(A::Error::duplicate_field("fields")),
                (key, _) if key != CONTEXT && self.0 == Unknown::Refused => {
                    return Err(A::Error::unknown_field(&key.escape_debug().to_string(), KEYS));
                }
                _ => drop(parts.next_value::<IgnoredAny>()?),
            }
        }
        let tag = tag.ok_or_else(|| A::Error::missing_field("tag"))?;
        if let Some(early) = early {
            fields = Some(sort(tag.message(), self.0, early)?);
        }
        let mut fields = fields.ok_or_else(|| A::Error::missing_field("fields"))?;
        Ok(tag.build(&mut fields))
    }
}

/// A tag that can be deserialized.
struct TagOf<T>(T);

impl<'de, T: Tag> Deserialize<'de> for TagOf<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_tag(deserializer).map(Self)
    }
}

/// A seed that deserializes the fields of a message.
struct FieldsOf(&'static Message, Unknown);

impl<'de> DeserializeSeed<'de> for FieldsOf {
    type Value = Vec<ParsedValue<'static>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        // serde wants the names, but formats that store no names do not use them.
        deserializer.deserialize_struct("Fields", dummy_field_names(self.0.placeholders().len()), self)
    }
}

/// Returns as many empty names as there are fields. A format without names uses only their number, and a format with
/// names does not use them for deserializing.
fn dummy_field_names(length: usize) -> &'static [&'static str] {
    const NAMES: [&str; MAX_PLACEHOLDERS] = [""; MAX_PLACEHOLDERS];
    NAMES.get(..length).unwrap_or(&NAMES)
}

impl<'de> Visitor<'de> for FieldsOf {
    type Value = Vec<ParsedValue<'static>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the fields of `{}`", self.0.tag())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Self::Value, A::Error> {
        let mut read = Vec::new();
        for placeholder in self.0.placeholders() {
            let value = values.next_element_seed(ValueSeed(placeholder))?;
            read.push(value.ok_or_else(|| missing(self.0, placeholder.name()))?);
        }
        Ok(read)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
        let placeholders = self.0.placeholders();
        let mut read: Vec<Option<ParsedValue<'static>>> = placeholders.iter().map(|_| None).collect();
        while let Some(name) = fields.next_key::<String>()? {
            let Some(index) = index_of(self.0, self.1, &name)? else {
                fields.next_value::<IgnoredAny>()?;
                continue;
            };
            let value = fields.next_value_seed(ValueSeed(&placeholders[index]))?;
            if read[index].replace(value).is_some() {
                return Err(doubled(self.0, &name));
            }
        }
        complete(self.0, read)
    }
}

/// Returns the index of a placeholder by name, or `None` if the field is ignored.
fn index_of<E: de::Error>(message: &Message, unknown: Unknown, name: &str) -> Result<Option<usize>, E> {
    let position = message.placeholders().iter().position(|placeholder| placeholder.name() == name);
    if position.is_none() && unknown == Unknown::Refused {
        return Err(E::custom(format_args!("unknown field `{}` of `{}`", name.escape_debug(), message.tag())));
    }
    Ok(position)
}

/// Returns the error for a placeholder without a value.
fn missing<E: de::Error>(message: &Message, name: &str) -> E {
    E::custom(format_args!("missing field `{name}` of `{}`", message.tag()))
}

/// Returns the error for a placeholder with two values.
fn doubled<E: de::Error>(message: &Message, name: &str) -> E {
    E::custom(format_args!("duplicate field `{name}` of `{}`", message.tag()))
}

/// Returns the values, or an error if one is missing that is not optional.
fn complete<E: de::Error>(
    message: &Message,
    read: Vec<Option<ParsedValue<'static>>>,
) -> Result<Vec<ParsedValue<'static>>, E> {
    let named = message.placeholders().iter().zip(read);
    let values = named.map(|(placeholder, value)| match value {
        None if placeholder.is_optional() => Ok(ParsedValue::Absent),
        value => value.ok_or_else(|| missing(message, placeholder.name())),
    });
    values.collect()
}

/// Converts fields that precede their tag to the types of the message, in the order of its placeholders.
fn sort<E: de::Error>(
    message: &Message,
    unknown: Unknown,
    fields: Vec<(String, UntypedValue)>,
) -> Result<Vec<ParsedValue<'static>>, E> {
    let placeholders = message.placeholders();
    let mut read: Vec<Option<ParsedValue<'static>>> = placeholders.iter().map(|_| None).collect();
    for (name, value) in fields {
        let Some(index) = index_of(message, unknown, &name)? else { continue };
        let placeholder = &placeholders[index];
        let value = value.into_value(placeholder).ok_or_else(|| {
            let field_type = placeholder.field_type();
            E::custom(format_args!("field `{name}`: not a value of type `{field_type}`"))
        })?;
        if read[index].replace(value).is_some() {
            return Err(doubled(message, &name));
        }
    }
    complete(message, read)
}
