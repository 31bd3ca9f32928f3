//! What holds of anything in the parentheses of a call: it becomes an expression, but for the values, which are
//! handed on as they are.

use std::sync::LazyLock;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use crate::{catalog, schema};

/// The catalogue of this project.
static KMD: LazyLock<String> = LazyLock::new(|| {
    let (model, _) = catalog::understand(include_str!("../../catalog.yaml"));
    let literal = schema::literal(&model.expect("a catalogue"));
    schema::text(literal).expect("a text")
});

/// One with a field of each type.
const APP: &str = "APP\tborrows\tcomplete
APP_LOGIN\tUser {user-name} from {remote-address}\tuser-name:text,remote-address:ip
APP_SIGNED\t{a} {b} {c} {d}\ta:i8,b:i16,c:i32,d:i64
APP_STOPPED\tStopped\t
APP_UNSIGNED\t{a} {b} {c} {d} {type}\ta:u8,b:u16,c:u32,d:u64,type:text";

/// Any bytes as the tokens of a call.
///
/// # Panics
///
/// If a law does not hold.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let Ok(call) = text.parse::<TokenStream>() else {
        return;
    };
    let call = invisible(call);
    let schema = if text.contains("APP") { APP } else { &KMD };
    let expansion = crate::call::expand(quote!((kmd_events) (crate) #schema #call));
    let judged = if syn::parse2::<syn::Expr>(call.clone()).is_ok() {
        expansion
    } else {
        without_values(expansion)
    };
    if let Err(error) = syn::parse2::<syn::Expr>(judged.clone()) {
        panic!("{error}: {call} became {judged}");
    }
}

/// The tokens with an invisible group for every `$( … )`: what another macro makes of `$x:expr`.
fn invisible(tokens: TokenStream) -> TokenStream {
    let mut all: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            all.push(token);
            continue;
        };
        let mut delimiter = group.delimiter();
        if matches!(all.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == '$') {
            all.pop();
            delimiter = Delimiter::None;
        }
        all.push(Group::new(delimiter, invisible(group.stream())).into());
    }
    all.into_iter().collect()
}

/// The tokens with `()` for every `take(value)` and `ignore(value)`.
fn without_values(tokens: TokenStream) -> TokenStream {
    let mut all: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            all.push(token);
            continue;
        };
        let hands_on = matches!(all.last(), Some(TokenTree::Ident(name)) if name == "take" || name == "ignore");
        let inside = if hands_on {
            quote!(())
        } else {
            without_values(group.stream())
        };
        all.push(Group::new(group.delimiter(), inside).into());
    }
    all.into_iter().collect()
}
