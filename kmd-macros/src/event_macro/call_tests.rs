//! Tests of the expansion of calls: a table of calls, and correct calls with a token added, removed or moved.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use crate::message_table::raw_string;

const TABLE: &str = "APP\tApp\tborrows\tcomplete
-APP_ABORTED\t\tnothing can abort it any more
-APP_ENDED\tAPP_STOPPED\t
-APP_STARTED\tAPP_PORT\tthe port tells more
=Letter\tA,B,C,D,E,F,G,H,I,J,K,L,M,N,O
=Phase\tIdle,Heating,CoolingDown
APP_KEY\tKey\tKey {type}\ttype:text
APP_LOGIN\tLogin\tUser {user-name} from {remote-address}\tuser_name:text,remote_address:ip
APP_MOVED\tMoved\tFrom {old-address} to {new-address}, {hops} hops\told_address:ip,new_address:ip,hops:i8
APP_PORT\tPort\tPort {port}\tport:u16
APP_QUIT\tQuit\tQuit: {error}, {user}\terror:text,user:text?
APP_RUN\tRun\tRun {serial:08x} {phase} at {bench} after {elapsed} ms\tserial:u32,phase:=Phase,bench:socket,elapsed:duration
APP_SESSION\tSession\tSession {id}\tid:u8,letter:=Letter?0,domain:u16?1,gateway:ip?1\t, letter {letter}\t, domain {domain} via {gateway}
APP_SPELL\tSpell\tSpell {letter} and {other-letter}\tletter:=Letter,other_letter:=Letter
APP_STOPPED\tStopped\tStopped\t
APP_WIDE\tWide\t{a} {b} {c} {d}\ta:u8,b:u8,c:u8,d:u8";

/// The tokens that are inserted into correct calls.
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
    "%",
    "?",
];

fn tokens(text: &str) -> Vec<TokenTree> {
    let stream: TokenStream = text.parse().expect("tokens");
    stream.into_iter().collect()
}

/// Returns copies of `tokens` with one change each, also within groups, and the maximum number of mistakes that a
/// change causes. Two swapped tokens can be two mistakes: a token is missing in one place and unexpected in another.
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
    expanded_by(TABLE, &call.iter().cloned().collect())
}

/// Returns the expansion of a call of the log macro.
fn logged(call: &[TokenTree]) -> TokenStream {
    let call: TokenStream = call.iter().cloned().collect();
    let table = raw_string(TABLE);
    super::log(quote!((kmd_events) (crate) #table #call))
}

fn expanded_by(table: &str, call: &TokenStream) -> TokenStream {
    let table = raw_string(table);
    super::event(quote!((kmd_events) (crate) #table #call))
}

/// If an expansion is not valid Rust, the user sees only the error of rustc, since rustc does not expand the errors in
/// it.
#[test]
fn one_wrong_token_is_one_error() {
    let mut wrong = Vec::new();
    let mut calls = 0;
    for call in [
        "APP_STOPPED",
        "APP_LOGIN { user_name: name, remote_address: peer }",
        "APP_LOGIN { user_name, remote_address }",
        "APP_PORT { port: 500 }",
        "APP_QUIT { error: %name, user: Some(name) }",
        "APP_SESSION { id: 7, domain: Some(9), gateway: None }",
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

/// The invisible group of another macro is a separate value. The name before it does not call it.
#[test]
fn a_name_before_an_invisible_group_is_an_error() {
    let value: TokenStream = "peer".parse().expect("tokens");
    let group = Group::new(Delimiter::None, value);
    let call = quote!(APP_LOGIN { stranger #group, remote_address: peer });
    let expansion = expanded(&call.into_iter().collect::<Vec<_>>());
    assert!(expansion.to_string().contains("compile_error"));
    assert!(syn::parse2::<syn::Expr>(expansion).is_ok());
}

/// Returns the errors of an expansion. Each one is `@ words`, in which rustc underlines the words, and the lines of its
/// text.
fn errors(expansion: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = expansion.into_iter().collect();
    let mut lines = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        // `compile_error! { "text" }`
        let is_error = at >= 2 && tokens[at - 2].to_string() == "compile_error";
        if !is_error {
            lines.extend(errors(group.stream()));
            continue;
        }
        let whole = tokens[at - 2].span().join(token.span());
        let words = whole.and_then(|span| span.source_text());
        let text: syn::LitStr = syn::parse2(group.stream()).expect("a string");
        lines.push(format!("@ {}", words.unwrap_or_default()).trim().to_owned());
        lines.extend(text.value().lines().map(str::to_owned));
    }
    lines
}

/// Returns the values that the compiler sees: `# sink` for the sink, `= field: value` for a value of the event, and
/// `~ value` for a value outside of it.
fn values(expansion: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = expansion.into_iter().collect();
    let name = |at: usize| tokens.get(at).map(ToString::to_string).unwrap_or_default();
    let mut values = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        let before = at.checked_sub(1).map(name).unwrap_or_default();
        match group.delimiter() {
            Delimiter::Brace if before.starts_with("APP_") => {
                let fields = super::split::fields(group.stream());
                values.extend(fields.iter().filter_map(|field| value(field)));
            }
            Delimiter::Parenthesis if before.ends_with(":: enabled)") => {
                // `&(sink), message`
                let Some(TokenTree::Group(sink)) = group.stream().into_iter().nth(1) else {
                    panic!("{group}");
                };
                values.push(format!("# {}", sink.stream()));
            }
            // The event of a call without a sink.
            Delimiter::Parenthesis if before.ends_with("use_value)") && group.to_string().starts_with("(<") => {
                values.extend(self::values(group.stream()));
            }
            Delimiter::Parenthesis if before.ends_with("use_value)") => {
                values.push(format!("~ {}", group.stream()));
            }
            // Only rust-analyzer sees these tokens.
            Delimiter::Parenthesis if before == "!" => {}
            _ => values.extend(self::values(group.stream())),
        }
    }
    values
}

/// Returns `= field: value` for `field: value` and for `field: (convert)(value)`.
fn value(field: &[TokenTree]) -> Option<String> {
    let [TokenTree::Ident(name), _, value @ ..] = field else {
        return None;
    };
    let value: TokenStream = match value {
        [TokenTree::Group(function), TokenTree::Group(value)]
            if [":: into_", ":: optional_"].iter().any(|name| function.to_string().contains(name)) =>
        {
            value.stream()
        }
        value => value.iter().cloned().collect(),
    };
    Some(format!("= {name}: {value}"))
}

/// Compares the expansions of the calls in a table with what the table lists.
fn check_table(table: &str, expand: impl Fn(&[TokenTree]) -> TokenStream) -> usize {
    let mut lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).peekable();
    let mut wrong = Vec::new();
    let mut calls = 0;
    while let Some(call) = lines.next() {
        calls += 1;
        let mut expected = Vec::new();
        while let Some(line) = lines.next_if(|line| line.starts_with(' ')) {
            expected.push(line.trim());
        }
        let expansion = expand(&tokens(call.trim_matches(['<', '>']).trim_start_matches("empty")));
        let mut got = errors(expansion.clone());
        got.extend(values(expansion));
        if got != expected {
            wrong.push(format!("{call}\n{got:#?}\nis not\n{expected:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    calls
}

#[test]
fn calls_expand_as_listed() {
    let calls = check_table(include_str!("calls.txt"), expanded);
    assert!(calls > 80, "{calls}");
}

#[test]
fn log_calls_expand_as_listed() {
    let calls = check_table(include_str!("log_calls.txt"), logged);
    assert!(calls > 15, "{calls}");
}

/// A sink before a call changes neither the errors nor the values.
#[test]
fn log_calls_have_the_errors_of_event_calls() {
    let table = include_str!("calls.txt");
    let calls = table.lines().filter(|line| !line.starts_with(['#', ' ', '<']) && !line.is_empty());
    let mut count = 0;
    for call in calls {
        count += 1;
        let (event, log) = (expanded(&tokens(call)), logged(&tokens(&format!("log, {call}"))));
        let calls_of_log = |line: String| {
            let line = line.replace("app_event!(APP", "app_log!(sink, APP");
            if line.contains("base expression") { line.replace("app_event!", "app_log!") } else { line }
        };
        let errors: Vec<String> = errors(event.clone()).into_iter().map(calls_of_log).collect();
        assert_eq!(self::errors(log.clone()), errors, "{call}");
        let mut values = values(event);
        values.insert(0, "# log".to_owned());
        assert_eq!(self::values(log), values, "{call}");
    }
    assert!(count > 80, "{count}");
}

#[test]
fn one_wrong_token_of_a_log_call_is_one_error() {
    let mut wrong = Vec::new();
    for call in ["log, APP_STOPPED", "self.log, APP_PORT { port: 500 }"] {
        let call = tokens(call);
        let at = call.iter().position(|token| token.to_string() == ",").expect("a comma");
        // The tokens of the sink are Rust, which rustc checks.
        let (sink, message) = call.split_at(at + 1);
        for (most, message) in changed(message) {
            let expansion = logged(&[sink, &message].concat());
            let errors = expansion.to_string().matches("compile_error").count();
            let is_rust = syn::parse2::<syn::Expr>(expansion).is_ok();
            if errors > most || errors > 0 && !is_rust {
                let call: TokenStream = message.into_iter().collect();
                wrong.push(format!("{errors} errors, Rust: {is_rust}: {call}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// The forms of an expansion are listed at the top of `expand_log.rs`.
#[test]
fn log_expansions_have_the_documented_forms() {
    for (call, expected) in [
        (
            quote!(log, APP_PORT { port: 7 }),
            quote! {
                match (kmd_events::__private::enabled)(&(log), crate::events::Port::MESSAGE) {
                    ::core::option::Option::Some(sink) =>
                        sink.log(&<crate::AppEvent<'_>>::Port(crate::events::APP_PORT { port: 7, })),
                    ::core::option::Option::None => ::core::result::Result::Ok(()),
                }
            },
        ),
        (
            quote!(APP_STOPPED),
            quote! {(
                kmd_events::__private::unreachable_value::<::core::result::Result<(), kmd_events::sink::SinkError> >(),
                kmd_events::__private::rust_analyzer!(crate::events::APP_STOPPED {}),
                (kmd_events::__private::use_value)(<crate::AppEvent<'_>>::Stopped(crate::events::APP_STOPPED {})),
                compile_error! {
                    "expected a sink, found message `APP_STOPPED`\nhelp: put a sink before the message: `app_log!(sink, APP_STOPPED)`"
                },
            ).0},
        ),
    ] {
        let table = raw_string(TABLE);
        let expansion = super::log(quote!((kmd_events) (crate) #table #call)).to_string();
        assert_eq!(expansion.replace(' ', ""), expected.to_string().replace(' ', ""));
    }
}

/// The forms of an expansion are listed at the top of `expand.rs`.
#[test]
fn expansions_have_the_documented_forms() {
    let owns = TABLE.replace("borrows", "owns");
    let partial = TABLE.replace("complete", "partial");
    for (table, call, expected) in [
        (
            TABLE,
            quote!(APP_PORT { port: 7 }),
            // The macro with braces keeps rustfmt from removing the comma.
            quote! { <crate::AppEvent<'_>>::Port(crate::events::APP_PORT { port: 7, }) },
        ),
        (
            TABLE,
            quote!(APP_LOGIN { user_name: name, remote_address: todo!() }),
            quote!(<crate::AppEvent<'_>>::Login(crate::events::APP_LOGIN {
                user_name: (kmd_events::IntoText::into_text)(name),
                remote_address: todo!(),
            })),
        ),
        (TABLE, quote!(APP_STOPPED), quote!(<crate::AppEvent<'_>>::Stopped(crate::events::APP_STOPPED {}))),
        // The missing value of a field is filled in by `unreachable_value`.
        (
            TABLE,
            quote!(APP_PORT { port: }),
            quote! {(
                <crate::AppEvent<'_>>::Port(crate::events::APP_PORT {
                    ..kmd_events::__private::unreachable_value()
                }),
                kmd_events::__private::rust_analyzer!(crate::events::APP_PORT { port: }),
                compile_error! {
                    "expected a value for field `port`\nhelp: add the value: `port: /* u16 */`"
                },
            ).0},
        ),
        (
            TABLE,
            quote!(APP_PORT { port = 7 }),
            quote! {(
                <crate::AppEvent<'_>>::Port(crate::events::APP_PORT { port: 7, }),
                kmd_events::__private::rust_analyzer!(crate::events::APP_PORT { port = 7 }),
                compile_error! { "expected `:`, found `=`\nhelp: replace `=` with a colon" },
            ).0},
        ),
        (
            TABLE,
            quote!(APP_UP { user: name }),
            quote! {(
                kmd_events::__private::unreachable_value::<crate::AppEvent<'_> >(),
                kmd_events::__private::rust_analyzer!(crate::events::APP_UP { user: name }),
                (kmd_events::__private::use_value)(name),
                compile_error! {
                    "cannot find message `APP_UP` in catalog `APP`\nnote: `AppTag` lists all messages"
                },
            ).0},
        ),
        // The error in the catalog suffices, since it may be the reason why the message is missing.
        (
            &owns.replace("complete", "partial"),
            quote!(APP_UP),
            quote! {(
                kmd_events::__private::unreachable_value::<crate::AppEvent>(),
                kmd_events::__private::rust_analyzer!(crate::events::APP_UP {}),
            ).0},
        ),
        (
            &partial,
            quote!(7),
            quote! {(
                kmd_events::__private::unreachable_value::<crate::AppEvent<'_> >(),
                compile_error! {
                    "expected the tag of a message, found `7`\nhelp: for example `app_event!(APP_KEY { type: /* &str */ })`"
                },
            ).0},
        ),
    ] {
        let expansion = expanded_by(table, &call).to_string();
        assert_eq!(expansion.replace(' ', ""), expected.to_string().replace(' ', ""));
    }
}

#[test]
fn optional_and_formatted_values_are_converted() {
    for (call, expected) in [
        // An optional value is converted within its `Some`, and `None` has the type of the field.
        (
            quote!(APP_SESSION { id: 7, letter: None, gateway: Some(peer), domain: Some(9) }),
            quote!(<crate::AppEvent<'_>>::Session(crate::events::APP_SESSION {
                id: 7,
                letter: None,
                gateway: (kmd_events::__private::IntoOptionalIp::into_optional_ip)(Some(peer)),
                domain: Some(9),
            })),
        ),
        (
            quote!(APP_QUIT { error: %error, user: Some(name) }),
            quote!(<crate::AppEvent<'_>>::Quit(crate::events::APP_QUIT {
                error: (kmd_events::IntoText::into_text)(::core::format_args!("{}", error)),
                user: (kmd_events::__private::optional_text)(Some(name)),
            })),
        ),
        (
            quote!(APP_QUIT { error = ?error, %user, }),
            quote! {(
                <crate::AppEvent<'_>>::Quit(crate::events::APP_QUIT {
                    error: (kmd_events::IntoText::into_text)(::core::format_args!("{:?}", error)),
                    user: ::core::option::Option::Some(
                        (kmd_events::IntoText::into_text)(::core::format_args!("{}", user))
                    ),
                }),
                // An editor sees Rust.
                kmd_events::__private::rust_analyzer!(crate::events::APP_QUIT { error = error, user, }),
                compile_error! { "expected `:`, found `=`\nhelp: replace `=` with a colon" },
            ).0},
        ),
    ] {
        let expansion = expanded_by(TABLE, &call).to_string();
        assert_eq!(expansion.replace(' ', ""), expected.to_string().replace(' ', ""));
    }
}

/// Other macros pass tokens on in invisible groups.
#[test]
fn invisible_groups_change_nothing() {
    let group = |text: &str| -> TokenStream {
        let inside = tokens(text).into_iter().collect();
        TokenTree::from(Group::new(Delimiter::None, inside)).into()
    };
    let (tag, seven) = (group("APP_PORT"), group("7"));
    let (port, user) = (group("port"), group("user_name"));
    let (whole, twice) = (group("APP_PORT { port: 7 }"), group("APP_STOPPED"));
    let twice = TokenTree::from(Group::new(Delimiter::None, twice));
    for (call, expected) in [
        (quote!(#whole), "= port: 7"),
        (quote!(#tag { port: 7 }), "= port: 7"),
        (quote!(#twice), ""),
        (quote!(APP_PORT { port: #seven }), "= port: 7"),
        (quote!(APP_PORT { port: -#seven }), "= port: - 7"),
        (quote!(APP_PORT { #port: #seven }), "= port: 7"),
        (quote!(APP_PORT { #port }), "= port: port"),
        (
            quote!(APP_LOGIN { %#user, remote_address }),
            "= user_name: :: core :: format_args ! (\"{}\" , user_name), = remote_address: remote_address",
        ),
    ] {
        let expansion = expanded_by(TABLE, &call);
        assert_eq!(errors(expansion.clone()), [""; 0]);
        assert_eq!(values(expansion).join(", "), expected);
    }
}

#[test]
fn a_direct_call_of_the_hidden_macro_is_an_error() {
    for input in [
        quote!(),
        quote!(APP_STOPPED),
        quote!((kmd_events) (crate) APP_STOPPED),
        quote!((kmd_events) (crate) 7 APP_STOPPED),
        quote!((kmd_events) (crate) "APP" APP_STOPPED),
        quote!((kmd_events) (crate) r"APP" APP_STOPPED),
    ] {
        let expected = [
            "@",
            "direct call of an implementation detail",
            "help: call the `…_event!` or `…_log!` macro of a catalog",
        ];
        assert_eq!(errors(super::event(input)), expected);
    }
}
