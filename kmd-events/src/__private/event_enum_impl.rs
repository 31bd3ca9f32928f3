/// Implements the methods and traits of the event enum of a catalog, and defines the type of its records.
///
/// `lifetime` is that of the enum, if it borrows, and `missing` is the hidden variant of a catalog with errors.
#[doc(hidden)]
#[macro_export]
macro_rules! __event_enum {
    (
        $event:ident [$($lifetime:lifetime)?] [$($anonymous:lifetime)?] [$($static:lifetime)?] of $tag:ident
        record: $record:ident $record_documentation:literal,
        text: $text:lifetime
        messages: { $($name:ident)* }
        missing: [$($missing:ident)?]
    ) => {
        impl $(<$lifetime>)? $event $(<$lifetime>)? {
            /// Returns the tag of the message.
            #[must_use]
            pub const fn tag(&self) -> $tag {
                match self {
                    $(Self::$name(_) => $tag::$name,)*
                    $(Self::$missing(_) => $tag::$missing,)?
                }
            }

            /// Returns the severity.
            #[must_use]
            pub const fn severity(&self) -> $crate::Severity {
                self.tag().severity()
            }

            /// Returns the facility: the part of the system that the message comes from.
            #[must_use]
            pub const fn facility(&self) -> $crate::Facility {
                self.tag().facility()
            }

            /// Returns the priority (PRI): the facility code times eight plus the severity code (RFC 5424, section
            /// 6.2.1).
            #[must_use]
            pub const fn priority(&self) -> ::core::primitive::u8 {
                self.tag().priority()
            }

            /// Appends the text of the event to `out`. The text is that of `Display`, but appending it is faster.
            pub fn append_to(&self, out: &mut $crate::__private::String) {
                $crate::__private::TypedEvent::print(self, out);
            }

            /// Converts the event into one that owns its strings.
            pub fn into_owned(self) -> $event $(<$static>)? {
                $crate::Tag::build(self.tag(), &mut $crate::__private::owned_values(&self))
            }

            /// Parses the text of a message whose tag is unknown.
            ///
            /// The templates of all messages, with and without their optional parts, are tried first, then their
            /// `alternatives` in the catalog, then the templates as the beginning of the text. In the last case, `rest`
            /// is the remaining text.
            ///
            /// # Errors
            ///
            /// Returns an error if the text does not match a message, or if it matches several.
            pub fn recognize(
                text: &$text ::core::primitive::str,
            ) -> ::core::result::Result<$crate::Parsed<$text, Self>, $crate::RecognizeError<$tag>> {
                $crate::__private::recognize::<$tag>(text)
            }

            /// Parses the text of a message like [`recognize`](Self::recognize), but rejects trailing text.
            ///
            /// # Errors
            ///
            /// Returns an error if the text does not match a message, or if it matches several.
            pub fn recognize_exact(
                text: &$text ::core::primitive::str,
            ) -> ::core::result::Result<Self, $crate::RecognizeError<$tag>> {
                $crate::__private::recognize_exact::<$tag>(text)
            }
        }

        #[doc = $record_documentation]
        pub type $record<'a> = $crate::Record<'a, $event $(<$lifetime>)?, $tag>;

        #[automatically_derived]
        impl ::core::fmt::Display for $event $(<$anonymous>)? {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    $(Self::$name(event) => ::core::fmt::Display::fmt(event, f),)*
                    $(Self::$missing(_) => loop {},)?
                }
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for $event $(<$anonymous>)? {}

        #[automatically_derived]
        #[doc(hidden)]
        impl $crate::__private::EventEnum for $event $(<$anonymous>)? {}

        #[automatically_derived]
        impl $crate::CatalogEvent for $event $(<$anonymous>)? {
            type Tag = $tag;

            fn tag(&self) -> $tag {
                self.tag()
            }

            fn into_owned(self) -> $event $(<$static>)? {
                self.into_owned()
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl $crate::__private::TypedEvent for $event $(<$anonymous>)? {
            fn message(&self) -> &'static $crate::Message {
                self.tag().message()
            }

            fn with_values<'e>(&'e self, then: $crate::__private::Then<'_, 'e>) {
                match self {
                    $(Self::$name(event) => $crate::__private::TypedEvent::with_values(event, then),)*
                    $(Self::$missing(_) => loop {},)?
                }
            }

            fn print<O: $crate::__private::Output>(&self, out: &mut O) {
                match self {
                    $(Self::$name(event) => $crate::__private::TypedEvent::print(event, out),)*
                    $(Self::$missing(_) => loop {},)?
                }
            }
        }
    };
}

pub use __event_enum as event_enum;
