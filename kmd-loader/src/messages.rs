//! The model of the front end as the messages of the parser.

use kmd_catalog::model::{self, Field, Model};
use kmd_events::{
    Catalog, DurationUnit, Facility, FieldType, FormatSpec, LoadedCatalog, Message, MessageKind, Piece, Placeholder,
    Radix, Severity,
};

/// Returns the catalog of a model, for parsing lines. A model is a type of `kmd-catalog`, whose API may change in every version.
///
/// The strings are never freed, because the parser refers to them as long as the program runs.
///
/// ```
/// let text = "
/// prefix: APP
/// process: appd
/// placeholders:
///   count: { type: u32, description: Number of doors. }
/// messages:
///   APP_DOORS: { template: '{count} doors', type: event, severity: info, facility: LOG_USER, description: Counts doors. }
/// ";
/// let (model, diagnostics) = kmd_catalog::parse(text);
/// assert!(diagnostics.is_empty());
/// let catalog = kmd_loader::load(&model.ok_or("no messages")?);
/// assert_eq!(catalog.messages()[0].tag(), "APP_DOORS");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn load(model: &Model) -> LoadedCatalog {
    let has_untagged = model.messages.iter().any(|message| !message.is_tagged);
    let sd_id = model.sd_id.as_deref().map(text);
    let catalog: &'static Catalog = leak(Catalog::new(text(&model.prefix), text(&model.process), sd_id, has_untagged));
    let messages = model.messages.iter().map(|message| leak(self::message(message, catalog, model)));
    let messages: Vec<&'static Message> = messages.collect();
    LoadedCatalog::new(catalog, messages.leak())
}

fn message(message: &model::Message, catalog: &'static Catalog, model: &Model) -> Message {
    let optional = |property: &Option<String>| property.as_deref().map(text);
    let wordings = |wordings: &[(String, Vec<kmd_catalog::Piece>)]| {
        let texts: Vec<&'static str> = wordings.iter().map(|(template, _)| text(template)).collect();
        let all: Vec<&'static [Piece]> = wordings.iter().map(|(_, wording)| pieces(wording, message)).collect();
        (texts.leak() as &'static [&'static str], all.leak() as &'static [&'static [Piece]])
    };
    let (alternatives, alternative_pieces) = wordings(&message.alternatives);
    let (tails, tail_pieces) = wordings(&message.tails);
    let tail_wordings: Vec<&'static [Piece]> =
        message.tail_wordings.iter().map(|wording| pieces(wording, message)).collect();
    let placeholders: Vec<Placeholder> = message.fields.iter().map(|field| placeholder(field, model)).collect();
    let kind = if message.kind.variant == "Error" { MessageKind::Error } else { MessageKind::Event };
    // The front end accepts the names of severities and facilities only.
    let severity = message.severity.name.parse().unwrap_or(Severity::Info);
    let facility = message.facility.name.parse().unwrap_or(Facility::User);
    Message::new(catalog, text(&message.tag), text(&message.template))
        .with_kind(kind, severity, facility)
        .with_description(text(&message.description))
        .with_cause(optional(&message.cause))
        .with_action(optional(&message.action))
        .with_note(optional(&message.note))
        .with_deprecated(optional(&message.deprecated))
        .with_since(optional(&message.since))
        .with_source(optional(&message.source))
        .with_pieces(placeholders.leak(), pieces(&message.pieces, message))
        .with_alternatives(alternatives, alternative_pieces)
        .with_tails(tails, tail_pieces, tail_wordings.leak())
        .with_tagged(message.is_tagged)
}

fn placeholder(field: &Field, model: &Model) -> Placeholder {
    let mut placeholder =
        Placeholder::new(text(&field.placeholder), field_type(field.field_type), text(&field.description));
    if let Some(unit) = field.unit {
        placeholder = placeholder.with_unit(self::unit(unit));
    }
    if let Some(enumeration) = field.enumeration.and_then(|index| model.enums.get(index)) {
        let words: Vec<&'static str> = enumeration.words.iter().map(|word| text(&word.text)).collect();
        placeholder = placeholder.with_words(words.leak(), enumeration.is_open);
    }
    if field.is_optional() {
        placeholder = placeholder.with_option();
    }
    if let Some(word) = &field.absent {
        placeholder = placeholder.with_absent(text(word));
    }
    if field.brackets { placeholder } else { placeholder.with_bare_address() }
}

fn pieces(pieces: &[kmd_catalog::Piece], message: &model::Message) -> &'static [Piece] {
    let piece = |piece: &kmd_catalog::Piece| match piece {
        kmd_catalog::Piece::Literal(literal) => Some(Piece::Literal(text(literal))),
        kmd_catalog::Piece::Placeholder(name, format) => {
            let index = message.fields.iter().position(|field| field.placeholder == *name)?;
            Some(match self::format(*format) {
                FormatSpec::PLAIN => Piece::Placeholder(index),
                format => Piece::Formatted(index, format),
            })
        }
    };
    pieces.iter().filter_map(piece).collect::<Vec<_>>().leak()
}

fn format(format: kmd_catalog::FormatSpec) -> FormatSpec {
    use kmd_catalog::Radix as Base;
    let kmd_catalog::FormatSpec { alternate, width, precision, radix } = format;
    let radix = match radix {
        Base::Decimal => Radix::Decimal,
        Base::LowerHex => Radix::LowerHex,
        Base::UpperHex => Radix::UpperHex,
        Base::Octal => Radix::Octal,
        Base::Binary => Radix::Binary,
    };
    let format = FormatSpec::PLAIN.with_alternate(alternate).with_width(width).with_radix(radix);
    precision.map_or(format, |precision| format.with_precision(precision))
}

fn unit(unit: kmd_catalog::Unit) -> DurationUnit {
    use kmd_catalog::Unit;
    match unit {
        Unit::Seconds => DurationUnit::Seconds,
        Unit::Milliseconds => DurationUnit::Milliseconds,
        Unit::Microseconds => DurationUnit::Microseconds,
        Unit::Nanoseconds => DurationUnit::Nanoseconds,
    }
}

fn field_type(field_type: kmd_catalog::FieldType) -> FieldType {
    use kmd_catalog::FieldType as Type;
    match field_type {
        Type::Text => FieldType::Text,
        Type::Ip => FieldType::Ip,
        Type::Socket => FieldType::Socket,
        Type::Prefix => FieldType::Prefix,
        Type::Mac => FieldType::Mac,
        Type::Bool => FieldType::Bool,
        Type::U8 => FieldType::U8,
        Type::U16 => FieldType::U16,
        Type::U32 => FieldType::U32,
        Type::U64 => FieldType::U64,
        Type::Usize => FieldType::Usize,
        Type::I8 => FieldType::I8,
        Type::I16 => FieldType::I16,
        Type::I32 => FieldType::I32,
        Type::I64 => FieldType::I64,
        Type::Isize => FieldType::Isize,
        Type::F64 => FieldType::F64,
        Type::Duration => FieldType::Duration,
        Type::Enum => FieldType::Enum,
    }
}

fn text(text: &str) -> &'static str {
    text.to_owned().leak()
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}
