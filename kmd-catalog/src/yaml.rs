//! The step from YAML text to a tree in which every key and value has its position.
//!
//! A catalog is plain data, so anchors, aliases and tags of YAML are rejected. After a syntax error, the tree contains
//! the part before the error.

mod directives;
mod node;
mod syntax_error;

use std::collections::HashSet;

use granit_parser::{Event, Marker, Options, Parser, ScalarStyle, StructureStyle};

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::span::{Position, Span, Spanned, line_start};

pub(crate) use self::node::{Entry, Node, Value};

/// The maximum nesting depth of collections. A catalog needs five levels.
const MAX_DEPTH: usize = 32;

/// A collection whose end is not reached yet.
enum Open {
    Mapping { span: Span, entries: Vec<Entry>, names: HashSet<String>, key: Option<Spanned<String>> },
    Sequence { span: Span, items: Vec<Node> },
}

/// Parses the part of `text` after the offset `start` as one YAML document. Returns `None` if the document is empty.
pub(crate) fn parse(text: &str, start: usize, diagnostics: &mut Diagnostics) -> Option<Node> {
    let base = start + directives::skip(&text[start..], start, diagnostics);
    let mut options = Options::default();
    options.disallow_directives = true;
    options.emit_anchor_events = true;
    options.flow_nesting_limit = MAX_DEPTH;
    options.block_nesting_limit = MAX_DEPTH;

    let mut tree = Tree { text, start, scalar_end: 0, node_end: base, open: Vec::new(), root: None, diagnostics };
    for next in Parser::new_from_str_with_options(&text[base..], options) {
        let goes_on = match next {
            Ok((event, span)) => {
                let (start, end) = (offset(text, base, span.start), offset(text, base, span.end));
                tree.event(event, Span { start, end })
            }
            Err(error) => {
                let at = offset(text, base, *error.marker());
                tree.reject_scalar_before(at);
                let (span, diagnostic) = syntax_error::explain(&text[base..], at - base, error.kind());
                let span = Span { start: span.start + base, end: span.end + base };
                tree.diagnostics.syntax_error(text, span, diagnostic);
                false
            }
        };
        if !goes_on {
            break;
        }
    }
    tree.finish()
}

/// Returns the byte offset of a position in the YAML parser.
fn offset(text: &str, base: usize, marker: Marker) -> usize {
    marker.byte_offset().map_or(text.len(), |offset| (base + offset).min(text.len()))
}

struct Tree<'t> {
    text: &'t str,
    /// The offset at which the file begins.
    start: usize,
    /// The offset at which the last scalar ended.
    scalar_end: usize,
    /// The offset at which the last scalar ended or the last collection began.
    node_end: usize,
    open: Vec<Open>,
    root: Option<Node>,
    diagnostics: &'t mut Diagnostics,
}

impl Tree<'_> {
    /// Adds the next event to the tree. Returns whether parsing can continue.
    fn event(&mut self, event: Event<'_>, span: Span) -> bool {
        if event.tag().is_some() {
            self.unsupported(self.tag_before(span), "tags", "!");
        }
        match event {
            Event::Scalar(..) => self.node_end = span.end,
            Event::MappingStart(..) | Event::SequenceStart(..) => self.node_end = span.start,
            _ => {}
        }
        match event {
            Event::DocumentStart(..) if self.root.is_some() => {
                self.diagnostics.report(span, || Diagnostic::new("expected one YAML document, found a second"));
                return false;
            }
            Event::Scalar(text, style, ..) => {
                let is_plain = style == ScalarStyle::Plain;
                let is_null = is_plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let value = if is_null { Value::Null } else { Value::Scalar(text.into_owned()) };
                self.scalar_end = span.end;
                return self.add(Node {
                    span,
                    value,
                    trailing_comment: self.comment_after(span.end).filter(|_| is_plain),
                });
            }
            Event::Anchor(..) => self.unsupported(span, "anchors", "&"),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.unsupported(span, "aliases", "*");
                return self.add(Node::new(span, Value::Error));
            }
            Event::MappingStart(..) | Event::SequenceStart(..) if self.expects_key() => {
                return self.invalid_key(span);
            }
            Event::MappingStart(..) => {
                self.open.push(Open::Mapping { span, entries: Vec::new(), names: HashSet::new(), key: None });
            }
            Event::SequenceStart(style, ..) => {
                let span = if style == StructureStyle::Block { self.with_hyphen(span) } else { span };
                self.open.push(Open::Sequence { span, items: Vec::new() });
            }
            Event::MappingEnd | Event::SequenceEnd => return self.close(),
            _ => {}
        }
        true
    }

    /// Reports a YAML feature that is not supported in a catalog.
    fn unsupported(&mut self, span: Span, feature: &str, sign: &str) {
        self.diagnostics.report(span, || {
            Diagnostic::new(format!("YAML {feature} are not supported"))
                .help(format!("write the value alone; quote a string that begins with `{sign}`"))
        });
    }

    /// Returns the span of a block list with its first hyphen. The parser puts the start of a list that is not indented
    /// after the hyphen.
    fn with_hyphen(&self, list: Span) -> Span {
        let before = self.text[..list.start].trim_end_matches([' ', '\t', '\n', '\r']);
        let has_hyphen = self.text[list.start..].starts_with('-') || !before.ends_with('-');
        if has_hyphen { list } else { Span { start: before.len() - 1, ..list } }
    }

    /// Returns the span of the tag of a value. Before a value, there are only indicators, comments, anchors and tags.
    fn tag_before(&self, value: Span) -> Span {
        let between = Span { start: self.node_end, end: value.start }.slice(self.text);
        let mut line_start = self.node_end;
        for line in between.split_inclusive(['\n', '\r']) {
            let mut start = line_start;
            for word in line.split([' ', '\t', '\n', '\r']).take_while(|word| !word.starts_with('#')) {
                let tag = word.trim_start_matches(['[', ']', '{', '}', ',', ':', '\u{feff}']);
                if tag.starts_with('!') {
                    let start = start + (word.len() - tag.len());
                    return Span { start, end: start + tag.len() };
                }
                start += word.len() + 1;
            }
            line_start += line.len();
        }
        value
    }

    /// Returns the span of a comment that follows `end` on the same line.
    fn comment_after(&self, end: usize) -> Option<Span> {
        let rest = self.text.get(end..)?;
        let comment = rest.trim_start_matches([' ', '\t']);
        let start = end + (rest.len() - comment.len());
        let length = comment.find('\n').unwrap_or(comment.len());
        comment.starts_with('#').then_some(Span { start, end: start + length })
    }

    /// Returns whether the next value is a key.
    fn expects_key(&self) -> bool {
        matches!(self.open.last(), Some(Open::Mapping { key: None, .. }))
    }

    /// Reports a key that is not a string. Parsing cannot continue after it.
    fn invalid_key(&mut self, span: Span) -> bool {
        self.diagnostics.syntax_error(self.text, span, invalid_key());
        false
    }

    /// Adds a finished value to the innermost collection. Returns whether parsing can continue.
    fn add(&mut self, node: Node) -> bool {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence { items, .. }) => items.push(node),
            Some(Open::Mapping { entries, names, key, .. }) => match (key.take(), node) {
                (Some(name), node) => {
                    if names.insert(name.value.clone()) {
                        entries.push((name, node));
                    } else {
                        self.diagnostics.report(name.span, || {
                            let first = entries.iter().find(|(first, _)| first.value == name.value);
                            let offset = first.map_or(self.start, |(first, _)| first.span.start) - self.start;
                            let Position { line, .. } = Position::of(&self.text[self.start..], offset);
                            Diagnostic::new(format!("duplicate key `{}`", name.value))
                                .help("remove one")
                                .note(format!("the first is on line {line}"))
                        });
                    }
                }
                (None, Node { span, value: Value::Scalar(value), .. }) => *key = Some(Spanned { span, value }),
                (None, Node { span, value: Value::Null, .. }) => {
                    let name = span.slice(self.text);
                    *key = Some(Spanned { span, value: name.to_owned() });
                    self.diagnostics.reject_name(span, || match name {
                        "" => invalid_key(),
                        _ => Diagnostic::new(format!("invalid key `{name}`: expected a string"))
                            .help("write another name, or quote it"),
                    });
                }
                (None, Node { span, .. }) => return self.invalid_key(span),
            },
        }
        true
    }

    /// Closes the innermost collection. Returns whether parsing can continue.
    fn close(&mut self) -> bool {
        let (span, value) = match self.open.pop() {
            None => return true,
            Some(Open::Mapping { span, entries, .. }) => (span, Value::Mapping(entries)),
            Some(Open::Sequence { span, items }) => (span, Value::Sequence(items)),
        };
        self.add(Node::new(span, value))
    }

    /// Rejects a string that continues on the line of the syntax error at `offset`, since that line was probably meant
    /// to be another entry.
    fn reject_scalar_before(&mut self, offset: usize) {
        let last = match self.open.last_mut() {
            Some(Open::Mapping { entries, key: None, .. }) => entries.last_mut().map(|(_, node)| node),
            Some(Open::Sequence { items, .. }) => items.last_mut(),
            Some(Open::Mapping { .. }) => None,
            None => self.root.as_mut(),
        };
        if let Some(node) = last {
            let line = line_start(self.text, offset);
            if node.span.start < line && line < self.scalar_end {
                node.value = Value::Error;
            }
        }
    }

    /// Closes the collections that an error left open and returns the root.
    fn finish(mut self) -> Option<Node> {
        while !self.open.is_empty() {
            self.close();
        }
        self.root
    }
}

fn invalid_key() -> Diagnostic {
    Diagnostic::new("invalid key: expected a string").help("write `key: value`")
}

#[cfg(test)]
mod tests {
    use super::{Entry, Node, Value, parse};
    use crate::diagnostics::{Diagnostic, Diagnostics};
    use crate::span::{Position, Span};

    /// Returns the tree in one line, with positions as `@line:column`.
    fn show(node: &Node, text: &str) -> String {
        let at = |span: Span| {
            let Position { line, column } = Position::of(text, span.start);
            format!("@{line}:{column}")
        };
        let value = match &node.value {
            Value::Scalar(text) => format!("{text:?}"),
            Value::Null => "-".to_owned(),
            Value::Error => "!".to_owned(),
            Value::Sequence(items) => {
                let items: Vec<_> = items.iter().map(|item| show(item, text)).collect();
                format!("[{}]", items.join(" "))
            }
            Value::Mapping(entries) => {
                let show = |(key, node): &Entry| format!("{}{}={}", key.value, at(key.span), show(node, text));
                let entries: Vec<_> = entries.iter().map(show).collect();
                format!("{{{}}}", entries.join(" "))
            }
        };
        value + &at(node.span)
    }

    /// Returns the tree and the diagnostics as `line:column: message`.
    fn both(text: &str) -> (String, Vec<String>) {
        let mut diagnostics = Diagnostics::default();
        let tree = parse(text, 0, &mut diagnostics);
        let tree = tree.map(|root| show(&root, text)).unwrap_or_default();
        let line = |diagnostic: Diagnostic| {
            let Position { line, column } = Position::of(text, diagnostic.span.unwrap_or_default().start);
            format!("{line}:{column}: {}", diagnostic.message)
        };
        (tree, diagnostics.finish().into_iter().map(line).collect())
    }

    #[test]
    fn every_node_has_its_position() {
        let (tree, errors) = both("a: 1\nb:\n  c: [x, {y: z}]\n  d:\n");
        assert_eq!(tree, r#"{a@1:1="1"@1:4 b@2:1={c@3:3=["x"@3:7 {y@3:11="z"@3:14}@3:10]@3:6 d@4:3=-@4:4}@3:3}@1:1"#);
        assert_eq!(errors, [""; 0]);
    }

    #[test]
    fn a_list_begins_at_its_first_hyphen() {
        assert_eq!(both("a:\n  - b\n").0, r#"{a@1:1=["b"@2:5]@2:3}@1:1"#);
        assert_eq!(both("a:\n- b\n- c\n").0, r#"{a@1:1=["b"@2:3 "c"@3:3]@2:1}@1:1"#);
        assert_eq!(both("a:\n-   b\n").0, r#"{a@1:1=["b"@2:5]@2:1}@1:1"#);
        assert_eq!(both("a:\n-\n  b\n").0, r#"{a@1:1=["b"@3:3]@2:1}@1:1"#);
        assert_eq!(both("- - a\n").0, r#"[["a"@1:5]@1:3]@1:1"#);
    }

    #[test]
    fn the_part_before_an_error_is_kept() {
        let (tree, errors) = both("a: 1\nb: {c: d\ne: [");
        assert!(tree.starts_with(r#"{a@1:1="1"@1:4"#), "{tree}");
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert!(errors[0].contains(": invalid YAML: "), "{errors:?}");
        for (text, tree) in [
            ("a: b\n}", r#"{a@1:1="b"@1:4}@1:1"#),
            ("[b] c {", r#"["b"@1:2]@1:1"#),
            // A string that continues on the line of the error is rejected.
            ("a: x\n y: z", "{a@1:1=!@1:4}@1:1"),
        ] {
            let both = both(text);
            assert_eq!((&*both.0, both.1.len()), (tree, 1), "{text}");
        }
    }

    #[test]
    fn a_syntax_error_says_how_to_fix_it() {
        const CLOSE: &str =
            "close the string with the quote that it begins with; between single quotes, write `''` for a quote";
        const QUOTE: &str = "quote a string that begins with a special character or contains `: ` or ` #`";
        const COMMA: &str = "write a comma between two entries; quote a string that contains a comma or a bracket";
        const SPACE: &str = "write a space before `#`, or quote the string";
        for (text, help) in [
            ("a: |\n   \n  \n b", "indent the entries of a mapping by the same number of spaces"),
            ("a: \"b", CLOSE),
            ("a: 'b", CLOSE),
            ("a: 'b'c", CLOSE),
            ("a: \"b\"c", "between double quotes, write `\\\"` for a quote and `\\\\` for a backslash"),
            ("a: \"\\q\"", "between double quotes, write `\\\"` for a quote and `\\\\` for a backslash"),
            ("a: *b", QUOTE),
            ("[ a, b ] ]", "remove the bracket, or quote the string that contains it"),
            ("a: [ b\n#  c\n  d ]", COMMA),
            ("{ a: b\n c: d }", COMMA),
            ("- a\n- b\nc: d", "begin each item of the list with `- ` at the same number of spaces"),
            ("- a: b\n - c", "begin each item of the list with `- ` at the same number of spaces"),
            ("a: - b\n   - c", "begin the list on a line of its own"),
            ("a: { b: c }#d", SPACE),
            ("a: \"b\"# c", SPACE),
            ("a: [b, c,#d\n]", SPACE),
            ("a: b\n   c # d\n   e", "quote a string of several lines, or move the comment out of it"),
            (&"[".repeat(33), "a catalog needs no such depth"),
        ] {
            let mut diagnostics = Diagnostics::default();
            parse(text, 0, &mut diagnostics);
            let helps: Vec<_> = diagnostics.finish().into_iter().map(|found| found.help).collect();
            assert_eq!(helps, [[help]], "{text}");
        }
    }

    /// A line without a colon is distinguished from a line that continues a string.
    #[test]
    fn a_line_without_a_colon_is_located() {
        for (text, place) in [
            ("a\nb: c", "1:1: expected `:`"),
            ("a\n\nb: c", "1:1: expected `:`"),
            ("a: 1\nb\nc: d", "2:1: invalid YAML: "),
            ("a:\n  b\n  c: d", "2:3: expected `:`"),
            ("a:\n  b\n  c\n  d: e", "3:3: expected `:`"),
            ("a:\n  b: 1\n  c\n  d: e", "3:3: invalid YAML: "),
            ("a:\n\n# x\n  b\n  c: d", "4:3: expected `:`"),
            ("a: b\n  c\n  d: e", "3:4: invalid YAML: "),
            ("a:\n  b: c\n    d\n    e: f", "4:6: invalid YAML: "),
            ("a: b\n  c: d", "2:4: invalid YAML: "),
            // The second colon of a line is the mistake, regardless of the lines above it.
            ("a:\n  - b\nc: d: e", "3:5: invalid YAML: "),
            ("a:\n  b\nc: d: e", "3:5: invalid YAML: "),
            ("---\na: b: c", "2:5: invalid YAML: "),
            ("a:\tb\n  c: d", "2:4: invalid YAML: "),
        ] {
            let errors = both(text).1;
            assert_eq!(errors.len(), 1, "{text}: {errors:?}");
            assert!(errors[0].starts_with(place), "{text}: {errors:?}");
        }
    }

    #[test]
    fn yaml_that_is_not_plain_data_is_rejected() {
        for (text, error) in [
            ("a: &x 1", "1:4: YAML anchors are not supported"),
            ("a: !!str 1", "1:4: YAML tags are not supported"),
            // An anchor or a tag is marked where it is, not where its value begins.
            ("a: &x\n  b: 1", "1:4: YAML anchors are not supported"),
            ("a:\n  &x\n  b: 1", "2:3: YAML anchors are not supported"),
            ("a: &x # &y\n  - b", "1:4: YAML anchors are not supported"),
            ("a:\n  &x b: 1", "2:3: YAML anchors are not supported"),
            ("--- !!map\na: 1", "1:5: YAML tags are not supported"),
            ("a: !!map # !no\n  b: 2", "1:4: YAML tags are not supported"),
            ("a:\n  # !no\n\n  !x\n  b: 2", "4:3: YAML tags are not supported"),
            ("- a\n- !x\n  - b", "2:3: YAML tags are not supported"),
            ("[[a],!x b]", "1:6: YAML tags are not supported"),
            ("{\"a\":!x b}", "1:6: YAML tags are not supported"),
            ("a: ! |\n  !b", "1:4: YAML tags are not supported"),
            ("a: !!str", "1:4: YAML tags are not supported"),
            ("\u{feff}!x\na: b", "1:1: YAML tags are not supported"),
            ("a: 1\na: 2", "2:1: duplicate key `a`"),
            ("[a]: 1", "1:1: invalid key: expected a string"),
            // The content of such a key is not checked.
            ("? {a: 1,\n   a: 2}\n: 3", "1:3: invalid key: expected a string"),
            ("a: 1\n---\nb: 1", "2:1: expected one YAML document, found a second"),
        ] {
            assert_eq!(both(text).1, [error], "{text}");
        }
    }

    #[test]
    fn tags_of_a_collection_and_of_its_first_key_are_distinguished() {
        const TAG: &str = "YAML tags are not supported";
        let expected = |places: [&str; 2]| places.map(|place| format!("{place}: {TAG}"));
        assert_eq!(both("!!map\n!!map a: b").1, expected(["1:1", "2:1"]));
        assert_eq!(both("a: !x\n  - !x b").1, expected(["1:4", "2:5"]));
        assert_eq!(both("[!x [!x b]]").1, expected(["1:2", "1:6"]));
        let (_, errors) = both("a: &b !c\n  d: e");
        assert_eq!(errors, ["1:4: YAML anchors are not supported", "1:7: YAML tags are not supported"]);
    }

    #[test]
    fn the_whole_anchor_or_tag_is_marked() {
        for (text, expected) in [
            ("a: &b-c d", &["&b-c"][..]),
            ("[!x, !y ,!z]", &["!x", "!y", "!z"]),
            ("{a: !x}", &["!x"]),
            ("a: !<tag:b,2000:c> d", &["!<tag:b,2000:c>"]),
            ("a: !!map\n  &b c: d", &["!!map", "&b"]),
        ] {
            let mut diagnostics = Diagnostics::default();
            parse(text, 0, &mut diagnostics);
            let spans = diagnostics.finish().into_iter().filter_map(|found| found.span);
            assert_eq!(spans.map(|span| span.slice(text)).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    /// A key is a string as it is written, like a value.
    #[test]
    fn parsing_continues_after_a_key_that_is_null() {
        let (tree, errors) = both("null: a\n~: b\ntrue: c\n1: d\n: e\nf: g");
        assert_eq!(
            tree,
            r#"{null@1:1="a"@1:7 ~@2:1="b"@2:4 true@3:1="c"@3:7 1@4:1="d"@4:4 @5:1="e"@5:3 f@6:1="g"@6:4}@1:1"#
        );
        assert_eq!(
            errors,
            [
                "1:1: invalid key `null`: expected a string",
                "2:1: invalid key `~`: expected a string",
                "5:1: invalid key: expected a string",
            ]
        );
    }

    #[test]
    fn a_second_comma_is_marked() {
        for (text, place) in [
            ("a: ['b', , 'c']", "1:10"),
            ("[, b]", "1:2"),
            ("[b,, c]", "1:4"),
            ("[b,\n , c]", "2:2"),
            ("[,]", "1:2"),
            ("{a: 1,, b: 2}", "1:7"),
            ("{, a: 1}", "1:2"),
            ("[a, # b\n  ,]", "2:3"),
        ] {
            assert_eq!(both(text).1, [format!("{place}: expected a value, found `,`")], "{text}");
        }
        assert_eq!(both("a: [b, c,]\nd: {e: f,}").1, [""; 0]);
    }

    #[test]
    fn the_version_of_yaml_and_the_ends_of_the_document_are_accepted() {
        for text in [
            "%YAML 1.2\n---\na: b\n...\n",
            "%YAML 1.1\n---\na: b\n",
            "# c\n\n%YAML  1.2  # d\n# e\n--- # f\na: b\n... # g\n",
            "\u{feff}%YAML 1.2\r\n---\r\na: b\r\n...\r\n",
            "--- {a: b}\n...",
            "---\t# c\na: b",
        ] {
            let (tree, errors) = both(text);
            assert_eq!(errors, [""; 0], "{text}");
            assert!(tree.starts_with("{a@"), "{text}: {tree}");
        }
        // The positions are those of the whole text.
        assert_eq!(both("%YAML 1.2\n---\na: b").0, r#"{a@3:1="b"@3:4}@3:1"#);
    }

    #[test]
    fn other_directives_are_rejected() {
        const UNSUPPORTED: &str = "1:1: unsupported YAML directive";
        for (text, error) in [
            ("%TAG ! tag:example.com,2000:\n---\na: b", UNSUPPORTED),
            ("%YAML 2.0\n---\na: b", UNSUPPORTED),
            ("%YAML 1.3\n---\na: b", UNSUPPORTED),
            ("%YAML\n---\na: b", UNSUPPORTED),
            ("%YAML 1.2 1.1\n---\na: b", UNSUPPORTED),
            ("%YAML 1.2#c\n---\na: b", UNSUPPORTED),
            ("%yaml 1.2\n---\na: b", UNSUPPORTED),
            ("%\n---\na: b", UNSUPPORTED),
            ("%YAML 1.2\n%YAML 1.2\n---\na: b", "2:1: duplicate YAML directive"),
            ("%YAML 1.2\na: b", "2:1: expected `---` after the directive"),
            ("%YAML 1.2\n...\n--- {a: b}", "2:1: expected `---` after the directive"),
        ] {
            let (tree, errors) = both(text);
            assert_eq!(errors, [error], "{text}");
            assert!(tree.starts_with("{a@"), "{text}: {tree}");
        }
    }

    /// The expected strings follow from the specification of YAML 1.2.
    #[test]
    fn a_string_has_many_forms() {
        for (value, expected) in [
            // Without quotes: lines are folded, and an empty line is a line break.
            (" a b", "a b"),
            ("\ta b \t", "a b"),
            ("\n      a\n      b", "a b"),
            (" a\n      b\n\n\n      c", "a b\n\nc"),
            (" a\n          b\n      c", "a b c"),
            (" a:b#c", "a:b#c"),
            (" -a ?b :c", "-a ?b :c"),
            (" a, [b] {c}", "a, [b] {c}"),
            (" a ! & * % @ ` b", "a ! & * % @ ` b"),
            (" --- a", "--- a"),
            (" a\n ... b", "a ... b"),
            (" é ü 利", "é ü 利"),
            // Words with another meaning elsewhere.
            (" yes", "yes"),
            (" 010", "010"),
            (" 3.10", "3.10"),
            (" 0x1F", "0x1F"),
            (" .inf", ".inf"),
            (" 2024-01-02", "2024-01-02"),
            (" 12:30:45", "12:30:45"),
            (" 'null'", "null"),
            (" '~'", "~"),
            (" <<", "<<"),
            // In single quotes, only the quote is special.
            (" 'it''s \\n #a: b'", "it's \\n #a: b"),
            (" 'a\n      b\n\n      c'", "a b\nc"),
            (" '  a  '", "  a  "),
            // In double quotes, a backslash begins an escape sequence or continues the line.
            (r#" "\ta\\b\"c\/""#, "\ta\\b\"c/"),
            (r#" "\x41\u00e9\U0001F600""#, "Aé\u{1f600}"),
            (r#" "\ud83d\ude00""#, "\u{1f600}"),
            (r#" "\N\_\L\P""#, "\u{85}\u{a0}\u{2028}\u{2029}"),
            (" \"a\\\n      b\"", "ab"),
            (" \"a\n      \\  b\"", "a   b"),
            (" \"a\n\n      b\"", "a\nb"),
            // A literal block keeps its lines.
            (" |\n      a\n       b\n      c", "a\n b\nc\n"),
            (" |-\n      a\n      # b", "a\n# b"),
            (" |+\n      a\n\n", "a\n\n\n"),
            (" |2-\n    a", "  a"),
            (" |-2\n    a", "  a"),
            (" | # c\n      a", "a\n"),
            (" |-\n\n      a", "\na"),
            // A folded block folds them, except the indented ones.
            (" >-\n      a\n      b\n\n      c", "a b\nc"),
            (" >-\n      a\n        b\n      c", "a\n  b\nc"),
            (" >\n      a\n      b", "a b\n"),
            (" >+\n      a\n\n", "a\n\n\n"),
        ] {
            let (tree, errors) = both(&format!("a:{value}\n"));
            assert_eq!(errors, [""; 0], "{value}");
            let (_, tree) = tree.split_once('=').expect("an entry");
            let (tree, _) = tree.rsplit_once("@1:1").expect("the mapping");
            let (found, _) = tree.rsplit_once('@').expect("the string");
            assert_eq!(found, format!("{expected:?}"), "{value}");
        }
    }

    #[test]
    fn deep_nesting_is_an_error() {
        for open in ["[", "{a: ", "- ", "? "] {
            let text = open.repeat(100_000);
            assert_eq!(both(&text).1.len(), 1, "{open}");
        }
    }
}
