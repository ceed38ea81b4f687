//! What the service of the store tells, as the app takes it: cases judged by the packs that are installed.

use crate::app::App;
use crate::app::case_summary::{Binned, Kept};
use crate::app::event::{Event, UnlockFault, Unlocked};
use crate::pack_library::PackLibrary;
use crate::questionnaire::result::WalkResult;
use crate::store::{self, CaseFault, Generation, OpenFault};
use crate::store_service::{OpenedFolder, Reply};

impl PackLibrary {
    /// What the service of the store tells, as the app takes it.
    pub fn reply_events(&mut self, report: Reply, app: &App) -> Vec<Event> {
        match report {
            Reply::Saved(id, revision, saved) => {
                // A case that is no longer the open one: its revisions say nothing about this one's.
                if app.case().is_none_or(|case| case.id != id) {
                    return Vec::new();
                }
                let told = saved.replaced_foreign.then_some(Event::ForeignKept);
                std::iter::once(Event::Saved(revision))
                    .chain(told)
                    .collect()
            }
            Reply::SaveFailed(fault) => vec![Event::SaveFailed(fault)],
            Reply::Listed(listed, binned) => vec![
                Event::Binned(binned.iter().map(binned_one).collect()),
                Event::Listed(self.listed(&listed)),
            ],
            Reply::Opened(case, access) => match self.packs_for(Some(&case)) {
                Ok(packs) => packs
                    .into_iter()
                    .map(Event::Loaded)
                    .chain([Event::Opened(case, access)])
                    .collect(),
                Err(_) => vec![Event::OpenFailed],
            },
            Reply::OpenFailed => vec![Event::OpenFailed],
            Reply::FreshId(id) => vec![Event::FreshId(id)],
            Reply::Unlocked(begun) => {
                let unlocked = self.unlocked(*begun);
                let case = unlocked.case.as_ref().map(|(case, _)| case);
                let packs = self.packs_for(case).unwrap_or_default();
                packs
                    .into_iter()
                    .map(Event::Loaded)
                    .chain([Event::Unlocked(Box::new(unlocked))])
                    .collect()
            }
            Reply::UnlockFailed(fault) => vec![Event::UnlockFailed(match fault {
                OpenFault::WrongPassphrase => UnlockFault::WrongPassphrase,
                OpenFault::KeyDamaged => UnlockFault::KeyDamaged,
                OpenFault::Store(_) => UnlockFault::Unreadable,
            })],
            Reply::Generations(id, generations) => {
                let kept = generations.iter().map(|kept| self.kept(kept)).collect();
                vec![Event::Generations(id, kept)]
            }
            Reply::Done(deed, listed, binned) => vec![
                Event::Binned(binned.iter().map(binned_one).collect()),
                Event::Listed(self.listed(&listed)),
                Event::Done(deed),
            ],
            Reply::NotDone(fault) => vec![Event::NotDone(fault)],
            Reply::Exported {
                path,
                questions,
                tasks,
            } => vec![Event::Exported {
                path: path.display().to_string(),
                questions,
                tasks,
            }],
            Reply::ExportExists => vec![Event::ExportExists],
            Reply::ExportFailed(fault) => vec![Event::ExportFailed(fault)],
            Reply::Moved(folder) => vec![Event::Moved(folder.display().to_string())],
        }
    }

    /// A case whose pack is not installed stays closed; the list says so.
    pub(super) fn unlocked(&mut self, begun: OpenedFolder) -> Unlocked {
        let case = begun
            .case
            .filter(|(case, _)| self.packs_for(Some(case)).is_ok());
        Unlocked {
            listed: self.listed(&begun.listed),
            binned: begun.binned.iter().map(binned_one).collect(),
            case,
            news: begun.found,
        }
    }

    fn kept(&mut self, generation: &Generation) -> Kept {
        let case = generation.state.as_ref().ok();
        Kept {
            name: generation.name.clone(),
            updated: case.map(|case| case.updated),
            counts: case.and_then(|case| {
                let pack = self.pack(&case.walk).ok()?;
                Some(WalkResult::of(&pack, case).counts)
            }),
            is_foreign: generation.is_foreign,
        }
    }
}

fn binned_one(binned: &store::Binned) -> Binned {
    let case = match &binned.state {
        Ok(case) => Some(case),
        Err(CaseFault::WrongId(case)) => Some(case.as_ref()),
        Err(_) => None,
    };
    Binned {
        name: binned.name.clone(),
        title: case.map(|case| case.title.clone()),
        created: case.map(|case| case.created),
        kept_until: binned.kept_until(),
    }
}
