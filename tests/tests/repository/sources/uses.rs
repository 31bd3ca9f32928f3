//! Which file of a crate uses which other.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, ItemMod, ItemUse, Macro};

use super::modules::{ModulePath, Modules, imports, is_export, is_test};

/// For each file, the files that it uses, with a path that names an item of them.
pub(super) type Edges = BTreeMap<String, BTreeMap<String, String>>;

/// Returns who uses whom. A file uses another if a path in it, also one of a `use`, names an item that the other defines.
/// Declaring a module and exporting its items is not a use.
pub(super) fn edges(modules: &Modules) -> Edges {
    let mut edges = Edges::new();
    for (file, module, syntax) in &modules.files {
        let mut paths = Paths { modules, module: module.clone(), used: BTreeMap::new() };
        paths.visit_file(syntax);
        paths.used.remove(file);
        edges.insert(file.clone(), paths.used);
    }
    edges
}

/// The paths of a file.
struct Paths<'m> {
    modules: &'m Modules,
    /// The module that is being visited.
    module: ModulePath,
    /// The files that define what the paths name, and a path of each.
    used: BTreeMap<String, String>,
}

impl Paths<'_> {
    fn add(&mut self, path: &[String]) {
        if let Some(file) = self.modules.file_of(&self.module, path) {
            self.used.entry(file).or_insert_with(|| path.join("::"));
        }
    }

    /// The arguments of a macro can be anything, so that all that looks like a path is taken for one.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        // Of the two tokens before.
        let mut before = [' ', ' '];
        for token in tokens {
            let sign = match &token {
                TokenTree::Punct(punct) => punct.as_char(),
                TokenTree::Ident(_) => 'a',
                TokenTree::Group(_) | TokenTree::Literal(_) => ' ',
            };
            match token {
                TokenTree::Ident(ident) if before == [':', ':'] && !path.is_empty() => {
                    path.push(ident.to_string());
                }
                TokenTree::Ident(ident) => {
                    self.add(&std::mem::take(&mut path));
                    // A field, a method, a lifetime, or a path of another crate.
                    let is_path = !matches!(before[1], '.' | '\'') && before != [':', ':'];
                    path.extend(is_path.then(|| ident.to_string()));
                }
                TokenTree::Punct(_) if sign == ':' => {}
                TokenTree::Group(group) => {
                    self.add(&std::mem::take(&mut path));
                    self.add_tokens(group.stream());
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => self.add(&std::mem::take(&mut path)),
            }
            before = [before[1], sign];
        }
        self.add(&path);
    }
}

impl<'a> Visit<'a> for Paths<'_> {
    fn visit_path(&mut self, path: &'a syn::Path) {
        if path.leading_colon.is_none() {
            let names = path.segments.iter().map(|segment| segment.ident.to_string());
            self.add(&names.collect::<Vec<_>>());
        }
        visit::visit_path(self, path);
    }

    fn visit_item_use(&mut self, item: &'a ItemUse) {
        if !is_export(item) {
            for import in imports(item) {
                self.add(&import.path);
            }
        }
    }

    fn visit_item_mod(&mut self, item: &'a ItemMod) {
        if !is_test(&item.attrs) && item.content.is_some() {
            self.module.push(item.ident.to_string());
            visit::visit_item_mod(self, item);
            self.module.pop();
        }
    }

    fn visit_item(&mut self, item: &'a syn::Item) {
        let is_test = match item {
            syn::Item::Fn(item) => is_test(&item.attrs),
            syn::Item::Impl(item) => is_test(&item.attrs),
            syn::Item::Use(item) => is_test(&item.attrs),
            syn::Item::Const(item) => is_test(&item.attrs),
            _ => false,
        };
        if !is_test {
            visit::visit_item(self, item);
        }
    }

    fn visit_macro(&mut self, item: &'a Macro) {
        self.visit_path(&item.path);
        let name = &item.path.segments.last().expect("a name").ident;
        // The tokens of these are code of another crate.
        if !["quote", "quote_spanned", "macro_rules"].iter().any(|other| name == other) {
            self.add_tokens(item.tokens.clone());
        }
    }

    fn visit_attribute(&mut self, _: &'a Attribute) {}
}
