//! Assertions on what was logged.

mod logged;
mod report;
mod search;

pub use self::logged::{Entry, Logged};
pub use self::search::{Expected, Seen, check, check_name, expect_logged, expect_not_logged};

/// Asserts that an event with the given values was logged.
///
/// The first argument is a [`sink::Recorder`](crate::sink), a vector or slice of events, or the output of a program as
/// bytes or a string, which the parser of the catalog reads line by line. See [`Logged`]. The second is the tag, which
/// has to be in scope or is written as a path, with the fields:
///
/// - `field: pattern` matches the value with a pattern, and `field: pattern if condition` with a condition. Strings are
///   matched as `&str`, and other values by value.
/// - `field: name` compares the value with a variable or constant, and `field` with the variable of the same name.
/// - `..` ignores the other fields.
///
/// ```
/// # #[cfg(feature = "std")] {
/// use kmd_events::events::{KMD_DPD_FAILOVER_MAX_ATTEMPTS, KMD_PM_PROPOSAL_NULL_ESP, KMD_PM_SA_PEER_NOT_FOUND};
/// use kmd_events::sink::{Recorder, Sink, SinkError};
/// use kmd_events::{assert_logged, assert_not_logged, kmd_log};
///
/// fn negotiate(sa_name: &str, log: &dyn Sink) -> Result<(), SinkError> {
///     kmd_log!(log, KMD_PM_SA_PEER_NOT_FOUND { sa_name })?;
///     kmd_log!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, tunnel_name: "hq" })
/// }
///
/// let log = Recorder::new();
/// let sa_name = String::from("branch-7");
/// negotiate(&sa_name, &log).expect("a recorder does not fail");
///
/// assert_logged!(log, KMD_PM_SA_PEER_NOT_FOUND { sa_name });
/// assert_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 3..=5, tunnel_name: name if name.len() == 2 });
/// assert_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name: "hq" | "branch", .. });
/// assert_not_logged!(log, KMD_PM_PROPOSAL_NULL_ESP);
/// # }
/// ```
///
/// # Panics
///
/// Panics if no event matches. The panic names the event that comes closest, and what differs:
///
/// ```
/// use kmd_events::{assert_logged, events, kmd_event};
///
/// let log = [kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 3, tunnel_name: "hq" })];
/// let panic = std::panic::catch_unwind(|| {
///     assert_logged!(log, events::KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, .. });
/// });
/// let report = panic.unwrap_err().downcast::<String>().expect("a message");
/// assert_eq!(
///     *report,
///     "no event matches `events::KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, .. }`
///   nearest: KMD_DPD_FAILOVER_MAX_ATTEMPTS: Number of failover attempts exceeded limit 3 for tunnel hq
///     count: expected `5`, found 3
///   logged: KMD_DPD_FAILOVER_MAX_ATTEMPTS"
/// );
/// ```
#[macro_export]
macro_rules! assert_logged {
    ($log:expr, $tag:path $({ $($fields:tt)* })? $(,)?) => {
        $crate::__logged! { { expect_logged $log; $tag; list seen } [] [()] [] [] $($($fields)*)? }
    };
}

/// Asserts that no event with the given values was logged. The arguments are those of
/// [`assert_logged!`](crate::assert_logged!).
///
/// ```
/// use kmd_events::{assert_not_logged, events, kmd_event};
///
/// let log = [kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 3, tunnel_name: "hq" })];
/// assert_not_logged!(log, events::KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, .. });
/// assert_not_logged!(log, events::KMD_PM_PROPOSAL_NULL_ESP);
/// ```
///
/// # Panics
///
/// Panics if an event matches. The panic has the text of the event.
#[macro_export]
macro_rules! assert_not_logged {
    ($log:expr, $tag:path $({ $($fields:tt)* })? $(,)?) => {
        $crate::__logged! { { expect_not_logged $log; $tag; list seen } [] [()] [] [] $($($fields)*)? }
    };
}

/// Takes one field after another from a call, and collects the pattern that binds the fields, the list of their values,
/// the statements that check them, from the last to the first, and what is expected.
///
/// The fields are bound in a block of their own, so that a condition can name a variable like a field.
#[doc(hidden)]
#[macro_export]
macro_rules! __logged {
    (
        @field { $function:ident $log:expr; $tag:path; $list:ident $seen:ident }
        [$($bound:tt)*] [$values:expr] [$($checks:tt)*] $expected:tt
        $field:ident ($value:ident => $check:expr) $($rest:tt)*
    ) => {
        $crate::__logged! {
            { $function $log; $tag; $list $seen }
            [$($bound)* $field: ref $field,]
            [($values, $crate::__private::FieldValue::matched($field))]
            [
                let ($list, $value) = $list;
                $seen.push($check);
                $($checks)*
            ]
            $expected
            $($rest)*
        }
    };
    (
        @end { $function:ident $log:expr; $tag:path; $list:ident $seen:ident }
        [$($bound:tt)*] [$values:expr] [$($checks:tt)*] [$($expected:tt)*]
    ) => {
        $crate::__private::$function(
            &$log,
            ::core::stringify!($tag),
            &[$($expected)*],
            &|event: &_, $seen: &mut $crate::__private::Seen| {
                let $list = {
                    let &$tag { $($bound)* } = event;
                    $values
                };
                $($checks)*
                let () = $list;
            },
        )
    };
    ($head:tt $bound:tt $values:tt $checks:tt $expected:tt $field:ident $(, $($rest:tt)*)?) => {
        $crate::__logged! { $head $bound $values $checks $expected $field: $field $(, $($rest)*)? }
    };
    (
        $head:tt $bound:tt $values:tt $checks:tt [$($expected:tt)*]
        $field:ident: $name:ident $(, $($rest:tt)*)?
    ) => {
        $crate::__logged! {
            @field $head $bound $values $checks
            [$($expected)* (::core::stringify!($field), ::core::stringify!($name)),]
            $field (value => {
                let expected = &$name;
                $crate::__private::check_name(value == *expected, &value, expected)
            }) $($($rest)*)?
        }
    };
    (
        $head:tt $bound:tt $values:tt $checks:tt [$($expected:tt)*]
        $field:ident: $pattern:pat $(if $condition:expr)? $(, $($rest:tt)*)?
    ) => {
        $crate::__logged! {
            @field $head $bound $values $checks
            [$($expected)* (::core::stringify!($field), ::core::stringify!($pattern $(if $condition)?)),]
            $field (value => {
                $crate::__private::check(::core::matches!(value, $pattern $(if $condition)?), &value)
            }) $($($rest)*)?
        }
    };
    ($head:tt $bound:tt $values:tt $checks:tt $expected:tt) => {
        $crate::__logged! { @end $head $bound $values $checks $expected }
    };
    ($head:tt [$($bound:tt)*] $values:tt $checks:tt [$($expected:tt)*] ..) => {
        $crate::__logged! {
            @end $head [$($bound)* ..] $values $checks [$($expected)* ("..", ""),]
        }
    };
    ($head:tt $bound:tt $values:tt $checks:tt $expected:tt $($rest:tt)+) => {
        ::core::compile_error! {
            ::core::concat!("expected `field: pattern` or `..`, found `", ::core::stringify!($($rest)+), "`")
        }
    };
}
