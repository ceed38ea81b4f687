//! The saver: owns the store on a thread of its own, so that neither a slow disk nor a long report makes a key wait.
//! Of several states of a case waiting to be written only the newest is.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle, ThreadId};

use super::{Input, now};
use crate::app::request::Request;
use crate::questionnaire::id::CaseId;
use crate::store_service::StoreService;

/// The way to the saver's thread. Dropping it waits until everything is written; what came of it has then been told.
pub(super) struct Saver(Finish);

/// Waits for the saver; for whoever ends the program.
#[derive(Clone)]
pub(super) struct Finish {
    thread: ThreadId,
    work: Arc<Mutex<Option<Work>>>,
}

struct Work {
    requests: Sender<Request>,
    thread: JoinHandle<()>,
}

impl Saver {
    pub(super) fn start(service: StoreService, tell: Sender<Input>) -> Self {
        let (requests, work) = mpsc::channel();
        // The words for reports cannot cross threads: the service is made anew over there.
        let (store, library) = service.into_parts();
        let thread = thread::spawn(move || serve(StoreService::new(store, library), &work, &tell));
        Self(Finish::of(Work { requests, thread }))
    }

    pub(super) fn ask(&self, request: Request) {
        if let Some(work) = &*self.0.work() {
            // Not an error: the saver ends only after this sender, or it panicked, which has been told.
            let _ = work.requests.send(request);
        }
    }

    pub(super) fn finish(&self) -> Finish {
        self.0.clone()
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.0.finish();
    }
}

impl Finish {
    fn of(work: Work) -> Self {
        Self {
            thread: work.thread.thread().id(),
            work: Arc::new(Mutex::new(Some(work))),
        }
    }

    /// Whether this is the saver's own thread.
    pub(super) fn is_on(&self, thread: ThreadId) -> bool {
        thread == self.thread
    }

    /// Takes no more requests and comes back when those that it has are carried out, whoever waits for it as well.
    pub(super) fn finish(&self) {
        let mut work = self.work();
        if let Some(Work { requests, thread }) = work.take() {
            drop(requests);
            // Not an error: a thread that panicked has nothing to say here, and that has been told.
            let _ = thread.join();
        }
    }

    fn work(&self) -> MutexGuard<'_, Option<Work>> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Serves until nobody asks any more.
fn serve(mut service: StoreService, work: &Receiver<Request>, tell: &Sender<Input>) {
    while let Ok(first) = work.recv() {
        let mut requests = vec![first];
        requests.extend(work.try_iter());
        while !requests.is_empty() {
            let request = requests.remove(0);
            if saves(&request)
                .is_some_and(|id| requests.iter().any(|later| saves(later) == Some(id)))
            {
                continue;
            }
            let events = service.perform(request, now());
            // Not an error: whoever has stopped listening has ended.
            let _ = tell.send(Input::Told(events));
        }
    }
}

/// The case that is to be written.
fn saves(request: &Request) -> Option<&CaseId> {
    match request {
        Request::Save(case) => Some(&case.id),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_waits_for_the_saver_comes_back_when_all_is_saved() {
        let (requests, work) = mpsc::channel();
        let (done, all) = mpsc::channel();
        let thread = thread::spawn(move || {
            for request in work {
                done.send(request).expect("somebody who counts");
            }
        });
        let saver = Saver(Finish::of(Work { requests, thread }));
        for _ in 0..1000 {
            saver.ask(Request::List);
        }
        let waits = [saver.finish(), saver.finish()].map(|finish| {
            thread::spawn(move || {
                assert!(!finish.is_on(thread::current().id()));
                finish.finish();
            })
        });
        for wait in waits {
            wait.join().expect("no panic");
        }
        assert_eq!(all.try_iter().count(), 1000);
        saver.ask(Request::List);
        drop(saver);
        assert_eq!(all.try_iter().count(), 0);
    }
}
