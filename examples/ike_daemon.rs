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

use kmd_events::format::{Format, Formatter, Timestamp};
#[cfg(target_os = "linux")]
use kmd_events::journald::Journal;
use kmd_events::syslog::{SendError, Syslog, Target};
use kmd_events::{Event, kmd_event};
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
    let arguments = match arguments() {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            return match write!(std::io::stdout(), "{HELP}") {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    complain(&error);
                    ExitCode::FAILURE
                }
            };
        }
        Err(error) => {
            complain(&format_args!("{error}; see --help"));
            return ExitCode::from(2);
        }
    };
    match Log::open(arguments).and_then(life) {
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

/// Simulates the life of the responder.
fn life(mut log: Log) -> Result<(), Box<dyn Error>> {
    let branch =
        Peer { vpn_name: "hq-branch7", tunnel_name: "branch-7", address: Ipv4Addr::new(203, 0, 113, 77).into() };
    let lab = Peer { vpn_name: "hq-lab", tunnel_name: "lab", address: Ipv4Addr::new(192, 0, 2, 9).into() };

    // Two peers come up.
    branch.up(&mut log)?;
    lab.up(&mut log)?;
    log.event(&kmd_event!(KMD_VPN_DFBIT_STATUS_MSG { vpn_name: lab.vpn_name, argument: "copy" }))?;

    // The provider of one peer assigns another address to it.
    log.event(&kmd_event!(KMD_DPD_REMOTE_ADDRESS_CHANGED {
        tunnel_name: lab.tunnel_name,
        old_address: lab.address,
        new_address: Ipv4Addr::new(192, 0, 2, 130),
    }))?;

    // A stranger proposes algorithms that this responder does not support.
    log.event(&kmd_event!(KMD_PM_PHASE1_PROTO_NOT_ISAKMP))?;
    log.event(&kmd_event!(KMD_PM_UNSUPPORTED_KEY { type: "dsa" }))?;
    log.event(&kmd_event!(KMD_PM_PHASE1_GROUP_UNSPECIFIED))?;

    // The first peer dies, and it has no backup peer.
    log.event(&kmd_event!(KMD_DPD_REMOTE_PEER_NOT_FOUND {
        remote_address: branch.address,
        remote_port: 500,
        service_set: "ss-vpn",
    }))?;
    let attempts = 3;
    for _ in 0..attempts {
        log.event(&kmd_event!(KMD_DPD_FAILOVER_NO_BACKUP_PEER { tunnel_name: branch.tunnel_name }))?;
    }
    log.event(&kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: attempts, tunnel_name: branch.tunnel_name }))?;
    branch.down(&mut log)?;
    log.event(&kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: branch.tunnel_name }))?;

    // The peer comes back, and then the responder is stopped.
    branch.up(&mut log)?;
    branch.down(&mut log)?;
    lab.down(&mut log)?;
    log.close()
}

struct Peer {
    vpn_name: &'static str,
    tunnel_name: &'static str,
    address: IpAddr,
}

impl Peer {
    fn up(&self, log: &mut Log) -> Result<(), Box<dyn Error>> {
        log.event(&kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: self.vpn_name, remote_address: self.address }))
    }

    fn down(&self, log: &mut Log) -> Result<(), Box<dyn Error>> {
        log.event(&kmd_event!(KMD_VPN_DOWN_ALARM_USER { vpn_name: self.vpn_name, remote_address: self.address }))
    }
}

/// The sink of the events. An unavailable receiver does not stop the daemon: unsent events are kept and sent again at
/// the end.
enum Log {
    Stdout(Formatter),
    Syslog {
        syslog: Syslog,
        unsent: Vec<SendError>,
    },
    #[cfg(target_os = "linux")]
    Journal(Journal),
}

impl Log {
    fn open(arguments: Arguments) -> Result<Self, Box<dyn Error>> {
        let target = match arguments.sink {
            Sink::Stdout => {
                let formatter = Formatter::for_this_host(arguments.format.unwrap_or(Format::Junos))?;
                return Ok(Self::Stdout(match formatter.format() {
                    Format::Rfc3164 => formatter.without_hostname(),
                    _ => formatter,
                }));
            }
            #[cfg(target_os = "linux")]
            Sink::Journal => return Ok(Self::Journal(Journal::new())),
            Sink::Syslog(target) => target,
        };
        let formatter = Formatter::for_this_host(arguments.format.unwrap_or(Format::Rfc3164))?;
        Ok(Self::Syslog { syslog: Syslog::new(target, formatter), unsent: Vec::new() })
    }

    fn event(&mut self, event: &dyn Event) -> Result<(), Box<dyn Error>> {
        match self {
            Self::Stdout(formatter) => {
                let record = formatter.format_to_string(event, Timestamp::now());
                Ok(writeln!(std::io::stdout(), "{record}")?)
            }
            Self::Syslog { syslog, unsent } => {
                if let Err(error) = syslog.send(event) {
                    if unsent.is_empty() {
                        complain(&format_args!("{error}; unsent events are kept until the end"));
                    }
                    unsent.push(error);
                }
                Ok(())
            }
            #[cfg(target_os = "linux")]
            Self::Journal(journal) => Ok(journal.send(event)?),
        }
    }

    fn close(self) -> Result<(), Box<dyn Error>> {
        let Self::Syslog { syslog, unsent } = self else {
            return Ok(());
        };
        let mut lost = String::new();
        for error in unsent {
            if let Err(error) = syslog.resend(error) {
                write!(lost, "{error}:\n    {}\n", error.syslog_message())?;
            }
        }
        let refused = syslog.refused_datagrams();
        if refused > 0 {
            writeln!(lost, "{refused} datagrams or more were refused: no process listens on the port")?;
        }
        match &*lost {
            "" => Ok(()),
            _ => Err(lost.into()),
        }
    }
}

struct Arguments {
    sink: Sink,
    format: Option<Format>,
}

enum Sink {
    Stdout,
    Syslog(Target),
    #[cfg(target_os = "linux")]
    Journal,
}

/// Parses the arguments. Returns `None` for `--help`.
fn arguments() -> Result<Option<Arguments>, lexopt::Error> {
    let mut sink = None;
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
                Sink::Syslog(Target::Unix(path.into()))
            }
            Long("udp") => Sink::Syslog(Target::Udp(address(&parser.value()?.string()?)?)),
            Long("tcp") => Sink::Syslog(Target::Tcp(address(&parser.value()?.string()?)?)),
            #[cfg(target_os = "linux")]
            Long("journald") => Sink::Journal,
            other => return Err(other.unexpected()),
        };
        if sink.replace(named).is_some() {
            return Err("more than one sink".into());
        }
    }
    let sink = sink.unwrap_or(Sink::Stdout);
    #[cfg(target_os = "linux")]
    if matches!(sink, Sink::Journal) && format.is_some() {
        return Err("--journald cannot be combined with --format".into());
    }
    Ok(Some(Arguments { sink, format }))
}

/// Returns the first address of a host name or an IP address with a port.
fn address(text: &str) -> Result<SocketAddr, String> {
    let name = text.escape_debug();
    match text.to_socket_addrs() {
        Ok(mut addresses) => addresses.next().ok_or_else(|| format!("{name} has no address")),
        Err(error) => Err(format!("invalid address {name}: {error}; expected an address such as 192.0.2.1:514")),
    }
}
