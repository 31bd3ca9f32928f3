//! The macros of a catalog, such as `kmd_event!` and `kmd_log!`.

use proc_macro2::{Ident, Literal, Punct, Spacing, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};

use super::context::Context;
use super::docs;
use crate::catalog_macro::{Arguments, list};
use crate::message_table;
use kmd_catalog::names;

/// Generates the event macro and the log macro.
///
/// A generated macro cannot know its module, so its paths begin with `$crate` and continue with the module that the
/// caller of `catalog!` specified. In its own crate, an exported macro that another macro generated cannot be used by
/// its path, since a lint denies it. The exported macro is therefore hidden, and a `use` item provides its name.
pub(super) fn items(context: &Context<'_>, arguments: &Arguments) -> TokenStream {
    let model = context.model;
    let event = format_ident!("{}", names::macro_name(&model.prefix));
    let log = format_ident!("{}", names::log_macro_name(&model.prefix));
    let (event_doc, log_doc) = (event_documentation(context, &event), log_documentation(context, &log, &event));
    let table = message_table::literal(model);
    let event = definition(context, arguments, &event, &quote!(event), &table, &event_doc);
    let log = definition(context, arguments, &log, &quote!(log), &table, &log_doc);
    quote!(#event #log)
}

/// Returns a macro that passes its calls to a macro of `kmd-macros`, together with what that needs to know.
fn definition(
    context: &Context<'_>,
    arguments: &Arguments,
    name: &Ident,
    implementation: &TokenStream,
    table: &Literal,
    doc: &str,
) -> TokenStream {
    let runtime = &context.runtime;
    let segments = &arguments.module;
    let crate_token = dollar_crate(arguments);
    let module = quote!(#crate_token #(::#segments)*);
    let (definition, import) = if arguments.exported {
        // The length of each segment keeps the names unique, since a segment may contain underscores.
        let segment = |segment: &Ident| segment.to_string().replace("r#", "");
        let unique = segments.iter().map(segment).flat_map(|name| [name.len().to_string(), name, "_".to_owned()]);
        let unique: String = unique.collect();
        let hidden = format_ident!("__{unique}{name}");
        (
            quote!(#[doc(hidden)] #[macro_export] macro_rules! #hidden),
            quote!(#[doc = #doc] #[doc(inline)] pub use #hidden as #name;),
        )
    } else {
        // If another crate calls the macro, the compiler says that it is private and shows the span of the `use` item.
        let import = quote_spanned!(arguments.span()=> pub(crate) use #name;);
        let lints = quote!(unused_imports, clippy::single_component_path_imports);
        (quote!(#[allow(unused_macros)] macro_rules! #name), quote!(#[doc = #doc] #[allow(#lints)] #import))
    };
    quote! {
        #definition {
            ($($call:tt)*) => {
                #runtime::__private::#implementation! { (#runtime) (#module) #table $($call)* }
            };
        }
        #import
    }
}

/// Returns `$crate` for the generated macro. It refers to the crate that calls `catalog!`, since it has the span of the
/// path in that call.
fn dollar_crate(arguments: &Arguments) -> TokenStream {
    let dollar = Punct::new('$', Spacing::Alone);
    let name = Ident::new("crate", arguments.span());
    quote!(#dollar #name)
}

/// Returns the checks that the module has only one `catalog!` and that its path is the one that the caller specified.
///
/// The checks come before all other items, since the compiler reports the findings of one pass in the order of the
/// items. The first check is a module that a second catalog would define again. In a function, `self` does not have
/// this module.
pub(super) fn module_check(arguments: &Arguments, runtime: &TokenTree) -> TokenStream {
    let span = arguments.module.last().map_or_else(|| arguments.span(), Ident::span);
    let segments: Vec<String> = arguments.module.iter().map(Ident::to_string).collect();
    let told = segments.join("::");
    let exported = if arguments.exported { "pub " } else { "" };
    let call = format!("catalog!({exported}{}", list(&arguments.paths));
    // With the span of the caller, the path would not be found in a crate of edition 2015.
    let module_path = quote!(::core::module_path!());
    quote_spanned! {span=>
        #[doc(hidden)]
        mod one_catalog_per_module_and_none_in_functions {
            // Older compilers do not recognize the use below.
            #[allow(dead_code)]
            pub(super) const EMPTY: () = ();
        }
        // In a module, the qualification is not needed.
        #[allow(unused_qualifications)]
        const _: () = self::one_catalog_per_module_and_none_in_functions::EMPTY;
        const _: () = (#runtime::__private::check_module)(#module_path, #told, #call);
    }
}

/// Returns the documentation of the log macro.
fn log_documentation(context: &Context<'_>, name: &Ident, event_name: &Ident) -> String {
    let call = example(context, event_name).replacen(&format!("{event_name}!("), &format!("{name}!(sink, "), 1);
    format!(
        "Logs an event of the `{}` catalog to a sink, and returns the sink's `Result`. The call is checked at compile \
         time.\n\n\
         ```text\n{call}\n```\n\n\
         The sink is a value of a type that implements `kmd_events::sink::Sink`, such as a `&dyn Sink`. It is \
         evaluated once and is not moved. The call after the sink is that of [`{event_name}!`]. The values are \
         evaluated only if the sink is enabled for the message; \
         otherwise the result is `Ok(())`.\n\n\
         # Errors\n\n\
         Returns an error if the sink returns one.",
        context.model.prefix
    )
}

/// Returns an example of a call of the event macro.
fn example(context: &Context<'_>, name: &Ident) -> String {
    let example = context.model.messages.iter().max_by_key(|message| message.fields.len().min(3));
    example.map_or_else(|| format!("{name}!()"), |message| docs::call(message, context))
}

/// Returns the documentation of the event macro.
fn event_documentation(context: &Context<'_>, name: &Ident) -> String {
    let Context { model, event, .. } = context;
    let call = example(context, name);
    format!(
        "Builds an event of the `{}` catalog as a value of type [`{event}`]. The call is checked at compile time.\n\n\
         ```text\n{call}\n```\n\n\
         A call is a struct literal whose name is the tag of the message. Each placeholder is a field; hyphens become \
         underscores. Field init shorthand works as in any struct literal. For a message without placeholders, pass \
         only the tag.\n\n\
         A `text` field takes a `&str`, `String`, `Cow<str>`, `Box<str>`, `Rc<str>`, `Arc<str>` or a reference to one, \
         an `ip` field an `IpAddr`, `Ipv4Addr`, `Ipv6Addr` or a reference to one. Both take values of other types that \
         implement `IntoText` or `IntoIp`. A field of another type takes an expression of the Rust type of the field.\n\n\
         `%` before a value formats it with `Display`, and `?` formats it with `Debug`. Both are for `text` fields. A \
         field whose type is an `Option` may be left out.\n\n\
         An unknown tag and a missing, unknown, duplicate or mistyped field are compile errors.",
        model.prefix
    )
}
