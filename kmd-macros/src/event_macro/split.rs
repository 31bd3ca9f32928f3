//! Splits `a: f::<A, B>(), b: |x, y| x, c` at the commas that part fields.
//!
//! Values are passed on untouched, so half-typed code survives and an editor can complete it. Only
//! two things hold a comma outside of brackets: generic arguments and the parameters of a closure. A
//! `<` opens generics where no operand stands before it, behind `::`, and in a type (behind `as` or
//! `->`); a `|` opens parameters where no operand stands before it.

use proc_macro2::{Punct, Spacing, TokenStream, TokenTree};

/// The fields between the commas, each as its tokens; a comma with no field before it stands for one,
/// a trailing comma opens none.
pub(crate) fn fields(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut fields = Vec::new();
    let mut field = Vec::new();
    let mut scan = Scan::default();
    for token in tokens {
        let parts = scan.passes_comma(&token);
        if !parts || field.is_empty() {
            field.push(token);
        }
        if parts {
            fields.push(std::mem::take(&mut field));
        }
    }
    if !field.is_empty() {
        fields.push(field);
    }
    fields
}

/// What the tokens so far make of the next one.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Place {
    /// An operand may begin here.
    #[default]
    Operand,
    /// An operand has just ended.
    After,
    /// Behind `::`.
    Path,
    /// A type may begin here.
    Type,
    /// Behind the name of a type.
    TypeName,
    /// Between the angle brackets of generics, so many deep.
    Generics(usize),
    /// Between the `|` of a closure.
    Parameters,
}

#[derive(Default)]
struct Scan {
    place: Place,
    /// The last token, if it is one character of an operator that goes on.
    joint: Option<char>,
}

impl Scan {
    /// Moves on by a token; says whether it is a comma between fields.
    fn passes_comma(&mut self, token: &TokenTree) -> bool {
        let TokenTree::Punct(punct) = token else {
            self.place = self.behind(token);
            self.joint = None;
            return false;
        };
        let char = punct.as_char();
        let inside = matches!(self.place, Place::Generics(_) | Place::Parameters);
        if char == ',' && !inside {
            *self = Self::default();
            return true;
        }
        self.place = self.behind_punct(punct);
        self.joint = (punct.spacing() == Spacing::Joint).then_some(char);
        false
    }

    /// Behind a name, a literal or a group.
    fn behind(&self, token: &TokenTree) -> Place {
        match (self.place, token) {
            (Place::Generics(_) | Place::Parameters, _) => self.place,
            // `'a` of `&'a T`, `break 'a`: the name behind the quote is no operand.
            (place, TokenTree::Ident(_)) if self.joint == Some('\'') => place,
            (Place::Type, TokenTree::Ident(word)) => match &*word.to_string() {
                "mut" | "const" | "dyn" | "impl" | "fn" | "unsafe" | "extern" | "for" => Place::Type,
                _ => Place::TypeName,
            },
            (_, TokenTree::Ident(word)) => match &*word.to_string() {
                "as" => Place::Type,
                "async" | "break" | "else" | "if" | "in" | "match" | "move" | "mut" | "ref" | "return" | "static"
                | "unsafe" | "while" | "yield" => Place::Operand,
                _ => Place::After,
            },
            // A tuple or an array takes no generics: behind one, `<` compares.
            _ => Place::After,
        }
    }

    fn behind_punct(&self, punct: &Punct) -> Place {
        let (char, joint) = (punct.as_char(), punct.spacing() == Spacing::Joint);
        match (self.place, char) {
            (Place::Parameters, '|') => Place::Operand,
            // `<=` opened nothing.
            (Place::Generics(1), '=') if self.joint == Some('<') => Place::Operand,
            // The `>` of `->` and `=>` closes nothing.
            (Place::Generics(_), '>') if matches!(self.joint, Some('-' | '=')) => self.place,
            (Place::Generics(1), '>') => Place::After,
            (Place::Generics(depth), '>') => Place::Generics(depth - 1),
            (Place::Generics(depth), '<') => Place::Generics(depth + 1),
            (Place::Generics(_) | Place::Parameters, _) => self.place,
            (_, '>') if self.joint == Some('-') => Place::Type,
            (_, ':') if self.joint == Some(':') => match self.place {
                Place::Type | Place::TypeName => Place::Type,
                _ => Place::Path,
            },
            // The first half of `::`.
            (Place::Type | Place::TypeName, ':') => self.place,
            (Place::Type, '&' | '*' | '\'' | '!') => Place::Type,
            (Place::Operand | Place::Path | Place::Type | Place::TypeName, '<') => Place::Generics(1),
            // The first half of `<<` and `||`.
            (Place::After, '<') | (Place::After | Place::TypeName, '|') if joint => Place::After,
            (Place::Operand, '|') => Place::Parameters,
            (_, '?' | '\'') => Place::After,
            _ => Place::Operand,
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

    /// Without blanks, which say nothing of where a field ends.
    fn show(tokens: &TokenStream) -> String {
        tokens.to_string().replace(' ', "")
    }

    fn split(text: &str) -> Vec<String> {
        let tokens: TokenStream = text.parse().expect("tokens");
        let text = |field: Vec<TokenTree>| show(&field.into_iter().collect());
        fields(tokens).into_iter().map(text).collect()
    }

    /// The fields as a full parser of Rust sees them.
    fn parsed(text: &str) -> Vec<String> {
        let fields = Punctuated::<FieldValue, Token![,]>::parse_terminated.parse_str(text);
        let fields = fields.unwrap_or_else(|error| panic!("{text}: {error}"));
        fields.iter().map(|field| show(&quote::quote!(#field))).collect()
    }

    #[test]
    fn values_are_parted_as_rust_parts_them() {
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
            for text in [
                format!("field: {value}, other: c"),
                format!("field:{value},other:c,"),
                format!("other, field: {value}"),
                format!("r#type: {value}, field: {value}"),
            ] {
                assert_eq!(split(&text), parsed(&text), "{text}");
            }
        }
    }

    #[test]
    fn half_typed_fields_stay_apart() {
        assert_eq!(split(""), [""; 0]);
        assert_eq!(split("a: , b"), ["a:", "b"]);
        assert_eq!(split("a: peer., b: 1"), ["a:peer.", "b:1"]);
        assert_eq!(split("a: x as, b: 1"), ["a:xas", "b:1"]);
        assert_eq!(split("a,, b"), ["a", ",", "b"]);
    }
}
