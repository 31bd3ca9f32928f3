//! The enum of all tags of a catalog.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, Traits, derive, optional};
use super::docs::{
    self, ALL, AS_STR, CATALOG, GET_DESCRIPTION, GET_FACILITY, GET_KIND, GET_MESSAGE, GET_PLACEHOLDERS, GET_PRIORITY,
    GET_SEVERITY, GET_TEMPLATE,
};
use crate::ident::checked;

pub(super) fn items(context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, tag, .. } = context;
    let derive = derive(Traits::Ordered);
    let doc = docs::tag_enum(&model.prefix);
    let names: Vec<_> = model.messages.iter().map(|message| checked(&message.name)).collect();
    let docs = model.messages.iter().map(|message| format!("`{}`", message.tag));
    let tags = model.messages.iter().map(|message| &message.tag);
    let count = names.len();
    let (prefix, process) = (&model.prefix, &model.process);
    let sd_id = optional(model.sd_id.as_deref());
    let has_untagged = model.messages.iter().any(|message| !message.is_tagged);
    let missing = context.missing();
    let missing = missing.as_slice();
    quote! {
        #[doc = #doc]
        #derive
        #[non_exhaustive]
        pub enum #tag {
            #(#[doc = #docs] #[doc(alias = #tags)] #names,)*
            #(#[doc(hidden)] #missing,)*
        }

        impl #tag {
            #[doc = #ALL]
            pub const ALL: &'static [Self] = &[#(Self::#names),*];

            #[doc = #CATALOG]
            pub const CATALOG: &'static #runtime::Catalog = &#runtime::Catalog {
                prefix: #prefix,
                process: #process,
                sd_id: #sd_id,
                has_untagged: #has_untagged,
            };

            const MESSAGES: [&'static #runtime::Message; #count] = [#(events::#names::MESSAGE),*];

            #[doc = #GET_MESSAGE]
            #[must_use]
            pub const fn message(self) -> &'static #runtime::Message {
                Self::MESSAGES[self as ::core::primitive::usize]
            }

            #[doc = #AS_STR]
            #[must_use]
            pub const fn as_str(self) -> &'static ::core::primitive::str {
                self.message().tag()
            }

            #[doc = #GET_SEVERITY]
            #[must_use]
            pub const fn severity(self) -> #runtime::Severity {
                self.message().severity()
            }

            #[doc = #GET_FACILITY]
            #[must_use]
            pub const fn facility(self) -> #runtime::Facility {
                self.message().facility()
            }

            #[doc = #GET_PRIORITY]
            #[must_use]
            pub const fn priority(self) -> ::core::primitive::u8 {
                self.message().priority()
            }

            #[doc = #GET_KIND]
            #[must_use]
            pub const fn kind(self) -> #runtime::MessageKind {
                self.message().kind()
            }

            #[doc = #GET_TEMPLATE]
            #[must_use]
            pub const fn template(self) -> &'static ::core::primitive::str {
                self.message().template()
            }

            #[doc = #GET_DESCRIPTION]
            #[must_use]
            pub const fn description(self) -> &'static ::core::primitive::str {
                self.message().description()
            }

            #[doc = #GET_PLACEHOLDERS]
            #[must_use]
            pub const fn placeholders(self) -> &'static [#runtime::Placeholder] {
                self.message().placeholders()
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #tag {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #tag {
            type Err = #runtime::ParseTagError;

            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, #runtime::ParseTagError> {
                #runtime::__private::from_str(text)
            }
        }
    }
}
