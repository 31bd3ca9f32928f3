//! The model of a catalog with every key, type and format.

#![allow(clippy::format_push_string, reason = "readable tests matter more than fast ones")]

use kmd_catalog::model::{Enum, Field, Message, Model, Removed};
use kmd_catalog::{FieldType, FormatSpec, Piece, Radix, Unit, parse};

fn model() -> Model {
    let (model, diagnostics) = parse(include_str!("fixtures/everything.yaml"));
    assert_eq!(diagnostics, []);
    model.expect("a model")
}

fn message<'m>(model: &'m Model, tag: &str) -> &'m Message {
    model.messages.iter().find(|message| message.tag == tag).expect("a message")
}

fn literal(text: &str) -> Piece {
    Piece::Literal(text.to_owned())
}

fn placeholder(name: &str, format: FormatSpec) -> Piece {
    Piece::Placeholder(name.to_owned(), format)
}

const PLAIN: FormatSpec = FormatSpec { alternate: false, width: 0, precision: None, radix: Radix::Decimal };

#[test]
fn the_head_and_the_defaults_apply() {
    let model = model();
    assert!(model.complete && model.borrows);
    // A process may have the form of a tag.
    assert_eq!((&*model.prefix, &*model.process, model.sd_id.as_deref()), ("LAB", "LAB_D", Some("lab@32473")));
    let keywords: Vec<(&str, &str, &str, bool)> = model
        .messages
        .iter()
        .map(|message| (message.kind.name, message.severity.name, message.facility.name, message.is_tagged))
        .collect();
    let default = ("event", "info", "LOG_LOCAL3", true);
    let raw = ("error", "error", "LOG_DAEMON", false);
    let untagged = ("event", "info", "LOG_LOCAL3", false);
    assert_eq!(keywords, [default, raw, untagged, default, default]);
    let since: Vec<Option<&str>> = model.messages.iter().map(|message| message.since.as_deref()).collect();
    assert_eq!(since, [Some("1.10"), None, None, None, None]);
    let source: Vec<Option<&str>> = model.messages.iter().map(|message| message.source.as_deref()).collect();
    assert_eq!(source, [Some("Manual of the bench"), None, None, None, None]);
}

#[test]
fn enums_have_their_variants() {
    let model = model();
    let shown = |found: &Enum| {
        let words: Vec<String> = found.words.iter().map(|word| format!("{}={}", word.variant, word.text)).collect();
        format!("{} {} {} {}", found.name, found.is_open, words.join(","), found.description)
    };
    assert_eq!(
        model.enums.iter().map(shown).collect::<Vec<_>>(),
        [
            "Phase false Idle=idle,Heating=heating,CoolingDown=cooling down,Unknown= Phase of the run.",
            "Source true Api=api,ItSMe=it's me Who asked.",
        ]
    );
    let enumerations: Vec<(&str, Option<usize>, bool)> = message(&model, "LAB_ADJACENT")
        .fields
        .iter()
        .map(|field| (&*field.placeholder, field.enumeration, field.borrows(&model)))
        .collect();
    assert_eq!(
        enumerations,
        [
            ("phase", Some(0), false),
            ("operator", None, true),
            ("old-phase", Some(0), false),
            ("serial", None, false),
            ("source", Some(1), true),
            ("peer", None, false),
        ]
    );
}

#[test]
fn fields_have_what_they_need() {
    let model = model();
    let shown = |field: &Field| {
        let mut shown = format!("{} {}", field.name, field.field_type.as_str());
        if let Some(unit) = field.unit {
            shown += &format!(" {}", unit.as_str());
        }
        if let Some(absent) = &field.absent {
            shown += &format!(" absent={absent}");
        }
        if let Some(tail) = field.tail {
            shown += &format!(" tail={tail}");
        }
        if !field.brackets {
            shown += " bare";
        }
        for name in [&field.otel, &field.ecs] {
            shown += &name.as_ref().map(|name| format!(" name={name}")).unwrap_or_default();
        }
        assert_eq!(field.is_optional(), field.absent.is_some() || field.tail.is_some());
        shown
    };
    let fields = |tag: &str| message(&model, tag).fields.iter().map(shown).collect::<Vec<_>>();
    assert_eq!(
        fields("LAB_RUN"),
        [
            "serial u32",
            "phase enum",
            "elapsed duration ms",
            "bench socket bare",
            "net prefix name=client.network name=client.net_0",
            "ratio f64",
            "operator text absent=Not-Available tail=0",
            "room text tail=1",
            "slot u8 tail=1",
        ]
    );
    assert_eq!(
        fields("LAB_NUMBERS"),
        [
            "slot u8",
            "port u16",
            "bytes u64",
            "handles usize",
            "offset i8",
            "delta i16",
            "code i32",
            "balance i64",
            "index isize",
            "ratio f64",
            "elapsed duration ns",
            "card mac",
            "is_hot bool absent=-",
        ]
    );
    assert_eq!(
        fields("LAB_ADJACENT"),
        [
            "phase enum",
            "operator text absent=Not-Available",
            "old_phase enum absent=none",
            "serial u32",
            "source enum",
            "peer socket",
        ]
    );
    let borrows: Vec<bool> = model.messages.iter().map(Message::borrows).collect();
    assert_eq!(borrows, [true, true, false, false, true]);
    assert_eq!(model.messages[0].fields[2].unit, Some(Unit::Milliseconds));
}

#[test]
fn every_type_is_used() {
    let model = model();
    let fields: Vec<FieldType> =
        model.messages.iter().flat_map(|message| &message.fields).map(|field| field.field_type).collect();
    for field_type in FieldType::ALL {
        assert!(fields.contains(&field_type), "{field_type:?}");
    }
}

#[test]
fn formats_are_in_the_pieces() {
    let model = model();
    let formats: Vec<(&str, FormatSpec)> = message(&model, "LAB_NUMBERS")
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Placeholder(name, format) => Some((&**name, *format)),
            Piece::Literal(_) => None,
        })
        .collect();
    let expected = [
        ("slot", FormatSpec { alternate: true, radix: Radix::LowerHex, ..PLAIN }),
        ("port", FormatSpec { alternate: true, width: 6, radix: Radix::UpperHex, ..PLAIN }),
        ("bytes", FormatSpec { width: 64, radix: Radix::Binary, ..PLAIN }),
        ("handles", FormatSpec { radix: Radix::Octal, ..PLAIN }),
        ("offset", FormatSpec { width: 3, ..PLAIN }),
        ("delta", FormatSpec { radix: Radix::LowerHex, ..PLAIN }),
        ("code", FormatSpec { alternate: true, radix: Radix::Octal, ..PLAIN }),
        ("balance", PLAIN),
        ("index", FormatSpec { radix: Radix::UpperHex, ..PLAIN }),
        ("ratio", FormatSpec { width: 10, precision: Some(17), ..PLAIN }),
        ("elapsed", FormatSpec { precision: Some(0), ..PLAIN }),
        ("card", FormatSpec { radix: Radix::UpperHex, ..PLAIN }),
        ("is-hot", PLAIN),
    ];
    assert_eq!(formats, expected);
    assert!(PLAIN.is_plain() && !expected[0].1.is_plain());
}

#[test]
fn tails_follow_the_template() {
    let model = model();
    let run = message(&model, "LAB_RUN");
    let tails = [
        (" operator {operator}".to_owned(), vec![literal(" operator "), placeholder("operator", PLAIN)]),
        (
            " in {room} ({slot})".to_owned(),
            vec![literal(" in "), placeholder("room", PLAIN), literal(" ("), placeholder("slot", PLAIN), literal(")")],
        ),
    ];
    assert_eq!(run.tails, tails);
    let with = |tails: &[usize]| {
        let mut pieces = run.pieces.clone();
        pieces.extend(tails.iter().flat_map(|&index| run.tails[index].1.clone()));
        pieces
    };
    assert_eq!(run.tail_wordings, [with(&[0, 1]), with(&[0]), with(&[1])]);
    assert!(model.messages[1..].iter().all(|message| message.tails.is_empty() && message.tail_wordings.is_empty()));
}

#[test]
fn removed_tags_are_known() {
    let model = model();
    let shown = |removed: &Removed| (removed.tag.clone(), removed.replacement.clone(), removed.note.clone());
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(
        model.removed.iter().map(shown).collect::<Vec<_>>(),
        [("LAB_STARTED".to_owned(), text("LAB_RUN"), None), ("LAB_ENDED".to_owned(), None, text("It never ends.")),]
    );
    assert_eq!(message(&model, "LAB_ADJACENT").deprecated.as_deref(), Some("use `LAB_RUN`"));
    assert_eq!(message(&model, "LAB_ADJACENT").alternatives.len(), 2);
}
