//! The calls of macros in the tokens of a source file.

use kmd_catalog::names;
use proc_macro2::{Group, LineColumn, TokenStream, TokenTree};

use super::excluded::{after_excluded, is_for_tests};

/// The macros of a catalog, each with its other names.
pub(super) struct Macros<'a> {
    prefix: &'a str,
    event: Vec<String>,
    log: Vec<String>,
}

/// A call of a macro.
pub(super) struct Call {
    pub(super) tag: String,
    /// The place of the tag, with columns from 0.
    pub(super) start: LineColumn,
}

/// What the tokens of a source file contain.
#[derive(Default)]
pub(super) struct Found {
    pub(super) calls: Vec<Call>,
    /// The names of modules for tests that are files of their own.
    pub(super) test_modules: Vec<String>,
}

impl<'a> Macros<'a> {
    /// Returns the macros of the catalog with this prefix.
    pub(super) fn of(prefix: &'a str) -> Self {
        Self { prefix, event: vec![names::macro_name(prefix)], log: vec![names::log_macro_name(prefix)] }
    }

    /// Returns whether a text may give a macro another name. Most texts do not, and need not be parsed for it.
    pub(super) fn may_be_renamed_in(&self, text: &str) -> bool {
        self.event.iter().chain(&self.log).any(|name| text.contains(&**name))
            && text.split_whitespace().any(|word| word == "as")
    }

    /// Adds the names in declarations such as `use app_log::app_event as event;`, and returns whether there are new ones.
    pub(super) fn add_names(&mut self, tokens: TokenStream) -> bool {
        let mut has_new = false;
        let mut left = vec![tokens];
        while let Some(tokens) = left.pop() {
            let tokens: Vec<TokenTree> = tokens.into_iter().collect();
            for three in tokens.windows(3) {
                let [TokenTree::Ident(name), TokenTree::Ident(keyword), TokenTree::Ident(other)] = three else {
                    continue;
                };
                let name = name.to_string();
                let mut names = [&mut self.event, &mut self.log].into_iter();
                let names = names.find(|names| keyword == "as" && names.contains(&name));
                let other = other.to_string();
                if let Some(names) = names.filter(|names| !names.contains(&other)) {
                    names.push(other);
                    has_new = true;
                }
            }
            left.extend(tokens.into_iter().filter_map(|token| match token {
                TokenTree::Group(group) => Some(group.stream()),
                _ => None,
            }));
        }
        has_new
    }

    /// Returns the calls in the order of the text. Calls in arguments of other macros count, and calls in the items of tests
    /// do not.
    pub(super) fn find(&self, tokens: TokenStream) -> Found {
        let mut found = Found::default();
        // A list instead of recursion, since the text may be nested deeply.
        let mut left = vec![tokens];
        while let Some(tokens) = left.pop() {
            let tokens: Vec<TokenTree> = tokens.into_iter().collect();
            let mut rest = &tokens[..];
            while let Some((token, after)) = rest.split_first() {
                rest = after;
                match (token, after) {
                    (TokenTree::Punct(hash), [TokenTree::Punct(inner), TokenTree::Group(group), ..])
                        if hash.as_char() == '#' && inner.as_char() == '!' && is_for_tests(group) =>
                    {
                        rest = &[];
                    }
                    (TokenTree::Punct(hash), [TokenTree::Group(group), excluded @ ..])
                        if hash.as_char() == '#' && is_for_tests(group) =>
                    {
                        rest = after_excluded(excluded, &mut found.test_modules);
                    }
                    (TokenTree::Ident(name), [TokenTree::Punct(mark), TokenTree::Group(arguments), ..])
                        if mark.as_char() == '!' =>
                    {
                        found.calls.extend(self.call(&name.to_string(), arguments));
                    }
                    (TokenTree::Group(group), _) => left.push(group.stream()),
                    _ => {}
                }
            }
        }
        found.calls.sort_by_key(|call| call.start);
        found
    }

    /// Returns the call of a macro, if it is one of the catalog and names a message.
    fn call(&self, name: &str, arguments: &Group) -> Option<Call> {
        let tokens: Vec<TokenTree> = arguments.stream().into_iter().collect();
        let mut tags = tokens.iter().enumerate().filter_map(|(at, token)| match token {
            TokenTree::Ident(ident) => Some((at, ident, ident.to_string())),
            _ => None,
        });
        let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
        let is_own = |names: &[String]| names.iter().any(|own| own == name);
        // Another macro can have a name that is given to one of the catalog elsewhere.
        let is_sure =
            |tag: &str| self.event.first().is_some_and(|own| own == name) || names::is_tag_of(self.prefix, tag);
        let (_, ident, tag) = if is_own(&self.event) {
            tags.next().filter(|(at, _, tag)| *at == 0 && is_sure(tag))
        } else if is_own(&self.log) {
            // The sink may contain commas, and a constant may be a sink.
            tags.find(|(at, _, tag)| *at > 0 && is_comma(&tokens[at - 1]) && names::is_tag_of(self.prefix, tag))
        } else {
            None
        }?;
        Some(Call { tag, start: ident.span().start() })
    }
}
