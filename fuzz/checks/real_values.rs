//! Calls with the values, literals and patterns of real code.
//!
//! A full parser finds the values in the code, and each one is put into calls of the three macros. Nothing here splits a
//! call: a value has as many tokens in the call as it has alone.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

use crate::event_macro;
use crate::expected_expansion::{KINDS, assertion, assignment, compare, event, log, table, without_texts};
use crate::ident::checked;
use crate::message_table::raw_string;

/// What became of a literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Literal {
    /// It is a call with these values.
    Accepted,
    /// It has what no call has, and the expansion has an error.
    Rejected,
}

/// Checks an expression in all places of a call that take one. Returns the number of calls.
///
/// # Errors
///
/// Returns an error if a call does not have the expected expansion.
pub fn expression(text: &str) -> Result<usize, String> {
    neighbors([text, text, text])?;
    let value = tokens(text)?;
    let group = invisible(&value);
    // A literal is not a sink, so the error says what was probably meant.
    let is_sink = !matches!(&value[..], [TokenTree::Literal(_)]);
    let value: TokenStream = value.into_iter().collect();
    let [first, second, third] = &names();

    let call = quote!(ZQX_REAL { #first, #second: #group, #third: #value, });
    let expected = event(&[
        assignment(first, KINDS[0].1, &quote!(#first)),
        assignment(second, KINDS[1].1, &group),
        assignment(third, KINDS[2].1, &value),
    ]);
    let table = table(&names());
    if is_sink {
        compare(&table, text, event_macro::log, &quote!(#value, #call), &log(&value, &expected))?;
    } else {
        compare(&table, text, event_macro::event, &call, &expected)?;
    }

    let texts = raw_string("ZQX\tZqx\tborrows\tcomplete\nZQX_REAL\tReal\tx\tfirst:text,second:text?,third:text");
    let texts = quote!((kmd_events) (crate) #texts);
    let formatted = |sign: &str, value| quote!((kmd_events::IntoText::into_text)(::core::format_args!(#sign, #value)));
    let (shown, debugged) = (formatted("{}", &group), formatted("{:?}", &group));
    let expected = event(&[
        quote!(#first: #shown),
        quote!(#second: ::core::option::Option::Some(#debugged)),
        quote!(#third: #shown),
    ]);
    let call = quote!(#group, ZQX_REAL { #first: %#value, #second: ?#value, #third: %#value });
    compare(&texts, text, event_macro::log, &call, &log(&group, &expected))?;

    let patterns = [quote!(x if #value), quote!(1), quote!(x if #value)];
    Ok(3 + asserted(text, &value, &patterns)?)
}

/// Checks three expressions as the values of a call that is written without spaces.
///
/// # Errors
///
/// Returns an error if the call does not have the expected expansion.
pub fn neighbors(values: [&str; 3]) -> Result<(), String> {
    let mut call = TokenStream::new();
    let mut converted = Vec::new();
    for ((name, (_, kind)), value) in names().iter().zip(KINDS).zip(values) {
        let (colon, value) = close(tokens(value)?);
        call.extend(quote!(#name #colon #value,));
        converted.push(assignment(name, kind, &value));
    }
    let call = quote!(ZQX_REAL { #call });
    compare(&table(&names()), &values.join(", "), event_macro::event, &call, &event(&converted))
}

/// Checks a pattern, possibly with a condition, in all places of an assertion. Returns the number of calls.
///
/// # Errors
///
/// Returns an error if the assertion does not have the expected expansion.
pub fn pattern(text: &str) -> Result<usize, String> {
    let pattern = tokens(text)?;
    let is =
        |at: usize, sign: char| matches!(pattern.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == sign);
    match &pattern[..] {
        // A name is compared, and a name after `&` is an error with the advice to leave out the `&`.
        [TokenTree::Ident(_)] => return Ok(0),
        [_, TokenTree::Ident(_)] if is(0, '&') => return Ok(0),
        // A `|` before the first pattern, which is superfluous, is taken for that of a closure. The compiler rejects the
        // comma after the pattern.
        _ if is(0, '|') => return Ok(0),
        _ => {}
    }
    let pattern: TokenStream = pattern.into_iter().collect();
    asserted(text, &quote!(log), &[pattern.clone(), pattern.clone(), pattern])
}

/// Checks a struct literal as the call of a message with its fields.
///
/// # Errors
///
/// Returns an error if the call does not have the expected expansion, or if it has none and no error.
pub fn literal(text: &str, literal: &syn::ExprStruct) -> Result<Literal, String> {
    let Some(TokenTree::Group(body)) = tokens(text)?.pop() else {
        return Err(format!("no braces: {text}"));
    };
    let mut names: Vec<Ident> = Vec::new();
    let mut is_call = literal.dot2_token.is_none();
    for field in &literal.fields {
        match &field.member {
            syn::Member::Named(name)
                if field.attrs.is_empty() && !names.contains(&checked(&name.unraw().to_string())) =>
            {
                names.push(checked(&name.unraw().to_string()));
            }
            _ => is_call = false,
        }
    }
    let table = table(&names);
    let call = quote!(ZQX_REAL #body);
    if !is_call {
        let expansion = event_macro::event(quote!(#table #call));
        return match syn::parse2::<syn::Expr>(expansion.clone()) {
            Ok(_) if expansion.to_string().contains("compile_error") => Ok(Literal::Rejected),
            _ => Err(format!("{call}\nbecame without a visible error\n{expansion}")),
        };
    }
    let mut rest = body.stream().into_iter();
    let mut values = Vec::new();
    for (field, (name, (_, kind))) in literal.fields.iter().zip(names.iter().zip(KINDS.iter().cycle())) {
        let Some(TokenTree::Ident(given)) = rest.next() else {
            return Err(format!("no name: {text}"));
        };
        let value = if field.colon_token.is_some() {
            rest.next();
            let count = tokens(&source(field.expr.span())?)?.len();
            rest.by_ref().take(count).collect()
        } else if given.to_string().starts_with("r#") {
            quote!(#given)
        } else {
            // `gen` is a name before edition 2024, in which it becomes raw.
            quote!(#name)
        };
        values.push(assignment(name, *kind, &value));
        rest.next();
    }
    compare(&table, text, event_macro::event, &call, &event(&values))?;
    Ok(Literal::Accepted)
}

/// Returns the tokens of code, with only the brackets of groups.
///
/// # Errors
///
/// Returns an error if the code has no tokens of Rust.
pub fn outline(text: &str) -> Result<String, String> {
    let mut outline = String::new();
    for token in tokens(text)? {
        match token {
            TokenTree::Group(group) => {
                let inside = if group.stream().is_empty() { TokenStream::new() } else { quote!(..) };
                outline += &Group::new(group.delimiter(), inside).to_string();
            }
            token => outline += &token.to_string(),
        }
        outline.push(' ');
    }
    Ok(outline)
}

/// Returns the source code at a place.
///
/// # Errors
///
/// Returns an error if the crate `proc-macro2` is built without its feature `span-locations`.
pub fn source(place: proc_macro2::Span) -> Result<String, String> {
    place.source_text().ok_or_else(|| "no source code: enable `span-locations` of `proc-macro2`".to_owned())
}

fn tokens(text: &str) -> Result<Vec<TokenTree>, String> {
    let tokens: TokenStream = text.parse().map_err(|error| format!("{error}: {text}"))?;
    Ok(tokens.into_iter().collect())
}

/// Returns the names of the fields of a message.
fn names() -> [Ident; 3] {
    [format_ident!("first"), format_ident!("second"), format_ident!("third")]
}

/// Returns the colon before a value and the value, as in `name:value,`, which is written without spaces.
fn close(mut value: Vec<TokenTree>) -> (Punct, TokenStream) {
    // A value that begins with `::` needs a space, since rustc parses `:::` as `::` and `:`.
    let is_joint = matches!(value.first(), Some(TokenTree::Punct(first)) if first.as_char() != ':');
    let colon = Punct::new(':', if is_joint { Spacing::Joint } else { Spacing::Alone });
    if let Some(TokenTree::Punct(last)) = value.last_mut() {
        *last = Punct::new(last.as_char(), Spacing::Joint);
    }
    (colon, value.into_iter().collect())
}

/// Returns the tokens in an invisible group, as another macro passes `$x:expr` on.
fn invisible(tokens: &[TokenTree]) -> TokenStream {
    TokenTree::from(Group::new(Delimiter::None, tokens.iter().cloned().collect())).into()
}

/// Compares an assertion with its expansion. Returns the number of calls.
fn asserted(text: &str, log: &TokenStream, patterns: &[TokenStream; 3]) -> Result<usize, String> {
    // `"text"..` is an error, since a comma before `..` is usually missing.
    let is_open = |pattern: &TokenStream| {
        let last: Vec<String> = pattern.clone().into_iter().map(|token| token.to_string()).collect();
        matches!(&last[..], [.., text, one, two] if text.ends_with('"') && one == "." && two == ".")
    };
    if patterns.iter().any(is_open) {
        return Ok(0);
    }
    let [first, second, third] = patterns;
    let call = quote!(#log, ZQX_REAL { first: #first, second: #second, third: #third });
    let expected = assertion(log, patterns);
    let expand = |call| without_texts(event_macro::assert_logged(call));
    compare(&quote!((kmd_events) expect_logged), text, expand, &call, &expected)?;
    Ok(1)
}
