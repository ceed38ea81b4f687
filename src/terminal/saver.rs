//! The saver: owns the store on a thread of its own, so that a slow disk never makes a key wait.
//! Of several cases waiting to be written only the newest is.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::guard::Guard;
use super::{Input, now};
use crate::app::event::Request;
use crate::questionnaire::case::Case;
use crate::questionnaire::id::CaseId;
use crate::store_service::{Reply, StoreService, Writing};

enum Task {
    Save(Box<Case>),
    List,
    Open(CaseId),
    FreshId,
    Ask(Request),
    WriteOut(Box<Writing>),
    Language(String),
    Mouse(bool),
    Silent(String),
}

impl Task {
    fn saves(&self, id: &CaseId) -> bool {
        matches!(self, Self::Save(case) if case.id == *id)
    }
}

/// The way to the saver's thread. Dropping it waits until everything is written.
pub(super) struct Saver {
    tasks: Option<Sender<Task>>,
    thread: Option<JoinHandle<Vec<Reply>>>,
}

impl Saver {
    pub(super) fn start(store_service: StoreService, tell: Sender<Input>) -> Self {
        let (tasks, work) = mpsc::channel();
        let thread = thread::spawn(move || serve(store_service, &work, &tell));
        Self {
            tasks: Some(tasks),
            thread: Some(thread),
        }
    }

    pub(super) fn save(&self, case: Case) {
        self.give(Task::Save(Box::new(case)));
    }

    pub(super) fn list(&self) {
        self.give(Task::List);
    }

    pub(super) fn open(&self, id: CaseId) {
        self.give(Task::Open(id));
    }

    pub(super) fn fresh_id(&self) {
        self.give(Task::FreshId);
    }

    pub(super) fn ask(&self, request: Request) {
        self.give(Task::Ask(request));
    }

    pub(super) fn write_out(&self, writing: Writing) {
        self.give(Task::WriteOut(Box::new(writing)));
    }

    pub(super) fn remember_language(&self, code: String) {
        self.give(Task::Language(code));
    }

    pub(super) fn remember_mouse(&self, is_taken: bool) {
        self.give(Task::Mouse(is_taken));
    }

    /// The terminal of this name does not answer.
    pub(super) fn remember_silent(&self, terminal: String) {
        self.give(Task::Silent(terminal));
    }

    /// Waits until everything is written; gives the last word on each save.
    pub(super) fn finish(mut self) -> Vec<Reply> {
        self.wait()
    }

    fn wait(&mut self) -> Vec<Reply> {
        drop(self.tasks.take());
        self.thread
            .take()
            .and_then(|thread| thread.join().ok())
            .unwrap_or_default()
    }

    fn give(&self, task: Task) {
        if let Some(tasks) = &self.tasks {
            // The saver ends only after this sender: a failure means that it panicked, which its hook has told.
            let _ = tasks.send(task);
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.wait();
    }
}

/// Serves until nobody asks any more; gives back the reports on saves, for whoever waited for the end.
fn serve(
    mut store_service: StoreService,
    work: &Receiver<Task>,
    tell: &Sender<Input>,
) -> Vec<Reply> {
    let _guard = Guard::new(tell.clone());
    let mut last = Vec::new();
    while let Ok(first) = work.recv() {
        let mut tasks = vec![first];
        tasks.extend(work.try_iter());
        while !tasks.is_empty() {
            let task = tasks.remove(0);
            if let Task::Save(case) = &task
                && tasks.iter().any(|later| later.saves(&case.id))
            {
                continue;
            }
            let Some(report) = done(&mut store_service, task) else {
                continue;
            };
            if let Reply::Saved(id, revision, saved) = &report {
                last = vec![Reply::Saved(id.clone(), *revision, *saved)];
            }
            // Once the full screen is gone nobody listens.
            let _ = tell.send(Input::Saver(report));
        }
    }
    last
}

/// Does a task; None where nobody waits for what comes of it.
fn done(store_service: &mut StoreService, task: Task) -> Option<Reply> {
    match task {
        Task::Save(case) => return Some(store_service.save(&case)),
        Task::List => return Some(store_service.list()),
        Task::Open(id) => return Some(store_service.open(&id, now())),
        Task::FreshId => return Some(store_service.fresh_id()),
        Task::WriteOut(writing) => return Some(store_service.write_out(*writing)),
        Task::Ask(request) => return Some(store_service.ask(request, now())),
        Task::Language(code) => {
            store_service.remember(|settings| settings.set_language(Some(&code)));
        }
        Task::Mouse(is_taken) => store_service.remember(|settings| settings.set_mouse(is_taken)),
        Task::Silent(terminal) => store_service.remember(|settings| settings.set_silent(&terminal)),
    }
    None
}
