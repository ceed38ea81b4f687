//! The saver: owns the store on a thread of its own, so that a slow disk never makes a key wait.
//! Of several cases waiting to be written only the newest is.

use std::hash::RandomState;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::Input;
use super::guard::Guard;
use crate::questionnaire::case::Case;
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::id::CaseId;
use crate::store::{Listed, Settings, Store};

enum Request {
    Save(Box<Case>),
    List,
    Open(CaseId),
    FreshId,
    Language(String),
    Mouse(bool),
    Silent(String),
}

impl Request {
    fn saves(&self, id: &CaseId) -> bool {
        matches!(self, Self::Save(case) if case.id == *id)
    }
}

/// What the saver has to tell.
pub(super) enum Report {
    /// This revision of this case is on the disk.
    Saved(CaseId, u64),
    SaveFailed(SaveFault),
    Listed(Vec<Listed>),
    Opened(Box<Case>),
    OpenFailed,
    FreshId(CaseId),
}

/// The way to the saver's thread. Dropping it waits until everything is written.
pub(super) struct Saver {
    requests: Option<Sender<Request>>,
    thread: Option<JoinHandle<Vec<Report>>>,
}

impl Saver {
    pub(super) fn start(store: Store, tell: Sender<Input>) -> Self {
        let (requests, work) = mpsc::channel();
        let thread = thread::spawn(move || serve(store, &work, &tell));
        Self {
            requests: Some(requests),
            thread: Some(thread),
        }
    }

    pub(super) fn save(&self, case: Case) {
        self.ask(Request::Save(Box::new(case)));
    }

    pub(super) fn list(&self) {
        self.ask(Request::List);
    }

    pub(super) fn open(&self, id: CaseId) {
        self.ask(Request::Open(id));
    }

    pub(super) fn fresh_id(&self) {
        self.ask(Request::FreshId);
    }

    pub(super) fn remember_language(&self, code: String) {
        self.ask(Request::Language(code));
    }

    pub(super) fn remember_mouse(&self, is_taken: bool) {
        self.ask(Request::Mouse(is_taken));
    }

    /// The terminal of this name does not answer.
    pub(super) fn remember_silent(&self, terminal: String) {
        self.ask(Request::Silent(terminal));
    }

    /// Waits until everything is written; gives the last word on each save.
    pub(super) fn finish(mut self) -> Vec<Report> {
        self.wait()
    }

    fn wait(&mut self) -> Vec<Report> {
        drop(self.requests.take());
        self.thread
            .take()
            .and_then(|thread| thread.join().ok())
            .unwrap_or_default()
    }

    fn ask(&self, request: Request) {
        if let Some(requests) = &self.requests {
            // The saver ends only after this sender: a failure means that it panicked, which its hook has told.
            let _ = requests.send(request);
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.wait();
    }
}

/// Serves until nobody asks any more; gives back the reports on saves, for whoever waited for the end.
fn serve(mut store: Store, work: &Receiver<Request>, tell: &Sender<Input>) -> Vec<Report> {
    let _guard = Guard::new(tell.clone());
    let mut last = Vec::new();
    while let Ok(first) = work.recv() {
        let mut requests = vec![first];
        requests.extend(work.try_iter());
        while !requests.is_empty() {
            let request = requests.remove(0);
            if let Request::Save(case) = &request
                && requests.iter().any(|later| later.saves(&case.id))
            {
                continue;
            }
            let report = match request {
                Request::Save(case) => save(&mut store, &case),
                Request::List => store
                    .list()
                    .map_or(Report::Listed(Vec::new()), Report::Listed),
                Request::Open(id) => store
                    .open(&id)
                    .map_or(Report::OpenFailed, |case| Report::Opened(Box::new(case))),
                Request::FreshId => Report::FreshId(store.new_id(&RandomState::new())),
                Request::Language(code) => {
                    remember(&mut store, |settings| settings.set_language(Some(&code)));
                    continue;
                }
                Request::Mouse(is_taken) => {
                    remember(&mut store, |settings| settings.set_mouse(is_taken));
                    continue;
                }
                Request::Silent(terminal) => {
                    remember(&mut store, |settings| settings.set_silent(&terminal));
                    continue;
                }
            };
            if let Report::Saved(id, revision) = &report {
                last = vec![Report::Saved(id.clone(), *revision)];
            }
            // Once the full screen is gone nobody listens.
            let _ = tell.send(Input::Saver(report));
        }
    }
    last
}

fn save(store: &mut Store, case: &Case) -> Report {
    match store.save(case) {
        Ok(_) => Report::Saved(case.id.clone(), case.revision),
        Err(error) => Report::SaveFailed(SaveFault::from(&error)),
    }
}

/// What cannot be remembered is asked for again next time: no reason to stop anyone.
fn remember(store: &mut Store, change: impl FnOnce(&mut Settings)) {
    let mut settings = store.settings();
    change(&mut settings);
    let _ = store.save_settings(&settings);
}
