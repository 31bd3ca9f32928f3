//! From YAML text to a small tree in which every key and value knows its line and column.
//!
//! A catalogue is data, so anchors, aliases and tags of YAML are refused: what stands in the file is
//! what is meant. After a syntax error the tree holds what came before it.

use std::collections::HashSet;

use granit_parser::{ErrorKind, Event, Marker, Options, Parser, ScalarStyle, Span};

use crate::ast::{Position, Text};
use crate::diagnostics::Problems;

/// Collections inside each other; a catalogue needs four.
const MOST_NESTING: usize = 32;

/// A value and where it begins.
#[derive(Debug)]
pub struct Node {
    pub at: Position,
    pub value: Value,
    /// Where a comment follows a text without quotes, which may have been meant as a part of it.
    pub comment: Option<Position>,
}

impl Node {
    fn new(at: Position, value: Value) -> Self {
        Self {
            at,
            value,
            comment: None,
        }
    }
}

#[derive(Debug)]
pub enum Value {
    Text(String),
    /// Nothing behind the colon, `~` or `null`.
    Nothing,
    Map(Vec<(Text, Node)>),
    List(Vec<Node>),
    /// Something that was reported already.
    Refused,
}

/// A map or list whose end has not come yet.
enum Open {
    Map {
        at: Position,
        entries: Vec<(Text, Node)>,
        names: HashSet<String>,
        key: Option<Text>,
    },
    List {
        at: Position,
        items: Vec<Node>,
    },
}

/// Reads `text`, one YAML document. `None` if it holds no value at all.
pub fn parse(text: &str, problems: &mut Problems) -> Option<Node> {
    let mut options = Options::default();
    options.disallow_directives = true;
    options.flow_nesting_limit = MOST_NESTING;
    options.block_nesting_limit = MOST_NESTING;

    let mut tree = Tree {
        text,
        text_ended: 0,
        open: Vec::new(),
        root: None,
        problems,
    };
    for next in Parser::new_from_str_with_options(text, options) {
        let go_on = match next {
            Ok((event, span)) => tree.take(event, span),
            Err(error) => {
                let at = position(*error.marker());
                tree.refuse_text_until(at.line);
                tree.cut_short(at, error.kind());
                false
            }
        };
        if !go_on {
            break;
        }
    }
    tree.finish()
}

struct Tree<'p> {
    /// The whole document.
    text: &'p str,
    /// The line on which the last text ended.
    text_ended: usize,
    open: Vec<Open>,
    root: Option<Node>,
    problems: &'p mut Problems,
}

impl Tree<'_> {
    /// Takes the next event; `false` where reading cannot go on.
    fn take(&mut self, event: Event<'_>, span: Span) -> bool {
        let at = position(span.start);
        if event.anchor_id().is_some_and(|id| id != 0) {
            self.problem(
                self.before(span.start, "&"),
                "YAML anchors (`&name`) have no meaning here; write the value, or a text that begins with `&` in quotes",
            );
        }
        if let Some(tag) = event.tag() {
            let tag = tag.original();
            let text = format!(
                "YAML tags (`{tag}`) have no meaning here; remove it, or write a text that begins with `!` in quotes"
            );
            self.problem(self.before(span.start, &tag), text);
        }
        match event {
            Event::DocumentStart(..) if self.root.is_some() => {
                self.problem(at, "a second YAML document; a catalogue is one document");
                return false;
            }
            Event::Scalar(text, style, ..) => {
                let nothing = style == ScalarStyle::Plain
                    && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let value = if nothing {
                    Value::Nothing
                } else {
                    Value::Text(text.into_owned())
                };
                let plain = style == ScalarStyle::Plain;
                self.text_ended = span.end.line();
                return self.add(Node {
                    at,
                    value,
                    comment: self.comment_behind(span.end).filter(|_| plain),
                });
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.problem(
                    at,
                    "YAML aliases (`*name`) have no meaning here; write the value, or a text that begins with `*` in quotes",
                );
                return self.add(Node::new(at, Value::Refused));
            }
            Event::MappingStart(..) | Event::SequenceStart(..) if self.awaits_key() => {
                return self.no_key(at);
            }
            Event::MappingStart(..) => self.open.push(Open::Map {
                at,
                entries: Vec::new(),
                names: HashSet::new(),
                key: None,
            }),
            Event::SequenceStart(..) => self.open.push(Open::List {
                at,
                items: Vec::new(),
            }),
            Event::MappingEnd | Event::SequenceEnd => return self.close(),
            _ => {}
        }
        true
    }

    /// Reports a syntax error.
    fn cut_short(&mut self, at: Position, error: &ErrorKind) {
        let (at, text) = match error {
            ErrorKind::MappingValueNotAllowed => match self.line_without_colon(at) {
                Some(at) => (
                    at,
                    "a line without a colon and a blank; write `key: value`".to_owned(),
                ),
                None => (at, explained(error)),
            },
            ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar => (
                self.indentation_tab(at.line).unwrap_or(at),
                explained(error),
            ),
            // Elsewhere a text without quotes ended.
            ErrorKind::ExpectedBlockMappingKey if self.begins_line(at) => {
                (at, format!("not YAML: {error}; {INDENT}"))
            }
            _ => (at, explained(error)),
        };
        self.problems.cut_short(at, || text);
    }

    /// A line of the document, counted from 1.
    fn line(&self, number: usize) -> Option<&str> {
        self.text.lines().nth(number.checked_sub(1)?)
    }

    /// Where the line before that of a refused colon begins, if it was meant to be an entry: it has no colon, and the
    /// text that it would go on stands no further out.
    fn line_without_colon(&self, at: Position) -> Option<Position> {
        let has_colon = |text: &str| {
            [": ", ":\t"].iter().any(|colon| text.contains(colon)) || text.trim_end().ends_with(':')
        };
        let line = self.line(at.line)?;
        let refused = line.char_indices().nth(at.column.checked_sub(1)?)?.0;
        // Then it is the second of its own line.
        if has_colon(&line[..refused]) {
            return None;
        }
        let indent = |text: &str| text.len() - text.trim_start_matches(' ').len();
        let is_said = |text: &&str| !text.trim().is_empty() && !text.trim_start().starts_with('#');
        let lines = (1..at.line).zip(self.text.lines());
        let mut before = lines.collect::<Vec<_>>().into_iter().rev();
        let (line, text) = before.find(|(_, text)| is_said(text))?;
        let mut outer = before.filter(|(_, outer)| is_said(outer) && indent(outer) < indent(text));
        let goes_on = outer
            .next()
            .is_some_and(|(_, outer)| !outer.trim_end().ends_with(':'));
        (!has_colon(text) && !goes_on).then(|| Position {
            line,
            column: indent(text) + 1,
        })
    }

    fn begins_line(&self, at: Position) -> bool {
        let before = self.line(at.line).unwrap_or_default().chars();
        let mut before = before.take(at.column.saturating_sub(1));
        before.all(|char| char == ' ')
    }

    /// The first tab that indents a line, in this one or the next.
    fn indentation_tab(&self, line: usize) -> Option<Position> {
        [line, line + 1].into_iter().find_map(|line| {
            let text = self.line(line)?;
            let blanks = text.trim_start_matches(' ');
            blanks.starts_with('\t').then(|| Position {
                line,
                column: text.len() - blanks.len() + 1,
            })
        })
    }

    /// Where `sign` stands before a value, not far off and on the same line.
    fn before(&self, value: Marker, sign: &str) -> Position {
        const FAR: usize = 200;
        let at = position(value);
        let end = value.byte_offset().unwrap_or(0);
        let near = self.text.get(end.saturating_sub(FAR)..end);
        let line = near.and_then(|near| near.rsplit('\n').next());
        let between = line.and_then(|line| line.get(line.rfind(sign)?..));
        Position {
            column: at
                .column
                .saturating_sub(between.map_or(0, |between| between.chars().count())),
            ..at
        }
    }

    fn problem(&mut self, at: Position, text: impl Into<String>) {
        self.problems.report(at, || text.into());
    }

    /// Where a comment begins on the line on which something ended at `end`.
    fn comment_behind(&self, end: Marker) -> Option<Position> {
        let rest = self.text.get(end.byte_offset()?..)?;
        let comment = rest.trim_start_matches([' ', '\t']);
        let blanks = rest.len() - comment.len();
        let Position { line, column } = position(end);
        comment.starts_with('#').then_some(Position {
            line,
            column: column + blanks,
        })
    }

    /// Whether the next value will be a key.
    fn awaits_key(&self) -> bool {
        matches!(self.open.last(), Some(Open::Map { key: None, .. }))
    }

    fn no_key(&mut self, at: Position) -> bool {
        let text = || "a key must be a text; write `key: value`".to_owned();
        self.problems.cut_short(at, text);
        false
    }

    /// Puts a finished value where it belongs; `false` where it belongs nowhere.
    fn add(&mut self, node: Node) -> bool {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map {
                entries,
                names,
                key,
                ..
            }) => match (key.take(), node) {
                (Some(name), node) => {
                    if names.insert(name.text.clone()) {
                        entries.push((name, node));
                    } else {
                        self.problems.report(name.at, || {
                            format!("`{}` is here twice; remove one", name.text)
                        });
                    }
                }
                (None, Node { at, value, .. }) => {
                    let Value::Text(text) = value else {
                        return self.no_key(at);
                    };
                    *key = Some(Text { at, text });
                }
            },
        }
        true
    }

    /// Closes the innermost map or list.
    fn close(&mut self) -> bool {
        let (at, value) = match self.open.pop() {
            None => return true,
            Some(Open::Map { at, entries, .. }) => (at, Value::Map(entries)),
            Some(Open::List { at, items }) => (at, Value::List(items)),
        };
        self.add(Node::new(at, value))
    }

    /// Takes back a text that went on to the line of a syntax error: the line was meant to be another entry.
    fn refuse_text_until(&mut self, line: usize) {
        let last = match self.open.last_mut() {
            Some(Open::Map {
                entries, key: None, ..
            }) => entries.last_mut().map(|(_, node)| node),
            Some(Open::List { items, .. }) => items.last_mut(),
            Some(Open::Map { .. }) => None,
            None => self.root.as_mut(),
        };
        if let Some(node) = last {
            if self.text_ended == line && node.at.line < line {
                node.value = Value::Refused;
            }
        }
    }

    /// Closes what an error left open.
    fn finish(mut self) -> Option<Node> {
        while !self.open.is_empty() {
            self.close();
        }
        self.root
    }
}

fn explained(error: &ErrorKind) -> String {
    format!("not YAML: {error}; {}", advice(error))
}

const INDENT: &str = "indent what belongs together alike";

/// What to do about a syntax error.
fn advice(error: &ErrorKind) -> &'static str {
    match error {
        ErrorKind::DirectiveDisallowed => "remove it",
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => "write blanks",
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidFlowScalarIndent => INDENT,
        ErrorKind::UnclosedQuotedScalar => "close it; `''` is a quote between single quotes",
        ErrorKind::InvalidTrailingSingleQuotedScalar => "`''` is a quote between single quotes",
        ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape => {
            "between double quotes `\\\"` is a quote and `\\\\` a backslash"
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MismatchedFlowCollectionEnd { .. } => {
            "close it, or put a text that begins with it in quotes"
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            "write `key: value` with a blank after the colon"
        }
        ErrorKind::MappingValueNotAllowed => {
            "write `key: value` with a blank, entries one below the other, and a text that holds `: ` in quotes"
        }
        ErrorKind::UnknownAnchor => "write the value, or a text that begins with `*` in quotes",
        ErrorKind::RecursionLimitExceeded => "a catalogue needs no such depth",
        _ => "a text that begins with a sign, or holds `: ` or ` #`, needs quotes",
    }
}

/// Lines count from 1 in both; columns from 0 in the parser, from 1 in an editor.
fn position(marker: Marker) -> Position {
    Position {
        line: marker.line(),
        column: marker.col() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{Node, Value, parse};
    use crate::diagnostics::Problems;

    /// The tree in one line, positions as `@line:column`.
    fn show(node: &Node) -> String {
        let value = match &node.value {
            Value::Text(text) => format!("{text:?}"),
            Value::Nothing => "-".to_owned(),
            Value::Refused => "!".to_owned(),
            Value::List(items) => {
                let items: Vec<_> = items.iter().map(show).collect();
                format!("[{}]", items.join(" "))
            }
            Value::Map(entries) => {
                let show = |(key, node): &(crate::ast::Text, Node)| {
                    format!(
                        "{}@{}:{}={}",
                        key.text,
                        key.at.line,
                        key.at.column,
                        show(node)
                    )
                };
                let entries: Vec<_> = entries.iter().map(show).collect();
                format!("{{{}}}", entries.join(" "))
            }
        };
        format!("{value}@{}:{}", node.at.line, node.at.column)
    }

    fn both(text: &str) -> (String, Vec<String>) {
        let mut problems = Problems::default();
        let tree = parse(text, &mut problems)
            .as_ref()
            .map(show)
            .unwrap_or_default();
        (tree, problems.in_file("f"))
    }

    #[test]
    fn every_node_has_its_place() {
        let (tree, problems) = both("a: 1\nb:\n  c: [x, {y: z}]\n  d:\n");
        assert_eq!(
            tree,
            r#"{a@1:1="1"@1:4 b@2:1={c@3:3=["x"@3:7 {y@3:11="z"@3:14}@3:10]@3:6 d@4:3=-@4:4}@3:3}@1:1"#
        );
        assert_eq!(problems, [""; 0]);
    }

    #[test]
    fn what_comes_before_an_error_is_kept() {
        let (tree, problems) = both("a: 1\nb: {c: d\ne: [");
        assert!(tree.starts_with(r#"{a@1:1="1"@1:4"#), "{tree}");
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].contains(": not YAML: "), "{problems:?}");
        for (text, tree) in [
            ("a: b\n}", r#"{a@1:1="b"@1:4}@1:1"#),
            ("[b] c {", r#"["b"@1:2]@1:1"#),
            // A text that went on to the line of the error was meant otherwise.
            ("a: x\n y: z", "{a@1:1=!@1:4}@1:1"),
        ] {
            let both = both(text);
            assert_eq!((&*both.0, both.1.len()), (tree, 1), "{text}");
        }
    }

    #[test]
    fn an_error_says_what_to_write() {
        for (text, advice) in [
            ("a: |\n   \n  \n b", "indent what belongs together alike"),
            ("a: \"b", "close it; `''` is a quote between single quotes"),
            ("a: 'b", "close it; `''` is a quote between single quotes"),
            ("a: 'b'c", "`''` is a quote between single quotes"),
            (
                "a: \"b\"c",
                "between double quotes `\\\"` is a quote and `\\\\` a backslash",
            ),
            (
                "a: \"\\q\"",
                "between double quotes `\\\"` is a quote and `\\\\` a backslash",
            ),
            (
                "a: *b",
                "write the value, or a text that begins with `*` in quotes",
            ),
            (&"[".repeat(33), "a catalogue needs no such depth"),
        ] {
            let problems = both(text).1;
            assert_eq!(problems.len(), 1, "{text}: {problems:?}");
            assert!(
                problems[0].ends_with(&format!("; {advice}")),
                "{problems:?}"
            );
        }
    }

    /// A line without a colon is told from one that a text goes on with.
    #[test]
    fn a_line_without_a_colon_has_its_place() {
        for (text, place) in [
            ("a\nb: c", "f:1:1: a line without"),
            ("a\n\nb: c", "f:1:1: a line without"),
            ("a: 1\nb\nc: d", "f:2:1: not YAML: "),
            ("a:\n  b\n  c: d", "f:2:3: a line without"),
            ("a:\n  b\n  c\n  d: e", "f:3:3: a line without"),
            ("a:\n  b: 1\n  c\n  d: e", "f:3:3: not YAML: "),
            ("a:\n\n# x\n  b\n  c: d", "f:4:3: a line without"),
            ("a: b\n  c\n  d: e", "f:3:4: not YAML: "),
            ("a:\n  b: c\n    d\n    e: f", "f:4:6: not YAML: "),
            ("a: b\n  c: d", "f:2:4: not YAML: "),
            // The second colon of a line is the mistake, whatever stands above.
            ("a:\n  - b\nc: d: e", "f:3:5: not YAML: "),
            ("a:\n  b\nc: d: e", "f:3:5: not YAML: "),
            ("---\na: b: c", "f:2:5: not YAML: "),
            ("a:\tb\n  c: d", "f:2:4: not YAML: "),
        ] {
            let problems = both(text).1;
            assert_eq!(problems.len(), 1, "{text}: {problems:?}");
            assert!(problems[0].starts_with(place), "{text}: {problems:?}");
        }
    }

    #[test]
    fn yaml_that_is_no_plain_data_is_refused() {
        for (text, problem) in [
            (
                "a: &x 1",
                "f:1:4: YAML anchors (`&name`) have no meaning here; write the value, or a text that begins with `&` in quotes",
            ),
            (
                "a: !!str 1",
                "f:1:4: YAML tags (`!!str`) have no meaning here; remove it, or write a text that begins with `!` in quotes",
            ),
            ("a: 1\na: 2", "f:2:1: `a` is here twice; remove one"),
            ("[a]: 1", "f:1:1: a key must be a text; write `key: value`"),
            // What such a key holds is not looked at.
            (
                "? {a: 1,\n   a: 2}\n: 3",
                "f:1:3: a key must be a text; write `key: value`",
            ),
            (
                "a: 1\n---\nb: 1",
                "f:2:1: a second YAML document; a catalogue is one document",
            ),
        ] {
            assert_eq!(both(text).1, [problem], "{text}");
        }
    }

    #[test]
    fn hostile_nesting_is_an_error() {
        for open in ["[", "{a: ", "- ", "? "] {
            let text = open.repeat(100_000);
            assert_eq!(both(&text).1.len(), 1, "{open}");
        }
    }
}
