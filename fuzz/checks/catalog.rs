//! The properties of any text of a catalog. A text without a model has diagnostics, and a model becomes valid Rust in
//! which every message can be called.

use proc_macro2::{Literal, Span, TokenStream};
use quote::quote;

use kmd_catalog::model::Message;
use kmd_catalog::{Source, parse};

use crate::catalog_macro::Arguments;
use crate::codegen;
use crate::diagnostic::Diagnostic;
use crate::message_table;

/// Checks any bytes as the text of a catalog.
///
/// # Panics
///
/// Panics if a property does not hold.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let (model, diagnostics) = parse(text);
    let source = Source::new("catalog.yaml", text);
    for diagnostic in &diagnostics {
        let rendered = source.render(diagnostic);
        let is_control = |char: char| char.is_control() && char != '\n';
        assert!(!rendered.contains(is_control), "{rendered:?}");
        assert!(!diagnostic.message.is_empty() && rendered.lines().count() < 12, "{rendered}");
        let error = Diagnostic::spanned(Span::call_site(), rendered.clone()).to_compile_error();
        assert!(syn::parse2::<syn::File>(error).is_ok(), "{rendered}");
    }
    let Some(model) = model else {
        assert!(!diagnostics.is_empty(), "neither a model nor a diagnostic");
        return;
    };
    assert_eq!(model.complete, diagnostics.is_empty(), "{diagnostics:?}");
    // Only one form of the arguments is checked per text, since both would take twice the time.
    let arguments = if text.len() % 2 == 0 {
        "kmd_events; \"catalog.yaml\""
    } else {
        "kmd_events; pub \"catalog.yaml\", in crate::log"
    };
    let arguments: Arguments = syn::parse_str(arguments).expect("arguments");
    let items = codegen::items(&model, &arguments);
    if let Err(error) = syn::parse2::<syn::File>(items.clone()) {
        panic!("{error}: {items}");
    }
    let schema = message_table::literal(&model);
    for message in &model.messages {
        let call = call(message, &schema);
        let said = call.to_string();
        assert!(!said.contains("compile_error"), "{said}");
        assert!(syn::parse2::<syn::Expr>(call).is_ok(), "{said}");
    }
}

/// Returns the expansion of a call of a message with variables as values.
fn call(message: &Message, schema: &Literal) -> TokenStream {
    let tag = quote::format_ident!("{}", message.tag);
    let fields = message.fields.iter().map(|field| crate::ident::checked(&field.name));
    crate::event_macro::event(quote!((kmd_events) (crate) #schema #tag { #(#fields: value),* }))
}
