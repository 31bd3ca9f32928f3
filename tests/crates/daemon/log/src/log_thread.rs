use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, SyncSender, TrySendError};
use std::thread::{self, JoinHandle};

use kmd_events::sink::{Sink, SinkError};
use kmd_events::{Event, Message, OwnedEvent};

/// The maximum number of events that wait.
const CAPACITY: usize = 1_024;

/// A thread that logs to a sink, so that a slow disk does not delay the caller. It is a sink itself.
#[derive(Debug)]
pub struct LogThread {
    jobs: SyncSender<Job>,
    thread: JoinHandle<Result<(), SinkError>>,
    target: Target,
}

/// The sink that the thread logs to. The caller asks it which messages are enabled.
struct Target(Arc<dyn Sink>);

impl std::fmt::Debug for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Target")
    }
}

enum Job {
    Log(OwnedEvent),
    /// A flush, and where its result goes.
    Flush(SyncSender<Result<(), SinkError>>),
}

impl LogThread {
    /// Starts a thread that logs to `target` and passes each failure to `on_failure`.
    ///
    /// # Errors
    ///
    /// Returns an error if the system cannot start a thread.
    pub fn start(
        target: Arc<dyn Sink>,
        mut on_failure: impl FnMut(&SinkError) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (jobs, received) = mpsc::sync_channel(CAPACITY);
        let sink = Arc::clone(&target);
        let run = move || run(&received, &*sink, &mut on_failure);
        let thread = thread::Builder::new().name("log".into()).spawn(run)?;
        Ok(Self { jobs, thread, target: Target(target) })
    }

    /// Waits until all events are logged, and flushes the sink.
    ///
    /// # Errors
    ///
    /// Returns an error if the sink cannot be flushed.
    pub fn finish(self) -> Result<(), SinkError> {
        drop(self.jobs);
        self.thread.join().unwrap_or_else(|_| Err(SinkError::of_flush("the logging thread panicked")))
    }
}

fn run(jobs: &Receiver<Job>, sink: &dyn Sink, on_failure: &mut dyn FnMut(&SinkError)) -> Result<(), SinkError> {
    for job in jobs {
        match job {
            Job::Log(event) => {
                if let Err(error) = sink.log(&event) {
                    on_failure(&error);
                }
            }
            // The caller may have stopped waiting.
            Job::Flush(done) => drop(done.send(sink.flush())),
        }
    }
    sink.flush()
}

impl Sink for LogThread {
    fn is_enabled(&self, message: &Message) -> bool {
        self.target.0.is_enabled(message)
    }

    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        self.jobs.try_send(Job::Log(event.to_owned_event())).map_err(|error| {
            let cause = match error {
                TrySendError::Full(_) => "too many events wait for the logging thread",
                TrySendError::Disconnected(_) => "the logging thread ended",
            };
            SinkError::new(format!("{}: {event}", event.message().tag()), cause)
        })
    }

    fn flush(&self) -> Result<(), SinkError> {
        let ended = |_| SinkError::of_flush("the logging thread ended");
        let (done, result) = mpsc::sync_channel(1);
        self.jobs.send(Job::Flush(done)).map_err(|_| SinkError::of_flush("the logging thread ended"))?;
        result.recv().map_err(ended)?
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::time::Duration;

    use kmd_events::sink::{Fanout, FanoutError, Filter, Recorder};
    use kmd_events::{Severity, Tag, assert_logged, assert_not_logged};

    use super::*;
    use crate::audit::events::AUDIT_GRANTED;
    use crate::audit::{AuditTag, audit_event, audit_log};
    use crate::door::events::{DOOR_CHECKED, DOOR_FORCED};
    use crate::door::values::Position;
    use crate::door::{DoorEvent, DoorTag, door_event, door_log};

    fn start(target: impl Sink + 'static) -> LogThread {
        LogThread::start(Arc::new(target), |error| panic!("{error}")).expect("a thread")
    }

    #[test]
    fn events_of_two_catalogs_arrive_in_order_with_their_context() {
        let log = Arc::new(Recorder::new());
        let thread = start(Arc::clone(&log));
        for door in 1..=3 {
            let user = format!("user-{door}");
            audit_log!(thread, AUDIT_GRANTED { user: &user, door }).expect("queued");
            thread.log(&door_event!(DOOR_FORCED { door }).with("user", &user)).expect("queued");
        }
        thread.finish().expect("flushed");
        let events: Vec<String> = log.events().iter().map(|event| format!("{event}: {:?}", event.fields())).collect();
        assert_eq!(
            events,
            [
                r#"User user-1 opened door 1: {"user": Text("user-1"), "door": Integer(1)}"#,
                r#"Door 1 was forced open: {"door": Integer(1), "user": Text("user-1")}"#,
                r#"User user-2 opened door 2: {"user": Text("user-2"), "door": Integer(2)}"#,
                r#"Door 2 was forced open: {"door": Integer(2), "user": Text("user-2")}"#,
                r#"User user-3 opened door 3: {"user": Text("user-3"), "door": Integer(3)}"#,
                r#"Door 3 was forced open: {"door": Integer(3), "user": Text("user-3")}"#,
            ]
        );
        assert_logged!(log, AUDIT_GRANTED { user: "user-2", door: 2 });
        let granted = |door, user| audit_event!(AUDIT_GRANTED { user, door });
        assert_eq!(log.events_of::<AuditTag>(), [granted(1, "user-1"), granted(2, "user-2"), granted(3, "user-3")]);
        let forced = |event: &OwnedEvent| match DoorTag::downcast(event)? {
            DoorEvent::Forced(forced) => Some(forced.door),
            other => panic!("{other}"),
        };
        assert_eq!(log.events().iter().filter_map(forced).collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn threads_share_the_queue() {
        let log = Arc::new(Recorder::new());
        let queue = start(Arc::clone(&log));
        thread::scope(|scope| {
            for door in 1..=4 {
                let queue = &queue;
                scope.spawn(move || (0..50).for_each(|_| door_log!(queue, DOOR_FORCED { door }).expect("queued")));
            }
        });
        queue.flush().expect("flushed");
        assert_eq!(log.events().len(), 200);
        queue.finish().expect("flushed");
    }

    #[test]
    fn values_are_not_evaluated_for_messages_that_no_sink_wants() {
        let log = Arc::new(Recorder::new());
        let queue = start(Filter::new(Arc::clone(&log)).with_max_severity(Severity::Warning));
        let elapsed = || -> Duration { panic!("evaluated") };
        door_log!(queue, DOOR_CHECKED { door: 1, position: Position::Open, elapsed: elapsed() }).expect("not enabled");
        door_log!(queue, DOOR_FORCED { door: 1 }).expect("queued");
        queue.finish().expect("flushed");
        assert_logged!(log, DOOR_FORCED { door: 1 });
        assert_not_logged!(log, DOOR_CHECKED { .. });
    }

    /// A sink without space.
    struct Full;

    impl Sink for Full {
        fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
            Err(SinkError::new(event.to_string(), "the disk is full"))
        }

        fn flush(&self) -> Result<(), SinkError> {
            Err(SinkError::of_flush("the disk is full"))
        }
    }

    #[test]
    fn a_failure_is_reported_and_does_not_stop_the_others() {
        let (log, failures) = (Arc::new(Recorder::new()), Arc::new(Mutex::new(Vec::new())));
        let report = Arc::clone(&failures);
        let sinks = Fanout::new().with(Full).with(Arc::clone(&log));
        let queue = LogThread::start(Arc::new(sinks), move |error| {
            let failed = error.cause().downcast_ref::<FanoutError>().expect("of a fan-out").failures();
            let failed: Vec<(usize, Option<String>)> =
                failed.iter().map(|(index, error)| (*index, error.rendered().map(str::to_owned))).collect();
            report.lock().expect("no panic").push(failed);
        })
        .expect("a thread");
        for door in [1, 2] {
            door_log!(queue, DOOR_FORCED { door }).expect("queued");
        }
        let error = queue.flush().expect_err("full");
        assert_eq!(error.to_string(), "failed to flush a sink: sink 0: the disk is full");
        assert!(queue.finish().is_err());
        let of_first = |text: &str| vec![(0, Some(text.to_owned()))];
        let failures = failures.lock().expect("no panic");
        assert_eq!(*failures, [of_first("Door 1 was forced open"), of_first("Door 2 was forced open")]);
        assert_eq!(log.events_of::<DoorTag>(), [1, 2].map(|door| door_event!(DOOR_FORCED { door })));
    }

    #[test]
    fn the_end_of_the_thread_is_reported() {
        let queue = LogThread::start(Arc::new(Full), |_| panic!("as wanted")).expect("a thread");
        door_log!(queue, DOOR_FORCED { door: 1 }).expect("queued");
        // The flush ends when the thread does.
        assert!(queue.flush().is_err());
        let error = door_log!(queue, DOOR_FORCED { door: 2 }).expect_err("no thread");
        assert_eq!(error.to_string(), "failed to log an event: the logging thread ended");
        assert_eq!(error.rendered(), Some("DOOR_FORCED: Door 2 was forced open"));
        assert_eq!(
            queue.finish().expect_err("a panic").to_string(),
            "failed to flush a sink: the logging thread panicked"
        );
    }

    /// A sink that waits until the test ends.
    struct Stalled(Mutex<Receiver<()>>);

    impl Sink for Stalled {
        fn log(&self, _: &dyn Event) -> Result<(), SinkError> {
            let _ = self.0.lock().expect("no panic").recv();
            Ok(())
        }
    }

    #[test]
    fn a_full_queue_does_not_block_the_caller() {
        let (test, stalled) = mpsc::channel();
        let queue = start(Stalled(Mutex::new(stalled)));
        let full = (0..).find_map(|_| door_log!(queue, DOOR_FORCED { door: 3 }).err()).expect("the queue is finite");
        assert_eq!(full.to_string(), "failed to log an event: too many events wait for the logging thread");
        drop(test);
        queue.finish().expect("flushed");
    }
}
