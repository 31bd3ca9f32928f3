//! `catalog!`: from the path of a file to the items that it stands for.

use std::path::Path;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::token::Paren;
use syn::{LitStr, Token};

use crate::entry::Position;
use crate::mistake::Mistake;
use crate::model::Model;
use crate::problems::Problems;
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
        if exported && input.peek(Paren) {
            let text = "a macro is for this crate, or `pub` for all; write `catalog!(pub \"catalog.yaml\")`";
            return Err(input.error(text));
        }
        let path = input.parse().map_err(|error| {
            let text = "expected the path of a catalogue, relative to Cargo.toml; write `catalog!(\"catalog.yaml\")`";
            syn::Error::new(error.span(), text)
        })?;
        let mut module = Vec::new();
        if input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            input.parse::<Token![in]>().map_err(usage)?;
            input.parse::<Token![crate]>().map_err(usage)?;
            while let Some(colons) = input.parse::<Option<Token![::]>>()? {
                // What is missing at the end has no place of its own.
                let missing = |_| usage(syn::Error::new(colons.spans[0], ""));
                module.push(input.call(Ident::parse_any).map_err(missing)?);
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
    let text = "expected the module that `catalog!` is in; write `catalog!(\"catalog.yaml\", in crate::module)`";
    syn::Error::new(error.span(), text)
}

/// The items of a catalogue, and an error for each problem in its file.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let arguments: Arguments = match syn::parse2(input) {
        Ok(arguments) => arguments,
        Err(error) => return Mistake::from(error).to_compile_error(),
    };
    let path = arguments.path.value();
    let Some(folder) = std::env::var_os("CARGO_MANIFEST_DIR") else {
        let text =
            "CARGO_MANIFEST_DIR is not set; set it to the folder that the path is relative to";
        return Mistake::at(arguments.path.span(), text).to_compile_error();
    };
    let (found, problems) = open(Path::new(&folder), &path);
    let items = found.model.map(|model| generate::items(&model, &arguments));
    // The compiler builds anew when a file that was included has changed.
    let include = found.readable.then(|| {
        quote! {
            const _: &[::core::primitive::u8] =
                ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path));
        }
    });
    let error = |line| Mistake::at(arguments.path.span(), line).to_compile_error();
    let errors = problems.into_iter().map(error);
    quote! {
        #include
        #items
        #(#errors)*
    }
}

/// What a file holds.
pub(crate) struct Found {
    /// Whether there is such a file at all.
    readable: bool,
    /// As far as it makes sense.
    pub(crate) model: Option<Model>,
}

/// Reads a file below `folder` and understands it; gives what is wrong too, a line each.
pub(crate) fn open(folder: &Path, path: &str) -> (Found, Vec<String>) {
    match load(folder, path) {
        Ok(text) => {
            let (model, problems) = understand(&text);
            (
                Found {
                    readable: true,
                    model,
                },
                problems.in_file(path),
            )
        }
        Err(Unreadable { exists, at, why }) => {
            let place = at.map_or_else(String::new, |at| format!(":{}:{}", at.line, at.column));
            (
                Found {
                    readable: exists,
                    model: None,
                },
                vec![format!("{path}{place}: {why}")],
            )
        }
    }
}

/// The model of a catalogue's text, as far as it makes sense, and what does not.
pub(crate) fn understand(text: &str) -> (Option<Model>, Problems) {
    let mut problems = Problems::default();
    let root = yaml::parse(text, &mut problems);
    if root.is_none() && problems.is_empty() {
        let start = Position { line: 1, column: 1 };
        problems.report(start, || {
            "the file is empty; write `prefix`, `process` and `messages`".to_owned()
        });
    }
    let catalog = root.and_then(|root| read::catalog(root, &mut problems));
    let model = catalog.and_then(|catalog| {
        let refused = check::check(&catalog, &mut problems);
        model::resolve(catalog, &refused, problems.is_empty())
    });
    (model, problems)
}

/// Why a file cannot be understood as a whole.
struct Unreadable {
    exists: bool,
    at: Option<Position>,
    why: String,
}

/// The text of a file below `folder`.
fn load(folder: &Path, path: &str) -> Result<String, Unreadable> {
    let absent = |why| Unreadable {
        exists: false,
        at: None,
        why,
    };
    let unusable = |why| Unreadable {
        exists: true,
        at: None,
        why,
    };
    if Path::new(path).is_absolute() {
        return Err(absent(
            "an absolute path; write it relative to Cargo.toml".to_owned(),
        ));
    }
    let cannot = |error: std::io::Error| {
        absent(format!(
            "cannot be read: {error}; write the path of the file, relative to Cargo.toml"
        ))
    };
    let file = folder.join(path);
    let metadata = std::fs::metadata(&file).map_err(cannot)?;
    if metadata.is_dir() {
        return Err(absent(
            "a folder; write the path of the file, relative to Cargo.toml".to_owned(),
        ));
    }
    let length = metadata.len();
    if length > LARGEST_FILE {
        return Err(unusable(format!(
            "has {length} bytes; write at most {LARGEST_FILE}"
        )));
    }
    let bytes = std::fs::read(&file).map_err(cannot)?;
    let text = String::from_utf8(bytes).map_err(|error| Unreadable {
        at: Some(end_of(error.as_bytes(), error.utf8_error().valid_up_to())),
        ..unusable("is not UTF-8 from here on; save it as UTF-8".to_owned())
    })?;
    if is_path_to(&text, path) {
        return Err(unusable(format!(
            "holds the path `{}` instead of YAML: a symbolic link that was checked out as a text; \
             enable symbolic links (git config core.symlinks true) and check it out again",
            text.trim()
        )));
    }
    Ok(text)
}

/// The place behind the first `length` bytes, which are UTF-8.
fn end_of(bytes: &[u8], length: usize) -> Position {
    let text = String::from_utf8_lossy(bytes.get(..length).unwrap_or(bytes));
    let last = text.rsplit('\n').next().unwrap_or_default();
    Position {
        line: text.matches('\n').count() + 1,
        column: last.chars().count() + 1,
    }
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

#[cfg(test)]
mod tests;
