/// Implements the methods and traits of an event struct.
///
/// Except for a few names and values, these items are the same for every message. The compiler itself expands them from
/// this macro, which is faster than receiving their tokens from the procedural macro.
///
/// `whole` is the lifetime of the event enum, if that borrows, and `recorded` has the fields as `tracing` records them.
/// `self`, `f` and `out` come from the caller, because macro hygiene makes a name of the macro different from the same
/// name in the arguments.
#[doc(hidden)]
#[macro_export]
macro_rules! __message {
    (
        $name:ident [$($lifetime:lifetime)?] [$($anonymous:lifetime)?] [$($static:lifetime)?]
        of $event:ident [$($whole:lifetime)?], $tags:ident, $process:literal
        $tag:literal $kind:ident $severity:ident $facility:ident
        template: $template:literal,
        description: $description:literal,
        fields: {
            $(
                $index:literal $field:ident $(in $unit:ident)?: $type:ident, $placeholder:literal, $meaning:literal
                { $($property:ident($($value:tt)*))* }
            )*
        }
        pieces: [$($piece:ident($($argument:tt)*))*]
        set: { $($set:ident($($set_to:tt)*))* }
        recorded: $recorded:tt
        display: $(#[$inline:meta])? |$self:ident, $f:ident| { $($display:tt)* }
        print: |$out:ident| { $($print:tt)* }
    ) => {
        impl $(<$lifetime>)? $name $(<$lifetime>)? {
            /// The tag of the message.
            pub const TAG: super::$tags = super::$tags::$name;
            /// The severity of the message.
            pub const SEVERITY: $crate::Severity = $crate::Severity::$severity;
            /// The facility of the message: the part of the system that it comes from.
            pub const FACILITY: $crate::Facility = $crate::Facility::$facility;
            /// Whether the message reports an error or an event.
            pub const KIND: $crate::MessageKind = $crate::MessageKind::$kind;
            /// The template of the message, with placeholders in braces.
            pub const TEMPLATE: &'static ::core::primitive::str = $template;
            /// The catalog entry of the message.
            pub const MESSAGE: &'static $crate::Message = &$crate::__private::tracing! {
                $crate::Message::new(super::$tags::CATALOG, $tag, Self::TEMPLATE)
                    .with_kind(Self::KIND, Self::SEVERITY, Self::FACILITY)
                    .with_description($description)
                    .with_pieces(
                        &[$(
                            $crate::Placeholder::new($placeholder, $crate::FieldType::$type, $meaning)
                                $(.$property($($value)*))*
                        ),*],
                        &[$($crate::Piece::$piece($($argument)*)),*],
                    )
                    $(.$set($($set_to)*))*,
                $name, $process, $tag, $recorded
            };

            $(
                /// Converts the event into one that owns its strings.
                #[must_use]
                #[inline]
                pub fn into_owned(self) -> $name<$static> {
                    $crate::__private::EventStruct::build(&mut $crate::__private::owned_values(&self))
                }
            )?
        }

        #[automatically_derived]
        impl ::core::fmt::Display for $name $(<$anonymous>)? {
            $(#[$inline])?
            fn fmt(&$self, $f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $($display)*
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for $name $(<$anonymous>)? {}

        #[automatically_derived]
        impl $(<$whole>)? ::core::convert::From<$name $(<$lifetime>)?> for super::$event $(<$whole>)? {
            fn from(event: $name $(<$lifetime>)?) -> Self {
                Self::$name(event)
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl $crate::__private::TypedEvent for $name $(<$anonymous>)? {
            #[inline]
            fn message(&self) -> &'static $crate::Message {
                Self::MESSAGE
            }

            fn with_values<'e>(&'e self, then: $crate::__private::Then<'_, 'e>) {
                then(&[$(
                    $crate::__private::FieldValue::value(&self.$field) $(.in_unit($crate::DurationUnit::$unit))?
                ),*]);
            }

            #[inline]
            fn print<O: $crate::__private::Output>(&$self, $out: &mut O) {
                $($print)*
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl<'a> $crate::__private::EventStruct<'a> for $name $(<$lifetime>)? {
            type Tag = super::$tags;
            const MESSAGE: &'static $crate::Message = Self::MESSAGE;

            #[inline]
            fn build(values: $crate::__private::Values<'_, 'a>) -> Self {
                $name { $($field: $crate::__private::field(values, $index)),* }
            }
        }
    };
}

pub use __message as message;
