//! Tests of the bytes that a receiver gets, and of the errors that a sender gets if the receiver is slow, gone or new.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, UdpSocket};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::{UnixDatagram, UnixListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::syslog::{SendError, Syslog, Target};
use kmd_events::{KmdEvent, kmd_event};
use kmd_tests::port;

/// The timeout after which a silent receiver counts as stalled.
const TIMEOUT: Duration = Duration::from_millis(100);

/// The maximum duration of a send, even on a busy machine.
const MAX_DURATION: Duration = Duration::from_secs(20);

fn syslog(target: Target) -> Syslog {
    let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
    let formatter = Formatter::new(Format::Rfc3164).with_hostname("gw").expect("a host name").with_pid(14_162);
    Syslog::new(target, formatter).with_timeout(TIMEOUT).with_clock(move || time)
}

fn numbered(count: u32) -> KmdEvent<'static> {
    kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count, tunnel_name: "a" })
}

/// Returns the documented syslog message of [`numbered`].
fn record(host: &str, count: u32) -> String {
    format!(
        "<35>Aug  3 10:18:44 {host}kmd[14162]: KMD_DPD_FAILOVER_MAX_ATTEMPTS: \
         Number of failover attempts exceeded limit {count} for tunnel a"
    )
}

fn received(socket: &UnixDatagram) -> String {
    socket.set_read_timeout(Some(MAX_DURATION)).expect("set");
    let mut bytes = [0; 4096];
    let length = socket.recv(&mut bytes).expect("a record");
    String::from_utf8(bytes[..length].to_vec()).expect("UTF-8")
}

fn sent(syslog: &Syslog, count: u32) {
    syslog.send(&numbered(count)).unwrap_or_else(|error| panic!("{error}"));
}

/// Sends until an error occurs. Returns the number of successful sends and the error.
fn until_error(syslog: &Syslog) -> (u32, SendError) {
    for count in 0..1_000_000 {
        let start = Instant::now();
        let result = syslog.send(&numbered(count));
        assert!(start.elapsed() < MAX_DURATION, "{result:?}");
        if let Err(error) = result {
            return (count, error);
        }
    }
    panic!("there is always room");
}

#[test]
fn a_unix_datagram_has_one_message() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let receiver = UnixDatagram::bind(&path).expect("a socket");
    let syslog = syslog(Target::Unix(path));
    sent(&syslog, 5);
    assert_eq!(received(&receiver), record("", 5));
}

#[test]
fn a_unix_stream_has_one_message_per_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let listener = UnixListener::bind(&path).expect("a socket");
    let syslog = syslog(Target::Unix(path));
    sent(&syslog, 5);
    sent(&syslog, 6);
    drop(syslog);
    let mut text = String::new();
    let mut stream = listener.accept().expect("a connection").0;
    stream.read_to_string(&mut text).expect("records");
    assert_eq!(text, format!("{}\n{}\n", record("", 5), record("", 6)));
}

#[test]
fn tcp_has_octet_counting_framing() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let syslog = syslog(Target::Tcp(listener.local_addr().expect("its address")));
    sent(&syslog, 5);
    sent(&syslog, 60);
    drop(syslog);
    let mut text = String::new();
    let mut stream = listener.accept().expect("a connection").0;
    stream.read_to_string(&mut text).expect("records");
    let [short, long] = [record("gw ", 5), record("gw ", 60)];
    assert_eq!(text, format!("123 {short}124 {long}"));
}

#[test]
fn tcp_works_over_ipv6() {
    // Without IPv6, there is nothing to test.
    let Ok(listener) = TcpListener::bind("[::1]:0") else {
        return;
    };
    let tcp = syslog(Target::Tcp(listener.local_addr().expect("its address")));
    sent(&tcp, 1);
    let socket = UdpSocket::bind("[::1]:0").expect("a port");
    let udp = syslog(Target::Udp(socket.local_addr().expect("its address")));
    sent(&udp, 1);
    let mut bytes = [0; 4096];
    let length = socket.recv(&mut bytes).expect("a record");
    assert_eq!(bytes[..length], *record("gw ", 1).as_bytes());
}

#[test]
fn a_stalled_unix_stream_is_reported_and_continues() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let listener = UnixListener::bind(&path).expect("a socket");
    let accept = move || listener.accept().expect("a connection").0;
    stalls_and_continues(syslog(Target::Unix(path)), accept, |text| {
        let lines = text.split_inclusive('\n');
        lines.filter_map(|line| line.strip_suffix('\n')).collect()
    });
}

#[test]
fn a_stalled_tcp_connection_is_reported_and_continues() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let target = Target::Tcp(listener.local_addr().expect("its address"));
    let accept = move || listener.accept().expect("a connection").0;
    stalls_and_continues(syslog(target), accept, |mut text| {
        let mut records = Vec::new();
        while let Some((length, rest)) = text.split_once(' ') {
            let length = length.parse().expect("a length");
            let Some((record, rest)) = rest.split_at_checked(length) else {
                break;
            };
            records.push(record);
            text = rest;
        }
        records
    });
}

/// Tests a stalled receiver. `whole` returns the complete syslog messages that one connection carried.
fn stalls_and_continues<R: Read>(
    syslog: Syslog,
    accept: impl Fn() -> R + Send + 'static,
    whole: impl Fn(&str) -> Vec<&str>,
) {
    let (number, error) = until_error(&syslog);
    assert!(matches!(error, SendError::TimedOut { timeout, .. } if timeout == TIMEOUT), "{error:?}");
    assert!(number > 10, "{number}");
    assert_eq!(error.syslog_message(), record(host(&error), number));
    let host = host(&error).to_owned();

    // The receiver resumes and reads one connection after the other.
    let last = 9_999_999;
    let reader = std::thread::spawn(move || {
        let mut texts = Vec::new();
        loop {
            let mut text = String::new();
            accept().read_to_string(&mut text).expect("records");
            let is_last = text.contains(&format!(" {last} for"));
            texts.push(text);
            if is_last {
                return texts;
            }
        }
    });
    let end = Instant::now() + MAX_DURATION;
    let mut unsent = Some(error);
    while let Some(error) = unsent {
        assert!(Instant::now() < end, "{error}");
        unsent = syslog.resend(error).err();
    }
    unsent = syslog.send(&numbered(last)).err();
    while let Some(error) = unsent {
        assert!(Instant::now() < end, "{error}");
        unsent = syslog.resend(error).err();
    }
    drop(syslog);

    // Each message is received once and in order, except for the partial one at the end of a broken connection.
    let texts = reader.join().expect("read");
    let records: Vec<&str> = texts.iter().flat_map(|text| whole(text)).collect();
    let expected: Vec<String> = (0..=number).chain([last]).map(|count| record(&host, count)).collect();
    assert_eq!(records, expected);
}

/// Returns the host name in the syslog message and the space after it, as [`record`] takes them.
fn host(error: &SendError) -> &'static str {
    match error {
        SendError::TimedOut { target: Target::Tcp(_), .. } => "gw ",
        _ => "",
    }
}

#[test]
fn a_full_accept_queue_is_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let _listener = UnixListener::bind(&path).expect("a socket");
    // Each connection waits to be accepted until the queue is full.
    let mut waiting = Vec::new();
    let error = loop {
        let one = syslog(Target::Unix(path.clone()));
        let start = Instant::now();
        let result = one.send(&numbered(1));
        assert!(start.elapsed() < MAX_DURATION);
        match result {
            Ok(()) => waiting.push(one),
            Err(error) => break error,
        }
        assert!(waiting.len() < 100_000);
    };
    assert!(matches!(error, SendError::TimedOut { .. }), "{error:?}");
}

#[test]
fn a_partially_sent_first_message_is_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let _listener = UnixListener::bind(&path).expect("a socket");
    // The message is larger than the buffer of the kernel.
    let limit = 2_000_000;
    let formatter = Formatter::new(Format::Rfc3164).with_max_len(limit);
    let syslog = Syslog::new(Target::Unix(path), formatter.expect("a limit")).with_timeout(TIMEOUT);
    let long = "n".repeat(limit);
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &long });
    let error = syslog.send(&event).expect_err("no reader");
    assert!(matches!(error, SendError::TimedOut { .. }), "{error}");
}

#[test]
fn stalled_datagrams_are_reported_and_continue() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let receiver = UnixDatagram::bind(&path).expect("a socket");
    let syslog = syslog(Target::Unix(path));
    let (number, error) = until_error(&syslog);
    assert!(matches!(error, SendError::TimedOut { .. }), "{error:?}");
    assert_eq!(error.syslog_message(), record("", number));
    for count in 0..number {
        assert_eq!(received(&receiver), record("", count));
    }
    syslog.resend(error).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(received(&receiver), record("", number));
}

#[test]
fn a_new_socket_file_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let syslog = syslog(Target::Unix(path.clone()));
    let error = syslog.send(&numbered(0)).expect_err("no socket");
    assert!(matches!(error, SendError::Connect { .. }), "{error:?}");

    let first = UnixDatagram::bind(&path).expect("a socket");
    syslog.resend(error).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(received(&first), record("", 0));

    // The socket is closed while its file remains, and then the file is removed.
    drop(first);
    let error = syslog.send(&numbered(1)).expect_err("no listener");
    assert!(matches!(error, SendError::Connect { .. }), "{error:?}");
    std::fs::remove_file(&path).expect("removed");
    let error = syslog.resend(error).expect_err("no socket");
    assert!(matches!(error, SendError::Connect { .. }), "{error:?}");

    let second = UnixDatagram::bind(&path).expect("a socket");
    syslog.resend(error).unwrap_or_else(|error| panic!("{error}"));
    sent(&syslog, 2);
    assert_eq!(received(&second), record("", 1));
    assert_eq!(received(&second), record("", 2));

    // The socket is replaced between two messages, and then by another kind of socket.
    drop(second);
    std::fs::remove_file(&path).expect("removed");
    let third = UnixDatagram::bind(&path).expect("a socket");
    sent(&syslog, 3);
    assert_eq!(received(&third), record("", 3));
    drop(third);
    std::fs::remove_file(&path).expect("removed");
    let fourth = UnixListener::bind(&path).expect("a socket");
    sent(&syslog, 4);
    // Only UDP datagrams are counted.
    assert_eq!(syslog.refused_datagrams(), 0);
    drop(syslog);
    let mut text = String::new();
    let mut stream = fourth.accept().expect("a connection").0;
    stream.read_to_string(&mut text).expect("records");
    assert_eq!(text, record("", 4) + "\n");
}

#[test]
fn a_reset_connection_is_reopened() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let syslog = syslog(Target::Tcp(listener.local_addr().expect("its address")));
    for round in 0..20 {
        sent(&syslog, 10 + round);
        let mut stream = listener.accept().expect("a connection").0;
        // If there is unread data, the kernel sends a reset. Otherwise, it closes the connection. The test covers both.
        let mut bytes = [0; 4096];
        let length = stream.read(&mut bytes[..if round % 2 == 0 { 10 } else { 4096 }]);
        assert!(length.expect("some of it") > 0);
        stream.write_all(b"what a daemon should not say").expect("said");
        drop(stream);
        // Over loopback, the end of the connection arrives before the next message is sent.
    }
    sent(&syslog, 99);
    let mut stream = listener.accept().expect("a connection").0;
    let mut bytes = [0; 4096];
    let length = stream.read(&mut bytes).expect("a record");
    let record = record("gw ", 99);
    assert_eq!(bytes[..length], *format!("{} {record}", record.len()).as_bytes());
}

#[test]
fn a_port_without_a_listener_is_reported() {
    let address = port::free();
    let udp = syslog(Target::Udp(address));
    let tcp = syslog(Target::Tcp(address));
    let mut errors = Vec::new();
    for count in 0..100 {
        errors.extend(udp.send(&numbered(count)).err());
        let error = tcp.send(&numbered(count)).expect_err("no listener");
        assert!(matches!(error, SendError::Connect { .. }), "{error:?}");
        assert_eq!(error.syslog_message(), record("gw ", count));
    }
    // Locally, a refusal arrives immediately, but the kernel limits the rate (icmp_msgs_per_sec).
    assert!(errors.len() > 10, "{}", errors.len());
    let known = errors.len() + usize::try_from(udp.refused_datagrams()).expect("few");
    assert!(known <= 100, "{known}");
    // A daemon starts and receives the messages.
    let socket = UdpSocket::bind(address).expect("the port");
    for error in errors {
        let text = error.to_string();
        assert!(text.starts_with(&format!("failed to send to UDP {address}: ")), "{text}");
        let record = error.syslog_message().to_owned();
        udp.resend(error).unwrap_or_else(|error| panic!("{error}"));
        let mut bytes = [0; 4096];
        let length = socket.recv(&mut bytes).expect("a record");
        assert_eq!(bytes[..length], *record.as_bytes());
    }
}

#[test]
fn a_message_too_long_for_a_datagram_is_reported() {
    let socket = UdpSocket::bind("127.0.0.1:0").expect("a port");
    let formatter = Formatter::new(Format::Rfc3164).with_max_len(100_000).expect("a limit");
    let target = Target::Udp(socket.local_addr().expect("its address"));
    let syslog = Syslog::new(target, formatter);
    let long = "n".repeat(90_000);
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &long });
    let error = syslog.send(&event).expect_err("too long");
    assert!(matches!(error, SendError::TooLong { .. }), "{error:?}");
    assert!(error.syslog_message().ends_with(&long));
    // The error has no source, so that its text is not repeated in a chain.
    assert!(std::error::Error::source(&error).is_none());
    let text = error.to_string();
    let len = error.syslog_message().len();
    let start = format!("failed to send {len} bytes to {}: ", syslog.target());
    assert!(text.starts_with(&start), "{text}");
}

#[test]
fn errors_describe_the_failure() {
    let nowhere = syslog(Target::Unix("/nowhere/log".into()));
    let error = nowhere.send(&numbered(1)).expect_err("no socket");
    assert_eq!(
        error.to_string(),
        "failed to connect to the socket /nowhere/log: No such file or directory (os error 2)"
    );
    assert_eq!(error.into_syslog_message(), record("", 1));

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    drop(UnixDatagram::bind(&path).expect("a socket"));
    let gone = syslog(Target::Unix(path));
    let error = gone.send(&numbered(1)).expect_err("no listener");
    let SendError::Connect { source, .. } = &error else { panic!("{error:?}") };
    assert_eq!(source.kind(), std::io::ErrorKind::ConnectionRefused);
    let text = error.to_string();
    assert!(text.ends_with(&format!(": {source}")), "{text}");
}

#[test]
fn missing_permissions_are_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let _receiver = UnixDatagram::bind(&path).expect("a socket");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).expect("set");
    let Err(error) = syslog(Target::Unix(path)).send(&numbered(1)) else {
        // The superuser can write to every socket.
        return;
    };
    let SendError::Connect { source, .. } = &error else { panic!("{error:?}") };
    assert_eq!(source.kind(), std::io::ErrorKind::PermissionDenied);
}

#[test]
fn a_receiver_that_keeps_writing_is_reconnected() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let syslog = syslog(Target::Tcp(listener.local_addr().expect("its address")));
    sent(&syslog, 1);
    let mut first = listener.accept().expect("a connection").0;
    first.write_all(&[b'x'; 1_000]).expect("said");
    sent(&syslog, 2);
    // The receiver writes as much as the buffer can hold. Over loopback, the data arrives immediately.
    first.write_all(&[b'x'; 60_000]).expect("said");
    sent(&syslog, 3);
    drop(syslog);
    let mut second = listener.accept().expect("another connection").0;
    let mut text = String::new();
    second.read_to_string(&mut text).expect("a record");
    assert_eq!(text, format!("123 {}", record("gw ", 3)));
}

#[test]
fn a_half_closed_unix_stream_is_reopened() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let listener = UnixListener::bind(&path).expect("a socket");
    let syslog = syslog(Target::Unix(path));
    sent(&syslog, 1);
    let mut first = listener.accept().expect("a connection").0;
    first.shutdown(Shutdown::Write).expect("half closed");
    sent(&syslog, 2);
    drop(syslog);
    // The second connection already exists.
    listener.set_nonblocking(true).expect("set");
    for (stream, count) in [(&mut first, 1), (&mut listener.accept().expect("another").0, 2)] {
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("a record");
        assert_eq!(text, record("", count) + "\n");
    }
}

/// The default action of SIGPIPE ends the process. This test registers a handler instead.
#[test]
fn a_closed_unix_stream_raises_no_signal() {
    let raised = Arc::new(AtomicBool::new(false));
    signal_hook::flag::register(signal_hook::consts::SIGPIPE, Arc::clone(&raised)).expect("set");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let listener = UnixListener::bind(&path).expect("a socket");
    let syslog = syslog(Target::Unix(path));
    sent(&syslog, 1);
    let first = listener.accept().expect("a connection").0;
    // Writing fails from now on, but reading does not show it.
    first.shutdown(Shutdown::Read).expect("half closed");
    sent(&syslog, 2);
    drop(syslog);
    let mut text = String::new();
    let mut second = listener.accept().expect("another").0;
    second.read_to_string(&mut text).expect("a record");
    assert_eq!(text, record("", 2) + "\n");
    assert!(!raised.load(Ordering::SeqCst));
}

#[test]
fn connect_opens_the_connection_that_send_uses() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let syslog = syslog(Target::Tcp(listener.local_addr().expect("its address")));
    syslog.connect().expect("connected");
    listener.set_nonblocking(true).expect("set");
    let mut stream = listener.accept().expect("a connection is there already").0;
    stream.set_nonblocking(false).expect("set");
    sent(&syslog, 1);
    drop(syslog);
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("a record");
    assert_eq!(text, format!("123 {}", record("gw ", 1)));
}

#[test]
fn a_missing_socket_is_reported_by_connect() {
    let error = syslog(Target::Unix("/nowhere/log".into())).connect().expect_err("no socket");
    assert_eq!(error.kind(), std::io::ErrorKind::NotFound);
}

#[test]
fn a_zero_timeout_always_times_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let _receiver = UnixDatagram::bind(&path).expect("a socket");
    let syslog = syslog(Target::Unix(path.clone())).with_timeout(Duration::ZERO);
    let error = syslog.send(&numbered(1)).expect_err("no time");
    assert!(matches!(error, SendError::TimedOut { timeout, .. } if timeout.is_zero()), "{error:?}");
    assert_eq!(error.to_string(), format!("failed to send to the socket {}: timed out after 0ns", path.display()));
    assert!(std::error::Error::source(&error).is_none());
}

#[test]
fn a_zero_timeout_keeps_the_connection() {
    let socket = UdpSocket::bind("127.0.0.1:0").expect("a port");
    socket.set_read_timeout(Some(MAX_DURATION)).expect("set");
    let from = || socket.recv_from(&mut [0; 4096]).expect("a record").1;
    let syslog = syslog(Target::Udp(socket.local_addr().expect("its address")));
    sent(&syslog, 1);
    let first = from();
    let syslog = syslog.with_timeout(Duration::ZERO);
    syslog.send(&numbered(2)).expect_err("no time");
    let syslog = syslog.with_timeout(MAX_DURATION);
    sent(&syslog, 3);
    assert_eq!(from(), first);

    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let syslog = self::syslog(Target::Tcp(listener.local_addr().expect("its address")));
    sent(&syslog, 1);
    let mut stream = listener.accept().expect("a connection").0;
    let syslog = syslog.with_timeout(Duration::ZERO);
    syslog.send(&numbered(2)).expect_err("no time");
    let syslog = syslog.with_timeout(MAX_DURATION);
    sent(&syslog, 3);
    drop(syslog);
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("records");
    let [one, three] = [record("gw ", 1), record("gw ", 3)];
    assert_eq!(text, format!("123 {one}123 {three}"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_local_header_has_the_host_name() {
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").expect("a file of Linux");
    let name = Some(name.trim_end()).filter(|name| !name.is_empty());
    let local = Formatter::for_this_host(Format::Rfc5424).expect("a name of at most 64 characters");
    assert_eq!(local.hostname(), name);
    assert_eq!(local.pid(), Some(std::process::id()));
}

#[test]
fn getters_return_the_settings() {
    let target = Target::Unix("/dev/log".into());
    let syslog = syslog(target.clone());
    assert_eq!(syslog.target(), &target);
    assert_eq!(syslog.timeout(), TIMEOUT);
    assert_eq!(syslog.formatter().pid(), Some(14_162));
    assert_eq!(syslog.formatter().hostname(), None);
    let shown = format!("{syslog:?}");
    let channel = "Channel { target: Unix(\"/dev/log\"), connection: None, refused_datagrams: 0 }";
    assert!(shown.starts_with(&format!("Syslog {{ channel: {channel}, formatter: ")), "{shown}");
    assert!(shown.ends_with(", timeout: 100ms, .. }"), "{shown}");
}

/// The refusal of another machine can arrive at any time and may belong to any earlier datagram.
#[test]
fn late_refusals_are_counted_and_nothing_is_sent_twice() {
    // The local address is not a loopback address. Connecting a datagram socket does not send anything.
    let own = UdpSocket::bind("0.0.0.0:0").and_then(|socket| {
        socket.connect("198.51.100.1:9")?;
        socket.local_addr()
    });
    let Ok(own) = own.map(|address| address.ip()) else {
        eprintln!("SKIPPED: refusals by other machines, since this machine has no network");
        return;
    };
    let address = SocketAddr::new(own, port::free().port());
    let formatter = Formatter::new(Format::Rfc3164).with_max_len(100_000).expect("a limit");
    let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
    let syslog =
        Syslog::new(Target::Udp(address), formatter.with_hostname("gw").expect("a host name").with_pid(14_162))
            .with_clock(move || time);
    assert_eq!(syslog.refused_datagrams(), 0);
    for count in 0..10 {
        sent(&syslog, count);
    }
    // The kernel may not report every refusal (icmp_msgs_per_sec).
    let refused = syslog.refused_datagrams();
    assert!((1..=10).contains(&refused), "{refused}");
    assert_eq!(syslog.refused_datagrams(), refused);
    // The count is kept when a new socket is opened.
    let long = "n".repeat(90_000);
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &long });
    let error = syslog.send(&event).expect_err("no datagram");
    assert!(matches!(error, SendError::TooLong { .. }), "{error}");

    let socket = UdpSocket::bind(address).expect("the port");
    socket.set_read_timeout(Some(MAX_DURATION)).expect("set");
    for count in [20, 21] {
        sent(&syslog, count);
    }
    for count in [20, 21] {
        let mut bytes = [0; 4096];
        let length = socket.recv(&mut bytes).expect("a record");
        assert_eq!(bytes[..length], *record("gw ", count).as_bytes());
    }
    socket.set_nonblocking(true).expect("set");
    assert!(socket.recv(&mut [0; 4096]).is_err(), "each once");
    assert_eq!(syslog.refused_datagrams(), refused);
}

#[test]
fn a_sink_can_move_to_another_thread() {
    fn is_send<T: Send + Sync>() {}
    is_send::<Syslog>();
    is_send::<SendError>();
}
