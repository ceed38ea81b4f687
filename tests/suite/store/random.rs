//! Any deeds in any order, with a start in between, a kill, or the power cut at any step, against a model that only
//! remembers what was reported: what was reported saved is there, and nothing else ever is.

use mamori::questionnaire::case::Case;
use mamori::questionnaire::id::CaseId;
use mamori::store::{Seal, Store, StoreError};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::fault_points::today;
use super::memory::{MemoryDisk, Trouble};
use super::sealing::light;
use super::{Take, full, now};

const IDS: [&str; 3] = ["aaaa2222", "bbbb2222", "cccc2222"];
const X: &str = "x";
/// In every title, and in nothing else.
const TITLE: &str = "本社工場";

#[derive(Clone, Copy, Debug)]
enum Completed {
    Save(usize),
    Restore(usize),
    ThrowAway(usize),
    PutBack,
    EmptyBin,
    PutSeal,
    RemoveSeal,
    Start,
}

/// At which step of a deed the program is killed, and which of the disks that the power could leave is taken.
type Kill = Option<(usize, Option<usize>)>;

fn deeds() -> impl Strategy<Value = Vec<(Completed, Kill)>> {
    let case = 0..IDS.len();
    let deed = prop_oneof![
        5 => case.clone().prop_map(Completed::Save),
        2 => case.clone().prop_map(Completed::Restore),
        2 => case.prop_map(Completed::ThrowAway),
        2 => Just(Completed::PutBack),
        1 => Just(Completed::EmptyBin),
        2 => Just(Completed::PutSeal),
        2 => Just(Completed::RemoveSeal),
        2 => Just(Completed::Start),
    ];
    let kill = option::weighted(0.7, (0_usize..60, option::of(0_usize..60)));
    vec((deed, kill), 1..24)
}

#[derive(Clone, Debug, PartialEq)]
enum Place {
    Nowhere,
    List(Box<Case>),
    Bin(Box<Case>),
}

impl Place {
    fn case(&self) -> Option<&Case> {
        match self {
            Self::Nowhere => None,
            Self::List(case) | Self::Bin(case) => Some(case),
        }
    }
}

struct ProcessEnv {
    disk: MemoryDisk,
    store: Store,
    /// Where each case is.
    places: [Place; 3],
    /// Where it was before a kill that nobody was told about: a power cut could bring that back.
    unsure: [Vec<Place>; 3],
    /// Every title that was ever to be saved.
    titles: Vec<String>,
    is_sealed: bool,
    /// Cases that were to go for good: a new one gets an id by chance, never one of these.
    is_spent: [bool; 3],
    /// The power has failed before.
    has_been_cut: bool,
    /// Nothing more is to be learnt from this sequence.
    is_over: bool,
}

impl ProcessEnv {
    fn new() -> Self {
        let disk = MemoryDisk::new();
        Self {
            store: start(&disk),
            disk,
            places: [const { Place::Nowhere }; 3],
            unsure: [const { Vec::new() }; 3],
            titles: Vec::new(),
            is_sealed: false,
            is_spent: [false; 3],
            has_been_cut: false,
            is_over: false,
        }
    }

    /// What `deed` makes of the places if it is done; `None` if it cannot be asked for now.
    fn aim(&self, deed: Completed) -> Option<[Place; 3]> {
        let mut aim = self.places.clone();
        match deed {
            Completed::Save(at) => {
                let before = match &self.places[at] {
                    Place::Bin(_) => return None,
                    Place::Nowhere if self.is_spent[at] => return None,
                    place => place.case().cloned(),
                };
                let mut case = before.unwrap_or_else(|| Case {
                    id: CaseId::new(IDS[at]),
                    revision: 0,
                    ..full()
                });
                case.revision += 1;
                case.title = format!("{TITLE} {}", self.titles.len());
                aim[at] = Place::List(Box::new(case));
            }
            Completed::Restore(at) if !matches!(self.places[at], Place::List(_)) => return None,
            Completed::ThrowAway(at) => match &self.places[at] {
                Place::List(case) => aim[at] = Place::Bin(case.clone()),
                _ => return None,
            },
            Completed::PutBack => {
                let at = aim
                    .iter()
                    .position(|place| matches!(place, Place::Bin(_)))?;
                if let Place::Bin(case) = &self.places[at] {
                    aim[at] = Place::List(case.clone());
                }
            }
            Completed::EmptyBin => {
                for place in &mut aim {
                    if matches!(place, Place::Bin(_)) {
                        *place = Place::Nowhere;
                    }
                }
            }
            Completed::PutSeal if self.is_sealed => return None,
            Completed::RemoveSeal if !self.is_sealed => return None,
            Completed::Restore(_)
            | Completed::PutSeal
            | Completed::RemoveSeal
            | Completed::Start => {}
        }
        Some(aim)
    }

    /// Does it. A restored case is what the store says that it is.
    fn act(&mut self, deed: Completed, aim: &mut [Place; 3]) -> Result<(), StoreError> {
        match deed {
            Completed::Save(at) => {
                // As the program does it: opened, then saved.
                let _ = self.store.take(&CaseId::new(IDS[at]));
                let case = aim[at].case().expect("what is to be saved");
                self.store.save(case).map(|_| ())
            }
            Completed::Restore(at) => {
                let restored = self.store.restore(&CaseId::new(IDS[at]), None, now())?;
                let restored = restored.without_doubt()?;
                aim[at] = Place::List(Box::new(restored.case));
                Ok(())
            }
            Completed::ThrowAway(at) => self
                .store
                .throw_away(&CaseId::new(IDS[at]), today())?
                .without_doubt(),
            Completed::PutBack => {
                let at = aim.iter().zip(&self.places).position(|(aim, is)| aim != is);
                let id = IDS[at.expect("one of them")];
                let name = format!("{id}~{}", today());
                self.store.put_back(&name)?.without_doubt().map(|_| ())
            }
            Completed::EmptyBin => {
                let emptied = self.store.empty_bin(None)?;
                emptied.fault.map_or(Ok(()), Err)
            }
            Completed::PutSeal => self.store.put_seal(X).map(|_| ()),
            Completed::RemoveSeal => self.store.remove_seal().map(|_| ()),
            Completed::Start => {
                self.disk.let_go();
                self.store = start(&self.disk);
                Ok(())
            }
        }
    }

    fn step(&mut self, deed: Completed, kill: Kill) -> Result<(), TestCaseError> {
        let Some(mut aim) = self.aim(deed) else {
            return Ok(());
        };
        if let Completed::EmptyBin = deed {
            for (is_spent, place) in self.is_spent.iter_mut().zip(&self.places) {
                *is_spent |= matches!(place, Place::Bin(_));
            }
        }
        if let Completed::Save(at) = deed {
            self.titles
                .extend(aim[at].case().map(|case| case.title.clone()));
        }
        if deed != Completed::Start
            && let Some((step, _)) = kill
        {
            self.disk.trouble_at(step, Trouble::Stop);
        }
        let before = self.disk.files();
        let result = self.act(deed, &mut aim);
        let was_killed = kill.is_some() && self.disk.was_troubled();
        self.disk.heal();
        let is_done = result.is_ok();
        let has_nothing_to_restore =
            matches!(deed, Completed::Restore(_)) && self.disk.files() == before;
        prop_assert!(
            is_done || was_killed || has_nothing_to_restore,
            "{result:?}"
        );
        if is_done {
            for (at, aim) in aim.iter().enumerate() {
                if self.places[at] != *aim {
                    self.unsure[at].clear();
                    self.places[at] = aim.clone();
                }
            }
            match deed {
                Completed::PutSeal => self.is_sealed = true,
                Completed::RemoveSeal => self.is_sealed = false,
                _ => {}
            }
        }
        let was_cut = was_killed && kill.is_some_and(|(_, cut)| cut.is_some());
        if was_killed {
            for (unsure, place) in self.unsure.iter_mut().zip(&self.places) {
                unsure.push(place.clone());
            }
            if let Some((_, Some(cut))) = kill {
                let left = self.disk.after_a_crash();
                self.disk = left[cut % left.len()].copy();
            }
            self.disk.let_go();
            self.store = start(&self.disk);
        }
        self.look(is_done, was_cut, deed, &aim)
    }

    /// The list and the bin are what was reported, or after a kill what was to be.
    fn look(
        &mut self,
        is_done: bool,
        was_cut: bool,
        deed: Completed,
        aim: &[Place; 3],
    ) -> Result<(), TestCaseError> {
        self.has_been_cut |= was_cut;
        let listed = self.store.list().expect("listed");
        let bin = self.store.bin().expect("read");
        let mut found = [const { Place::Nowhere }; 3];
        for (id, state, is_in_bin) in listed
            .iter()
            .map(|item| (item.id.as_str(), &item.state, false))
            .chain(bin.iter().map(|one| (one.file(), &one.state, true)))
        {
            let at = IDS
                .iter()
                .position(|known| *known == id)
                .expect("one of ours");
            if found[at] != Place::Nowhere {
                // A move that no sync has made sure may be undone by the power, when the next save of the same case
                // is there already: then it is in the list and in the bin. Nothing is lost, and this tale ends.
                prop_assert!(self.has_been_cut, "{} is there twice", id);
                self.is_over = true;
                return Ok(());
            }
            let case = state
                .clone()
                .map_err(|fault| TestCaseError::fail(fault.to_string()))?;
            prop_assert!(self.titles.contains(&case.title));
            found[at] = if is_in_bin {
                Place::Bin(Box::new(case))
            } else {
                Place::List(Box::new(case))
            };
        }
        for (at, found) in found.iter().enumerate() {
            let is_restored = matches!(deed, Completed::Restore(of) if of == at)
                && found.case().is_some_and(|case| case.updated == now());
            let may_be_back = was_cut && self.unsure[at].contains(found);
            let may_be_new = !is_done && (*found == aim[at] || is_restored);
            prop_assert!(
                *found == self.places[at] || may_be_new || may_be_back,
                "{}: {:?}",
                IDS[at],
                found
            );
        }
        self.places = found;
        if was_cut {
            self.unsure = [const { Vec::new() }; 3];
        }
        if is_done || deed == Completed::Start {
            prop_assert_eq!(self.store.seal() == Ok(Seal::Opened), self.is_sealed);
        }
        self.is_sealed = self.store.seal() == Ok(Seal::Opened);
        for (path, bytes) in self.disk.files() {
            let is_readable = bytes
                .windows(TITLE.len())
                .any(|part| part == TITLE.as_bytes());
            prop_assert!(
                !(self.is_sealed && is_readable),
                "{} can be read",
                path.display()
            );
        }
        Ok(())
    }
}

impl PartialEq for Completed {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// A start as the program makes it.
fn start(disk: &MemoryDisk) -> Store {
    let mut store = light(super::fault_points::store(disk));
    store.enter().expect("in");
    if store.seal() == Ok(Seal::Closed) {
        store.open_seal(X).expect("opened");
        store.finish_sealing().expect("finished");
    }
    store
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_125), ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_and_wherever_it_is_killed_what_was_reported_saved_is_there(deeds in deeds()) {
        let mut world = ProcessEnv::new();
        for (deed, kill) in deeds {
            if world.is_over {
                break;
            }
            world.step(deed, kill)?;
        }
    }
}
