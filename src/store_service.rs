//! Floor 4: carries out on the store what is asked of it, and tells with events what came of it. The only place that
//! does: the full screen has it on a thread of its own, the walk by numbers in between two lines. Draws nothing.

use std::hash::RandomState;
use std::path::PathBuf;

use crate::app::case_summary::CaseState;
use crate::app::event::{Event, UnlockFault, Unlocked};
use crate::app::request::{
    Completed, ExportFault, ExportRequest, Exported, Made, MakeRequest, Making, Request, Setting,
    Tidying,
};
use crate::app::secret::Passphrase;
use crate::app::{Console, Desktop, Startup};
use crate::pack_library::{PackFault, PackLibrary};
use crate::questionnaire::access::Access;
use crate::questionnaire::case::{Case, Firm};
use crate::questionnaire::fault::{OpenProblem, SaveFault};
use crate::questionnaire::id::CaseId;
use crate::questionnaire::moment::Moment;
use crate::questionnaire::reader::Reader;
use crate::questionnaire::report_format::ReportFormat;
use crate::store::{CaseFault, Cause, Emptied, OpenFault, Seal, Seen, Settings, Store, StoreError};
use crate::text::catalog::Catalog;

mod desk;
pub mod handing;
mod receiving;
mod summary;

/// The store, with the packs that judge what is in it and the words for reports.
pub struct StoreService {
    store: Store,
    library: PackLibrary,
    /// The words of the last report, by their language. They cannot cross threads and are read when first needed.
    catalog: Option<(String, Catalog)>,
    /// The file outside the data folder that was written last.
    written: Option<String>,
    /// What was found of what somebody has brought.
    received_paths: Vec<PathBuf>,
}

/// Why the program cannot start its walk. Nothing was changed.
#[derive(Clone, Debug, PartialEq)]
pub enum StartFault {
    Pack(PackFault),
    Store(StoreError),
}

impl StoreService {
    #[must_use]
    pub fn new(store: Store, library: PackLibrary) -> Self {
        Self {
            store,
            library,
            catalog: None,
            written: None,
            received_paths: Vec::new(),
        }
    }

    /// What can cross to another thread.
    #[must_use]
    pub fn into_parts(self) -> (Store, PackLibrary) {
        (self.store, self.library)
    }

    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    pub fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// What the app starts from: the cases there are, and the one to open at once — the one that was
    /// asked for, or the only one. Of a sealed folder that is closed, nothing.
    pub fn startup(
        &mut self,
        language: &str,
        asked: Option<(Case, Access)>,
        now: Moment,
    ) -> Result<Startup, StartFault> {
        let is_sealed = self.store.seal().map_err(StartFault::Store)? == Seal::Closed;
        let found = if is_sealed {
            Unlocked::default()
        } else {
            self.look_over(asked, now).map_err(StartFault::Store)?
        };
        let case = found.case.as_ref().map(|(case, _)| case);
        let packs = self.library.packs_for(case).map_err(StartFault::Pack)?;
        self.library.look_at_added();
        Ok(Startup {
            packs,
            listed: found.listed,
            binned: found.binned,
            case: found.case,
            news: found.news,
            could_not_open: found.could_not_open,
            bin_is_unread: found.bin_is_unread,
            not_used: self.library.not_used().to_vec(),
            has_passphrase: self.store.seal().map_err(StartFault::Store)? != Seal::None,
            is_sealed,
            fresh_id: self.fresh_id(),
            fresh_firm: self.fresh_firm(),
            folder: self.store.folder().root().display().to_string(),
            other_folders: Vec::new(),
            export_folder: String::new(),
            home: String::new(),
            language: language.to_owned(),
            languages: self.library.languages(),
            console: Console::Full,
            desktop: Desktop::Absent,
            today: now.day(),
            columns: 80,
            lines: 24,
        })
    }

    /// Carries a request out. The events are to happen in their order.
    pub fn perform(&mut self, request: Request, now: Moment) -> Vec<Event> {
        match request {
            Request::Save(case) => self.save(&case),
            Request::List => self.list(),
            Request::Open(id) => self.open(&id, now),
            Request::FreshId => vec![Event::FreshId(self.fresh_id(), self.fresh_firm())],
            Request::Received(places) => vec![self.received(&places, now)],
            Request::ReadReceived(path, passphrase) => {
                self.read_received(&path, passphrase.as_ref(), now)
            }
            Request::KeepAsItIs(id) => {
                self.store.keep_before_the_next_save(&id);
                Vec::new()
            }
            Request::KeepHanded(state) => self.keep_handed(&state),
            Request::Following(id) => {
                let packs = self.library.following(&id);
                packs.into_iter().map(Event::Loaded).collect()
            }
            Request::Unlock(passphrase) => self.unlock(&passphrase, now),
            Request::Generations(id) => vec![self.generations(id)],
            Request::Desk(firm) => vec![self.desk(firm)],
            Request::KeepDesk(desk) => vec![self.keep_desk(&desk, now)],
            Request::MoveTo(folder) => vec![self.move_to(&folder, now)],
            Request::Export(export) => vec![Event::Exported(self.export(*export))],
            Request::Papers => {
                let papers = self.library.papers();
                vec![Event::Papers(papers, self.library.papers_not_used())]
            }
            Request::Make(wanted) => vec![Event::Made(self.make(*wanted, now))],
            Request::OpenWritten => vec![Event::FileOpened(self.open_written())],
            Request::Remember(setting) => {
                self.remember(setting);
                Vec::new()
            }
            Request::Tidy(tidying) => {
                let done = self.tidy(tidying, now);
                // With the list: nobody is to choose from one in which this is not yet. Also where it failed: a part of
                // it may be done, such as some of a bin that was to be emptied.
                let mut events = self.list();
                match done {
                    Ok(done) => {
                        let doubt = done.doubt.as_ref();
                        events.extend(doubt.map(|doubt| Event::Doubted(doubt.into())));
                        events.push(Event::Done(done.what));
                    }
                    Err(error) => events.push(Event::NotDone(fault_of(&error))),
                }
                events
            }
        }
    }

    /// Carries out what is done to a whole case; both faces and the commands have it done here.
    pub fn tidy(&mut self, tidying: Tidying, now: Moment) -> Result<Seen<Completed>, StoreError> {
        match tidying {
            Tidying::Rename(id, title) => self
                .store
                .change(&id, now, |case| case.title = title)
                .map(|done| done.map(|()| Completed::Renamed)),
            Tidying::ThrowAway(id) => self
                .store
                .throw_away(&id, now.day())
                .map(|done| done.map(|()| Completed::ThrownAway(id))),
            Tidying::PutBack(name) => self
                .store
                .put_back(&name)
                .map(|done| done.map(Completed::PutBack)),
            Tidying::EmptyBin => self.empty_bin(),
            Tidying::Restore(id, name) => {
                let restored = self.store.restore(&id, name.as_deref(), now)?;
                Ok(restored.map(|restored| Completed::Restored {
                    id,
                    taken: restored.taken,
                    written: restored.written,
                    aside: restored.aside.map(|path| path.display().to_string()),
                }))
            }
            Tidying::PutAside(id) => self
                .store
                .put_aside(&id)
                .map(|done| done.map(|()| Completed::PutAside)),
            Tidying::Adopt(id) => self.adopt(&id, now),
        }
    }

    fn save(&mut self, case: &Case) -> Vec<Event> {
        match self.store.save(case) {
            Ok(saved) => {
                let told = saved.replaced_foreign.then_some(Event::ForeignKept);
                std::iter::once(Event::Saved(case.id.clone(), case.revision))
                    .chain(told)
                    .collect()
            }
            Err(error) => vec![Event::SaveFailed(SaveFault::from(&error))],
        }
    }

    fn list(&mut self) -> Vec<Event> {
        let binned = match self.store.bin() {
            Ok(binned) => Event::Binned(binned.iter().map(summary::binned).collect()),
            Err(error) => Event::BinFailed(SaveFault::from(&error)),
        };
        let listed = match self.summaries() {
            Ok(listed) => Event::Listed(listed),
            Err(error) => Event::ListFailed(SaveFault::from(&error)),
        };
        vec![binned, listed]
    }

    /// A case whose pack cannot be used stays closed.
    fn open(&mut self, id: &CaseId, now: Moment) -> Vec<Event> {
        let (case, access) = match self.store.open(id, now) {
            Ok(opened) => opened,
            Err(fault) => return vec![Event::OpenFailed(OpenProblem::from(&fault))],
        };
        match self.library.packs_for(Some(&case)) {
            Ok(packs) => packs
                .into_iter()
                .map(Event::Loaded)
                .chain([Event::Opened(Box::new(case), access)])
                .collect(),
            // Not an error: the event says so.
            Err(_) => vec![Event::OpenFailed(OpenProblem::NoPack)],
        }
    }

    fn fresh_id(&self) -> CaseId {
        self.store.new_id(&RandomState::new())
    }

    fn fresh_firm(&self) -> Firm {
        self.store.new_firm(&RandomState::new())
    }

    fn generations(&mut self, id: CaseId) -> Event {
        match self.store.generations(&id) {
            Ok(found) => {
                let kept = found.iter().map(|kept| self.kept(kept)).collect();
                Event::Generations(id, kept)
            }
            Err(error) => Event::GenerationsFailed(id, SaveFault::from(&error)),
        }
    }

    fn unlock(&mut self, passphrase: &Passphrase, now: Moment) -> Vec<Event> {
        let opened = self.store.open_seal(passphrase.as_str());
        let found = opened.and_then(|()| self.look_over(None, now).map_err(OpenFault::from));
        match found {
            Ok(found) => {
                let case = found.case.as_ref().map(|(case, _)| case);
                // Those of the case are there, or it would not be in what was found.
                let packs = self.library.packs_for(case).into_iter().flatten();
                packs
                    .map(Event::Loaded)
                    .chain([Event::Unlocked(Box::new(found))])
                    .collect()
            }
            Err(fault) => vec![Event::UnlockFailed(match fault {
                OpenFault::WrongPassphrase => UnlockFault::WrongPassphrase,
                OpenFault::KeyDamaged => UnlockFault::KeyDamaged,
                OpenFault::TooMuchWork => UnlockFault::TooMuchWork,
                OpenFault::Store(error) => UnlockFault::Unreadable(SaveFault::from(&error)),
            })],
        }
    }

    /// Looks over the data folder and opens what is to be open.
    fn look_over(
        &mut self,
        asked: Option<(Case, Access)>,
        now: Moment,
    ) -> Result<Unlocked, StoreError> {
        self.store.enter()?;
        // Everything can be read as it is; that it is not through is told.
        let half_way = self.store.finish_at_the_start();
        let listed = self.summaries()?;
        let mut could_not_open = None;
        let mut case = asked;
        if let (None, [only]) = (&case, listed.as_slice())
            && matches!(only.state, CaseState::Ok | CaseState::NoPack)
        {
            match self.store.open(&only.id, now) {
                Ok(opened) => case = Some(opened),
                Err(fault) => could_not_open = Some(OpenProblem::from(&fault)),
            }
        }
        if let Some((wanted, _)) = &case
            && self.library.packs_for(Some(wanted)).is_err()
        {
            could_not_open = Some(OpenProblem::NoPack);
            case = None;
        }
        let last = listed.iter().filter_map(|listed| listed.updated).max();
        let mut news = self.store.tidy(last, now);
        news.splice(0..0, half_way.map(|half_way| summary::half_way(&half_way)));
        // Not an error: every check can be read, and the bin says that it cannot.
        let (binned, bin_is_unread) = match self.store.bin() {
            Ok(binned) => (binned, false),
            Err(_) => (Vec::new(), true),
        };
        Ok(Unlocked {
            listed,
            binned: binned.iter().map(summary::binned).collect(),
            case,
            could_not_open,
            bin_is_unread,
            news,
        })
    }

    /// A file that was renamed by hand gets its name back, with its earlier versions; a copy becomes a case of its own.
    fn adopt(&mut self, id: &CaseId, now: Moment) -> Result<Seen<Completed>, StoreError> {
        if let Err(CaseFault::Renamed(case)) = self.store.look(id) {
            let named = self.store.name_back(id, &case.id, now)?;
            return Ok(named.map(|()| Completed::NamedBack(case.id)));
        }
        let fresh = self.fresh_id();
        let adopted = self.store.adopt(id, &fresh, now)?;
        Ok(adopted.map(|()| Completed::Adopted(fresh)))
    }

    fn empty_bin(&mut self) -> Result<Seen<Completed>, StoreError> {
        let emptied = self.store.empty_bin(None)?;
        let what = match emptied {
            Emptied { gone, left: 0, .. } => Completed::Emptied(gone),
            Emptied { gone, left, .. } => Completed::EmptiedInPart { gone, left },
        };
        Ok(Seen {
            what,
            doubt: emptied.fault,
        })
    }

    fn move_to(&mut self, folder: &str, now: Moment) -> Event {
        match self.store.move_to(folder.into(), now) {
            Ok(is_left) => Event::Moved {
                folder: self.store.folder().root().display().to_string(),
                is_left,
            },
            Err(error) => Event::NotMoved(SaveFault::from(&error)),
        }
    }

    /// Renders the report and writes it outside the data folder.
    fn export(&mut self, export: ExportRequest) -> Result<Exported, ExportFault> {
        let catalog = self.words(&export.language);
        if export.contents.reader() == Reader::Hand && export.format == ReportFormat::Json {
            let handed = self.hand(&export, &catalog);
            self.catalog = Some((export.language, catalog));
            return handed;
        }
        let rendered =
            self.library
                .rendered(&export.case, &catalog, export.format, export.contents);
        self.catalog = Some((export.language, catalog));
        let rendered = rendered.map_err(|_| ExportFault::Pack)?;
        let written = self
            .store
            .write_out(export.path.as_ref(), &rendered.bytes, export.replace)
            .map_err(|error| export_fault(&error))?;
        self.written = Some(export.path.clone());
        Ok(Exported {
            path: export.path,
            questions: rendered.questions,
            tasks: rendered.tasks,
            doubt: written.doubt.as_ref().map(SaveFault::from),
        })
    }

    /// Makes what is wanted and writes it outside the data folder. A paper is made again and again as it is filled in:
    /// where a file of that name is, this one gets a number, and nobody is asked.
    fn make(&mut self, wanted: MakeRequest, now: Moment) -> Result<Made, ExportFault> {
        let catalog = self.words(&wanted.language);
        let made = match &wanted.what {
            Making::Papers(papers, case) => {
                let (today, case) = (now.day(), case.as_ref());
                Ok(self
                    .library
                    .paper_bytes(papers, case, today, &catalog, wanted.format))
            }
            Making::Changes(case) => {
                let bytes = self.library.changes_bytes(case, &catalog, wanted.format);
                bytes.map(|bytes| (bytes, 0))
            }
            Making::Homework(case, visit) => {
                let bytes = self
                    .library
                    .homework_bytes(case, now.day(), *visit, &catalog);
                bytes.map(|bytes| (bytes, 1))
            }
        };
        self.catalog = Some((wanted.language, catalog));
        let (bytes, pages) = made.map_err(|_| ExportFault::Pack)?;
        let mut path = wanted.path.clone();
        let mut number = 2;
        let written = loop {
            match self.store.write_out(path.as_ref(), &bytes, false) {
                Ok(written) => break written,
                Err(error) if *error.cause() == Cause::Taken && number < MOST_OF_A_NAME => {
                    path = numbered(&wanted.path, number);
                    number += 1;
                }
                Err(error) => return Err(export_fault(&error)),
            }
        };
        self.written = Some(path.clone());
        Ok(Made {
            path,
            pages,
            doubt: written.doubt.as_ref().map(SaveFault::from),
        })
    }

    /// The words of this language: those of the last file, where they are the same.
    fn words(&mut self, language: &str) -> Catalog {
        match self.catalog.take() {
            Some((known, catalog)) if known == language => catalog,
            _ => self.library.catalog(language).0,
        }
    }

    /// Nothing but a file that was written here since the start is ever opened.
    fn open_written(&self) -> Result<(), Option<i32>> {
        let Some(path) = &self.written else {
            return Err(None);
        };
        open::that_detached(path).map_err(|error| error.raw_os_error())
    }

    fn remember(&mut self, setting: Setting) {
        let mut settings: Settings = self.store.settings();
        match setting {
            Setting::Language(code) => settings.set_language(Some(&code)),
            Setting::Mouse(is_taken) => settings.set_mouse(is_taken),
            Setting::Digits(goes_on) => settings.set_digits(goes_on),
            Setting::NamesInFiles(are_there) => settings.set_names_in_files(are_there),
        }
        // Not an error: what cannot be remembered is asked for again next time.
        let _ = self.store.save_settings(&settings);
    }
}

fn export_fault(error: &StoreError) -> ExportFault {
    match error.cause() {
        Cause::Taken => ExportFault::Exists,
        Cause::NotAFile => ExportFault::Folder,
        Cause::NotAFolder => ExportFault::Disk(SaveFault::FolderGone),
        _ => ExportFault::Disk(fault_of(error)),
    }
}

/// So many files of one name and day are made; whoever has more gives a name.
const MOST_OF_A_NAME: u32 = 100;

/// The same name with a number before its ending.
fn numbered(path: &str, number: u32) -> String {
    match path.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{number}.{ending}"),
        None => format!("{path}-{number}"),
    }
}

/// Why something was not done; that what is there now cannot be seen goes before the reason.
fn fault_of(error: &StoreError) -> SaveFault {
    if error.why().is_sure {
        return SaveFault::from(error);
    }
    SaveFault::Unsure(error.system().and_then(|system| system.number))
}
