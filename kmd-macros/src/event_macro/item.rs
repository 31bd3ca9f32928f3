//! From tokens to a call: a tag and its fields, or what was written instead.

use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenStream, TokenTree};

use super::{split, visible};

/// A call as it was written.
pub(super) enum Call {
    /// `TAG` or `TAG { … }`.
    Event {
        tag: Ident,
        braces: Option<Group>,
        fields: Vec<Field>,
    },
    /// Something else.
    Other(Vec<TokenTree>),
}

/// Something between two commas of the braces.
pub(super) enum Field {
    /// A name with a value, or without one where it is the name of a variable.
    Named {
        name: Ident,
        written: Written,
        value: TokenStream,
    },
    /// `..base`.
    Base(TokenStream),
    /// What is no field; never empty.
    Unnamed(Vec<TokenTree>),
}

/// How a field was written.
pub(super) enum Written {
    /// `name`
    Alone,
    /// `name: value`
    Colon,
    /// `name = value` or `name => value`; the sign.
    Equals(TokenStream),
    /// `"name": value`; the name.
    Quoted(TokenStream),
    /// `#[attribute] name: value`; the attribute.
    Attribute(TokenStream),
    /// `documented-name: value`; the name.
    Hyphens(TokenStream),
}

/// Reads the tokens of a call.
pub(super) fn call(tokens: TokenStream) -> Call {
    let mut tokens: Vec<TokenTree> = visible(tokens).into_iter().collect();
    // As in a call of any macro, a comma may end it.
    if matches!(&tokens[..], [_, .., TokenTree::Punct(comma)] if comma.as_char() == ',') {
        tokens.pop();
    }
    // `$tag:path { … }` of another macro.
    if let Some(TokenTree::Group(group)) = tokens.first() {
        if group.delimiter() == Delimiter::None {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            tokens.splice(..1, inside);
        }
    }
    match &tokens[..] {
        [TokenTree::Ident(tag)] => Call::Event {
            tag: tag.clone(),
            braces: None,
            fields: Vec::new(),
        },
        [TokenTree::Ident(tag), TokenTree::Group(group)]
            if group.delimiter() == Delimiter::Brace =>
        {
            Call::Event {
                tag: tag.clone(),
                braces: Some(group.clone()),
                fields: split::fields(group.stream())
                    .into_iter()
                    .map(field)
                    .collect(),
            }
        }
        _ => Call::Other(tokens),
    }
}

/// Reads what stands between two commas.
pub(super) fn field(tokens: Vec<TokenTree>) -> Field {
    match &tokens[..] {
        [
            TokenTree::Punct(hash),
            TokenTree::Group(attribute),
            rest @ ..,
        ] if hash.as_char() == '#' => {
            let attribute = [TokenTree::from(hash.clone()), attribute.clone().into()]
                .into_iter()
                .collect();
            match plain_field(rest.to_vec()) {
                Field::Named { name, value, .. } => Field::Named {
                    name,
                    written: Written::Attribute(attribute),
                    value,
                },
                _ => Field::Unnamed(tokens),
            }
        }
        [TokenTree::Literal(quoted), rest @ ..] => {
            let text = syn::parse_str::<syn::LitStr>(&quoted.to_string()).ok();
            let name = text.map(|text| text.value().replace('-', "_"));
            let name = name.and_then(|name| crate::ident::ident(&name, quoted.span()));
            let Some(name) = name else {
                return Field::Unnamed(tokens);
            };
            let unquoted = [TokenTree::from(name)]
                .into_iter()
                .chain(rest.iter().cloned())
                .collect();
            match plain_field(unquoted) {
                Field::Named {
                    name,
                    value,
                    written: Written::Colon | Written::Equals(_),
                } => {
                    let quoted = TokenTree::from(quoted.clone()).into();
                    Field::Named {
                        name,
                        written: Written::Quoted(quoted),
                        value,
                    }
                }
                _ => Field::Unnamed(tokens),
            }
        }
        _ => plain_field(tokens),
    }
}

/// Reads what begins with the name of a field, if anything.
fn plain_field(tokens: Vec<TokenTree>) -> Field {
    let is = |index: usize, char: char| matches!(tokens.get(index), Some(TokenTree::Punct(punct)) if punct.as_char() == char);
    let ident = |index: usize| match tokens.get(index) {
        Some(TokenTree::Ident(ident)) => Some(ident.clone()),
        _ => None,
    };
    let Some(mut name) = ident(0) else {
        return if is(0, '.') && is(1, '.') {
            Field::Base(tokens.into_iter().collect())
        } else {
            Field::Unnamed(tokens)
        };
    };
    // `remote-port` is three tokens.
    let mut end = 1;
    let mut documented = vec![name.to_string()];
    while let (true, Some(word)) = (is(end, '-'), ident(end + 1)) {
        documented.push(word.to_string());
        end += 2;
    }
    // `name: ::path` has a colon, `name::path` has none.
    let joint = |index: usize| match tokens.get(index) {
        Some(TokenTree::Punct(punct)) => punct.spacing() == Spacing::Joint,
        _ => false,
    };
    let double = |index: usize| is(index, ':') && joint(index) && is(index + 1, ':');
    let colon = is(end, ':') && !double(end);
    let equals = is(end, '=') && !is(end + 1, '=');
    let (mut written, value) = match tokens.get(end) {
        None => {
            let variable = crate::ident::ident(&name.to_string(), name.span());
            (
                Written::Alone,
                TokenTree::from(variable.unwrap_or_else(|| name.clone())).into(),
            )
        }
        Some(sign) if colon || equals => {
            let mut begin = end + 1;
            while equals && (is(begin, '>') || is(begin, ':') && !double(begin)) {
                begin += 1;
            }
            let value = tokens[begin..].iter().cloned().collect();
            let written = if colon {
                Written::Colon
            } else {
                Written::Equals(sign.clone().into())
            };
            (written, value)
        }
        Some(_) => return Field::Unnamed(tokens),
    };
    if end > 1 {
        if matches!(written, Written::Alone) {
            return Field::Unnamed(tokens);
        }
        let span = name.span();
        let joined = crate::ident::ident(&documented.join("_"), span);
        written = Written::Hyphens(tokens[..end].iter().cloned().collect());
        name = joined.unwrap_or(name);
    }
    Field::Named {
        name,
        written,
        value,
    }
}
