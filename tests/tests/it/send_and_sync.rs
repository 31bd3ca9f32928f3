//! Tests that threads and futures share sinks and events without further bounds.

use std::error::Error;
use std::future::{Future, ready};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::thread;

use kmd_events::sink::{Fanout, Recorder, Sink, SinkError};
use kmd_events::{CatalogEvent, Event, KmdEvent, kmd_event, kmd_log};

/// Runs a future in another thread, like an executor with several threads.
fn spawned<T: Send>(future: impl Future<Output = T> + Send) -> T {
    thread::scope(|scope| {
        let run = || match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => result,
            Poll::Pending => panic!("nothing to wait for"),
        };
        scope.spawn(run).join().expect("no panic")
    })
}

#[test]
fn a_future_keeps_a_sink_while_it_waits() {
    async fn handle(log: &dyn Sink) -> Result<(), SinkError> {
        let sa_name = ready("a").await;
        kmd_log!(log, KMD_PM_SA_PEER_NOT_FOUND { sa_name })
    }

    let log = Recorder::new();
    spawned(handle(&log)).expect("logged");
    assert_eq!(log.events().len(), 1);
}

#[test]
fn a_future_keeps_an_event_while_it_waits() {
    async fn handle(log: &dyn Sink, event: &dyn Event, own: KmdEvent<'_>) -> Result<(), SinkError> {
        let with = own.with("request-id", 7);
        let fields = event.fields();
        ready(()).await;
        assert_eq!(fields.count(), 0);
        log.log(event)?;
        log.log(&with)
    }

    let log = Recorder::new();
    let event = kmd_event!(KMD_PM_PROPOSAL_NULL_ESP);
    spawned(handle(&log, &event, event.clone())).expect("logged");
    let counts: Vec<usize> = log.events().iter().map(|event| event.fields().count()).collect();
    assert_eq!(counts, [0, 1]);
}

#[test]
fn an_event_with_context_is_an_error_of_any_thread() {
    fn refuse<'e>(event: &'e KmdEvent<'_>) -> Result<(), Box<dyn Error + Send + Sync + 'e>> {
        Err(event.with("a", 1))?
    }

    let event = kmd_event!(KMD_PM_PROPOSAL_NULL_ESP);
    let error = refuse(&event).expect_err("an error");
    assert_eq!(error.to_string(), event.to_string());
}

#[test]
fn a_fan_out_takes_any_sink() {
    fn both(first: &dyn Sink, second: Box<dyn Sink + '_>) -> Result<(), SinkError> {
        kmd_log!(Fanout::new().with(first).with(second), KMD_PM_PROPOSAL_NULL_ESP)
    }

    let (first, second) = (Recorder::new(), Recorder::new());
    both(&first, Box::new(&second)).expect("logged");
    assert_eq!([&first, &second].map(|log| log.events().len()), [1, 1]);
}

#[test]
fn threads_share_a_sink_and_an_event_without_their_types() {
    fn generic<E: CatalogEvent>(log: &dyn Sink, event: &E) {
        thread::scope(|scope| scope.spawn(|| log.log(event)).join().expect("no panic").expect("logged"));
    }

    let recorder = Arc::new(Recorder::new());
    let log: Arc<dyn Sink> = recorder.clone();
    let event: Box<dyn Event> = Box::new(kmd_event!(KMD_PM_PROPOSAL_NULL_ESP));
    let shared = Arc::clone(&log);
    thread::spawn(move || shared.log(&*event)).join().expect("no panic").expect("logged");
    generic(&*log, &kmd_event!(KMD_PM_PROPOSAL_NULL_ESP));
    assert_eq!(recorder.events().len(), 2);
}
