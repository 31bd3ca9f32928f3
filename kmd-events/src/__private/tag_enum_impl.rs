/// Implements the methods and traits of the tag enum of a catalog. `lifetime` is that of the event enum, if
/// that borrows, and `missing` is the hidden variant of a catalog with errors.
#[doc(hidden)]
#[macro_export]
macro_rules! __tag_enum {
    (
        $tag:ident of $event:ident [$($lifetime:lifetime)?] [$($anonymous:lifetime)?] [$($static:lifetime)?]
        catalog: ($($catalog:tt)*)
        messages: { $($name:ident = $text:literal,)* }
        missing: [$($missing:ident)?]
    ) => {
        impl $tag {
            /// All tags, in the order of the catalog.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The properties of the catalog: the prefix, the process name and the SD-ID.
            pub const CATALOG: &'static $crate::Catalog = &$crate::Catalog::new($($catalog)*);

            const MESSAGES: &'static [&'static $crate::Message] = &[$(events::$name::MESSAGE),*];

            /// Returns the catalog entry of the message.
            #[must_use]
            pub const fn message(self) -> &'static $crate::Message {
                Self::MESSAGES[self as ::core::primitive::usize]
            }

            /// Returns the tag as a string, as it appears in a log.
            #[must_use]
            pub const fn as_str(self) -> &'static ::core::primitive::str {
                self.message().tag()
            }

            /// Returns the severity.
            #[must_use]
            pub const fn severity(self) -> $crate::Severity {
                self.message().severity()
            }

            /// Returns the facility: the part of the system that the message comes from.
            #[must_use]
            pub const fn facility(self) -> $crate::Facility {
                self.message().facility()
            }

            /// Returns the priority (PRI): the facility code times eight plus the severity code (RFC 5424, section
            /// 6.2.1).
            #[must_use]
            pub const fn priority(self) -> ::core::primitive::u8 {
                self.message().priority()
            }

            /// Returns whether the message reports an error or an event.
            #[must_use]
            pub const fn kind(self) -> $crate::MessageKind {
                self.message().kind()
            }

            /// Returns the template of the message, with placeholders in braces.
            #[must_use]
            pub const fn template(self) -> &'static ::core::primitive::str {
                self.message().template()
            }

            /// Returns the description of the message.
            #[must_use]
            pub const fn description(self) -> &'static ::core::primitive::str {
                self.message().description()
            }

            /// Returns the placeholders of the template and its tails, each once, in the order of their first use.
            #[must_use]
            pub const fn placeholders(self) -> &'static [$crate::Placeholder] {
                self.message().placeholders()
            }

            /// Parses the text of the message, which follows the tag in a log line.
            ///
            /// The text matches the template, with or without its optional parts, or one of its `alternatives` in the
            /// catalog, or it begins with a match of the template and continues. In the last case, `rest` is the
            /// remaining text. Each value is the shortest with which the whole text matches, from left to right, and a
            /// word of an enum is the longest. A value that its type rejects is not considered. The event borrows from
            /// the text.
            ///
            /// # Errors
            ///
            /// Returns an error if the text does not match the message.
            pub fn parse(
                self,
                text: &::core::primitive::str,
            ) -> ::core::result::Result<$crate::Parsed<'_, $event $(<$anonymous>)?>, $crate::ParseEventError<'_>> {
                $crate::__private::parse(self, text)
            }

            /// Parses the text of the message like [`parse`](Self::parse), but rejects trailing text.
            ///
            /// # Errors
            ///
            /// Returns an error if the text does not match the message.
            pub fn parse_exact(
                self,
                text: &::core::primitive::str,
            ) -> ::core::result::Result<$event $(<$anonymous>)?, $crate::ParseEventError<'_>> {
                $crate::__private::parse_exact(self, text)
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for $tag {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for $tag {
            type Err = $crate::ParseTagError;

            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, $crate::ParseTagError> {
                $crate::__private::from_str(text)
            }
        }

        #[automatically_derived]
        impl $crate::Tag for $tag {
            type Event<'a> = $event $(<$lifetime>)?;
            const ALL: &'static [Self] = Self::ALL;
            const CATALOG: &'static $crate::Catalog = Self::CATALOG;

            fn set() -> &'static $crate::__private::MessageSet {
                const TAGS: &[&::core::primitive::str] = &[$($text),*];
                const SLOTS: &[::core::primitive::u32] =
                    &$crate::__private::slots::<{ $crate::__private::slot_count(TAGS.len()) }>(TAGS);
                const SET: &$crate::__private::MessageSet = &$crate::__private::MessageSet {
                    catalog: $tag::CATALOG,
                    messages: $tag::MESSAGES,
                    tags: $crate::__private::TagTable::new(TAGS, SLOTS),
                };
                SET
            }

            fn message(self) -> &'static $crate::Message {
                self.message()
            }

            fn into_owned(event: $event $(<$anonymous>)?) -> $event $(<$static>)? {
                event.into_owned()
            }

            fn build<'a>(self, values: $crate::__private::Values<'_, 'a>) -> $event $(<$lifetime>)? {
                match self {
                    $(Self::$name => $event::$name($crate::__private::EventStruct::build(values)),)*
                    $(Self::$missing => $event::$missing(::core::marker::PhantomData),)?
                }
            }
        }
    };
}

pub use __tag_enum as tag_enum;
