#[doc(hidden)]
mod one_catalog_per_module_and_none_in_functions {
    #[allow(dead_code)]
    pub(super) const EMPTY: () = ();
}
const _: () = self::one_catalog_per_module_and_none_in_functions::EMPTY;
const _: () = (kmd_events::__private::check_module)(
    ::core::module_path!(),
    "app",
    "catalog!(pub \"small.yaml\"",
);
///The messages of the `APP` catalog. Each message is a struct with an alias named after its tag.
pub mod events {
    /**`APP_LOGIN` (event, severity `info`, facility `LOG_AUTH`, PRI 38)

> ` User {user} logged in from {remote-address} ({type}); welcome, {user} `

```text
app_event!(APP_LOGIN { user: /* &str */, remote_address: /* IpAddr */, type: /* &str */ })
```

A user logged in.*/
    #[doc(alias = "APP_LOGIN")]
    #[::core::prelude::v1::derive(
        ::core::clone::Clone,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
    )]
    pub struct Login<'a> {
        ///`user`: Name of the user.
        pub user: kmd_events::__private::Cow<'a, ::core::primitive::str>,
        ///`remote-address`: Address of the user.
        pub remote_address: ::core::net::IpAddr,
        ///`type`: Kind of login.
        pub r#type: kmd_events::__private::Cow<'a, ::core::primitive::str>,
    }
    /**`APP_LOGIN` (event, severity `info`, facility `LOG_AUTH`, PRI 38)

> ` User {user} logged in from {remote-address} ({type}); welcome, {user} `

```text
app_event!(APP_LOGIN { user: /* &str */, remote_address: /* IpAddr */, type: /* &str */ })
```

A user logged in.*/
    pub type APP_LOGIN<'a> = Login<'a>;
    kmd_events::__private::message! {
        Login['a] in AppTag, "appd" "APP_LOGIN" Event Info Auth template :
        "User {user} logged in from {remote-address} ({type}); welcome, {user}",
        description : "A user logged in.", fields : { 0 user : Text, "user",
        "Name of the user." {} 1 remote_address : Ip, "remote-address",
        "Address of the user." {} 2 r#type : Text, "type", "Kind of login." {} } pieces :
        [Literal("User ") Placeholder(0) Literal(" logged in from ") Placeholder(1)
        Literal(" (") Placeholder(2) Literal("); welcome, ") Placeholder(0)] set : {}
        recorded : { "user" : text 0, "remote_address" : display 1, "type" : text 2 }
        display : {} print : | self, out | { out.push("User "); out.push(& self.user);
        out.push(" logged in from "); out.address(self.remote_address); out.push(" (");
        out.push(& self.r#type); out.push("); welcome, "); out.push(& self.user); }
    }
    /**`APP_LOGIN_FAILED` (error, severity `warning`, facility `LOG_AUTH`, PRI 36)

> ` {count} failed logins from {remote-address} `

```text
app_event!(APP_LOGIN_FAILED { count: /* u32 */, remote_address: /* IpAddr */ })
```

A login failed.

# Cause

A forgotten password, or a guessed one.

# Action

Watch where the attempts come from.

# Note

Counts are those of the last minute.*/
    #[doc(alias = "APP_LOGIN_FAILED")]
    #[::core::prelude::v1::derive(
        ::core::clone::Clone,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
    )]
    pub struct LoginFailed {
        ///`count`: Number of attempts.
        pub count: ::core::primitive::u32,
        ///`remote-address`: Address of the user.
        pub remote_address: ::core::net::IpAddr,
    }
    /**`APP_LOGIN_FAILED` (error, severity `warning`, facility `LOG_AUTH`, PRI 36)

> ` {count} failed logins from {remote-address} `

```text
app_event!(APP_LOGIN_FAILED { count: /* u32 */, remote_address: /* IpAddr */ })
```

A login failed.

# Cause

A forgotten password, or a guessed one.

# Action

Watch where the attempts come from.

# Note

Counts are those of the last minute.*/
    pub type APP_LOGIN_FAILED = LoginFailed;
    kmd_events::__private::message! {
        LoginFailed[] in AppTag, "appd" "APP_LOGIN_FAILED" Error Warning Auth template :
        "{count} failed logins from {remote-address}", description : "A login failed.",
        fields : { 0 count : U32, "count", "Number of attempts." {} 1 remote_address :
        Ip, "remote-address", "Address of the user." {} } pieces : [Placeholder(0)
        Literal(" failed logins from ") Placeholder(1)] set : { cause :
        ::core::option::Option::Some("A forgotten password, or a guessed one."), action :
        ::core::option::Option::Some("Watch where the attempts come from."), note :
        ::core::option::Option::Some("Counts are those of the last minute."), } recorded
        : { "count" : unsigned 0, "remote_address" : display 1 } display : {} print : |
        self, out | { out.integer(self.count); out.push(" failed logins from "); out
        .address(self.remote_address); }
    }
    /**`APP_STOPPED` (event, severity `notice`, facility `LOG_DAEMON`, PRI 29)

> ` Stopped "cleanly" `

```text
app_event!(APP_STOPPED)
```

The application stopped.

# Note

Use [`APP_LOGIN`] with `user`; `APP_STOPPED` is never logged.

# Deprecated

it is never logged*/
    #[doc(alias = "APP_STOPPED")]
    #[::core::prelude::v1::derive(
        ::core::clone::Clone,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
    )]
    pub struct Stopped;
    /**`APP_STOPPED` (event, severity `notice`, facility `LOG_DAEMON`, PRI 29)

> ` Stopped "cleanly" `

```text
app_event!(APP_STOPPED)
```

The application stopped.

# Note

Use [`APP_LOGIN`] with `user`; `APP_STOPPED` is never logged.

# Deprecated

it is never logged*/
    #[deprecated(note = "it is never logged")]
    pub type APP_STOPPED = Stopped;
    kmd_events::__private::message! {
        Stopped[] in AppTag, "appd" "APP_STOPPED" Event Notice Daemon template :
        "Stopped \"cleanly\"", description : "The application stopped.", fields : {}
        pieces : [Literal("Stopped \"cleanly\"")] set : { note :
        ::core::option::Option::Some("Use `APP_LOGIN` with `user`; `APP_STOPPED` is never logged."),
        deprecated : ::core::option::Option::Some("it is never logged"), } recorded : {}
        display : { "Stopped \"cleanly\"" } print : | self, out | { out
        .push("Stopped \"cleanly\""); }
    }
}
///An event of the `APP` catalog, with one variant per message.
#[::core::prelude::v1::derive(
    ::core::clone::Clone,
    ::core::fmt::Debug,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
)]
#[non_exhaustive]
#[must_use = "building an event does not log it"]
pub enum AppEvent<'a> {
    ///`APP_LOGIN`: ` User {user} logged in from {remote-address} ({type}); welcome, {user} `
    Login(events::Login<'a>),
    ///`APP_LOGIN_FAILED`: ` {count} failed logins from {remote-address} `
    LoginFailed(events::LoginFailed),
    ///`APP_STOPPED`: ` Stopped "cleanly" `
    Stopped(events::Stopped),
}
impl<'a> AppEvent<'a> {
    ///Returns the tag of the message.
    #[must_use]
    pub const fn tag(&self) -> AppTag {
        match self {
            Self::Login(_) => AppTag::Login,
            Self::LoginFailed(_) => AppTag::LoginFailed,
            Self::Stopped(_) => AppTag::Stopped,
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
    pub fn into_owned(self) -> AppEvent<'static> {
        kmd_events::Tag::build(
            self.tag(),
            &mut kmd_events::__private::owned_values(&self),
        )
    }
}
#[automatically_derived]
impl ::core::fmt::Display for AppEvent<'_> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        match self {
            Self::Login(event) => ::core::fmt::Display::fmt(event, f),
            Self::LoginFailed(event) => ::core::fmt::Display::fmt(event, f),
            Self::Stopped(event) => ::core::fmt::Display::fmt(event, f),
        }
    }
}
#[automatically_derived]
impl ::core::error::Error for AppEvent<'_> {}
#[automatically_derived]
impl kmd_events::CatalogEvent for AppEvent<'_> {
    type Tag = AppTag;
    fn tag(&self) -> AppTag {
        self.tag()
    }
    fn into_owned(self) -> AppEvent<'static> {
        self.into_owned()
    }
}
#[automatically_derived]
#[doc(hidden)]
impl kmd_events::__private::TypedEvent for AppEvent<'_> {
    fn message(&self) -> &'static kmd_events::Message {
        self.tag().message()
    }
    fn with_values<'e>(&'e self, then: kmd_events::__private::Then<'_, 'e>) {
        match self {
            Self::Login(event) => {
                kmd_events::__private::TypedEvent::with_values(event, then)
            }
            Self::LoginFailed(event) => {
                kmd_events::__private::TypedEvent::with_values(event, then)
            }
            Self::Stopped(event) => {
                kmd_events::__private::TypedEvent::with_values(event, then)
            }
        }
    }
    fn print<O: kmd_events::__private::Output>(&self, out: &mut O) {
        match self {
            Self::Login(event) => kmd_events::__private::TypedEvent::print(event, out),
            Self::LoginFailed(event) => {
                kmd_events::__private::TypedEvent::print(event, out)
            }
            Self::Stopped(event) => kmd_events::__private::TypedEvent::print(event, out),
        }
    }
}
#[automatically_derived]
impl<'a> ::core::convert::From<events::Login<'a>> for AppEvent<'a> {
    fn from(event: events::Login<'a>) -> Self {
        Self::Login(event)
    }
}
#[automatically_derived]
impl<'a> ::core::convert::From<events::LoginFailed> for AppEvent<'a> {
    fn from(event: events::LoginFailed) -> Self {
        Self::LoginFailed(event)
    }
}
#[automatically_derived]
impl<'a> ::core::convert::From<events::Stopped> for AppEvent<'a> {
    fn from(event: events::Stopped) -> Self {
        Self::Stopped(event)
    }
}
///A tag of the `APP` catalog, with one variant per message. Tags are ordered as in the catalog.
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
pub enum AppTag {
    ///`APP_LOGIN`
    #[doc(alias = "APP_LOGIN")]
    Login,
    ///`APP_LOGIN_FAILED`
    #[doc(alias = "APP_LOGIN_FAILED")]
    LoginFailed,
    ///`APP_STOPPED`
    #[doc(alias = "APP_STOPPED")]
    Stopped,
}
impl AppTag {
    ///All tags, in the order of the catalog.
    pub const ALL: &'static [Self] = &[Self::Login, Self::LoginFailed, Self::Stopped];
    ///The properties of the catalog: the prefix, the process name and the SD-ID.
    pub const CATALOG: &'static kmd_events::Catalog = &kmd_events::Catalog {
        prefix: "APP",
        process: "appd",
        sd_id: ::core::option::Option::None,
        has_untagged: false,
    };
    const MESSAGES: [&'static kmd_events::Message; 3usize] = [
        events::Login::MESSAGE,
        events::LoginFailed::MESSAGE,
        events::Stopped::MESSAGE,
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
impl ::core::fmt::Display for AppTag {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.pad(self.as_str())
    }
}
#[automatically_derived]
impl ::core::str::FromStr for AppTag {
    type Err = kmd_events::ParseTagError;
    fn from_str(
        text: &::core::primitive::str,
    ) -> ::core::result::Result<Self, kmd_events::ParseTagError> {
        kmd_events::__private::from_str(text)
    }
}
impl AppTag {
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
        kmd_events::Parsed<'_, AppEvent<'_>>,
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
    ) -> ::core::result::Result<AppEvent<'_>, kmd_events::ParseEventError<'_>> {
        kmd_events::__private::parse_exact(self, text)
    }
}
impl<'a> AppEvent<'a> {
    /**Parses the text of a message whose tag is unknown.

The templates of all messages, with and without their optional parts, are tried first, then their `alternatives` in the catalog, then the templates as the beginning
of the text. In the last case, `rest` is the remaining text.

# Errors

Returns an error if the text does not match a message, or if it matches several.*/
    pub fn recognize(
        text: &'a ::core::primitive::str,
    ) -> ::core::result::Result<
        kmd_events::Parsed<'a, Self>,
        kmd_events::RecognizeError<AppTag>,
    > {
        kmd_events::__private::recognize::<AppTag>(text)
    }
    /**Parses the text of a message like [`recognize`](Self::recognize), but rejects trailing text.

# Errors

Returns an error if the text does not match a message, or if it matches several.*/
    pub fn recognize_exact(
        text: &'a ::core::primitive::str,
    ) -> ::core::result::Result<Self, kmd_events::RecognizeError<AppTag>> {
        kmd_events::__private::recognize_exact::<AppTag>(text)
    }
}
///A record that `AppRecord::parse` returns for a line of a log. It is parsed with the `APP` catalog.
pub type AppRecord<'a> = kmd_events::Record<'a, AppEvent<'a>, AppTag>;
#[automatically_derived]
impl kmd_events::Tag for AppTag {
    type Event<'a> = AppEvent<'a>;
    const ALL: &'static [Self] = Self::ALL;
    const CATALOG: &'static kmd_events::Catalog = Self::CATALOG;
    fn set() -> &'static kmd_events::__private::MessageSet {
        const TAGS: &[&::core::primitive::str] = &[
            "APP_LOGIN",
            "APP_LOGIN_FAILED",
            "APP_STOPPED",
        ];
        const SLOTS: &[::core::primitive::u32] = &kmd_events::__private::slots::<
            { kmd_events::__private::slot_count(TAGS.len()) },
        >(TAGS);
        const SET: &kmd_events::__private::MessageSet = &kmd_events::__private::MessageSet {
            catalog: AppTag::CATALOG,
            messages: &[
                events::Login::MESSAGE,
                events::LoginFailed::MESSAGE,
                events::Stopped::MESSAGE,
            ],
            tags: kmd_events::__private::TagTable::new(TAGS, SLOTS),
        };
        SET
    }
    fn message(self) -> &'static kmd_events::Message {
        self.message()
    }
    fn into_owned(event: AppEvent<'_>) -> AppEvent<'static> {
        event.into_owned()
    }
    fn build<'a>(self, values: kmd_events::__private::Values<'_, 'a>) -> AppEvent<'a> {
        match self {
            Self::Login => {
                AppEvent::Login(kmd_events::__private::EventStruct::build(values))
            }
            Self::LoginFailed => {
                AppEvent::LoginFailed(kmd_events::__private::EventStruct::build(values))
            }
            Self::Stopped => {
                AppEvent::Stopped(kmd_events::__private::EventStruct::build(values))
            }
        }
    }
}
kmd_events::__private::serde! {
    AppEvent < 'a >, AppTag
}
#[doc(hidden)]
#[macro_export]
macro_rules! __3app_app_event {
    ($($call:tt)*) => {
        kmd_events::__private::event! { (kmd_events) ($crate::app)
        r#"APP	App	borrows	complete
APP_LOGIN	Login	User {user} logged in from {remote-address} ({type}); welcome, {user}	user:text,remote_address:ip,type:text
APP_LOGIN_FAILED	LoginFailed	{count} failed logins from {remote-address}	count:u32,remote_address:ip
APP_STOPPED	Stopped	Stopped "cleanly"	"#
        $($call)* }
    };
}
/**Builds an event of the `APP` catalog as a value of type [`AppEvent`]. The call is checked at compile time.

```text
app_event!(APP_LOGIN { user: /* &str */, remote_address: /* IpAddr */, type: /* &str */ })
```

A call is a struct literal whose name is the tag of the message. Each placeholder is a field; hyphens become underscores. Field init shorthand works as in any struct literal. For a message without placeholders, pass only the tag.

A `text` field takes a `&str`, `String`, `Cow<str>`, `Box<str>`, `Rc<str>`, `Arc<str>` or a reference to one, an `ip` field an `IpAddr`, `Ipv4Addr`, `Ipv6Addr` or a reference to one. Both take values of other types that implement `IntoText` or `IntoIp`. A field of another type takes an expression of the Rust type of the field.

`%` before a value formats it with `Display`, and `?` formats it with `Debug`. Both are for `text` fields. A field whose type is an `Option` may be left out.

An unknown tag and a missing, unknown, duplicate or mistyped field are compile errors.*/
#[doc(inline)]
pub use __3app_app_event as app_event;
#[doc(hidden)]
#[macro_export]
macro_rules! __3app_app_log {
    ($($call:tt)*) => {
        kmd_events::__private::log! { (kmd_events) ($crate::app)
        r#"APP	App	borrows	complete
APP_LOGIN	Login	User {user} logged in from {remote-address} ({type}); welcome, {user}	user:text,remote_address:ip,type:text
APP_LOGIN_FAILED	LoginFailed	{count} failed logins from {remote-address}	count:u32,remote_address:ip
APP_STOPPED	Stopped	Stopped "cleanly"	"#
        $($call)* }
    };
}
/**Logs an event of the `APP` catalog to a sink, and returns the sink's `Result`. The call is checked at compile time.

```text
app_log!(sink, APP_LOGIN { user: /* &str */, remote_address: /* IpAddr */, type: /* &str */ })
```

The sink is a value of a type that implements `kmd_events::sink::Sink`, such as a `&dyn Sink`. It is evaluated once and is not moved. The call after the sink is that of [`app_event!`]. The values are evaluated only if the sink is enabled for the message; otherwise the result is `Ok(())`.

# Errors

Returns an error if the sink returns one.*/
#[doc(inline)]
pub use __3app_app_log as app_log;
