#[doc(hidden)]
mod one_catalog_per_module_and_none_in_functions {
    #[allow(dead_code)]
    pub(super) const EMPTY: () = ();
}
#[allow(unused_qualifications)]
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
        Login['a] ['_] ['static] of AppEvent['a], AppTag, "appd" "APP_LOGIN" Event Info
        Auth template :
        "User {user} logged in from {remote-address} ({type}); welcome, {user}",
        description : "A user logged in.", fields : { 0 user : Text, "user",
        "Name of the user." {} 1 remote_address : Ip, "remote-address",
        "Address of the user." {} 2 r#type : Text, "type", "Kind of login." {} } pieces :
        [Literal("User ") Placeholder(0) Literal(" logged in from ") Placeholder(1)
        Literal(" (") Placeholder(2) Literal("); welcome, ") Placeholder(0)] set : {}
        recorded : { "user" : text 0, "remote_address" : display 1, "type" : text 2 }
        display : | self, f | { kmd_events::__private::display(self, f) } print : | out |
        { out.push("User "); out.push(& self.user); out.push(" logged in from "); out
        .address(self.remote_address); out.push(" ("); out.push(& self.r#type); out
        .push("); welcome, "); out.push(& self.user); }
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
        LoginFailed[] [] [] of AppEvent['a], AppTag, "appd" "APP_LOGIN_FAILED" Error
        Warning Auth template : "{count} failed logins from {remote-address}",
        description : "A login failed.", fields : { 0 count : U32, "count",
        "Number of attempts." {} 1 remote_address : Ip, "remote-address",
        "Address of the user." {} } pieces : [Placeholder(0)
        Literal(" failed logins from ") Placeholder(1)] set : {
        with_cause(::core::option::Option::Some("A forgotten password, or a guessed one."))
        with_action(::core::option::Option::Some("Watch where the attempts come from."))
        with_note(::core::option::Option::Some("Counts are those of the last minute.")) }
        recorded : { "count" : unsigned 0, "remote_address" : display 1 } display : |
        self, f | { kmd_events::__private::display(self, f) } print : | out | { out
        .integer(self.count); out.push(" failed logins from "); out.address(self
        .remote_address); }
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
        Stopped[] [] [] of AppEvent['a], AppTag, "appd" "APP_STOPPED" Event Notice Daemon
        template : "Stopped \"cleanly\"", description : "The application stopped.",
        fields : {} pieces : [Literal("Stopped \"cleanly\"")] set : {
        with_note(::core::option::Option::Some("Use `APP_LOGIN` with `user`; `APP_STOPPED` is never logged."))
        with_deprecated(::core::option::Option::Some("it is never logged")) } recorded :
        {} display : #[inline] | self, f | { f.write_str("Stopped \"cleanly\"") } print :
        | out | { out.push("Stopped \"cleanly\""); }
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
kmd_events::__private::event_enum! {
    AppEvent['a] ['_] ['static] of AppTag record : AppRecord
    "A record that `AppRecord::parse` returns for a line of a log. It is parsed with the `APP` catalog.",
    text : 'a messages : { Login LoginFailed Stopped } missing : []
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
kmd_events::__private::tag_enum! {
    AppTag of AppEvent['a] ['_] ['static] catalog : ("APP", "appd",
    ::core::option::Option::None, false) messages : { Login = "APP_LOGIN", LoginFailed =
    "APP_LOGIN_FAILED", Stopped = "APP_STOPPED", } missing : []
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
