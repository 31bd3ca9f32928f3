//! Mistaken calls and what is said of them, and a right call with one token too many, too few or in the wrong place.

#![allow(clippy::too_many_lines, reason = "tables of calls")]

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

const SCHEMA: &str = "APP\tborrows\tcomplete
APP_KEY\tKey {type}\ttype:text
APP_LOGIN\tUser {user-name} from {remote-address}\tuser-name:text,remote-address:ip
APP_MOVED\tFrom {old-address} to {new-address}, {hops} hops\told-address:ip,new-address:ip,hops:i8
APP_PORT\tPort {port}\tport:u16
APP_STOPPED\tStopped\t";

/// What may stand too much.
const STRAY: &[&str] = &[
    ",",
    ":",
    "::",
    ";",
    "=",
    "=>",
    "&",
    "#",
    ".",
    "..",
    "new",
    "user_name",
    "APP_LOGIN",
    "Severity",
    "\"text\"",
    "\"some text\"",
    "7",
    "()",
    "(peer)",
    "{}",
    "{ user_name: name }",
    "[peer]",
];

fn tokens(text: &str) -> Vec<TokenTree> {
    let stream: TokenStream = text.parse().expect("tokens");
    stream.into_iter().collect()
}

/// `tokens` with one change each, in the groups too, and how many mistakes that is at most: what changes
/// places is missing in one and too much in the other.
fn changed(tokens: &[TokenTree]) -> Vec<(usize, Vec<TokenTree>)> {
    let mut all = Vec::new();
    for at in 0..=tokens.len() {
        for stray in STRAY {
            let mut more = tokens.to_vec();
            more.splice(at..at, self::tokens(stray));
            all.push((1, more));
        }
        let Some(token) = tokens.get(at) else {
            continue;
        };
        let mut fewer = tokens.to_vec();
        fewer.remove(at);
        all.push((1, fewer));
        if at > 0 {
            let mut swapped = tokens.to_vec();
            swapped.swap(at - 1, at);
            all.push((2, swapped));
        }
        if let TokenTree::Group(group) = token {
            let mut put = |most, delimiter, inside: Vec<TokenTree>| {
                let mut other = tokens.to_vec();
                other[at] = Group::new(delimiter, inside.into_iter().collect()).into();
                all.push((most, other));
            };
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            put(1, Delimiter::Parenthesis, inside.clone());
            put(1, Delimiter::Bracket, inside.clone());
            for (most, inside) in changed(&inside) {
                put(most, group.delimiter(), inside);
            }
        }
    }
    all
}

fn expanded(call: &[TokenTree]) -> TokenStream {
    expanded_by(SCHEMA, &call.iter().cloned().collect())
}

fn expanded_by(schema: &str, call: &TokenStream) -> TokenStream {
    super::expand(quote!((kmd_events) (crate) #schema #call))
}

/// Where there is an error of ours, the compiler must have nothing to add: all else is Rust.
#[test]
fn one_wrong_token_is_one_error() {
    let mut wrong = Vec::new();
    let mut calls = 0;
    for call in [
        "APP_STOPPED",
        "APP_LOGIN { user_name: name, remote_address: peer }",
        "APP_LOGIN { user_name, remote_address }",
        "APP_PORT { port: 500 }",
    ] {
        for (most, call) in changed(&tokens(call)) {
            calls += 1;
            let expansion = expanded(&call);
            let errors = expansion.to_string().matches("compile_error").count();
            let is_rust = syn::parse2::<syn::Expr>(expansion).is_ok();
            if errors > most || errors > 0 && !is_rust {
                let call: TokenStream = call.into_iter().collect();
                wrong.push(format!("{errors} errors, Rust: {is_rust}: {call}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(calls > 500, "{calls}");
}

/// The second colon of `: ::` is no reason to take the name for that of a path, nor is a sign right behind the colon.
#[test]
fn a_value_may_begin_with_a_path_from_the_root() {
    for call in [
        "APP_LOGIN { user_name: ::std::env::args(), remote_address: peer }",
        "APP_LOGIN { user_name:&name, remote_address:*peer }",
    ] {
        let said = expanded(&tokens(call)).to_string();
        assert!(!said.contains("compile_error"), "{said}");
    }
}

/// What another macro puts an invisible group around is a value of its own, and no call of the name before it.
#[test]
fn a_name_before_an_invisible_group_is_not_handed_on() {
    let value: TokenStream = "peer".parse().expect("tokens");
    let group = Group::new(Delimiter::None, value);
    let call = quote!(APP_LOGIN { stranger #group, remote_address: peer });
    let expansion = expanded(&call.into_iter().collect::<Vec<_>>());
    assert!(expansion.to_string().contains("compile_error"));
    assert!(syn::parse2::<syn::Expr>(expansion).is_ok());
}

/// Of an expansion, what the user comes to see: `words: text` of every error, the words being those that the
/// compiler underlines.
fn said(expansion: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = expansion.into_iter().collect();
    let mut said = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        // `::core::compile_error! { "text" }`
        let is_error = at >= 7 && tokens[at - 2].to_string() == "compile_error";
        if !is_error {
            said.extend(self::said(group.stream()));
            continue;
        }
        let whole = tokens[at - 7].span().join(token.span());
        let words = whole.and_then(|span| span.source_text());
        let text: syn::LitStr = syn::parse2(group.stream()).expect("a text");
        said.push(format!("{}: {}", words.unwrap_or_default(), text.value()));
    }
    said
}

/// Of an expansion, the values that the compiler gets to see: `field: value` in the event, `value` beside it.
fn seen(expansion: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = expansion.into_iter().collect();
    let mut seen = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        let before = at.checked_sub(1).map(|before| tokens[before].to_string());
        match before.as_deref() {
            Some("take") => seen.push(format!("{}: {}", tokens[at - 4], group.stream())),
            Some("ignore") => seen.push(group.stream().to_string()),
            _ => seen.extend(self::seen(group.stream())),
        }
    }
    seen
}

/// A call, what is said of it, and the values that the compiler gets to see.
type Case = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for &(call, said, seen) in cases {
        let expansion = expanded(&tokens(call));
        let got = (self::said(expansion.clone()), self::seen(expansion));
        if got.0 != said || got.1 != seen {
            wrong.push((call, got));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn right_calls() {
    check(&[
        ("APP_STOPPED", &[], &[]),
        ("APP_STOPPED,", &[], &[]),
        ("APP_STOPPED {}", &[], &[]),
        (
            "APP_LOGIN { user_name: name, remote_address: peer }",
            &[],
            &["user_name_text: name", "remote_address_ip: peer"],
        ),
        (
            "APP_LOGIN { remote_address, user_name, },",
            &[],
            &[
                "remote_address_ip: remote_address",
                "user_name_text: user_name",
            ],
        ),
        ("APP_KEY { type: kind }", &[], &["type_text: kind"]),
        ("APP_KEY { r#type: kind }", &[], &["type_text: kind"]),
        ("APP_KEY { type }", &[], &["type_text: r#type"]),
    ]);
}

#[test]
fn mistaken_tags() {
    check(&[
        (
            "APP_LOGNI { user_name: name, remote_address }",
            &[
                "APP_LOGNI: no message `APP_LOGNI` in the `APP` catalogue; did you mean `APP_LOGIN`?",
            ],
            &["name", "remote_address"],
        ),
        (
            "APP_LOGNI { &name, .., : }",
            &[
                "APP_LOGNI: no message `APP_LOGNI` in the `APP` catalogue; did you mean `APP_LOGIN`?",
            ],
            &["& name"],
        ),
        (
            "Login",
            &["Login: no message `Login` in the `APP` catalogue; did you mean `APP_LOGIN`?"],
            &[],
        ),
        (
            "APP_XYZZY",
            &[
                "APP_XYZZY: no message `APP_XYZZY` in the `APP` catalogue; see `AppTag` for all of them",
            ],
            &[],
        ),
        // Two letters are the beginning of too much, three are not.
        (
            "APP_LO",
            &["APP_LO: no message `APP_LO` in the `APP` catalogue; see `AppTag` for all of them"],
            &[],
        ),
        (
            "APP_LOG",
            &["APP_LOG: no message `APP_LOG` in the `APP` catalogue; did you mean `APP_LOGIN`?"],
            &[],
        ),
        (
            "app_log_in",
            &[
                "app_log_in: no message `app_log_in` in the `APP` catalogue; did you mean `APP_LOGIN`?",
            ],
            &[],
        ),
    ]);
}

#[test]
fn mistaken_forms() {
    check(&[
        (
            "",
            &[": no tag; write one, as in `app_event!(APP_KEY { type: /* &str */ })`"],
            &[],
        ),
        (
            "42",
            &["42: no tag; write one, as in `app_event!(APP_KEY { type: /* &str */ })`"],
            &[],
        ),
        (
            ",",
            &[",: no tag; write one, as in `app_event!(APP_KEY { type: /* &str */ })`"],
            &[],
        ),
        (
            "\"Port {} is open\", port",
            &[
                "\"Port {} is open\": the text of an event comes from the catalogue; write its tag, as in \
               `app_event!(APP_KEY { type: /* &str */ })`",
            ],
            &["port"],
        ),
        (
            "\"APP_PORT\"",
            &[
                "\"APP_PORT\": a tag is written without quotes; write `app_event!(APP_PORT { port: /* u16 */ })`",
            ],
            &[],
        ),
        (
            "\"APP_PORT\", port = 500",
            &[
                "\"APP_PORT\": a tag is written without quotes; write `app_event!(APP_PORT { port: /* u16 */ })`",
            ],
            &["500"],
        ),
        (
            "\"APP_PROT\" { port: number }",
            &[
                "\"APP_PROT\": no message `APP_PROT` in the `APP` catalogue; did you mean `APP_PORT`?",
            ],
            &["number"],
        ),
        (
            "\"stopped\"",
            &[
                "\"stopped\": no message `stopped` in the `APP` catalogue; did you mean `APP_STOPPED`?",
            ],
            &[],
        ),
        (
            "APP-PORT { port: number }",
            &[
                "APP-PORT: a tag is written with `_`; write `app_event!(APP_PORT { port: /* u16 */ })`",
            ],
            &["number"],
        ),
        (
            "APP.PORT { port }",
            &[
                "APP.PORT: a tag is written with `_`; write `app_event!(APP_PORT { port: /* u16 */ })`",
            ],
            &["port"],
        ),
        (
            "APP+PORT { port }",
            &[
                "APP: no message `APP` in the `APP` catalogue; its tags begin with `APP_`, see `AppTag` for all of \
                 them",
            ],
            &["port"],
        ),
        // A second tag is no value.
        (
            "APP_STOPPED, APP_PORT, port",
            &[", APP_PORT, port: `APP_STOPPED` has no fields; write `app_event!(APP_STOPPED)`"],
            &["port"],
        ),
        (
            "APP_STOPPED.to_string()",
            &[".to_string(): a method comes after the call; write `app_event!(…).to_string()`"],
            &[],
        ),
        (
            "APP_PORT { port: 7 }.priority()",
            &[".priority(): a method comes after the call; write `app_event!(…).priority()`"],
            &["7"],
        ),
        (
            "APP_STOPPED()",
            &["(): `APP_STOPPED` has no fields; write `app_event!(APP_STOPPED)`"],
            &[],
        ),
        (
            "APP_PORT { port: 7 }, \"more\"",
            &[
                ", \"more\": nothing follows the braces; write `app_event!(APP_PORT { port: /* u16 */ })`",
            ],
            &["7", "\"more\""],
        ),
        (
            "APP_PORT, { port: 7 }",
            &[
                ",: the braces come right after the tag; write `app_event!(APP_PORT { port: /* u16 */ })`",
            ],
            &["7"],
        ),
        (
            "APP_PORT(number)",
            &[
                "(number): fields are written in braces; write `app_event!(APP_PORT { port: /* u16 */ })`",
            ],
            &["number"],
        ),
        (
            "APP_PORT, port = number",
            &[
                ", port = number: fields are written in braces; write `app_event!(APP_PORT { port: /* u16 */ })`",
            ],
            &["number"],
        ),
        (
            "APP_PORT, f(number), list[0]",
            &[
                ", f(number), list[0]: fields are written in braces; write `app_event!(APP_PORT { port: /* u16 */ })`",
            ],
            &["f (number)", "list [0]"],
        ),
        // `a b` may be anything.
        (
            "APP_PORT, port: a b",
            &[
                ", port: a b: fields are written in braces; write `app_event!(APP_PORT { port: /* u16 */ })`",
            ],
            &[],
        ),
        (
            "logger, \"port\"",
            &["logger: no message `logger` in the `APP` catalogue; did you mean `APP_LOGIN`?"],
            &["\"port\""],
        ),
        (
            "new APP_PORT { port }",
            &["new: the tag comes first; write `app_event!(APP_PORT { port: /* u16 */ })`"],
            &["port"],
        ),
        (
            "&APP_PORT { port }",
            &["&: the tag comes first; write `app_event!(APP_PORT { port: /* u16 */ })`"],
            &["port"],
        ),
        (
            "Severity::Info, APP_PORT { port }",
            &[
                "Severity::Info,: severity and facility come from the catalogue; write \
               `app_event!(APP_PORT { port: /* u16 */ })`",
            ],
            &["port"],
        ),
        (
            "events::APP_PORT { port }",
            &[
                "events::: a tag is written without a path; write `app_event!(APP_PORT { port: /* u16 */ })`",
            ],
            &["port"],
        ),
        (
            "crate::events::Prot { port }",
            &[
                "crate::events::Prot: no message `Prot` in the `APP` catalogue; did you mean `APP_PORT`?",
            ],
            &["port"],
        ),
        (
            "logger, \"APP_POTR\", port",
            &[
                "\"APP_POTR\": no message `APP_POTR` in the `APP` catalogue; did you mean `APP_PORT`?",
            ],
            &["port"],
        ),
        (
            "logger, \"It was {}\", port",
            &[
                "\"It was {}\": the text of an event comes from the catalogue; write its tag, as in \
               `app_event!(APP_KEY { type: /* &str */ })`",
            ],
            &["port"],
        ),
    ]);
}

#[test]
fn mistaken_fields() {
    check(&[
        (
            "APP_LOGIN",
            &[
                "APP_LOGIN: `APP_LOGIN` lacks `user_name` and `remote_address`; write `user_name: /* &str */, \
               remote_address: /* IpAddr */`\nits text is: User {user-name} from {remote-address}",
            ],
            &[],
        ),
        (
            "APP_LOGIN { user_name: name }",
            &[
                "APP_LOGIN: `APP_LOGIN` lacks `remote_address`; write `remote_address: /* IpAddr */`\n\
               its text is: User {user-name} from {remote-address}",
            ],
            &["user_name_text: name"],
        ),
        // What is missing comes last, whatever else is wrong.
        (
            "APP_LOGIN { user_name = name }",
            &[
                "=: a field takes a colon; write `:`",
                "APP_LOGIN: `APP_LOGIN` lacks `remote_address`; write `remote_address: /* IpAddr */`\n\
                 its text is: User {user-name} from {remote-address}",
            ],
            &["user_name_text: name"],
        ),
        (
            "APP_PORT { port = ::std::x() }",
            &["=: a field takes a colon; write `:`"],
            &["port_u16: :: std :: x ()"],
        ),
        (
            "APP_LOGIN { user_name = name, remote_address => peer }",
            &["=: a field takes a colon; write `:`"],
            &["user_name_text: name", "remote_address_ip: peer"],
        ),
        (
            "APP_PORT { port =: 7 }",
            &["=: a field takes a colon; write `:`"],
            &["port_u16: 7"],
        ),
        (
            "APP_LOGIN { \"user-name\": name, remote_address: peer }",
            &["\"user-name\": a field is written without quotes; write `user_name`"],
            &["user_name_text: name", "remote_address_ip: peer"],
        ),
        (
            "APP_LOGIN { \"user_name\" = name, remote_address: peer }",
            &["\"user_name\": a field is written without quotes; write `user_name`"],
            &["user_name_text: name", "remote_address_ip: peer"],
        ),
        (
            "APP_LOGIN { user-name: name, remote-address = peer }",
            &[
                "user-name: a field is written with `_`; write `user_name`",
                "remote-address: a field is written with `_`; write `remote_address`",
            ],
            &["user_name_text: name", "remote_address_ip: peer"],
        ),
        (
            "APP_PORT { #[cfg(x)] port: 7 }",
            &["#[cfg(x)]: a field of an event has no attributes; remove it"],
            &["port_u16: 7"],
        ),
        (
            "APP_PORT { port: 7, ..base }",
            &[
                "..base: an event has no defaults; write every field: `APP_PORT { port: /* u16 */ }`",
            ],
            &["port_u16: 7", "base"],
        ),
        (
            "APP_PORT { ..base }",
            &[
                "..base: an event has no defaults; write every field: `APP_PORT { port: /* u16 */ }`",
            ],
            &["base"],
        ),
        (
            "APP_PORT { port: 7, port: 8 }",
            &["port: `port` is given twice; remove one"],
            &["port_u16: 7", "8"],
        ),
        (
            "APP_PORT { port: }",
            &["port: `port` has no value; placeholder `port` takes a `u16`: 0 to 65535"],
            &[],
        ),
        (
            "APP_LOGIN { user_name: , name, remote_address: peer }",
            &[
                "user_name: `user_name` has no value; placeholder `user-name` takes text: a `&str`, `&String`, \
               `String` or `Cow<str>`",
            ],
            &["remote_address_ip: peer", "name"],
        ),
        (
            "APP_LOGIN { user_name: , \"hq\", remote_address: peer }",
            &[
                "user_name: `user_name` has no value; placeholder `user-name` takes text: a `&str`, `&String`, \
               `String` or `Cow<str>`",
            ],
            &["remote_address_ip: peer", "\"hq\""],
        ),
        (
            "APP_LOGIN { user_name: , name: 1, remote_address: peer }",
            &[
                "user_name: `user_name` has no value; placeholder `user-name` takes text: a `&str`, `&String`, \
                 `String` or `Cow<str>`",
                "name: `APP_LOGIN` has no field `name`; it has `user_name` and `remote_address`",
            ],
            &["remote_address_ip: peer", "1"],
        ),
        (
            "APP_LOGIN { user_name: name,, remote_address: peer }",
            &[",: a comma too many; remove it"],
            &["user_name_text: name", "remote_address_ip: peer"],
        ),
        (
            "APP_LOGIN { user_name: name remote_address: peer }",
            &[
                "remote_address: a comma is missing before `remote_address`; write `, remote_address`",
            ],
            &["name", "peer"],
        ),
        (
            "APP_LOGIN { user_name: name remote_address }",
            &[
                "remote_address: a comma is missing before `remote_address`; write `, remote_address`",
            ],
            &["name", "remote_address"],
        ),
        (
            "APP_LOGIN { user_name remote_address }",
            &[
                "remote_address: a comma is missing before `remote_address`; write `, remote_address`",
            ],
            &["user_name", "remote_address"],
        ),
        (
            "APP_LOGIN { user_name: name, remote_address peer }",
            &["remote_address: `remote_address` has no colon; write `remote_address:`"],
            &["user_name_text: name", "peer"],
        ),
        // Else it is Rust, and rustc says what is wrong there.
        (
            "APP_LOGIN { user_name: name remote_address, remote_address: peer }",
            &[
                "remote_address: `user_name` takes one value; write a comma before the next, or remove it",
            ],
            &["remote_address_ip: peer", "name", "remote_address"],
        ),
        (
            "APP_LOGIN { user_name: f(name) \"text\", remote_address: peer }",
            &["\"text\": `user_name` takes one value; write a comma before the next, or remove it"],
            &["remote_address_ip: peer", "f (name)", "\"text\""],
        ),
        (
            "APP_LOGIN { user_name: \"a\" name, remote_address: peer }",
            &["name: `user_name` takes one value; write a comma before the next, or remove it"],
            &["remote_address_ip: peer", "\"a\"", "name"],
        ),
        // A label, an attribute, a raw borrow and a type are no values.
        (
            "APP_LOGIN { user_name: break 'a name, remote_address: #[a] peer as &'a b }",
            &[],
            &[
                "user_name_text: break 'a name",
                "remote_address_ip: # [a] peer as &'a b",
            ],
        ),
        (
            "APP_LOGIN { user_name: name? remote_address: peer }",
            &[
                "remote_address: a comma is missing before `remote_address`; write `, remote_address`",
            ],
            &["name ?", "peer"],
        ),
        (
            "APP_LOGIN { user_name: name; remote_address: peer }",
            &[";: a field ends in a comma; write `,`"],
            &["name", "peer"],
        ),
        // What rustc proposes for a name that was moved.
        (
            "APP_LOGIN { user_name.clone(), remote_address: peer }",
            &[
                "user_name.clone(): `user_name` stands alone or before a colon; write `user_name: user_name.clone()`",
            ],
            &["remote_address_ip: peer", "user_name . clone ()"],
        ),
        (
            "APP_LOGIN { self.user_name, &remote_address }",
            &[
                "self.user_name, &remote_address: every value needs the name of its field; write \
                 `APP_LOGIN { user_name: /* &str */, remote_address: /* IpAddr */ }`",
            ],
            &["self . user_name", "& remote_address"],
        ),
        (
            "APP_LOGIN { &peer.user_name, remote_address: peer }",
            &["&peer.user_name: a value without a name; write `user_name: &peer.user_name`"],
            &["remote_address_ip: peer", "& peer . user_name"],
        ),
        (
            "APP_MOVED { old_address: a, login.hops }",
            &[
                "login.hops: a value without a name; write `hops: login.hops`",
                "APP_MOVED: `APP_MOVED` lacks `new_address`; write `new_address: /* IpAddr */`\n\
                 its text is: From {old-address} to {new-address}, {hops} hops",
            ],
            &["old_address_ip: a", "login . hops"],
        ),
        (
            "APP_LOGIN { user_name: a + remote_address, peer: b }",
            &["peer: `APP_LOGIN` has no field `peer`; did you mean `remote_address`?"],
            &["user_name_text: a + remote_address", "b"],
        ),
        (
            "APP_LOGIN { user_name: a + remote_address + b, peer: c }",
            &["peer: `APP_LOGIN` has no field `peer`; did you mean `remote_address`?"],
            &["user_name_text: a + remote_address + b", "c"],
        ),
        (
            "APP_LOGIN { peer remote_address }",
            &[
                "peer remote_address: every value needs the name of its field; write \
                 `APP_LOGIN { user_name: /* &str */, remote_address: /* IpAddr */ }`",
            ],
            &[],
        ),
        // In the order of the call.
        (
            "APP_LOGIN { remote_adress: peer, user-name: name }",
            &[
                "remote_adress: `APP_LOGIN` has no field `remote_adress`; did you mean `remote_address`?",
                "user-name: a field is written with `_`; write `user_name`",
            ],
            &["user_name_text: name", "peer"],
        ),
        (
            "APP_PORT { port: 7, ; }",
            &[";: not a field; write `APP_PORT { port: /* u16 */ }`"],
            &["port_u16: 7"],
        ),
        (
            "APP_LOGIN { user_name: name, peer }",
            &["peer: `APP_LOGIN` has no field `peer`; did you mean `remote_address`?"],
            &["user_name_text: name", "peer"],
        ),
        (
            "APP_LOGIN { userName: name, remote_address: peer }",
            &["userName: `APP_LOGIN` has no field `userName`; did you mean `user_name`?"],
            &["remote_address_ip: peer", "name"],
        ),
        (
            "APP_LOGIN { user_name: name, remote_address: peer, remote_adress: peer }",
            &[
                "remote_adress: `APP_LOGIN` has no field `remote_adress`; did you mean `remote_address`?",
            ],
            &["user_name_text: name", "remote_address_ip: peer", "peer"],
        ),
        (
            "APP_LOGIN { user_name: name, remote_address: peer, hops: 1 }",
            &["hops: `APP_LOGIN` has no field `hops`; it has `user_name` and `remote_address`"],
            &["user_name_text: name", "remote_address_ip: peer", "1"],
        ),
        (
            "APP_STOPPED { hops: 1, port: 2 }",
            &["hops: `APP_STOPPED` has no fields; write `app_event!(APP_STOPPED)`"],
            &["1", "2"],
        ),
        (
            "APP_STOPPED { \"now\" }",
            &["\"now\": `APP_STOPPED` has no fields; write `app_event!(APP_STOPPED)`"],
            &["\"now\""],
        ),
        (
            "APP_PORT { port: 7, .x }",
            &[".x: not a field; write `APP_PORT { port: /* u16 */ }`"],
            &["port_u16: 7"],
        ),
        (
            "APP_PORT { port::x }",
            &["port: `port` has no colon; write `port:`"],
            &[],
        ),
        (
            "APP_PORT { port == x }",
            &["port: `port` has no colon; write `port:`"],
            &[],
        ),
        (
            "APP_PORT { &(x) port: 7 }",
            &["&(x) port: 7: a value without a name; write `port: /* u16 */`"],
            &[],
        ),
        (
            "APP_LOGIN { user_name: name, &peer }",
            &["&peer: a value without a name; write `remote_address: peer`"],
            &["user_name_text: name", "& peer"],
        ),
        (
            "APP_LOGIN { \"hq\", peer }",
            &[
                "\"hq\", peer: every value needs the name of its field; write \
               `APP_LOGIN { user_name: /* &str */, remote_address: /* IpAddr */ }`",
            ],
            &["\"hq\"", "peer"],
        ),
        (
            "APP_LOGIN { hq, \"peer\" }",
            &[
                "hq, \"peer\": every value needs the name of its field; write \
               `APP_LOGIN { user_name: /* &str */, remote_address: /* IpAddr */ }`",
            ],
            &["hq", "\"peer\""],
        ),
        (
            "APP_PORT { port: 7, \"hq\" }",
            &["\"hq\": not a field; write `APP_PORT { port: /* u16 */ }`"],
            &["port_u16: 7", "\"hq\""],
        ),
        (
            "APP_MOVED { hops: 1, address: peer }",
            &[
                "address: `APP_MOVED` has no field `address`; did you mean `old_address` or `new_address`?",
                "APP_MOVED: `APP_MOVED` lacks `new_address`; write `new_address: /* IpAddr */`\n\
                 its text is: From {old-address} to {new-address}, {hops} hops",
            ],
            &["hops_i8: 1", "peer"],
        ),
        (
            "APP_MOVED { hops: 1, here, there }",
            &[
                "here: `APP_MOVED` has no field `here`; it has `old_address`, `new_address` and `hops`",
                "there: `APP_MOVED` has no field `there`; it has `old_address`, `new_address` and `hops`",
            ],
            &["hops_i8: 1", "here", "there"],
        ),
        // Two names that stand for nothing, and two fields that are missing: no more to say.
        (
            "APP_MOVED { hops: 1, here: a, there: b }",
            &[
                "here: `APP_MOVED` has no field `here`; it has `old_address`, `new_address` and `hops`",
                "there: `APP_MOVED` has no field `there`; it has `old_address`, `new_address` and `hops`",
            ],
            &["hops_i8: 1", "a", "b"],
        ),
    ]);
}

#[test]
fn integers_that_do_not_fit() {
    let port = ["placeholder `port` takes a `u16`: 0 to 65535"];
    let hops = ["placeholder `hops` takes an `i8`: -128 to 127"];
    for (value, fits) in [
        ("0", true),
        ("65535", true),
        ("65_535u16", true),
        ("65536", false),
        ("(65536)", false),
        ("((65_536))", false),
        ("-1", false),
        ("-0", true),
        ("0x1_0000", false),
        ("65536u16", false),
        ("340282366920938463463374607431768211456", false),
        // The compiler's to judge.
        ("65536u32", true),
        ("65536.0", true),
        ("-65536 + x", true),
        ("f(65536)", true),
        ("[65536]", true),
        ("+65536", true),
    ] {
        let said = said(expanded(&tokens(&format!("APP_PORT {{ port: {value} }}"))));
        let expected = port.map(|text| format!("{value}: {text}"));
        assert_eq!(said, if fits { &[] } else { &expected[..] }, "{value}");
    }
    for (value, fits) in [
        ("-128", true),
        ("127", true),
        ("-129", false),
        ("128", false),
    ] {
        let call = format!("APP_MOVED {{ old_address, new_address, hops: {value} }}");
        let expected = hops.map(|text| format!("{value}: {text}"));
        let said = said(expanded(&tokens(&call)));
        assert_eq!(said, if fits { &[] } else { &expected[..] }, "{value}");
    }
}

/// As sketched in `expand.rs`.
#[test]
fn what_calls_become() {
    let owns = SCHEMA.replace("borrows", "owns");
    let partial = SCHEMA.replace("complete", "partial");
    for (schema, call, expected) in [
        (
            SCHEMA,
            quote!(APP_PORT { port: 7 }),
            quote!(<crate::AppEvent<'_>>::Port(crate::events::APP_PORT {
                port: crate::events::__fields::port_u16::take(7)
            })),
        ),
        (
            SCHEMA,
            quote!(APP_STOPPED),
            quote!(<crate::AppEvent<'_>>::Stopped(
                crate::events::APP_STOPPED {}
            )),
        ),
        // A field is missing and is what the compiler may think it is.
        (
            SCHEMA,
            quote!(APP_PORT { port: }),
            quote! {(
                <crate::AppEvent<'_>>::Port(crate::events::APP_PORT { ..kmd_events::__private::missing() }),
                kmd_events::__private::ide!(crate::events::APP_PORT { port: }),
                ::core::compile_error! {
                    "`port` has no value; placeholder `port` takes a `u16`: 0 to 65535"
                },
            ).0},
        ),
        // None is missing.
        (
            SCHEMA,
            quote!(APP_PORT { port = 7 }),
            quote! {(
                <crate::AppEvent<'_>>::Port(crate::events::APP_PORT {
                    port: crate::events::__fields::port_u16::take(7)
                }),
                kmd_events::__private::ide!(crate::events::APP_PORT { port = 7 }),
                ::core::compile_error! { "a field takes a colon; write `:`" },
            ).0},
        ),
        (
            SCHEMA,
            quote!(APP_UP { user: name }),
            quote! {(
                kmd_events::__private::missing::<crate::AppEvent<'_> >(),
                kmd_events::__private::ide!(crate::events::APP_UP { user: name }),
                kmd_events::__private::ignore(name),
                ::core::compile_error! {
                    "no message `APP_UP` in the `APP` catalogue; see `AppTag` for all of them"
                },
            ).0},
        ),
        // The error of the catalogue is enough: the message may be one that it left out.
        (
            &owns.replace("complete", "partial"),
            quote!(APP_UP),
            quote! {(
                kmd_events::__private::missing::<crate::AppEvent>(),
                kmd_events::__private::ide!(crate::events::APP_UP {}),
            ).0},
        ),
        (
            &partial,
            quote!(7),
            quote! {(
                kmd_events::__private::missing::<crate::AppEvent<'_> >(),
                ::core::compile_error! {
                    "no tag; write one, as in `app_event!(APP_KEY { type: /* &str */ })`"
                },
            ).0},
        ),
    ] {
        let expansion = expanded_by(schema, &call).to_string();
        assert_eq!(
            expansion.replace(' ', ""),
            expected.to_string().replace(' ', "")
        );
    }
}

/// What other macros hand on stands in groups that nobody sees.
#[test]
fn invisible_groups_change_nothing() {
    let group = |text: &str| -> TokenStream {
        let inside = tokens(text).into_iter().collect();
        TokenTree::from(Group::new(Delimiter::None, inside)).into()
    };
    let (tag, seven, many) = (group("APP_PORT"), group("7"), group("65536"));
    let (whole, twice) = (group("APP_PORT { port: 7 }"), group("APP_STOPPED"));
    let twice = TokenTree::from(Group::new(Delimiter::None, twice));
    for (call, said, seen) in [
        (quote!(#whole), "", "port_u16: 7"),
        (quote!(#tag { port: 7 }), "", "port_u16: 7"),
        (quote!(#twice), "", ""),
        (quote!(APP_PORT { port: #seven }), "", "port_u16: 7"),
        (
            quote!(APP_PORT { port: #many }),
            "65536: placeholder `port` takes a `u16`: 0 to 65535",
            "",
        ),
        (
            quote!(APP_PORT { port: -#seven }),
            "-7: placeholder `port` takes a `u16`: 0 to 65535",
            "",
        ),
    ] {
        let expansion = expanded_by(SCHEMA, &call);
        let told = self::said(expansion.clone());
        let texts: Vec<&str> = told
            .iter()
            .filter_map(|told| told.split_once(": "))
            .map(|told| told.1)
            .collect();
        let expected = said.split_once(": ").map(|said| said.1);
        assert_eq!(texts, expected.into_iter().collect::<Vec<_>>(), "{said}");
        assert_eq!(self::seen(expansion).join(", "), seen);
    }
}

#[test]
fn a_call_without_what_the_generated_macro_adds_is_refused() {
    for input in [
        quote!(),
        quote!(APP_STOPPED),
        quote!((kmd_events) (crate) APP_STOPPED),
        quote!((kmd_events) (crate) 7 APP_STOPPED),
        quote!((kmd_events) (crate) "APP" APP_STOPPED),
    ] {
        let said = said(super::expand(input));
        let text =
            "this macro is an implementation detail; call the `…_event!` macro of a catalogue";
        assert_eq!(said, [format!(": {text}")]);
    }
}
