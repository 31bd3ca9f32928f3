//! The enum of all tags of a catalog.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, derive, optional};
use crate::ident::checked;

pub(super) fn items(context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, tag, .. } = context;
    let derive = derive(true);
    let doc = format!(
        "A tag of the `{}` catalog, without the values of an event. Tags are ordered as the catalog lists them.",
        model.prefix
    );
    let names: Vec<_> = model.messages.iter().map(|message| checked(&message.name)).collect();
    let docs = model.messages.iter().map(|message| format!("`{}`", message.tag));
    let tags = model.messages.iter().map(|message| &message.tag);
    let count = names.len();
    let (prefix, process) = (&model.prefix, &model.process);
    let sd_id = optional(model.sd_id.as_ref());
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
            /// All tags, in the order of the catalog.
            pub const ALL: &'static [Self] = &[#(Self::#names),*];

            /// What the catalog says of itself.
            pub const CATALOG: &'static #runtime::Catalog = &#runtime::Catalog {
                prefix: #prefix,
                process: #process,
                sd_id: #sd_id,
            };

            const MESSAGES: [&'static #runtime::Message; #count] = [#(events::#names::MESSAGE),*];

            /// All that the catalog says of the message.
            #[must_use]
            pub const fn message(self) -> &'static #runtime::Message {
                Self::MESSAGES[self as ::core::primitive::usize]
            }

            /// The tag as it is logged.
            #[must_use]
            pub const fn as_str(self) -> &'static ::core::primitive::str {
                self.message().tag()
            }

            /// How serious the message is.
            #[must_use]
            pub const fn severity(self) -> #runtime::Severity {
                self.message().severity()
            }

            /// What part of the system the message comes from.
            #[must_use]
            pub const fn facility(self) -> #runtime::Facility {
                self.message().facility()
            }

            /// Facility and severity as the number that begins a syslog line (PRI, RFC 5424 section 6.2.1).
            #[must_use]
            pub const fn priority(self) -> ::core::primitive::u8 {
                self.message().priority()
            }

            /// Whether the message reports an error or an event.
            #[must_use]
            pub const fn kind(self) -> #runtime::MessageKind {
                self.message().kind()
            }

            /// The text of the message, placeholders in braces.
            #[must_use]
            pub const fn template(self) -> &'static ::core::primitive::str {
                self.message().template()
            }

            /// What happened when the message is logged.
            #[must_use]
            pub const fn description(self) -> &'static ::core::primitive::str {
                self.message().description()
            }

            /// The placeholders of the template, each once, in the order of their first use.
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
