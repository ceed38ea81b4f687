//! `mamori import` of several files and folders: of each it is told what became of it, and one that cannot be taken
//! keeps no other out. Nobody is asked in between, and nothing that is here goes unless that was said.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher, RandomState};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread::{JoinHandle, available_parallelism, spawn};

use serde_json::{Value, json};

use crate::cli::brought::{Clash, read};
use crate::cli::done::{COULD_NOT, DONE, Done};
use crate::cli::failure::Failure;
use crate::cli::fault::{
    case_fault_message, case_fault_recovery, doubt_message, not_kept, store_message, store_recovery,
};
use crate::cli::named_file::not_read;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::pack_library::is_workbook;
use crate::questionnaire::case::Case;
use crate::questionnaire::losses::Losses;
use crate::questionnaire::reading::imported;
use crate::report::json::{FORMAT, written};
use crate::store::seal::is_sealed;
use crate::store::{CaseFault, Cause, Store, StoreError};
use crate::terminal::now;
use crate::text::Message;
use crate::text::brought::not_a_check;
use crate::text::catalog::Catalog;
use crate::text::names::firm_and_title;

/// More threads than this only wait for the disk.
const MOST_JOBS: usize = 64;

/// What of a folder is looked at.
const ENDINGS: [&str; 2] = ["json", "mamori"];

/// Files that wait for one thread: more would only be held in memory.
const WAITING: usize = 8;

/// How it is done.
#[derive(Clone, Copy, Debug)]
pub(super) struct How {
    pub(super) clash: Clash,
    /// What would be lost here by it may go into the earlier versions.
    pub(super) may_lose: bool,
    pub(super) jobs: Option<NonZeroUsize>,
    pub(super) json: bool,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    New,
    Replaced,
    /// What was here could not be read.
    ReplacedUnread,
    AsNew,
    /// The same is here already.
    Same,
    /// Another state of it is here, and nothing was said of that.
    Exists,
    /// What is here was changed later.
    Older,
    /// Something is here that would go.
    WouldLose,
    /// What is here under its id cannot be seen now.
    Unseen,
    Unread,
    /// It has a passphrase of its own, which would have to be asked for.
    Sealed,
    /// One to fill that came back: what it changes is looked at, which wants somebody.
    Workbook,
    NoCase,
    NotWritten,
}

impl State {
    const ALL: [Self; 14] = [
        Self::New,
        Self::Replaced,
        Self::ReplacedUnread,
        Self::AsNew,
        Self::Same,
        Self::Exists,
        Self::Older,
        Self::WouldLose,
        Self::Unseen,
        Self::Unread,
        Self::Sealed,
        Self::Workbook,
        Self::NoCase,
        Self::NotWritten,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Replaced => "replaced",
            Self::ReplacedUnread => "replaced-unread",
            Self::AsNew => "as-new",
            Self::Same => "same",
            Self::Exists => "exists",
            Self::Older => "older",
            Self::WouldLose => "would-lose",
            Self::Unseen => "unseen",
            Self::Unread => "unread",
            Self::Sealed => "sealed",
            Self::Workbook => "workbook",
            Self::NoCase => "no-case",
            Self::NotWritten => "not-written",
        }
    }

    /// The line about one file, and that about all of them.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::New => ("import-each-new", "import-all-new"),
            Self::Replaced => ("import-each-replaced", "import-all-replaced"),
            Self::ReplacedUnread => ("import-each-replaced-unread", "import-all-replaced-unread"),
            Self::AsNew => ("import-each-as-new", "import-all-as-new"),
            Self::Same => ("import-each-same", "import-all-same"),
            Self::Exists => ("import-each-exists", "import-all-exists"),
            Self::Older => ("import-each-older", "import-all-older"),
            Self::WouldLose => ("import-each-would-lose", "import-all-would-lose"),
            Self::Unseen => ("import-each-unseen", "import-all-unseen"),
            Self::Unread => ("import-each-unread", "import-all-unread"),
            Self::Sealed => ("import-each-sealed", "import-all-sealed"),
            Self::Workbook => ("import-each-workbook", "import-all-workbook"),
            Self::NoCase => ("import-each-no-case", "import-all-no-case"),
            Self::NotWritten => ("import-each-not-written", "import-all-not-written"),
        }
    }

    /// Whether what is in the file is here now.
    fn is_here(self) -> bool {
        matches!(
            self,
            Self::New | Self::Replaced | Self::ReplacedUnread | Self::AsNew | Self::Same
        )
    }
}

/// One file, with what became of it.
struct Told {
    state: State,
    /// The id, the name and the number of answers of its case.
    case: Option<(String, String, usize)>,
    /// Why, or that something is not certain.
    why: Option<String>,
    /// The next one would fare no better: the disk is full, or gone.
    is_the_end: bool,
}

/// A case on its way to the disk. It is told under the number of its file.
type Job = (usize, Box<Case>);

/// What became of a case; the words come later, because a catalogue cannot cross threads.
type Outcome = (State, Box<Case>, Option<Fault>);

enum Fault {
    Store(StoreError),
    /// It is here; the state that was handed over with it may not be kept for later merges.
    NotKept(StoreError),
    Case(CaseFault),
}

pub(super) fn import_many(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
    mut store: Store,
    named: &[PathBuf],
    how: How,
) -> Result<Done, Failure> {
    let catalog = &context.catalog;
    let stop = process.stop;
    // From now on it is finished before it ends.
    stop();
    let (files, others) = files(&store, catalog, named)?;
    let mut telling = Telling {
        how,
        files: &files,
        told: Vec::new(),
        next: 0,
    };
    telling.told.resize_with(files.len(), || None);
    // Not an error: one does it too.
    let usual = available_parallelism().map_or(1, NonZeroUsize::get);
    let jobs = how.jobs.map_or(usual, NonZeroUsize::get);
    let jobs = jobs.min(MOST_JOBS).min(files.len()).max(1);
    let mut hands: Option<Hands> = None;
    let mut begun = 0;
    for (number, file) in files.iter().enumerate() {
        if stop() || telling.is_at_an_end() {
            break;
        }
        begun += 1;
        match case_in(process, &store, catalog, file) {
            Err(told) => telling.take(process, catalog, number, told),
            Ok(case) if jobs == 1 => {
                let outcome = taken_in(&mut store, Box::new(case), how);
                telling.take(process, catalog, number, told_of(catalog, outcome));
            }
            Ok(case) => {
                if hands.is_none() {
                    let made = Hands::at(&mut store, how, jobs);
                    hands = Some(made.map_err(|error| Failure::store(catalog, &error))?);
                }
                if let Some(hands) = &hands {
                    hands.give(number, case);
                }
            }
        }
        if let Some(hands) = &hands {
            for (number, outcome) in hands.outcomes.try_iter() {
                telling.take(process, catalog, number, told_of(catalog, outcome));
            }
        }
    }
    if let Some(hands) = hands {
        for (number, outcome) in hands.finish() {
            telling.take(process, catalog, number, told_of(catalog, outcome));
        }
    }
    let stopped = stop() && begun < files.len();
    Ok(telling.done(catalog, others, stopped))
}

/// Every file that was named, and every one in the folders that were; each once. And how many others lie there.
fn files(
    store: &Store,
    catalog: &Catalog,
    named: &[PathBuf],
) -> Result<(Vec<PathBuf>, usize), Failure> {
    let (mut files, mut others): (Vec<PathBuf>, usize) = (Vec::new(), 0);
    let mut known = std::collections::HashSet::new();
    for path in named {
        let found = if store.is_folder(path) {
            let found = store.brought_in(path, &ENDINGS);
            let found = found
                .map_err(|error| Failure::could_not(catalog, &not_read(error.path(), &error)))?;
            others += found.others;
            found.files
        } else {
            [path.clone()].into()
        };
        files.extend(found.into_iter().filter(|file| known.insert(file.clone())));
    }
    Ok((files, others))
}

fn case_in(
    process: &ProcessEnv<'_>,
    store: &Store,
    catalog: &Catalog,
    file: &Path,
) -> Result<Case, Told> {
    let not = |state, why: &[Message<'_>]| Told {
        state,
        case: None,
        why: why.first().map(|why| catalog.message(why)),
        is_the_end: false,
    };
    let bytes =
        read(process, store, file).map_err(|error| not(State::Unread, &not_read(file, &error)))?;
    if is_sealed(&bytes) {
        return Err(not(State::Sealed, &[]));
    }
    if is_workbook(&bytes) {
        return Err(not(State::Workbook, &[]));
    }
    imported(&bytes).map_err(|fault| not(State::NoCase, &[not_a_check(&fault)]))
}

/// Threads that write. A case always goes to the same one, so that of two states of it the first that was named comes
/// first, however many threads there are.
struct Hands {
    queues: Vec<SyncSender<Job>>,
    outcomes: Receiver<(usize, Outcome)>,
    threads: Vec<JoinHandle<()>>,
}

impl Hands {
    fn at(store: &mut Store, how: How, jobs: usize) -> Result<Self, StoreError> {
        let stores = store.hands(jobs)?;
        let (sender, outcomes) = channel();
        let mut hands = Self {
            queues: Vec::new(),
            outcomes,
            threads: Vec::new(),
        };
        for mut store in stores {
            let (queue, jobs) = sync_channel::<Job>(WAITING);
            let sender = sender.clone();
            hands.queues.push(queue);
            hands.threads.push(spawn(move || {
                for (number, case) in jobs {
                    let outcome = taken_in(&mut store, case, how);
                    if sender.send((number, outcome)).is_err() {
                        return;
                    }
                }
            }));
        }
        Ok(hands)
    }

    fn give(&self, number: usize, case: Case) {
        let mut hasher = DefaultHasher::new();
        case.id.as_str().hash(&mut hasher);
        let queues = u64::try_from(self.queues.len()).unwrap_or(1);
        let at = usize::try_from(hasher.finish() % queues).unwrap_or(0);
        // Not an error: a thread that is gone has panicked, and `finish` goes on with that.
        let _ = self.queues[at].send((number, Box::new(case)));
    }

    /// What is still on its way, once all of it is there.
    fn finish(self) -> Vec<(usize, Outcome)> {
        drop(self.queues);
        let outcomes = self.outcomes.iter().collect();
        for thread in self.threads {
            if let Err(panic) = thread.join() {
                std::panic::resume_unwind(panic);
            }
        }
        outcomes
    }
}

/// Takes one case in, or says why not.
fn taken_in(store: &mut Store, mut case: Box<Case>, how: How) -> Outcome {
    let state = match (store.look(&case.id), how.clash) {
        (Err(fault), _) if fault.is_gone() => State::New,
        (Ok(there), _) if says_the_same(&there, &case) => return (State::Same, case, None),
        (Ok(there), Clash::Stop) if there.has_in_it(&case) => return (State::Same, case, None),
        (Ok(_), Clash::Stop) => return (State::Exists, case, None),
        (Err(fault), Clash::Stop) => return (State::Unseen, case, Some(Fault::Case(fault))),
        (_, Clash::New) => {
            case.id = store.new_id(&RandomState::new());
            State::AsNew
        }
        (there, Clash::Replace) => {
            // Not an error: what cannot be read has nothing that could be compared; it is kept as it is.
            if let Ok(there) = &there {
                if there.updated > case.updated {
                    return (State::Older, case, None);
                }
                if !how.may_lose && !Losses::of(there, &case).is_nothing() {
                    return (State::WouldLose, case, None);
                }
            }
            case.revision = case.revision.max(store.highest_of(&case.id) + 1);
            // Not an error: where the one that cannot be read is now is told.
            if there.is_ok() {
                State::Replaced
            } else {
                State::ReplacedUnread
            }
        }
    };
    let brought = match store.bring_in(&case, now()) {
        Ok(brought) => brought,
        Err(error) => return (State::NotWritten, case, Some(Fault::Store(error))),
    };
    let doubt = match brought.doubt {
        // It was handed over: what comes from there next is merged against it.
        None if !case.ancestors.is_empty() => match store.keep_handed(&case) {
            Ok(kept) => kept.doubt.map(Fault::Store),
            Err(error) => Some(Fault::NotKept(error)),
        },
        doubt => doubt.map(Fault::Store),
    };
    (state, case, doubt)
}

/// What takes the place of something here gets a higher revision: brought again it is nothing new all the same.
pub(super) fn says_the_same(there: &Case, brought: &Case) -> bool {
    let renumbered = Case {
        revision: there.revision,
        ..brought.clone()
    };
    *there == renumbered
}

fn told_of(catalog: &Catalog, (state, case, fault): Outcome) -> Told {
    let answers = case.answered();
    let is_the_end = state == State::NotWritten
        && matches!(&fault, Some(Fault::Store(fault)) if *fault.cause() != Cause::Held);
    let both = |why: Message<'_>, then: Message<'_>| {
        let why = Message::new("import-why-and-then").with("why", catalog.message(&why));
        catalog.message(&why.with("then", catalog.message(&then)))
    };
    let why = fault.map(|fault| match (state, &fault) {
        (State::NotWritten, Fault::Store(fault)) => {
            both(store_message(fault), store_recovery(fault))
        }
        (_, Fault::Store(fault)) => catalog.message(&doubt_message(fault)),
        (_, Fault::NotKept(fault)) => catalog.message(&not_kept("import-not-kept", fault)),
        (_, Fault::Case(fault)) => {
            let said = [case_fault_message(fault), case_fault_recovery(fault)];
            said.map(|said| catalog.message(&said)).join(" ")
        }
    });
    Told {
        state,
        case: Some((
            case.id.to_string(),
            catalog.text(&firm_and_title(&case)).into_owned(),
            answers,
        )),
        why,
        is_the_end,
    }
}

/// Tells of the files in their order, as soon as all before them are told.
struct Telling<'a> {
    how: How,
    files: &'a [PathBuf],
    told: Vec<Option<Told>>,
    next: usize,
}

impl Telling<'_> {
    fn take(&mut self, process: &mut ProcessEnv<'_>, catalog: &Catalog, number: usize, told: Told) {
        self.told[number] = Some(told);
        while let Some(Some(told)) = self.told.get(self.next) {
            if !self.how.json {
                let line = line(catalog, &self.files[self.next], told);
                process.say(&Done::lines([line]), catalog);
            }
            self.next += 1;
        }
    }

    fn is_at_an_end(&self) -> bool {
        self.told.iter().flatten().any(|told| told.is_the_end)
    }

    fn done(&self, catalog: &Catalog, others: usize, stopped: bool) -> Done {
        let told = || self.told.iter().flatten();
        let count = |state| told().filter(|told| told.state == state).count();
        let left = self.told.len() - told().count();
        let is_well = left == 0 && told().all(|told| told.state.is_here() && told.why.is_none());
        let code = if is_well { DONE } else { COULD_NOT };
        if self.how.json {
            let counts = State::ALL.map(|state| (state.code().to_owned(), json!(count(state))));
            let files = self
                .files
                .iter()
                .zip(&self.told)
                .map(|(file, told)| json_of(file, told.as_ref()));
            let value = json!({
                "format": FORMAT,
                "files": files.collect::<Vec<_>>(),
                "counts": counts.into_iter().collect::<serde_json::Map<_, _>>(),
                "not_tried": left,
                "other_files": others,
                "stopped": stopped,
            });
            return Done {
                code,
                ..Done::new(written(&value))
            };
        }
        let mut lines = Vec::new();
        let mut say = |indent: &str, said: Message<'_>| {
            lines.push(format!("{indent}{}", catalog.message(&said)));
        };
        say("", Message::new("import-all").with("files", told().count()));
        for state in State::ALL.into_iter().filter(|state| count(*state) > 0) {
            let (_, all) = state.words();
            say("  ", Message::new(all).with("count", count(state)));
        }
        let is_kept_out = |told: &Told| !told.state.is_here() && told.state != State::NotWritten;
        if told().any(is_kept_out) {
            say("", Message::new("import-all-unchanged"));
        }
        if others > 0 {
            say("", Message::new("import-all-others").with("count", others));
        }
        if left > 0 {
            let id = if stopped {
                "import-all-stopped"
            } else {
                "import-all-not-tried"
            };
            say("", Message::new(id).with("count", left));
        }
        Done {
            code,
            ..Done::lines(lines)
        }
    }
}

fn line(catalog: &Catalog, file: &Path, told: &Told) -> String {
    let (each, _) = told.state.words();
    let nothing = (String::new(), String::new(), 0);
    let (id, title, answers) = told.case.as_ref().unwrap_or(&nothing);
    let said = Message::new(each)
        .with("path", file.display().to_string())
        .with("title", title.as_str())
        .with("id", id.as_str())
        .with("answers", *answers);
    let said = catalog.message(&said);
    match &told.why {
        Some(why) => catalog.message(
            &Message::new("import-each-why")
                .with("said", said)
                .with("why", why.as_str()),
        ),
        None => said,
    }
}

fn json_of(file: &Path, told: Option<&Told>) -> Value {
    let case = told.and_then(|told| told.case.as_ref());
    json!({
        "file": file.display().to_string(),
        "state": told.map_or("not-tried", |told| told.state.code()),
        "id": case.map(|(id, _, _)| id),
        "title": case.map(|(_, title, _)| title),
        "answers": case.map(|(_, _, answers)| answers),
        "why": told.and_then(|told| told.why.as_deref()),
    })
}
