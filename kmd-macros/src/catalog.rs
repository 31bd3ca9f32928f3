//! `catalog!`: from the path of a file to the items that it stands for.

use std::path::Path;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
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
        Err(Unreadable { exists, why }) => (
            Found {
                readable: exists,
                model: None,
            },
            vec![format!("{path}: {why}")],
        ),
    }
}

/// The model of a catalogue's text, as far as it makes sense, and what does not.
fn understand(text: &str) -> (Option<Model>, Problems) {
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
    why: String,
}

/// The text of a file below `folder`.
fn load(folder: &Path, path: &str) -> Result<String, Unreadable> {
    let absent = |why| Unreadable { exists: false, why };
    let unusable = |why| Unreadable { exists: true, why };
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
    let length = std::fs::metadata(&file).map_err(cannot)?.len();
    if length > LARGEST_FILE {
        return Err(unusable(format!(
            "has {length} bytes; write at most {LARGEST_FILE}"
        )));
    }
    let bytes = std::fs::read(&file).map_err(cannot)?;
    let text = String::from_utf8(bytes)
        .map_err(|error| unusable(format!("is not UTF-8: {error}; save it as UTF-8")))?;
    if is_path_to(&text, path) {
        return Err(unusable(format!(
            "holds the path `{}` instead of YAML: a symbolic link that was checked out as a text; \
             enable symbolic links (git config core.symlinks true) and check it out again",
            text.trim()
        )));
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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::time::Instant;

    use super::{open, understand};

    /// Every file of `bad/` with what is said of it, line and column counted by hand.
    #[test]
    fn bad_files_are_explained() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("bad");
        let mut cases = 0;
        let mut wrong = String::new();
        for entry in fs::read_dir(&folder).expect("the folder") {
            let path = entry.expect("an entry").path();
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            if !name.ends_with(".yaml") {
                assert!(
                    path.with_extension("yaml").exists(),
                    "{name} answers nothing"
                );
                continue;
            }
            cases += 1;
            let expected = fs::read_to_string(path.with_extension("txt")).expect(&name);
            let said: String = open(&folder, &name)
                .1
                .iter()
                .map(|line| format!("{line}\n"))
                .collect();
            if said != expected {
                wrong += &format!("expected: {expected}    said: {said}\n");
            }
        }
        assert!(wrong.is_empty(), "\n{wrong}");
        assert!(cases > 60, "{cases}");
    }

    /// Files that were written to do harm: an error each, without panic, overflow or hang.
    /// `cargo test -p kmd-macros hostile -- --nocapture` shows the times.
    #[test]
    fn hostile_files_are_errors() {
        let head = "prefix: APP\nprocess: appd\n";
        let message = |tag: usize, text: &str| {
            format!(
                "  APP_{tag}: {{template: '{text}', type: event, severity: info, facility: LOG_KERN, description: d}}\n"
            )
        };
        let messages = |text: &dyn Fn(usize) -> String| {
            (0..20_000)
                .map(|tag| message(tag, &text(tag)))
                .collect::<String>()
        };
        let bomb: String = (1..30)
            .map(|n| format!("a{n}: &a{n} [{}]\n", format!("*a{},", n - 1).repeat(9)))
            .collect();
        let many = |line: &str| line.repeat(100_000);
        let numbered = |line: &str| {
            (0..100_000)
                .map(|n| line.replace('#', &n.to_string()))
                .collect::<String>()
        };
        let placeholders: String = (0..20_000)
            .map(|n| format!("  p{n}: {{type: text, description: d}}\n"))
            .collect();
        for (name, text) in [
            ("an alias bomb", format!("a0: &a0 x\n{bomb}")),
            ("nested brackets", many("[")),
            ("nested braces", many("{a: ")),
            ("nested dashes", many("- ")),
            ("nested questions", many("? ")),
            (
                "nested indentation",
                (0..2_000)
                    .map(|n| format!("{}a:\n", " ".repeat(n)))
                    .collect(),
            ),
            ("a long key", format!("{}: 1\n", "k".repeat(10_000_000))),
            (
                "a long value",
                format!("prefix: {}\n", "A".repeat(10_000_000)),
            ),
            (
                "a long tag",
                format!("{head}messages:\n  ? {}\n  : 1\n", "A".repeat(10_000_000)),
            ),
            (
                "a long template",
                format!("{head}messages:\n{}", message(1, &"{a} ".repeat(1_000_000))),
            ),
            (
                "open braces",
                format!("{head}messages:\n{}", message(1, &"{".repeat(10_000_001))),
            ),
            ("a NUL", "prefix: A\0PP\n".to_owned()),
            ("control characters", (1..=31).map(char::from).collect()),
            ("doubled keys", many("a: 1\n")),
            ("unknown keys", numbered("key-#: 1\n")),
            (
                "unknown placeholders",
                format!(
                    "{head}placeholders:\n{placeholders}messages:\n{}",
                    messages(&|n| format!("{{q{n}}}"))
                ),
            ),
            (
                "unused placeholders",
                format!(
                    "{head}placeholders:\n{placeholders}messages:\n{}",
                    messages(&|_| "x{q}".to_owned())
                ),
            ),
            (
                "tags of one Rust name",
                format!(
                    "{head}messages:\n{}",
                    (1..20_000)
                        .map(|n| message(1, "x")
                            .replace("APP_1", &format!("APP{}A", "_".repeat(n % 20 + 1))))
                        .collect::<String>()
                ),
            ),
        ] {
            let start = Instant::now();
            let (_, problems) = understand(&text);
            println!(
                "{:>6} ms  {name}, {} bytes",
                start.elapsed().as_millis(),
                text.len()
            );
            let lines = problems.in_file("f");
            assert!(!lines.is_empty(), "{name}");
            assert!(lines.len() <= 101, "{name}");
        }
    }
}
