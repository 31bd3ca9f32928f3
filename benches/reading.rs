//! Benchmarks of parsing a log of all messages and of other processes, compared with regular expressions.
//!
//! The baselines are optimized. They use one expression for the header, one expression per message in a map by tag,
//! captures by index into reused memory, and values parsed by type.

#[path = "support/alternate.rs"]
mod alternate;
#[path = "support/log.rs"]
mod log;
#[path = "support/table.rs"]
mod table;

use std::collections::HashMap;
use std::hint::black_box;
use std::net::IpAddr;
use std::time::Duration;

use alternate::{code, times};
use kmd_events::{FieldType, KmdTag, Piece, Records};
use regex::{CaptureLocations, Regex};
use table::{Goal, Table, nanoseconds};

/// The number of lines, in which every message occurs four times. The log fits into the cache, so the speed of memory
/// is not measured.
const LINES: usize = 455;

fn main() {
    let log = log::of(LINES);
    let events = log::events(&log);
    assert_eq!(ours(&log), events);
    let regexes = Regexes::new();
    assert_eq!(by_regex(&regexes, &log), events);
    let groks = Groks::new();
    assert_eq!(by_grok(&groks, &log), events);
    // Trailing text makes the fast path of the parser fail.
    let up = "Aug  3 10:18:44  srx1 kmd[14162]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up.";
    let repeated = |line: &str| format!("{line}\n").repeat(LINES);
    let (up, up_and_more) = (repeated(up), repeated(&format!("{up} Local-ip: 198.51.100.4")));
    assert_eq!(ours(&up), ours(&up_and_more));

    let codes = [
        code(|| ours(black_box(&log))),
        code(|| by_memchr(black_box(&log))),
        code(|| by_regex(&regexes, black_box(&log))),
        code(|| by_grok(&groks, black_box(&log))),
        code(|| ours(black_box(&up))),
        code(|| ours(black_box(&up_and_more))),
    ];
    #[allow(clippy::cast_precision_loss)]
    let a_line = times(Duration::from_secs(10), codes).map(|time| time / LINES as f64);
    let [own, line_breaks, regex, grok, fast_path, backtracking] = a_line;

    let mut table = Table::new("Reading");
    table.limit("a line", own, 120.0, nanoseconds);
    table.row("a line", own, ("`memchr`, line breaks only", line_breaks), Goal::AtMost(22.0), nanoseconds);
    table.row("a line", own, ("`regex`", regex), Goal::AtMost(0.05), nanoseconds);
    table.row("a line", own, ("`grok`", grok), Goal::AtMost(0.12), nanoseconds);
    let case = "a text, parsed by the fast path";
    table.row(case, fast_path, ("by backtracking", backtracking), Goal::AtMost(0.8), nanoseconds);
    table.finish();
}

/// Parses the log with kmd-events and returns the number of events.
fn ours(log: &str) -> usize {
    let mut records = Records::<_, KmdTag>::new(log.as_bytes());
    while let Ok(Some(record)) = records.read() {
        black_box(&record);
    }
    usize::try_from(records.counts().events).unwrap_or(0)
}

/// Finds the line breaks only.
fn by_memchr(log: &str) -> usize {
    memchr::memchr_iter(b'\n', log.as_bytes()).map(black_box).count()
}

/// Returns the tags of the reference, whose messages are in the log.
fn reference() -> impl Iterator<Item = &'static KmdTag> {
    KmdTag::ALL.iter().filter(|tag| tag.message().since().is_none())
}

struct Regexes {
    header: Regex,
    messages: HashMap<&'static str, (Regex, Vec<FieldType>)>,
}

impl Regexes {
    fn new() -> Self {
        let header = r"^(?:<(\d{1,3})>)?([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) +(\S+) ([^\s:\[]+)(?:\[(\d+)\])?: (?:(KMD_[A-Z0-9_]+): )?(.*)$";
        let messages = reference().map(|tag| {
            let message = tag.message();
            let mut pattern = String::from("^");
            let mut types = Vec::new();
            for piece in message.pieces() {
                match *piece {
                    Piece::Literal(text) => pattern += &regex::escape(text),
                    Piece::Placeholder(index) => {
                        let field_type = message.placeholders()[index].field_type();
                        types.push(field_type);
                        pattern += match field_type {
                            FieldType::Text => "(.*?)",
                            FieldType::Ip => "([0-9a-fA-F:.]+)",
                            _ => r"(-?\d+)",
                        };
                    }
                    other => panic!("{other:?} is not in the catalog of kmd"),
                }
            }
            (tag.as_str(), (Regex::new(&(pattern + "$")).expect("a pattern"), types))
        });
        Self { header: Regex::new(header).expect("a pattern"), messages: messages.collect() }
    }
}

fn by_regex(regexes: &Regexes, log: &str) -> usize {
    let mut header = regexes.header.capture_locations();
    let mut values: HashMap<&str, CaptureLocations> =
        regexes.messages.iter().map(|(tag, (regex, _))| (*tag, regex.capture_locations())).collect();
    let mut events = 0;
    for line in log.lines() {
        if regexes.header.captures_read(&mut header, line).is_none() {
            continue;
        }
        let part = |index: usize| header.get(index).map(|(start, end)| &line[start..end]);
        black_box((part(1), part(2), part(3), part(5)));
        let (Some("kmd"), Some(tag), Some(text)) = (part(4), part(6), part(7)) else {
            continue;
        };
        let (Some((regex, types)), Some(places)) = (regexes.messages.get(tag), values.get_mut(tag)) else {
            continue;
        };
        if regex.captures_read(places, text).is_none() {
            continue;
        }
        let fits = types.iter().enumerate().all(|(index, field_type)| {
            let value = places.get(index + 1).map_or("", |(start, end)| &text[start..end]);
            parses(*field_type, value)
        });
        events += usize::from(fits);
    }
    events
}

fn parses(field_type: FieldType, value: &str) -> bool {
    match field_type {
        FieldType::Text => !black_box(value).is_empty(),
        FieldType::Ip => black_box(value.parse::<IpAddr>()).is_ok(),
        FieldType::U16 => black_box(value.parse::<u16>()).is_ok(),
        FieldType::U32 => black_box(value.parse::<u32>()).is_ok(),
        _ => black_box(value.parse::<i64>()).is_ok(),
    }
}

struct Groks {
    header: grok::Pattern,
    messages: HashMap<&'static str, grok::Pattern>,
}

impl Groks {
    fn new() -> Self {
        let mut grok = grok::Grok::with_default_patterns();
        grok.add_pattern("KMDTAG", "KMD_[A-Z0-9_]+");
        let header = "^(?:<%{NONNEGINT:pri}>)?%{SYSLOGTIMESTAMP:time} +%{NOTSPACE:host} %{PROG:process}(?:\\[%{POSINT:pid}\\])?: (?:%{KMDTAG:tag}: )?%{GREEDYDATA:text}$";
        let messages = reference().map(|tag| {
            let message = tag.message();
            let mut pattern = String::from("^");
            for piece in message.pieces() {
                match *piece {
                    Piece::Literal(text) => pattern += &regex::escape(text),
                    Piece::Placeholder(index) => {
                        let placeholder = message.placeholders()[index];
                        let kind = match placeholder.field_type() {
                            FieldType::Text => "DATA",
                            FieldType::Ip => "IP",
                            _ => "INT",
                        };
                        pattern += &format!("%{{{kind}:{}}}", placeholder.name().replace('-', "_"));
                    }
                    other => panic!("{other:?} is not in the catalog of kmd"),
                }
            }
            (tag.as_str(), grok.compile(&(pattern + "$"), true).expect("a pattern"))
        });
        let messages = messages.collect();
        Self { header: grok.compile(header, true).expect("a pattern"), messages }
    }
}

fn by_grok(groks: &Groks, log: &str) -> usize {
    let mut events = 0;
    for line in log.lines() {
        let Some(header) = groks.header.match_against(line) else {
            continue;
        };
        if header.get("process") != Some("kmd") {
            continue;
        }
        let (Some(tag), Some(text)) = (header.get("tag"), header.get("text")) else {
            continue;
        };
        let Some(pattern) = groks.messages.get(tag) else {
            continue;
        };
        let Some(values) = pattern.match_against(text) else {
            continue;
        };
        for value in &values {
            black_box(value);
        }
        events += 1;
    }
    events
}
