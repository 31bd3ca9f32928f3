/// Implements the traits of serde for an event enum and its tag enum.
///
/// Generated code cannot check a feature of this crate, because a `cfg` in the crate of the user refers to the features
/// of that crate. So it calls a macro that has a version for each state of the feature.
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
