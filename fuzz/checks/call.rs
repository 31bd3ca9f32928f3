//! The properties of any tokens in the parentheses of a call. A call expands to an expression, apart from its values,
//! which are passed on unchanged. If a full parser of Rust accepts the tokens as a struct literal with the right
//! fields, the call is correct and has the same values.

use std::sync::LazyLock;

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::ext::IdentExt as _;

use crate::message_table;
use crate::message_table::MessageTable;

/// The source of the message table of the `kmd` catalog.
static KMD: LazyLock<String> = LazyLock::new(|| {
    let (model, _) = kmd_catalog::parse(include_str!("../../catalog.yaml"));
    message_table::literal(&model.expect("a catalog")).to_string()
});

/// The source of a message table with a field of each type.
const APP: &str = "r\"APP\tApp\tborrows\tcomplete
-APP_STARTED\tAPP_STOPPED\tit stops at once
=Phase\tIdle,Heating
APP_LOGIN\tLogin\tUser {user-name} from {remote-address}\tuser_name:text,remote_address:ip
APP_RUN\tRun\tRun {phase} {on} {user}\tphase:=Phase,on:bool,user:text?,gateway:ip?0,load:f64?0\t via {gateway}, {load:.1}
APP_SIGNED\tSigned\t{a} {b} {c} {d}\ta:i8,b:i16,c:i32,d:i64
APP_STOPPED\tStopped\tStopped\t
APP_UNSIGNED\tUnsigned\t{a} {b} {c} {d} {type}\ta:u8,b:u16,c:u32,d:u64,type:text\"";

/// Checks any bytes as the tokens of a call.
///
/// # Panics
///
/// Panics if a property does not hold.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let Ok(call) = text.parse::<TokenStream>() else {
        return;
    };
    let call = invisible(call);
    let source = if text.contains("APP") { APP } else { &KMD };
    let table: Literal = source.parse().expect("a literal");
    let expansion = crate::event_macro::event(quote!((kmd_events) (crate) #table #call));
    let said = expansion.to_string();
    // These words have a special meaning. Unlike `syn`, rustc parses `:::` as `::` and `:`.
    let is_special = ["compile_error", "todo", "unimplemented", ":::"].iter().any(|word| text.contains(word));
    if let (false, Some(expected)) = (is_special, literal(&call, source)) {
        assert!(!said.contains("compile_error"), "{call} became {said}");
        let event = syn::parse2(expansion.clone());
        let event = event.unwrap_or_else(|error| panic!("{error}: {call} became {said}"));
        assert_eq!(values(&event), expected, "{call} became {said}");
    }
    let logged = crate::event_macro::log(quote!((kmd_events) (crate) #table sink, #call));
    let asserted = crate::event_macro::assert_logged(quote!((kmd_events) expect_logged log, #call));
    if let (Ok(_), Err(error)) =
        (syn::parse2::<syn::ExprStruct>(call.clone()), syn::parse2::<syn::Expr>(asserted.clone()))
    {
        panic!("{error}: {call} became {asserted}");
    }
    for expansion in [expansion, logged] {
        // In a struct literal, all values are expressions. Other values, such as the arguments of a macro, can be any
        // tokens.
        let judged =
            if syn::parse2::<syn::ExprStruct>(call.clone()).is_ok() { expansion } else { without_values(expansion) };
        if let Err(error) = syn::parse2::<syn::Expr>(judged.clone()) {
            panic!("{error}: {call} became {judged}");
        }
    }
}

/// Returns the values of a call if it is a struct literal with exactly the fields of its message.
fn literal(call: &TokenStream, source: &str) -> Option<Vec<String>> {
    let literal: syn::ExprStruct = syn::parse2(call.clone()).ok()?;
    let tag = literal.path.get_ident()?.to_string();
    let entry = MessageTable::parse(source)?.find(&tag)?;
    let mut wanted: Vec<&str> = entry.fields().map(|field| field.name).collect();
    let mut given = Vec::new();
    for field in &literal.fields {
        if let (true, syn::Member::Named(name)) = (field.attrs.is_empty(), &field.member) {
            given.push(name.unraw().to_string());
        }
    }
    wanted.sort_unstable();
    given.sort_unstable();
    if wanted != given || given.len() != literal.fields.len() || literal.dot2_token.is_some() {
        return None;
    }
    let values = literal.fields.iter().map(|field| text(&field.expr.to_token_stream()));
    Some(values.collect())
}

/// Returns the values of the event in an expansion without errors, in order.
fn values(expansion: &syn::Expr) -> Vec<String> {
    let syn::Expr::Call(event) = expansion else {
        return Vec::new();
    };
    let Some(syn::Expr::Struct(literal)) = event.args.first() else {
        return Vec::new();
    };
    let values = literal.fields.iter().map(|field| match &field.expr {
        // `(convert)(value)`
        syn::Expr::Call(call) if text(&call.func.to_token_stream()).starts_with("(kmd_events::") => {
            text(&call.args.to_token_stream())
        }
        value => text(&value.to_token_stream()),
    });
    values.collect()
}

/// Returns the tokens without spaces, which differ between the input and the expansion.
fn text(tokens: &TokenStream) -> String {
    tokens.to_string().replace(' ', "")
}

/// Puts an expression in `$( … )` into an invisible group, as another macro does with `$x:expr`.
fn invisible(tokens: TokenStream) -> TokenStream {
    let mut all: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            all.push(token);
            continue;
        };
        let inside = invisible(group.stream());
        let mut delimiter = group.delimiter();
        let is_marked = matches!(all.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == '$');
        if is_marked && syn::parse2::<syn::Expr>(inside.clone()).is_ok() {
            all.pop();
            delimiter = Delimiter::None;
        }
        all.push(Group::new(delimiter, inside).into());
    }
    all.into_iter().collect()
}

/// Removes the fields of the event and the arguments of `use_value`.
fn without_values(tokens: TokenStream) -> TokenStream {
    let mut all: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            all.push(token);
            continue;
        };
        let name = |back: usize| {
            let at = all.len().checked_sub(back);
            at.map_or(String::new(), |at| all[at].to_string())
        };
        let is_event = group.delimiter() == Delimiter::Brace && name(4) == "events";
        let inside = if is_event {
            TokenStream::new()
        } else if name(1).ends_with("use_value)") {
            quote!(())
        } else {
            without_values(group.stream())
        };
        all.push(Group::new(group.delimiter(), inside).into());
    }
    all.into_iter().collect()
}
