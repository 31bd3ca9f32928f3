//! A real rsyslogd with its own configuration, sockets, ports and log file.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpStream, UdpSocket};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use crate::port;

/// The time after which a test fails. A successful test never waits that long.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The templates of rsyslog for files and for other syslog daemons, in its default configuration and in those of
/// distributions.
pub const TEMPLATES: [&str; 6] = [
    "RSYSLOG_TraditionalFileFormat",
    "RSYSLOG_SysklogdFileFormat",
    "RSYSLOG_FileFormat",
    "RSYSLOG_SyslogProtocol23Format",
    "RSYSLOG_TraditionalForwardFormat",
    "RSYSLOG_ForwardFormat",
];

pub struct Rsyslog {
    folder: TempDir,
    udp: SocketAddr,
    tcp: SocketAddr,
    devices: SocketAddr,
    file: BufReader<File>,
    daemon: Child,
    was_killed: bool,
}

/// The beginning of every line. In a value, its quotes would be escaped by backslashes.
const BEGIN: &str = "{\"input\":";

impl Rsyslog {
    /// Starts rsyslogd. Returns `None` if it is not installed and reports this on standard error, past the capture of
    /// the test harness.
    pub fn start(test: &str) -> Option<Self> {
        let program = program()?;
        if !program.is_file() {
            let text = format!("\nSKIPPED: {test}, since rsyslogd is not installed\n");
            std::io::stderr().write_all(text.as_bytes()).expect("stderr");
            return None;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let (udp, tcp, devices) = (port::free(), port::free(), port::free());
        let ports = [udp, tcp, devices, port::free(), port::free()].map(|address| address.port());
        let configuration = configuration(folder.path(), ports);
        fs::write(folder.path().join("rsyslog.conf"), configuration).expect("written");
        // The program is copied to another path, since AppArmor may restrict the installed one to its own folders.
        // Another process copies it. Otherwise, a child process of another test could hold the file open for writing
        // while it is started.
        let copy = Command::new("cp").arg(program).arg(folder.path().join("rsyslogd")).status();
        assert!(copy.expect("cp runs").success());
        let out = folder.path().join("out.json");
        fs::write(&out, "").expect("written");
        let file = BufReader::new(File::open(out).expect("its file"));
        let daemon = spawn(folder.path());
        let rsyslog = Self { folder, udp, tcp, devices, file, daemon, was_killed: false };
        rsyslog.wait_until_ready();
        Some(rsyslog)
    }

    /// Returns the path of the datagram socket with the parser for local messages, like `/dev/log`.
    pub fn unix(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// Returns the path of the datagram socket with the parsers for network messages.
    pub fn unix_parsed(&self) -> PathBuf {
        self.folder.path().join("parsed")
    }

    /// Returns the path of the stream socket.
    pub fn unix_stream(&self) -> PathBuf {
        self.folder.path().join("stream")
    }

    pub fn udp(&self) -> SocketAddr {
        self.udp
    }

    pub fn tcp(&self) -> SocketAddr {
        self.tcp
    }

    /// Returns the UDP address for messages that are written with each of the [`TEMPLATES`].
    pub fn devices(&self) -> SocketAddr {
        self.devices
    }

    /// Returns the lines of the messages to [`devices`](Self::devices) with a template, as soon as one contains `last`.
    pub fn templated(&self, template: &str, last: &str) -> Vec<String> {
        let path = self.folder.path().join(template);
        let mut text = String::new();
        until(|| {
            text = fs::read_to_string(&path).unwrap_or_default();
            text.ends_with('\n') && text.contains(last)
        });
        text.lines().map(str::to_owned).collect()
    }

    /// Kills rsyslogd with SIGKILL.
    pub fn kill(&mut self) {
        self.daemon.kill().expect("killed");
        self.daemon.wait().expect("gone");
        self.was_killed = true;
    }

    /// Starts rsyslogd again with the same sockets, ports and file.
    pub fn start_again(&mut self) {
        self.daemon = spawn(self.folder.path());
        self.wait_until_ready();
    }

    /// Returns this number of next messages. To check that there are no others, a test sends one more message and
    /// checks that it is the last.
    pub fn next(&mut self, number: usize) -> Vec<Value> {
        (0..number).map(|_| self.next_with(|| {})).collect()
    }

    /// Returns the next message. Calls `again` while there is no next message.
    pub fn next_with(&mut self, mut again: impl FnMut()) -> Value {
        loop {
            let line = self.line(&mut again);
            // If rsyslogd was killed while it wrote a line, the first line of the next process follows the partial
            // line.
            let whole = if self.was_killed { line.rfind(BEGIN) } else { None };
            let line = &line[whole.unwrap_or(0)..];
            let record: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            if record["programname"] != "probe" {
                return record;
            }
        }
    }

    /// Returns the lines of a process in a file that has the usual format of `/var/log/syslog`. A line is in this file
    /// before [`next`](Self::next) returns its record.
    pub fn syslog_file(&self, process: &str) -> String {
        let text = fs::read_to_string(self.folder.path().join("syslog")).expect("its file");
        let lines = text.lines().filter(|line| line.contains(process));
        lines.map(|line| format!("{line}\n")).collect()
    }

    /// Returns the next line of the file, which may not be complete yet.
    fn line(&mut self, mut again: impl FnMut()) -> String {
        let mut line = String::new();
        until(|| {
            self.file.read_line(&mut line).expect("UTF-8");
            let is_whole = line.ends_with('\n');
            if !is_whole {
                again();
            }
            is_whole
        });
        line
    }

    /// Waits until every input accepts messages.
    fn wait_until_ready(&self) {
        let socket = UdpSocket::bind("127.0.0.1:0").expect("a port");
        let probes = || {
            let text = fs::read_to_string(self.folder.path().join("out.json")).unwrap_or_default();
            text.matches("probe").count()
        };
        let before = probes();
        until(|| {
            let _ = socket.send_to(b"<15>Aug  3 10:18:44 here probe: x", self.udp);
            probes() > before
        });
        until(|| TcpStream::connect(self.tcp).is_ok());
        until(|| std::os::unix::net::UnixStream::connect(self.unix_stream()).is_ok());
        for path in [self.unix(), self.unix_parsed()] {
            let socket = std::os::unix::net::UnixDatagram::unbound().expect("a socket");
            until(|| socket.connect(&path).is_ok());
        }
    }
}

impl Drop for Rsyslog {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// Waits until the condition is true, and panics if it stays false.
pub fn until(mut is_true: impl FnMut() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !is_true() {
        assert!(Instant::now() < end, "waited in vain");
        thread::sleep(Duration::from_millis(5));
    }
}

fn program() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders = std::env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
    let mut programs = folders.map(|folder| folder.join("rsyslogd"));
    Some(programs.find(|program| program.is_file()).unwrap_or_default())
}

fn spawn(folder: &Path) -> Child {
    Command::new(folder.join("rsyslogd"))
        .arg("-n")
        .arg("-f")
        .arg(folder.join("rsyslog.conf"))
        .arg("-i")
        .arg(folder.join("pid"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("rsyslogd runs")
}

fn configuration(folder: &Path, [udp, tcp, devices, raw, more_raw]: [u16; 5]) -> String {
    let folder = folder.display();
    let [files @ .., one, other] = TEMPLATES;
    let file = |template| format!("action(type=\"omfile\" file=\"{folder}/{template}\" template=\"{template}\")\n");
    let files = files.map(file).concat();
    // The templates for other daemons have no line break, so such messages are sent back and written as they arrive.
    let forwards = [(one, raw), (other, more_raw)];
    let actions = forwards.map(|(template, port)| {
        format!(
            "action(type=\"omfwd\" target=\"127.0.0.1\" port=\"{port}\" protocol=\"udp\" template=\"{template}\")\n"
        )
    });
    let actions = actions.concat();
    let inputs = forwards.map(|(template, port)| {
        format!(
            "ruleset(name=\"{template}\") {{ action(type=\"omfile\" file=\"{folder}/{template}\" template=\"raw\") }}\n\
             input(type=\"imudp\" address=\"127.0.0.1\" port=\"{port}\" ruleset=\"{template}\")\n"
        )
    });
    let inputs = inputs.concat();
    format!(
        r#"
global(workDirectory="{folder}" maxMessageSize="64k" localHostname="receiver" net.enableDNS="off")
module(load="imuxsock" sysSock.use="off")
module(load="imudp")
module(load="imtcp")
module(load="imptcp")
template(name="json" type="list" option.jsonf="on") {{
    property(outname="input" name="inputname" format="jsonf")
    property(outname="facility" name="syslogfacility" format="jsonf")
    property(outname="severity" name="syslogseverity" format="jsonf")
    property(outname="hostname" name="hostname" format="jsonf")
    property(outname="programname" name="programname" format="jsonf")
    property(outname="procid" name="procid" format="jsonf")
    property(outname="msgid" name="msgid" format="jsonf")
    property(outname="data" name="structured-data" format="jsonf")
    property(outname="time" name="timereported" dateFormat="rfc3339" format="jsonf")
    property(outname="msg" name="msg" format="jsonf")
}}
ruleset(name="out") {{
    action(type="omfile" file="{folder}/syslog" template="RSYSLOG_FileFormat")
    action(type="omfile" file="{folder}/out.json" template="json")
}}
template(name="raw" type="string" string="%rawmsg%\n")
{inputs}
ruleset(name="devices") {{
{files}{actions}}}
input(type="imudp" address="127.0.0.1" port="{devices}" ruleset="devices")
input(type="imuxsock" socket="{folder}/log" rateLimit.interval="0" ruleset="out")
input(type="imuxsock" socket="{folder}/parsed" rateLimit.interval="0" useSpecialParser="off" parseHostname="on" ruleset="out")
input(type="imptcp" path="{folder}/stream" unlink="on" ruleset="out")
input(type="imudp" address="127.0.0.1" port="{udp}" ruleset="out")
input(type="imtcp" address="127.0.0.1" port="{tcp}" ruleset="out")
"#
    )
}
