//! Shows how to send events to a sink. The program simulates a small IKE responder and logs its events to the sink that
//! the arguments select.
//!
//! ```text
//! $ cargo run --example ike_daemon
//! Mar  4 08:15:01  edge-fw1 kmd[2190]: KMD_VPN_UP_ALARM_USER: VPN hq-branch7 from 203.0.113.77 is up.
//! …
//!
//! $ cargo run --example ike_daemon -- --syslog /dev/log
//! $ cargo run --example ike_daemon -- --tcp 192.0.2.1:514 --format rfc5424
//! ```

use std::error::Error;
use std::fmt::{Display, Write as _};
use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, ToSocketAddrs as _};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use kmd_events::format::{Format, FormatError, Formatter, Timestamp};
#[cfg(target_os = "linux")]
use kmd_events::journald::Journal;
use kmd_events::sink::{Sink, SinkError, Writer};
use kmd_events::syslog::{SendError, Syslog, Target};
use kmd_events::{Event, kmd_log};
use lexopt::prelude::*;

const HELP: &str = "\
Simulates a small IKE responder and logs its events.

    ike_daemon [SINK] [--format FORMAT]

Sinks (default: standard output):
    --syslog PATH    a Unix socket, usually /dev/log
    --udp ADDRESS    a syslog daemon over UDP, for example 192.0.2.1:514
    --tcp ADDRESS    a syslog daemon over TCP, with octet-counting framing
    --journald       the systemd journal, which has no format

Formats (default: rfc3164 for a syslog daemon, junos for standard output):
    rfc3164, rfc5424, junos, junos-priority, junos-structured, junos-brief

    --help           print this text
";

fn main() -> ExitCode {
    let result = match arguments() {
        Ok(Some(arguments)) => run(arguments),
        Ok(None) => write!(std::io::stdout(), "{HELP}").map_err(Into::into),
        Err(error) => {
            complain(&format_args!("{error}; see --help"));
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

/// Reports a problem on standard error. If that fails, the problem cannot be reported.
fn complain(problem: &dyn Display) {
    let _ = writeln!(std::io::stderr(), "ike_daemon: {problem}");
}

/// Logs the events to the sink that the arguments name.
fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let log = open(arguments)?;
    life(&*log)?;
    log.flush()?;
    Ok(())
}

/// Opens the sink that the arguments name.
fn open(Arguments { destination, format }: Arguments) -> Result<Box<dyn Sink>, FormatError> {
    Ok(match destination {
        Destination::Stdout => {
            let formatter = Formatter::for_this_host(format.unwrap_or(Format::Junos))?;
            let formatter = match formatter.format() {
                Format::Rfc3164 => formatter.without_hostname(),
                _ => formatter,
            };
            Box::new(Writer::new(std::io::stdout(), formatter, Timestamp::now))
        }
        Destination::Syslog(target) => {
            let formatter = Formatter::for_this_host(format.unwrap_or(Format::Rfc3164))?;
            Box::new(ResendingSyslog { syslog: Syslog::new(target, formatter), unsent: Mutex::default() })
        }
        #[cfg(target_os = "linux")]
        Destination::Journal => Box::new(Journal::new()),
    })
}

/// Simulates the life of the responder.
fn life(log: &dyn Sink) -> Result<(), SinkError> {
    let branch =
        Peer { vpn_name: "hq-branch7", tunnel_name: "branch-7", address: Ipv4Addr::new(203, 0, 113, 77).into() };
    let lab = Peer { vpn_name: "hq-lab", tunnel_name: "lab", address: Ipv4Addr::new(192, 0, 2, 9).into() };

    // Two peers come up.
    branch.up(log)?;
    lab.up(log)?;
    kmd_log!(log, KMD_VPN_DFBIT_STATUS_MSG { vpn_name: lab.vpn_name, argument: "copy" })?;

    // The provider of one peer assigns another address to it.
    kmd_log!(
        log,
        KMD_DPD_REMOTE_ADDRESS_CHANGED {
            tunnel_name: lab.tunnel_name,
            old_address: lab.address,
            new_address: Ipv4Addr::new(192, 0, 2, 130),
        }
    )?;

    // A stranger proposes algorithms that this responder does not support.
    kmd_log!(log, KMD_PM_PHASE1_PROTO_NOT_ISAKMP)?;
    kmd_log!(log, KMD_PM_UNSUPPORTED_KEY { type: "dsa" })?;
    kmd_log!(log, KMD_PM_PHASE1_GROUP_UNSPECIFIED)?;

    // The first peer dies, and it has no backup peer.
    kmd_log!(
        log,
        KMD_DPD_REMOTE_PEER_NOT_FOUND { remote_address: branch.address, remote_port: 500, service_set: "ss-vpn" }
    )?;
    let attempts = 3;
    for _ in 0..attempts {
        kmd_log!(log, KMD_DPD_FAILOVER_NO_BACKUP_PEER { tunnel_name: branch.tunnel_name })?;
    }
    kmd_log!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: attempts, tunnel_name: branch.tunnel_name })?;
    branch.down(log)?;
    kmd_log!(log, KMD_PM_SA_PEER_ABSENT { sa_name: branch.tunnel_name })?;

    // The peer comes back, and then the responder is stopped.
    branch.up(log)?;
    branch.down(log)?;
    lab.down(log)
}

struct Peer {
    vpn_name: &'static str,
    tunnel_name: &'static str,
    address: IpAddr,
}

impl Peer {
    fn up(&self, log: &dyn Sink) -> Result<(), SinkError> {
        kmd_log!(log, KMD_VPN_UP_ALARM_USER { vpn_name: self.vpn_name, remote_address: self.address })
    }

    fn down(&self, log: &dyn Sink) -> Result<(), SinkError> {
        kmd_log!(log, KMD_VPN_DOWN_ALARM_USER { vpn_name: self.vpn_name, remote_address: self.address })
    }
}

/// A sink that keeps unsent events and sends them again at the end, so that an unavailable syslog daemon does not stop
/// the responder.
struct ResendingSyslog {
    syslog: Syslog,
    unsent: Mutex<Vec<SendError>>,
}

impl Sink for ResendingSyslog {
    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        if let Err(error) = self.syslog.send(event) {
            let mut unsent = self.unsent.lock().unwrap_or_else(PoisonError::into_inner);
            if unsent.is_empty() {
                complain(&format_args!("{error}; unsent events are kept until the end"));
            }
            unsent.push(error);
        }
        Ok(())
    }

    fn flush(&self) -> Result<(), SinkError> {
        let mut lost = String::new();
        let unsent = std::mem::take(&mut *self.unsent.lock().unwrap_or_else(PoisonError::into_inner));
        for error in unsent {
            if let Err(error) = self.syslog.resend(error) {
                // Writing into a string does not fail.
                let _ = write!(lost, "{error}:\n    {}\n", error.syslog_message());
            }
        }
        let refused = self.syslog.refused_datagrams();
        if refused > 0 {
            let _ = writeln!(lost, "{refused} datagrams or more were refused: no process listens on the port");
        }
        if lost.is_empty() { Ok(()) } else { Err(SinkError::of_flush(lost)) }
    }
}

struct Arguments {
    destination: Destination,
    format: Option<Format>,
}

enum Destination {
    Stdout,
    Syslog(Target),
    #[cfg(target_os = "linux")]
    Journal,
}

/// Parses the arguments. Returns `None` for `--help`.
fn arguments() -> Result<Option<Arguments>, lexopt::Error> {
    let mut destination = None;
    let mut format = None;
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        let named = match argument {
            Long("help") | Short('h') => return Ok(None),
            Long("format") => {
                if format.replace(parser.value()?.parse()?).is_some() {
                    return Err("more than one format".into());
                }
                continue;
            }
            #[cfg(unix)]
            Long("syslog") => {
                let path = parser.value()?;
                if path.is_empty() {
                    return Err("--syslog requires a path, for example /dev/log".into());
                }
                Destination::Syslog(Target::Unix(path.into()))
            }
            Long("udp") => Destination::Syslog(Target::Udp(address(&parser.value()?.string()?)?)),
            Long("tcp") => Destination::Syslog(Target::Tcp(address(&parser.value()?.string()?)?)),
            #[cfg(target_os = "linux")]
            Long("journald") => Destination::Journal,
            other => return Err(other.unexpected()),
        };
        if destination.replace(named).is_some() {
            return Err("more than one sink".into());
        }
    }
    let destination = destination.unwrap_or(Destination::Stdout);
    #[cfg(target_os = "linux")]
    if matches!(destination, Destination::Journal) && format.is_some() {
        return Err("--journald cannot be combined with --format".into());
    }
    Ok(Some(Arguments { destination, format }))
}

/// Returns the first address of a host name or an IP address with a port.
fn address(text: &str) -> Result<SocketAddr, String> {
    let name = text.escape_debug();
    match text.to_socket_addrs() {
        Ok(mut addresses) => addresses.next().ok_or_else(|| format!("{name} has no address")),
        Err(error) => Err(format!("invalid address {name}: {error}; expected an address such as 192.0.2.1:514")),
    }
}
