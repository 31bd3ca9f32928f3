//! The modules of a crate: which file each is in, what it defines and what it imports.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::{Attribute, Item, ItemUse, UseTree, Visibility};

/// The path of a module from the root of its crate.
pub(super) type ModulePath = Vec<String>;

/// All modules of a crate but those of its unit tests.
#[derive(Default)]
pub(super) struct Modules {
    modules: BTreeMap<ModulePath, Module>,
    /// The path of each file from the folder of the sources, the module that it holds, and its syntax.
    pub(super) files: Vec<(String, ModulePath, syn::File)>,
}

struct Module {
    file: String,
    /// The names of what it defines, other than modules.
    items: BTreeSet<String>,
    imports: Vec<Import>,
}

/// One name of a `use`.
pub(super) struct Import {
    /// The name in the module; `*` for all names of another module.
    name: String,
    pub(super) path: Vec<String>,
}

/// What a path names.
enum Target {
    Module(ModulePath),
    /// Of this file.
    Item(String),
}

impl Modules {
    /// Reads the crate whose sources are in `folder`.
    pub(super) fn read(folder: &Path) -> Self {
        let mut modules = Self::default();
        let root = if folder.join("lib.rs").is_file() { "lib.rs" } else { "main.rs" };
        modules.add_file(folder, root.to_owned(), Vec::new());
        modules
    }

    fn add_file(&mut self, folder: &Path, file: String, path: ModulePath) {
        let text = fs::read_to_string(folder.join(&file)).expect("a source");
        let syntax = syn::parse_file(&text).expect("Rust");
        self.add_module(folder, &file, path.clone(), &syntax.items);
        self.files.push((file, path, syntax));
    }

    fn add_module(&mut self, folder: &Path, file: &str, path: ModulePath, items: &[Item]) {
        let mut module = Module { file: file.to_owned(), items: BTreeSet::new(), imports: Vec::new() };
        for item in items {
            match item {
                Item::Use(item) => module.imports.extend(imports(item)),
                Item::Mod(item) if is_test(&item.attrs) => {}
                Item::Mod(item) => {
                    let path = [&path[..], &[item.ident.to_string()]].concat();
                    match &item.content {
                        Some((_, items)) => self.add_module(folder, file, path, items),
                        None => self.add_file(folder, path.join("/") + ".rs", path),
                    }
                }
                item => module.items.extend(name(item)),
            }
        }
        self.modules.insert(path, module);
    }

    /// Returns the file that defines the item that `path` names in a module; `None` for what other crates define, for
    /// local variables and for modules.
    pub(super) fn file_of(&self, module: &[String], path: &[String]) -> Option<String> {
        match self.find(module, path, 0)? {
            Target::Item(file) => Some(file),
            Target::Module(_) => None,
        }
    }

    fn find(&self, module: &[String], path: &[String], depth: u8) -> Option<Target> {
        // An import that leads to itself, as a glob of a parent that has one of its child, is not followed forever.
        if depth > 8 {
            return None;
        }
        let mut at = module.to_vec();
        let mut rest = path;
        while let [first, tail @ ..] = rest {
            match first.as_str() {
                "crate" => at.clear(),
                "self" => {}
                "super" => drop(at.pop()?),
                _ => break,
            }
            rest = tail;
        }
        while let [name, tail @ ..] = rest {
            let here = self.modules.get(&at)?;
            let child = [&at[..], std::slice::from_ref(name)].concat();
            if here.items.contains(name) && (tail.is_empty() || !self.modules.contains_key(&child)) {
                return Some(Target::Item(here.file.clone()));
            }
            at = if self.modules.contains_key(&child) {
                child
            } else {
                match self.imported(&at, here, name, depth)? {
                    Target::Module(module) => module,
                    item @ Target::Item(_) => return Some(item),
                }
            };
            rest = tail;
        }
        Some(Target::Module(at))
    }

    fn imported(&self, at: &[String], here: &Module, name: &String, depth: u8) -> Option<Target> {
        let mut named = here.imports.iter().filter(|import| import.name == *name);
        if let Some(import) = named.next() {
            return self.find(at, &import.path, depth + 1);
        }
        let mut globs = here.imports.iter().filter(|import| import.name == "*");
        globs.find_map(|glob| {
            let path = [&glob.path[..], std::slice::from_ref(name)].concat();
            self.find(at, &path, depth + 1)
        })
    }
}

/// Returns whether an item is there for unit tests alone.
pub(super) fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let is_test = |arguments: syn::Ident| arguments == "test";
        attribute.path().is_ident("cfg") && attribute.parse_args().is_ok_and(is_test)
    })
}

/// Returns whether a `use` exports what it imports.
pub(super) fn is_export(item: &ItemUse) -> bool {
    !matches!(item.vis, Visibility::Inherited)
}

/// Returns the names of a `use`; none, if it is of another crate by a leading `::`.
pub(super) fn imports(item: &ItemUse) -> Vec<Import> {
    let mut found = Vec::new();
    if item.leading_colon.is_none() {
        flatten(&item.tree, &mut Vec::new(), &mut found);
    }
    found
}

fn flatten(tree: &UseTree, path: &mut Vec<String>, found: &mut Vec<Import>) {
    let import = |name: String, last: Option<String>| Import { name, path: path.iter().cloned().chain(last).collect() };
    match tree {
        UseTree::Path(tree) => {
            path.push(tree.ident.to_string());
            flatten(&tree.tree, path, found);
            path.pop();
        }
        UseTree::Group(tree) => tree.items.iter().for_each(|tree| flatten(tree, path, found)),
        UseTree::Glob(_) => found.push(import("*".to_owned(), None)),
        // `use a::{self}` and `use a::{self as b}` import `a`.
        UseTree::Name(tree) if tree.ident == "self" => {
            found.push(import(path.last().cloned().unwrap_or_default(), None));
        }
        UseTree::Rename(tree) if tree.ident == "self" => {
            found.push(import(tree.rename.to_string(), None));
        }
        UseTree::Name(tree) => {
            found.push(import(tree.ident.to_string(), Some(tree.ident.to_string())));
        }
        UseTree::Rename(tree) => {
            found.push(import(tree.rename.to_string(), Some(tree.ident.to_string())));
        }
    }
}

/// Returns the name that an item defines.
fn name(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        _ => return None,
    };
    Some(name.to_string())
}
