//! The implementation of an enum of words, which generated code declares.

use crate::parse::ParsedValue;

/// Returns the index of a word.
#[must_use]
pub fn find_word(words: &[&str], text: &str) -> Option<usize> {
    words.iter().position(|&word| word == text)
}

/// Returns the index of the word in a parsed value, or the first one. A value of another type cannot occur.
#[must_use]
pub fn closed_word(words: &[&str], value: &ParsedValue<'_>) -> usize {
    match value {
        ParsedValue::Word(index) => *index,
        ParsedValue::Text(text) => find_word(words, text).unwrap_or_default(),
        _ => 0,
    }
}

/// Implements an enum of words. The variants of a closed enum are in the order of its words. An open enum has a lifetime
/// and the variant `Other` at its end.
#[doc(hidden)]
#[macro_export]
macro_rules! __words {
    (closed $name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// All values, in the order of the catalog.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            #[doc(hidden)]
            pub const WORDS: &'static [&'static ::core::primitive::str] = &[$($word),+];

            /// Returns the word in the text of an event.
            #[must_use]
            pub const fn as_str(self) -> &'static ::core::primitive::str {
                Self::WORDS[self as ::core::primitive::usize]
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::ParseWordError;

            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, $crate::ParseWordError> {
                match $crate::__private::find_word(Self::WORDS, text) {
                    ::core::option::Option::Some(index) => ::core::result::Result::Ok(Self::ALL[index]),
                    ::core::option::Option::None => {
                        ::core::result::Result::Err($crate::ParseWordError::new(text, Self::WORDS))
                    }
                }
            }
        }

        impl $crate::__private::FieldValue<'_> for $name {
            type Matched<'v> = Self;

            fn value(&self) -> $crate::Value<'_> {
                $crate::Value::Text(self.as_str())
            }

            fn take(value: &mut $crate::__private::ParsedValue<'_>) -> Self {
                Self::ALL[$crate::__private::closed_word(Self::WORDS, value)]
            }

            fn matched(&self) -> Self {
                *self
            }
        }

        $crate::__private::words! { @ $name }
        $crate::__private::words_serde! { closed $name }
    };
    (open $name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl<'a> $name<'a> {
            /// All values except `Other`, in the order of the catalog.
            pub const ALL: &'static [$name<'static>] = &[$($name::$variant),+];

            #[doc(hidden)]
            pub const WORDS: &'static [&'static ::core::primitive::str] = &[$($word),+];

            /// Returns the word in the text of an event.
            #[must_use]
            pub fn as_str(&self) -> &::core::primitive::str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }
        }

        impl<'a> ::core::convert::From<&'a ::core::primitive::str> for $name<'a> {
            fn from(text: &'a ::core::primitive::str) -> Self {
                match text {
                    $($word => Self::$variant,)+
                    _ => Self::Other($crate::__private::Cow::Borrowed(text)),
                }
            }
        }

        impl ::core::convert::From<$crate::__private::String> for $name<'_> {
            fn from(text: $crate::__private::String) -> Self {
                match &*text {
                    $($word => Self::$variant,)+
                    _ => Self::Other($crate::__private::Cow::Owned(text)),
                }
            }
        }

        /// Accepts any string.
        impl ::core::str::FromStr for $name<'_> {
            type Err = ::core::convert::Infallible;

            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                let text = <$crate::__private::String as ::core::convert::From<_>>::from(text);
                ::core::result::Result::Ok(<Self as ::core::convert::From<_>>::from(text))
            }
        }

        impl<'a> $crate::__private::FieldValue<'a> for $name<'a> {
            type Matched<'v> = &'v Self where Self: 'v;

            fn value(&self) -> $crate::Value<'_> {
                $crate::Value::Text(self.as_str())
            }

            fn take(value: &mut $crate::__private::ParsedValue<'a>) -> Self {
                if let $crate::__private::ParsedValue::Word(index) = value {
                    return <Self as ::core::convert::From<_>>::from(Self::WORDS[*index]);
                }
                match <$crate::__private::Cow<'a, ::core::primitive::str> as $crate::__private::FieldValue<'a>>::take(value) {
                    $crate::__private::Cow::Borrowed(text) => <Self as ::core::convert::From<_>>::from(text),
                    $crate::__private::Cow::Owned(text) => <Self as ::core::convert::From<_>>::from(text),
                }
            }

            fn matched(&self) -> &Self {
                self
            }
        }

        /// Compares the words, so `Other` is equal to the variant of the same word.
        impl ::core::cmp::PartialEq for $name<'_> {
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                ::core::cmp::PartialEq::eq(self.as_str(), other.as_str())
            }
        }

        impl ::core::cmp::Eq for $name<'_> {}

        /// Compares the words. `assert_logged!` compares a field with a variable by this.
        impl<'a> ::core::cmp::PartialEq<$name<'a>> for &$name<'a> {
            fn eq(&self, other: &$name<'a>) -> ::core::primitive::bool {
                ::core::cmp::PartialEq::eq(self.as_str(), other.as_str())
            }
        }

        impl ::core::cmp::PartialOrd for $name<'_> {
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }

        /// Compares the words, by their bytes.
        impl ::core::cmp::Ord for $name<'_> {
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(self.as_str(), other.as_str())
            }
        }

        impl ::core::hash::Hash for $name<'_> {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(self.as_str(), state);
            }
        }

        $crate::__private::words! { @ $name <'_> }
        $crate::__private::words_serde! { open $name }
    };
    (@ $name:ty) => {
        /// Writes the word in the text of an event.
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

/// Implements the traits of serde for an enum of words.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __words_serde {
    (closed $name:ident) => {
        $crate::__private::words_serde! { @ $name, }
    };
    (open $name:ident) => {
        $crate::__private::words_serde! { @ $name<'_>, }
    };
    (@ $name:ty,) => {
        impl $crate::__private::serde_core::Serialize for $name {
            fn serialize<S>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error>
            where
                S: $crate::__private::serde_core::Serializer,
            {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::__private::serde_core::Deserialize<'de> for $name {
            fn deserialize<D>(deserializer: D) -> ::core::result::Result<Self, D::Error>
            where
                D: $crate::__private::serde_core::Deserializer<'de>,
            {
                $crate::__private::deserialize_word(deserializer)
            }
        }
    };
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __words_serde {
    ($($name:tt)*) => {};
}

pub use __words as words;
pub use __words_serde as words_serde;
