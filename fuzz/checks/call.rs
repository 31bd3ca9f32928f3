//! What holds of anything in the parentheses of a call: it becomes an expression, but for the values, which are
//! handed on as they are. What a full parser of Rust reads as a struct literal with the right fields is a right call,
//! and has the values that this parser sees.

use std::sync::LazyLock;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::ext::IdentExt as _;

use crate::message_table;
use crate::message_table::{Field, MessageTable};

/// The catalogue of this project.
static KMD: LazyLock<String> = LazyLock::new(|| {
    let (model, _) = kmd_catalog::parse(include_str!("../../catalog.yaml"));
    let literal = message_table::literal(&model.expect("a catalogue"));
    message_table::text(literal).expect("a text")
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
    let expansion = crate::event_macro::expand(quote!((kmd_events) (crate) #schema #call));
    let said = expansion.to_string();
    // Words that are not handed on like the others.
    let is_special = ["compile_error", "todo", "unimplemented"]
        .iter()
        .any(|word| text.contains(word));
    if let (false, Some((values, has_literals))) = (is_special, literal(&call, schema)) {
        assert!(
            has_literals || !said.contains("compile_error"),
            "{call} became {said}"
        );
        if !said.contains("compile_error") {
            assert_eq!(taken(expansion.clone()), values, "{call} became {said}");
        }
    }
    // Of a struct literal all values are expressions; in a macro call, for one, anything stands.
    let judged = if syn::parse2::<syn::ExprStruct>(call.clone()).is_ok() {
        expansion
    } else {
        without_values(expansion)
    };
    if let Err(error) = syn::parse2::<syn::Expr>(judged.clone()) {
        panic!("{error}: {call} became {judged}");
    }
}

/// The values of a call that is a struct literal with all fields of its message and no others, and whether literals are
/// among them, which may be too large.
fn literal(call: &TokenStream, schema: &str) -> Option<(Vec<String>, bool)> {
    let literal: syn::ExprStruct = syn::parse2(call.clone()).ok()?;
    let tag = literal.path.get_ident()?.to_string();
    let entry = MessageTable::parse(schema)?.find(&tag)?;
    let mut wanted: Vec<String> = entry.fields().map(Field::name).collect();
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
    let values = literal
        .fields
        .iter()
        .map(|field| text(&field.expr.to_token_stream()));
    let has_literals = call
        .to_string()
        .contains(|char: char| char.is_ascii_digit());
    Some((values.collect(), has_literals))
}

/// What is handed on as a value, in order.
fn taken(tokens: TokenStream) -> Vec<String> {
    let mut all = Vec::new();
    let mut takes = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) if takes => all.push(text(&group.stream())),
            TokenTree::Group(group) => all.extend(taken(group.stream())),
            TokenTree::Ident(name) => {
                takes = name == "take";
                continue;
            }
            _ => {}
        }
        takes = false;
    }
    all
}

/// Without blanks, which differ between what was read and what was written.
fn text(tokens: &TokenStream) -> String {
    tokens.to_string().replace(' ', "")
}

/// The tokens with an invisible group for every `$( … )` around an expression: what another macro makes of `$x:expr`.
fn invisible(tokens: TokenStream) -> TokenStream {
    let mut all: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            all.push(token);
            continue;
        };
        let inside = invisible(group.stream());
        let mut delimiter = group.delimiter();
        let is_marked =
            matches!(all.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == '$');
        if is_marked && syn::parse2::<syn::Expr>(inside.clone()).is_ok() {
            all.pop();
            delimiter = Delimiter::None;
        }
        all.push(Group::new(delimiter, inside).into());
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
