//! The segments of an expression, each of which begins with a value that can be any text.
//!
//! A segment is atomic if its first match is the one that ends first. If the rest of a text does not match after that one, it
//! does not match after a later one either, because the value that begins the next segment can take more text. So the
//! expression never goes back into the segment, and its time does not grow with the number of segments.

use kmd_catalog::FieldType;
use kmd_catalog::model::{Field, Message, Model};

use crate::pattern;
use crate::rule::Part;

/// The parts of an expression from a value that can be any text up to the next such value.
pub(super) struct Segment<'p> {
    pub(super) parts: &'p [Part],
    pub(super) is_atomic: bool,
}

impl<'p> Segment<'p> {
    /// Returns the segments of an expression. The first one can begin with another part.
    pub(super) fn split(parts: &'p [Part], message: &Message, model: &Model) -> Vec<Self> {
        let context = Context { message, model };
        let is_used_again = |part: &Part| {
            let Part::Value(value, ..) = part else { return false };
            parts.iter().any(|part| matches!(part, Part::Again(index, ..) if index == value))
        };
        let mut segments = Vec::new();
        let mut rest = parts;
        while !rest.is_empty() {
            let next = rest.iter().skip(1).position(|part| context.is_text(part));
            let (segment, after) = rest.split_at(next.map_or(rest.len(), |others| others + 1));
            let is_atomic = segment.first().is_some_and(|part| context.is_text(part))
                && after.first().is_some_and(|next| !is_used_again(next))
                && !segment.iter().any(is_used_again)
                && context.ends_first(segment);
            segments.push(Self { parts: segment, is_atomic });
            rest = after;
        }
        segments
    }
}

struct Context<'m> {
    message: &'m Message,
    model: &'m Model,
}

impl Context<'_> {
    fn field(&self, part: &Part) -> Option<&Field> {
        match part {
            Part::Value(index, ..) => self.message.fields.get(*index),
            _ => None,
        }
    }

    fn is_text(&self, part: &Part) -> bool {
        self.field(part).is_some_and(|field| pattern::takes_any_text(field, self.model))
    }

    /// Returns whether the first match of a segment is the one that ends first, and no later beginning of a value gives an
    /// earlier end.
    fn ends_first(&self, segment: &[Part]) -> bool {
        segment.iter().enumerate().all(|(index, part)| match part {
            Part::Literal(_) => true,
            Part::Again(..) | Part::Reformatted(..) => false,
            Part::Value(..) => {
                let after = segment.get(index + 1..).unwrap_or_default();
                self.field(part).is_some_and(|field| self.value_ends_first(field, after))
            }
        })
    }

    fn value_ends_first(&self, field: &Field, after: &[Part]) -> bool {
        let literal = literal(after);
        // Nothing in the word looks like its end.
        let is_clear = |word: &str| format!("{word}{literal}").find(&literal) == Some(word.len());
        if !field.absent.as_deref().is_none_or(is_clear) {
            return false;
        }
        if pattern::takes_any_text(field, self.model) {
            return true;
        }
        match field.field_type {
            FieldType::Enum => {
                let enumeration = field.enumeration.and_then(|index| self.model.enums.get(index));
                enumeration.is_some_and(|enumeration| enumeration.words.iter().all(|word| is_clear(&word.text)))
            }
            FieldType::Bool => is_clear("true") && is_clear("false"),
            field_type => ends(field_type, &literal) || (literal == ":" && self.is_before_port(field, after)),
        }
    }

    /// Returns whether a colon is followed by a port and a literal that ends an address, so that the last colon before that
    /// literal is the one.
    fn is_before_port(&self, address: &Field, colon: &[Part]) -> bool {
        let Some((port, after)) = colon.get(1..).and_then(<[Part]>::split_first) else { return false };
        let is_port = self.field(port).is_some_and(|port| port.field_type.is_integer() && port.absent.is_none());
        is_port && address.absent.is_none() && ends(address.field_type, &literal(after))
    }
}

/// Returns the text of the literals that begin a list of parts.
fn literal(parts: &[Part]) -> String {
    let literals = parts.iter().map_while(|part| match part {
        Part::Literal(literal) => Some(&**literal),
        _ => None,
    });
    literals.collect()
}

/// Returns whether a literal has a character that no value of a type has.
fn ends(field_type: FieldType, literal: &str) -> bool {
    let is_special = |char: char| match field_type {
        FieldType::F64 => "infNa".contains(char),
        FieldType::Socket => char == '[',
        _ => false,
    };
    literal.chars().any(|char| char != '-' && !is_special(char) && !pattern::can_contain(field_type, char))
}
