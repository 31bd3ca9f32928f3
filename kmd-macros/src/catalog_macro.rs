//! The `catalog!` macro, which expands to the items of a catalog.

use std::path::Path;

use kmd_catalog::load;
use proc_macro2::TokenStream;
use quote::quote;

pub(crate) use self::arguments::Arguments;
use crate::codegen;
use crate::diagnostic::Diagnostic;

mod arguments;

/// Expands to the items of a catalog and an error for each mistake in its file.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let arguments: Arguments = match syn::parse2(input) {
        Ok(arguments) => arguments,
        Err(error) => return error.to_compile_error(),
    };
    let path = arguments.path.value();
    let Some(folder) = std::env::var_os("CARGO_MANIFEST_DIR") else {
        return Diagnostic::spanned(arguments.path.span(), "`CARGO_MANIFEST_DIR` is not set")
            .help("set it to the directory that the path is relative to")
            .to_compile_error();
    };
    let loaded = load(Path::new(&folder), &[&*path]);
    let items = loaded.model.as_ref().map(|model| codegen::items(model, &arguments));
    // The compiler rebuilds the crate when an included file has changed.
    let include = loaded.source.exists.then(|| {
        quote! {
            const _: &[::core::primitive::u8] =
                ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path));
        }
    });
    let error = |line| Diagnostic::spanned(arguments.path.span(), line).to_compile_error();
    let errors = loaded.errors().map(error);
    quote! {
        #include
        #items
        #(#errors)*
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::{Arguments, expand};

    #[test]
    fn the_arguments_may_end_with_a_comma() {
        for (arguments, exported, module) in [
            (quote!(kmd_events; "a.yaml"), false, ""),
            (quote!(kmd_events; "a.yaml",), false, ""),
            (quote!(kmd_events; pub "a.yaml", in crate), true, ""),
            (quote!(kmd_events; "a.yaml", in crate::log::r#type,), false, "log r#type"),
        ] {
            let read: Arguments = syn::parse2(arguments).expect("arguments");
            let names: Vec<String> = read.module.iter().map(ToString::to_string).collect();
            assert_eq!((read.exported, &*names.join(" ")), (exported, module));
            assert_eq!(read.path.value(), "a.yaml");
        }
    }

    #[test]
    fn items_are_generated_along_with_the_errors() {
        let items = |path: &str| expand(quote!(kmd_events; #path)).to_string();
        let right = items("snapshots/small.yaml");
        assert!(right.contains("enum AppEvent") && right.contains("\"/\" , \"snapshots/small.yaml\""));
        assert!(!right.contains("compile_error") && !right.contains("__Missing"));
        let wrong = items("snapshots/invalid.yaml");

        assert!(wrong.contains("enum AppEvent") && wrong.contains("__Missing"));
        let error = "\"unknown severity `inof` in message `APP_UP`\\n --> snapshots/invalid.yaml:7:15\\n";
        assert!(wrong.contains(&format!("compile_error ! {{ {error}")), "{wrong}");
        let absent = items("snapshots/none.yaml");
        assert!(absent.contains("compile_error") && !absent.contains("include_bytes"));
    }
}
