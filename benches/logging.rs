//! Benchmarks of logging one event, compared with `tracing` and `log`.
//!
//! All write a line with a time, a level or priority, the process, the tag and the text to the same output, with one
//! call per line. The clock is constant.

#[path = "support/alternate.rs"]
mod alternate;
#[path = "support/table.rs"]
mod table;

use std::fmt;
use std::hint::black_box;
use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use alternate::{Code, code, times};
use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::sink::{Filter, Sink, Writer};
use kmd_events::{Severity, kmd_log};
use table::{Goal, Table, nanoseconds};
use tracing_subscriber::fmt::format::Writer as TracingWriter;
use tracing_subscriber::fmt::time::FormatTime;

/// The number of lines that were written.
static LINES: AtomicUsize = AtomicUsize::new(0);

/// An output that counts lines. The compiler must assume that their text is used.
struct Output;

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        black_box(bytes);
        LINES.fetch_add(usize::from(bytes.ends_with(b"\n")), Ordering::Relaxed);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The time in the lines of the baselines, in the format of RFC 3164.
struct Time;

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (month, day, hour, minute, second) = black_box(("Aug", 3, 10, 18, 44));
        write!(f, "{month} {day:>2} {hour:02}:{minute:02}:{second:02}")
    }
}

impl FormatTime for Time {
    fn format_time(&self, out: &mut TracingWriter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}

/// A logger that formats a line and writes it, like [`Writer`].
struct Logger(Mutex<Output>);

static LOGGER: Logger = Logger(Mutex::new(Output));

impl log::Log for Logger {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.level() <= log::max_level()
    }

    fn log(&self, record: &log::Record<'_>) {
        // `Writer` reserves the usual length of a line, too.
        let mut line = String::with_capacity(256);
        let _ = fmt::Write::write_fmt(
            &mut line,
            format_args!("{Time} {} {}: {}\n", record.level(), record.target(), record.args()),
        );
        let _ = self.0.lock().unwrap_or_else(PoisonError::into_inner).write_all(line.as_bytes());
    }

    fn flush(&self) {}
}

/// The values of the events.
struct Peer {
    address: IpAddr,
    port: u16,
    name: String,
}

fn main() {
    let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
    let sink = |format| {
        Filter::new(Writer::new(Output, Formatter::new(format), move || time)).with_max_severity(Severity::Warning)
    };
    let (plain, structured) = (sink(Format::Rfc3164), sink(Format::Rfc5424));
    // The compiler must not know the type of the sink.
    let (plain, structured): (&dyn Sink, &dyn Sink) = (black_box(&plain), black_box(&structured));
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::WARN)
        .with_timer(Time)
        .with_ansi(false)
        .with_writer(|| Output);
    tracing::subscriber::set_global_default(subscriber.finish()).expect("the only subscriber");
    log::set_logger(&LOGGER).expect("the only logger");
    log::set_max_level(log::LevelFilter::Warn);
    let peer = Peer { address: Ipv4Addr::new(203, 0, 113, 77).into(), port: 500, name: "branch-7".to_owned() };

    let codes = [
        checked(0, || ours_disabled(black_box(plain), &peer)),
        checked(0, || log_disabled(&peer)),
        checked(1, || ours(black_box(plain), &peer)),
        checked(1, || log(&peer)),
        checked(1, || ours(black_box(structured), &peer)),
        checked(1, || tracing_with_fields(&peer)),
    ];
    let [disabled, log_disabled, enabled, log_enabled, values, fields] = times(Duration::from_secs(3), codes);

    let mut table = Table::new("Logging");
    table.row("kmd_log!, disabled", disabled, ("log::log!", log_disabled), Goal::AtMost(4.0), nanoseconds);
    table.row("kmd_log!, enabled", enabled, ("log::log!", log_enabled), Goal::AtMost(1.0), nanoseconds);
    let baseline = ("tracing::event! with fields", fields);
    table.row("kmd_log!, with values", values, baseline, Goal::AtMost(1.0), nanoseconds);
    table.finish();
}

/// Returns code that makes a call. Checks that the call writes the given number of lines.
fn checked<'a, R>(lines: usize, mut call: impl FnMut() -> R + 'a) -> Code<'a> {
    let before = LINES.load(Ordering::Relaxed);
    call();
    assert_eq!(LINES.load(Ordering::Relaxed) - before, lines);
    code(call)
}

#[inline(never)]
fn ours_disabled(sink: &dyn Sink, peer: &Peer) -> bool {
    kmd_log!(sink, KMD_VPN_UP_ALARM_USER { vpn_name: &peer.name, remote_address: peer.address }).is_ok()
}

#[inline(never)]
fn log_disabled(peer: &Peer) {
    let Peer { address, name, .. } = peer;
    log::log!(target: "kmd", log::Level::Info, "KMD_VPN_UP_ALARM_USER: VPN {name} from {address} is up.");
}

#[inline(never)]
fn ours(sink: &dyn Sink, peer: &Peer) -> bool {
    let Peer { address, port, name } = peer;
    kmd_log!(sink, KMD_DPD_REMOTE_PEER_NOT_FOUND { remote_address: address, remote_port: *port, service_set: name })
        .is_ok()
}

#[inline(never)]
fn log(peer: &Peer) {
    let Peer { address, port, name } = peer;
    log::log!(
        target: "kmd",
        log::Level::Error,
        "KMD_DPD_REMOTE_PEER_NOT_FOUND: Unable to send DPD reply: DPD entry for remote peer {address}:{port} not found \
         in IKE server instance {name}",
    );
}

#[inline(never)]
fn tracing_with_fields(peer: &Peer) {
    let Peer { address, port, name } = peer;
    tracing::event!(
        target: "kmd",
        tracing::Level::ERROR,
        remote_address = %address,
        remote_port = *port,
        service_set = %name,
        "KMD_DPD_REMOTE_PEER_NOT_FOUND: Unable to send DPD reply: DPD entry for remote peer {address}:{port} not found \
         in IKE server instance {name}",
    );
}
