//! From tokens to a call: a tag and its fields, or what was written instead.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

use super::{split, visible};

/// A call as it was written.
pub(crate) enum Call {
    /// `TAG` or `TAG { … }`.
    Event {
        tag: Ident,
        /// What stands in the braces.
        body: TokenStream,
        fields: Vec<Field>,
    },
    /// Something else.
    Malformed {
        tag: Option<String>,
        fault: Fault,
        /// The offending tokens; none for an empty call.
        tokens: TokenStream,
        /// What looks like values, so that the compiler sees them used.
        values: Vec<TokenStream>,
    },
}

/// What is wrong with the form of a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fault {
    /// Nothing at all.
    Empty,
    /// A tag in quotes.
    Quoted,
    /// A tag behind the path of a module.
    Path,
    /// Something that is no name at all.
    NoTag,
    /// Fields that do not stand in braces.
    NoBraces,
    /// Something behind the braces.
    Trailing,
}

/// Something between two commas of the braces.
pub(crate) enum Field {
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
pub(crate) enum Written {
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
pub(crate) fn call(tokens: TokenStream) -> Call {
    let tokens = visible(tokens);
    let mut iter = tokens.clone().into_iter();
    let tag = match iter.next() {
        None => return malformed(None, Fault::Empty, tokens, vec![]),
        Some(TokenTree::Ident(tag)) => tag,
        Some(TokenTree::Literal(literal)) => {
            let tag = syn::parse_str::<syn::LitStr>(&literal.to_string()).ok();
            let fault = if tag.is_some() {
                Fault::Quoted
            } else {
                Fault::NoTag
            };
            let tag = tag.map(|text| text.value());
            return malformed(
                tag,
                fault,
                TokenTree::from(literal).into(),
                values(iter.collect()),
            );
        }
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
            // `$tag:path { … }` of another macro.
            let inside = group.stream();
            let is_name = matches!(
                inside.clone().into_iter().collect::<Vec<_>>()[..],
                [TokenTree::Ident(_)]
            );
            if is_name {
                return call(inside.into_iter().chain(iter).collect());
            }
            return malformed(None, Fault::NoTag, inside, values(iter.collect()));
        }
        Some(other) => return malformed(None, Fault::NoTag, other.into(), values(iter.collect())),
    };
    let name = tag.to_string();
    match (iter.next(), iter.next()) {
        (None, _) => Call::Event {
            tag,
            body: TokenStream::new(),
            fields: Vec::new(),
        },
        (Some(TokenTree::Group(group)), next) if group.delimiter() == Delimiter::Brace => {
            match next {
                None => Call::Event {
                    tag,
                    body: group.stream(),
                    fields: split::fields(group.stream())
                        .into_iter()
                        .map(field)
                        .collect(),
                },
                Some(next) => {
                    let trailing = [next].into_iter().chain(iter).collect();
                    malformed(
                        Some(name),
                        Fault::Trailing,
                        trailing,
                        values(group.stream()),
                    )
                }
            }
        }
        (Some(TokenTree::Punct(punct)), _) if punct.as_char() == ':' => path(tokens),
        (Some(TokenTree::Group(group)), next) => {
            let values = values(group.stream().into_iter().chain(next).chain(iter).collect());
            malformed(Some(name), Fault::NoBraces, bracketed(group), values)
        }
        (Some(other), next) => {
            let values = values(next.into_iter().chain(iter).collect());
            malformed(Some(name), Fault::NoBraces, other.into(), values)
        }
    }
}

/// Reads `events::KMD_X { … }`.
fn path(tokens: TokenStream) -> Call {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let in_path = |token: &TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        _ => false,
    };
    let end = tokens.iter().position(|token| !in_path(token));
    let (path, rest) = tokens.split_at(end.unwrap_or(tokens.len()));
    let tag = path.iter().rev().find_map(|token| match token {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    });
    let values = match rest {
        [TokenTree::Group(group)] => values(group.stream()),
        _ => Vec::new(),
    };
    malformed(tag, Fault::Path, path.iter().cloned().collect(), values)
}

fn bracketed(group: Group) -> TokenStream {
    TokenTree::from(group).into()
}

fn malformed(
    tag: Option<String>,
    fault: Fault,
    tokens: TokenStream,
    values: Vec<TokenStream>,
) -> Call {
    Call::Malformed {
        tag,
        fault,
        tokens,
        values,
    }
}

/// The values in something like fields: behind `name =` or `name:`, or all between two commas.
fn values(tokens: TokenStream) -> Vec<TokenStream> {
    let value = |field| match field {
        Field::Named { value, .. } => Some(value),
        Field::Unnamed(tokens) => {
            let comma = matches!(&tokens[..], [TokenTree::Punct(punct)] if punct.as_char() == ',');
            (!comma).then(|| tokens.into_iter().collect())
        }
        Field::Base(_) => None,
    };
    split::fields(tokens)
        .into_iter()
        .map(field)
        .filter_map(value)
        .collect()
}

/// Reads what stands between two commas.
fn field(tokens: Vec<TokenTree>) -> Field {
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
            let name = name.and_then(|name| crate::names::identifier(&name, quoted.span()));
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
    let colon = is(end, ':') && !is(end + 1, ':');
    let equals = is(end, '=') && !is(end + 1, '=');
    let (mut written, value) = match tokens.get(end) {
        None => {
            let variable = crate::names::identifier(&name.to_string(), name.span());
            (
                Written::Alone,
                TokenTree::from(variable.unwrap_or_else(|| name.clone())).into(),
            )
        }
        Some(sign) if colon || equals => {
            let arrow = usize::from(equals && is(end + 1, '>'));
            let value = tokens[end + 1 + arrow..].iter().cloned().collect();
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
        let joined = crate::names::identifier(&documented.join("_"), span);
        written = Written::Hyphens(tokens[..end].iter().cloned().collect());
        name = joined.unwrap_or(name);
    }
    Field::Named {
        name,
        written,
        value,
    }
}
