#[doc(hidden)]
mod a_catalog_needs_a_module_of_its_own {
    #[allow(dead_code)]
    pub(super) const EMPTY: () = ();
}
const _: () = self::a_catalog_needs_a_module_of_its_own::EMPTY;
const _: () = (kmd_events::__private::check_module)(
    ::core::module_path!(),
    "app",
    "catalog!(pub \"small.yaml\"",
);
///The messages of the `APP` catalogue: a struct each, and under its documented tag an alias of it.
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
        ///`remote-address`: Where the user is.
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
        /// The tag of this message.
        pub const TAG: super::AppTag = super::AppTag::Login;
        /// How serious it is.
        pub const SEVERITY: kmd_events::Severity = kmd_events::Severity::Info;
        /// What part of the system it comes from.
        pub const FACILITY: kmd_events::Facility = kmd_events::Facility::Auth;
        /// Whether it reports an error or an event.
        pub const KIND: kmd_events::MessageKind = kmd_events::MessageKind::Event;
        /// Its text, placeholders in braces.
        pub const TEMPLATE: &'static ::core::primitive::str = "User {user} logged in from {remote-address} ({type}); welcome, {user}";
        /// All that the catalogue says of it.
        pub const MESSAGE: &'static kmd_events::Message = &kmd_events::Message::new(
                super::AppTag::CATALOG,
                "APP_LOGIN",
                Self::TEMPLATE,
                &[
                    kmd_events::Piece::Literal("User "),
                    kmd_events::Piece::Placeholder(0usize),
                    kmd_events::Piece::Literal(" logged in from "),
                    kmd_events::Piece::Placeholder(1usize),
                    kmd_events::Piece::Literal(" ("),
                    kmd_events::Piece::Placeholder(2usize),
                    kmd_events::Piece::Literal("); welcome, "),
                    kmd_events::Piece::Placeholder(0usize),
                ],
                Self::KIND,
                Self::SEVERITY,
                Self::FACILITY,
                "A user logged in.",
            )
            .with_placeholders(
                &[
                    kmd_events::Placeholder::new(
                        "user",
                        kmd_events::FieldType::Text,
                        "Name of the user.",
                    ),
                    kmd_events::Placeholder::new(
                        "remote-address",
                        kmd_events::FieldType::Ip,
                        "Where the user is.",
                    ),
                    kmd_events::Placeholder::new(
                        "type",
                        kmd_events::FieldType::Text,
                        "Kind of login.",
                    ),
                ],
            );
        /// The same event with texts of its own.
        #[must_use]
        pub fn into_owned(self) -> Login<'static> {
            Login {
                user: kmd_events::__private::Cow::Owned(self.user.into_owned()),
                remote_address: self.remote_address,
                r#type: kmd_events::__private::Cow::Owned(self.r#type.into_owned()),
            }
        }
        #[doc(hidden)]
        pub(super) fn build(
            values: kmd_events::__private::Values<'_, 'a>,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(Login {
                user: kmd_events::__private::text(values)?,
                remote_address: kmd_events::__private::address(values)?,
                r#type: kmd_events::__private::text(values)?,
            })
        }
        fn print<W: ::core::fmt::Write>(&self, out: &mut W) -> ::core::fmt::Result {
            out.write_str("User ")?;
            out.write_str(&self.user)?;
            out.write_str(" logged in from ")?;
            kmd_events::__private::print_address(out, self.remote_address)?;
            out.write_str(" (")?;
            out.write_str(&self.r#type)?;
            out.write_str("); welcome, ")?;
            out.write_str(&self.user)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Login<'_> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            let mut buffer = kmd_events::__private::Buffer::new_const();
            let fits = self.print(&mut buffer);
            kmd_events::__private::print(f, self, fits.map(|()| &*buffer))
        }
    }
    #[automatically_derived]
    impl kmd_events::Event for Login<'_> {
        fn message(&self) -> &'static kmd_events::Message {
            Self::MESSAGE
        }
        fn value(
            &self,
            index: ::core::primitive::usize,
        ) -> ::core::option::Option<kmd_events::Value<'_>> {
            match index {
                0usize => {
                    ::core::option::Option::Some(kmd_events::Value::Text(&self.user))
                }
                1usize => {
                    ::core::option::Option::Some(
                        kmd_events::Value::Address(self.remote_address),
                    )
                }
                2usize => {
                    ::core::option::Option::Some(kmd_events::Value::Text(&self.r#type))
                }
                _ => ::core::option::Option::None,
            }
        }
        fn fields(&self) -> kmd_events::Fields<'_> {
            kmd_events::Fields::new(self)
        }
        fn append_to(&self, out: &mut kmd_events::__private::String) {
            let _ = self.print(out);
        }
        kmd_events::__private::tracing! {
            self, Login, "appd", "APP_LOGIN", { "user" : text user, "remote_address" :
            address remote_address, "type" : text r#type }
        }
    }
    /**`APP_LOGIN_FAILED` (error, severity `warning`, facility `LOG_AUTH`, PRI 36)

> ` {count} failed logins from {remote-address} `

```text
app_event!(APP_LOGIN_FAILED { count: /* u32 */, remote_address: /* IpAddr */ })
```

Somebody tried to log in.

# Cause

A forgotten password, or somebody guessing.

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
        ///`count`: How many attempts there were.
        pub count: ::core::primitive::u32,
        ///`remote-address`: Where the user is.
        pub remote_address: ::core::net::IpAddr,
    }
    /**`APP_LOGIN_FAILED` (error, severity `warning`, facility `LOG_AUTH`, PRI 36)

> ` {count} failed logins from {remote-address} `

```text
app_event!(APP_LOGIN_FAILED { count: /* u32 */, remote_address: /* IpAddr */ })
```

Somebody tried to log in.

# Cause

A forgotten password, or somebody guessing.

# Action

Watch where the attempts come from.

# Note

Counts are those of the last minute.*/
    pub type APP_LOGIN_FAILED = LoginFailed;
    impl LoginFailed {
        /// The tag of this message.
        pub const TAG: super::AppTag = super::AppTag::LoginFailed;
        /// How serious it is.
        pub const SEVERITY: kmd_events::Severity = kmd_events::Severity::Warning;
        /// What part of the system it comes from.
        pub const FACILITY: kmd_events::Facility = kmd_events::Facility::Auth;
        /// Whether it reports an error or an event.
        pub const KIND: kmd_events::MessageKind = kmd_events::MessageKind::Error;
        /// Its text, placeholders in braces.
        pub const TEMPLATE: &'static ::core::primitive::str = "{count} failed logins from {remote-address}";
        /// All that the catalogue says of it.
        pub const MESSAGE: &'static kmd_events::Message = &kmd_events::Message::new(
                super::AppTag::CATALOG,
                "APP_LOGIN_FAILED",
                Self::TEMPLATE,
                &[
                    kmd_events::Piece::Placeholder(0usize),
                    kmd_events::Piece::Literal(" failed logins from "),
                    kmd_events::Piece::Placeholder(1usize),
                ],
                Self::KIND,
                Self::SEVERITY,
                Self::FACILITY,
                "Somebody tried to log in.",
            )
            .with_placeholders(
                &[
                    kmd_events::Placeholder::new(
                        "count",
                        kmd_events::FieldType::U32,
                        "How many attempts there were.",
                    ),
                    kmd_events::Placeholder::new(
                        "remote-address",
                        kmd_events::FieldType::Ip,
                        "Where the user is.",
                    ),
                ],
            )
            .with_cause("A forgotten password, or somebody guessing.")
            .with_action("Watch where the attempts come from.")
            .with_note("Counts are those of the last minute.");
        #[doc(hidden)]
        pub(super) fn build(
            values: kmd_events::__private::Values<'_, '_>,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(LoginFailed {
                count: kmd_events::__private::integer(values)?,
                remote_address: kmd_events::__private::address(values)?,
            })
        }
        fn print<W: ::core::fmt::Write>(&self, out: &mut W) -> ::core::fmt::Result {
            kmd_events::__private::print_integer(out, self.count)?;
            out.write_str(" failed logins from ")?;
            kmd_events::__private::print_address(out, self.remote_address)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for LoginFailed {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            let mut buffer = kmd_events::__private::Buffer::new_const();
            let fits = self.print(&mut buffer);
            kmd_events::__private::print(f, self, fits.map(|()| &*buffer))
        }
    }
    #[automatically_derived]
    impl kmd_events::Event for LoginFailed {
        fn message(&self) -> &'static kmd_events::Message {
            Self::MESSAGE
        }
        fn value(
            &self,
            index: ::core::primitive::usize,
        ) -> ::core::option::Option<kmd_events::Value<'_>> {
            match index {
                0usize => {
                    ::core::option::Option::Some(
                        kmd_events::Value::Integer(
                            ::core::convert::From::from(self.count),
                        ),
                    )
                }
                1usize => {
                    ::core::option::Option::Some(
                        kmd_events::Value::Address(self.remote_address),
                    )
                }
                _ => ::core::option::Option::None,
            }
        }
        fn fields(&self) -> kmd_events::Fields<'_> {
            kmd_events::Fields::new(self)
        }
        fn append_to(&self, out: &mut kmd_events::__private::String) {
            let _ = self.print(out);
        }
        kmd_events::__private::tracing! {
            self, LoginFailed, "appd", "APP_LOGIN_FAILED", { "count" : integer count,
            "remote_address" : address remote_address }
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
        /// The tag of this message.
        pub const TAG: super::AppTag = super::AppTag::Stopped;
        /// How serious it is.
        pub const SEVERITY: kmd_events::Severity = kmd_events::Severity::Notice;
        /// What part of the system it comes from.
        pub const FACILITY: kmd_events::Facility = kmd_events::Facility::Daemon;
        /// Whether it reports an error or an event.
        pub const KIND: kmd_events::MessageKind = kmd_events::MessageKind::Event;
        /// Its text, placeholders in braces.
        pub const TEMPLATE: &'static ::core::primitive::str = "Stopped \"cleanly\"";
        /// All that the catalogue says of it.
        pub const MESSAGE: &'static kmd_events::Message = &kmd_events::Message::new(
                super::AppTag::CATALOG,
                "APP_STOPPED",
                Self::TEMPLATE,
                &[kmd_events::Piece::Literal("Stopped \"cleanly\"")],
                Self::KIND,
                Self::SEVERITY,
                Self::FACILITY,
                "The application stopped.",
            )
            .with_note("Use `APP_LOGIN` with `user`; `APP_STOPPED` is never logged.")
            .with_deprecated("it is never logged");
        #[doc(hidden)]
        pub(super) fn build(
            _: kmd_events::__private::Values<'_, '_>,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(Stopped)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Stopped {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str("Stopped \"cleanly\"")
        }
    }
    #[automatically_derived]
    impl kmd_events::Event for Stopped {
        fn message(&self) -> &'static kmd_events::Message {
            Self::MESSAGE
        }
        fn value(
            &self,
            index: ::core::primitive::usize,
        ) -> ::core::option::Option<kmd_events::Value<'_>> {
            match index {
                _ => ::core::option::Option::None,
            }
        }
        fn fields(&self) -> kmd_events::Fields<'_> {
            kmd_events::Fields::new(self)
        }
        fn append_to(&self, out: &mut kmd_events::__private::String) {
            out.push_str("Stopped \"cleanly\"");
        }
        kmd_events::__private::tracing! {
            self, Stopped, "appd", "APP_STOPPED", {}
        }
    }
}
///An event of the `APP` catalogue: what `appd` may log.
#[::core::prelude::v1::derive(
    ::core::clone::Clone,
    ::core::fmt::Debug,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
)]
#[non_exhaustive]
#[must_use = "an event that is only built is not logged; print it, or hand it to what writes your log"]
pub enum AppEvent<'a> {
    ///`APP_LOGIN`: ` User {user} logged in from {remote-address} ({type}); welcome, {user} `
    Login(events::Login<'a>),
    ///`APP_LOGIN_FAILED`: ` {count} failed logins from {remote-address} `
    LoginFailed(events::LoginFailed),
    ///`APP_STOPPED`: ` Stopped "cleanly" `
    Stopped(events::Stopped),
}
impl<'a> AppEvent<'a> {
    /// The tag of its message.
    #[must_use]
    pub const fn tag(&self) -> AppTag {
        match self {
            Self::Login(_) => AppTag::Login,
            Self::LoginFailed(_) => AppTag::LoginFailed,
            Self::Stopped(_) => AppTag::Stopped,
        }
    }
    /// How serious it is.
    #[must_use]
    pub const fn severity(&self) -> kmd_events::Severity {
        self.tag().severity()
    }
    /// What part of the system it comes from.
    #[must_use]
    pub const fn facility(&self) -> kmd_events::Facility {
        self.tag().facility()
    }
    /// Facility and severity as the number that begins a syslog line (PRI, RFC 5424 section 6.2.1).
    #[must_use]
    pub const fn priority(&self) -> ::core::primitive::u8 {
        self.tag().priority()
    }
    /// Appends its text to `out`: what `Display` prints, in less time.
    pub fn append_to(&self, out: &mut kmd_events::__private::String) {
        kmd_events::Event::append_to(self.inner(), out);
    }
    /// The same event with texts of its own, so that it can outlive what it borrows from.
    pub fn into_owned(self) -> AppEvent<'static> {
        match self {
            Self::Login(event) => AppEvent::Login(event.into_owned()),
            Self::LoginFailed(event) => AppEvent::LoginFailed(event),
            Self::Stopped(event) => AppEvent::Stopped(event),
        }
    }
    fn inner(&self) -> &dyn kmd_events::Event {
        match self {
            Self::Login(event) => event,
            Self::LoginFailed(event) => event,
            Self::Stopped(event) => event,
        }
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
impl kmd_events::Event for AppEvent<'_> {
    fn message(&self) -> &'static kmd_events::Message {
        self.tag().message()
    }
    fn value(
        &self,
        index: ::core::primitive::usize,
    ) -> ::core::option::Option<kmd_events::Value<'_>> {
        self.inner().value(index)
    }
    fn fields(&self) -> kmd_events::Fields<'_> {
        self.inner().fields()
    }
    fn append_to(&self, out: &mut kmd_events::__private::String) {
        self.inner().append_to(out);
    }
    kmd_events::__private::tracing! {
        self
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
///A tag of the `APP` catalogue, without the values of an event. Tags are ordered as the catalogue lists them.
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
    /// All tags, in the order of the catalogue.
    pub const ALL: &'static [Self] = &[Self::Login, Self::LoginFailed, Self::Stopped];
    /// What the catalogue says of itself.
    pub const CATALOG: &'static kmd_events::Catalog = &kmd_events::Catalog::new(
        "APP",
        "appd",
    );
    const MESSAGES: [&'static kmd_events::Message; 3usize] = [
        events::Login::MESSAGE,
        events::LoginFailed::MESSAGE,
        events::Stopped::MESSAGE,
    ];
    /// All that the catalogue says of the message.
    #[must_use]
    pub const fn message(self) -> &'static kmd_events::Message {
        Self::MESSAGES[self as ::core::primitive::usize]
    }
    /// The tag as it is logged.
    #[must_use]
    pub const fn as_str(self) -> &'static ::core::primitive::str {
        self.message().tag()
    }
    /// How serious the message is.
    #[must_use]
    pub const fn severity(self) -> kmd_events::Severity {
        self.message().severity()
    }
    /// What part of the system the message comes from.
    #[must_use]
    pub const fn facility(self) -> kmd_events::Facility {
        self.message().facility()
    }
    /// Facility and severity as the number that begins a syslog line (PRI, RFC 5424 section 6.2.1).
    #[must_use]
    pub const fn priority(self) -> ::core::primitive::u8 {
        self.message().priority()
    }
    /// Whether the message reports an error or an event.
    #[must_use]
    pub const fn kind(self) -> kmd_events::MessageKind {
        self.message().kind()
    }
    /// The text of the message, placeholders in braces.
    #[must_use]
    pub const fn template(self) -> &'static ::core::primitive::str {
        self.message().template()
    }
    /// What happened when the message is logged.
    #[must_use]
    pub const fn description(self) -> &'static ::core::primitive::str {
        self.message().description()
    }
    /// The placeholders of the template, each once, in the order of their first use.
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
    /// Reads the text of the message, what stands behind the tag in a log.
    ///
    /// That is the text of the template, or one of the other wordings (`alternatives` in the catalogue), or a
    /// text that begins with that of the template; `rest` is what follows it. Every value is the
    /// shortest that lets the whole be read; one that its type refuses makes reading go on to the
    /// next way to split the text. Nothing is copied: the event borrows from the text.
    ///
    /// # Errors
    ///
    /// Why the text is not that of the message.
    pub fn parse(
        self,
        text: &::core::primitive::str,
    ) -> ::core::result::Result<
        kmd_events::Parsed<'_, AppEvent<'_>>,
        kmd_events::ParseEventError<'_>,
    > {
        kmd_events::__private::parse(self, text)
    }
    /// Like [`parse`](Self::parse), for texts that do not go on behind the message.
    ///
    /// # Errors
    ///
    /// Why the text is not that of the message.
    pub fn parse_exact(
        self,
        text: &::core::primitive::str,
    ) -> ::core::result::Result<AppEvent<'_>, kmd_events::ParseEventError<'_>> {
        kmd_events::__private::parse_exact(self, text)
    }
}
impl<'a> AppEvent<'a> {
    /// Finds the message by its text alone, for texts whose tag is lost.
    ///
    /// Texts of all messages come first, then their other wordings (`alternatives` in the catalogue), then
    /// texts that begin with that of a message; `rest` is what follows it.
    ///
    /// # Errors
    ///
    /// If it is the text of no message, or of several.
    pub fn recognize(
        text: &'a ::core::primitive::str,
    ) -> ::core::result::Result<
        kmd_events::Parsed<'a, Self>,
        kmd_events::RecognizeError<AppTag>,
    > {
        kmd_events::__private::recognize::<AppTag>(text)
    }
    /// Like [`recognize`](Self::recognize), for texts that do not go on behind the message.
    ///
    /// # Errors
    ///
    /// If it is the text of no message, or of several.
    pub fn recognize_exact(
        text: &'a ::core::primitive::str,
    ) -> ::core::result::Result<Self, kmd_events::RecognizeError<AppTag>> {
        kmd_events::__private::recognize_exact::<AppTag>(text)
    }
}
///A line of a log, read with the `APP` catalogue: `AppRecord::parse(line)`.
pub type AppRecord<'a> = kmd_events::Record<'a, AppEvent<'a>, AppTag>;
#[automatically_derived]
impl kmd_events::Tag for AppTag {
    type Event<'a> = AppEvent<'a>;
    const ALL: &'static [Self] = Self::ALL;
    const CATALOG: &'static kmd_events::Catalog = Self::CATALOG;
    fn find(text: &::core::primitive::str) -> ::core::option::Option<Self> {
        const TABLE: &[::core::primitive::u32] = &[
            0u32, 0u32, 0u32, 1u32, 2u32, 0u32, 3u32, 0u32,
        ];
        kmd_events::__private::find(TABLE, text)
    }
    fn message(self) -> &'static kmd_events::Message {
        self.message()
    }
    fn into_owned(event: AppEvent<'_>) -> AppEvent<'static> {
        event.into_owned()
    }
    fn build<'a>(
        self,
        values: kmd_events::__private::Values<'_, 'a>,
    ) -> ::core::option::Option<AppEvent<'a>> {
        match self {
            Self::Login => events::Login::build(values).map(AppEvent::Login),
            Self::LoginFailed => {
                events::LoginFailed::build(values).map(AppEvent::LoginFailed)
            }
            Self::Stopped => events::Stopped::build(values).map(AppEvent::Stopped),
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
        r#"APP	borrows	complete
APP_LOGIN	User {user} logged in from {remote-address} ({type}); welcome, {user}	user:text,remote-address:ip,type:text
APP_LOGIN_FAILED	{count} failed logins from {remote-address}	count:u32,remote-address:ip
APP_STOPPED	Stopped "cleanly"	"#
        $($call)* }
    };
}
/**Builds an event of the `APP` catalog, a value of type [`AppEvent`], and checks it at compile time.

```text
app_event!(APP_LOGIN { user: /* &str */, remote_address: /* IpAddr */, type: /* &str */ })
```

A call is a struct literal whose name is the tag of the message. Each placeholder is a field; hyphens become underscores. Field init shorthand works as in any struct literal. For a message without placeholders, pass only the tag.

A `text` field takes a `&str`, `String`, `Cow<str>`, `Box<str>`, `Rc<str>`, `Arc<str>` or a reference to one, an `ip` field an `IpAddr`, `Ipv4Addr`, `Ipv6Addr` or a reference to one. Both take values of other types that implement `IntoText` or `IntoIp`. An integer field takes an expression of its own type.

An unknown tag and a missing, unknown, duplicate or mistyped field are compile errors.*/
#[doc(inline)]
pub use __3app_app_event as app_event;
