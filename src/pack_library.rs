//! Floor 4: brings packs, words and cases together from assets and store, for terminal, plain and cli.
//! Decides nothing about answers; says in enums what could not be had.

use std::path::{Path, PathBuf};
use std::slice;
use std::sync::Arc;

use crate::app::case_summary::{CaseState, CaseSummary, DeskGlance};
use crate::assets::{self, AssetIssue, InstalledPack, Origin};
use crate::questionnaire::case::Case;
use crate::questionnaire::check::{Issue, check, followed_by};
use crate::questionnaire::glance::Glance;
use crate::questionnaire::id::PackId;
use crate::questionnaire::moment::Day;
use crate::questionnaire::outcome::Counts;
use crate::questionnaire::pack::{Pack, Renamed, Source, Unused};
use crate::questionnaire::raw::Raw;
use crate::questionnaire::seen::visible;
use crate::store::{CaseFault, Glanced};
use crate::text::catalog::{Catalog, CatalogIssue};
use crate::text::finding::Findable;
use crate::text::language::chain_with;

mod desks;
mod export;
mod finding;
mod papers;
mod summary;
mod workbook;

pub use desks::give_desks;
pub use export::{Rendered, carried};
use finding::FindingWords;
pub use workbook::{blank_workbook, id_of_workbook, is_workbook, names_our_sheet};

/// Where the user's own packs and words are, and which packs were loaded so far.
#[derive(Clone)]
pub struct PackLibrary {
    data: Option<PathBuf>,
    packs: Vec<Arc<Pack>>,
    /// Files of the user that were looked at and cannot be used.
    not_used: Vec<Unused>,
    finding: FindingWords,
    /// The same for papers.
    paper_faults: Vec<(PackId, PackFault)>,
}

/// Why a pack cannot be used. Whatever is in the cases stays as it is.
#[derive(Clone, Debug, PartialEq)]
pub enum PackFault {
    /// No pack of this id is installed.
    Missing(PackId),
    Unreadable(AssetIssue),
    /// Not JSON: where it breaks off, in lines and columns from 1.
    NotJson {
        origin: Origin,
        line: usize,
        column: usize,
    },
    /// JSON, but not a pack: everything that is wrong with it.
    Wrong {
        origin: Origin,
        issues: Vec<Issue>,
    },
}

/// How long a chain of packs that follow each other may be.
const MOST_FOLLOWED: usize = 4;

impl PackLibrary {
    /// `data` is the data folder, where the user's own files may stand.
    #[must_use]
    pub fn new(data: Option<&Path>) -> Self {
        Self {
            data: data.map(Path::to_owned),
            packs: Vec::new(),
            not_used: Vec::new(),
            finding: FindingWords::default(),
            paper_faults: Vec::new(),
        }
    }

    /// The id of the pack with which a new case begins.
    #[must_use]
    pub fn first_pack(&self) -> PackId {
        PackId::new(assets::PACKS[0])
    }

    /// The pack of this id, checked; read only once.
    pub fn pack(&mut self, id: &PackId) -> Result<Arc<Pack>, PackFault> {
        self.pack_within(id, MOST_FOLLOWED)
    }

    // Packs that follow each other in a ring must not lead round and round.
    fn pack_within(&mut self, id: &PackId, depth: usize) -> Result<Arc<Pack>, PackFault> {
        if let Some(pack) = self.packs.iter().find(|pack| pack.id == *id) {
            return Ok(Arc::clone(pack));
        }
        let pack = match (self.read(id, self.data.clone().as_deref(), depth), id) {
            (Ok(pack), _) => pack,
            // Not an error: a mistake in a file of the user stops nothing; what came with the program serves, and that is told.
            (Err(_), id) if is_built_in(id) => {
                self.put_down(Unused::InPlace(id.clone()));
                self.read(id, None, depth)?
            }
            (Err(fault), _) => return Err(fault),
        };
        let pack = Arc::new(pack);
        self.packs.push(Arc::clone(&pack));
        Ok(pack)
    }

    /// The pack of this id as it stands in a file of the user, or among ours without `data`.
    fn read(&mut self, id: &PackId, data: Option<&Path>, depth: usize) -> Result<Pack, PackFault> {
        let found = assets::pack_file(id.as_str(), data).map_err(PackFault::Unreadable)?;
        let Some(found) = found else {
            return assets::builtin_pack(id.as_str()).ok_or_else(|| PackFault::Missing(id.clone()));
        };
        let source = match found.origin {
            Origin::BuiltIn => Source::BuiltIn,
            Origin::Overriding(_) => Source::InPlace,
            Origin::File(_) => Source::Added,
        };
        let pack = self.checked(&found.text, found.origin, depth)?;
        if pack.id != *id {
            return Err(PackFault::Missing(id.clone()));
        }
        Ok(Pack { source, ..pack })
    }

    /// The pack as its own file has it: a mistake in that is an error here.
    pub fn installed(&mut self, installed: &InstalledPack) -> Result<Pack, PackFault> {
        let id = PackId::new(&installed.id);
        match self.read(&id, self.data.clone().as_deref(), MOST_FOLLOWED) {
            // Not an error: of a folder that cannot be looked into that is told, and ours serve.
            Err(_) if installed.origin == Origin::BuiltIn => self.read(&id, None, MOST_FOLLOWED),
            read => read,
        }
    }

    /// Every pack that is seen to be there, ours first. A folder that cannot be looked into is put down.
    fn every_installed(&mut self) -> Vec<InstalledPack> {
        let (installed, issues) = assets::installed_packs(self.data.as_deref());
        let is_unread = |issue: &AssetIssue| matches!(issue, AssetIssue::Unreadable { .. });
        if issues.iter().any(is_unread) {
            self.put_down(Unused::Folder);
        }
        installed
    }

    /// Files of the user that cannot be used, of those that were looked at: in the place of packs of ours that were asked for,
    /// and those that were added, once `look_at_added` or `following` was asked.
    #[must_use]
    pub fn not_used(&self) -> &[Unused] {
        &self.not_used
    }

    /// Tries every pack that the user has added: nobody asks for one of which nothing is seen.
    pub fn look_at_added(&mut self) {
        let installed = self.every_installed();
        for installed in installed {
            if matches!(installed.origin, Origin::File(_)) {
                self.tried(&PackId::new(&installed.id));
            }
        }
    }

    fn tried(&mut self, id: &PackId) -> Option<Arc<Pack>> {
        let pack = self.pack(id);
        if pack.is_err() {
            self.put_down(Unused::Added(id.clone()));
        }
        // Not an error: it is put down, and told.
        pack.ok()
    }

    fn put_down(&mut self, unused: Unused) {
        if !self.not_used.contains(&unused) {
            self.not_used.push(unused);
        }
    }

    /// Checks the text of a pack; loads the pack that it follows.
    pub fn check(&mut self, text: &str, origin: Origin) -> Result<Pack, PackFault> {
        self.checked(text, origin, MOST_FOLLOWED)
    }

    fn checked(&mut self, text: &str, origin: Origin, depth: usize) -> Result<Pack, PackFault> {
        let raw = raw_of(text, &origin)?;
        let followed = match followed_by(&raw) {
            // Not an error: what is wrong with the pack before this one is told of that one.
            Some(id) if depth > 0 => self.pack_within(&id, depth - 1).ok(),
            _ => None,
        };
        check(raw, followed.as_deref()).map_err(|issues| PackFault::Wrong { origin, issues })
    }

    /// The packs that follow this one.
    pub fn following(&mut self, id: &PackId) -> Vec<Arc<Pack>> {
        let installed = self.every_installed();
        installed
            .iter()
            .filter(|installed| installed.id != id.as_str())
            .filter_map(|installed| self.tried(&PackId::new(&installed.id)))
            .filter(|pack| pack.follows.as_ref() == Some(id))
            .collect()
    }

    /// The packs that this case needs at once: the one new cases begin with, and that of its open walk
    /// with the one it follows.
    pub fn packs_for(&mut self, case: Option<&Case>) -> Result<Vec<Arc<Pack>>, PackFault> {
        let first = self.first_pack();
        let mut packs = vec![self.pack(&first)?];
        let mut wanted = case.map(|case| case.walk.clone());
        while let Some(id) = wanted.take() {
            if packs.iter().all(|pack| pack.id != id) {
                let pack = self.pack(&id)?;
                wanted.clone_from(&pack.follows);
                packs.push(pack);
            }
        }
        Ok(packs)
    }

    /// The words for this language, with the user's own; and what of the user's could not be used.
    #[must_use]
    pub fn catalog(&self, language: &str) -> (Catalog, Vec<WordsIssue>) {
        let data = self.data.as_deref();
        let chain = chain_with(language, &assets::available_languages(data));
        let mut issues = Vec::new();
        let sources = chain
            .iter()
            .map(|code| {
                let (source, found) = assets::language_source(code, data);
                issues.extend(found.into_iter().map(WordsIssue::File));
                source
            })
            .collect();
        let (catalog, found) = Catalog::new(sources);
        issues.extend(found.into_iter().map(WordsIssue::Words));
        (catalog, issues)
    }

    /// The languages that can be shown.
    #[must_use]
    pub fn languages(&self) -> Vec<String> {
        assets::available_languages(self.data.as_deref())
    }

    /// A case as a list tells of it: judged by the packs installed now.
    pub fn case_summary(&mut self, found: Glanced<'_>) -> CaseSummary {
        let (case, state) = match found.state {
            Ok(case) => (Some(case), CaseState::Ok),
            Err(CaseFault::WrongId(case)) => (Some(Glance::of(case)), CaseState::Copy),
            Err(CaseFault::Renamed(case)) => (Some(Glance::of(case)), CaseState::Renamed),
            // Not an error: the list says so.
            Err(fault) => (None, state_of(fault)),
        };
        let mut summary = CaseSummary {
            id: found.id,
            title: String::new(),
            firm: None,
            given_firm: None,
            firm_name: String::new(),
            created: None,
            updated: None,
            counts: None,
            due: Vec::new(),
            may_be_due: false,
            state,
            desk: DeskGlance::Nothing,
            found_by: Findable::default(),
        };
        // Not an error: of what cannot be read nobody knows whose it is and what is due, and the list says so.
        let Some(case) = case else {
            return summary;
        };
        // Few have days, and only for them the other walks are judged.
        let mut others: Vec<PackId> = case.walks_with_days().collect();
        others.retain(|walk| *walk != case.walk);
        match self.pack(&case.walk) {
            Ok(pack) => {
                let (counts, days) = judged(&case, &pack);
                summary.counts = Some(counts);
                summary.due = days;
            }
            // Not an error: the list says so.
            Err(_) if state == CaseState::Ok => summary.state = CaseState::NoPack,
            Err(_) => {}
        }
        for walk in others {
            match self.pack(&walk) {
                Ok(pack) => summary.due.extend(judged(&case, &pack).1),
                // Not an error: the list of firms says that nobody knows.
                Err(_) => summary.may_be_due = true,
            }
        }
        summary.due.sort_unstable();
        visible(case.title).clone_into(&mut summary.title);
        summary.firm = case.firm_id();
        visible(case.firm_name).clone_into(&mut summary.firm_name);
        summary.created = Some(case.created);
        summary.updated = Some(case.updated);
        summary.given_firm = case.firm;
        summary
    }

    /// Lets each of these be found by typing.
    pub fn let_be_found(&mut self, listed: &mut [CaseSummary]) {
        let mut finding = std::mem::take(&mut self.finding);
        finding.give(listed, || {
            let languages = self.languages().into_iter();
            languages.map(|code| self.catalog(&code).0).collect()
        });
        self.finding = finding;
    }
}

/// What the answers to this pack amount to, and the days by which something is to be done.
fn judged(case: &Glance<'_>, pack: &Arc<Pack>) -> (Counts, Vec<Day>) {
    if pack.moves.renamed == Renamed::default() {
        return case.judged(pack);
    }
    // Rare: where ids were renamed the answers move, which is done to a case as a whole.
    match case.whole() {
        Some(case) => Glance::of(&carried(&case, slice::from_ref(pack))).judged(pack),
        None => case.judged(pack),
    }
}

/// The text as JSON, before it is known whether it is what it should be.
fn raw_of<'t>(text: &'t str, origin: &Origin) -> Result<Raw<'t>, PackFault> {
    serde_json::from_str(text).map_err(|error| PackFault::NotJson {
        origin: origin.clone(),
        line: error.line(),
        column: error.column(),
    })
}

fn is_built_in(id: &PackId) -> bool {
    assets::PACKS.contains(&id.as_str())
}

/// Something of the user's own words that could not be used.
#[derive(Clone, Debug, PartialEq)]
pub enum WordsIssue {
    File(AssetIssue),
    Words(CatalogIssue),
}

/// What a list says of a file that cannot be read, whether of a check, an earlier version or one that was thrown away.
#[must_use]
pub fn state_of(fault: &CaseFault) -> CaseState {
    match fault {
        CaseFault::Newer { .. } => CaseState::Newer,
        CaseFault::Locked | CaseFault::OtherKey => CaseState::Locked,
        CaseFault::TooLarge => CaseState::TooLarge,
        CaseFault::Unreadable(_) | CaseFault::Link | CaseFault::NotAFile => {
            CaseState::Unread(fault.into())
        }
        // In the list another check's is a copy; anywhere else it is in a wrong place.
        CaseFault::WrongId(_)
        | CaseFault::Renamed(_)
        | CaseFault::Empty
        | CaseFault::Encoding(_)
        | CaseFault::NotJson { .. }
        | CaseFault::CutOff
        | CaseFault::WrongShape { .. }
        | CaseFault::SealBroken => CaseState::Damaged,
    }
}
