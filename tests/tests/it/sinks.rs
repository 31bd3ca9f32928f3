//! Tests of the sinks as seen through the trait `Sink`.

use std::error::Error as _;
use std::io::{self, Write};
use std::net::{Ipv4Addr, UdpSocket};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{fmt, thread};

use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::sink::{Fanout, FanoutError, Filter, Sink, SinkError, Writer};
use kmd_events::syslog::{SendError, Syslog, Target};
use kmd_events::{Event, Facility, KmdTag, Message, Severity, kmd_event, kmd_log};

const NOT_FOUND: &str = "<35>Aug  3 10:18:44 kmd: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7";

fn clock() -> Timestamp {
    Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time")
}

fn writer<W: Write + Send>(out: W) -> Writer<W> {
    Writer::new(out, Formatter::new(Format::Rfc3164), clock)
}

fn not_found(sink: &dyn Sink) -> Result<(), SinkError> {
    kmd_log!(sink, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" })
}

fn lines(writer: Writer<Vec<u8>>) -> Vec<String> {
    let text = String::from_utf8(writer.into_inner()).expect("UTF-8");
    text.lines().map(str::to_owned).collect()
}

/// A sink that counts, and fails if it is told to.
#[derive(Default)]
struct Count {
    logged: AtomicUsize,
    flushed: AtomicUsize,
    fails: bool,
    disabled: bool,
}

impl Sink for Count {
    fn is_enabled(&self, _: &Message) -> bool {
        !self.disabled
    }

    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        self.logged.fetch_add(1, Ordering::Relaxed);
        if self.fails { Err(SinkError::new(event.to_string(), "out of order")) } else { Ok(()) }
    }

    fn flush(&self) -> Result<(), SinkError> {
        self.flushed.fetch_add(1, Ordering::Relaxed);
        if self.fails { Err(SinkError::of_flush("out of order")) } else { Ok(()) }
    }
}

impl Count {
    fn counts(&self) -> (usize, usize) {
        (self.logged.load(Ordering::Relaxed), self.flushed.load(Ordering::Relaxed))
    }
}

#[test]
fn a_writer_writes_one_line_per_event_with_one_call() {
    /// Keeps each call apart.
    #[derive(Default)]
    struct Calls(Vec<Vec<u8>>);

    impl Write for Calls {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.push(bytes.to_vec());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            self.0.push(b"flushed".to_vec());
            Ok(())
        }
    }

    let log = writer(Calls::default());
    not_found(&log).expect("logged");
    kmd_log!(log, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a\n<0>forged" }).expect("logged");
    log.flush().expect("flushed");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let calls: Vec<String> = log.into_inner().0.into_iter().map(text).collect();
    let forged = NOT_FOUND.replace("branch-7", "a#012<0>forged");
    assert_eq!(calls, [format!("{NOT_FOUND}\n"), format!("{forged}\n"), "flushed".to_owned()]);
}

#[test]
fn a_writer_has_every_format() {
    for &format in Format::ALL {
        let formatter = Formatter::new(format).with_hostname("gw").expect("a name").with_facility(Facility::Local3);
        let log = Writer::new(Vec::new(), formatter.clone(), clock);
        assert_eq!(log.formatter(), &formatter);
        not_found(&log).expect("logged");
        let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
        assert_eq!(lines(log), [formatter.format_to_string(&event, clock())]);
    }
}

#[test]
fn a_writer_reports_the_line_that_it_lost() {
    struct Full;

    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::StorageFull.into())
        }
    }

    let log = writer(Full);
    let error = not_found(&log).expect_err("full");
    assert_eq!(error.rendered(), Some(NOT_FOUND));
    assert_eq!(error.to_string(), "failed to log an event: no storage space");
    let kind = |error: SinkError| error.into_cause().downcast::<io::Error>().expect("of the output").kind();
    assert_eq!(kind(error), io::ErrorKind::StorageFull);
    let error = log.flush().expect_err("full");
    assert_eq!((error.rendered(), &*error.to_string()), (None, "failed to flush a sink: no storage space"));
    assert_eq!(kind(error), io::ErrorKind::StorageFull);
}

#[test]
fn a_writer_survives_a_panic_and_a_rotation() {
    struct Fragile(Vec<u8>);

    impl Write for Fragile {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            assert!(!bytes.ends_with(b"broken\n"), "as wanted");
            self.0.write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    let log = Arc::new(writer(Fragile(Vec::new())));
    let other = Arc::clone(&log);
    let panicked =
        thread::spawn(move || kmd_log!(other, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "broken" })).join().is_err();
    assert!(panicked);
    not_found(&log).expect("logged");
    let rotated = log.replace(Fragile(Vec::new()));
    assert_eq!(rotated.0, format!("{NOT_FOUND}\n").as_bytes());
    not_found(&log).expect("logged");
    assert_eq!(log.replace(Fragile(Vec::new())).0, rotated.0);
}

/// Lines of several threads do not mix.
#[test]
fn threads_share_a_writer() {
    let log = writer(Vec::new());
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..100).for_each(|_| not_found(&log).expect("logged")));
        }
    });
    let lines = lines(log);
    assert_eq!(lines.len(), 400);
    assert!(lines.iter().all(|line| line == NOT_FOUND));
}

/// An event whose text logs to the same sink.
#[test]
fn a_text_may_log_to_the_same_writer() {
    #[derive(Debug)]
    struct Logs<'s>(&'s Writer<Vec<u8>>);

    impl fmt::Display for Logs<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            not_found(self.0).map_err(|_| fmt::Error)?;
            f.write_str("outer")
        }
    }

    impl Event for Logs<'_> {
        fn message(&self) -> &'static Message {
            KmdTag::PmProposalNullEsp.message()
        }

        fn value(&self, _: usize) -> Option<kmd_events::Value<'_>> {
            None
        }

        fn fields(&self) -> kmd_events::Fields<'_> {
            const { &kmd_event!(KMD_PM_PROPOSAL_NULL_ESP) }.fields()
        }
    }

    let log = writer(Vec::new());
    log.log(&Logs(&log)).expect("logged");
    assert_eq!(lines(log).last().map(|line| line.ends_with(": outer")), Some(true));
}

#[test]
fn pointers_to_sinks_are_sinks() {
    fn all<S: Sink + ?Sized>(sink: &S, message: &Message) {
        assert!(!sink.is_enabled(message));
        sink.log(&kmd_event!(KMD_PM_PROPOSAL_NULL_ESP)).expect("logged");
        sink.flush().expect("flushed");
    }

    let message = KmdTag::PmProposalNullEsp.message();
    let count = Arc::new(Count { disabled: true, ..Count::default() });
    let shared: Arc<dyn Sink> = count.clone();
    let boxed: Box<dyn Sink + '_> = Box::new(&*count);
    all(&*count, message);
    all(&&*count, message);
    all(&shared, message);
    all(&*shared, message);
    all(&boxed, message);
    all::<dyn Sink>(&&boxed, message);
    assert_eq!(count.counts(), (6, 6));
}

#[test]
fn a_fan_out_logs_to_every_sink_and_reports_all_failures() {
    let [first, second, third, fourth] = [(true, false), (false, false), (true, true), (true, false)]
        .map(|(fails, disabled)| Count { fails, disabled, ..Count::default() });
    let all = Fanout::new().with(&first).with(&second).with(&third).with(&fourth);
    let error = not_found(&all).expect_err("two fail");
    assert_eq!(error.rendered(), Some("KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7"));
    assert_eq!(error.to_string(), "failed to log an event: sink 0: out of order; sink 3: out of order");
    let failures = error.into_cause().downcast::<FanoutError>().expect("of a fan-out").into_failures();
    let failures: Vec<(usize, Option<&str>)> =
        failures.iter().map(|(index, error)| (*index, error.rendered())).collect();
    let text = Some("Unable to find active peer for SA branch-7");
    assert_eq!(failures, [(0, text), (3, text)]);
    assert_eq!([&first, &second, &third, &fourth].map(|sink| sink.counts().0), [1, 1, 0, 1]);

    let error = all.flush().expect_err("three fail");
    let cause = error.cause().downcast_ref::<FanoutError>().expect("of a fan-out");
    assert_eq!(cause.failures().len(), 3);
    assert!(error.source().is_none());
    assert_eq!([&first, &second, &third, &fourth].map(|sink| sink.counts().1), [1, 1, 1, 1]);
}

#[test]
fn a_fan_out_is_enabled_if_one_sink_is() {
    let message = KmdTag::PmProposalNullEsp.message();
    assert!(!Fanout::new().is_enabled(message));
    let disabled = || Count { disabled: true, ..Count::default() };
    assert!(!Fanout::new().with(disabled()).is_enabled(message));
    assert!(Fanout::new().with(disabled()).with(Count::default()).is_enabled(message));
    assert!(not_found(&Fanout::default()).is_ok());
}

/// Compares the filter with the severities and facilities of all messages.
#[test]
fn a_filter_passes_the_severities_and_facilities_that_it_names() {
    for max_severity in Severity::ALL {
        for facilities in
            [&[][..], &[Facility::Auth], &[Facility::Daemon, Facility::Local7], &[Facility::Auth, Facility::Daemon]]
        {
            let count = Count::default();
            let filter = Filter::new(&count).with_max_severity(max_severity).with_facilities(facilities);
            let mut passed = 0;
            for event in kmd_tests::events::all() {
                let message = event.message();
                let passes =
                    message.severity().code() <= max_severity.code() && facilities.contains(&message.facility());
                assert_eq!(filter.is_enabled(message), passes, "{}", message.tag());
                filter.log(&event).expect("logged");
                passed += usize::from(passes);
            }
            filter.flush().expect("flushed");
            assert_eq!(count.counts(), (passed, 1));
        }
    }
}

#[test]
fn a_filter_passes_everything_by_default_and_asks_its_sink() {
    let message = KmdTag::PmProposalNullEsp.message();
    assert!(kmd_tests::events::all().iter().all(|event| Filter::new(Count::default()).is_enabled(event.message())));
    assert!(!Filter::new(Count { disabled: true, ..Count::default() }).is_enabled(message));
}

#[test]
fn threads_share_a_syslog_and_get_their_message_back() {
    let socket = UdpSocket::bind("127.0.0.1:0").expect("a port");
    let target = Target::Udp(socket.local_addr().expect("its address"));
    let formatter = Formatter::new(Format::Rfc3164).with_facility(Facility::Local3);
    let syslog = Syslog::new(target, formatter).with_clock(clock);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..5).for_each(|_| not_found(&syslog).expect("sent")));
        }
    });
    let mut bytes = [0; 1024];
    for _ in 0..20 {
        let length = socket.recv(&mut bytes).expect("a message");
        // 155 is 8 × 19 + 3.
        assert_eq!(String::from_utf8_lossy(&bytes[..length]), NOT_FOUND.replace("<35>", "<155>"));
    }
    let nowhere = Target::Unix("/nowhere/log".into());
    let syslog = Syslog::new(nowhere, Formatter::new(Format::Rfc3164)).with_clock(clock);
    let error = not_found(&syslog).expect_err("no daemon");
    assert_eq!(error.rendered(), Some(NOT_FOUND));
    let error = error.into_cause().downcast::<SendError>().expect("of syslog");
    assert_eq!(syslog.resend(*error).expect_err("no daemon").syslog_message(), NOT_FOUND);
    syslog.flush().expect("nothing to flush");
}

/// A send waits for another thread no longer than the timeout.
#[cfg(unix)]
#[test]
fn a_busy_syslog_times_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    // The receiver accepts no connection and reads nothing.
    let _listener = std::os::unix::net::UnixListener::bind(&path).expect("a socket");
    let timeout = Duration::from_millis(300);
    let syslog = Syslog::new(Target::Unix(path), Formatter::new(Format::Rfc3164)).with_timeout(timeout);
    while syslog.send(&kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "n".repeat(900) })).is_ok() {}
    let waits: Mutex<Vec<Duration>> = Mutex::default();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let start = Instant::now();
                let error = syslog.send(&kmd_event!(KMD_PM_PROPOSAL_NULL_ESP)).expect_err("a full buffer");
                assert!(matches!(error, SendError::TimedOut { .. }), "{error}");
                waits.lock().expect("no panic").push(start.elapsed());
            });
        }
    });
    // One after another, eight threads would wait for 2.4 seconds.
    let waits = waits.into_inner().expect("no panic");
    assert!(waits.iter().all(|wait| *wait >= timeout && *wait < 7 * timeout), "{waits:?}");
}

/// The number of refused datagrams is returned while another thread waits for a slow receiver.
#[cfg(unix)]
#[test]
fn counting_refused_datagrams_does_not_wait_for_a_send() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    // The receiver accepts no connection and reads nothing.
    let listener = std::os::unix::net::UnixListener::bind(&path).expect("a socket");
    let syslog = Syslog::new(Target::Unix(path), Formatter::new(Format::Rfc3164));
    let syslog = syslog.with_timeout(Duration::from_millis(300));
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "n".repeat(900) });
    while syslog.send(&event).is_ok() {}
    // It is long enough that the other thread still sends when the number is returned.
    let syslog = syslog.with_timeout(Duration::from_secs(30));
    let is_in_use = || format!("{syslog:?}").contains("<in use>");
    thread::scope(|scope| {
        scope.spawn(|| syslog.send(&event).expect_err("no reader"));
        while !is_in_use() {
            thread::yield_now();
        }
        assert_eq!(syslog.refused_datagrams(), 0);
        assert!(is_in_use(), "it waited for the other thread");
        drop(listener);
    });
}

#[test]
fn a_filter_and_a_fan_out_can_be_owned_and_shared() {
    fn establish(log: Arc<dyn Sink>) {
        let peer = Ipv4Addr::LOCALHOST;
        let thread =
            thread::spawn(move || kmd_log!(log, KMD_VPN_UP_ALARM_USER { vpn_name: "hq", remote_address: peer }));
        thread.join().expect("no panic").expect("logged");
    }

    let (all, errors) = (Arc::new(writer(Vec::new())), Arc::new(writer(Vec::new())));
    let errors_only = Filter::new(errors.clone()).with_max_severity(Severity::Error);
    establish(Arc::new(Fanout::new().with(all.clone()).with(errors_only)));
    let [all, errors] = [all, errors].map(|writer| lines(Arc::into_inner(writer).expect("no other")));
    assert_eq!(all, ["<30>Aug  3 10:18:44 kmd: KMD_VPN_UP_ALARM_USER: VPN hq from 127.0.0.1 is up."]);
    assert_eq!(errors, [""; 0]);
}
