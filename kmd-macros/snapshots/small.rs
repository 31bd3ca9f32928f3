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
    impl<'a> Login<'a> {
        ///The tag of the message.
        pub const TAG: super::AppTag = super::AppTag::Login;
        ///The severity of the message.
        pub const SEVERITY: kmd_events::Severity = kmd_events::Severity::Info;
        ///The facility of the message: the part of the system that it comes from.
        pub const FACILITY: kmd_events::Facility = kmd_events::Facility::Auth;
        ///Whether the message reports an error or an event.
        pub const KIND: kmd_events::MessageKind = kmd_events::MessageKind::Event;
        ///The template of the message, with placeholders in braces.
        pub const TEMPLATE: &'static ::core::primitive::str = "User {user} logged in from {remote-address} ({type}); welcome, {user}";
        ///The catalog entry of the message.
        pub const MESSAGE: &'static kmd_events::Message = &kmd_events::Message {
            kind: Self::KIND,
            severity: Self::SEVERITY,
            facility: Self::FACILITY,
            description: "A user logged in.",
            placeholders: &[
                kmd_events::Placeholder::new(
                    "user",
                    kmd_events::FieldType::Text,
                    "Name of the user.",
                ),
                kmd_events::Placeholder::new(
                    "remote-address",
                    kmd_events::FieldType::Ip,
                    "Address of the user.",
                ),
                kmd_events::Placeholder::new(
                    "type",
                    kmd_events::FieldType::Text,
                    "Kind of login.",
                ),
            ],
            pieces: &[
                kmd_events::Piece::Literal("User "),
                kmd_events::Piece::Placeholder(0usize),
                kmd_events::Piece::Literal(" logged in from "),
                kmd_events::Piece::Placeholder(1usize),
                kmd_events::Piece::Literal(" ("),
                kmd_events::Piece::Placeholder(2usize),
                kmd_events::Piece::Literal("); welcome, "),
                kmd_events::Piece::Placeholder(0usize),
            ],
            ..kmd_events::__private::tracing! {
                kmd_events::Message::new(super::AppTag::CATALOG, "APP_LOGIN",
                Self::TEMPLATE), Login, "appd", "APP_LOGIN", { "user" : text 0usize,
                "remote_address" : display 1usize, "type" : text 2usize }
            }
        };
        ///Converts the event into one that owns its strings.
        #[must_use]
        #[inline]
        pub fn into_owned(self) -> Login<'static> {
            kmd_events::__private::EventStruct::build(
                &mut kmd_events::__private::owned_values(&self),
            )
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Login<'_> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            kmd_events::__private::display(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for Login<'_> {}
    #[automatically_derived]
    #[doc(hidden)]
    impl kmd_events::__private::TypedEvent for Login<'_> {
        #[inline]
        fn message(&self) -> &'static kmd_events::Message {
            Self::MESSAGE
        }
        fn with_values<'e>(&'e self, then: kmd_events::__private::Then<'_, 'e>) {
            then(
                &[
                    kmd_events::__private::FieldValue::value(&self.user),
                    kmd_events::__private::FieldValue::value(&self.remote_address),
                    kmd_events::__private::FieldValue::value(&self.r#type),
                ],
            );
        }
        #[inline]
        fn print<O: kmd_events::__private::Output>(&self, out: &mut O) {
            kmd_events::__private::Output::push(out, "User ");
            kmd_events::__private::Output::push(out, &self.user);
            kmd_events::__private::Output::push(out, " logged in from ");
            kmd_events::__private::Output::address(out, self.remote_address);
            kmd_events::__private::Output::push(out, " (");
            kmd_events::__private::Output::push(out, &self.r#type);
            kmd_events::__private::Output::push(out, "); welcome, ");
            kmd_events::__private::Output::push(out, &self.user);
        }
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl<'a> kmd_events::__private::EventStruct<'a> for Login<'a> {
        type Tag = super::AppTag;
        const MESSAGE: &'static kmd_events::Message = Self::MESSAGE;
        #[inline]
        fn build(values: kmd_events::__private::Values<'_, 'a>) -> Self {
            Login {
                user: kmd_events::__private::field(values, 0usize),
                remote_address: kmd_events::__private::field(values, 1usize),
                r#type: kmd_events::__private::field(values, 2usize),
            }
        }
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
    impl LoginFailed {
        ///The tag of the message.
        pub const TAG: super::AppTag = super::AppTag::LoginFailed;
        ///The severity of the message.
        pub const SEVERITY: kmd_events::Severity = kmd_events::Severity::Warning;
        ///The facility of the message: the part of the system that it comes from.
        pub const FACILITY: kmd_events::Facility = kmd_events::Facility::Auth;
        ///Whether the message reports an error or an event.
        pub const KIND: kmd_events::MessageKind = kmd_events::MessageKind::Error;
        ///The template of the message, with placeholders in braces.
        pub const TEMPLATE: &'static ::core::primitive::str = "{count} failed logins from {remote-address}";
        ///The catalog entry of the message.
        pub const MESSAGE: &'static kmd_events::Message = &kmd_events::Message {
            kind: Self::KIND,
            severity: Self::SEVERITY,
            facility: Self::FACILITY,
            description: "A login failed.",
            placeholders: &[
                kmd_events::Placeholder::new(
                    "count",
                    kmd_events::FieldType::U32,
                    "Number of attempts.",
                ),
                kmd_events::Placeholder::new(
                    "remote-address",
                    kmd_events::FieldType::Ip,
                    "Address of the user.",
                ),
            ],
            pieces: &[
                kmd_events::Piece::Placeholder(0usize),
                kmd_events::Piece::Literal(" failed logins from "),
                kmd_events::Piece::Placeholder(1usize),
            ],
            cause: ::core::option::Option::Some(
                "A forgotten password, or a guessed one.",
            ),
            action: ::core::option::Option::Some("Watch where the attempts come from."),
            note: ::core::option::Option::Some("Counts are those of the last minute."),
            ..kmd_events::__private::tracing! {
                kmd_events::Message::new(super::AppTag::CATALOG, "APP_LOGIN_FAILED",
                Self::TEMPLATE), LoginFailed, "appd", "APP_LOGIN_FAILED", { "count" :
                unsigned 0usize, "remote_address" : display 1usize }
            }
        };
    }
    #[automatically_derived]
    impl ::core::fmt::Display for LoginFailed {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            kmd_events::__private::display(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for LoginFailed {}
    #[automatically_derived]
    #[doc(hidden)]
    impl kmd_events::__private::TypedEvent for LoginFailed {
        #[inline]
        fn message(&self) -> &'static kmd_events::Message {
            Self::MESSAGE
        }
        fn with_values<'e>(&'e self, then: kmd_events::__private::Then<'_, 'e>) {
            then(
                &[
                    kmd_events::__private::FieldValue::value(&self.count),
                    kmd_events::__private::FieldValue::value(&self.remote_address),
                ],
            );
        }
        #[inline]
        fn print<O: kmd_events::__private::Output>(&self, out: &mut O) {
            kmd_events::__private::Output::integer(out, self.count);
            kmd_events::__private::Output::push(out, " failed logins from ");
            kmd_events::__private::Output::address(out, self.remote_address);
        }
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl<'a> kmd_events::__private::EventStruct<'a> for LoginFailed {
        type Tag = super::AppTag;
        const MESSAGE: &'static kmd_events::Message = Self::MESSAGE;
        #[inline]
        fn build(values: kmd_events::__private::Values<'_, 'a>) -> Self {
            LoginFailed {
                count: kmd_events::__private::field(values, 0usize),
                remote_address: kmd_events::__private::field(values, 1usize),
            }
        }
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
    impl Stopped {
        ///The tag of the message.
        pub const TAG: super::AppTag = super::AppTag::Stopped;
        ///The severity of the message.
        pub const SEVERITY: kmd_events::Severity = kmd_events::Severity::Notice;
        ///The facility of the message: the part of the system that it comes from.
        pub const FACILITY: kmd_events::Facility = kmd_events::Facility::Daemon;
        ///Whether the message reports an error or an event.
        pub const KIND: kmd_events::MessageKind = kmd_events::MessageKind::Event;
        ///The template of the message, with placeholders in braces.
        pub const TEMPLATE: &'static ::core::primitive::str = "Stopped \"cleanly\"";
        ///The catalog entry of the message.
        pub const MESSAGE: &'static kmd_events::Message = &kmd_events::Message {
            kind: Self::KIND,
            severity: Self::SEVERITY,
            facility: Self::FACILITY,
            description: "The application stopped.",
            placeholders: &[],
            pieces: &[kmd_events::Piece::Literal("Stopped \"cleanly\"")],
            note: ::core::option::Option::Some(
                "Use `APP_LOGIN` with `user`; `APP_STOPPED` is never logged.",
            ),
            deprecated: ::core::option::Option::Some("it is never logged"),
            ..kmd_events::__private::tracing! {
                kmd_events::Message::new(super::AppTag::CATALOG, "APP_STOPPED",
                Self::TEMPLATE), Stopped, "appd", "APP_STOPPED", {}
            }
        };
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Stopped {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str("Stopped \"cleanly\"")
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for Stopped {}
    #[automatically_derived]
    #[doc(hidden)]
    impl kmd_events::__private::TypedEvent for Stopped {
        #[inline]
        fn message(&self) -> &'static kmd_events::Message {
            Self::MESSAGE
        }
        fn with_values<'e>(&'e self, then: kmd_events::__private::Then<'_, 'e>) {
            then(&[]);
        }
        #[inline]
        fn print<O: kmd_events::__private::Output>(&self, out: &mut O) {
            kmd_events::__private::Output::push(out, "Stopped \"cleanly\"");
        }
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl<'a> kmd_events::__private::EventStruct<'a> for Stopped {
        type Tag = super::AppTag;
        const MESSAGE: &'static kmd_events::Message = Self::MESSAGE;
        #[inline]
        fn build(values: kmd_events::__private::Values<'_, 'a>) -> Self {
            Stopped {}
        }
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
