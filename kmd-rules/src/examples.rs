//! Texts of the messages with their values, for the tests of an engine.

use kmd_catalog::model::{Field, Model};
use kmd_catalog::{FieldType, FormatSpec, Radix};
use serde_json::{Number, Value};

use crate::fidelity::Limit;
use crate::overlap::lowered;
use crate::pattern;
use crate::rule::{Expression, Part, Rule};

/// A text of a message, and the values in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The tag of the message.
    pub tag: String,
    /// The text: the tag, a colon, a space and the text of the message, or only the text.
    pub text: String,
    /// The values by the names of the placeholders, without those that are absent.
    pub values: Vec<(String, Value)>,
    /// The rest of the text after the message.
    pub rest: String,
}

/// Returns texts of each message with their values.
///
/// The texts have addresses of both kinds, small and great numbers, each alternative, tails, and a rest. In the following
/// example, the catalog has the message `{user} logged in`:
///
/// ```
/// # let text = "
/// # prefix: APP
/// # process: appd
/// # placeholders: { user: { type: text, description: The user. } }
/// # defaults: { type: event, severity: info, facility: LOG_AUTH }
/// # messages: { APP_LOGIN: { template: '{user} logged in', description: A user logged in. } }
/// # ";
/// # let (model, _) = kmd_catalog::parse(text);
/// # let model = model.ok_or("no model")?;
/// let examples = kmd_rules::examples(&model);
/// assert_eq!(examples[0].text, "APP_LOGIN: hq logged in");
/// assert_eq!(examples[0].values, [("user".to_owned(), "hq".into())]);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn examples(model: &Model) -> Vec<Example> {
    lowered(model).iter().flat_map(|rule| rule.examples(model)).collect()
}

impl Rule<'_> {
    /// Returns texts of the message.
    pub(crate) fn examples(&self, model: &Model) -> Vec<Example> {
        self.examples_by_expression(model).into_iter().map(|(_, example)| example).collect()
    }

    /// Returns texts of the message, each with the expression that reads it.
    pub(crate) fn examples_by_expression(&self, model: &Model) -> Vec<(&Expression, Example)> {
        let mut examples: Vec<(&Expression, Example)> = Vec::new();
        // A wording that ends with any text would take the rest, and with a rest, the text could be one of another message.
        let mut whole = self.expressions.iter().filter(|expression| expression.rest.is_none());
        let takes_rest =
            self.overlaps.is_continued_by_others || whole.any(|expression| self.ends_with_text(expression, model));
        for expression in &self.expressions {
            let rests: &[&str] = if expression.rest.is_some() && !takes_rest { &["", " and more"] } else { &[""] };
            for (choice, rest) in [0, 1].into_iter().flat_map(|choice| rests.iter().map(move |rest| (choice, *rest))) {
                let example = self.example(expression, choice, rest, model);
                if examples.iter().all(|(_, other)| other.text != example.text) {
                    examples.push((expression, example));
                }
            }
        }
        examples
    }

    /// Returns the texts for which an engine with some limits gives the values of the parser.
    pub(crate) fn examples_within(&self, limits: &[Limit], model: &Model) -> Vec<Example> {
        let is_compared = !limits.iter().any(|limit| matches!(limit, Limit::Repeated(_) | Limit::Ambiguous(_)));
        // Addresses of hardware in capital letters have no letters then, and sockets no brackets.
        let has_spelling = |example: &Example, name: &str| {
            let value = example.values.iter().find(|(other, _)| other == name);
            let changes = |char: char| char.is_ascii_lowercase() || char == '[';
            value.and_then(|(_, value)| value.as_str()).is_none_or(|value| !value.contains(changes))
        };
        let is_within = |example: &Example| {
            (is_compared || example.rest.is_empty())
                && limits.iter().all(|limit| match limit {
                    Limit::Spelling(name) => has_spelling(example, name),
                    _ => true,
                })
        };
        self.examples(model).into_iter().filter(is_within).collect()
    }

    /// Returns whether the last value of an expression takes any text.
    fn ends_with_text(&self, expression: &Expression, model: &Model) -> bool {
        let Some(Part::Value(index, ..)) = expression.parts.last() else { return false };
        self.message.fields.get(*index).is_some_and(|field| pattern::takes_any_text(field, model))
    }

    fn example(&self, expression: &Expression, choice: usize, rest: &str, model: &Model) -> Example {
        let head = if self.message.is_tagged { format!("{}: ", self.message.tag) } else { String::new() };
        let mut text = head;
        let mut chosen: Vec<Option<Sample>> = vec![None; self.message.fields.len()];
        for part in &expression.parts {
            match part {
                Part::Literal(literal) => text += literal,
                Part::Value(index, format, _) | Part::Again(index, format, _) | Part::Reformatted(index, format, _) => {
                    let Some(field) = self.message.fields.get(*index) else { continue };
                    let samples = samples(field, *format, model);
                    let choice = clear_choice(expression, (*index, field), choice, model);
                    let Some(sample) = samples.get(choice.min(samples.len() - 1)) else { continue };
                    text += &sample.text;
                    if let Some(chosen) = chosen.get_mut(*index) {
                        *chosen = Some(sample.clone());
                    }
                }
            }
        }
        text += rest;
        let fields = self.message.fields.iter().enumerate().zip(chosen);
        let values = fields.filter_map(|((index, field), sample)| {
            let empty = || expression.empty.contains(&index).then(|| "".into());
            Some((field.placeholder.clone(), sample.map_or_else(empty, |sample| Some(sample.value))?))
        });
        Example { tag: self.message.tag.clone(), text, values: values.collect(), rest: rest.to_owned() }
    }
}

/// Returns a choice whose sample of a text does not contain what follows it, where the value would end too soon.
fn clear_choice(expression: &Expression, (index, field): (usize, &Field), choice: usize, model: &Model) -> usize {
    if !pattern::takes_any_text(field, model) {
        return choice;
    }
    let followers = expression.parts.windows(2).filter_map(|pair| match pair {
        [Part::Value(used, ..) | Part::Again(used, ..), Part::Literal(next)] if *used == index => Some(&**next),
        _ => None,
    });
    let is_clear = |choice: &usize| {
        let samples = samples(field, FormatSpec::default(), model);
        let text = samples.get(*choice).map_or("", |sample| &*sample.text);
        followers.clone().all(|next| format!("{text}{next}").find(next) == Some(text.len()))
    };
    [choice, 0, 1].into_iter().find(is_clear).unwrap_or(choice)
}

/// A value and its text.
#[derive(Clone)]
struct Sample {
    text: String,
    value: Value,
}

/// Returns two values of a field in a format, or one. No value is a part of the other.
fn samples(field: &Field, format: FormatSpec, model: &Model) -> Vec<Sample> {
    let same =
        |texts: &[&str]| texts.iter().map(|text| Sample { text: (*text).to_owned(), value: (*text).into() }).collect();
    let upper = format.radix == Radix::UpperHex;
    match field.field_type {
        FieldType::Ip => same(&["203.0.113.77", "2001:db8::77"]),
        FieldType::Socket => sockets(field.brackets),
        FieldType::Prefix => same(&["192.0.2.0/24", "2001:db8::/32"]),
        FieldType::Mac => ["00:00:5e:00:53:01", "00:00:5e:00:53:af"]
            .map(|mac| Sample { text: if upper { mac.to_uppercase() } else { mac.to_owned() }, value: mac.into() })
            .into(),
        FieldType::Bool => [true, false].map(|bool| Sample { text: bool.to_string(), value: bool.into() }).into(),
        FieldType::F64 | FieldType::Duration => {
            let (width, precision) = (usize::from(format.width), usize::from(format.precision.unwrap_or(0)));
            let number = |number: f64| {
                let text = format!("{number:0width$.precision$}");
                let value = text.parse().ok().and_then(Number::from_f64).map_or(Value::Null, Value::Number);
                Sample { text, value }
            };
            vec![number(7.0), number(4500.0)]
        }
        FieldType::Enum if !pattern::takes_any_text(field, model) => {
            let words = pattern::words(field, model).filter(|word| !word.is_empty());
            same(&words.take(2).collect::<Vec<_>>())
        }
        FieldType::Text | FieldType::Enum => same(&["hq", "north-2"]),
        integer => {
            let (_, greatest) = pattern::range(integer);
            [7, greatest].map(|number| self::integer(number, format)).into()
        }
    }
}

fn sockets(brackets: bool) -> Vec<Sample> {
    let v6 = if brackets { "[2001:db8::77]:65535" } else { "2001:db8::77:65535" };
    [("203.0.113.77:500", "203.0.113.77:500"), (v6, "[2001:db8::77]:65535")]
        .map(|(text, value)| Sample { text: text.to_owned(), value: value.into() })
        .into()
}

fn integer(number: i128, format: FormatSpec) -> Sample {
    let width = usize::from(format.width);
    let text = match (format.radix, format.alternate) {
        (Radix::Decimal, _) => format!("{number:0width$}"),
        (Radix::LowerHex, false) => format!("{number:0width$x}"),
        (Radix::LowerHex, true) => format!("{number:#0width$x}"),
        (Radix::UpperHex, false) => format!("{number:0width$X}"),
        (Radix::UpperHex, true) => format!("{number:#0width$X}"),
        (Radix::Octal, false) => format!("{number:0width$o}"),
        (Radix::Octal, true) => format!("{number:#0width$o}"),
        (Radix::Binary, false) => format!("{number:0width$b}"),
        (Radix::Binary, true) => format!("{number:#0width$b}"),
    };
    let value = u64::try_from(number).map_or(Value::Null, Value::from);
    Sample { text, value }
}
