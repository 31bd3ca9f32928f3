//! Tests of combined sinks while a receiver is gone or a disk is full: which events are lost, which are returned, and what the
//! other sinks get.

use std::io::{self, Read as _, Write};
use std::net::{SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::os::unix::net::{UnixDatagram, UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::sink::{AddContext, Fanout, FanoutError, Filter, Recorder, Sink, SinkError, Writer};
use kmd_events::syslog::{SendError, Syslog, Target};
use kmd_events::{KmdRecord, KmdTag, Severity, kmd_event, kmd_log};
use kmd_tests::port;

/// The time after which a test fails. A successful test never waits that long.
const PATIENCE: Duration = Duration::from_secs(20);

fn clock() -> Timestamp {
    Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time")
}

/// Logs an event with this number.
fn logged(log: &dyn Sink, number: u32) -> Result<(), SinkError> {
    kmd_log!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: number, tunnel_name: "t" })
}

/// Returns the number in a line, and whether it has the context.
fn number(line: &str) -> (u32, bool) {
    let record = KmdRecord::parse(line);
    let text = record.event().unwrap_or_else(|| panic!("{line}")).to_string();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (digits.parse().expect("a number"), line.contains(" instance=\"blue\"]"))
}

/// A receiver that can be stopped and started again at the same address.
trait Receiver {
    fn start(&mut self);
    fn stop(&mut self);
    /// Returns the next syslog message.
    fn next(&mut self) -> String;
}

#[derive(Debug)]
struct Udp(SocketAddr, Option<UdpSocket>);

impl Receiver for Udp {
    fn start(&mut self) {
        let socket = UdpSocket::bind(self.0).expect("the port");
        socket.set_read_timeout(Some(PATIENCE)).expect("set");
        self.1 = Some(socket);
    }

    fn stop(&mut self) {
        self.1 = None;
    }

    fn next(&mut self) -> String {
        let socket = self.1.as_ref().expect("started");
        datagram(|bytes| socket.recv(bytes))
    }
}

/// The file of the socket remains after the receiver was killed, and the next one replaces it.
#[derive(Debug)]
struct Datagrams(PathBuf, Option<UnixDatagram>);

impl Receiver for Datagrams {
    fn start(&mut self) {
        let _ = std::fs::remove_file(&self.0);
        let socket = UnixDatagram::bind(&self.0).expect("a socket");
        socket.set_read_timeout(Some(PATIENCE)).expect("set");
        self.1 = Some(socket);
    }

    fn stop(&mut self) {
        self.1 = None;
    }

    fn next(&mut self) -> String {
        let socket = self.1.as_ref().expect("started");
        datagram(|bytes| socket.recv(bytes))
    }
}

#[derive(Debug)]
struct Stream(PathBuf, Option<UnixListener>, Option<UnixStream>);

impl Receiver for Stream {
    fn start(&mut self) {
        let _ = std::fs::remove_file(&self.0);
        self.1 = Some(UnixListener::bind(&self.0).expect("a socket"));
    }

    fn stop(&mut self) {
        (self.1, self.2) = (None, None);
    }

    fn next(&mut self) -> String {
        let listener = self.1.as_ref().expect("started");
        let stream = self.2.get_or_insert_with(|| listener.accept().expect("a connection").0);
        stream.set_read_timeout(Some(PATIENCE)).expect("set");
        until(stream, b'\n')
    }
}

#[derive(Debug)]
struct Tcp(SocketAddr, Option<TcpListener>, Option<TcpStream>);

impl Receiver for Tcp {
    fn start(&mut self) {
        self.1 = Some(TcpListener::bind(self.0).expect("the port"));
    }

    fn stop(&mut self) {
        (self.1, self.2) = (None, None);
    }

    fn next(&mut self) -> String {
        let listener = self.1.as_ref().expect("started");
        let stream = self.2.get_or_insert_with(|| listener.accept().expect("a connection").0);
        stream.set_read_timeout(Some(PATIENCE)).expect("set");
        let mut message = vec![0; until(stream, b' ').parse().expect("a length")];
        stream.read_exact(&mut message).expect("a message");
        String::from_utf8(message).expect("UTF-8")
    }
}

/// Returns the text of the next datagram.
fn datagram(receive: impl FnOnce(&mut [u8]) -> io::Result<usize>) -> String {
    let mut bytes = [0; 4096];
    let length = receive(&mut bytes).expect("a message");
    String::from_utf8(bytes[..length].to_vec()).expect("UTF-8")
}

/// Reads until a byte, without reading further.
fn until(stream: &mut impl io::Read, end: u8) -> String {
    let mut bytes = Vec::new();
    loop {
        let mut byte = [0];
        stream.read_exact(&mut byte).expect("a byte");
        if byte[0] == end {
            return String::from_utf8(bytes).expect("UTF-8");
        }
        bytes.push(byte[0]);
    }
}

fn receivers(folder: &Path) -> Vec<(Target, Box<dyn Receiver>)> {
    let (udp, tcp) = (port::free(), port::free());
    let (datagrams, stream) = (folder.join("datagrams"), folder.join("stream"));
    vec![
        (Target::Unix(datagrams.clone()), Box::new(Datagrams(datagrams, None))),
        (Target::Unix(stream.clone()), Box::new(Stream(stream, None, None))),
        (Target::Udp(udp), Box::new(Udp(udp, None))),
        (Target::Tcp(tcp), Box::new(Tcp(tcp, None, None))),
    ]
}

#[test]
fn a_receiver_that_restarts_loses_no_event_that_is_not_returned() {
    let folder = tempfile::tempdir().expect("a folder");
    for (target, mut receiver) in receivers(folder.path()) {
        let formatter = Formatter::new(Format::Rfc5424);
        let syslog = Syslog::new(target.clone(), formatter.clone()).with_timeout(PATIENCE).with_clock(clock);
        let (before, after) = (Writer::new(Vec::new(), formatter, clock), Recorder::new());
        let errors = Filter::new(AddContext::new(&syslog).with("instance", "blue")).with_max_severity(Severity::Error);
        let all = Fanout::new().with(&before).with(errors).with(&after);
        let info =
            || kmd_log!(all, KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: std::net::Ipv4Addr::LOCALHOST });

        receiver.start();
        for count in 0..3 {
            logged(&all, count).unwrap_or_else(|error| panic!("{target}: {error}"));
            info().unwrap_or_else(|error| panic!("{target}: {error}"));
        }
        let mut arrived: Vec<_> = (0..3).map(|_| number(&receiver.next())).collect();

        receiver.stop();
        let mut returned: Vec<(u32, SendError)> = Vec::new();
        for count in 3..6 {
            // The filter drops this event, so nothing fails.
            info().unwrap_or_else(|error| panic!("{target}: {error}"));
            let Err(error) = logged(&all, count) else {
                // The kernel may not report every refusal (icmp_msgs_per_sec).
                assert!(matches!(target, Target::Udp(_)), "{target}: {count}");
                continue;
            };
            assert!(
                error.rendered().is_some_and(|text| text.starts_with("KMD_DPD_FAILOVER_MAX_ATTEMPTS: ")),
                "{error}"
            );
            let failures = error.into_cause().downcast::<FanoutError>().expect("of a fan-out").into_failures();
            let [(1, error)] = <[_; 1]>::try_from(failures).expect("one sink fails") else { panic!("another sink") };
            assert_eq!(number(error.rendered().expect("a message")), (count, true), "{target}");
            returned.push((count, *error.into_cause().downcast().expect("of syslog")));
        }

        receiver.start();
        for count in 6..8 {
            logged(&all, count).unwrap_or_else(|error| panic!("{target}: {error}"));
        }
        let mut expected: Vec<u32> = vec![0, 1, 2, 6, 7];
        for (count, error) in returned {
            syslog.resend(error).unwrap_or_else(|error| panic!("{target}: {error}"));
            expected.push(count);
        }
        arrived.extend((3..expected.len()).map(|_| number(&receiver.next())));
        assert_eq!(arrived, expected.iter().map(|count| (*count, true)).collect::<Vec<_>>(), "{target}");

        // The sinks before and after the one that failed have each event once and in order.
        let lines = String::from_utf8(before.replace(Vec::new())).expect("UTF-8");
        let lines = lines.lines().filter(|line| line.contains("KMD_DPD_FAILOVER_MAX_ATTEMPTS"));
        assert_eq!(lines.map(number).collect::<Vec<_>>(), (0..8).map(|count| (count, false)).collect::<Vec<_>>());
        let recorded = after.events_of::<KmdTag>();
        let attempts = |count| kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count, tunnel_name: "t" });
        assert_eq!(recorded.len(), 14);
        let recorded: Vec<_> = recorded.into_iter().filter(|event| event.tag() == attempts(0).tag()).collect();
        assert_eq!(recorded, (0..8).map(attempts).collect::<Vec<_>>(), "{target}");
    }
}

/// A file on a disk on which a number of bytes is free.
struct Disk<'a> {
    file: Vec<u8>,
    free: &'a AtomicUsize,
}

impl Write for Disk<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = bytes.len().min(self.free.load(Ordering::Relaxed));
        if count == 0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.free.fetch_sub(count, Ordering::Relaxed);
        self.file.extend_from_slice(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whatever is free, an event that is not returned is a line of its own, and an event that is returned is at most a part of a
/// line. Its line may be whole if only the line break did not fit.
#[test]
fn an_event_is_not_appended_to_a_part_of_another() {
    let line = "<35>Aug  3 10:18:44 kmd: KMD_DPD_FAILOVER_MAX_ATTEMPTS: \
                Number of failover attempts exceeded limit 0 for tunnel t\n";
    for free in 0..=2 * line.len() {
        let space = AtomicUsize::new(free);
        let log = Writer::new(Disk { file: Vec::new(), free: &space }, Formatter::new(Format::Rfc3164), clock);
        let mut written = Vec::new();
        for count in 0..9 {
            // Space becomes free twice, one byte the first time.
            match count {
                4 => space.store(1, Ordering::Relaxed),
                6 => space.store(usize::MAX, Ordering::Relaxed),
                _ => {}
            }
            match logged(&log, count) {
                Ok(()) => written.push(count),
                Err(error) => assert_eq!(number(error.rendered().expect("a line")), (count, false)),
            }
        }
        let file = String::from_utf8(log.into_inner().file).expect("UTF-8");
        let whole: Vec<u32> = file.lines().filter(|it| it.len() + 1 == line.len()).map(|it| number(it).0).collect();
        let (own, others): (Vec<u32>, Vec<u32>) = whole.into_iter().partition(|count| written.contains(count));
        assert_eq!(own, written, "{free}: {file}");
        assert!(others.is_empty() || free % line.len() == line.len() - 1, "{free}: {others:?}");
        assert!(written.ends_with(&[6, 7, 8]), "{free}: {written:?}");
        assert!(file.lines().all(|it| line.starts_with(&it[..it.len().min(90)])), "{free}: {file}");
    }
}
