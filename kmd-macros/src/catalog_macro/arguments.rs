//! The arguments of `catalog!`.

use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::token::Paren;
use syn::{LitStr, Token};

use crate::diagnostic::Diagnostic;

/// The arguments of `catalog!` and, before them, the path of `kmd-events`, which `kmd_events::catalog!` adds.
pub(crate) struct Arguments {
    /// The path of the crate `kmd-events` in the calling crate.
    pub(crate) runtime: TokenTree,
    /// Whether other crates may use the event macro.
    pub(crate) exported: bool,
    /// The paths of the files, relative to the `Cargo.toml` of the crate. There is at least one.
    pub(crate) paths: Vec<LitStr>,
    /// The module that contains the macro, below the root of the crate.
    pub(crate) module: Vec<Ident>,
}

impl Arguments {
    /// Returns the span of the first path.
    pub(crate) fn span(&self) -> Span {
        self.paths.first().map_or_else(Span::call_site, LitStr::span)
    }
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let runtime = input.parse()?;
        input.parse::<Token![;]>()?;
        let exported = input.parse::<Option<Token![pub]>>()?.is_some();
        let restriction = input.peek(Paren).then(|| input.span());
        if exported && restriction.is_some() {
            input.parse::<TokenTree>()?;
        }
        let path: LitStr = input.parse().map_err(|error: syn::Error| path_expected(error.span()))?;
        let mut paths = vec![path];
        let mut has_comma = input.parse::<Option<Token![,]>>()?.is_some();
        while has_comma && input.peek(LitStr) {
            paths.push(input.parse()?);
            has_comma = input.parse::<Option<Token![,]>>()?.is_some();
        }
        if let Some(span) = restriction {
            return Err(restricted(span, &paths));
        }
        let mut module = Vec::new();
        if has_comma && !input.is_empty() {
            let wrong = |error: syn::Error| module_expected(error.span(), &paths);
            input.parse::<Token![in]>().map_err(wrong)?;
            input.parse::<Token![crate]>().map_err(wrong)?;
            while let Some(colons) = input.parse::<Option<Token![::]>>()? {
                // A missing name at the end has no span, so the error is reported at the colons.
                let missing = |_| module_expected(colons.spans[0], &paths);
                module.push(input.call(Ident::parse_any).map_err(missing)?);
            }
            input.parse::<Option<Token![,]>>()?;
        }
        if let Ok(path) = input.parse::<LitStr>() {
            paths.push(path);
            return Err(path_misplaced(&paths, &module));
        }
        if !input.is_empty() {
            return Err(module_expected(input.span(), &paths));
        }
        Ok(Self { runtime, exported, paths, module })
    }
}

/// Returns the paths as in a call: `"a.yaml", "b.yaml"`.
pub(crate) fn list(paths: &[LitStr]) -> String {
    let paths: Vec<String> = paths.iter().map(|path| format!("{:?}", path.value())).collect();
    paths.join(", ")
}

fn path_expected(span: Span) -> syn::Error {
    Diagnostic::spanned(span, "expected the path of a catalog")
        .help("write `catalog!(\"catalog.yaml\")`")
        .note("the path is relative to the directory of `Cargo.toml`")
        .into()
}

fn restricted(span: Span, paths: &[LitStr]) -> syn::Error {
    Diagnostic::spanned(span, "restricted visibility is not supported in `catalog!`")
        .help(format!("write `catalog!(pub {})`", list(paths)))
        .note("without `pub`, the event macro is visible in this crate only")
        .into()
}

/// Returns the error for the last path, which follows another path without a comma, or the module.
fn path_misplaced(paths: &[LitStr], module: &[Ident]) -> syn::Error {
    let span = paths.last().map_or_else(Span::call_site, LitStr::span);
    let names: Vec<String> = module.iter().map(Ident::to_string).collect();
    let (message, module) = if names.is_empty() {
        ("expected `,`, found string literal", String::new())
    } else {
        ("expected the path of a catalog before `in`", format!(", in crate::{}", names.join("::")))
    };
    Diagnostic::spanned(span, message).help(format!("write `catalog!({}{module})`", list(paths))).into()
}

fn module_expected(span: Span, paths: &[LitStr]) -> syn::Error {
    Diagnostic::spanned(span, "expected the module that contains `catalog!`")
        .help(format!("write `catalog!({}, in crate::module)`", list(paths)))
        .into()
}
