#[doc(hidden)]
mod one_catalog_per_module_and_none_in_functions {
    #[allow(dead_code)]
    pub(super) const EMPTY: () = ();
}
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
        All['a] in LabTag, "labd" "LAB_ALL" Event Info Daemon template :
        "{phase}{mode}: {serial:#06X} {ratio:.3} {elapsed} ms at {bench} from {net}, {mac:X}, {on}, {size}, {user}",
        description : "Something happened.", fields : { 0 phase : Enum, "phase",
        "The phase." { words : super::values::Phase::WORDS, } 1 mode : Enum, "mode",
        "The mode." { words : super::values::Mode::WORDS, is_open : true, } 2 serial :
        U32, "serial", "The serial." {} 3 ratio : F64, "ratio", "The ratio." {} 4 elapsed
        in Milliseconds : Duration, "elapsed", "The elapsed." { unit :
        ::core::option::Option::Some(kmd_events::DurationUnit::Milliseconds), } 5 bench :
        Socket, "bench", "The bench." { brackets : false, } 6 net : Prefix, "net",
        "The net." {} 7 mac : Mac, "mac", "The mac." {} 8 on : Bool, "on", "The on." {} 9
        size : Usize, "size", "The size." {} 10 user : Text, "user", "The user." {
        is_optional : true, absent : ::core::option::Option::Some("unknown"), } } pieces
        : [Placeholder(0) Placeholder(1) Literal(": ") Formatted(2,
        kmd_events::FormatSpec { alternate : true, width : 6u8, radix :
        kmd_events::Radix::UpperHex, ..kmd_events::FormatSpec::PLAIN }) Literal(" ")
        Formatted(3, kmd_events::FormatSpec { precision :
        ::core::option::Option::Some(3u8), ..kmd_events::FormatSpec::PLAIN })
        Literal(" ") Placeholder(4) Literal(" ms at ") Placeholder(5) Literal(" from ")
        Placeholder(6) Literal(", ") Formatted(7, kmd_events::FormatSpec { radix :
        kmd_events::Radix::UpperHex, ..kmd_events::FormatSpec::PLAIN }) Literal(", ")
        Placeholder(8) Literal(", ") Placeholder(9) Literal(", ") Placeholder(10)] set :
        {} recorded : { "phase" : text 0, "mode" : text 1, "serial" : unsigned 2, "ratio"
        : float 3, "elapsed" : display 4, "bench" : display 5, "net" : display 6, "mac" :
        display 7, "on" : bool 8, "size" : unsigned 9, "user" : text 10 } display : {}
        print : | self, out | { out.push(self.phase.as_str()); out.push(self.mode
        .as_str()); out.push(": "); out.value(kmd_events::__private::FieldValue::value(&
        self.serial), & Self::MESSAGE.placeholders[2usize], kmd_events::FormatSpec {
        alternate : true, width : 6u8, radix : kmd_events::Radix::UpperHex,
        ..kmd_events::FormatSpec::PLAIN }); out.push(" "); out
        .value(kmd_events::__private::FieldValue::value(& self.ratio), & Self::MESSAGE
        .placeholders[3usize], kmd_events::FormatSpec { precision :
        ::core::option::Option::Some(3u8), ..kmd_events::FormatSpec::PLAIN }); out
        .push(" "); out
        .value(kmd_events::Value::in_unit(kmd_events::__private::FieldValue::value(& self
        .elapsed), kmd_events::DurationUnit::Milliseconds), & Self::MESSAGE
        .placeholders[4usize], kmd_events::FormatSpec::PLAIN); out.push(" ms at "); out
        .value(kmd_events::__private::FieldValue::value(& self.bench), & Self::MESSAGE
        .placeholders[5usize], kmd_events::FormatSpec::PLAIN); out.push(" from "); out
        .value(kmd_events::__private::FieldValue::value(& self.net), & Self::MESSAGE
        .placeholders[6usize], kmd_events::FormatSpec::PLAIN); out.push(", "); out
        .value(kmd_events::__private::FieldValue::value(& self.mac), & Self::MESSAGE
        .placeholders[7usize], kmd_events::FormatSpec { radix :
        kmd_events::Radix::UpperHex, ..kmd_events::FormatSpec::PLAIN }); out.push(", ");
        out.value(kmd_events::__private::FieldValue::value(& self.on), & Self::MESSAGE
        .placeholders[8usize], kmd_events::FormatSpec::PLAIN); out.push(", "); out
        .integer(self.size); out.push(", "); out
        .value(kmd_events::__private::FieldValue::value(& self.user), & Self::MESSAGE
        .placeholders[10usize], kmd_events::FormatSpec::PLAIN); }
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
        Done['a] in LabTag, "labd" "LAB_DONE" Event Info Daemon template : "Done",
        description : "Something happened.", fields : { 0 by : Text, "by", "The by." {
        is_optional : true, } 1 phase : Enum, "phase", "The phase." { words :
        super::values::Phase::WORDS, is_optional : true, } 2 load in Seconds : Duration,
        "load", "The load." { unit :
        ::core::option::Option::Some(kmd_events::DurationUnit::Seconds), is_optional :
        true, } } pieces : [Literal("Done")] set : { since :
        ::core::option::Option::Some("2.0"), source :
        ::core::option::Option::Some("Manual of the `LAB_ALL` bench"), tails : &
        [" by {by}", ", {phase} {load:.1} s"], tail_pieces : & [&
        [kmd_events::Piece::Literal(" by "), kmd_events::Piece::Placeholder(0)], &
        [kmd_events::Piece::Literal(", "), kmd_events::Piece::Placeholder(1),
        kmd_events::Piece::Literal(" "), kmd_events::Piece::Formatted(2,
        kmd_events::FormatSpec { precision : ::core::option::Option::Some(1u8),
        ..kmd_events::FormatSpec::PLAIN }), kmd_events::Piece::Literal(" s")]],
        tail_wordings : & [& [kmd_events::Piece::Literal("Done by "),
        kmd_events::Piece::Placeholder(0), kmd_events::Piece::Literal(", "),
        kmd_events::Piece::Placeholder(1), kmd_events::Piece::Literal(" "),
        kmd_events::Piece::Formatted(2, kmd_events::FormatSpec { precision :
        ::core::option::Option::Some(1u8), ..kmd_events::FormatSpec::PLAIN }),
        kmd_events::Piece::Literal(" s")], & [kmd_events::Piece::Literal("Done by "),
        kmd_events::Piece::Placeholder(0)], & [kmd_events::Piece::Literal("Done, "),
        kmd_events::Piece::Placeholder(1), kmd_events::Piece::Literal(" "),
        kmd_events::Piece::Formatted(2, kmd_events::FormatSpec { precision :
        ::core::option::Option::Some(1u8), ..kmd_events::FormatSpec::PLAIN }),
        kmd_events::Piece::Literal(" s")]], is_tagged : false, } recorded : { "by" : text
        0, "phase" : text 1, "load" : display 2 } display : {} print : | self, out | {
        out.push("Done"); if ::core::option::Option::is_some(& self.by) { out
        .push(" by "); out.value(kmd_events::__private::FieldValue::value(& self.by), &
        Self::MESSAGE.placeholders[0usize], kmd_events::FormatSpec::PLAIN); } if
        ::core::option::Option::is_some(& self.phase) &&
        ::core::option::Option::is_some(& self.load) { out.push(", "); out
        .value(kmd_events::__private::FieldValue::value(& self.phase), & Self::MESSAGE
        .placeholders[1usize], kmd_events::FormatSpec::PLAIN); out.push(" "); out
        .value(kmd_events::Value::in_unit(kmd_events::__private::FieldValue::value(& self
        .load), kmd_events::DurationUnit::Seconds), & Self::MESSAGE.placeholders[2usize],
        kmd_events::FormatSpec { precision : ::core::option::Option::Some(1u8),
        ..kmd_events::FormatSpec::PLAIN }); out.push(" s"); } }
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
        H[] in LabTag, "labd" "LAB_H" Event Info Daemon template : "{option} {state:.1}",
        description : "Something happened.", fields : { 0 option : Enum, "option",
        "The option." { words : super::values::Option::WORDS, } 1 state : F64, "state",
        "The state." { is_optional : true, absent : ::core::option::Option::Some("-"), }
        } pieces : [Placeholder(0) Literal(" ") Formatted(1, kmd_events::FormatSpec {
        precision : ::core::option::Option::Some(1u8), ..kmd_events::FormatSpec::PLAIN
        })] set : {} recorded : { "option" : text 0, "state" : float 1 } display : {}
        print : | self, out | { out.push(self.option.as_str()); out.push(" "); out
        .value(kmd_events::__private::FieldValue::value(& self.state), & Self::MESSAGE
        .placeholders[1usize], kmd_events::FormatSpec { precision :
        ::core::option::Option::Some(1u8), ..kmd_events::FormatSpec::PLAIN }); }
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
impl<'a> LabEvent<'a> {
    ///Returns the tag of the message.
    #[must_use]
    pub const fn tag(&self) -> LabTag {
        match self {
            Self::All(_) => LabTag::All,
            Self::Done(_) => LabTag::Done,
            Self::H(_) => LabTag::H,
        }
    }
    ///Returns the severity.
    #[must_use]
    pub const fn severity(&self) -> kmd_events::Severity {
        self.tag().severity()
    }
    ///Returns the facility: the part of the system that the message comes from.
    #[must_use]
    pub const fn facility(&self) -> kmd_events::Facility {
        self.tag().facility()
    }
    ///Returns the priority (PRI): the facility code times eight plus the severity code (RFC 5424, section 6.2.1).
    #[must_use]
    pub const fn priority(&self) -> ::core::primitive::u8 {
        self.tag().priority()
    }
    ///Appends the text of the event to `out`. The text is that of `Display`, but appending it is faster.
    pub fn append_to(&self, out: &mut kmd_events::__private::String) {
        kmd_events::__private::TypedEvent::print(self, out);
    }
    ///Converts the event into one that owns its strings.
    pub fn into_owned(self) -> LabEvent<'static> {
        kmd_events::Tag::build(
            self.tag(),
            &mut kmd_events::__private::owned_values(&self),
        )
    }
}
#[automatically_derived]
impl ::core::fmt::Display for LabEvent<'_> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        match self {
            Self::All(event) => ::core::fmt::Display::fmt(event, f),
            Self::Done(event) => ::core::fmt::Display::fmt(event, f),
            Self::H(event) => ::core::fmt::Display::fmt(event, f),
        }
    }
}
#[automatically_derived]
impl ::core::error::Error for LabEvent<'_> {}
#[automatically_derived]
impl kmd_events::CatalogEvent for LabEvent<'_> {
    type Tag = LabTag;
    fn tag(&self) -> LabTag {
        self.tag()
    }
    fn into_owned(self) -> LabEvent<'static> {
        self.into_owned()
    }
}
#[automatically_derived]
#[doc(hidden)]
impl kmd_events::__private::TypedEvent for LabEvent<'_> {
    fn message(&self) -> &'static kmd_events::Message {
        self.tag().message()
    }
    fn with_values<'e>(&'e self, then: kmd_events::__private::Then<'_, 'e>) {
        match self {
            Self::All(event) => {
                kmd_events::__private::TypedEvent::with_values(event, then)
            }
            Self::Done(event) => {
                kmd_events::__private::TypedEvent::with_values(event, then)
            }
            Self::H(event) => kmd_events::__private::TypedEvent::with_values(event, then),
        }
    }
    fn print<O: kmd_events::__private::Output>(&self, out: &mut O) {
        match self {
            Self::All(event) => kmd_events::__private::TypedEvent::print(event, out),
            Self::Done(event) => kmd_events::__private::TypedEvent::print(event, out),
            Self::H(event) => kmd_events::__private::TypedEvent::print(event, out),
        }
    }
}
#[automatically_derived]
impl<'a> ::core::convert::From<events::All<'a>> for LabEvent<'a> {
    fn from(event: events::All<'a>) -> Self {
        Self::All(event)
    }
}
#[automatically_derived]
impl<'a> ::core::convert::From<events::Done<'a>> for LabEvent<'a> {
    fn from(event: events::Done<'a>) -> Self {
        Self::Done(event)
    }
}
#[automatically_derived]
impl<'a> ::core::convert::From<events::H> for LabEvent<'a> {
    fn from(event: events::H) -> Self {
        Self::H(event)
    }
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
impl LabTag {
    ///All tags, in the order of the catalog.
    pub const ALL: &'static [Self] = &[Self::All, Self::Done, Self::H];
    ///The properties of the catalog: the prefix, the process name and the SD-ID.
    pub const CATALOG: &'static kmd_events::Catalog = &kmd_events::Catalog {
        prefix: "LAB",
        process: "labd",
        sd_id: ::core::option::Option::None,
        has_untagged: true,
    };
    const MESSAGES: [&'static kmd_events::Message; 3usize] = [
        events::All::MESSAGE,
        events::Done::MESSAGE,
        events::H::MESSAGE,
    ];
    ///Returns the catalog entry of the message.
    #[must_use]
    pub const fn message(self) -> &'static kmd_events::Message {
        Self::MESSAGES[self as ::core::primitive::usize]
    }
    ///Returns the tag as a string, as it appears in a log.
    #[must_use]
    pub const fn as_str(self) -> &'static ::core::primitive::str {
        self.message().tag()
    }
    ///Returns the severity.
    #[must_use]
    pub const fn severity(self) -> kmd_events::Severity {
        self.message().severity()
    }
    ///Returns the facility: the part of the system that the message comes from.
    #[must_use]
    pub const fn facility(self) -> kmd_events::Facility {
        self.message().facility()
    }
    ///Returns the priority (PRI): the facility code times eight plus the severity code (RFC 5424, section 6.2.1).
    #[must_use]
    pub const fn priority(self) -> ::core::primitive::u8 {
        self.message().priority()
    }
    ///Returns whether the message reports an error or an event.
    #[must_use]
    pub const fn kind(self) -> kmd_events::MessageKind {
        self.message().kind()
    }
    ///Returns the template of the message, with placeholders in braces.
    #[must_use]
    pub const fn template(self) -> &'static ::core::primitive::str {
        self.message().template()
    }
    ///Returns the description of the message.
    #[must_use]
    pub const fn description(self) -> &'static ::core::primitive::str {
        self.message().description()
    }
    ///Returns the placeholders of the template and its tails, each once, in the order of their first use.
    #[must_use]
    pub const fn placeholders(self) -> &'static [kmd_events::Placeholder] {
        self.message().placeholders()
    }
}
#[automatically_derived]
impl ::core::fmt::Display for LabTag {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.pad(self.as_str())
    }
}
#[automatically_derived]
impl ::core::str::FromStr for LabTag {
    type Err = kmd_events::ParseTagError;
    fn from_str(
        text: &::core::primitive::str,
    ) -> ::core::result::Result<Self, kmd_events::ParseTagError> {
        kmd_events::__private::from_str(text)
    }
}
impl LabTag {
    /**Parses the text of the message, which follows the tag in a log line.

The text matches the template, with or without its optional parts, or one of its `alternatives` in the catalog, or it begins
with a match of the template and continues. In the last case, `rest` is the remaining text. Each value is the shortest with
which the whole text matches, from left to right, and a word of an enum is the longest. A value that its type rejects is not
considered. The event borrows from the text.

# Errors

Returns an error if the text does not match the message.*/
    pub fn parse(
        self,
        text: &::core::primitive::str,
    ) -> ::core::result::Result<
        kmd_events::Parsed<'_, LabEvent<'_>>,
        kmd_events::ParseEventError<'_>,
    > {
        kmd_events::__private::parse(self, text)
    }
    /**Parses the text of the message like [`parse`](Self::parse), but rejects trailing text.

# Errors

Returns an error if the text does not match the message.*/
    pub fn parse_exact(
        self,
        text: &::core::primitive::str,
    ) -> ::core::result::Result<LabEvent<'_>, kmd_events::ParseEventError<'_>> {
        kmd_events::__private::parse_exact(self, text)
    }
}
impl<'a> LabEvent<'a> {
    /**Parses the text of a message whose tag is unknown.

The templates of all messages, with and without their optional parts, are tried first, then their `alternatives` in the catalog, then the templates as the beginning
of the text. In the last case, `rest` is the remaining text.

# Errors

Returns an error if the text does not match a message, or if it matches several.*/
    pub fn recognize(
        text: &'a ::core::primitive::str,
    ) -> ::core::result::Result<
        kmd_events::Parsed<'a, Self>,
        kmd_events::RecognizeError<LabTag>,
    > {
        kmd_events::__private::recognize::<LabTag>(text)
    }
    /**Parses the text of a message like [`recognize`](Self::recognize), but rejects trailing text.

# Errors

Returns an error if the text does not match a message, or if it matches several.*/
    pub fn recognize_exact(
        text: &'a ::core::primitive::str,
    ) -> ::core::result::Result<Self, kmd_events::RecognizeError<LabTag>> {
        kmd_events::__private::recognize_exact::<LabTag>(text)
    }
}
///A record that `LabRecord::parse` returns for a line of a log. It is parsed with the `LAB` catalog.
pub type LabRecord<'a> = kmd_events::Record<'a, LabEvent<'a>, LabTag>;
#[automatically_derived]
impl kmd_events::Tag for LabTag {
    type Event<'a> = LabEvent<'a>;
    const ALL: &'static [Self] = Self::ALL;
    const CATALOG: &'static kmd_events::Catalog = Self::CATALOG;
    fn set() -> &'static kmd_events::__private::MessageSet {
        const TAGS: &[&::core::primitive::str] = &["LAB_ALL", "LAB_DONE", "LAB_H"];
        const SLOTS: &[::core::primitive::u32] = &kmd_events::__private::slots::<
            { kmd_events::__private::slot_count(TAGS.len()) },
        >(TAGS);
        const SET: &kmd_events::__private::MessageSet = &kmd_events::__private::MessageSet {
            catalog: LabTag::CATALOG,
            messages: &[events::All::MESSAGE, events::Done::MESSAGE, events::H::MESSAGE],
            tags: kmd_events::__private::TagTable::new(TAGS, SLOTS),
        };
        SET
    }
    fn message(self) -> &'static kmd_events::Message {
        self.message()
    }
    fn into_owned(event: LabEvent<'_>) -> LabEvent<'static> {
        event.into_owned()
    }
    fn build<'a>(self, values: kmd_events::__private::Values<'_, 'a>) -> LabEvent<'a> {
        match self {
            Self::All => LabEvent::All(kmd_events::__private::EventStruct::build(values)),
            Self::Done => {
                LabEvent::Done(kmd_events::__private::EventStruct::build(values))
            }
            Self::H => LabEvent::H(kmd_events::__private::EventStruct::build(values)),
        }
    }
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
