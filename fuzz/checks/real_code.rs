//! Real code as a judge of the grammar of calls: every struct literal, expression and pattern of Rust source files is
//! put into calls.

use std::collections::HashSet;
use std::fmt;
use std::fs;
use std::hash::{BuildHasher as _, RandomState};
use std::path::{Path, PathBuf};
use std::thread;

use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};

use crate::real_values::{self, Literal};

/// Longer code is not put into calls. Most of it is in braces, and is put into calls in parts.
const MAX_LEN: usize = 4 << 10;

/// What was found in the files.
#[derive(Default)]
pub struct Figures {
    /// The number of files.
    pub files: usize,
    /// The files that are Rust.
    pub parsed: usize,
    /// The struct literals that are calls.
    pub literals: usize,
    /// The struct literals that are not calls, because of `..base`, numbers as names, attributes or repeated fields.
    pub rejected: usize,
    /// The expressions, with those in the arguments of macros.
    pub expressions: usize,
    /// The patterns of `match` arms, with their conditions.
    pub patterns: usize,
    /// The literals, expressions and patterns that are too long.
    pub too_long: usize,
    /// The literals, expressions and patterns that differ from all earlier ones. Of expressions and patterns that differ
    /// only within brackets, only the first one is put into calls.
    pub different: usize,
    /// The calls that were expanded.
    pub calls: usize,
    /// The descriptions of wrong expansions.
    pub mistakes: Vec<String>,
    /// The hashes of the code that was put into calls.
    seen: HashSet<u64>,
    hasher: RandomState,
}

impl Figures {
    /// Puts the code of every Rust source file in a folder into calls. Folders named `target` are left out.
    ///
    /// # Panics
    ///
    /// Panics if a folder or a file cannot be read.
    pub fn add_folder(&mut self, folder: &Path) {
        let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() && !path.is_symlink() {
                let name = path.file_name().unwrap_or_default();
                if name != "target" && name != ".git" {
                    self.add_folder(&path);
                }
            } else if path.extension().is_some_and(|extension| extension == "rs") && path.is_file() {
                let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                self.add_file(&path, &String::from_utf8_lossy(&bytes));
            }
        }
    }

    fn add_file(&mut self, path: &Path, text: &str) {
        self.files += 1;
        // Nested code needs a large stack. `proc-macro2` keeps all sources until the thread ends.
        let thread = thread::Builder::new().stack_size(512 << 20);
        thread::scope(|scope| {
            let work = || {
                if let Ok(file) = syn::parse_file(text) {
                    self.parsed += 1;
                    Visitor { figures: self, path }.visit_file(&file);
                }
            };
            let running = thread.spawn_scoped(scope, work).expect("a thread");
            running.join().unwrap_or_else(|_| panic!("{}", path.display()));
        });
    }

    /// Returns whether code of this kind is new.
    fn is_new(&mut self, kind: char, text: &str) -> bool {
        let is_new = self.seen.insert(self.hasher.hash_one((kind, text)));
        self.different += usize::from(is_new);
        is_new
    }

    fn add_calls(&mut self, path: &Path, calls: Result<usize, String>) {
        match calls {
            Ok(calls) => self.calls += calls,
            Err(mistake) => self.mistakes.push(format!("{}: {mistake}", path.display())),
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} files, {} of them Rust", self.files, self.parsed)?;
        writeln!(f, "{} literals that are calls, {} that are not", self.literals, self.rejected)?;
        writeln!(f, "{} expressions, {} patterns", self.expressions, self.patterns)?;
        writeln!(f, "{} different, {} too long", self.different, self.too_long)?;
        write!(f, "{} calls, {} mistakes", self.calls, self.mistakes.len())
    }
}

/// The visitor of one file.
struct Visitor<'a> {
    figures: &'a mut Figures,
    path: &'a Path,
}

impl Visitor<'_> {
    /// Returns code that is new, as far as `outline` shows it.
    fn new_source(
        &mut self,
        kind: char,
        place: proc_macro2::Span,
        outline: impl Fn(&str) -> Result<String, String>,
    ) -> Option<String> {
        let text = match real_values::source(place) {
            Ok(text) if text.len() > MAX_LEN => {
                self.figures.too_long += 1;
                return None;
            }
            text => text,
        };
        match text.and_then(|text| Ok((outline(&text)?, text))) {
            Ok((outline, text)) => Some(text).filter(|_| self.figures.is_new(kind, &outline)),
            Err(mistake) => {
                self.figures.add_calls(self.path, Err(mistake));
                None
            }
        }
    }
}

impl<'ast> Visit<'ast> for Visitor<'_> {
    fn visit_expr(&mut self, expr: &'ast syn::Expr) {
        let is_empty = matches!(expr, syn::Expr::Verbatim(tokens) if tokens.is_empty());
        if !is_empty && !has_let(expr) {
            self.figures.expressions += 1;
            if let Some(text) = self.new_source('e', expr.span(), real_values::outline) {
                self.figures.add_calls(self.path, real_values::expression(&text));
            }
        }
        visit::visit_expr(self, expr);
    }

    fn visit_expr_struct(&mut self, literal: &'ast syn::ExprStruct) {
        if let Some(text) = self.new_source('l', literal.span(), |text| Ok(text.to_owned())) {
            let outcome = real_values::literal(&text, literal);
            match outcome {
                Ok(Literal::Accepted) => self.figures.literals += 1,
                Ok(Literal::Rejected) => self.figures.rejected += 1,
                Err(_) => {}
            }
            self.figures.add_calls(self.path, outcome.map(|_| 1));
        }
        visit::visit_expr_struct(self, literal);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.figures.patterns += 1;
        if let Some(text) = self.new_source('p', arm.pat.span(), real_values::outline) {
            self.figures.add_calls(self.path, real_values::pattern(&text));
        }
        visit::visit_arm(self, arm);
    }

    /// Leaves out attributes, since a documentation comment is one without its tokens.
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let list = Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        if let Ok(arguments) = list.parse2(call.tokens.clone()) {
            for argument in &arguments {
                self.visit_expr(argument);
            }
        } else if let Ok(statements) = syn::Block::parse_within.parse2(call.tokens.clone()) {
            for statement in &statements {
                self.visit_stmt(statement);
            }
        }
        visit::visit_macro(self, call);
    }
}

/// Returns whether an expression is only valid as the condition of `if` or `while`: `let pattern = value`, possibly
/// with `&&`.
fn has_let(expr: &syn::Expr) -> bool {
    match expr {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}
