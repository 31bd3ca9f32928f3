//! Rules for messages without a tag in the text of a line, which a parser recognizes by the text.

use std::collections::{HashMap, HashSet};

use super::alternative_rules::strict_placeholders;
use super::validator::Validator;
use crate::ast::{Catalog, Message};
use crate::declarations::Declarations;
use crate::diagnostics::Diagnostic;
use crate::field_type::FieldType;
use crate::format_spec::FormatSpec;
use crate::schema::MAX_TAILS;
use crate::tail_wordings::tail_wordings;
use crate::template::{Piece, Template};
use crate::unit::Unit;

/// The maximum number of tokens that are compared, so that the rule takes no time that an author would notice.
const MAX_STEPS: usize = 4_000_000;

/// A byte of literal text, [`ANY`], or the number of a typed placeholder.
type Token = u32;

/// A placeholder whose value can be any string.
const ANY: Token = 256;

/// What placeholders of equal texts have in common.
#[derive(PartialEq, Eq, Hash)]
struct Kind<'c> {
    field_type: FieldType,
    format: FormatSpec,
    unit: Option<Unit>,
    enumeration: Option<&'c str>,
    absent: Option<&'c str>,
    brackets: bool,
}

/// A wording of a message without a tag: its template, with or without tails.
struct Untagged<'c> {
    message: &'c Message,
    has_tail: bool,
    tokens: Vec<Token>,
    /// Whether a placeholder occurs twice, so that its values must be equal.
    repeats: bool,
}

/// Reports a message without a tag if it can have every text of another one, or every text with a tail, since such a text
/// would be neither. Alternatives are not compared.
pub(super) fn no_twins(catalog: &Catalog, validator: &mut Validator<'_>) {
    let declarations = Declarations::new(&catalog.placeholders);
    let mut kinds = HashMap::new();
    let mut messages: Vec<Untagged<'_>> = Vec::new();
    for message in catalog.messages.iter().filter(|message| !message.is_tagged && message.has_template()) {
        let template = message.template.as_ref().map_or(&[][..], Template::pieces);
        let tails: Vec<&[Piece]> = message.tails.iter().take(MAX_TAILS).map(Template::pieces).collect();
        messages.extend(untagged(message, template, false, &declarations, &mut kinds));
        for wording in tail_wordings(template, &tails) {
            messages.extend(untagged(message, &wording, true, &declarations, &mut kinds));
        }
    }
    let mut sorted: Vec<usize> = (0..messages.len()).collect();
    sorted.sort_by(|&a, &b| messages[a].tokens.cmp(&messages[b].tokens));
    let mut steps = MAX_STEPS;
    let mut reported = HashSet::new();
    for (index, pattern) in messages.iter().enumerate() {
        if steps == 0 {
            return;
        }
        let start = pattern.tokens.split(|&token| token == ANY).next().unwrap_or_default();
        let first = sorted.partition_point(|&other| &*messages[other].tokens < start);
        let similar = sorted[first..].iter().take_while(|&&other| messages[other].tokens.starts_with(start));
        let twin = similar.copied().filter(|&other| {
            let is_other = !std::ptr::eq(pattern.message, messages[other].message);
            let is_twin = is_other && covers(pattern, &messages[other], &mut steps);
            // Of two messages with the same texts, the second is reported.
            is_twin && !(index < other && covers(&messages[other], pattern, &mut steps))
        });
        if let Some(twin) = twin.min() {
            if reported.insert(&pattern.message.tag.value) {
                report(pattern.message, &messages[twin], &declarations, validator);
            }
        }
    }
}

fn report(message: &Message, twin: &Untagged<'_>, declarations: &Declarations<'_>, validator: &mut Validator<'_>) {
    let span = message.template.as_ref().map_or(message.tag.span, |template| template.text.span);
    let (tag, other) = (&message.tag.value, &twin.message.tag.value);
    let with_tail = if twin.has_tail { " with a tail" } else { "" };
    validator.report(span, || {
        let diagnostic = Diagnostic::new(format!("every text of `{other}`{with_tail} is also a text of `{tag}`"))
            .help("change a template, or remove `tagged: false` from one of the messages");
        let diagnostic = if is_shorter_form(message, twin.message, declarations) {
            diagnostic.help(format!(
                "if both are forms of one message, remove `{tag}`, and add its template to the `alternatives` of `{other}`"
            ))
        } else {
            diagnostic
        };
        diagnostic.note("a parser recognizes a message without a tag by its text")
    });
}

/// Returns whether a message has only placeholders of `long`, which has more of them, and can be one of its alternatives.
fn is_shorter_form(message: &Message, long: &Message, declarations: &Declarations<'_>) -> bool {
    let of_long: HashSet<&str> = long.template.iter().flat_map(Template::placeholders).collect();
    let own: HashSet<&str> = message.placeholders().collect();
    let is_plain = |message: &Message| message.tails.is_empty() && message.overrides.is_empty();
    is_plain(message)
        && is_plain(long)
        && own.len() < of_long.len()
        && own.is_subset(&of_long)
        && strict_placeholders(long, declarations).iter().all(|name| own.contains(name))
}

/// Returns the tokens of a wording of a message, or `None` if a placeholder has a mistake.
fn untagged<'c>(
    message: &'c Message,
    pieces: &[Piece],
    has_tail: bool,
    declarations: &Declarations<'c>,
    kinds: &mut HashMap<Kind<'c>, Token>,
) -> Option<Untagged<'c>> {
    let mut tokens = Vec::new();
    let mut names = HashSet::new();
    let mut repeats = false;
    for piece in pieces {
        match piece {
            Piece::Literal(text) => tokens.extend(text.bytes().map(Token::from)),
            Piece::Placeholder(name, format) => {
                let declared = declarations.of(message, name)?;
                repeats |= !names.insert(name);
                if declared.field_type == FieldType::Text
                    || declared.enumeration.is_some() && !declared.is_closed_enum()
                {
                    tokens.push(ANY);
                    continue;
                }
                let kind = Kind {
                    field_type: declared.field_type,
                    format: *format,
                    unit: declared.unit,
                    enumeration: declared.enumeration.map(|enumeration| &*enumeration.owner.name.value),
                    absent: declared.absent.map(|absent| &*absent.value),
                    brackets: declared.placeholder.brackets,
                };
                let next = ANY + 1 + Token::try_from(kinds.len()).ok()?;
                tokens.push(*kinds.entry(kind).or_insert(next));
            }
        }
    }
    Some(Untagged { message, has_tail, tokens, repeats })
}

/// Returns whether every text of `other` is a text of `pattern`. Returns `false` if that takes too many `steps`.
fn covers(pattern: &Untagged<'_>, other: &Untagged<'_>, steps: &mut usize) -> bool {
    let (pattern, text) = match pattern {
        Untagged { repeats: true, .. } => return false,
        Untagged { tokens, .. } => (&**tokens, &*other.tokens),
    };
    let (mut at, mut in_text) = (0, 0);
    // The place after the last ANY, and the end of its value.
    let mut retry = None;
    while in_text < text.len() {
        let Some(left) = steps.checked_sub(1) else {
            return false;
        };
        *steps = left;
        match pattern.get(at) {
            Some(&ANY) => {
                at += 1;
                retry = Some((at, in_text));
            }
            Some(token) if *token == text[in_text] => {
                at += 1;
                in_text += 1;
            }
            _ => {
                let Some((after, end)) = retry else {
                    return false;
                };
                (at, in_text) = (after, end + 1);
                retry = Some((after, in_text));
            }
        }
    }
    pattern[at..].iter().all(|&token| token == ANY)
}

#[cfg(test)]
mod tests {
    /// Returns for each message the one of which it has every text.
    fn twins(templates: &[&str]) -> Vec<String> {
        let mut text = String::from(
            "prefix: A\nprocess: a\ndefaults: { type: event, severity: info, facility: LOG_USER, tagged: false }\n\
             placeholders:\n",
        );
        for (name, kind) in [
            ("s", "text"),
            ("t", "text, absent: none"),
            ("m", "u8"),
            ("n", "u8"),
            ("w", "u16"),
            ("o", "u8, absent: none"),
            ("ip", "ip"),
            ("k", "socket"),
            ("l", "socket, brackets: false"),
            ("d", "duration, unit: s"),
            ("dm", "duration, unit: ms"),
            ("e", "enum, values: [on, off]"),
            ("f", "enum, values: e"),
            ("g", "enum, values: [on, off]"),
            ("x", "enum, values: [on], open: true"),
        ] {
            text += &["  ", name, ": { description: D., type: ", kind, " }\n"].concat();
        }
        text += "messages:\n";
        for (number, template) in templates.iter().enumerate() {
            let number = number.to_string();
            text += &["  A_T", &number, ": { description: D., template: '", template, "' }\n"].concat();
        }
        // The last message has a tag and uses all placeholders.
        text += "  A_Z: { description: D., tagged: true, template: '";
        text += "{s} {t} {m} {n} {w} {o} {ip} {k} {l} {d} {dm} {e} {f} {g} {x}' }\n";
        let (_, diagnostics) = crate::parse(&text);
        diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect()
    }

    /// Returns whether the second of two messages is reported. If it is not, the first may be.
    fn covers(pattern: &str, other: &str) -> bool {
        let twins = twins(&[other, pattern]);
        let reports =
            ["every text of `A_T0` is also a text of `A_T1`", "every text of `A_T1` is also a text of `A_T0`"];
        assert!(twins.len() <= 1 && twins.iter().all(|twin| reports.contains(&&**twin)), "{twins:#?}");
        twins == reports[..1]
    }

    #[test]
    fn a_text_placeholder_takes_any_text() {
        for (pattern, other) in [
            ("up", "up"),
            ("{s}", "up"),
            ("{s}", "{n} up {ip}"),
            ("{s}: {t}", "a: b: {n}"),
            ("lost: {s}", "lost: {n} packets"),
            ("lost {s}", "lost {t}"),
            ("lost {s}", "lost "),
            ("a{s}b{t}c", "abc"),
            ("a{s}b{t}c", "a{n}b b{ip}bc"),
            ("{s}aab", "aaaab"),
            ("{x} up", "{e} up"),
        ] {
            assert!(covers(pattern, other), "{pattern} {other}");
        }
        for (pattern, other) in [
            ("up", "Up"),
            ("up", "up "),
            ("lost: {s}", "lost {s}"),
            ("a{s}b", "a{s}bc"),
            ("a{s}b{t}c", "acb"),
            ("a{s}b{t}c", "a{s}c"),
            // A repeated placeholder has one value.
            ("{s} and {s}", "a and b"),
            ("{n}", "{s}"),
            ("{e}", "{x}"),
        ] {
            assert!(!covers(pattern, other), "{pattern} {other}");
        }
    }

    #[test]
    fn other_placeholders_take_their_type() {
        for (pattern, other) in
            [("{n} up", "{m} up"), ("{n:x}", "{m:x}"), ("{e}", "{f}"), ("{s} {n:02}", "{ip} {m:02}"), ("{d}", "{d}")]
        {
            assert!(covers(pattern, other), "{pattern} {other}");
        }
        for (pattern, other) in [
            ("{n}", "{w}"),
            ("{n}", "{m:x}"),
            ("{n}", "{o}"),
            ("{n}", "5"),
            ("{k}", "{l}"),
            ("{d}", "{dm}"),
            ("{e}", "{g}"),
            ("{n} {n}", "{n} {m}"),
        ] {
            assert!(!covers(pattern, other), "{pattern} {other}");
        }
    }

    /// Each message that has every text of another one is reported once, at the later one of two equal messages.
    #[test]
    fn each_covering_message_is_reported_once() {
        assert_eq!(
            twins(&["{s}", "a {n}", "a {s}", "b", "a {m}", "c"]),
            [
                "every text of `A_T1` is also a text of `A_T0`",
                "every text of `A_T1` is also a text of `A_T2`",
                "every text of `A_T1` is also a text of `A_T4`",
            ]
        );
        assert_eq!(twins(&["a", "b", "{n}", "c {s}"]), [""; 0]);
    }
}
