//! `catalog!`: from the path of a file to the items that it stands for.

use std::path::Path;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Token};

use crate::entry::{Position, Problem};
use crate::mistake::Mistake;
use crate::model::Model;
use crate::{check, generate, model, read, yaml};

/// A larger file is no catalogue.
const LARGEST_FILE: u64 = 16 << 20;

/// What stands in the parentheses of `catalog!`, behind the path of `kmd-events` that the macro in
/// front adds.
pub(crate) struct Arguments {
    /// The crate `kmd-events`, whatever it is called here.
    pub(crate) runtime: TokenTree,
    /// Whether other crates may use the event macro.
    pub(crate) exported: bool,
    /// The file, relative to the `Cargo.toml` of the crate.
    pub(crate) path: LitStr,
    /// The module in which the macro stands, below the root of the crate.
    pub(crate) module: Vec<Ident>,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let runtime = input.parse()?;
        input.parse::<Token![;]>()?;
        let exported = input.parse::<Option<Token![pub]>>()?.is_some();
        let path = input.parse().map_err(|error| {
            let text = "expected the path of a catalogue, relative to Cargo.toml; write `catalog!(\"catalog.yaml\")`";
            syn::Error::new(error.span(), text)
        })?;
        let mut module = Vec::new();
        if input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            input.parse::<Token![in]>().map_err(usage)?;
            input.parse::<Token![crate]>().map_err(usage)?;
            while input.parse::<Option<Token![::]>>()?.is_some() {
                module.push(input.call(Ident::parse_any)?);
            }
            input.parse::<Option<Token![,]>>()?;
        }
        if !input.is_empty() {
            return Err(usage(input.error("")));
        }
        Ok(Self {
            runtime,
            exported,
            path,
            module,
        })
    }
}

#[expect(clippy::needless_pass_by_value, reason = "stands in `map_err`")]
fn usage(error: syn::Error) -> syn::Error {
    let text = "expected the module in which `catalog!` stands; write `catalog!(\"catalog.yaml\", in crate::module)`";
    syn::Error::new(error.span(), text)
}

/// The items of a catalogue, and an error for each problem in its file.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let arguments: Arguments = match syn::parse2(input) {
        Ok(arguments) => arguments,
        Err(error) => return Mistake::from(error).to_compile_error(),
    };
    let path = arguments.path.value();
    let text = match load(&path) {
        Ok(text) => text,
        Err(problem) => {
            return Mistake::at(arguments.path.span(), format!("{path}: {problem}"))
                .to_compile_error();
        }
    };
    let (model, problems) = understand(&text);
    let items = model.map(|model| generate::items(&model, &arguments));
    let errors = problems.iter().map(|problem| {
        Mistake::at(arguments.path.span(), problem.in_file(&path)).to_compile_error()
    });
    // The compiler builds anew when a file that was included has changed.
    quote! {
        const _: &[::core::primitive::u8] =
            ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path));
        #items
        #(#errors)*
    }
}

/// The model of a catalogue's text, as far as it makes sense, and what does not.
pub(crate) fn understand(text: &str) -> (Option<Model>, Vec<Problem>) {
    let mut problems = Vec::new();
    let start = Position { line: 1, column: 1 };
    let Some(root) = yaml::parse(text, &mut problems) else {
        if problems.is_empty() {
            problems.push(Problem::new(
                start,
                "the file is empty; write `prefix`, `process`, `placeholders` and `messages`",
            ));
        }
        return (None, problems);
    };
    let catalog = read::catalog(root, &mut problems);
    let model = catalog.map(|catalog| {
        let report = check::check(&catalog);
        let model = model::resolve(catalog, &report, problems.is_empty());
        problems.extend(report.problems);
        model
    });
    problems.sort_by_key(Problem::at);
    (model, problems)
}

/// Reads a file below the folder of the crate's `Cargo.toml`.
fn load(path: &str) -> Result<String, String> {
    if Path::new(path).is_absolute() {
        return Err("an absolute path; write it relative to Cargo.toml".to_owned());
    }
    let folder = std::env::var_os("CARGO_MANIFEST_DIR").ok_or(
        "CARGO_MANIFEST_DIR is not set; set it to the folder that the path is relative to",
    )?;
    let file = Path::new(&folder).join(path);
    let cannot = |error: std::io::Error| {
        format!("cannot be read: {error}; write the path relative to Cargo.toml")
    };
    let length = std::fs::metadata(&file).map_err(cannot)?.len();
    if length > LARGEST_FILE {
        return Err(format!("has {length} bytes; write at most {LARGEST_FILE}"));
    }
    let bytes = std::fs::read(&file).map_err(cannot)?;
    let text = String::from_utf8(bytes)
        .map_err(|error| format!("is not UTF-8: {error}; save it as UTF-8"))?;
    if is_path_to(&text, path) {
        return Err(format!(
            "holds the path `{}` instead of YAML: a symbolic link that was checked out as a text; \
             enable symbolic links (git config core.symlinks true) and check it out again",
            text.trim()
        ));
    }
    Ok(text)
}

/// Whether `text` is a relative path to a file of the same name.
fn is_path_to(text: &str, path: &str) -> bool {
    let text = text.trim();
    let name = |path: &str| path.rsplit('/').next().map(str::to_owned);
    text.lines().count() == 1
        && !text.contains(": ")
        && text.contains('/')
        && name(text) == name(path)
}
