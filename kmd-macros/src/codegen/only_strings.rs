//! Tests that the texts of a catalog become string literals, and nothing else.

use kmd_catalog::{Source, load_source};
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use super::items;

/// Texts that look like the end of a literal, of a comment or of an item. Braces are doubled in templates.
const ATTACKS: [&str; 8] = [
    "\"); std::process::exit(1); (\"",
    "\"# ; compile_error!(\"x\"); r#\"",
    "*/ fn main() {} /*",
    "\\\" \\u{22} \\x22 \\",
    "#![doc(html_root_url = \"x\")] ]]]",
    "'a' b\"c\" c\"d\" // x",
    "include!(\"/etc/passwd\") {{{ }}}",
    "$crate $x %s {} é",
];

/// Returns the items of a catalog in which each text is `text`.
fn generated(text: &str) -> TokenStream {
    let quoted = format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let template = quoted.replace('{', "{{").replace('}', "}}");
    let begin = template.strip_suffix('"').expect("a quote");
    let catalog = format!(
        "prefix: APP
process: appd
placeholders:
  user: {{ type: text, absent: {quoted}, description: {quoted} }}
  word: {{ type: enum, values: [{{ One: {quoted} }}, two], description: {quoted} }}
messages:
  APP_A:
    template: {begin} {{user}}.\"
    tail: [{begin} {{word}}\"]
    alternatives: [{begin} or {{user}}\"]
    type: event
    severity: info
    facility: LOG_AUTH
    description: {quoted}
    cause: {quoted}
    action: {quoted}
    note: {quoted}
    since: {quoted}
    source: {quoted}
    deprecated: {{ note: {quoted} }}
"
    );
    let loaded = load_source(Source::new("a.yaml", catalog));
    assert_eq!(loaded.errors().collect::<Vec<_>>(), [""; 0]);
    let arguments = syn::parse2(quote!(kmd_events; "a.yaml")).expect("arguments");
    items(&loaded.model.expect("a model"), &arguments)
}

/// Returns the tokens with an empty string for each string.
fn without_strings(tokens: TokenStream) -> TokenStream {
    let blank = |token| match token {
        TokenTree::Group(group) => {
            let mut blank = proc_macro2::Group::new(group.delimiter(), without_strings(group.stream()));
            blank.set_span(group.span());
            blank.into()
        }
        TokenTree::Literal(literal) if literal.to_string().ends_with(['"', '#']) => Literal::string("").into(),
        token => token,
    };
    tokens.into_iter().map(blank).collect()
}

#[test]
fn the_texts_of_a_catalog_are_only_strings() {
    let expected = without_strings(generated("harmless")).to_string();
    assert!(expected.len() > 1_000 && !expected.contains("harmless"), "{expected}");
    for attack in ATTACKS {
        let tokens = generated(attack);
        assert_eq!(without_strings(tokens.clone()).to_string(), expected, "{attack}");
        // The compiler reads the tokens again if they are printed, as by `cargo expand`.
        let printed: TokenStream = tokens.to_string().parse().expect("tokens");
        assert_eq!(without_strings(printed).to_string(), expected, "{attack}");
    }
}

/// Rustdoc shows the note of an attribute as Markdown. The compiler shows it as it is.
#[test]
fn the_note_of_a_deprecation_has_no_links() {
    let attribute = |text: &str| {
        let tokens = generated(text).to_string();
        let (_, note) = tokens.split_once("deprecated (note = ").expect("the attribute");
        note.split_once(")]").expect("its end").0.to_owned()
    };
    assert_eq!(attribute("write `APP_B`, not <b>"), r#""write `APP_B`, not \\<b>""#);
    assert_eq!(attribute("[a](javascript:b)"), r#""\\[a\\](javascript:b)""#);
}
