//! Shows how to read a log with `Records`. The program prints each line of a log as a JSON object. With `--summary`, it
//! counts the messages instead.
//!
//! ```text
//! $ cargo run --example decode -- messages.log
//! {"time":"Mar  4 08:15:01","host":"edge-fw1",…,"tag":"KMD_VPN_UP_ALARM_USER","outcome":"event",…}
//!
//! $ cargo run --example decode -- --summary messages.log
//!    count  outcome   severity   first            last             tag
//!        1  event     info       Mar  4 08:15:01  Mar  4 08:15:01  KMD_VPN_UP_ALARM_USER
//! 1 lines: 1 events, 0 mismatches, 0 unknown, 0 untagged, 0 other
//! ```

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use kmd_events::{Facility, KmdRecord, KmdTag, Outcome, Records, Severity};
use lexopt::prelude::*;
use serde_json::{Map, Value};

const USAGE: &str = "usage: decode [--summary] [FILE]   (default: standard input)";

fn main() -> ExitCode {
    let (summary, file) = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let reader: Box<dyn BufRead> = match &file {
        None => Box::new(io::stdin().lock()),
        Some(path) => match File::open(path) {
            Ok(file) => Box::new(BufReader::new(file)),
            Err(error) => {
                eprintln!("{}: {error}", path.display());
                return ExitCode::from(2);
            }
        },
    };
    let records = Records::new(reader);
    let out = io::BufWriter::new(io::stdout().lock());
    let name = file.map_or("standard input".to_owned(), |path| path.display().to_string());
    match if summary { table(records, out) } else { lines(records, out) } {
        // The reader of the pipe has stopped, which is not an error.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{name}: {error}");
            ExitCode::FAILURE
        }
        Ok(()) => ExitCode::SUCCESS,
    }
}

fn arguments() -> Result<(bool, Option<PathBuf>), lexopt::Error> {
    let (mut summary, mut file) = (false, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("summary") => summary = true,
            Long("help") => {
                println!("{USAGE}");
                std::process::exit(0);
            }
            Value(path) if file.is_none() => file = Some(path.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok((summary, file))
}

fn lines(mut records: Records<impl BufRead, KmdTag>, mut out: impl Write) -> io::Result<()> {
    while let Some(record) = records.read()? {
        writeln!(out, "{}", Value::Object(json(&record)))?;
    }
    out.flush()
}

/// Returns the record as a JSON object. Parts that the line does not have are omitted.
fn json(record: &KmdRecord<'_>) -> Map<String, Value> {
    let mut object = Map::new();
    let mut put = |name: &str, text: Option<&str>| {
        if let Some(text) = text {
            object.insert(name.to_owned(), text.into());
        }
    };
    put("time", record.time());
    put("host", record.host());
    put("process", record.process());
    put("pid", record.pid());
    put("facility", record.facility().map(Facility::as_str));
    put("severity", record.severity().map(Severity::as_str));
    put("tag", record.tag());
    put("outcome", Some(outcome(record)));
    match record.outcome() {
        Outcome::Event { event, rest, .. } => {
            put("rest", Some(&**rest).filter(|rest| !rest.is_empty()));
            // The JSON form of an event has the fields by their documented names.
            if let Ok(Value::Object(mut event)) = serde_json::to_value(event) {
                object.extend(event.remove("fields").map(|fields| ("fields".to_owned(), fields)));
            }
        }
        Outcome::Mismatch { reason, .. } => put("reason", Some(&reason.to_string())),
        _ => {}
    }
    if !record.text().is_empty() {
        object.insert("text".to_owned(), record.text().into());
    }
    object
}

fn outcome(record: &KmdRecord<'_>) -> &'static str {
    match record.outcome() {
        Outcome::Event { .. } => "event",
        Outcome::Mismatch { .. } => "mismatch",
        Outcome::UnknownTag => "unknown",
        Outcome::Untagged => "untagged",
        _ => "other",
    }
}

/// A row of the summary.
struct Seen {
    count: u64,
    severity: Option<Severity>,
    first: String,
    last: String,
}

fn table(mut records: Records<impl BufRead, KmdTag>, mut out: impl Write) -> io::Result<()> {
    let mut rows: BTreeMap<(String, &str), Seen> = BTreeMap::new();
    while let Some(record) = records.read()? {
        if *record.outcome() == Outcome::Other {
            continue;
        }
        let tag = record.tag().unwrap_or("(no tag)").to_owned();
        let known = tag.parse::<KmdTag>().ok();
        let severity = known.map(KmdTag::severity).or(record.severity());
        let time = record.time().unwrap_or_default();
        let seen = rows.entry((tag, outcome(&record))).or_insert_with(|| Seen {
            count: 0,
            severity,
            first: String::new(),
            last: String::new(),
        });
        seen.count += 1;
        if !time.is_empty() {
            time.clone_into(&mut seen.last);
        }
        if seen.first.is_empty() {
            time.clone_into(&mut seen.first);
        }
    }
    let width = |text: fn(&Seen) -> &str| rows.values().map(|seen| text(seen).len()).max().unwrap_or(0).max(5);
    let (first, last) = (width(|seen| &seen.first), width(|seen| &seen.last));
    if !rows.is_empty() {
        writeln!(
            out,
            "{:>8}  {:<8}  {:<9}  {:<first$}  {:<last$}  tag",
            "count", "outcome", "severity", "first", "last"
        )?;
    }
    for ((tag, outcome), seen) in &rows {
        let severity = seen.severity.map_or("-", Severity::as_str);
        writeln!(
            out,
            "{:>8}  {outcome:<8}  {severity:<9}  {:<first$}  {:<last$}  {tag}",
            seen.count, seen.first, seen.last
        )?;
    }
    let counts = records.counts();
    writeln!(
        out,
        "{} lines: {} events, {} mismatches, {} unknown, {} untagged, {} other",
        counts.total(),
        counts.events,
        counts.mismatches,
        counts.unknown,
        counts.untagged,
        counts.other
    )?;
    out.flush()
}
