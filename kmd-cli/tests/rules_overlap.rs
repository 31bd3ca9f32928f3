//! The messages without a tag of which `kmd rules` says that they can have the same text.

use std::collections::BTreeSet;

use kmd_catalog::Model;
use kmd_events::{Event as _, LoadedCatalog, Outcome};
use kmd_rules::{Engine, Limit, Options, examples, rules};

const HEAD: &str = "\
prefix: APP
process: appd
defaults: { type: event, severity: info, facility: LOG_AUTH, tagged: false }
placeholders:
";

/// The types of the placeholders, which are called like them.
const TYPES: [(&str, &str); 14] = [
    ("text", "text"),
    ("other", "text"),
    ("u8", "u8"),
    ("i32", "i32, absent: none"),
    ("u16", "u16"),
    ("f64", "f64"),
    ("bool", "bool"),
    ("ip", "ip, absent: up"),
    ("socket", "socket"),
    ("prefix", "prefix"),
    ("mac", "mac"),
    ("duration", "duration, unit: s"),
    ("word", "enum, values: [up, down, { Empty: '' }]"),
    ("open", "enum, values: [up, eq], open: true"),
];

/// Returns the model of messages without a tag.
fn model<'t>(templates: impl IntoIterator<Item = &'t str>) -> Model {
    let templates: Vec<&str> = templates.into_iter().collect();
    let mut text = HEAD.to_owned();
    for (name, kind) in TYPES {
        if templates.iter().any(|template| template.contains(&format!("{{{name}"))) {
            text.extend(["  ", name, ": { description: A value., type: ", kind, " }\n"]);
        }
    }
    text += "messages:\n";
    for template in templates {
        let tag = tag(template);
        let (template, tail) = template.split_once('|').map_or((template, None), |(it, tail)| (it, Some(tail)));
        let tail = tail.map(|tail| format!(", tail: ['{tail}']")).unwrap_or_default();
        text.extend(["  ", &tag, ": { template: '", template, "'", &tail, ", description: A message. }\n"]);
    }
    let (model, _) = kmd_catalog::parse(&text);
    model.expect("a model")
}

/// Returns a tag with the bytes of a template in hexadecimal.
fn tag(template: &str) -> String {
    let digit = |digit: u8| char::from_digit(digit.into(), 16).expect("a digit").to_ascii_uppercase();
    let bytes = template.bytes().flat_map(|byte| [digit(byte / 16), digit(byte % 16)]);
    "APP_T".chars().chain(bytes).collect()
}

/// Templates that are alike: each has a value, or a text that can be a value.
fn templates() -> Vec<String> {
    let values = [
        ("{u8:02}", "07"),
        ("{i32}", "-12"),
        ("{u16:#06x}", "0x00ff"),
        ("{f64:.1}", "-4500.0"),
        ("{f64:.2}", "inf"),
        ("{bool}", "false"),
        ("{ip}", "203.0.113.77"),
        ("{ip}", "2001:db8::77"),
        ("{socket}", "[2001:db8::77]:65535"),
        ("{socket}", "[fe80::1%7]:500"),
        ("{prefix}", "192.0.2.0/24"),
        ("{mac}", "00:00:5e:00:53:af"),
        ("{duration}", "4.5"),
        ("{word}", "down"),
        ("{open}", "north-2"),
        ("{text}", "hq up"),
        ("{other} [{u8}]", "hq [1] [7]"),
    ];
    let mut all = BTreeSet::new();
    for middle in values.into_iter().flat_map(|(placeholder, text)| [placeholder, text]) {
        all.extend(["", " up", ": {text}", "|, {u16:x}"].map(|end| format!("{middle}{end}")));
    }
    all.into_iter().collect()
}

/// Returns the rest after a text of the only message of a catalog, or `None` if it has another text.
fn rest(catalog: &LoadedCatalog, text: &str) -> Option<String> {
    let line = format!("appd[7]: {text}");
    match catalog.parse(&line).outcome() {
        Outcome::Event { rest, .. } => Some(rest.to_string()),
        _ => None,
    }
}

/// Each text of a message is parsed with catalogs that have only another message. If such a catalog reads it, the rules must
/// know.
#[test]
fn messages_with_a_common_text_are_reported() {
    let templates = templates();
    let together = model(templates.iter().map(String::as_str));
    let fidelity = rules(Engine::Regex, &together, &Options::default()).fidelity;
    // A message with a mistake is not in the model.
    let tags: BTreeSet<&str> = together.messages.iter().map(|message| &*message.tag).collect();
    let alone: Vec<Model> = templates.iter().map(|template| model([&**template])).collect();
    let is_valid = |model: &&Model| model.messages.first().is_some_and(|message| tags.contains(&*message.tag));
    let alone: Vec<&Model> = alone.iter().filter(is_valid).collect();
    let catalogs: Vec<LoadedCatalog> = alone.iter().map(|model| kmd_loader::load(model)).collect();
    let mut texts: BTreeSet<String> = alone.iter().flat_map(|model| examples(model)).map(|it| it.text).collect();
    // Values that contain the text of another message.
    for end in ["up", "hq up", "7", "to 7", "true up and more", "203.0.113.77: hq"] {
        texts.extend(texts.clone().iter().filter(|text| text.len() < 30).map(|text| text.replacen("hq", end, 1)));
    }
    let mut pairs = BTreeSet::new();
    for text in &texts {
        let read: Vec<Option<String>> = catalogs.iter().map(|catalog| rest(catalog, text)).collect();
        for (one, rest) in read.iter().enumerate() {
            for (other, other_rest) in read.iter().enumerate() {
                let (Some(rest), Some(other_rest)) = (rest, other_rest) else { continue };
                if one == other || rest.is_empty() != other_rest.is_empty() {
                    continue;
                }
                let (tag, other_tag) = (&alone[one].messages[0].tag, &alone[other].messages[0].tag);
                let limits = &fidelity.iter().find(|it| it.tag == *tag).expect("a message").limits;
                let is_known = limits.iter().any(|limit| match limit {
                    Limit::Overlap(others) => others.contains(other_tag),
                    Limit::SameBeginning(others) => others.contains(other_tag) && !rest.is_empty(),
                    _ => false,
                });
                assert!(is_known, "`{text}` is one of {tag} and {other_tag}");
                pairs.insert((one, other));
            }
        }
    }
    assert!(pairs.len() > 500, "{} {}", pairs.len(), alone.len());
}

/// Returns for each message the templates of which it can have a text, and those that can begin one of its texts.
fn overlaps(templates: &[&str]) -> Vec<(usize, usize)> {
    let model = model(templates.iter().copied());
    assert_eq!(model.messages.len(), templates.len());
    let count = |limits: &[Limit]| {
        let count = |of: fn(&Limit) -> usize| limits.iter().map(of).sum();
        let whole = |limit: &Limit| if let Limit::Overlap(others) = limit { others.len() } else { 0 };
        let beginning = |limit: &Limit| if let Limit::SameBeginning(others) = limit { others.len() } else { 0 };
        (count(whole), count(beginning))
    };
    rules(Engine::Regex, &model, &Options::default()).fidelity.iter().map(|it| count(&it.limits)).collect()
}

/// If a text with a rest can be one of another message, there is no such example.
#[test]
fn an_example_is_a_text_of_its_message_only() {
    let templates = ["port {u8} open", "port {u8} open and {text}", "link {ip} up"];
    for order in [[0, 1, 2], [2, 0, 1], [0, 2, 1], [1, 2, 0]] {
        let model = model(order.map(|index| templates[index]));
        let catalog = kmd_loader::load(&model);
        let examples = examples(&model);
        for example in &examples {
            let line = format!("appd: {}", example.text);
            let record = catalog.parse(&line);
            let Outcome::Event { event, rest, .. } = record.outcome() else { panic!("{example:?}: {record:?}") };
            assert_eq!((event.message().tag(), &**rest), (&*example.tag, &*example.rest), "{order:?}");
        }
        let with_rest: Vec<&str> = examples.iter().filter(|it| !it.rest.is_empty()).map(|it| &*it.tag).collect();
        assert_eq!(with_rest, [&tag(templates[2]); 2], "{order:?}");
    }
}

/// The text between two values tells messages apart.
#[test]
fn messages_without_a_common_text_are_not_reported() {
    for templates in [
        ["{u8:02}[NET] up", "{u8:02}[IKE] down"],
        ["to {ip} up", "to {ip} down"],
        ["{u8} of {u8}/", "{u8} of {ip}."],
        ["to {text} [{u8}]", "from {text} [{u8}]"],
        ["is {word} now", "is gone now"],
        ["is {word} now", "is 7 now"],
        ["is {u8} now", "is ff now"],
        ["is {u16:x} now", "is f.f now"],
        ["is {bool}", "is {u8}"],
    ] {
        assert_eq!(overlaps(&templates), [(0, 0); 2], "{templates:?}");
    }
    for (templates, expected) in [
        (["to {text} up", "to {other} up: {u8}"], (0, 1)),
        (["to {u8}", "to {u8} up"], (0, 1)),
        (["to {text}7", "to {ip}"], (1, 0)),
        (["is {word} now", "is up now"], (1, 0)),
        (["is {u16:x} now", "is ff now"], (1, 0)),
        (["is {ip} now", "is {word} now"], (1, 0)),
    ] {
        assert_eq!(overlaps(&templates), [expected; 2], "{templates:?}");
    }
}

/// There is one line per message, however many others have its texts.
#[test]
fn a_long_list_of_messages_is_cut() {
    let model = model(["a{text}", "{text}b", "{text}c{other}", "{text}d{other}", "{text}e{other}"]);
    let fidelity = rules(Engine::Regex, &model, &Options::default()).fidelity;
    let tags: Vec<&str> = fidelity.iter().map(|message| &*message.tag).collect();
    let [first, second, third, ..] = tags[..] else { panic!("{tags:?}") };
    // Another limit, which some have, is that such a text can begin like a tag.
    let limits: Vec<String> = fidelity.iter().map(|message| message.limits[0].to_string()).collect();
    assert_eq!(limits[0], format!("a text that is also one of {second}, {third} or 2 others is read as the first"));
    assert_eq!(limits[4], format!("a text that is also one of {first}, {second} or 2 others is read as the first"));
}
