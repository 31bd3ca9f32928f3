//! Tests of the places where a call of `kmd_log!` is allowed, and of when its values are evaluated.

use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use kmd_events::sink::{Fanout, Sink, SinkError};
use kmd_events::{Event, Message, kmd_log};

/// A sink that keeps the texts.
#[derive(Default)]
struct Texts {
    texts: Mutex<Vec<String>>,
    asked: AtomicUsize,
    disabled: bool,
}

impl Texts {
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.texts.lock().expect("no panic"))
    }
}

impl Sink for Texts {
    fn is_enabled(&self, message: &Message) -> bool {
        assert!(message.tag().contains('_'));
        self.asked.fetch_add(1, Ordering::Relaxed);
        !self.disabled
    }

    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        self.texts.lock().expect("no panic").push(event.to_string());
        Ok(())
    }
}

const TEXT: &str = "Unable to find active peer for SA a";

#[test]
fn a_call_has_several_forms() -> Result<(), SinkError> {
    struct Daemon {
        log: Box<dyn Sink>,
    }

    let (texts, other) = (&Texts::default(), &Texts::default());
    let sa_name = "a";
    kmd_log!(texts, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a" })?;
    kmd_log!(texts, KMD_PM_SA_PEER_NOT_FOUND { sa_name },)?;
    kmd_log! { &texts, KMD_PM_SA_PEER_NOT_FOUND { sa_name: %'a' } }?;
    kmd_log![*texts, KMD_PM_SA_PEER_NOT_FOUND { sa_name }]?;
    kmd_log!(if texts.disabled { other } else { texts }, KMD_PM_SA_PEER_NOT_FOUND { sa_name })?;
    kmd_log!(texts as &dyn Sink, KMD_PM_SA_PEER_NOT_FOUND { sa_name })?;
    kmd_events::kmd_log!(texts, KMD_PM_NEW_GROUP_UNSUPPORTED)?;
    kmd_log!(&&texts, KMD_PM_NEW_GROUP_UNSUPPORTED,)?;
    let expected = [[TEXT; 6].as_slice(), &["New Group mode not supported"; 2]].concat();
    assert_eq!(texts.take(), expected);
    assert_eq!(texts.asked.load(Ordering::Relaxed), 8);

    let daemon = Daemon { log: Box::new(Texts::default()) };
    kmd_log!(daemon.log, KMD_PM_SA_PEER_NOT_FOUND { sa_name })?;
    kmd_log!(Arc::new(Fanout::new()), KMD_PM_SA_PEER_NOT_FOUND { sa_name })
}

#[test]
fn generic_code_logs() {
    fn log<S: Sink + ?Sized>(sink: &S, name: &str) -> Result<(), SinkError> {
        kmd_log!(sink, KMD_PM_SA_PEER_NOT_FOUND { sa_name: name })?;
        kmd_log!(*sink, KMD_PM_SA_PEER_NOT_FOUND { sa_name: name })
    }

    let texts = Texts::default();
    log(&texts, "a").expect("logged");
    log::<dyn Sink>(&texts, "a").expect("logged");
    assert_eq!(texts.take(), [TEXT; 4]);
}

/// The expansion has a variable that values do not see.
#[test]
fn a_value_may_have_any_name() {
    let texts = Texts::default();
    let (sink, event, message) = ("a", "a", "a");
    kmd_log!(texts, KMD_PM_SA_PEER_NOT_FOUND { sa_name: sink }).expect("logged");
    kmd_log!(texts, KMD_PM_SA_PEER_NOT_FOUND { sa_name: event }).expect("logged");
    kmd_log!(texts, KMD_PM_SA_PEER_NOT_FOUND { sa_name: message }).expect("logged");
    assert_eq!(texts.take(), [TEXT; 3]);
}

#[test]
fn the_sink_is_evaluated_once_and_the_values_only_if_it_is_enabled() {
    for disabled in [false, true] {
        let texts = Texts { disabled, ..Texts::default() };
        let (sinks, values) = (Cell::new(0), Cell::new(0));
        let sink = || {
            sinks.set(sinks.get() + 1);
            &texts
        };
        let value = || {
            values.set(values.get() + 1);
            "a".to_owned()
        };
        assert!(kmd_log!(sink(), KMD_PM_SA_PEER_NOT_FOUND { sa_name: value() }).is_ok());
        assert_eq!((sinks.get(), texts.asked.load(Ordering::Relaxed), values.get()), (1, 1, i32::from(!disabled)));
        assert_eq!(texts.take().len(), usize::from(!disabled));
    }
}

#[test]
fn a_value_may_return_early_or_await() {
    fn port(sink: &dyn Sink, text: &str) -> Result<u16, Box<dyn std::error::Error>> {
        let remote_address = std::net::Ipv4Addr::LOCALHOST;
        kmd_log!(sink, KMD_PM_NO_LIFE_TYPE { remote_address, remote_port: text.parse()? })?;
        Ok(text.parse()?)
    }

    async fn name() -> String {
        "a".to_owned()
    }

    let texts = Texts::default();
    assert_eq!(port(&texts, "500").ok(), Some(500));
    assert!(port(&texts, "70000").is_err());
    assert_eq!(texts.take().len(), 1);
    let disabled = Texts { disabled: true, ..Texts::default() };
    // The value is not evaluated.
    assert!(port(&disabled, "70000").is_err_and(|error| error.is::<std::num::ParseIntError>()));

    let logged = pin!(async { kmd_log!(texts, KMD_PM_SA_PEER_NOT_FOUND { sa_name: name().await }) });
    match logged.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result.expect("logged"),
        Poll::Pending => panic!("nothing to wait for"),
    }
    assert_eq!(texts.take(), [TEXT]);
}

#[test]
fn a_call_works_in_a_spawned_future() {
    fn is_send<F: Future + Send>(_: F) {}

    let log: Arc<dyn Sink> = Arc::new(Fanout::new());
    is_send(async move { kmd_log!(log, KMD_PM_SA_PEER_NOT_FOUND { sa_name: std::future::ready("a").await }) });
}

#[test]
fn other_macros_pass_calls_on() {
    macro_rules! note {
        ($sink:expr, $tag:ident { $($name:ident: $value:expr),* $(,)? }) => {
            kmd_log!($sink, $tag { $($name: $value),* })
        };
        ($($call:tt)*) => {
            kmd_log!($($call)*)
        };
    }

    let texts = &Texts::default();
    note!(&texts, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a" }).expect("logged");
    note!(texts, KMD_PM_SA_PEER_NOT_FOUND { sa_name: %'a' }).expect("logged");
    assert_eq!(texts.take(), [TEXT; 2]);
}

#[test]
fn every_catalog_has_a_log_macro() {
    let texts = Texts::default();
    foreign::app_log!(texts, APP_STARTED).expect("logged");
    foreign::disk::disk_log!(texts, DISK_FULL { device: 3 }).expect("logged");
    foreign::lab::lab_log!(texts, LAB_ROUTE { size: 7 }).expect("logged");
    foreign::hostile::host_log!(texts, HOST_VALUE { values: 1.0 }).expect("logged");
    assert_eq!(texts.take(), ["Started", "Disk 3 is full", "Route of 7", "Value 1"]);
}
