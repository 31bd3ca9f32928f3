//! Splitting of `a: f::<A, B>(), b: |x, y| x, c` at the commas between fields.
//!
//! Values are passed on unchanged, so that an editor can complete half-typed code. Only generic arguments and the
//! parameters of a closure have commas outside of brackets. A `<` opens generics if no operand precedes it, after `::`,
//! in a type (after `as` or `->`), and after `for`. A `|` opens parameters if no operand precedes it.

use proc_macro2::{Punct, Spacing, TokenStream, TokenTree};

/// Returns the tokens of each field. A comma without a field before it is a field of its own. A trailing comma does not
/// begin a field.
pub(crate) fn fields(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut fields = Vec::new();
    let mut field = Vec::new();
    let mut scan = Scan::default();
    for token in tokens {
        let is_separator = scan.is_separator(&token);
        if !is_separator || field.is_empty() {
            field.push(token);
        }
        if is_separator {
            fields.push(std::mem::take(&mut field));
        }
    }
    if !field.is_empty() {
        fields.push(field);
    }
    fields
}

/// Returns the tokens before and after the first comma, or `None` if there is no comma outside of a value.
pub(crate) fn at_first_comma(tokens: &[TokenTree]) -> Option<(&[TokenTree], &[TokenTree])> {
    let mut scan = Scan::default();
    let at = tokens.iter().position(|token| scan.is_separator(token))?;
    Some((&tokens[..at], &tokens[at + 1..]))
}

/// The state after the tokens that were consumed.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum State {
    /// An operand may begin here.
    #[default]
    Operand,
    /// An operand has just ended.
    After,
    /// After `::`.
    Path,
    /// After the `#` of an attribute, which an operand follows.
    Attribute,
    /// A type may begin here.
    Type,
    /// After the name of a type.
    TypeName,
    /// Between the angle brackets of generics, at this depth.
    Generics(usize),
    /// Between the `|` of a closure.
    Parameters,
    /// After `for`, which begins a loop or the lifetimes of a closure.
    For,
    /// Between the angle brackets of `for<'a, 'b> |x| x`.
    Lifetimes,
}

#[derive(Default)]
struct Scan {
    state: State,
    /// The last token, if the operator that it belongs to continues.
    joint: Option<char>,
}

impl Scan {
    /// Consumes a token. Returns whether it is a comma between fields.
    fn is_separator(&mut self, token: &TokenTree) -> bool {
        let TokenTree::Punct(punct) = token else {
            self.state = self.after(token);
            self.joint = None;
            return false;
        };
        let char = punct.as_char();
        let inside = matches!(self.state, State::Generics(_) | State::Parameters | State::Lifetimes);
        if char == ',' && !inside {
            *self = Self::default();
            return true;
        }
        self.state = self.after_punct(punct);
        self.joint = (punct.spacing() == Spacing::Joint).then_some(char);
        false
    }

    /// Returns the state after a name, a literal or a group.
    fn after(&self, token: &TokenTree) -> State {
        match (self.state, token) {
            (State::Generics(_) | State::Parameters | State::Lifetimes, _) => self.state,
            (State::Attribute, _) => State::Operand,
            // `'a` of `&'a T`, `break 'a`: the name after the quote is not an operand.
            (state, TokenTree::Ident(_)) if self.joint == Some('\'') => state,
            (State::Type, TokenTree::Ident(word)) => match &*word.to_string() {
                "mut" | "const" | "dyn" | "impl" | "fn" | "unsafe" | "extern" | "for" => State::Type,
                _ => State::TypeName,
            },
            (_, TokenTree::Ident(word)) => match &*word.to_string() {
                "as" => State::Type,
                "for" => State::For,
                "async" | "break" | "else" | "if" | "in" | "match" | "move" | "mut" | "ref" | "return" | "static"
                | "unsafe" | "while" | "yield" => State::Operand,
                _ => State::After,
            },
            // After a tuple or an array, `<` compares.
            _ => State::After,
        }
    }

    fn after_punct(&self, punct: &Punct) -> State {
        let (char, joint) = (punct.as_char(), punct.spacing() == Spacing::Joint);
        match (self.state, char) {
            // Before a value, `?` is not an operator.
            (State::Parameters, '|') | (State::Lifetimes, '>') | (State::Operand, '?') => State::Operand,
            // `<=` opened nothing.
            (State::Generics(1), '=') if self.joint == Some('<') => State::Operand,
            // The `>` of `->` and `=>` closes nothing.
            (State::Generics(_), '>') if matches!(self.joint, Some('-' | '=')) => self.state,
            (State::Generics(1), '>') => State::After,
            (State::Generics(depth), '>') => State::Generics(depth - 1),
            (State::Generics(depth), '<') => State::Generics(depth + 1),
            (State::Generics(_) | State::Parameters | State::Lifetimes, _) => self.state,
            (_, '>') if self.joint == Some('-') => State::Type,
            (_, ':') if self.joint == Some(':') => match self.state {
                State::Type | State::TypeName => State::Type,
                _ => State::Path,
            },
            // The first half of `::`. A label ends no operand, as in `break 'a |x, y| x`.
            (State::Type | State::TypeName, ':') | (_, '\'') => self.state,
            (State::Type, '&' | '*' | '!') => State::Type,
            (State::Operand | State::Path | State::Type | State::TypeName, '<') => State::Generics(1),
            // The first half of `<<` and `||`.
            (State::After, '<') | (State::After | State::TypeName, '|') if joint => State::After,
            (State::Operand, '|') => State::Parameters,
            (State::Operand, '#') => State::Attribute,
            (State::For, '<') => State::Lifetimes,
            (_, '?') => State::After,
            _ => State::Operand,
        }
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::{TokenStream, TokenTree};
    use syn::parse::Parser as _;
    use syn::punctuated::Punctuated;
    use syn::{FieldValue, Token};

    use super::fields;

    /// Returns the tokens without spaces, which do not affect the split.
    fn show(tokens: &TokenStream) -> String {
        tokens.to_string().replace(' ', "")
    }

    fn split(text: &str) -> Vec<String> {
        let tokens: TokenStream = text.parse().expect("tokens");
        let text = |field: Vec<TokenTree>| show(&field.into_iter().collect());
        fields(tokens).into_iter().map(text).collect()
    }

    /// Returns the fields as a full parser of Rust splits them.
    fn parsed(text: &str) -> Vec<String> {
        let fields = Punctuated::<FieldValue, Token![,]>::parse_terminated.parse_str(text);
        let fields = fields.unwrap_or_else(|error| panic!("{text}: {error}"));
        fields.iter().map(|field| show(&quote::quote!(#field))).collect()
    }

    /// Splits fields with a value in each place.
    fn assert_is_value(value: &str) {
        for text in [
            format!("field: {value}, other: c"),
            format!("field:{value},other:c,"),
            format!("other, field: {value}"),
            format!("r#type: {value}, field: {value}"),
        ] {
            assert_eq!(split(&text), parsed(&text), "{text}");
        }
    }

    #[test]
    fn fields_are_split_as_in_rust() {
        for value in [
            "b",
            "-1",
            "f::<A, B>()",
            "f::<A, Vec<B, C>>()",
            "f::<Vec<A>, B>()",
            "f::<A, { N }>(x)",
            "Vec::<(A, B)>::new()",
            "::core::f::<A, B>()",
            "<T as U<A, B>>::f()",
            "<T as U<fn(A) -> B, C>>::f()",
            "<<T as U<A, B>>::X as V<C, D>>::f()",
            "<T>::f(a, b)",
            "x as m::T<A, B>",
            "x as *const T<A, B>",
            "x as (u32, u32) < y",
            "x as [u8; 2] < y",
            "&x as &dyn T<A = B, C = D>",
            "x as T<fn(A) -> B, C>",
            "x as &'a dyn T<A, B>",
            "x as fn(A, B) -> T<C, D>",
            "x as u16 + y",
            "if x == y as u32 || z { 1 } else { 2 }",
            "if y as u32 <= x { 1 } else { 2 }",
            "y as u32 >= x",
            "x as Vec<<T as U<A, B>>::X>",
            "if let | Some(v) = o { v } else { w }",
            "if let A | B = o { v } else { w }",
            "..<T as U<A, B>>::X",
            "x as u64 * (y < z) as u64",
            "|x, y| x",
            "|x, y: T<A, B>| x",
            "move |x, y| x",
            "|| x",
            "|x| |y, z| y",
            "for (x, y) in z { f(x) }",
            "for x in |y, z| y { f(x) }",
            "|x| -> T<A, B> { x }",
            "a || b",
            "a | b",
            "a | |x, y| x",
            "a || b || c",
            "a < b",
            "a > b",
            "a > b << c",
            "a > |x, y| x",
            "a <= b",
            "a << b",
            "(a as u32) << b",
            "a < <T as U<A, B>>::C",
            "a < <T<A, B>>::C",
            "a < -b",
            "a == f(|x, y| x)",
            "if a < b { c } else { d }",
            "if let Some(x) = f::<A, B>() { x } else { |x, y| x }",
            "match a { A | B => 1, C => 2 }",
            "{ let (x, y) = (a < b, c); x }",
            "&a",
            "&mut a",
            "!a",
            "a?",
            "a?.b < c",
            "a? < b",
            "a.b::<C, D>()",
            "a.await",
            "a..b",
            "..=b",
            "return |x, y| x",
            "break 'a f::<A, B>()",
            "continue 'a",
            "'a: loop { break 'a 1; }",
            "async move { a }",
            "async move |x, y| x",
            "T::<A, B> { x, y }",
            "[a, b]",
            "(a, b)",
            "format!(\"{}\", a)",
            "r#as < b",
            "'<'",
            "\",\"",
        ] {
            assert_is_value(value);
        }
    }

    #[test]
    fn closures_with_lifetimes_are_values() {
        assert_is_value("for<'a> |x, y: &'a A| x");
        assert_is_value("for<'a, 'b> |x: &'a A, y: &'b B| -> T<A, B> { x }");
    }

    #[test]
    fn an_operand_follows_an_attribute() {
        assert_is_value("#[inline] |x, y| x");
        assert_is_value("#[inline] #[cold] move |x, y| x");
        assert_is_value("x == #[inline] <T as U<A, B>>::X");
    }

    #[test]
    fn an_operand_follows_a_label() {
        assert_is_value("break 'a |x, y| x");
    }

    #[test]
    fn half_typed_fields_are_split() {
        assert_eq!(split(""), [""; 0]);
        assert_eq!(split("a: , b"), ["a:", "b"]);
        assert_eq!(split("a: peer., b: 1"), ["a:peer.", "b:1"]);
        assert_eq!(split("a: x as, b: 1"), ["a:xas", "b:1"]);
        assert_eq!(split("a,, b"), ["a", ",", "b"]);
    }
}
