#[doc(hidden)]
mod one_catalog_per_module_and_none_in_functions {
    #[allow(dead_code)]
    pub(super) const EMPTY: () = ();
}
#[allow(unused_qualifications)]
const _: () = self::one_catalog_per_module_and_none_in_functions::EMPTY;
const _: () = (kmd_events::__private::check_module)(
    ::core::module_path!(),
    "",
    "catalog!(\"all_types.yaml\"",
);
///The messages of the `LAB` catalog. Each message is a struct with an alias named after its tag.
pub mod events {
    /**`LAB_ALL` (event, severity `info`, facility `LOG_DAEMON`, PRI 30)

> ` {phase}{mode}: {serial:#06X} {ratio:.3} {elapsed} ms at {bench} from {net}, {mac:X}, {on}, {size}, {user} `

```text
lab_event!(LAB_ALL { phase: /* values::Phase */, mode: /* values::Mode */, serial: /* u32 */, ratio: /* f64 */, elapsed: /* Duration */, bench: /* SocketAddr */, net: /* IpPrefix */, mac: /* [u8; 6] */, on: /* bool */, size: /* usize */, user: /* Option<&str> */ })
```

Something happened.*/
    #[doc(alias = "LAB_ALL")]
    #[::core::prelude::v1::derive(::core::clone::Clone, ::core::fmt::Debug)]
    pub struct All<'a> {
        ///`phase`: The phase.
        pub phase: super::values::Phase,
        ///`mode`: The mode.
        pub mode: super::values::Mode<'a>,
        ///`serial`: The serial.
        pub serial: ::core::primitive::u32,
        ///`ratio`: The ratio.
        pub ratio: ::core::primitive::f64,
        /**`elapsed`: The elapsed.

The text has the value in milliseconds.*/
        pub elapsed: ::core::time::Duration,
        ///`bench`: The bench.
        pub bench: ::core::net::SocketAddr,
        ///`net`: The net.
        pub net: kmd_events::IpPrefix,
        ///`mac`: The mac.
        pub mac: [::core::primitive::u8; 6],
        ///`on`: The on.
        pub on: ::core::primitive::bool,
        ///`size`: The size.
        pub size: ::core::primitive::usize,
        /**`user`: The user.

`None` is printed as ` unknown `.*/
        pub user: ::core::option::Option<
            kmd_events::__private::Cow<'a, ::core::primitive::str>,
        >,
    }
    /**`LAB_ALL` (event, severity `info`, facility `LOG_DAEMON`, PRI 30)

> ` {phase}{mode}: {serial:#06X} {ratio:.3} {elapsed} ms at {bench} from {net}, {mac:X}, {on}, {size}, {user} `

```text
lab_event!(LAB_ALL { phase: /* values::Phase */, mode: /* values::Mode */, serial: /* u32 */, ratio: /* f64 */, elapsed: /* Duration */, bench: /* SocketAddr */, net: /* IpPrefix */, mac: /* [u8; 6] */, on: /* bool */, size: /* usize */, user: /* Option<&str> */ })
```

Something happened.*/
    pub type LAB_ALL<'a> = All<'a>;
    kmd_events::__private::message! {
        All['a] ['_] ['static] of LabEvent['a], LabTag, "labd" "LAB_ALL" Event Info
        Daemon template :
        "{phase}{mode}: {serial:#06X} {ratio:.3} {elapsed} ms at {bench} from {net}, {mac:X}, {on}, {size}, {user}",
        description : "Something happened.", fields : { 0 phase : Enum, "phase",
        "The phase." { with_words(super::values::Phase::WORDS, false) } 1 mode : Enum,
        "mode", "The mode." { with_words(super::values::Mode::WORDS, true) } 2 serial :
        U32, "serial", "The serial." {} 3 ratio : F64, "ratio", "The ratio." {} 4 elapsed
        in Milliseconds : Duration, "elapsed", "The elapsed." {
        with_unit(kmd_events::DurationUnit::Milliseconds) } 5 bench : Socket, "bench",
        "The bench." { with_bare_address() } 6 net : Prefix, "net", "The net." {} 7 mac :
        Mac, "mac", "The mac." {} 8 on : Bool, "on", "The on." {} 9 size : Usize, "size",
        "The size." {} 10 user : Text, "user", "The user." { with_option()
        with_absent("unknown") } } pieces : [Placeholder(0) Placeholder(1) Literal(": ")
        Formatted(2, kmd_events::FormatSpec::PLAIN.with_alternate(true).with_width(6u8)
        .with_radix(kmd_events::Radix::UpperHex)) Literal(" ") Formatted(3,
        kmd_events::FormatSpec::PLAIN.with_precision(3u8)) Literal(" ") Placeholder(4)
        Literal(" ms at ") Placeholder(5) Literal(" from ") Placeholder(6) Literal(", ")
        Formatted(7, kmd_events::FormatSpec::PLAIN
        .with_radix(kmd_events::Radix::UpperHex)) Literal(", ") Placeholder(8)
        Literal(", ") Placeholder(9) Literal(", ") Placeholder(10)] set : {} recorded : {
        "phase" : text 0, "mode" : text 1, "serial" : unsigned 2, "ratio" : float 3,
        "elapsed" : display 4, "bench" : display 5, "net" : display 6, "mac" : display 7,
        "on" : bool 8, "size" : unsigned 9, "user" : text 10 } display : | self, f | {
        kmd_events::__private::display(self, f) } print : | out | { out.push(self.phase
        .as_str()); out.push(self.mode.as_str()); out.push(": "); out
        .value(kmd_events::__private::FieldValue::value(& self.serial), & Self::MESSAGE
        .placeholders() [2usize], kmd_events::FormatSpec::PLAIN.with_alternate(true)
        .with_width(6u8).with_radix(kmd_events::Radix::UpperHex)); out.push(" "); out
        .value(kmd_events::__private::FieldValue::value(& self.ratio), & Self::MESSAGE
        .placeholders() [3usize], kmd_events::FormatSpec::PLAIN.with_precision(3u8)); out
        .push(" "); out
        .value(kmd_events::Value::in_unit(kmd_events::__private::FieldValue::value(& self
        .elapsed), kmd_events::DurationUnit::Milliseconds), & Self::MESSAGE
        .placeholders() [4usize], kmd_events::FormatSpec::PLAIN); out.push(" ms at ");
        out.value(kmd_events::__private::FieldValue::value(& self.bench), & Self::MESSAGE
        .placeholders() [5usize], kmd_events::FormatSpec::PLAIN); out.push(" from "); out
        .value(kmd_events::__private::FieldValue::value(& self.net), & Self::MESSAGE
        .placeholders() [6usize], kmd_events::FormatSpec::PLAIN); out.push(", "); out
        .value(kmd_events::__private::FieldValue::value(& self.mac), & Self::MESSAGE
        .placeholders() [7usize], kmd_events::FormatSpec::PLAIN
        .with_radix(kmd_events::Radix::UpperHex)); out.push(", "); out
        .value(kmd_events::__private::FieldValue::value(& self.on), & Self::MESSAGE
        .placeholders() [8usize], kmd_events::FormatSpec::PLAIN); out.push(", "); out
        .integer(self.size); out.push(", "); out
        .value(kmd_events::__private::FieldValue::value(& self.user), & Self::MESSAGE
        .placeholders() [10usize], kmd_events::FormatSpec::PLAIN); }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for All<'_> {
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            kmd_events::__private::same_values(self, other)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Eq for All<'_> {}
    #[automatically_derived]
    impl ::core::hash::Hash for All<'_> {
        fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
            kmd_events::__private::hash_values(self, state);
        }
    }
    /**`LAB_DONE` (event, severity `info`, facility `LOG_DAEMON`, PRI 30, without the tag in the text)

> ` Done `
>
> Optional: `  by {by} `
>
> Optional: ` , {phase} {load:.1} s `

```text
lab_event!(LAB_DONE { by: /* Option<&str> */, phase: /* Option<values::Phase> */, load: /* Option<Duration> */ })
```

Something happened.

# Since

2.0

# Source

Manual of the [`LAB_ALL`] bench*/
    #[doc(alias = "LAB_DONE")]
    #[::core::prelude::v1::derive(
        ::core::clone::Clone,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
    )]
    pub struct Done<'a> {
        /**`by`: The by.

The text has the part `  by {by} ` only if no value of that part is `None`.*/
        pub by: ::core::option::Option<
            kmd_events::__private::Cow<'a, ::core::primitive::str>,
        >,
        /**`phase`: The phase.

The text has the part ` , {phase} {load:.1} s ` only if no value of that part is `None`.*/
        pub phase: ::core::option::Option<super::values::Phase>,
        /**`load`: The load.

The text has the value in seconds.

The text has the part ` , {phase} {load:.1} s ` only if no value of that part is `None`.*/
        pub load: ::core::option::Option<::core::time::Duration>,
    }
    /**`LAB_DONE` (event, severity `info`, facility `LOG_DAEMON`, PRI 30, without the tag in the text)

> ` Done `
>
> Optional: `  by {by} `
>
> Optional: ` , {phase} {load:.1} s `

```text
lab_event!(LAB_DONE { by: /* Option<&str> */, phase: /* Option<values::Phase> */, load: /* Option<Duration> */ })
```

Something happened.

# Since

2.0

# Source

Manual of the [`LAB_ALL`] bench*/
    pub type LAB_DONE<'a> = Done<'a>;
    kmd_events::__private::message! {
        Done['a] ['_] ['static] of LabEvent['a], LabTag, "labd" "LAB_DONE" Event Info
        Daemon template : "Done", description : "Something happened.", fields : { 0 by :
        Text, "by", "The by." { with_option() } 1 phase : Enum, "phase", "The phase." {
        with_words(super::values::Phase::WORDS, false) with_option() } 2 load in Seconds
        : Duration, "load", "The load." { with_unit(kmd_events::DurationUnit::Seconds)
        with_option() } } pieces : [Literal("Done")] set : {
        with_since(::core::option::Option::Some("2.0"))
        with_source(::core::option::Option::Some("Manual of the `LAB_ALL` bench"))
        with_tails(& [" by {by}", ", {phase} {load:.1} s"], & [&
        [kmd_events::Piece::Literal(" by "), kmd_events::Piece::Placeholder(0)], &
        [kmd_events::Piece::Literal(", "), kmd_events::Piece::Placeholder(1),
        kmd_events::Piece::Literal(" "), kmd_events::Piece::Formatted(2,
        kmd_events::FormatSpec::PLAIN.with_precision(1u8)),
        kmd_events::Piece::Literal(" s")]], & [& [kmd_events::Piece::Literal("Done by "),
        kmd_events::Piece::Placeholder(0), kmd_events::Piece::Literal(", "),
        kmd_events::Piece::Placeholder(1), kmd_events::Piece::Literal(" "),
        kmd_events::Piece::Formatted(2, kmd_events::FormatSpec::PLAIN
        .with_precision(1u8)), kmd_events::Piece::Literal(" s")], &
        [kmd_events::Piece::Literal("Done by "), kmd_events::Piece::Placeholder(0)], &
        [kmd_events::Piece::Literal("Done, "), kmd_events::Piece::Placeholder(1),
        kmd_events::Piece::Literal(" "), kmd_events::Piece::Formatted(2,
        kmd_events::FormatSpec::PLAIN.with_precision(1u8)),
        kmd_events::Piece::Literal(" s")]]) with_tagged(false) } recorded : { "by" : text
        0, "phase" : text 1, "load" : display 2 } display : | self, f | {
        kmd_events::__private::display(self, f) } print : | out | { out.push("Done"); if
        ::core::option::Option::is_some(& self.by) { out.push(" by "); out
        .value(kmd_events::__private::FieldValue::value(& self.by), & Self::MESSAGE
        .placeholders() [0usize], kmd_events::FormatSpec::PLAIN); } if
        ::core::option::Option::is_some(& self.phase) &&
        ::core::option::Option::is_some(& self.load) { out.push(", "); out
        .value(kmd_events::__private::FieldValue::value(& self.phase), & Self::MESSAGE
        .placeholders() [1usize], kmd_events::FormatSpec::PLAIN); out.push(" "); out
        .value(kmd_events::Value::in_unit(kmd_events::__private::FieldValue::value(& self
        .load), kmd_events::DurationUnit::Seconds), & Self::MESSAGE.placeholders()
        [2usize], kmd_events::FormatSpec::PLAIN.with_precision(1u8)); out.push(" s"); } }
    }
    /**`LAB_H` (event, severity `info`, facility `LOG_DAEMON`, PRI 30)

> ` {option} {state:.1} `

```text
lab_event!(LAB_H { option: /* values::Option */, state: /* Option<f64> */ })
```

Something happened.*/
    #[doc(alias = "LAB_H")]
    #[::core::prelude::v1::derive(::core::clone::Clone, ::core::fmt::Debug)]
    pub struct H {
        ///`option`: The option.
        pub option: super::values::Option,
        /**`state`: The state.

`None` is printed as ` - `.*/
        pub state: ::core::option::Option<::core::primitive::f64>,
    }
    /**`LAB_H` (event, severity `info`, facility `LOG_DAEMON`, PRI 30)

> ` {option} {state:.1} `

```text
lab_event!(LAB_H { option: /* values::Option */, state: /* Option<f64> */ })
```

Something happened.*/
    pub type LAB_H = H;
    kmd_events::__private::message! {
        H[] [] [] of LabEvent['a], LabTag, "labd" "LAB_H" Event Info Daemon template :
        "{option} {state:.1}", description : "Something happened.", fields : { 0 option :
        Enum, "option", "The option." { with_words(super::values::Option::WORDS, false) }
        1 state : F64, "state", "The state." { with_option() with_absent("-") } } pieces
        : [Placeholder(0) Literal(" ") Formatted(1, kmd_events::FormatSpec::PLAIN
        .with_precision(1u8))] set : {} recorded : { "option" : text 0, "state" : float 1
        } display : | self, f | { kmd_events::__private::display(self, f) } print : | out
        | { out.push(self.option.as_str()); out.push(" "); out
        .value(kmd_events::__private::FieldValue::value(& self.state), & Self::MESSAGE
        .placeholders() [1usize], kmd_events::FormatSpec::PLAIN.with_precision(1u8)); }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for H {
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            kmd_events::__private::same_values(self, other)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Eq for H {}
    #[automatically_derived]
    impl ::core::hash::Hash for H {
        fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
            kmd_events::__private::hash_values(self, state);
        }
    }
}
///The enums of the `LAB` catalog. Each enum has one variant per word that a placeholder can have.
pub mod values {
    ///The phase.
    #[::core::prelude::v1::derive(
        ::core::clone::Clone,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::marker::Copy,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord,
    )]
    pub enum Phase {
        ///` cooling down `
        CoolingDown,
        ///The empty word.
        Unknown,
    }
    kmd_events::__private::words! {
        closed Phase { CoolingDown = "cooling down", Unknown = "" }
    }
    ///The mode.
    #[::core::prelude::v1::derive(::core::clone::Clone, ::core::fmt::Debug)]
    pub enum Mode<'a> {
        ///` fast `
        Fast,
        ///Another word.
        Other(kmd_events::__private::Cow<'a, ::core::primitive::str>),
    }
    kmd_events::__private::words! {
        open Mode { Fast = "fast" }
    }
    ///The option.
    #[::core::prelude::v1::derive(
        ::core::clone::Clone,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::marker::Copy,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord,
    )]
    pub enum Option {
        ///` ok `
        Ok,
        ///` none `
        None,
        ///` string `
        String,
    }
    kmd_events::__private::words! {
        closed Option { Ok = "ok", None = "none", String = "string" }
    }
}
///An event of the `LAB` catalog, with one variant per message.
#[::core::prelude::v1::derive(
    ::core::clone::Clone,
    ::core::fmt::Debug,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
)]
#[non_exhaustive]
#[must_use = "building an event does not log it"]
pub enum LabEvent<'a> {
    ///`LAB_ALL`: ` {phase}{mode}: {serial:#06X} {ratio:.3} {elapsed} ms at {bench} from {net}, {mac:X}, {on}, {size}, {user} `
    All(events::All<'a>),
    ///`LAB_DONE`: ` Done `
    Done(events::Done<'a>),
    ///`LAB_H`: ` {option} {state:.1} `
    H(events::H),
}
kmd_events::__private::event_enum! {
    LabEvent['a] ['_] ['static] of LabTag record : LabRecord
    "A record that `LabRecord::parse` returns for a line of a log. It is parsed with the `LAB` catalog.",
    text : 'a messages : { All Done H } missing : []
}
///A tag of the `LAB` catalog, with one variant per message. Tags are ordered as in the catalog.
#[::core::prelude::v1::derive(
    ::core::clone::Clone,
    ::core::fmt::Debug,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::marker::Copy,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord,
)]
#[non_exhaustive]
pub enum LabTag {
    ///`LAB_ALL`
    #[doc(alias = "LAB_ALL")]
    All,
    ///`LAB_DONE`
    #[doc(alias = "LAB_DONE")]
    Done,
    ///`LAB_H`
    #[doc(alias = "LAB_H")]
    H,
}
kmd_events::__private::tag_enum! {
    LabTag of LabEvent['a] ['_] ['static] catalog : ("LAB", "labd",
    ::core::option::Option::None, true) messages : { All = "LAB_ALL", Done = "LAB_DONE",
    H = "LAB_H", } missing : []
}
kmd_events::__private::serde! {
    LabEvent < 'a >, LabTag
}
#[allow(unused_macros)]
macro_rules! lab_event {
    ($($call:tt)*) => {
        kmd_events::__private::event! { (kmd_events) ($crate)
        r"LAB	Lab	borrows	complete
-LAB_STARTED	LAB_ALL	it has more
=Mode	Fast,Other
=Option	Ok,None,String
=Phase	CoolingDown,Unknown
LAB_ALL	All	{phase}{mode}: {serial:#06X} {ratio:.3} {elapsed} ms at {bench} from {net}, {mac:X}, {on}, {size}, {user}	phase:=Phase,mode:=Mode,serial:u32,ratio:f64,elapsed:duration,bench:socket,net:prefix,mac:mac,on:bool,size:usize,user:text?
LAB_DONE	Done	Done	by:text?0,phase:=Phase?1,load:duration?1	 by {by}	, {phase} {load:.1} s
LAB_H	H	{option} {state:.1}	option:=Option,state:f64?"
        $($call)* }
    };
}
/**Builds an event of the `LAB` catalog as a value of type [`LabEvent`]. The call is checked at compile time.

```text
lab_event!(LAB_DONE { by: /* Option<&str> */, phase: /* Option<values::Phase> */, load: /* Option<Duration> */ })
```

A call is a struct literal whose name is the tag of the message. Each placeholder is a field; hyphens become underscores. Field init shorthand works as in any struct literal. For a message without placeholders, pass only the tag.

A `text` field takes a `&str`, `String`, `Cow<str>`, `Box<str>`, `Rc<str>`, `Arc<str>` or a reference to one, an `ip` field an `IpAddr`, `Ipv4Addr`, `Ipv6Addr` or a reference to one. Both take values of other types that implement `IntoText` or `IntoIp`. A field of another type takes an expression of the Rust type of the field.

`%` before a value formats it with `Display`, and `?` formats it with `Debug`. Both are for `text` fields. A field whose type is an `Option` may be left out.

An unknown tag and a missing, unknown, duplicate or mistyped field are compile errors.*/
#[allow(unused_imports, clippy::single_component_path_imports)]
pub(crate) use lab_event;
#[allow(unused_macros)]
macro_rules! lab_log {
    ($($call:tt)*) => {
        kmd_events::__private::log! { (kmd_events) ($crate)
        r"LAB	Lab	borrows	complete
-LAB_STARTED	LAB_ALL	it has more
=Mode	Fast,Other
=Option	Ok,None,String
=Phase	CoolingDown,Unknown
LAB_ALL	All	{phase}{mode}: {serial:#06X} {ratio:.3} {elapsed} ms at {bench} from {net}, {mac:X}, {on}, {size}, {user}	phase:=Phase,mode:=Mode,serial:u32,ratio:f64,elapsed:duration,bench:socket,net:prefix,mac:mac,on:bool,size:usize,user:text?
LAB_DONE	Done	Done	by:text?0,phase:=Phase?1,load:duration?1	 by {by}	, {phase} {load:.1} s
LAB_H	H	{option} {state:.1}	option:=Option,state:f64?"
        $($call)* }
    };
}
/**Logs an event of the `LAB` catalog to a sink, and returns the sink's `Result`. The call is checked at compile time.

```text
lab_log!(sink, LAB_DONE { by: /* Option<&str> */, phase: /* Option<values::Phase> */, load: /* Option<Duration> */ })
```

The sink is a value of a type that implements `kmd_events::sink::Sink`, such as a `&dyn Sink`. It is evaluated once and is not moved. The call after the sink is that of [`lab_event!`]. The values are evaluated only if the sink is enabled for the message; otherwise the result is `Ok(())`.

# Errors

Returns an error if the sink returns one.*/
#[allow(unused_imports, clippy::single_component_path_imports)]
pub(crate) use lab_log;
