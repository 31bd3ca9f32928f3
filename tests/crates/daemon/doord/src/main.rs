//! A daemon that answers requests from standard input. It logs to standard error and to a file of audit messages.

mod forced_doors;
mod options;
mod refused;
mod requests;

use std::error::Error;
use std::fs::File;
use std::io;
use std::process::ExitCode;
use std::sync::Arc;

use daemon_log::LogThread;
use daemon_log::door::{door_event, door_log};
use daemon_log::kmd_events::format::{Format, Formatter, Timestamp};
use daemon_log::kmd_events::sink::{AddContext, Fanout, Filter, Sink, Writer};
use daemon_log::kmd_events::{Event, Facility};

use crate::forced_doors::ForcedDoors;
use crate::options::{Options, USAGE};

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args_os().skip(1)) {
        Ok(options) => options,
        Err(error) => {
            eprintln!("doord: {error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("doord: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let formatter = Formatter::new(Format::Rfc5424).with_pid(std::process::id());
    let for_stderr = match options.facility {
        Some(facility) => formatter.clone().with_facility(facility),
        None => formatter.clone(),
    };
    let stderr = Arc::new(Writer::new(io::stderr(), for_stderr, Timestamp::utc_now));
    let forced = Arc::new(ForcedDoors::default());
    let mut sinks = Fanout::new()
        .with(Filter::new(Arc::clone(&stderr)).with_max_severity(options.severity))
        .with(Arc::clone(&forced));
    if let Some(path) = &options.audit {
        let file = File::options().create(true).append(true).open(path);
        let file = file.map_err(|error| format!("cannot open {}: {error}", path.display()))?;
        let audit = Writer::new(file, formatter, Timestamp::utc_now);
        sinks = sinks.with(Filter::new(audit).with_facilities(&[Facility::Authpriv]));
    }
    let sinks = AddContext::new(sinks).with("instance", &*options.house.zone);

    let mut failures: u64 = 0;
    let log = LogThread::start(Arc::new(sinks), move |error| {
        failures += 1;
        if failures == 1 {
            let event = door_event!(DOOR_LOG_INCOMPLETE { error: %error.cause() });
            // There is no other place for a failure of standard error.
            let _ = stderr.log(&event.with("event", error.rendered()));
        }
    })?;
    door_log!(log, DOOR_STARTED { doors: options.house.doors.into() })?;
    let served = requests::serve(&options.house, io::stdin().lock(), io::stdout().lock(), &log);
    log.finish()?;
    served?;
    for door in forced.doors() {
        println!("door {door} was forced");
    }
    Ok(())
}
