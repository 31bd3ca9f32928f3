//! The `catalog!` macro, which expands to the items of a catalog.

use std::path::Path;

use kmd_catalog::load;
use proc_macro2::TokenStream;
use quote::quote;
use syn::LitStr;

pub(crate) use self::arguments::{Arguments, list};
use crate::codegen;
use crate::diagnostic::Diagnostic;

mod arguments;

/// Expands to the items of a catalog and an error for each mistake in its files.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let arguments: Arguments = match syn::parse2(input) {
        Ok(arguments) => arguments,
        Err(error) => return error.to_compile_error(),
    };
    let paths: Vec<String> = arguments.paths.iter().map(LitStr::value).collect();
    let Some(folder) = std::env::var_os("CARGO_MANIFEST_DIR") else {
        return Diagnostic::spanned(arguments.span(), "`CARGO_MANIFEST_DIR` is not set")
            .help("set it to the directory that the path is relative to")
            .to_compile_error();
    };
    let loaded = load(Path::new(&folder), &paths.iter().map(String::as_str).collect::<Vec<_>>());
    let items = loaded.model.as_ref().map(|model| codegen::items(model, &arguments));
    // The compiler rebuilds the crate when an included file has changed.
    let included = loaded.source.existing_paths();
    let folder = folder_expression(Path::new(&folder));
    let error = |text: String| {
        let is_there = |path: &&LitStr| is_in(&text, &path.value());
        // If a file is listed twice, the last path is one too many.
        let span = arguments.paths.iter().rev().find(is_there).map_or_else(|| arguments.span(), LitStr::span);
        Diagnostic::spanned(span, text).to_compile_error()
    };
    let errors = loaded.errors().map(error);
    quote! {
        #(
            const _: &[::core::primitive::u8] =
                ::core::include_bytes!(::core::concat!(#folder, "/", #included));
        )*
        #items
        #(#errors)*
    }
}

/// Returns the expression for the absolute path of `folder`, the value of `CARGO_MANIFEST_DIR`.
///
/// Cargo sets an absolute path. Other build systems set one that is relative to the working directory of the compiler,
/// but the compiler looks for a relative path next to the source file.
fn folder_expression(folder: &Path) -> TokenStream {
    let variable = quote!(::core::env!("CARGO_MANIFEST_DIR"));
    match std::env::current_dir() {
        Ok(current) if folder.is_relative() => {
            let current = current.display().to_string();
            quote!(::core::concat!(#current, "/", #variable))
        }
        _ => variable,
    }
}

/// Returns whether a rendered diagnostic is about the file at `path`.
fn is_in(text: &str, path: &str) -> bool {
    let place = text.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
    let rest = place.and_then(|place| place.strip_prefix(path));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use quote::quote;

    use super::{Arguments, expand, folder_expression, is_in, list};

    #[test]
    fn the_arguments_may_end_with_a_comma() {
        for (arguments, exported, paths, module) in [
            (quote!(kmd_events; "a.yaml"), false, "\"a.yaml\"", ""),
            (quote!(kmd_events; "a.yaml",), false, "\"a.yaml\"", ""),
            (quote!(kmd_events; pub "a.yaml", in crate), true, "\"a.yaml\"", ""),
            (quote!(kmd_events; "a.yaml", in crate::log::r#type,), false, "\"a.yaml\"", "log r#type"),
            (quote!(kmd_events; pub "a.yaml", "b.yaml",), true, "\"a.yaml\", \"b.yaml\"", ""),
            (quote!(kmd_events; "a.yaml", "b.yaml", in crate::log), false, "\"a.yaml\", \"b.yaml\"", "log"),
        ] {
            let read: Arguments = syn::parse2(arguments).expect("arguments");
            let names: Vec<String> = read.module.iter().map(ToString::to_string).collect();
            assert_eq!((read.exported, &*names.join(" ")), (exported, module));
            assert_eq!(list(&read.paths), paths);
        }
    }

    #[test]
    fn items_are_generated_along_with_the_errors() {
        let items = |path: &str| expand(quote!(kmd_events; #path)).to_string();
        let right = items("snapshots/small.yaml");
        assert!(right.contains("event_enum ! { AppEvent") && right.contains("\"/\" , \"snapshots/small.yaml\""));
        assert!(!right.contains("compile_error") && !right.contains("__Missing"));
        let wrong = items("snapshots/invalid.yaml");

        assert!(wrong.contains("event_enum ! { AppEvent") && wrong.contains("__Missing"));
        let error = "\"unknown severity `inof` in message `APP_UP`\\n --> snapshots/invalid.yaml:7:15\\n";
        assert!(wrong.contains(&format!("compile_error ! {{ {error}")), "{wrong}");
        let absent = items("snapshots/none.yaml");
        assert!(absent.contains("compile_error") && !absent.contains("include_bytes"));
    }

    #[test]
    fn a_relative_folder_is_completed() {
        let variable = "::core::env!(\"CARGO_MANIFEST_DIR\")";
        let current = std::env::current_dir().expect("a folder");
        let expression = |folder: &Path| folder_expression(folder).to_string().replace(' ', "");
        assert_eq!(expression(&current), variable);
        assert_eq!(expression(Path::new("app")), format!("::core::concat!({current:?},\"/\",{variable})"));
    }

    #[test]
    fn an_error_is_reported_at_the_path_of_its_file() {
        for (text, path, expected) in [
            ("duplicate key `a`\n --> a.yaml:7:15\n  |", "a.yaml", true),
            ("duplicate key `a`\n --> b/a.yaml:7:15\n  |", "a.yaml", false),
            ("duplicate key `a`\n  --> a.yaml:17:15\n   |", "a.yaml", true),
            ("cannot read `a.yaml`: it is too large\n --> a.yaml", "a.yaml", true),
            ("cannot read `a.yaml`: it is too large\n --> a.yaml.txt", "a.yaml", false),
            ("cannot read `a.yaml`", "a.yaml", false),
        ] {
            assert_eq!(is_in(text, path), expected, "{text}");
        }
    }
}
