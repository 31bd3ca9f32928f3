//! A right call with one token too many, too few or in the wrong place.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

const SCHEMA: &str = "APP\tborrows\tcomplete
APP_LOGIN\tUser {user-name} from {remote-address}\tuser-name:text,remote-address:ip
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
    let call: TokenStream = call.iter().cloned().collect();
    super::expand(quote::quote!((kmd_events) (crate) #SCHEMA #call))
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

/// The second colon of `: ::` is no reason to take the name for that of a path.
#[test]
fn a_value_may_begin_with_a_path_from_the_root() {
    let call = "APP_LOGIN { user_name: ::std::env::args(), remote_address: peer }";
    let said = expanded(&tokens(call)).to_string();
    assert!(!said.contains("compile_error"), "{said}");
}

/// What another macro puts an invisible group around is a value of its own, and no call of the name before it.
#[test]
fn a_name_before_an_invisible_group_is_not_handed_on() {
    let value: TokenStream = "peer".parse().expect("tokens");
    let group = Group::new(Delimiter::None, value);
    let call = quote::quote!(APP_LOGIN { stranger #group, remote_address: peer });
    let expansion = expanded(&call.into_iter().collect::<Vec<_>>());
    assert!(expansion.to_string().contains("compile_error"));
    assert!(syn::parse2::<syn::Expr>(expansion).is_ok());
}
