//! The saver: owns the store on a thread of its own, so that neither a slow disk nor a long report makes a key wait.
//! Of several states of a case waiting to be written only the newest is.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::guard::Guard;
use super::{Input, now};
use crate::app::request::Request;
use crate::questionnaire::id::CaseId;
use crate::store_service::StoreService;

/// The way to the saver's thread. Dropping it waits until everything is written; what came of it has then been told.
pub(super) struct Saver {
    requests: Option<Sender<Request>>,
    thread: Option<JoinHandle<()>>,
}

impl Saver {
    pub(super) fn start(service: StoreService, tell: Sender<Input>) -> Self {
        let (requests, work) = mpsc::channel();
        // The words for reports cannot cross threads: the service is made anew over there.
        let (store, library) = service.into_parts();
        let thread = thread::spawn(move || serve(StoreService::new(store, library), &work, &tell));
        Self {
            requests: Some(requests),
            thread: Some(thread),
        }
    }

    pub(super) fn ask(&self, request: Request) {
        if let Some(requests) = &self.requests {
            // Not an error: the saver ends only after this sender, or it panicked, which its hook has told.
            let _ = requests.send(request);
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        drop(self.requests.take());
        if let Some(thread) = self.thread.take() {
            // Not an error: a thread that panicked has nothing to say here, and its hook has told.
            let _ = thread.join();
        }
    }
}

/// Serves until nobody asks any more.
fn serve(mut service: StoreService, work: &Receiver<Request>, tell: &Sender<Input>) {
    let _guard = Guard::new(tell.clone());
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
            // Not an error: whoever has stopped listening has ended, and the guard of that thread has told.
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
