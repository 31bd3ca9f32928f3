//! One message: its struct, what it prints, what the catalogue says of it, and the alias.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Context, derive, docs};
use crate::ident::checked;
use kmd_catalog::FieldType;
use kmd_catalog::Piece;
use kmd_catalog::model::{Field, Message};
use kmd_catalog::names;

pub(super) fn items(message: &Message, context: &Context<'_>) -> TokenStream {
    let Context { runtime, tag, .. } = context;
    let doc = docs::message(message, &context.model.prefix, &context.tags);
    let name = checked(&message.name);
    let documented = &message.tag;
    let alias = format_ident!("{documented}");
    let lifetime = message.borrows().then(|| quote!(<'a>));
    let anonymous = message.borrows().then(|| quote!(<'_>));
    let derive = derive(false);
    let deprecated = message
        .deprecated
        .as_ref()
        .map(|note| quote!(#[deprecated(note = #note)]));
    let fields = message.fields.iter().map(|field| {
        let doc = docs::field(field);
        let (name, rust_type) = (checked(&field.name), context.rust_type(field.field_type));
        quote!(#[doc = #doc] pub #name: #rust_type)
    });
    let body = if message.fields.is_empty() {
        quote!(;)
    } else {
        quote!({ #(#fields,)* })
    };
    let template = &message.template;
    let kind = format_ident!("{}", message.kind.variant);
    let severity = format_ident!("{}", message.severity.variant);
    let facility = format_ident!("{}", message.facility.variant);
    let data = data(message, context);
    let Printing {
        method,
        display,
        append,
    } = printing(message, context);
    let values = message.fields.iter().enumerate().map(|(index, field)| {
        let value = value(field, context);
        quote!(#index => ::core::option::Option::Some(#value))
    });
    let build = build(message, context);
    let tracing = tracing(message, context);
    let into_owned = message.borrows().then(|| into_owned(message, context));
    quote! {
        #[doc = #doc]
        #[doc(alias = #documented)]
        #derive
        pub struct #name #lifetime #body

        #[doc = #doc]
        #deprecated
        pub type #alias #lifetime = #name #lifetime;

        impl #lifetime #name #lifetime {
            /// The tag of this message.
            pub const TAG: super::#tag = super::#tag::#name;
            /// How serious it is.
            pub const SEVERITY: #runtime::Severity = #runtime::Severity::#severity;
            /// What part of the system it comes from.
            pub const FACILITY: #runtime::Facility = #runtime::Facility::#facility;
            /// Whether it reports an error or an event.
            pub const KIND: #runtime::MessageKind = #runtime::MessageKind::#kind;
            /// Its text, placeholders in braces.
            pub const TEMPLATE: &'static ::core::primitive::str = #template;
            /// All that the catalogue says of it.
            pub const MESSAGE: &'static #runtime::Message = &#data;

            #into_owned

            #build

            #method
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #name #anonymous {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #display
            }
        }

        #[automatically_derived]
        impl #runtime::Event for #name #anonymous {
            fn message(&self) -> &'static #runtime::Message {
                Self::MESSAGE
            }
            fn value(&self, index: ::core::primitive::usize) -> ::core::option::Option<#runtime::Value<'_>> {
                match index {
                    #(#values,)*
                    _ => ::core::option::Option::None,
                }
            }
            fn fields(&self) -> #runtime::Fields<'_> {
                #runtime::Fields::new(self)
            }
            fn append_to(&self, out: &mut #runtime::__private::String) {
                #append
            }
            #tracing
        }
    }
}

/// The method that hands the event to `tracing`, if kmd-events has that feature.
fn tracing(message: &Message, context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, .. } = context;
    let (name, tag, process) = (checked(&message.name), &message.tag, &model.process);
    let fields = message.fields.iter().map(|field| {
        let kind = format_ident!("{}", reader(field.field_type));
        let (name, mut key) = (checked(&field.name), names::field_name(&field.placeholder));
        // These two an event of `tracing` has anyway; `key` of `kmd-events` does the same for `log`.
        if matches!(&*key, "tag" | "message") {
            key.push('_');
        }
        quote!(#key: #kind #name)
    });
    quote!(#runtime::__private::tracing! { self, #name, #process, #tag, { #(#fields),* } })
}

/// `Message::new(…)` with what is optional behind it.
fn data(message: &Message, context: &Context<'_>) -> TokenStream {
    let Context {
        runtime, tag: tags, ..
    } = context;
    let Message {
        tag,
        description,
        alternatives,
        ..
    } = message;
    let placeholders = message.fields.iter().map(|field| {
        let (name, description) = (&field.placeholder, &field.description);
        let field_type = format_ident!("{}", format!("{:?}", field.field_type));
        quote!(#runtime::Placeholder::new(#name, #runtime::FieldType::#field_type, #description))
    });
    let placeholders =
        (!message.fields.is_empty()).then(|| quote!(.with_placeholders(&[#(#placeholders),*])));
    let template = pieces(&message.pieces, message, context);
    let alternatives = (!alternatives.is_empty()).then(|| {
        let texts = alternatives.iter().map(|(text, _)| text);
        let wordings = alternatives
            .iter()
            .map(|(_, wording)| pieces(wording, message, context));
        quote!(.with_alternatives(&[#(#texts),*], &[#(#wordings),*]))
    });
    let optional = |setter: &str, text: &Option<String>| {
        let setter = format_ident!("{setter}");
        text.as_ref().map(|text| quote!(.#setter(#text)))
    };
    let cause = optional("with_cause", &message.cause);
    let action = optional("with_action", &message.action);
    let note = optional("with_note", &message.note);
    let deprecated = optional("with_deprecated", &message.deprecated);
    quote! {
        #runtime::Message::new(
            super::#tags::CATALOG, #tag, Self::TEMPLATE, #template,
            Self::KIND, Self::SEVERITY, Self::FACILITY, #description,
        ) #placeholders #alternatives #cause #action #note #deprecated
    }
}

/// `&[Piece::Literal("VPN "), Piece::Placeholder(0), …]`: what reading goes by.
fn pieces(pieces: &[Piece], message: &Message, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let pieces = pieces.iter().filter_map(|piece| match piece {
        Piece::Literal(text) => Some(quote!(#runtime::Piece::Literal(#text))),
        Piece::Placeholder(name) => {
            let mut fields = message.fields.iter();
            let index = fields.position(|field| field.placeholder == *name)?;
            Some(quote!(#runtime::Piece::Placeholder(#index)))
        }
    });
    quote!(&[#(#pieces),*])
}

/// What `Display` and `append_to` do. Neither is `write!`, which calls a function of the formatter for every
/// piece: that takes several times as long.
struct Printing {
    /// The method that prints piece after piece.
    method: Option<TokenStream>,
    display: TokenStream,
    append: TokenStream,
}

fn printing(message: &Message, context: &Context<'_>) -> Printing {
    let runtime = &context.runtime;
    if let [Piece::Literal(text)] = &message.pieces[..] {
        return Printing {
            method: None,
            display: quote!(f.write_str(#text)),
            append: quote!(out.push_str(#text);),
        };
    }
    let steps = message.pieces.iter().filter_map(|piece| match piece {
        Piece::Literal(text) => Some(quote!(out.write_str(#text))),
        Piece::Placeholder(name) => {
            let field = message.field(name)?;
            let name = checked(&field.name);
            Some(match field.field_type {
                FieldType::Text => quote!(out.write_str(&self.#name)),
                FieldType::Ip => quote!(#runtime::__private::print_address(out, self.#name)),
                _ => quote!(#runtime::__private::print_integer(out, self.#name)),
            })
        }
    });
    let mut steps: Vec<TokenStream> = steps.collect();
    let last = steps.pop();
    Printing {
        method: Some(quote! {
            fn print<W: ::core::fmt::Write>(&self, out: &mut W) -> ::core::fmt::Result {
                #(#steps?;)*
                #last
            }
        }),
        display: quote! {
            let mut buffer = #runtime::__private::Buffer::new_const();
            let fits = self.print(&mut buffer);
            #runtime::__private::print(f, self, fits.map(|()| &*buffer))
        },
        // A `String` takes everything.
        append: quote!(let _ = self.print(out);),
    }
}

/// A field as a `Value`.
fn value(field: &Field, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let name = checked(&field.name);
    match field.field_type {
        FieldType::Text => quote!(#runtime::Value::Text(&self.#name)),
        FieldType::Ip => quote!(#runtime::Value::Address(self.#name)),
        _ => quote!(#runtime::Value::Integer(::core::convert::From::from(self.#name))),
    }
}

/// What `kmd_events::__private` calls a kind of values.
fn reader(field_type: FieldType) -> &'static str {
    match field_type {
        FieldType::Text => "text",
        FieldType::Ip => "address",
        _ => "integer",
    }
}

/// The struct from values in template order.
fn build(message: &Message, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let name = checked(&message.name);
    if message.fields.is_empty() {
        return quote! {
            #[doc(hidden)]
            pub(super) fn build(_: #runtime::__private::Values<'_, '_>) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(#name)
            }
        };
    }
    let fields = message.fields.iter().map(|field| {
        let name = checked(&field.name);
        let reader = format_ident!("{}", reader(field.field_type));
        quote!(#name: #runtime::__private::#reader(values)?)
    });
    let lifetime = if message.borrows() {
        quote!('a)
    } else {
        quote!('_)
    };
    quote! {
        #[doc(hidden)]
        pub(super) fn build(values: #runtime::__private::Values<'_, #lifetime>) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(#name { #(#fields),* })
        }
    }
}

/// The conversion that lets an event outlive what it borrows from.
fn into_owned(message: &Message, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let name = checked(&message.name);
    let fields = message.fields.iter().map(|field| {
        let name = checked(&field.name);
        if field.field_type == FieldType::Text {
            quote!(#name: #runtime::__private::Cow::Owned(self.#name.into_owned()))
        } else {
            quote!(#name: self.#name)
        }
    });
    quote! {
        /// The same event with texts of its own.
        #[must_use]
        pub fn into_owned(self) -> #name<'static> {
            #name { #(#fields),* }
        }
    }
}
