//! What an attribute such as `#[cfg(test)]` excludes from builds without tests.

use proc_macro2::{Delimiter, Group, TokenTree};

/// The keywords with which an item or a `let` statement begins.
const ITEMS: [&str; 16] = [
    "async",
    "const",
    "enum",
    "extern",
    "fn",
    "impl",
    "let",
    "macro_rules",
    "mod",
    "pub",
    "static",
    "struct",
    "trait",
    "type",
    "unsafe",
    "use",
];

/// The keywords of expressions that end with braces.
const BLOCKS: [&str; 5] = ["for", "if", "loop", "match", "while"];

/// Returns whether the attribute in these brackets excludes an item from builds without tests: `#[cfg(test)]`,
/// `#[cfg(all(test, …))]`, `#[test]` or `#[tokio::test]`.
pub(super) fn is_for_tests(brackets: &Group) -> bool {
    let tokens: Vec<TokenTree> = brackets.stream().into_iter().collect();
    let is_test = |token: &TokenTree| matches!(token, TokenTree::Ident(name) if name == "test");
    match &tokens[..] {
        _ if brackets.delimiter() != Delimiter::Bracket => false,
        [TokenTree::Ident(name), TokenTree::Group(condition)] if name == "cfg" => {
            let condition: Vec<TokenTree> = condition.stream().into_iter().collect();
            match &condition[..] {
                [TokenTree::Ident(all), TokenTree::Group(conditions)] if all == "all" => {
                    conditions.stream().into_iter().any(|token| is_test(&token))
                }
                [token] => is_test(token),
                _ => false,
            }
        }
        [.., last] if is_test(last) => true,
        [.., last, TokenTree::Group(_)] => is_test(last),
        _ => false,
    }
}

/// Returns the tokens after what an attribute excludes. Notes the name of a module that is a file.
///
/// An item ends with a semicolon or with braces, and an arm of a `match`, a field or an argument ends with a comma.
pub(super) fn after_excluded<'a>(tokens: &'a [TokenTree], test_modules: &mut Vec<String>) -> &'a [TokenTree] {
    let tokens = after_attributes(tokens);
    let begins_with =
        |words: &[&str]| matches!(tokens.first(), Some(TokenTree::Ident(first)) if words.iter().any(|it| first == it));
    let (is_item, is_block) = (begins_with(&ITEMS), begins_with(&BLOCKS));
    // Braces after a `=` and between `<` and `>` are not those of the item.
    let (mut has_value, mut depth) = (begins_with(&["let"]), 0_usize);
    // The last two tokens, as far as they are punctuation.
    let (mut before, mut last) = (' ', ' ');
    for (at, token) in tokens.iter().enumerate() {
        let mark = if let TokenTree::Punct(punct) = token { punct.as_char() } else { ' ' };
        match mark {
            '<' => depth += 1,
            '>' if !matches!(last, '-' | '=') => depth = depth.saturating_sub(1),
            '=' => has_value |= depth == 0,
            _ => {}
        }
        let has_braces = matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        let is_body = if is_item { depth == 0 && !has_value } else { (before, last) == ('=', '>') };
        let is_end = match mark {
            ';' => true,
            ',' => !is_item,
            _ => has_braces && (is_body || is_block || at == 0 || last == '!'),
        };
        if is_end {
            if let [.., TokenTree::Ident(keyword), TokenTree::Ident(name), TokenTree::Punct(_)] = &tokens[..=at] {
                if keyword == "mod" {
                    test_modules.push(name.to_string());
                }
            }
            return &tokens[at + 1..];
        }
        (before, last) = (last, mark);
    }
    &[]
}

/// Returns the tokens after further attributes.
fn after_attributes(mut tokens: &[TokenTree]) -> &[TokenTree] {
    while let [TokenTree::Punct(hash), TokenTree::Group(_), rest @ ..] = tokens {
        if hash.as_char() != '#' {
            break;
        }
        tokens = rest;
    }
    tokens
}
